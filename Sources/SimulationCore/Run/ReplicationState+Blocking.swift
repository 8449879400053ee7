/// Strands that wait for room in a line, and keep what they hold meanwhile.
extension ReplicationState {
    /// Lets a strand on to a request's line; false when there is no room for it.
    @inline(never)
    mutating func enter(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) -> Bool {
        let request = requests + Int(row.pointee.first)
        let pool = Int(request.pointee.poolIndex)
        if strand.pointee.isLetIn {
            strand.pointee.isLetIn = false
            pools[pool].letIn -= 1
            return true
        }
        if blocked[pool].isEmpty, pools[pool].hasRoom || isFree(strand, request) { return true }
        strand.pointee.state = .blocked
        strand.pointee.since = now
        setKind(row.pointee.kind, of: strand)
        blocked[pool].append(strand.pointee.slot)
        return false
    }

    /// Lets in as many of those held up before a pool's line as there is room for, the first first.
    mutating func letIn(_ pool: Int) {
        while let slot = blocked[pool].first {
            let strand = strand(slot)
            let request = requests + Int(strand.pointee.row.pointee.first)
            guard pools[pool].hasRoom || isFree(strand, request) else { return }
            blocked[pool].removeFirst()
            if isRecorded(strand) {
                record(.blocked, strand, from: strand.pointee.since, subject: Int32(pool))
            }
            strand.pointee.isLetIn = true
            strand.pointee.state = .ready
            pools[pool].letIn += 1
            makeReady(slot)
        }
    }

    /// Whether a strand could be granted its request at once, with nobody let in before it.
    private mutating func isFree(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Bool {
        let pool = request.pointee.pool
        return pool.pointee.letIn == 0 && available(pool) >= request.pointee.units
            && !lacksServer(strand, request) && canBeGrantedAtOnce(strand, request)
    }

    /// Forgets a strand that is held up, or has just been let in, and goes another way.
    mutating func stopEntering(_ strand: UnsafeMutablePointer<Strand>) {
        let pool = Int(requests[Int(strand.pointee.row.pointee.first)].poolIndex)
        if strand.pointee.isLetIn {
            strand.pointee.isLetIn = false
            pools[pool].letIn -= 1
        } else {
            blocked[pool].removeAll { $0 == strand.pointee.slot }
        }
        letIn(pool)
    }
}
