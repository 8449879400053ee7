import ScenarioModel

extension PoolDecoder {
    /// What each member is paid; nil where the file does not say.
    func pay(_ reader: ObjectReader) -> Pay? {
        let pay = reader.field("pay")
        let overtime = reader.field("overtime pay")
        if let overtime, pay == nil, !reader.seems("pay") {
            overtime.fault(DiagnosticText("give 'pay' as well", "укажите и «pay»"))
        }
        let overtimeRoubles = overtime?.roublesPerHour()
        return pay?.roublesPerHour().map {
            Pay(roublesPerHour: $0, overtimeRoublesPerHour: overtimeRoubles)
        }
    }

    /// What each costs once and how long it lasts; nil where the file does not say.
    func capitalCost(_ reader: ObjectReader) -> CapitalCost? {
        let cost = reader.field("capital cost")
        let lasts = reader.field("lasts")
        if let cost, lasts == nil, !reader.seems("lasts") {
            cost.fault(
                DiagnosticText(
                    "give 'lasts' as well, such as '10 years'",
                    "укажите и срок службы «lasts», например «10 years»"
                )
            )
        }
        if let lasts, cost == nil, !reader.seems("capital cost") {
            lasts.fault(DiagnosticText("give 'capital cost' as well", "укажите и «capital cost»"))
        }
        let roubles = cost?.roubles()
        guard let lifetime = lasts?.lifetime(), let roubles else { return nil }
        return CapitalCost(roubles: roubles, lifetime: lifetime)
    }
}
