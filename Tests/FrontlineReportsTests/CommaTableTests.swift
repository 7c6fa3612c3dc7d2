import FrontlineReports
import Testing

@Suite struct CommaTableTests {
  private func check(
    _ text: String, columns: [String], _ rows: [(Int, [String])],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let table = CommaTable(Array(text.utf8))
    #expect(table.columns == columns, sourceLocation: sourceLocation)
    #expect(
      table.rows == rows.map { CommaTable.Row(line: $0.0, cells: $0.1) },
      sourceLocation: sourceLocation)
  }

  @Test func `quoted cells hold separators, quotes and line ends`() {
    check(
      "place,note\r\n\"Alt, Neu\",\"he said \"\"no\"\"\r\ntwice\"\r\nOberdorf,plain\r\n",
      columns: ["place", "note"],
      [(2, ["Alt, Neu", "he said \"no\"\r\ntwice"]), (4, ["Oberdorf", "plain"])])
  }

  @Test func `a mark, blank lines, short rows and other separators are harmless`() {
    check(
      "\u{FEFF} place ;note\n\nA;1\nB\n", columns: ["place", "note"],
      [(3, ["A", "1"]), (4, ["B", ""])])
    check("place\tnote\nA, B\t1", columns: ["place", "note"], [(2, ["A, B", "1"])])
    check("", columns: [], [])
  }

  @Test func `surplus cells and an open quote are told`() {
    let wide = CommaTable(Array("a,b\n1,2,3\n4,5,\n".utf8))
    #expect(wide.tooWide == [2])
    #expect(wide.rows.map(\.cells) == [["1", "2"], ["4", "5"]])
    let open = CommaTable(Array("a,b\n1,\"two\n3,4\n".utf8))
    #expect(open.unclosedQuote == 2)
    #expect(open.rows.map(\.cells) == [["1", "two\n3,4\n"]])
  }

  @Test func `columns are found whatever their capitals`() {
    #expect(CommaTable(Array("Place,LAT\n".utf8)).index(of: "lat") == 1)
    #expect(CommaTable(Array("Place,LAT\n".utf8)).index(of: "lon") == nil)
  }

  @Test(arguments: ["", "a,b", "\"", "=1+1", "'=1", "line\nend", "-5", "@x", " blank "])
  func `a written cell reads back as it was`(_ cell: String) {
    let table = CommaTable(columns: ["c", "d"], rows: [.init(line: 2, cells: [cell, "x"])])
    let back = CommaTable(Array(table.written().utf8))
    #expect(back.rows.map { $0.cells.map(CommaTable.plain) } == [[cell, "x"]])
  }
}
