import UserTexts

/// A pool whose load is spoken of, or those of its members who have a skill.
struct LoadedPoolText: TextCatalogue {
    /// The pool, as people call it.
    let pool: String
    let skill: String?

    var wording: LocalisedText {
        LocalisedText(
            ru: "«\(pool)»" + (skill.map { " (навык «\($0)»)" } ?? ""),
            en: "“\(pool)”" + (skill.map { " (skill “\($0)”)" } ?? "")
        )
    }
}
