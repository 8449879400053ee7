/// Requests of items and their responders as plain memory: arrays that replications share would be counted by all threads.
struct ReplyTables {
    let requests: UnsafeMutablePointer<ItemRequestRow>
    /// Responders of all requests, one request after another.
    let routes: UnsafeMutablePointer<ReplyRouteRow>
    /// Items that are told apart of all requests, one request after another.
    let items: UnsafeMutablePointer<ItemRequestPlan.Item>
    /// Draws of the channels of all routes, one route after another.
    let channelDraws: UnsafeMutablePointer<ItemRequestPlan.ChannelDraws>
    let responders: UnsafeMutablePointer<ResponderRow>
    /// Channels of all responders, one responder after another.
    let channels: UnsafeMutablePointer<ResponderPlan.Channel>

    init(_ program: Program) {
        let plans = program.itemRequests
        let allRoutes = plans.flatMap(\.responders)
        let firstRoutes = ReplicationTables.starts(plans.map(\.responders.count))
        let firstDraws = ReplicationTables.starts(allRoutes.map(\.channels.count))
        let firstChannels = ReplicationTables.starts(program.responders.map(\.channels.count))
        let firstItems = ReplicationTables.starts(plans.map(\.items.count))
        requests = ReplicationTables.copied(
            plans.indices.map { ItemRequestRow(plans[$0], firstRoutes[$0], firstItem: firstItems[$0]) }
        )
        items = ReplicationTables.copied(plans.flatMap(\.items))
        routes = ReplicationTables.copied(zip(allRoutes, firstDraws).map(ReplyRouteRow.init))
        channelDraws = ReplicationTables.copied(allRoutes.flatMap(\.channels))
        responders = ReplicationTables.copied(zip(program.responders, firstChannels).map(ResponderRow.init))
        channels = ReplicationTables.copied(program.responders.flatMap(\.channels))
    }

    /// Gives back the memory.
    func deallocate() {
        requests.deallocate()
        routes.deallocate()
        items.deallocate()
        channelDraws.deallocate()
        responders.deallocate()
        channels.deallocate()
    }

    /// The route of a request that a uniform number chooses.
    func route(of request: UnsafeMutablePointer<ItemRequestRow>, at chance: Double) -> ReplyRouteRow {
        let first = routes + request.pointee.firstRoute
        var place = 0
        while place < request.pointee.routeCount - 1, chance >= first[place].cumulative { place += 1 }
        return first[place]
    }

    /// The channel of a responder that a uniform number chooses, as its place among the responder's channels.
    func channel(of responder: UnsafeMutablePointer<ResponderRow>, at chance: Double) -> Int {
        let first = channels + responder.pointee.firstChannel
        var place = 0
        while place < responder.pointee.channelCount - 1, chance >= first[place].cumulative { place += 1 }
        return place
    }
}

/// What a run needs of a request of items.
struct ItemRequestRow {
    let register: Int32
    let selectionDraw: Int32
    let selectionChance: Double
    let responderDraw: Int32
    let waitFor: Int32
    let unselectedCounter: Int32
    let firstRoute: Int
    let routeCount: Int
    /// First of the items that are told apart, and how many they are.
    let firstItem: Int
    let namedCount: Int

    init(_ plan: ItemRequestPlan, _ firstRoute: Int, firstItem: Int) {
        self.firstItem = firstItem
        namedCount = plan.items.count
        register = plan.register
        selectionDraw = plan.selectionDraw
        selectionChance = plan.selectionChance
        responderDraw = plan.responderDraw
        waitFor = plan.waitFor
        unselectedCounter = plan.unselectedCounter
        self.firstRoute = firstRoute
        routeCount = plan.responders.count
    }
}

/// What a run needs of a request's way to a responder.
struct ReplyRouteRow {
    let responder: Int32
    let cumulative: Double
    let channelDraw: Int32
    let fallBackAfter: Int32
    let firstDraws: Int
    let drawsCount: Int

    init(_ route: ItemRequestPlan.Route, firstDraws: Int) {
        responder = route.responder
        cumulative = route.cumulative
        channelDraw = route.channelDraw
        fallBackAfter = route.fallBackAfter
        self.firstDraws = firstDraws
        drawsCount = route.channels.count
    }
}

/// What a run needs of a responder.
struct ResponderRow {
    let tally: Int32
    let firstChannel: Int
    let channelCount: Int
    let fallBack: ResponderPlan.Channel?

    init(_ plan: ResponderPlan, firstChannel: Int) {
        tally = plan.tally
        self.firstChannel = firstChannel
        channelCount = plan.channels.count
        fallBack = plan.fallBack
    }
}
