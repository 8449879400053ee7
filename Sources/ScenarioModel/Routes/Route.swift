/// A designed path: steps in order, nested where the path forks.
public struct Route: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// Title for people.
    public var title: LocalizedText
    /// The steps.
    public var steps: [Step]

    /// Makes a route from its parts.
    public init(name: String, title: LocalizedText, steps: [Step]) {
        self.name = name
        self.title = title
        self.steps = steps
    }
}

/// One element of a route.
public struct Step: Sendable, Hashable {
    /// Identity in the route and key of its chance; by default kind and target (`serve desks`).
    public var name: String
    /// Title for people, if it differs from the name.
    public var title: LocalizedText?
    /// What the step does.
    public var action: StepAction

    /// Makes a step from its parts.
    public init(name: String, title: LocalizedText? = nil, action: StepAction) {
        self.name = name
        self.title = title
        self.action = action
    }
}

extension Step {
    /// The lists of steps inside this one, in order.
    public var nested: [[Step]] {
        switch action {
        case .serve(let serve): serve.exits
        case .keep(let keep): [keep.steps] + [keep.onGivingUp, keep.onSendingHome].compactMap(\.self)
        case .choose(let choose):
            switch choose.rule {
            case .chances(let options): options.map(\.steps) + [choose.otherwise]
            case .conditions(let options): options.map(\.steps) + [choose.otherwise]
            }
        case .together(let together): together.branches.map(\.steps)
        case .repeat(let loop): [loop.steps]
        case .visit(let visit): [visit.steps]
        case .members(let with): [with.steps]
        case .lookup, .delay, .use, .count, .set, .leave: []
        }
    }

    /// This step and all steps inside it, in order.
    public var andNested: [Step] {
        [self] + nested.flatMap { $0.flatMap(\.andNested) }
    }
}

/// What a step does.
public indirect enum StepAction: Sendable, Hashable {
    /// Wait for staff and be served.
    case serve(ServeStep)
    /// Ask other agencies for documents and wait for the answers.
    case lookup(LookupStep)
    /// Let time pass.
    case delay(DelayStep)
    /// Go one of several ways.
    case choose(ChooseStep)
    /// Go several ways at once, then unite.
    case together(TogetherStep)
    /// Give attributes new values.
    case set(SetStep)
    /// Do steps several times.
    case `repeat`(RepeatStep)
    /// Travel to a place, do steps there, travel back: one trip.
    case visit(VisitStep)
    /// Keep staff or rooms while steps are done.
    case keep(KeepStep)
    /// Do steps that members of the family take part in.
    case members(MembersStep)
    /// Follow another route, then go on.
    case use(UseStep)
    /// Count something for the family's effort.
    case count(EffortCount)
    /// Leave with an outcome.
    case leave(outcome: String)
}

/// What a family's effort is counted in, beside hours.
public enum EffortCount: String, Sendable, Hashable, CaseIterable {
    /// A trip there and back; counted by `visit`.
    case trip
    /// The family tells its story from the beginning.
    case storyTold = "story told"
    /// The family brings a document itself.
    case documentCarried = "document carried"
    /// The case passes from one of the staff to another; counted by the services themselves.
    case handOff = "hand-off"
}
