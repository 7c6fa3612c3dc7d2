import FrontlineReports
import Testing

private func check(
  _ bytes: [UInt8], gives text: String, and findings: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (report, found) = try ReportReader.read(
    bytes: bytes, file: "a.txt", publishedDefault: Day(number: 0))
  #expect(report.text == text, sourceLocation: sourceLocation)
  #expect(found.map(\.description) == findings, sourceLocation: sourceLocation)
}

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Suite struct `Text from any file` {
  @Test func `loses its byte order mark and gets LF line ends`() throws {
    try check(bytes("\u{FEFF}A\r\nB\rC\n\r\nD"), gives: "A\nB\nC\n\nD")
  }

  @Test func `loses invisible marks and gets plain spaces`() throws {
    try check(
      bytes("No\u{AD}vy\u{200B} \u{202B}Mir\u{202C}\u{A0}fell\u{200C}"), gives: "Novy Mir fell")
  }

  @Test func `keeps the non-joiner that spells a word of a joining script`() throws {
    try check(bytes("ده\u{200C}نو"), gives: "ده\u{200C}نو")
  }

  @Test func `gets spaces for control characters, and a finding for all of them`() throws {
    try check(
      bytes("A\nB\u{0}C\u{0C}\nD\u{7F}\tE"), gives: "A\nB C \nD \tE",
      and: [
        """
        a.txt:2: warning: 3 control characters were replaced by spaces; this is the first line with one \
        [control-character]
            check whether the file is text and was copied whole
        """
      ])
  }

  @Test func `gets replacement characters for bytes that are not UTF-8`() throws {
    try check(
      bytes("é\n") + [0x41, 0xE2, 0x80, 0x42, 0xC0, 0x80, 0xED, 0xA0, 0x80],
      gives: "é\nA\u{FFFD}\u{FFFD}B\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}",
      and: [
        """
        a.txt:2: warning: 7 bytes are not UTF-8 and were replaced by U+FFFD; this is the first line with one \
        [invalid-utf8]
            save the file as UTF-8
        """
      ])
  }

  @Test func `is read as Windows-1252 if nothing in it is UTF-8`() throws {
    try check(
      bytes("Line\nthe party") + [0x92] + bytes("s caf") + [0xE9], gives: "Line\nthe party’s café",
      and: [
        """
        a.txt:2: warning: the file is not UTF-8 and was read as Windows-1252 (2 letters beyond ASCII) [not-utf8]
            save the file as UTF-8
        """
      ])
  }

  @Test(arguments: [true, false])
  func `is decoded from UTF-16`(_ isBigEndian: Bool) throws {
    let units = Array("\u{FEFF}Mir é 𝄞".utf16)
    try check(
      units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }.pairs(swapped: !isBigEndian),
      gives: "Mir é 𝄞",
      and: [
        "a.txt:1: note: the file is UTF-16 and was read as such [not-utf8]\n    save the file as UTF-8"
      ])
  }

  @Test(arguments: 0..<50)
  func `is always valid, whatever the bytes`(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let noise = (0..<400).map { _ -> UInt8 in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state >> 32)
    }
    let file = bytes("date 2021-08-25\n.") + noise
    let (report, _) = try ReportReader.read(bytes: file, file: "a.txt")
    let isClean = report.text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
    }
    #expect(isClean)
    let again = try ReportReader.read(
      bytes: Array(report.text.utf8), file: "a.txt", publishedDefault: Day(number: 0))
    #expect(again.0.text == report.text)
    #expect(again.1 == [])
  }
}

extension [UInt8] {
  fileprivate func pairs(swapped: Bool) -> [UInt8] {
    guard swapped else { return self }
    return stride(from: 0, to: count, by: 2).flatMap { [self[$0 + 1], self[$0]] }
  }
}

@Suite struct `Places in a report` {
  private func lines(_ text: String) throws -> (TextLines, Report) {
    let (report, _) = try ReportReader.read(bytes: Array(text.utf8), file: "a.txt")
    return (TextLines(report), report)
  }

  @Test func `are lines and columns of the file, as a plain count finds them`() throws {
    let file = "---\npublished: 2021-09-02\n---\n\nÉa\n\nbcd 𝄞e\n"
    let (lines, report) = try lines(file)
    var line = 5
    var column = 1
    for (offset, scalar) in report.text.unicodeScalars.enumerated() {
      #expect(lines.place(at: offset) == (line, column))
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    #expect(lines.place(at: 1000) == (line, column))
    #expect(lines.place(at: -1) == (5, 1))
  }

  @Test func `count what stands before the text on its line`() throws {
    let (lines, _) = try lines(" date 2021-08-25 As the\ntown")
    #expect(lines.place(at: 3) == (1, 21))
    #expect(lines.place(at: 7) == (2, 1))
  }

  @Test func `are shown with a caret, and long lines are cut round them`() throws {
    let before = String(repeating: "a", count: 50)
    let (lines, _) = try lines("date 2021-08-25\nFirst\n\(before) Novy Mir \(before)\nLast")
    let finding = lines.finding(
      code: "ambiguous-toponym", message: "'Novy Mir' names 3 places", remedy: "add the district",
      span: 57..<65)
    #expect(
      finding.description == """
        a.txt:3:52: warning: 'Novy Mir' names 3 places [ambiguous-toponym]
            …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa Novy Mir aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
                                                     ^~~~~~~~
            add the district
        """)
  }

  @Test func `get a caret as wide as the terminal shows them`() {
    let finding = Finding(
      code: "c", message: "m", remedy: "r", excerpt: "\te\u{301}北京!", marked: 3..<5)
    #expect(finding.description == "warning: m [c]\n    \te\u{301}北京!\n    \t ^~~~\n    r")
  }

  @Test func `are found in a line of a megabyte and among many lines`() throws {
    let long = "date 2021-08-25\n" + String(repeating: "abc ", count: 250_000)
    let (lines, report) = try lines(long)
    #expect(lines.place(at: 999_999) == (2, 1_000_000))
    #expect(lines.excerpt(of: 999_996..<999_999, context: 2) == ("…c abc ", 3..<6))
    #expect(report.text.utf8.count == 1_000_000)
    let many = "date 2021-08-25\n." + String(repeating: "\r\n", count: 250_000)
    #expect(try self.lines(many).0.place(at: 250_000) == (250_001, 1))
  }
}
