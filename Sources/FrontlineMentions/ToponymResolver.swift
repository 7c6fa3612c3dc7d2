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

  /// - Parameter box: The theatre's box: places inside it are preferred; nil for no preference.
  public init(gazetteer: Gazetteer, recognizer: ToponymRecognizer, box: BoundingBox?) {
    self.gazetteer = gazetteer
    self.recognizer = recognizer
    self.box = box
  }

  /// The mentions with their resolutions, and findings: `ambiguous-toponym` where two places far
  /// apart fit nearly as well.
  public func resolve(
    _ mentions: [Mention], in text: TokenizedText
  ) -> (mentions: [Mention], findings: [ToponymFinding]) {
    var resolved = mentions
    let options = mentions.map { $0.isLiteral ? candidates(for: $0, in: text) : [] }
    var anchors = self.anchors(mentions, options)
    for index in mentions.indices where mentions[index].isLiteral {
      let ranked = rank(options[index], of: mentions[index], at: index, &anchors)
      guard let best = ranked.first else { continue }
      resolved[index].resolution = Resolution(placeID: best.placeID, candidates: ranked)
    }
    return (resolved, resolved.compactMap(ambiguity))
  }

  private struct Option {
    var place: Place
    var name: PlaceName
    var matchesType: Bool
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
    let all = byPlace.values.sorted { $0.place.id < $1.place.id }
    let fitting = all.filter(\.matchesType)
    return fitting.isEmpty ? all : fitting
  }

  /// The places the report names without any doubt.
  private func anchors(_ mentions: [Mention], _ options: [[Option]]) -> Anchors {
    var anchors = Anchors()
    for index in mentions.indices {
      guard let first = options[index].first, first.place.featureCode != "PCLI" else { continue }
      let isClear =
        options[index].count == 1
        || options[index].allSatisfy {
          $0.place.position.approximateKilometres(to: first.place.position) < 60
        }
      guard isClear else { continue }
      let best = options[index].max { importance($0.place) < importance($1.place) } ?? first
      anchors.add(best.place, mention: index, sentence: mentions[index].sentence)
    }
    return anchors
  }

  private func rank(
    _ options: [Option], of mention: Mention, at index: Int, _ anchors: inout Anchors
  ) -> [Candidate] {
    options.map { option in
      var score = importance(option.place)
      var reasons = ["\(option.place.featureCode) (+\(oneDecimal(score)))"]
      func add(_ amount: Double, _ reason: String) {
        score += amount
        reasons.append("\(reason) (\(amount < 0 ? "-" : "+")\(oneDecimal(abs(amount))))")
      }
      if option.matchesType, let word = mention.typeWord { add(4, "called a \(word)") }
      if let box, box.contains(option.place.position) { add(1.5, "inside the theatre") }
      if option.name.kind == .historical { add(-0.5, "a historical name") }
      let units = gazetteer.ancestors(of: option.place).filter { $0.featureCode != "PCLI" }
      if let unit = anchors.first(of: units, besides: index, sentence: mention.sentence) {
        add(unit.isSameSentence ? 2 : 1, "in \(unit.name), which the report names")
      }
      if let near = anchors.nearest(to: option.place, besides: index), near.kilometres < 150 {
        add(
          1.5 * (1 - near.kilometres / 150),
          "\(Int(near.kilometres.rounded())) km from \(near.name)")
      }
      return Candidate(placeID: option.place.id, score: score, reasons: reasons)
    }.sorted { ($1.score, $0.placeID) < ($0.score, $1.placeID) }
  }

  /// How likely a bare name means a place of this class: units and capitals before hamlets.
  private func importance(_ place: Place) -> Double {
    switch place.featureCode {
    case "PCLI", "PPLC": 5
    case "ADM1": 4
    case "PPLA": 3.5
    case "ADM2": 3
    case "PPLA2", "ADM3": 2.5
    case "PPL", "PPLX", "PPLL", "PPLF": 1
    default: place.featureClass == "P" ? 1 : 2
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
