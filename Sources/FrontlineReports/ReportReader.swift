/// Reads a report from the bytes of a file. Opens no file itself.
///
/// Forms of a text: Markdown or plain text with front matter between two `---` lines; plain text that starts
/// with `date 2021-08-25`; plain text dated by the caller. HTML is read elsewhere and handed to
/// ``report(title:publisher:published:publishedBasis:url:side:text:file:publishedDefault:)``.
///
/// Findings: `invalid-utf8`, `not-utf8`, `control-character`, `front-matter-line`, `front-matter-value`,
/// `front-matter-comment`, `front-matter-repeated`, `front-matter-key`, `published-differs`, `empty-report`.
public enum ReportReader {
  /// The report, and what was odd about it.
  ///
  /// - Parameters:
  ///   - bytes: The file. Text that is not UTF-8 is repaired; see the findings.
  ///   - file: Its name, from which the report's `id` is made, and which findings name.
  ///   - publishedDefault: The day for a text that states none (`--published`). A day the text states stands
  ///     against it.
  /// - Throws: `no-date`, `bad-date` or `open-front-matter`.
  /// - Complexity: O(*n*) in the number of bytes, whatever the length of the lines.
  public static func read(
    bytes: [UInt8], file: String, publishedDefault: Day? = nil
  ) throws(ReportError) -> (Report, [Finding]) {
    let clean = CleanText(bytes: bytes, file: file)
    var body = Body(clean.text)
    let front = try FrontMatter.take(from: &body, file: file)
    body.skipBlankLines()
    let published = try published(front, &body, file: file, option: publishedDefault)
    let report = Report(
      id: id(ofFile: file), title: front?.entry("title")?.value,
      publisher: front?.entry("publisher")?.value, published: published.day,
      publishedBasis: front?.entry("published_basis")?.value ?? published.basis,
      url: front?.entry("url")?.value, side: front?.entry("side")?.value, text: String(body.rest),
      file: file, firstLine: body.line, firstColumn: body.column)
    var findings = clean.findings + (front?.findings ?? [])
    findings += [published.finding, emptyFinding(report)].compactMap { $0 }
    return (report, findings)
  }

  /// A report from parts that another reader found, such as those of a web page.
  ///
  /// - Parameters:
  ///   - published: As the page states it: `YYYY-MM-DD`, or a date and time of ISO 8601, of which the date as
  ///     written counts, in whatever time zone it is. Nil or blank if it states none.
  ///   - publishedBasis: Where that day stands, in words.
  ///   - text: Cleaned like a file's; lines and columns count from its start.
  /// - Throws: `no-date` or `bad-date`.
  public static func report(
    title: String? = nil, publisher: String? = nil, published: String? = nil,
    publishedBasis: String = "page", url: String? = nil, side: String? = nil, text: String,
    file: String,
    publishedDefault: Day? = nil
  ) throws(ReportError) -> (Report, [Finding]) {
    let clean = CleanText(bytes: Array(text.utf8), file: file)
    let stated = try published.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }.map {
      (value) throws(ReportError) in
      guard let day = day(from: value) else {
        throw .badDate(value, file: file, line: nil, excerpt: nil, marked: nil)
      }
      return Published(day: day, basis: publishedBasis)
    }
    let chosen = try Published.choose(stated, option: publishedDefault, file: file, nearKey: nil)
    let report = Report(
      id: id(ofFile: file), title: title, publisher: publisher, published: chosen.day,
      publishedBasis: chosen.basis, url: url, side: side, text: clean.text, file: file)
    return (report, clean.findings + [chosen.finding, emptyFinding(report)].compactMap { $0 })
  }

  /// A day written `YYYY-MM-DD`, alone or as the date of an ISO 8601 date and time; nil for anything else.
  public static func day(from text: some StringProtocol) -> Day? {
    let scalars = text.unicodeScalars
    let date = scalars.prefix(10)
    let rest = scalars.dropFirst(10)
    guard let day = Day(iso: String(String.UnicodeScalarView(date))) else { return nil }
    guard let separator = rest.first else { return day }
    let digits = rest.dropFirst().prefix(2)
    let isTime = digits.count == 2 && digits.allSatisfy { ("0"..."9").contains($0) }
    return (separator == "T" || separator == " ") && isTime ? day : nil
  }

  /// The name of a file without folders and its last extension; `-` is `standard-input`.
  public static func id(ofFile file: String) -> String {
    if file == "-" { return "standard-input" }
    let name = file.split(separator: "/").last ?? Substring(file)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  private static func published(
    _ front: FrontMatter?, _ body: inout Body, file: String, option: Day?
  ) throws(ReportError) -> Published {
    var stated: Published?
    if let entry = front?.entry("published") {
      guard let day = day(from: entry.value) else {
        throw .badDate(
          entry.value, file: file, line: entry.line, excerpt: entry.source, marked: entry.marked)
      }
      stated = Published(day: day, basis: "front matter", line: entry.line)
    } else if let dated = try DateLine.read(body.currentLine, number: body.line, file: file) {
      stated = Published(day: dated.day, basis: "date line", line: body.line)
      body.skip(scalars: dated.length)
      body.skipBlankLines()
    }
    return try .choose(
      stated, option: option, file: file, nearKey: front?.nearMiss(for: "published"))
  }

  private static func emptyFinding(_ report: Report) -> Finding? {
    let isBlank = report.text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    return isBlank ? .emptyReport(file: report.file) : nil
  }
}

/// The day of publication, what fixed it, and what is odd about it.
private struct Published {
  var day: Day
  var basis: String
  var line: Int?
  var finding: Finding?

  /// The day the report states, or else the caller's.
  static func choose(
    _ stated: Published?, option: Day?, file: String, nearKey: FrontMatter.Entry?
  ) throws(ReportError) -> Published {
    guard var stated else {
      guard let option else { throw .noDate(file: file, nearKey: nearKey) }
      return Published(day: option, basis: "option")
    }
    if let option, option != stated.day {
      stated.finding = .publishedDiffers(
        stated.day, basis: stated.basis, option: option, file: file, line: stated.line)
    }
    return stated
  }
}

/// What is left of a text, and where in the file it starts.
private struct Body {
  var rest: Substring
  var line = 1
  var column = 1

  init(_ text: String) {
    rest = Substring(text)
  }

  var currentLine: Substring {
    Substring(rest.utf8.prefix { $0 != 0x0A })
  }

  mutating func skipLine() {
    let end = currentLine.endIndex
    rest = end < rest.endIndex ? rest[rest.utf8.index(after: end)...] : rest[end...]
    line += 1
    column = 1
  }

  mutating func skipBlankLines() {
    while !rest.isEmpty, currentLine.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      skipLine()
    }
  }

  mutating func skip(scalars count: Int) {
    rest = Substring(rest.unicodeScalars.dropFirst(count))
    column += count
  }
}

extension FrontMatter {
  /// The front matter at the start of a text, which is then skipped; nil if there is none.
  ///
  /// A text may start with `---` as a rule across the page, and have another further down: they are front
  /// matter only if there is one of our keys between them, or nothing odd.
  fileprivate static func take(from body: inout Body, file: String) throws(ReportError)
    -> FrontMatter?
  {
    guard body.currentLine.trimmedEnd == "---" else { return nil }
    var ahead = body
    ahead.skipLine()
    let firstLine = ahead.line
    var lines: [Substring] = []
    while !ahead.rest.isEmpty {
      let line = ahead.currentLine
      ahead.skipLine()
      if line.trimmedEnd == "---" || line.trimmedEnd == "..." {
        let front = FrontMatter(lines: lines, firstLine: firstLine, file: file)
        if front.entries.isEmpty, front.nearMisses.isEmpty, !front.findings.isEmpty { return nil }
        body = ahead
        return front
      }
      lines.append(line)
    }
    let opened = FrontMatter(lines: lines.prefix(1), firstLine: firstLine, file: file)
    if opened.entries.isEmpty { return nil }
    throw .openFrontMatter(file: file)
  }
}

extension Finding {
  static func publishedDiffers(
    _ stated: Day, basis: String, option: Day, file: String, line: Int?
  ) -> Finding {
    Finding(
      code: "published-differs", severity: .note,
      message:
        "the report says it was published on \(stated) (\(basis)), the option says \(option)",
      remedy: "the report's own day was used; change it in the file if the other is right",
      file: file,
      line: line)
  }

  static func emptyReport(file: String) -> Finding {
    Finding(
      code: "empty-report", message: "the report has no text",
      remedy: "remove the file or add the text",
      file: file)
  }
}
