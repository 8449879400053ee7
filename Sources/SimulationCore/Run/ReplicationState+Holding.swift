/// Resources that are given back later than their strand goes on.
extension ReplicationState {
    /// Gives back the resources of a request after a duration, while the strand goes on.
    @inline(never)
    mutating func releaseLater(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        let end = end(of: row.pointee.second, strand, from: now)
        let request = HeldRequest(
            request: row.pointee.first,
            classIndex: strand.pointee.classIndex,
            server: server(heldBy: strand, requests + Int(row.pointee.first))
        )
        guard end > now else { return release(request) }
        guard end < horizon else { return }
        _ = calendar.insert(at: end, .release, payload: EventAction.giveBack.payload(held.add(request)))
    }

    /// Gives back what was held beyond its strand's going on.
    mutating func giveBackHeld(_ place: Int32) {
        release(held.remove(place))
        stopIfOver()
    }

    private mutating func release(_ held: HeldRequest) {
        release(requests + Int(held.request), of: held.classIndex, server: held.server)
    }

    /// Stops a run without a fixed end when nobody is left, nobody comes and nothing is held.
    mutating func stopIfOver() {
        if present == 0, held.isEmpty, !calendar.hasArrival, horizon == .never { stop() }
    }
}

/// What is to be given back later than its strand goes on.
struct HeldRequest {
    var request: Int32
    var classIndex: Int32
    /// The server, or -1 where they are all alike.
    var server: Int32
}

/// Elements that events refer to by their places, which are used again.
struct PlaceTable<Element> {
    private var elements: [Element] = []
    private var spare: [Int32] = []

    var isEmpty: Bool { elements.count == spare.count }

    /// Adds an element, and returns its place.
    mutating func add(_ element: Element) -> Int32 {
        guard let place = spare.popLast() else {
            elements.append(element)
            return Int32(elements.count - 1)
        }
        elements[Int(place)] = element
        return place
    }

    /// Takes the element of a place out.
    mutating func remove(_ place: Int32) -> Element {
        spare.append(place)
        return elements[Int(place)]
    }
}
