extension ScenarioDraft {
    /// The agencies of the template that asks them for papers.
    var agencies: String {
        """
        agencies:                   # \(say("все вместе; доли и сроки — допущения", "all of them together; shares and times are assumptions"))
          agencies:
            title: \(title("Ведомства", "Agencies"))
            channels:
              real-time:  { share: 75 %, answers in: "lognormal(median 3 min, sigma 1.0)", fails: 3 %, retry: 1 after 1 d }
              electronic: { share: 25 %, answers in: "lognormal(median 18 h, sigma 0.8)", fails: 8 %, retry: 1 after 1 d, calendar: office }
              paper:      { after: 48 h without answer, answers in: "triangular(3 d, 8 d, 21 d)", fails: 10 %, calendar: office }

        """
    }

    /// The routes of the template.
    var routes: String {
        switch sheet.template {
        case .counter: errand
        case .centre: "routes:\n" + oneWindow(lookup: "") + services
        case .papers: "routes:\n" + papersByHand + oneWindow(lookup: lookup) + services
        }
    }

    private var intake: String { "lognormal(mean \(sheet.answer(.service)) min, cv 0.5)" }
    private var travel: String { "triangular(10 min, 20 min, 40 min)" }

    private var errand: String {
        """
        routes:
          errand:
            title: \(title("Приём в окне", "Errand at a window"))
            steps:
              - serve: { by: desks, takes: "\(intake)" }

        """
    }

    /// One visit to the window, then help; with the lookups of staff where agencies are asked.
    private func oneWindow(lookup: String) -> String {
        """
          one-window:
            title: \(title("Одно окно", "One window"))
            steps:
              - visit:
                  name: first visit
                  title: \(title("первый визит", "first visit"))
                  travel: \(travel)
                  during: office
                  do:
                    - count: story told
                    - serve: { name: intake, title: \(title("приём", "intake")), by: desks, takes: "\(intake)" }
        \(lookup)      - use: help

        """
    }

    private var lookup: String {
        """
              - lookup:               # \(say("часть документов семья всё же приносит сама", "some papers the family still brings itself"))
                  title: \(title("запросы в ведомства", "lookups"))
                  documents: all but 15 %
                  by: desks
                  takes: triangular(2 min, 4 min, 6 min)

        """
    }

    /// What helps a family after its application: a curator for some, a psychologist for some.
    private var services: String {
        """
          help:
            title: \(title("Помощь", "Help"))
            steps:
              - choose:
                  name: curator needed
                  title: \(title("нужен ли куратор", "curator needed"))
                  options:
                    - chance: \(sheet.answer(.accompanied))
                      do:
                        - delay: { name: curator's date, title: \(title("ожидание встречи с куратором", "date with the curator")), takes: "uniform(0 working days, 3 working days)", calendar: office, kind: booking }
                        - visit:
                            name: curator visit
                            title: \(title("визит к куратору", "visit to the curator"))
                            travel: \(travel)
                            during: office
                            do:
                              - serve: { name: curator, title: \(title("встреча с куратором", "meeting with the curator")), by: curators, takes: "triangular(40 min, 60 min, 90 min)", patience: unlimited }
                        - serve: { name: case work, title: \(title("работа куратора с делом", "curator's work on the case")), by: curators, takes: "triangular(60 min, 90 min, 120 min)", family absent: yes }
              - choose:
                  name: psychologist needed
                  title: \(title("нужен ли психолог", "psychologist needed"))
                  options:
                    - chance: { value: 20 %, status: assumption }
                      do:
                        - repeat:
                            name: sessions
                            title: \(title("занятия с психологом", "sessions"))
                            times: 1 + geometric(mean 4)
                            every: 1 week
                            do:
                              - visit:
                                  name: session visit
                                  title: \(title("визит к психологу", "visit to the psychologist"))
                                  travel: \(travel)
                                  during: office
                                  do:
                                    - serve: { name: session, title: \(title("занятие с психологом", "session with the psychologist")), by: psychologists, takes: "triangular(45 min, 60 min, 75 min)", patience: unlimited }

        """
    }

    private var papersByHand: String {
        """
          papers-by-hand:
            title: \(title("Бумаги носит семья", "The family carries the papers"))
            steps:
              - repeat:
                  name: each paper
                  title: \(title("каждая справка", "each paper"))
                  times: documents
                  do:
                    - repeat:
                        name: until it works
                        title: \(title("пока не получится", "until it works"))
                        again: { value: 30 %, status: assumption }     # \(say("сходили зря — идут ещё раз", "the visit was in vain: come again"))
                        do:
                          - visit:
                              name: agency
                              title: \(title("поход в ведомство", "a visit to an agency"))
                              travel: triangular(20 min, 35 min, 60 min)
                              during: office
                              do:
                                - count: story told
                                - delay: { name: agency line, title: \(title("очередь в ведомстве", "line at the agency")), takes: exponential(mean 35 min), kind: waiting line }
                                - delay: { name: agency window, title: \(title("окно ведомства", "window of the agency")), takes: 12 min, kind: service }
                    - count: document carried
                    - delay: { name: paper issued, title: \(title("справку готовят", "the paper is made out")), takes: "uniform(0 d, 14 d)", kind: agency }
              - visit:
                  name: application
                  title: \(title("подача заявления", "handing in the application"))
                  travel: \(travel)
                  during: office
                  do:
                    - count: story told
                    - serve: { name: intake, title: \(title("приём", "intake")), by: desks, takes: "\(intake)" }
              - use: help

        """
    }
}
