import Frontline
import Testing

@Suite struct `JSON text` {
  @Test(arguments: [
    ("plain", #""plain""#), (#"a "b" \c"#, #""a \"b\" \\c""#),
    ("line\nreturn\rtab\t", #""line\nreturn\rtab\t""#),
    ("\u{0}\u{8}\u{1F}", #""\u0000\u0008\u001f""#),
    ("رهان 🙂 é /", #""رهان 🙂 é /""#), ("e\u{301}", "\"e\u{301}\""),
  ])
  func `escapes what must be and nothing else`(text: String, written: String) {
    #expect(JSONValue.text(text).written() == written)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0000001, "0"), (12.5, "12.5"), (-69.1234567, "-69.123457"),
    (0.000001, "0.000001"), (-0.5, "-0.5"), (180.0, "180"),
  ])
  func `writes degrees with six decimals at most`(value: Double, written: String) {
    #expect(JSONValue.decimal(value).written() == written)
  }

  @Test func `keeps the order of members, on one line or indented`() {
    let value = JSONValue.object([
      ("b", .list([.integer(-1), .null])), ("a", .object([])), ("c", .list([])),
    ])
    #expect(value.written() == #"{"b":[-1,null],"a":{},"c":[]}"#)
    #expect(
      value.written(indent: 2) == """
        {
          "b": [
            -1,
            null
          ],
          "a": {},
          "c": []
        }
        """)
  }
}
