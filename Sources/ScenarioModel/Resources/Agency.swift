/// Another body that answers lookups, without a waiting line of its own.
public struct Agency: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// Title for people.
    public var title: LocalizedText
    /// Its weight among all agencies when a document's agency is drawn, above 0.
    public var share: Double
    /// How it answers: channels with a share (at least one), ordered by name.
    public var channels: [AgencyChannel]
    /// The channel that is turned to when no answer has come, or nil.
    public var fallBack: FallBack?

    /// A channel turned to when no answer has come in time.
    public struct FallBack: Sendable, Hashable {
        /// How long an answer is awaited first; a final failure turns to it at once.
        public var after: DurationLaw
        /// The channel.
        public var channel: AgencyChannel

        /// Makes a fall-back from its parts.
        public init(after: DurationLaw, channel: AgencyChannel) {
            self.after = after
            self.channel = channel
        }
    }

    /// Makes an agency from its parts.
    public init(
        name: String,
        title: LocalizedText,
        share: Double,
        channels: [AgencyChannel],
        fallBack: FallBack? = nil
    ) {
        self.name = name
        self.title = title
        self.share = share
        self.channels = channels
        self.fallBack = fallBack
    }
}

/// One way in which an agency answers.
public struct AgencyChannel: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// Its weight among the agency's channels, above 0 (1 for a fall-back).
    public var share: Double
    /// Time from sending to the answer, in the agency's own working time where a calendar is given.
    public var answersIn: DurationLaw
    /// Chance that an answer is a failure (mismatch, no data, lost), 0 to below 1.
    public var failureChance: Double
    /// How often a failed request is sent again in this channel; a fall-back is sent until it is answered.
    public var retries: Int
    /// Pause before it is sent again.
    public var retryAfter: DurationLaw

    /// Makes a channel from its parts.
    public init(
        name: String,
        share: Double,
        answersIn: DurationLaw,
        failureChance: Double = 0,
        retries: Int = 0,
        retryAfter: DurationLaw = DurationLaw(.constant(0))
    ) {
        self.name = name
        self.share = share
        self.answersIn = answersIn
        self.failureChance = failureChance
        self.retries = retries
        self.retryAfter = retryAfter
    }
}
