/// The `key: value` lines between two `---` lines at the top of a report.
///
/// Front matter is YAML; a report needs flat text values only, so that is all that is read: plain, 'single'
/// or "double quoted" values on one line, with YAML's escapes and comments. Anything else is a finding.
struct FrontMatter {
  struct Entry: Hashable {
    var key: String
    var value: String
    /// 1-based, in the file.
    var line: Int
    /// The line as written, and the scalars of the value in it.
    var source: String
    var marked: Range<Int>
  }

  static let knownKeys = ["title", "publisher", "published", "published_basis", "url", "side"]

  /// Names others use for our keys; only ever suggested, never read.
  private static let synonyms = [
    "date": "published", "day": "published", "pubdate": "published", "source": "publisher",
    "site": "publisher", "outlet": "publisher", "link": "url", "headline": "title", "party": "side",
  ]

  /// In the order of the file.
  private(set) var entries: [Entry] = []
  private(set) var findings: [Finding] = []
  /// Keys that are not read but look as if one of ours was meant.
  private(set) var nearMisses: [Entry] = []

  /// - Parameter lines: Those between the two `---`; the first is line `firstLine` of the file.
  init(lines: some Sequence<Substring>, firstLine: Int, file: String) {
    for (offset, line) in lines.enumerated() {
      read(String(line), number: firstLine + offset, file: file)
    }
  }

  func entry(_ key: String) -> Entry? {
    entries.first { $0.key == key && !$0.value.isEmpty }
  }

  /// The near miss for a key, if the key itself is not there.
  func nearMiss(for key: String) -> Entry? {
    nearMisses.first { FrontMatter.suggestion(for: $0.key) == key }
  }

  private mutating func read(_ line: String, number: Int, file: String) {
    let content = line.trimmed
    if content.isEmpty || content.hasPrefix("#") { return }
    guard let (key, rest) = FrontMatter.split(line) else {
      findings.append(.oddLine(line, number, file))
      return
    }
    guard let (value, isCut) = FrontMatter.scalar(rest) else {
      findings.append(.oddValue(key, line, number, file))
      return
    }
    let start = line.unicodeScalars.count - rest.unicodeScalars.count
    let marked = start..<(start + rest.trimmedEnd.unicodeScalars.count)
    let entry = Entry(key: key, value: value, line: number, source: line, marked: marked)
    if isCut { findings.append(.commentCut(key, value, line, number, file)) }
    keep(entry, file: file)
  }

  private mutating func keep(_ entry: Entry, file: String) {
    if let first = entries.first(where: { $0.key == entry.key }) {
      findings.append(.repeatedKey(entry, firstLine: first.line, file))
    } else if FrontMatter.knownKeys.contains(entry.key) {
      entries.append(entry)
    } else if let meant = FrontMatter.suggestion(for: entry.key) {
      nearMisses.append(entry)
      findings.append(.unknownKey(entry, meant: meant, file))
    }
  }

  /// The key, lower-cased, and what follows the colon and its blanks; nil if the line is not `key: value`.
  private static func split(_ line: String) -> (key: String, rest: Substring)? {
    guard let first = line.unicodeScalars.first, first != " ", first != "\t", first != "-",
      let colon = line.firstIndex(of: ":")
    else { return nil }
    let key = line[..<colon].lowercased().trimmed
    let after = line[line.index(after: colon)...]
    let isKey =
      !key.isEmpty && key.utf8.allSatisfy { $0 == 0x5F || $0 == 0x2D || isASCIIAlphanumeric($0) }
    // YAML wants a blank after the colon; where the key is ours, what is meant is clear without.
    guard isKey,
      after.isEmpty || after.first == " " || after.first == "\t" || knownKeys.contains(key)
    else { return nil }
    return (key, after.drop { $0 == " " || $0 == "\t" })
  }

  private static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The text of a flat YAML value, and whether a comment was cut off an unquoted one; nil if it is not flat.
  private static func scalar(_ rest: Substring) -> (value: String, isCut: Bool)? {
    switch rest.first {
    case nil: return ("", false)
    case "#": return ("", false)
    case "\"": return QuotedScalar.double(rest).map { ($0, false) }
    case "'": return QuotedScalar.single(rest).map { ($0, false) }
    case "|", ">", "[", "{", "&", "*", "!": return nil
    default: break
    }
    var previous: Character = " "
    for index in rest.indices {
      if rest[index] == "#", previous == " " || previous == "\t" {
        return (String(rest[..<index]).trimmed, true)
      }
      previous = rest[index]
    }
    let value = String(rest).trimmed
    return (value == "~" || value == "null" ? "" : value, false)
  }

  /// The known key that an unknown one probably stands for.
  static func suggestion(for key: String) -> String? {
    if knownKeys.contains(key) { return nil }
    if let meant = synonyms[key] { return meant }
    return knownKeys.filter { editDistance(key, $0) <= ($0.utf8.count < 5 ? 1 : 2) }
      .min { editDistance(key, $0) < editDistance(key, $1) }
  }

  private static func editDistance(_ left: String, _ right: String) -> Int {
    let right = Array(right.utf8)
    var row = Array(0...right.count)
    for (index, letter) in left.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let changed = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[right.count]
  }
}

/// YAML 1.2.2, 7.3.1 and 7.3.2, on one line. Nil if the quote is not closed or more than a comment follows.
private enum QuotedScalar {
  static func single(_ text: Substring) -> String? {
    var value = ""
    var rest = text.dropFirst()
    while let letter = rest.popFirst() {
      if letter != "'" {
        value.append(letter)
      } else if rest.first == "'" {
        value.append("'")
        rest.removeFirst()
      } else {
        return isEnd(rest) ? value : nil
      }
    }
    return nil
  }

  static func double(_ text: Substring) -> String? {
    var value = ""
    var rest = text.dropFirst()
    while let letter = rest.popFirst() {
      switch letter {
      case "\"": return isEnd(rest) ? value : nil
      case "\\":
        guard let escaped = escape(&rest) else { return nil }
        value.append(escaped)
      default: value.append(letter)
      }
    }
    return nil
  }

  private static func escape(_ rest: inout Substring) -> Character? {
    switch rest.popFirst() {
    case "n", "t": return " "
    case "\"": return "\""
    case "\\": return "\\"
    case "/": return "/"
    case "x": return scalar(&rest, digits: 2)
    case "u": return scalar(&rest, digits: 4)
    case "U": return scalar(&rest, digits: 8)
    default: return nil
    }
  }

  private static func scalar(_ rest: inout Substring, digits: Int) -> Character? {
    let code = rest.prefix(digits)
    rest = rest.dropFirst(digits)
    guard code.count == digits, let value = UInt32(code, radix: 16) else { return nil }
    return Unicode.Scalar(value).map { Character($0) }
  }

  private static func isEnd(_ rest: Substring) -> Bool {
    let rest = String(rest).trimmed
    return rest.isEmpty || rest.hasPrefix("#")
  }
}

extension StringProtocol {
  /// Without blanks (space, tab) at either end.
  var trimmed: String {
    String(trimmedEnd.drop { $0 == " " || $0 == "\t" })
  }

  /// Without blanks (space, tab) at the end.
  var trimmedEnd: SubSequence {
    var end = endIndex
    while end > startIndex {
      let before = index(before: end)
      guard self[before] == " " || self[before] == "\t" else { break }
      end = before
    }
    return self[startIndex..<end]
  }
}

extension Finding {
  static func oddLine(_ line: String, _ number: Int, _ file: String) -> Finding {
    Finding(
      code: "front-matter-line", message: "'\(line.trimmed)' is not of the form 'key: value'",
      remedy: "write flat 'key: value' lines; values over several lines and lists are not read",
      file: file, line: number, excerpt: line)
  }

  static func oddValue(_ key: String, _ line: String, _ number: Int, _ file: String) -> Finding {
    Finding(
      code: "front-matter-value", message: "the value of '\(key)' is not a text on one line",
      remedy: "write it plain or between quotes that close on the same line", file: file,
      line: number, excerpt: line)
  }

  static func commentCut(
    _ key: String, _ value: String, _ line: String, _ number: Int, _ file: String
  ) -> Finding {
    Finding(
      code: "front-matter-comment", severity: .note,
      message: "the value of '\(key)' ends at '\(value)': in YAML ' #' starts a comment",
      remedy: "put the value between quotes if the rest belongs to it", file: file, line: number,
      excerpt: line)
  }

  static func repeatedKey(_ entry: FrontMatter.Entry, firstLine: Int, _ file: String) -> Finding {
    Finding(
      code: "front-matter-repeated",
      message: "'\(entry.key)' was already given on line \(firstLine), which stands",
      remedy: "remove one of the two lines", file: file, line: entry.line, excerpt: entry.source)
  }

  static func unknownKey(_ entry: FrontMatter.Entry, meant: String, _ file: String) -> Finding {
    Finding(
      code: "front-matter-key", severity: .note,
      message: "'\(entry.key)' is not read; '\(meant)' may be meant",
      remedy: "rename it to '\(meant)', or leave it as it is", file: file, line: entry.line,
      excerpt: entry.source, marked: 0..<entry.key.unicodeScalars.count)
  }
}
