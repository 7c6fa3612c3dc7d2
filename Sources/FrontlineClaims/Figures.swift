internal import FrontlineMentions

/// Counts said of losses: "at least 40 fighters", "six", "several hundred".
struct FigureReader: Sendable {
  let words: CueWords

  /// The figure that a trigger states; nil if it states none.
  ///
  /// "at least n" leaves the upper end open, as do "dozens" (24), "scores" (40), "hundreds" (200) and
  /// "thousands" (2000), whose lowest sense is the lower end.
  func figure(of trigger: Trigger, in reading: SentenceReading, party: String?) -> Claim.Figure? {
    guard let kind = trigger.rule.figure else { return nil }
    if kind == .vehicles { return vehicles(trigger, reading, party: party) }
    let before = (trigger.clause.lowerBound..<trigger.tokens.lowerBound).reversed()
    let after =
      trigger.tokens.upperBound..<min(trigger.clause.upperBound, trigger.tokens.upperBound + 6)
    let order =
      trigger.isPassive || !hasCount(after, reading) ? Array(before) + Array(after) : Array(after)
    for index in order.prefix(14) {
      if let count = count(at: index, reading) {
        return Claim.Figure(
          kind: kind, party: party, low: count.low,
          high: isOpen(before: index, reading) ? nil : count.high)
      }
    }
    return nil
  }

  /// "four Humvees and two pickup trucks": the counts that stand before equipment, added up.
  private func vehicles(
    _ trigger: Trigger, _ reading: SentenceReading, party: String?
  ) -> Claim.Figure? {
    let counts = trigger.clause.compactMap { index -> (low: Int, high: Int?)? in
      guard let count = self.count(at: index, reading) else { return nil }
      let following = index + 1..<min(trigger.clause.upperBound, index + 6)
      let next = following.first { self.count(at: $0, reading) != nil } ?? following.upperBound
      let isEquipment = (index + 1..<max(index + 1, next)).contains {
        words.contains("equipment", reading.word($0))
      }
      return isEquipment ? (count.low, self.isOpen(before: index, reading) ? nil : count.high) : nil
    }
    guard !counts.isEmpty else { return nil }
    let hasOpenEnd = counts.contains { $0.high == nil }
    return Claim.Figure(
      kind: .vehicles, party: party, low: counts.reduce(0) { $0 + $1.low },
      high: hasOpenEnd ? nil : counts.reduce(0) { $0 + ($1.high ?? 0) })
  }

  private func hasCount(_ range: Range<Int>, _ reading: SentenceReading) -> Bool {
    range.contains { count(at: $0, reading) != nil }
  }

  private func isOpen(before index: Int, _ reading: SentenceReading) -> Bool {
    let previous = reading.word(index - 1)
    return (previous == "least" || previous == "than" || previous == "over")
  }

  private func count(at index: Int, _ reading: SentenceReading) -> (low: Int, high: Int?)? {
    let token = reading.tokens[index]
    guard !reading.times.contains(where: { $0.tokens.contains(index) }) else { return nil }
    if token.kind == .number {
      let number = Int(token.text.replacing(",", with: ""))
      return number.flatMap { $0 <= Self.highest ? ($0, $0) : nil }
    }
    let following = reading.word(index + 1)
    switch token.folded {
    case "several", "many":
      return following == "hundred"
        ? (200, nil)
        : following == "thousand" ? (2000, nil) : following == "dozen" ? (24, nil) : nil
    case "dozens": return (24, nil)
    case "scores": return (40, nil)
    case "hundreds": return (200, nil)
    case "thousands": return (2000, nil)
    default: return Self.numerals[token.folded].map { ($0, $0) }
    }
  }

  /// No report counts more people or vehicles than this.
  private static let highest = 10_000_000

  private static let numerals = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
}
