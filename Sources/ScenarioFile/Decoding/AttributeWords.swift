import ScenarioModel

/// Gives the words of an attribute the same numbers in all classes: their place in alphabetical order.
struct AttributeWords {
    let context: DecodingContext

    /// The classes with their words numbered over all classes that have the attribute.
    func numbered(_ classes: [FamilyClass]) -> [FamilyClass] {
        for name in Set(classes.flatMap(\.attributes).map(\.name)) {
            let words = classes.words(of: name)
            if !words.isEmpty { context.attributeWords[name] = words }
        }
        for name in context.names[.document] ?? [] { context.attributeWords[name] = DocumentDecoder.words }
        return classes.map { familyClass in
            var familyClass = familyClass
            for index in familyClass.attributes.indices {
                guard case .categorical(var categories) = familyClass.attributes[index].law,
                    let order = context.attributeWords[familyClass.attributes[index].name]
                else { continue }
                for place in categories.indices {
                    guard let word = categories[place].word, let rank = order.firstIndex(of: word) else {
                        continue
                    }
                    categories[place].value = Double(rank)
                }
                familyClass.attributes[index].law = .categorical(categories)
            }
            return familyClass
        }
    }
}
