import ScenarioModel

/// Gives the words of an attribute the same numbers in all classes: their place in alphabetical order.
struct AttributeWords {
    let context: DecodingContext

    /// The classes with their words numbered over all classes that have the attribute.
    func numbered(_ classes: [FamilyClass]) -> [FamilyClass] {
        var words: [String: Set<String>] = [:]
        for attribute in classes.flatMap(\.attributes) {
            guard case .categorical(let categories) = attribute.law else { continue }
            words[attribute.name, default: []].formUnion(categories.compactMap(\.word))
        }
        context.attributeWords = words.filter { !$0.value.isEmpty }.mapValues { $0.sorted() }
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
