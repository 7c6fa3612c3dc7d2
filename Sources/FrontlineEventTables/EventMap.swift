internal import FrontlineClaims
internal import FrontlineGazetteer

/// What the codes of an event data set mean for us, as `Resources/*.map` say: events, precision, actors that
/// are no party.
///
/// A line is read by its first word; `#` at a line's start is a comment. The files say what the words mean.
public struct EventMap: Sendable {
  /// Who holds the place after an event of a kind.
  enum Holder: String, Sendable {
    case state, other, first, second, contested, unknown
  }

  struct EventLine: Sendable {
    /// Folded; nil for any.
    var type: String?
    var subType: String?
    /// Nil for rows that say nothing of where armed parties stand.
    var event: Claim.Event?
    var holder: Holder
    /// 1-based, in the map's file.
    var line: Int
  }

  /// What a code of geographic precision means.
  struct Reach: Sendable, Hashable {
    enum Kind: String, Sendable {
      case place, district, province, country, around
    }
    var kind: Kind
    var kilometres: Double
  }

  /// What a code of temporal precision means.
  enum Span: Hashable, Sendable {
    case day, week, month
    case given(Claim.Precision)
  }

  struct Category: Hashable, Sendable {
    var disorder: String
    var type: String
    var subType: String
  }

  /// The map's name, with which rules and findings name it, such as `acled.map`.
  public let name: String
  private(set) var events: [EventLine] = []
  private(set) var reaches: [Int: Reach] = [:]
  private(set) var spans: [Int: Span] = [:]
  private(set) var nobody: [String] = []
  private(set) var stateCodes: Set<String> = []
  private(set) var exports: [Claim.Event: Category] = [:]
  /// Lines that could not be read, 1-based.
  public private(set) var unread: [Int] = []

  /// The map of ACLED tables.
  public static let acled = EventMap(PackageResources.acled_map, name: "acled.map")
  /// The map of UCDP GED tables.
  public static let ucdp = EventMap(PackageResources.ucdp_map, name: "ucdp.map")

  /// - Parameter bytes: The text of a map, as an analyst may have changed it.
  public init(_ bytes: [UInt8], name: String) {
    self.name = name
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard let key = words.first, !key.hasPrefix("#") else { continue }
      let rest = words.count > 1 ? words[1] : ""
      if !read(key, rest, line: index + 1) { unread.append(index + 1) }
    }
  }

  /// The first line that fits an event's type and sub type.
  func event(type: String, subType: String) -> EventLine? {
    let (type, subType) = (NameKey.fold(type), NameKey.fold(subType))
    return events.first {
      ($0.type == nil || $0.type == type) && ($0.subType == nil || $0.subType == subType)
    }
  }

  /// Whether an actor is no party by its first words.
  func isNobody(folded actor: String) -> Bool {
    nobody.contains { actor == $0 || actor.hasPrefix($0 + " ") }
  }

  func isState(_ inter: String) -> Bool { stateCodes.contains(NameKey.fold(inter)) }

  // MARK: Reading

  private mutating func read(_ key: String, _ rest: String, line: Int) -> Bool {
    switch key {
    case "nobody": nobody.append(NameKey.fold(rest))
    case "state": stateCodes.insert(NameKey.fold(rest))
    case "event": return readEvent(rest, line: line)
    case "geo": return readReach(rest)
    case "time": return readSpan(rest)
    case "export": return readExport(rest)
    default: return false
    }
    return true
  }

  private mutating func readEvent(_ text: String, line: Int) -> Bool {
    guard let (left, right) = Self.sides(text), let kind = Self.parts(left, 2) else { return false }
    let words = right.split(separator: " ").map(String.init)
    guard let word = words.first else { return false }
    let event = Claim.Event(rawValue: word)
    let holder = words.count > 1 ? Holder(rawValue: words[1]) : .unknown
    guard event != nil || word == "skip", let holder else { return false }
    let names = kind.map { $0 == "*" ? nil : NameKey.fold($0) }
    events.append(
      EventLine(type: names[0], subType: names[1], event: event, holder: holder, line: line))
    return true
  }

  private mutating func readReach(_ text: String) -> Bool {
    guard let (left, right) = Self.sides(text), let code = Int(left) else { return false }
    let words = right.split(separator: " ").map(String.init)
    guard words.count == 2, let kind = Reach.Kind(rawValue: words[0]), let km = Double(words[1])
    else { return false }
    reaches[code] = Reach(kind: kind, kilometres: km)
    return true
  }

  private mutating func readSpan(_ text: String) -> Bool {
    guard let (left, right) = Self.sides(text), let code = Int(left) else { return false }
    let words = right.split(separator: " ").map(String.init)
    switch words {
    case ["day"]: spans[code] = .day
    case ["week"]: spans[code] = .week
    case ["month"]: spans[code] = .month
    default:
      guard words.count == 2, words[0] == "given", let unit = Claim.Precision(rawValue: words[1])
      else { return false }
      spans[code] = .given(unit)
    }
    return true
  }

  private mutating func readExport(_ text: String) -> Bool {
    guard let (left, right) = Self.sides(text), let event = Claim.Event(rawValue: left),
      let parts = Self.parts(right, 3)
    else { return false }
    let words = parts.map { $0 == "-" ? "" : $0 }
    exports[event] = Category(disorder: words[0], type: words[1], subType: words[2])
    return true
  }

  /// What stands before and after ` = `.
  private static func sides(_ text: String) -> (String, String)? {
    guard let range = text.firstRange(of: " = ") else { return nil }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }

  /// Parts parted by ` / ` (with blanks: names have slashes of their own).
  private static func parts(_ text: String, _ count: Int) -> [String]? {
    let parts = text.split(separator: " / ").map(String.init)
    return parts.count == count ? parts : nil
  }
}
