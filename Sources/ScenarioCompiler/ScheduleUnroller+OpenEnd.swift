import RandomStreams
import ScenarioModel
import SimulationCore

/// How long a run may last that has no fixed end.
extension ScheduleUnroller {
    /// Most years in which the last family of such a run may arrive.
    private static let yearLimit = 150

    /// Days in which the limited arrivals of an open-ended run surely take place, with room for the last families.
    func daysNeeded(_ scenario: Scenario) throws(CompilationError) -> Int {
        var needed = 0
        for family in scenario.familyClasses {
            do throws(CompilationError) {
                needed = max(needed, try daysNeeded(family))
            } catch {
                throw error.within(.familyClass(family.name))
            }
        }
        return needed
    }

    private func daysNeeded(_ family: FamilyClass) throws(CompilationError) -> Int {
        // A quiet centre takes longer; several at once take less.
        let factor = try family.arrivals.busyness.map { busyness throws(CompilationError) in
            try SamplerChoice.sampler(for: busyness.factor).mean
        }
        let limit = family.arrivals.limit.map {
            Int((Double($0) / max(1e-6, min(1, factor ?? 1))).rounded(.up))
        }
        switch family.arrivals.pattern {
        case .poisson(let law):
            guard let limit else { return 0 }
            return try days(years: Double(limit) / (try arrivalsPerYear(law)))
        case .counted(let counts):
            guard let limit else { return 0 }
            return try days(of: counts, reaching: limit, family: family.name)
        case .listed(let moments):
            let coming = moments.filter { $0.date >= clock.firstDay }.prefix(limit ?? .max)
            let last = (coming.last?.date ?? clock.firstDay).dayNumber
            return try days(years: Double(last - clock.firstDay.dayNumber) / 366)
        case .openings(let use):
            guard let limit else { return 0 }
            return try days(ofOpenings: limit, use)
        case .renewal(let law):
            guard let limit else { return 0 }
            let mean = try SamplerChoice.sampler(for: law.law).mean
            let year = Double(366 * 1440 * CivilClock.minute)
            return try days(years: Double(limit) * mean / year)
        }
    }

    /// Days of so many years and half as many again.
    private func days(years: Double) throws(CompilationError) -> Int {
        guard years < Double(Self.yearLimit) else {
            throw CompilationError(
                english:
                    "the last family would arrive after some \(Int(min(years, 1e9))) years; 150 are possible",
                russian:
                    "последняя семья пришла бы примерно через \(Int(min(years, 1e9))) лет, допускается не более 150"
            )
        }
        return Int(years * 1.5 * 366)
    }

    /// Days in which a calendar opens half as many times again as a limit; all until its last opening, if it opens less often.
    private func days(ofOpenings limit: Int, _ use: CalendarUse) throws(CompilationError) -> Int {
        let hours = try hours(of: use)
        let first = clock.firstDay.dayNumber
        var openings = 0
        var last = 0
        for offset in 0..<Self.yearLimit * 366 where openings * 2 < limit * 3 {
            let ofDay = hours.openings(on: first + offset).count
            if ofDay > 0 { last = offset }
            openings += ofDay
        }
        guard openings >= limit else {
            throw CompilationError(
                english:
                    "calendar '\(use.calendar)' opens \(openings) times in 150 years; 'at most' asks for \(limit)",
                russian:
                    "календарь «\(use.calendar)» за 150 лет открывается \(openings) раз, а «at most» — \(limit)"
            )
        }
        return last + 1
    }

    /// Days in which counts bring half as many families again as a limit; all their days, if they end before.
    private func days(
        of counts: CountedArrivals,
        reaching limit: Int,
        family: String
    ) throws(CompilationError) -> Int {
        let first = clock.firstDay.dayNumber
        var families = 0.0
        var last = 0
        for offset in 0..<Self.yearLimit * 366 where families < 1.5 * Double(limit) {
            let day = counts.counts(on: CivilDate(dayNumber: first + offset))
            guard !day.isEmpty else { continue }
            families += day.reduce(0) { $0 + $1.families }
            last = offset
        }
        guard families >= Double(limit) else {
            let mean = Int(families.rounded())
            throw CompilationError(
                english:
                    "families '\(family)' would never be \(limit): the file's counts bring some \(mean) in 150 years",
                russian:
                    "семей «\(family)» никогда не наберётся \(limit): по числам из файла за 150 лет их придёт примерно \(mean)"
            )
        }
        return last
    }
}
