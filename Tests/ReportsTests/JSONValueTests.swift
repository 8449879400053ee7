import Reports
import Testing

struct JSONValueTests {
    @Test
    func `keys keep their order and texts are escaped`() {
        let value = JSONValue.object([
            ("z", .number(0.5)), ("a", .string("say \"да\"\n")), ("n", .number(.nan)), ("w", .number(3)),
        ])
        #expect(value.text == "{\"z\": 0.5, \"a\": \"say \\\"да\\\"\\n\", \"n\": null, \"w\": 3}\n")
    }
}
