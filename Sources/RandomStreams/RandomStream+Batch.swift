extension RandomStream {
    /// Exponential variates of mean 1 for consecutive entities, each the first draw of its own stream.
    ///
    /// Element i of `gaps` becomes what `exponential()` gives for entity `firstEntity` + i (wrapping) at the
    /// first occurrence. The words do not wait for each other, which costs less than one stream after another.
    ///
    /// - Parameters:
    ///   - key: the purpose and type under the seed.
    ///   - firstEntity: the ordinal of the first entity.
    ///   - replication: the index of the replication.
    ///   - gaps: where the variates go; its length says how many.
    public static func fillExponentials(
        key: StreamKey,
        firstEntity: UInt32,
        replication: UInt32,
        into gaps: UnsafeMutableBufferPointer<Double>
    ) {
        let layers = ZigguratTables.shared.layers
        var entity = firstEntity
        for index in gaps.indices {
            var stream = RandomStream(
                key: key,
                occurrence: Occurrence(),
                entity: entity,
                replication: replication
            )
            gaps[index] = stream.exponential(from: stream.takeWord(), layers)
            entity &+= 1
        }
    }
}
