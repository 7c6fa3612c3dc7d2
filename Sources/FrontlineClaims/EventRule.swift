internal import FrontlineMentions

/// How actor, opponent and place stand round the words of an event.
enum EventFrame: String, Sendable {
  case actsOnPlace = "acts-on-place"
  case actsOnParty = "acts-on-party"
  case moves
  case movesFailed = "moves-failed"
  case happens
  case placeFalls = "place-falls"
  case losesPlace = "loses-place"
  case placeState = "place-state"
  case heldPlace = "held-place"
  case placeStateNegative = "place-state-negative"
  case losses
  case equipment
}

/// One rule of `events.rules`: words that speak of an event, and what must stand round them.
struct EventRule: Sendable {
  var id: String
  var event: Claim.Event
  var frame: EventFrame
  /// Folded words of each form.
  var forms: [[String]]
  /// What the words say when negated; nil for nothing.
  var negated: Claim.Event?
  var objectNot: [String]
  var needs: [String]
  var needsObject: [String]
  var needsParty: Bool
  var notBehind: [String]
  var isDirect: Bool
  var figure: Claim.Figure.Kind?
}

/// The event rules, by the first word of their forms.
struct EventRules: Sendable {
  struct Form: Sendable {
    var words: [String]
    var rule: EventRule
  }

  let all: [EventRule]
  private let firstWords: WordIndex
  /// By first word.
  private let forms: [[Form]]

  init(_ bytes: [UInt8]) {
    all = Self.parse(String(decoding: bytes, as: UTF8.self))
    var forms: [String: [Form]] = [:]
    for rule in all {
      for words in rule.forms {
        guard let first = words.first else { continue }
        forms[first, default: []].append(Form(words: words, rule: rule))
      }
    }
    firstWords = WordIndex(Array(forms.keys))
    self.forms = forms.values.map { $0.stableSorted { $0.words.count > $1.words.count } }
  }

  /// Whether any form begins with a token.
  func begin(with token: Token) -> Bool {
    firstWords.position(of: token) != nil
  }

  /// The forms that start with a word, longest first, then in the order of the file.
  func forms(startingWith folded: String) -> [Form] {
    firstWords.position(of: folded).map { forms[$0] } ?? []
  }

  private static func parse(_ text: String) -> [EventRule] {
    var rules: [EventRule] = []
    var fields: [String: String] = [:]
    let lines: [Substring] = text.split(separator: "\n") + ["rule"]
    for line in lines where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.first == "rule" {
        if let rule = rule(fields) { rules.append(rule) }
        fields = [:]
      }
      if let key = parts.first { fields[key] = parts.count > 1 ? parts[1] : "" }
    }
    return rules
  }

  private static func rule(_ fields: [String: String]) -> EventRule? {
    guard let id = fields["rule"], let event = fields["event"].flatMap(Claim.Event.init),
      let frame = fields["frame"].flatMap(EventFrame.init)
    else { return nil }
    func list(_ key: String) -> [String] {
      (fields[key] ?? "").split(separator: " ").map(String.init)
    }
    let forms = (fields["forms"] ?? "").split(separator: ",").map { CueWords.words($0) }
    return EventRule(
      id: id, event: event, frame: frame, forms: forms.filter { !$0.isEmpty },
      negated: fields["not"].flatMap(Claim.Event.init), objectNot: list("object-not"),
      needs: list("needs"), needsObject: list("needs-object"),
      needsParty: fields["needs-party"] != nil, notBehind: list("not-behind"),
      isDirect: fields["direct"] != nil,
      figure: fields["figure"].flatMap(Claim.Figure.Kind.init))
  }
}

extension Array {
  /// Sorted, equal elements in their old order.
  func stableSorted(by precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { left, right in
      if precedes(left.element, right.element) { return true }
      if precedes(right.element, left.element) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }
}
