/// Pieces of the small scenario and what they are replaced with, one mistake each.
let faultyPieces: [(title: String, old: String, new: String)] = [
    ("unknown pool", "by: desks", "by: desk"),
    ("unknown pool far", "by: desks", "by: psychologists"),
    ("unknown key", "staff: 3", "staf: 3"),
    ("unknown key far", "documents: 3", "colour: red"),
    ("missing key", "{ by: desks, takes: 15 min }", "{ by: desks }"),
    ("bare number for a duration", "takes: 15 min", "takes: 15"),
    ("misspelt unit", "takes: 15 min", "takes: 15 mins"),
    ("no space before the unit", "takes: 15 min", "takes: 15min"),
    ("negative duration", "takes: 15 min", "takes: -15 min"),
    ("huge duration", "takes: 15 min", "takes: 1e12 weeks"),
    ("unknown law", "takes: 15 min", "takes: \"lognormall(mean 3 min, cv 1)\""),
    ("wrong parameters", "takes: 15 min", "takes: \"lognormal(mean 3 min)\""),
    ("unknown parameter", "takes: 15 min", "takes: \"exponential(maen 3 min)\""),
    ("law below zero", "takes: 15 min", "takes: \"normal(mean 10 min, sd 2 min)\""),
    ("mixed clocks", "takes: 15 min", "takes: \"uniform(1 h, 2 working h)\""),
    ("parameters out of order", "takes: 15 min", "takes: \"triangular(9 min, 5 min, 7 min)\""),
    ("working time without calendar", "delay: 5 min", "delay: 5 working h"),
    ("bad count", "documents: 3", "documents: three"),
    ("unit not due", "documents: 3", "documents: 3 min"),
    ("bad whole number", "staff: 3", "staff: 2.5"),
    ("too many on duty", "office: 1", "office: 3"),
    ("ageing without priority", "staff: 3", "staff: 3, ageing: 10 min"),
    ("pre-emption without priority", "staff: 3", "staff: 3, pre-emption: resume"),
    ("reserved for an unknown class", "staff: 3", "staff: 3, reserved: { rutine: 1 }"),
    ("too many reserved", "staff: 3", "staff: 3, reserved: { routine: 4 }"),
    ("reserved in random order", "staff: 3", "staff: 3, discipline: random, reserved: { routine: 1 }"),
    ("absence without a calendar", "staff: 3", "staff: 3, absence: 8 %"),
    (
        "busyness without a rate", "rate: 3.3 per working day, calendar: office, profile: hours",
        "every: 5 min, busyness: { factor: 1 }"
    ),
    ("busyness of nothing", "profile: hours", "profile: hours, busyness: { factor: 0 }"),
    ("factor of an unknown attribute", "takes: 15 min", "takes: 15 min, factor: 1 + childen"),
    ("factor of words", "takes: 15 min", "takes: 15 min, factor: 1 + town"),
    ("factor with a duration", "takes: 15 min", "takes: 15 min, factor: 1 + 5 min"),
    ("factor without an end", "takes: 15 min", "takes: 15 min, factor: \"2 * (1 + children\""),
    ("divided by nothing", "takes: 15 min", "takes: 15 min, factor: children / 0"),
    ("divided by an attribute", "takes: 15 min", "takes: 15 min, factor: 1 / children"),
    ("setting an unknown attribute", "delay: 5 min", "set: { childen: 2 }"),
    ("setting words to another", "delay: 5 min", "set: { town: c }"),
    ("setting nothing", "delay: 5 min", "set: {}"),
    ("a condition with nothing after or", "chance: 0.45", "if: documents > 2 or"),
    (
        "unknown document of a family", "families:\n  routine:",
        "documents: { passport: { agency: fund } }\nfamilies:\n  routine:\n    has: { pasport: 1 }"
    ),
    (
        "document of an unknown member", "families:",
        "documents: { passport: { holder: child, agency: fund } }\nfamilies:"
    ),
    ("document of nobody", "families:", "documents: { passport: {} }\nfamilies:"),
    ("document of an unknown agency", "families:", "documents: { passport: { agency: fond } }\nfamilies:"),
    ("document named like an attribute", "families:", "documents: { children: { agency: fund } }\nfamilies:"),
    ("unknown document looked up", "delay: 5 min", "lookup: { documents: [ passport ] }"),
    (
        "some of the documents named", "    - delay: { name: rest",
        "    - lookup: { documents: [ passport ], wait for: 1 }\n    - delay: { name: rest"
    ),
    ("no document named", "delay: 5 min", "lookup: { documents: [] }"),
    (
        "no members of the family", "families:\n  routine:",
        "families:\n  routine:\n    members: { parent: any, child: 17, aunt: poisson(mean 2), all: 1 }"
    ),
    (
        "members named like an attribute", "families:\n  routine:",
        "families:\n  routine:\n    members: { children: 2 }"
    ),
    ("unknown member in a step", "delay: 5 min", "with: { members: { parnet: 1 }, do: [] }"),
    (
        "unknown members of a branch", "delay: 5 min",
        "together: { branches: [ { each: child, do: [] }, { do: [], eech: child } ], wait for: child }"
    ),
    ("branches that are steps", "delay: 5 min", "together: [ { leave: a }, { leave: b } ]"),
    (
        "members twice", "    route: main\nroutes:\n  main:\n",
        "    members: { parent: 1 }\n    route: main\nroutes:\n  main:\n"
            + "    - with: { members: [parent, parent], do: [] }\n    - with: { members: {}, do: [] }\n"
            + "    - together: { branches: [ { each: parent, do: [] } ], wait for: 17 }\n"
    ),
    ("hand-offs counted by hand", "delay: 5 min", "count: hand-off"),
    ("a skill of nobody told apart", "takes: 15 min", "takes: 15 min, skill: law"),
    ("a person of nobody told apart", "takes: 15 min", "takes: 15 min, person: same"),
    ("chance of words", "chance: 0.45", "chance: town"),
    ("one member without pay", "staff: 3", "members: { anna: { pay: 400 rub/h }, boris: {} }"),
    ("overtime pay alone of a member", "staff: 3", "members: { anna: { overtime pay: 400 rub/h } }"),
    (
        "openings beside a rate", "profile: hours",
        "profile: hours, at each opening of: office"
    ),
    (
        "openings with a profile", "rate: 3.3 per working day, calendar: office, profile: hours",
        "at each opening of: office, profile: hours"
    ),
    (
        "openings of an unknown calendar", "rate: 3.3 per working day, calendar: office, profile: hours",
        "at each opening of: ofice"
    ),
    ("own lines of nobody known", "on duty: { office: 1 }", "on duty: { office: 1 }, own lines: yes"),
    ("jockeying in one line", "staff: 3", "staff: 3, jockeying: 1"),
    (
        "own lines and pre-emption", "staff: 3",
        "staff: 3, discipline: priority, pre-emption: resume, own lines: yes"
    ),
    ("full without a limit", "staff: 3", "staff: 3, when full: hold up"),
    ("held up and sent home", "staff: 3", "staff: 3, line limit: 2, when full: hold up, closing: send home"),
    ("neither staff nor members", "staff: 3", "discipline: priority"),
    ("staff beside members", "staff: 3", "staff: 3, members: { anna: {} }"),
    ("unknown key of a member", "staff: 3", "members: { anna: { skils: [a] } }"),
    ("a member that stands still", "staff: 3", "members: { anna: { speed: 0 } }"),
    ("one member without a calendar", "staff: 3", "members: { anna: { calendar: office }, boris: {} }"),
    ("reserved among members", "staff: 3", "members: { anna: {}, boris: {} }, reserved: { routine: 1 }"),
    ("members in random order", "staff: 3", "discipline: random, members: { anna: {} }"),
    ("cases of nobody known", "on duty: { office: 1 }", "on duty: { office: 1 }, caseload: 5"),
    ("assigned without a caseload", "delay: 5 min", "assign: { by: rooms, do: [] }"),
    ("unknown word for a person", "takes: 15 min", "takes: 15 min, person: sane"),
    ("a group that knows its person", "takes: 15 min", "takes: 15 min, person: same, group: { of: 3 }"),
    ("nobody at once", "profile: hours", "profile: hours, families at once: 0.4"),
    ("at start of an unknown step", "documents: 3", "at start: { recepton: 2 }"),
    ("group with patience", "takes: 15 min", "takes: 15 min, patience: 5 min, group: { of: 3 }"),
    ("group at least more", "takes: 15 min", "takes: 15 min, group: { of: 3, within: 1 h, at least: 4 }"),
    ("group at least for ever", "takes: 15 min", "takes: 15 min, group: { of: 3, at least: 2 }"),
    ("unknown calendar", "office: 1", "ofice: 1"),
    ("unknown calendar day", "calendar: office, profile", "calendar: office on mon wedd, profile"),
    ("bad hours", "\"09:00-18:00\"", "\"18:00-09:00\""),
    ("unknown weekday", "mon-fri", "mon-fry"),
    ("bad rate", "3.3 per working day", "3.3 per workday"),
    ("decimal comma", "3.3 per working day", "\"3,3 per working day\""),
    ("rate without calendar", ", calendar: office, profile: hours", " "),
    ("bad profile", "\"10\": 2", "\"25\": 2"),
    ("chances above one", "chance: 0.45", "chance: 1.45"),
    ("chances add up to more", "- otherwise: []", "- { chance: 0.6, do: [] }"),
    ("mixed options", "- otherwise: []", "- { if: documents > 3, do: [] }"),
    ("otherwise not last", "- { chance: 0.45, do: [ { delay: 5 min } ] }", "- otherwise: []"),
    ("bad condition", "{ chance: 0.45, do: [ { delay: 5 min } ] }", "{ if: documents about 3, do: [] }"),
    (
        "unknown attribute in condition", "{ chance: 0.45, do: [ { delay: 5 min } ] }",
        "{ if: childrn > 1, do: [] }"
    ),
    ("unknown word of attribute", "{ chance: 0.45, do: [ { delay: 5 min } ] }", "{ if: town = c, do: [] }"),
    (
        "two kinds in a step", "- delay: { name: rest, takes: 2 working h, calendar: office }",
        "- { delay: 5 min, leave: done }"
    ),
    ("unknown kind of step", "- delay:", "- dealy:"),
    ("second step of a name", "do: [ { use: other } ]", "do: [ { use: other }, { use: other } ]"),
    ("route uses itself", "- delay: { name: rest, takes: 2 working h, calendar: office }", "- use: main"),
    (
        "nested repeats", "do: [ { use: other } ]",
        "do: [ { repeat: { name: b, times: 2, do: [ { repeat: { name: c, times: 2, do: [ { repeat: { name: d, times: 2, do: [] } } ] } } ] } } ]"
    ),
    ("unknown route", "use: other", "use: othr"),
    ("class without a route", "    route: main\n", ""),
    ("target without a measure", "waiting time at: desks, ", ""),
    ("share above one", "for: 95 %", "for: 950 %"),
    ("unknown class in target", "waiting time at: desks", "time in system: routin"),
    ("fall-back only", "web: { answers in: 3 h }", "web: { after: 2 h without answer, answers in: 3 h }"),
    ("bad retry", "answers in: 3 h", "answers in: 3 h, retry: twice"),
    ("always failing agency", "answers in: 3 h", "answers in: 3 h, fails: 1"),
    ("duplicate key", "staff: 3", "staff: 3, staff: 4"),
    ("duplicate key in a block", "horizon: 4 weeks", "horizon: 4 weeks\nhorizon: 5 weeks"),
    ("anchor", "staff: 3", "staff: &a 3"),
    ("alias", "staff: 3", "staff: *a"),
    ("tag", "staff: 3", "staff: !!int 3"),
    ("merge key", "rooms: { staff: 3 }", "rooms: { <<: { staff: 3 } }"),
    ("not YAML", "rooms: { staff: 3 }", "rooms: { staff: 3"),
    ("second document", "targets:", "---\ntargets:"),
    ("unquoted comma", "mon-fri: \"09:00-18:00\"", "mon-fri: 09:00-13:00, 14:00-18:00"),
    ("run that never ends", "horizon: 4 weeks", "horizon: until all have left"),
    ("warm-up too long", "horizon: 4 weeks", "horizon: 4 weeks\nwarm-up: 5 weeks"),
    ("warm-up longer than a third", "horizon: 4 weeks", "horizon: 4 weeks\nwarm-up: 2 weeks"),
    ("bad time zone", "starts: 2023-01-09", "starts: 2023-01-09\ntime zone: Asia/Ekaterinburg"),
    ("bad date", "starts: 2023-01-09", "starts: 2023-02-30"),
    ("based on a circle", "rooms: { staff: 3 }", "rooms: { based on: beds }\n  beds: { based on: rooms }"),
    ("path that leads nowhere", "targets:", "designs:\n  more: { set: { pools/desk/staff: 3 } }\ntargets:"),
    ("unknown design", "targets:", "designs: { a: { route: main } }\nbaseline: b\ntargets:"),
    ("bad value of a word", "staff: 3", "staff: 3, discipline: filo"),
    ("missing value", "staff: 3", "staff:"),
    ("bad status", "staff: 3", "staff: { value: 3, status: guess }"),
    ("name used often", "by: desks", "by: [deskz, 2 of deskz]"),
    ("several at once", "by: desks, takes: 15 min", "by: desk, takes: 15"),
    ("cyrillic columns", "fund: { share: 1,", "fund: { title: \"Фонд пенсий\", shara: 1,"),
    (
        "decomposed letters count once", "fund: { share: 1,",
        "fund: { title: \"Челябинскии\u{306}\", shara: 1,"
    ),
    ("tabs count as one", "fund: { share: 1,", "fund: { title: \"a\tb\", shara: 1,"),
    ("repeat without a rule", "times: 2, ", ""),
    ("two rules of a repeat", "times: 2, ", "times: 2, again: 0.5, "),
    (
        "one branch", "- delay: { name: rest, takes: 2 working h, calendar: office }",
        "- together: [ [ { delay: 5 min } ] ]"
    ),
    ("balking that falls", "takes: 15 min }", "takes: 15 min, balks: { 5 waiting: 0.5, 9 waiting: 0.4 } }"),
    ("balking without a length", "takes: 15 min }", "takes: 15 min, balks: { long: 0.5 } }"),
    (
        "handling without time", "- delay: { name: rest, takes: 2 working h, calendar: office }",
        "- lookup: { by: desks }"
    ),
    (
        "bad documents of a lookup", "- delay: { name: rest, takes: 2 working h, calendar: office }",
        "- lookup: { documents: most }"
    ),
    ("count of a trip", "- delay: { name: rest, takes: 2 working h, calendar: office }", "- count: trip"),
    ("step that is not in a list", "do: [ { use: other } ]", "do: { use: other }"),
    (
        "calendars for too few", "rooms: { staff: 3 }",
        "rooms: { staff: 3, calendar: { first: office, second: office } }"
    ),
    ("overlapping duty", "on duty: { office: 1 }", "on duty: { office: 1, office on mon: 2 }"),
    (
        "both rate and interval", "rate: 3.3 per working day, calendar",
        "every: 5 min, rate: 3 per day, calendar"
    ),
    ("misspelt pay", "staff: 3", "staff: 3, pai: 420 rub/h"),
    ("pay without its unit", "staff: 3", "staff: 3, pay: 420"),
    ("misspelt unit of pay", "staff: 3", "staff: 3, pay: 420 rub/g"),
    ("Russian unit of pay", "staff: 3", "staff: 3, pay: 420 руб/час"),
    ("pay of a month", "staff: 3", "staff: 3, pay: 60000 rub per month"),
    ("overtime pay alone", "staff: 3", "staff: 3, overtime pay: 630 rub/h"),
    ("misspelt overtime pay", "staff: 3", "staff: 3, pay: 420 rub/h, overtime pai: 630 rub/h"),
    ("blanks in a sum", "staff: 3", "staff: 3, capital cost: 1 200 000 rub, lasts: 10 years"),
    ("misspelt capital cost", "staff: 3", "staff: 3, capitol cost: 1200000 rub, lasts: 10 years"),
    ("capital cost alone", "staff: 3", "staff: 3, capital cost: 1200000 rub"),
    ("misspelt years", "staff: 3", "staff: 3, capital cost: 1200000 rub, lasts: 10 yaers"),
    ("slash in a name", "rooms: { staff: 3 }", "a/b: { staff: 3 }"),
    ("measures by a misspelt attribute", "targets:", "measures by: [twon]\ntargets:"),
    ("measures by an unknown attribute", "targets:", "measures by: [channel]\ntargets:"),
    ("measures by numbers", "targets:", "measures by: children\ntargets:"),
    (
        "measures by a document", "families:",
        "documents: { passport: { agency: fund } }\nmeasures by: [passport]\nfamilies:"
    ),
    ("measures by an attribute twice", "targets:", "measures by: [town, town]\ntargets:"),
    ("measures by a mapping", "targets:", "measures by: { town: yes }\ntargets:"),
    (
        "measures by where there are no words", ", town: \"categorical(a: 1, b: 2)\" }\n    route: main\n",
        " }\n    route: main\nmeasures by: [children]\n"
    ),
]
