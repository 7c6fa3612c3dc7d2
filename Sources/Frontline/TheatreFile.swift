internal import Foundation
internal import FrontlineClaims
internal import FrontlineControl
internal import FrontlineGeometry
internal import FrontlineReports
internal import Yams

/// A theatre file that cannot be used: where, what is wrong, and what to do.
public struct TheatreError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int?
  public var message: String
  public var remedy: String

  public var description: String {
    let at = line.map { ":\($0)" } ?? ""
    return "\(file)\(at): error: \(message) [theatre]\n    \(remedy)"
  }
}

/// Reads `theatre.yaml`.
public struct TheatreFile: Sendable {
  private let file: String

  /// - Parameter file: The file's name for messages.
  public init(file: String) {
    self.file = file
  }

  /// - Parameters:
  ///   - text: The file's YAML.
  ///   - defaultID: The theatre's id where the file gives none: its folder's name.
  /// - Throws: ``TheatreError`` for the first thing that is wrong, with its line.
  public func read(_ text: String, defaultID: String) throws -> Theatre {
    let root = try compose(text)
    let top = try mapping(
      root, "the theatre file",
      keys: [
        "id", "title", "time_zone", "period", "box", "gazetteers", "boundaries", "barriers",
        "corridors", "reach_km", "parties", "prior", "weights", "sources", "model",
      ])
    let parties = try sequence(top["parties"], "parties").map(party)
    guard !parties.isEmpty else {
      throw error(
        root, "the file names no parties", "add a list 'parties' with at least two parties")
    }
    let theatre = Theatre(
      id: try identifier(top["id"], "id") ?? NCName.make(defaultID),
      title: try string(top["title"], "title") ?? defaultID,
      timeZone: try top["time_zone"].map(timeZone) ?? "UTC",
      period: try top["period"].map(period), box: try top["box"].map(box),
      gazetteers: try sequence(top["gazetteers"], "gazetteers").map {
        try scalarText($0, "a gazetteer")
      },
      boundariesFile: try string(top["boundaries"], "boundaries"),
      barriersFile: try string(top["barriers"], "barriers"),
      corridorsFile: try string(top["corridors"], "corridors"),
      reachKilometres: try reach(top["reach_km"]), parties: parties,
      prior: try sequence(top["prior"], "prior").map(prior), weights: try weights(top["weights"]),
      sources: try sources(top["sources"]), model: try model(top["model"]))
    try checkReferences(theatre, top)
    return theatre
  }

  // MARK: Parts

  private func party(_ node: Node) throws -> Party {
    let fields = try mapping(
      node, "a party",
      keys: ["id", "name", "aliases", "demonyms", "people", "colour", "opposed_to", "allied_with"])
    guard let id = try identifier(fields["id"], "a party's id") else {
      throw error(node, "a party has no id", "give it a short id such as 'id: north'")
    }
    func strings(_ key: String) throws -> [String] {
      try sequence(fields[key], key).map { try scalarText($0, key) }
    }
    let colour = try string(fields["colour"], "colour") ?? "#888888"
    guard colour.count == 7, colour.hasPrefix("#"), colour.dropFirst().allSatisfy(\.isHexDigit)
    else {
      throw error(
        fields["colour"] ?? node, "colour '\(colour)' of party '\(id)' is not of the form #rrggbb",
        "write six hexadecimal digits, such as \"#c03030\", in quotes")
    }
    return Party(
      id: id, name: try string(fields["name"], "name") ?? id, aliases: try strings("aliases"),
      demonyms: try strings("demonyms"), people: try strings("people"), colour: colour,
      opposedTo: try strings("opposed_to"), alliedWith: try strings("allied_with"))
  }

  private func prior(_ node: Node) throws -> Theatre.PriorControl {
    let fields = try mapping(node, "prior control", keys: ["place", "party", "since", "source"])
    return Theatre.PriorControl(
      place: try required(fields["place"], "place", of: node),
      party: try required(fields["party"], "party", of: node),
      since: try fields["since"].map { try day($0, "since") },
      source: try string(fields["source"], "source") ?? "")
  }

  private func timeZone(_ node: Node) throws -> String {
    let name = try scalarText(node, "time_zone")
    // A machine without a table of zones knows none; feeds are told of that where it matters.
    let isKnown = TimeZone(identifier: name) != nil || TimeZone(identifier: "Etc/GMT-1") == nil
    guard isKnown else {
      throw error(
        node, "the system knows no time zone '\(name)'", "give an IANA name, such as Asia/Kabul")
    }
    return name
  }

  private func period(_ node: Node) throws -> ClosedRange<Day> {
    let fields = try mapping(node, "period", keys: ["first", "last"])
    guard let first = fields["first"], let last = fields["last"] else {
      throw error(
        node, "the period has no first or no last day", "give both: first: DAY, last: DAY")
    }
    let (from, to) = (try day(first, "first"), try day(last, "last"))
    guard from <= to else {
      throw error(
        last, "the period ends on \(to), before it starts on \(from)", "swap the two days")
    }
    return from...to
  }

  private func box(_ node: Node) throws -> BoundingBox {
    let fields = try mapping(node, "box", keys: ["west", "south", "east", "north"])
    func degrees(_ key: String, _ limit: Double) throws -> Double {
      let words = try required(fields[key], key, of: node)
      guard let value = Double(words), value.isFinite, abs(value) <= limit else {
        throw error(
          fields[key] ?? node,
          "'\(words)' is not a number of degrees between -\(Int(limit)) and \(Int(limit))",
          "give \(key) in degrees, WGS 84")
      }
      return value
    }
    let box = BoundingBox(
      west: try degrees("west", 180), south: try degrees("south", 90),
      east: try degrees("east", 180), north: try degrees("north", 90))
    guard box.west < box.east, box.south < box.north else {
      throw error(node, "the box is empty", "west must be less than east, south less than north")
    }
    return box
  }

  private func reach(_ node: Node?) throws -> Double? {
    guard let node else { return nil }
    let words = try scalarText(node, "reach_km")
    guard let value = Double(words), value > 0, value <= 500 else {
      throw error(
        node, "reach_km '\(words)' is not a distance", "give kilometres between 0 and 500")
    }
    return value
  }

  private func weights(_ node: Node?) throws -> ClaimWeights {
    var weights = ClaimWeights()
    guard let node else { return weights }
    let fields = try mapping(node, "weights", keys: Set(ClaimWeights.keys.map(\.name)))
    for (name, path) in ClaimWeights.keys {
      guard let field = fields[name] else { continue }
      let words = try scalarText(field, name)
      guard let value = Double(words), value.isFinite, value >= 0 else {
        throw error(
          field, "weight \(name) '\(words)' is not a number from 0 up",
          "see the README for the defaults")
      }
      weights[keyPath: path] = value
    }
    return weights
  }

  private func checkReferences(_ theatre: Theatre, _ top: [String: Node]) throws {
    var seen: Set<String> = []
    for party in theatre.parties {
      guard seen.insert(party.id).inserted else {
        throw error(top["parties"], "two parties have the id '\(party.id)'", "rename one of them")
      }
    }
    let opposed = theatre.parties.flatMap { $0.opposedTo + $0.alliedWith }
    for (names, key) in [(opposed, "parties"), (theatre.prior.map(\.party), "prior")] {
      guard let index = names.firstIndex(where: { !seen.contains($0) }) else { continue }
      let item = key == "prior" ? top[key]?.sequence?[index] : nil
      throw error(
        item ?? top[key], "'\(names[index])' is not the id of a party",
        "use one of: \(theatre.parties.map(\.id).joined(separator: ", "))")
    }
  }

  // MARK: YAML, for the other files of this type too

  private func compose(_ text: String) throws -> Node {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw TheatreError(
          file: file, line: 1, message: "the file is empty",
          remedy: "describe the theatre: see seeds/theatre.yaml")
      }
      return node
    } catch let error as YamlError {
      throw TheatreError(
        file: file, line: Self.line(of: error),
        message: "not readable as YAML: \(Self.reason(error))",
        remedy: "mend the line; quote values that hold ':' or '#'")
    }
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  private static func reason(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping: "a key stands twice"
    default: "bad encoding"
    }
  }

  func mapping(_ node: Node, _ what: String, keys: Set<String>) throws -> [String: Node] {
    guard let mapping = node.mapping else {
      throw error(
        node, "\(what) is not a mapping",
        "write 'key: value' lines: \(keys.sorted().joined(separator: ", "))")
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard keys.contains(name) else {
        throw error(
          key, "\(what) has no key '\(name)'",
          "known keys: \(keys.sorted().joined(separator: ", "))")
      }
      fields[name] = value
    }
    return fields
  }

  func sequence(_ node: Node?, _ what: String) throws -> [Node] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      throw error(node, "\(what) is not a list", "write it as [a, b] or with one '- item' a line")
    }
    return Array(sequence)
  }

  func scalarText(_ node: Node, _ what: String) throws -> String {
    guard let text = node.scalar?.string else {
      throw error(node, "\(what) is not a single value", "write one word or a quoted text")
    }
    return text
  }

  func string(_ node: Node?, _ what: String) throws -> String? {
    try node.map { try scalarText($0, what) }
  }

  func required(_ node: Node?, _ key: String, of owner: Node) throws -> String {
    guard let node else { throw error(owner, "'\(key)' is missing", "add '\(key): …'") }
    return try scalarText(node, key)
  }

  private func identifier(_ node: Node?, _ what: String) throws -> String? {
    guard let node else { return nil }
    let text = try scalarText(node, what)
    guard NCName.isValid(text) else {
      throw error(
        node, "\(what) '\(text)' has characters an id cannot have",
        "use letters, digits, '-', '_' and '.', a letter first")
    }
    return text
  }

  private func day(_ node: Node, _ what: String) throws -> Day {
    let text = try scalarText(node, what)
    guard let day = Day(iso: text) else {
      throw error(node, "\(what) '\(text)' is not a day", "write it as YYYY-MM-DD")
    }
    return day
  }

  func error(_ node: Node?, _ message: String, _ remedy: String) -> TheatreError {
    TheatreError(file: file, line: node?.mark?.line, message: message, remedy: remedy)
  }
}

/// Names that XML takes as ids, kept to ASCII.
enum NCName {
  static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) || first == 95 else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || (48...57).contains($0) || [45, 46, 95].contains($0)
    }
  }

  /// A valid name near a text: other characters become hyphens.
  static func make(_ text: String) -> String {
    let name = String(
      decoding: text.utf8.map { isValid("a" + String(UnicodeScalar($0))) ? $0 : 45 }, as: UTF8.self)
    return isValid(name) ? name : "t-" + name
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
