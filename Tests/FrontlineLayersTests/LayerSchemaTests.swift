import FrontlineLayers
import Testing

@Suite struct LayerSchemaTests {
  @Test(arguments: LayerSchema.all)
  func `the shared columns come first and in order`(schema: LayerSchema) {
    let isOfTwo = ["front_lines", "front_symbols", "disagreements"].contains(schema.name)
    let parties = isOfTwo ? ["party_a", "party_b"] : ["party"]
    let shared =
      ["date", "valid_from", "valid_to", "view", "status"] + parties
      + ["probability", "claims", "reports", "summary"]
    #expect(Array(schema.columns.map(\.name).prefix(shared.count)) == shared)
    #expect(schema.timelineColumns == Array(schema.columns.dropFirst()))
  }

  @Test(arguments: LayerSchema.all)
  func `no column can be taken for another`(schema: LayerSchema) {
    let names = schema.columns.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(!names.contains("id"))
    // QGIS takes the first date field whose name holds one of these for the start or the end.
    let words = ["start", "begin", "from", "end", "last", "to"]
    let dates = schema.columns.filter { $0.kind == .day || $0.kind == .dateTime }
    let guessed = dates.map(\.name).filter { name in words.contains { name.contains($0) } }
    #expect(guessed == ["valid_from", "valid_to"])
  }

  @Test func `a schema is shown as a table`() {
    let schema = LayerSchema(
      name: "fords", shape: "Point", meaning: "Where one can cross.",
      columns: [
        PropertyColumn("depth", .number, unit: "m", decimals: 1, meaning: "How deep"),
        PropertyColumn("seen", .dateTime, unit: "UTC", meaning: "When"),
      ])
    #expect(
      schema.markdown() == """
        ### `fords`

        Point. Where one can cross.

        | property | type | unit | meaning |
        |---|---|---|---|
        | `depth` | number, 1 decimal | m | How deep |
        | `seen` | date and time | UTC | When |

        """)
    #expect(LayerSchema.markdown([schema, schema]) == schema.markdown() + "\n" + schema.markdown())
  }

  @Test func `every column is in the tables with its meaning`() {
    let text = LayerSchema.markdown()
    for column in LayerSchema.all.flatMap(\.columns) {
      #expect(!column.meaning.isEmpty && !column.meaning.contains("|"))
      #expect(text.contains("| `\(column.name)` | "))
    }
  }
}
