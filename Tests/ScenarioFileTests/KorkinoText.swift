/// A scenario that uses every key of the format; other tests spoil it piece by piece.
let korkinoText = #"""
    scenario: korkino
    title: { en: "Korkino: a small centre with a disability block", ru: "Коркино: малый центр с блоком помощи семьям с инвалидностью" }
    question: How many desks does the centre need?
    time zone: Asia/Yekaterinburg
    language: ru
    starts: 2023-01-09
    horizon: 26 weeks          # includes the warm-up
    warm-up: 4 weeks

    holidays:
      year-2023:
        - 2023-01-01 to 2023-01-08
        - 2023-02-23

    calendars:
      office: { mon-thu: "08:30-12:30, 13:15-17:30", fri: "08:30-12:30, 13:15-16:15", holidays: year-2023 }
      agencies-hours:
        mon-fri: 09:00-18:00
        sat: closed
        holidays: [year-2023, 2023-03-08]
        special days: { 2023-12-29: "09:00-12:00" }

    profiles:
      counter-hours: { "08": 0.05, "09": 0.11, "10": 0.15, "11": 0.15, "12": 0.11, "13": 0.08, "14": 0.12, "15": 0.11, "16": 0.08, "17": 0.04 }
      spring: { apr: 2, may: 2, jan: 1 }

    pools:
      desks: { staff: 2, on duty: { office: 1 }, discipline: priority, line limit: 30 }
      psychologists: { staff: 2, calendar: { first: office, second: office on mon, wed, fri } }
      curators: { staff: 4, calendar: office, closing: finish the service in hand }
      rooms: { staff: { value: 3, source: "building plan", status: source } }

    agencies:
      social-fund:
        share: 0.6
        source: "letter of the fund, 2023"
        channels:
          real-time: { share: 0.85, answers in: lognormal(median 3 min, sigma 1.0), fails: 0.03, retry: 1 after 1 working day, calendar: agencies-hours }
          electronic: { share: 0.15, answers in: lognormal(median 18 h, sigma 0.8), fails: 8 %, calendar: office }
          paper: { after: 48 h without answer, answers in: "triangular(3 d, 8 d, 21 d)", fails: 0.10 }
      registry:
        based on: social-fund
        share: 40 %

    families:
      disabled-child:
        title: Family with a disabled child
        arrivals: { rate: 0.86 per working day, calendar: office, profile: [counter-hours, spring] }
        documents: triangular(5, 7, 10)
        priority: 2
        patience: lognormal(median 45 min, sigma 0.6)
        attributes:
          children: categorical(1: 0.6, 2: 0.3, 3: 0.1)
          town: categorical(Коркино: 0.6, Челябинск: 0.4)
          complexity: 0.3
      routine:
        based on: disabled-child
        arrivals: { rate: 2.44 per working day }
        documents: 3
        priority: 3

    routes:
      one-window:
        - count: story told
        - serve:
            by: desks
            takes: lognormal(mean 30 min, cv 0.5)
            balks: { 5 waiting: 10 %, 10 waiting: 0.5 }
            if it gives up: [ { leave: too long a line } ]
        - lookup: { documents: all but 15 %, wait for: all, family waits: at home, by: desks, takes: 4 min }
        - choose:
            - chance: 0.45
              do:
                - serve: { by: [curators, 2 of rooms], takes: "triangular(40 min, 60 min, 90 min)", family absent: no }
                - together:
                    - [ { delay: 3 d } ]
                    - [ { serve: { by: psychologists, takes: 1 h, patience: unlimited, priority: 0 } } ]
                - repeat:
                    name: course
                    times: children
                    every: 7 d
                    do:
                      - visit: { travel: 25 min, during: office, do: [ { serve: { name: session, by: psychologists, takes: 45 min } } ] }
            - otherwise: [ { serve: { name: answer, by: desks, takes: 15 min } } ]
        - choose:
            name: by town
            options:
              - if: town = Челябинск and documents >= 5 and waiting at desks < 3
                do: [ { delay: { name: road, takes: 1 h, kind: travel } } ]
              - families: [routine]
                do: []
      carry-papers:
        title: The family carries the papers
        steps:
          - repeat: { times: documents, do: [ { use: { route: one-door, name: door } }, { count: document carried } ] }
          - repeat: { name: again, again: complexity, at most: 10, do: [ { keep: { by: rooms, do: [ { delay: 10 min } ] } } ] }
          - leave: { outcome: helped }
      one-door:
        - delay: { takes: 2 working days, calendar: agencies-hours, kind: agency }

    designs:
      one-window: { title: One window, route: one-window }
      second-desk: { based on: one-window, set: { pools/desks/on duty/office: 2, routes/one-window/serve desks/takes: 20 min } }
      papers: { route: carry-papers, routes: { routine: one-window } }

    targets:
      desk-wait: { waiting time at: desks, within: 15 min, for: 95 %, source: "standard" }
      journey: { time in system: disabled-child, within: 30 d, for: 0.9 }
      first: { time to first help: all, within: 1 h, for: 50 % }
    """#
