public import FrontlineGazetteer
public import FrontlineGeometry
public import FrontlineReports

/// Links each literal mention to a place of the gazetteer.
///
/// A type word rules out candidates of another class where one of the right class exists. What is
/// left is scored by the class's importance, by containing units and other places that the report
/// names, and by the theatre's box; every part of the score is a reason in words.
public struct ToponymResolver: Sendable {
  private let gazetteer: Gazetteer
  private let recognizer: ToponymRecognizer
  private let box: BoundingBox?
  private let edges: EdgeNames

  /// - Parameter box: The theatre's box: places inside it are preferred; nil for no preference.
  public init(gazetteer: Gazetteer, recognizer: ToponymRecognizer, box: BoundingBox?) {
    self.gazetteer = gazetteer
    self.recognizer = recognizer
    self.box = box
    edges = EdgeNames(gazetteer, words: recognizer.relativeWords.words(of: "rims"))
  }

  /// The mentions with their resolutions, and findings: `ambiguous-toponym` where two places far
  /// apart fit nearly as well.
  public func resolve(
    _ mentions: [Mention], in text: TokenizedText
  ) -> (mentions: [Mention], findings: [ToponymFinding]) {
    var resolved = mentions
    let options = mentions.map { $0.isLiteral ? candidates(for: $0, in: text) : [] }
    let own = mentions.indices.map { anchor(of: options[$0]) }
    let ground = ground(mentions, options, own, text)
    var anchors = Anchors(
      mentions.indices.compactMap { index in own[index].map { ($0, mentions[index].sentence) } })
    for index in mentions.indices where mentions[index].isLiteral {
      let stated = statedContainers(of: index, mentions, options, text.tokens)
      let ranked = rank(
        options[index], of: mentions[index], itself: own[index]?.id, in: stated, ground,
        anchors: &anchors)
      guard let best = ranked.first else { continue }
      resolved[index].resolution = Resolution(placeID: best.placeID, candidates: ranked)
      if mentions[index].spelling != nil,
        let chosen = options[index].first(where: { $0.place.id == best.placeID })
      {
        resolved[index].spelling?.listed = chosen.name.text
      }
    }
    let relative = RelativeReader(
      text, resolved, gazetteer, edges, recognizer.relativeWords)
    for index in resolved.indices where resolved[index].resolution != nil {
      let bounds = text.sentences[resolved[index].sentence].tokens
      resolved[index].resolution?.derived = relative.derived(index, bounds)
    }
    return (resolved, resolved.compactMap(ambiguity))
  }

  private struct Option {
    var place: Place
    var name: PlaceName
    var matchesType: Bool
  }

  /// Places the report names without any doubt, each once, with the sentences that name it.
  private struct Anchors {
    private let places: [Place]
    private let positions: [Position]
    /// How often each sentence names each place.
    private let counts: [String: [Int: Int]]
    private let totals: [String: Int]
    /// The two nearest anchors of a place, once asked for: reports name the same places over and over.
    private var nearest: [String: [Neighbour]] = [:]

    private struct Neighbour {
      var kilometres: Double
      var name: String
      var id: String
    }

    init(_ named: [(place: Place, sentence: Int)]) {
      var counts: [String: [Int: Int]] = [:]
      for item in named { counts[item.place.id, default: [:]][item.sentence, default: 0] += 1 }
      var seen: Set<String> = []
      places = named.map(\.place).filter { seen.insert($0.id).inserted }
      positions = places.map(\.position)
      self.counts = counts
      totals = counts.mapValues { $0.values.reduce(0, +) }
    }

    /// Whether another mention than one names the place: in its sentence, or anywhere.
    func others(name id: String, than own: (id: String?, sentence: Int)) -> (
      here: Bool, anywhere: Bool
    ) {
      guard let sentences = counts[id] else { return (false, false) }
      let here = (sentences[own.sentence] ?? 0) - (own.id == id ? 1 : 0)
      return (here > 0, here > 0 || sentences.count > (sentences[own.sentence] == nil ? 0 : 1))
    }

    /// The nearest anchor other than the place itself and than what only one mention names, where that
    /// mention is the one that asks.
    mutating func nearest(
      to place: Place, itself: String?
    ) -> (kilometres: Double, name: String)? {
      let found = nearest[place.id] ?? twoNearest(to: place)
      nearest[place.id] = found
      let isOnlyOwn = itself.map { totals[$0] == 1 } ?? false
      return found.first { !(isOnlyOwn && $0.id == itself) }.map { ($0.kilometres, $0.name) }
    }

    /// Skips what lies further north or south than the second nearest so far: most of the anchors.
    private func twoNearest(to place: Place) -> [Neighbour] {
      var found: [Neighbour] = []
      for (index, other) in positions.enumerated() {
        if found.count == 2,
          abs(other.latitude - place.position.latitude) * Self.leastKilometresOfDegree
            > found[1].kilometres
        {
          continue
        }
        let kilometres = place.position.approximateKilometres(to: other)
        if found.count == 2, kilometres > found[1].kilometres { continue }
        let anchor = places[index]
        if anchor.id == place.id { continue }
        let neighbour = Neighbour(kilometres: kilometres, name: anchor.name, id: anchor.id)
        let rank = found.firstIndex { (kilometres, anchor.id) < ($0.kilometres, $0.id) }
        found.insert(neighbour, at: rank ?? found.count)
        if found.count > 2 { found.removeLast() }
      }
      return found
    }

    /// A degree of latitude on the mean sphere is 111.19 km; less, so that rounding never counts.
    private static let leastKilometresOfDegree = 111.0
  }

  private func candidates(for mention: Mention, in text: TokenizedText) -> [Option] {
    var byPlace: [String: Option] = [:]
    let type = mention.typeWord.flatMap { TypeWordUse($0) }
    for index in recognizer.names(of: mention, in: text) {
      let name = gazetteer.names[index]
      guard let place = gazetteer.place(id: name.placeID) else { continue }
      if let known = byPlace[place.id], known.name.kind == .official { continue }
      byPlace[place.id] = Option(
        place: place, name: name, matchesType: type?.includes(place) ?? false)
    }
    var all = byPlace.values.sorted { $0.place.id < $1.place.id }
    // "UK" is the abbreviation written so, where there is one, not the village of Uk.
    if text.tokens[mention.tokens.lowerBound].isAllCapitals {
      let abbreviated = all.filter {
        $0.name.kind == .abbreviation && $0.name.text.withoutPoints == mention.text.withoutPoints
      }
      if !abbreviated.isEmpty { all = abbreviated }
    }
    let fitting = all.filter(\.matchesType)
    return fitting.isEmpty ? all : fitting
  }

  /// What the report as a whole says about its places.
  private func ground(
    _ mentions: [Mention], _ options: [[Option]], _ own: [Place?], _ text: TokenizedText
  ) -> ReportGround {
    let countries = options.compactMap { options in
      options.first { $0.place.featureCode == "PCLI" }?.place
    }
    let told = mentions.indices.dropLast().flatMap { index in
      containedOptions(index, mentions, options, text).map { (mentions[index].plainName, $0) }
    }
    return ReportGround(anchors: own.compactMap { $0 } + countries, told: told)
  }

  /// The candidates that lie in the place named right behind a comma: "Kel, Oldmark"; none where all do.
  private func containedOptions(
    _ index: Int, _ mentions: [Mention], _ options: [[Option]], _ text: TokenizedText
  ) -> [String] {
    let gap =
      mentions[index].tokens
      .upperBound..<max(
        mentions[index].tokens.upperBound, mentions[index + 1].tokens.lowerBound)
    guard options[index].count > 1, gap.count == 1, text.tokens[gap.lowerBound].folded == "," else {
      return []
    }
    let units = Set(options[index + 1].filter { $0.place.isAdministrativeUnit }.map(\.place.id))
    let inside = options[index].filter { option in
      gazetteer.ancestors(of: option.place).contains { units.contains($0.id) }
    }
    return inside.count < options[index].count ? inside.map(\.place.id) : []
  }

  /// The place a mention names without any doubt: its only candidate, or the weightiest of several on
  /// one spot; nil for all others and for countries, which are near everything.
  private func anchor(of options: [Option]) -> Place? {
    guard let first = options.first, first.place.featureCode != "PCLI",
      options.allSatisfy({
        $0.place.position.approximateKilometres(to: first.place.position) < 60
      })
    else { return nil }
    return (options.max { $0.place.importance < $1.place.importance } ?? first).place
  }

  private func rank(
    _ options: [Option], of mention: Mention, itself: String?, in stated: Set<String>,
    _ ground: ReportGround,
    anchors: inout Anchors
  ) -> [Candidate] {
    var ranked: [Candidate] = []
    let hasOwnName = options.contains { $0.name.text == $0.place.name }
    let name = ground.tellsNothing ? "" : mention.plainName
    for option in options {
      var score = option.place.importance
      var reasons = ["\(option.place.kindAndPeople) (+\(oneDecimal(score)))"]
      func add(_ amount: Double, _ reason: String) {
        score += amount
        reasons.append("\(reason) (\(amount < 0 ? "-" : "+")\(oneDecimal(abs(amount))))")
      }
      if let spelling = mention.spelling {
        add(-spelling.cost, spelling.reason(for: option.name.text))
      }
      if option.matchesType, let word = mention.typeWord {
        add(4, "called \(Self.article(word)) \(word)")
      }
      if let box, box.contains(option.place.position) { add(1.5, "inside the theatre") }
      if option.name.kind == .historical { add(-0.5, "a historical name") }
      if hasOwnName, option.name.text != option.place.name { add(-1, "one of its other names") }
      let share = ground.share(of: option.place.country)
      if share > 0, options.count > 1 { add(1.5 * share, "in a country the report is about") }
      if ground.tells(name, option.place.id) { add(3, "the report says which one") }
      if let unit = gazetteer.ancestors(of: option.place).first(where: { stated.contains($0.id) }) {
        add(5, "in \(unit.name), as the text says")
      } else if let unit = container(
        of: option.place, among: anchors, itself: (itself, mention.sentence))
      {
        add(unit.isSameSentence ? 2 : 1, "in \(unit.name), which the report names")
      }
      if let near = anchors.nearest(to: option.place, itself: itself), near.kilometres < 150 {
        add(
          1.5 * (1 - near.kilometres / 150),
          "\(Int(near.kilometres.rounded())) km from \(near.name)")
      }
      ranked.append(Candidate(placeID: option.place.id, score: score, reasons: reasons))
    }
    return ranked.sorted { ($1.score, $0.placeID) < ($0.score, $1.placeID) }
  }

  /// Ids of the units that the text says the mention lies in: "X in Y province", "X district of Y", "X, Y", "Y's X".
  private func statedContainers(
    of index: Int, _ mentions: [Mention], _ options: [[Option]], _ tokens: [Token]
  ) -> Set<String> {
    func isLinked(_ gap: Range<Int>, by links: Set<String>) -> Bool {
      gap.count <= 4 && gap.contains { links.contains(tokens[$0].folded) }
        && gap.allSatisfy {
          links.contains(tokens[$0].folded) || tokens[$0].folded == "the"
            || TypeWordUse(tokens[$0].folded) != nil
        }
    }
    let own = mentions[index]
    var units: [Option] = []
    if index + 1 < mentions.count, mentions[index + 1].sentence == own.sentence,
      own.tokens.upperBound <= mentions[index + 1].tokens.lowerBound,
      isLinked(
        own.tokens.upperBound..<mentions[index + 1].tokens.lowerBound, by: ["in", "of", ",", "("])
    {
      units += options[index + 1]
    }
    if index > 0, mentions[index - 1].sentence == own.sentence {
      let end = mentions[index - 1].tokens.upperBound
      if end + 1 == own.tokens.lowerBound, tokens[end].kind == .possessive {
        units += options[index - 1]
      }
    }
    return Set(units.map(\.place).filter(\.isAdministrativeUnit).map(\.id))
  }

  /// The nearest unit round a place that another mention names, in the same sentence if there is one.
  private func container(
    of place: Place, among anchors: Anchors, itself: (id: String?, sentence: Int)
  ) -> (name: String, isSameSentence: Bool)? {
    let units = gazetteer.ancestors(of: place).filter { $0.featureCode != "PCLI" }
    if let here = units.first(where: { anchors.others(name: $0.id, than: itself).here }) {
      return (here.name, true)
    }
    return units.first { anchors.others(name: $0.id, than: itself).anywhere }.map {
      ($0.name, false)
    }
  }

  private func ambiguity(_ mention: Mention) -> ToponymFinding? {
    guard let resolution = mention.resolution, resolution.candidates.count > 1,
      let first = gazetteer.place(id: resolution.placeID)
    else { return nil }
    let rivals = resolution.candidates.dropFirst().filter { candidate in
      guard let place = gazetteer.place(id: candidate.placeID) else { return false }
      return resolution.candidates[0].score - candidate.score < 0.5
        && place.position.approximateKilometres(to: first.position) > 25
    }
    return rivals.isEmpty
      ? nil
      : ToponymFinding(
        mention: mention, chosen: first,
        rivals: rivals.compactMap { gazetteer.place(id: $0.placeID) })
  }

  private static func article(_ word: String) -> String {
    word.first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }

  private func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// A name that fits two places far apart nearly as well.
public struct ToponymFinding: Hashable, Sendable {
  public var mention: Mention
  public var chosen: Place
  public var rivals: [Place]

  /// The finding as users see it.
  ///
  /// - Parameter lines: Of the report the mention stands in.
  public func finding(in lines: TextLines) -> Finding {
    let others = rivals.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
    return lines.finding(
      code: "ambiguous-toponym",
      message: "'\(mention.text)' was taken for \(chosen.name) (\(chosen.id)) but may be \(others)",
      remedy: "name the district or province in the report, or code the claim in claims.csv",
      span: mention.range)
  }
}

extension Position {
  /// Distance on a local plane, good to 1 % below 500 km; enough to compare candidates.
  func approximateKilometres(to other: Position) -> Double {
    greatCircleDistance(from: self, to: other) / 1000
  }
}
