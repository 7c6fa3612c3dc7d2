/// The sides that a sentence names: `from the north and the south`, `from all four sides`.
struct DirectionWords: Sendable {
  /// What a sentence says of the sides something comes from.
  struct Found: Hashable, Sendable {
    /// Degrees from north over east, sorted.
    var bearings: [Double] = []
    /// Whether it speaks of every side without naming one.
    var isEverySide = false
  }

  private var everySide: [[String]] = []
  private var bearings: [String: Double] = [:]
  private var openers: Set<String> = []
  private var links: Set<String> = []

  /// The list in `Resources/`.
  static let shipped = DirectionWords(
    String(decoding: PackageResources.directions_txt, as: UTF8.self))

  /// - Parameter text: Sections of lines under a head in brackets; lines that begin with `#` are remarks.
  init(_ text: String) {
    var section = ""
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        section = String(line.dropFirst().prefix { $0 != "]" })
        continue
      }
      let words = Self.words(of: String(line))
      switch section {
      case "every side": everySide.append(words)
      case "bearings":
        if words.count == 2, let degrees = Double(words[1]) { bearings[words[0]] = degrees }
      case "from": openers.formUnion(words)
      case "between": links.formUnion(words)
      default: break
      }
    }
  }

  func read(_ sentence: String) -> Found {
    let words = Self.words(of: sentence)
    var found = Found()
    found.isEverySide = words.indices.contains { start in
      everySide.contains { words[start...].starts(with: $0) }
    }
    var named: Set<Double> = []
    var isOpen = false
    for word in words {
      if openers.contains(word) {
        isOpen = true
      } else if isOpen, let degrees = bearings[word] {
        named.insert(degrees)
      } else if !links.contains(word) {
        isOpen = false
      }
    }
    found.bearings = named.sorted()
    return found
  }

  /// In lower case; a hyphen is part of a word.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
  }
}
