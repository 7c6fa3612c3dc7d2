/// How well the place names of one report were found.
///
/// Both sides are bags: each name counts as often as the text uses it as a place.
public struct ToponymScore: Sendable {
  public var counts: PrecisionRecall
  /// Surplus names inside a metonym of the gold ("France's President"): neither right nor wrong.
  public var ignored = 0
  public var errors: [ExtractionError] = []

  /// - Parameters:
  ///   - found: The names found, in text order.
  ///   - reduced: What makes two names the same: ``NameComparison/core(_:)`` or ``NameComparison/surface(_:)``.
  init(_ found: [String], gold: GoldReport, by reduced: (String) -> String) {
    let wanted = Bag(gold.mentions.map { (reduced($0.text), $0.count) })
    let names = Bag(found.map { (reduced($0), 1) })
    var metonyms = gold.notPlaces.filter { $0.type == "metonym" }.map {
      (text: " \(NameComparison.plain($0.text)) ", left: $0.count)
    }
    counts = PrecisionRecall()
    for (name, count) in wanted.counts {
      let hit = min(count, names.count(name))
      counts += PrecisionRecall(right: hit, missed: count - hit)
      if count > hit { errors.append(.missedToponym(name, count: count - hit)) }
    }
    for (name, count) in names.counts {
      var surplus = count - min(count, wanted.count(name))
      for index in metonyms.indices
      where metonyms[index].text.contains(" \(NameComparison.plain(name)) ") {
        let taken = min(surplus, metonyms[index].left)
        metonyms[index].left -= taken
        surplus -= taken
        ignored += taken
      }
      counts.wrong += surplus
      if surplus > 0 { errors.append(.wrongToponym(name, count: surplus)) }
    }
  }
}

/// How often each text occurs, in the order of the first occurrence; empty texts do not count.
struct Bag {
  private(set) var counts: [(text: String, count: Int)] = []
  private var indexOf: [String: Int] = [:]

  init(_ items: [(text: String, count: Int)]) {
    for item in items where !item.text.isEmpty {
      if let index = indexOf[item.text] {
        counts[index].count += item.count
      } else {
        indexOf[item.text] = counts.count
        counts.append(item)
      }
    }
  }

  func count(_ text: String) -> Int { indexOf[text].map { counts[$0].count } ?? 0 }
}
