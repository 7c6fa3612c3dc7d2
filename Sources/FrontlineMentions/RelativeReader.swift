internal import FrontlineGazetteer
internal import FrontlineGeometry

/// Finds the phrases that make another place of a named one, and works out where that is.
///
/// A phrase that only says where a named place lies ("Kel, 10 km north of Dovra") makes none, and countries
/// are no anchors. The words are those of `Resources/relative.txt`.
struct RelativeReader {
  let tokens: [Token]
  let mentions: [Mention]
  let gazetteer: Gazetteer
  let edges: EdgeNames
  let words: RelativeWords

  init(
    _ text: TokenizedText, _ mentions: [Mention], _ gazetteer: Gazetteer, _ edges: EdgeNames,
    _ words: RelativeWords
  ) {
    self.words = words
    self.edges = edges
    tokens = text.tokens
    self.mentions = mentions
    self.gazetteer = gazetteer
  }

  /// What the phrase round a mention derives from it; nil for the place itself.
  ///
  /// - Parameter bounds: The tokens of its sentence.
  func derived(_ index: Int, _ bounds: Range<Int>) -> DerivedPlace? {
    guard let anchor = anchor(index) else { return nil }
    if let pair = pair(index, bounds) { return pair }
    let start = mentions[index].tokens.lowerBound
    if let part = part(start, anchor, bounds) { return part }
    guard let phrase = phrase(before: start, bounds) else {
      return near(start, anchor, bounds)
    }
    guard !onlyPlaces(phrase.start, bounds, but: index) else { return nil }
    return make(phrase, anchor)
  }

  private func anchor(_ index: Int) -> Place? {
    guard let id = mentions[index].resolution?.placeID, let place = gazetteer.place(id: id),
      !place.featureCode.hasPrefix("PCL")
    else { return nil }
    return place
  }

  private func word(_ index: Int, _ bounds: Range<Int>) -> String {
    bounds.contains(index) ? tokens[index].folded : ""
  }

  // MARK: Phrases before one place

  private struct Phrase {
    var start: Int
    var kilometres: Double?
    /// Degrees from north.
    var bearing: Double?
    var direction: String?
    /// "in the north of X".
    var isPart = false
    var rim: String?
  }

  /// "10 km north of", "10 km from", "to the north of", "the outskirts of", "the mouth of the".
  private func phrase(before start: Int, _ bounds: Range<Int>) -> Phrase? {
    var index = start - 1
    while words.contains("fillers", word(index, bounds)), !isLink(index, bounds) { index -= 1 }
    let link = word(index, bounds)
    guard ["of", "from", "to"].contains(link) else { return nil }
    index -= 1
    if link != "from", words.contains("rims", word(index, bounds)) {
      return Phrase(start: index, rim: word(index, bounds))
    }
    guard link != "to" else { return nil }
    var phrase = Phrase(start: index + 1)
    if let (direction, first) = direction(endingAt: index, bounds) {
      phrase.bearing = words.value("directions", direction)
      phrase.direction = direction
      index = first - 1
      phrase.start = first
      if word(index, bounds) == "the" {
        phrase.isPart = word(index - 1, bounds) != "to"
        index -= phrase.isPart ? 1 : 2
      }
      if ["due", "just", "further", "farther"].contains(word(index, bounds)) { index -= 1 }
    }
    if let (kilometres, first) = distance(endingAt: index, bounds) {
      phrase.kilometres = kilometres
      phrase.start = first
    }
    return phrase.bearing == nil && phrase.kilometres == nil ? nil : phrase
  }

  /// An "of" that the words before it need: "north of", "outskirts of"; not "the city of".
  private func isLink(_ index: Int, _ bounds: Range<Int>) -> Bool {
    word(index, bounds) == "of" && TypeWordUse(word(index - 1, bounds)) == nil
  }

  private func direction(endingAt end: Int, _ bounds: Range<Int>) -> (String, first: Int)? {
    if bounds.contains(end - 1), tokens[end - 1].isTiedToNext || !tokens[end].startsLine {
      let both = word(end - 1, bounds) + word(end, bounds)
      if words.contains("directions", both) { return (both, end - 1) }
    }
    let one = word(end, bounds)
    return words.contains("directions", one) ? (one, end) : nil
  }

  /// "10 km", "10km", "10-15 miles", "some ten kilometres (6 miles)".
  private func distance(endingAt end: Int, _ bounds: Range<Int>) -> (Double, first: Int)? {
    var last = end
    if word(last, bounds) == ")" {
      guard
        let open = (max(bounds.lowerBound, last - 5)..<last).last(where: { word($0, bounds) == "(" }
        )
      else { return nil }
      last = open - 1
    }
    if word(last, bounds) == "away" { last -= 1 }
    if let joined = joinedDistance(word(last, bounds)) { return (joined, last) }
    guard let unit = words.value("units", word(last, bounds)),
      let number = number(last - 1, bounds)
    else { return nil }
    var first = last - 1
    if bounds.contains(first - 1), tokens[first - 1].isTiedToNext || word(first - 1, bounds) == "–",
      let low = self.number(tokens[first - 1].isTiedToNext ? first - 1 : first - 2, bounds)
    {
      first = tokens[first - 1].isTiedToNext ? first - 1 : first - 2
      return ((low + number) / 2 * unit, first)
    }
    return (number * unit, first)
  }

  private func number(_ index: Int, _ bounds: Range<Int>) -> Double? {
    let word = word(index, bounds)
    if let value = words.value("numbers", word) { return value }
    return Double(tokens.indices.contains(index) ? tokens[index].text.filter { $0 != "," } : "")
  }

  private func joinedDistance(_ word: String) -> Double? {
    let digits = word.prefix { $0.isNumber || $0 == "." }
    guard !digits.isEmpty, let value = Double(digits),
      let unit = words.value("units", String(word.dropFirst(digits.count)))
    else { return nil }
    return value * unit
  }

  /// Whether another mention right before the phrase is what it places.
  private func onlyPlaces(_ start: Int, _ bounds: Range<Int>, but own: Int) -> Bool {
    var before = start - 1
    while words.contains("placing", word(before, bounds)) { before -= 1 }
    return mentions.indices.contains { other in
      other != own && mentions[other].tokens.contains(before)
    }
  }

  // MARK: Parts and neighbourhoods

  /// "northern X", "the eastern part of X", "the western suburbs of X".
  private func part(_ start: Int, _ anchor: Place, _ bounds: Range<Int>) -> DerivedPlace? {
    var index = start - 1
    var rim: String?
    if word(index, bounds) == "the" { index -= 1 }
    if word(index, bounds) == "of" {
      let noun = word(index - 1, bounds)
      guard ["part", "parts", "half", "side"].contains(noun) || words.contains("rims", noun) else {
        return nil
      }
      rim = words.contains("rims", noun) ? noun : nil
      index -= 2
    }
    guard let (bearing, name) = partWord(endingAt: index, bounds) else { return nil }
    return part(of: anchor, bearing: bearing, word: name, rim: rim)
  }

  private func partWord(endingAt end: Int, _ bounds: Range<Int>) -> (Double, String)? {
    for name in [word(end - 1, bounds) + word(end, bounds), word(end, bounds)] {
      if let bearing = words.value("parts", name) { return (bearing, name) }
    }
    return nil
  }

  private func near(_ start: Int, _ anchor: Place, _ bounds: Range<Int>) -> DerivedPlace? {
    var index = start - 1
    while words.contains("fillers", word(index, bounds)) { index -= 1 }
    guard let reach = words.value("near", word(index, bounds)) else { return nil }
    let base = GeoPrecision(of: anchor).radiusKilometres
    return DerivedPlace(
      kind: .near, id: anchor.id, name: anchor.name, anchors: [anchor.id],
      position: anchor.position,
      precision: Self.precision(base + reach), isAway: false, edge: nil,
      reason: "\(word(index, bounds)) \(anchor.name): within \(Self.text(reach)) km of it")
  }
}

// MARK: Two ends

extension RelativeReader {
  /// "between X and Y", "the road from X to Y", "the X-Y road": for either of its ends.
  private func pair(_ index: Int, _ bounds: Range<Int>) -> DerivedPlace? {
    for first in [index - 1, index] where first >= 0 && first + 1 < mentions.count {
      guard let kind = link(first, bounds), let near = anchor(first), let far = anchor(first + 1),
        near.id != far.id
      else { continue }
      return between(near, far, kind)
    }
    return nil
  }

  private func link(_ first: Int, _ bounds: Range<Int>) -> DerivedPlace.Kind? {
    let (left, right) = (mentions[first].tokens, mentions[first + 1].tokens)
    guard bounds.contains(left.lowerBound), bounds.contains(right.lowerBound),
      left.upperBound <= right.lowerBound
    else { return nil }
    let gap = (left.upperBound..<right.lowerBound).map { word($0, bounds) }.filter { $0 != "the" }
    guard gap.count <= 1, gap.allSatisfy({ words.contains("links", $0) }) else { return nil }
    if gap.isEmpty, !tokens[left.upperBound - 1].isTiedToNext { return nil }
    // "X-Y highway", where "highway" may count as part of Y's name.
    let isRoadBehind = [right.upperBound - 1, right.upperBound].contains {
      words.contains("roads", word($0, bounds))
    }
    if gap != ["and"], gap != ["with"], isRoadBehind { return .road }
    var before = left.lowerBound - 1
    if word(before, bounds) == "the" { before -= 1 }
    let lead = word(before, bounds)
    let isRoad = (1...3).contains { words.contains("roads", word(before - $0, bounds)) }
    switch (lead, gap) {
    case ("from", ["to"]): return isRoad ? .road : nil
    case ("between", ["and"]), ("linking", ["and"]), ("linking", ["to"]), ("linking", ["with"]),
      ("connecting", ["and"]), ("connecting", ["to"]), ("connecting", ["with"]):
      return isRoad ? .road : lead == "between" ? .between : nil
    default: return nil
    }
  }

  /// The middle of two places, out to either of them.
  private func between(_ first: Place, _ second: Place, _ kind: DerivedPlace.Kind) -> DerivedPlace {
    let distance = greatCircleDistance(from: first.position, to: second.position) / 1000
    let plane = LocalPlane(origin: first.position)
    let end = plane.point(at: second.position)
    let middle = plane.position(at: .init(east: end.east / 2, north: end.north / 2))
    let radius = max(1, distance / 2)
    let name =
      kind == .road
      ? "the road from \(first.name) to \(second.name)" : "between \(first.name) and \(second.name)"
    return DerivedPlace(
      kind: kind,
      id: [first.id, second.id].sorted().joined(separator: "+") + (kind == .road ? "+road" : ""),
      name: name, anchors: [first.id, second.id], position: Self.rounded(middle),
      precision: GeoPrecision(
        radiusKilometres: Self.rounded(radius), acled: radius > 25 ? 3 : 2,
        ucdp: kind == .road || radius > 25 ? 5 : 2), isAway: true, edge: nil,
      reason: "\(name): half of the \(Self.text(distance)) km from either end")
  }
}

// MARK: Where it is

extension RelativeReader {
  private func make(_ phrase: Phrase, _ anchor: Place) -> DerivedPlace? {
    if let rim = phrase.rim { return self.rim(rim, of: anchor) }
    if let bearing = phrase.bearing, let direction = phrase.direction {
      if phrase.isPart, phrase.kilometres == nil {
        return part(of: anchor, bearing: bearing, word: Self.adjective(direction), rim: nil)
      }
      return away(anchor, bearing: bearing, direction: direction, phrase.kilometres)
    }
    return phrase.kilometres.map { ring($0, round: anchor) }
  }

  /// A compass word is good to a sixteenth of the circle either way: 0.4 of the distance to the side. Without
  /// a distance, it lies as far out again as the anchor reaches, 5 km at least.
  private func away(
    _ anchor: Place, bearing: Double, direction: String, _ kilometres: Double?
  ) -> DerivedPlace {
    let reach = GeoPrecision(of: anchor).radiusKilometres
    let distance = kilometres ?? (reach + max(5, min(reach, 20)))
    let radius = kilometres.map { max(2, 0.4 * $0) } ?? max(5, min(reach, 20))
    let size = kilometres.map { "\(Self.text($0)) km " } ?? ""
    let isAway = distance > reach
    let name = "\(size)\(direction) of \(anchor.name)"
    let point = kilometres.map { "\(Self.text($0))km" } ?? ""
    return DerivedPlace(
      kind: kilometres == nil ? .direction : .offset,
      id: isAway ? "\(anchor.id)+\(point)\(Self.initials(direction))" : anchor.id,
      name: isAway ? name : anchor.name, anchors: [anchor.id],
      position: Self.position(anchor.position, bearing: bearing, kilometres: distance),
      precision: Self.precision(radius), isAway: isAway, edge: nil,
      reason: kilometres == nil
        ? "\(name): beyond its \(Self.text(reach)) km, no distance given"
        : "\(name), give or take \(Self.text(radius)) km")
  }

  /// Somewhere on a circle.
  private func ring(_ kilometres: Double, round anchor: Place) -> DerivedPlace {
    let isAway = kilometres > GeoPrecision(of: anchor).radiusKilometres
    let name = "\(Self.text(kilometres)) km from \(anchor.name)"
    return DerivedPlace(
      kind: .distance, id: isAway ? "\(anchor.id)+\(Self.text(kilometres))km" : anchor.id,
      name: isAway ? name : anchor.name, anchors: [anchor.id], position: anchor.position,
      precision: Self.precision(max(1, kilometres)), isAway: isAway, edge: nil,
      reason: "\(name), in no direction that the text gives")
  }

  /// The middle of a half: half the radius out, half as wide.
  private func part(of anchor: Place, bearing: Double, word: String, rim: String?) -> DerivedPlace {
    let base = GeoPrecision(of: anchor)
    let reach = base.radiusKilometres
    let beyond = rim.flatMap { words.value("rims", $0) } ?? 0
    return DerivedPlace(
      kind: .part, id: anchor.id, name: anchor.name, anchors: [anchor.id],
      position: Self.position(
        anchor.position, bearing: bearing, kilometres: reach / 2 + beyond / 2),
      precision: GeoPrecision(
        radiusKilometres: Self.rounded(max(1, reach * 0.6 + beyond / 2)), acled: max(base.acled, 2),
        ucdp: max(base.ucdp, 2)),
      isAway: false, edge: "\(word) \(rim ?? "part")",
      reason: "\(word) \(anchor.name): half of its \(Self.text(reach)) km to that side")
  }

  /// The rim is as far out as the place reaches, on a side that the text does not give.
  private func rim(_ word: String, of anchor: Place) -> DerivedPlace {
    let own = edges.entry(for: word, of: anchor)
    let reach = GeoPrecision(of: anchor).radiusKilometres
    let radius =
      own.map { GeoPrecision(of: $0).radiusKilometres } ?? reach + (words.value("rims", word) ?? 0)
    return DerivedPlace(
      kind: .rim, id: own?.id ?? anchor.id, name: own?.name ?? anchor.name, anchors: [anchor.id],
      position: own?.position ?? anchor.position, precision: Self.precision(radius), isAway: false,
      edge: own == nil ? word : nil,
      reason: own.map { "\(word) of \(anchor.name): listed as \($0.name)" }
        ?? "\(word) of \(anchor.name): on a side that the text does not give")
  }

  /// 2 for what lies near a named point, up to 25 km; 3 and 5 beyond.
  private static func precision(_ radius: Double) -> GeoPrecision {
    GeoPrecision(
      radiusKilometres: rounded(radius), acled: radius > 25 ? 3 : 2, ucdp: radius > 25 ? 5 : 2)
  }

  private static func position(
    _ anchor: Position, bearing: Double, kilometres: Double
  ) -> Position {
    // The eight bearings' sines are all that is needed: 0, √½ and 1.
    let sines = [
      0.0, 0.5.squareRoot(), 1, 0.5.squareRoot(), 0, -0.5.squareRoot(), -1, -0.5.squareRoot(),
    ]
    let eighth = Int(bearing / 45)
    let metres = kilometres * 1000
    let plane = LocalPlane(origin: anchor)
    return rounded(
      plane.position(
        at: .init(east: metres * sines[eighth % 8], north: metres * sines[(eighth + 2) % 8])))
  }

  /// Five decimals, about a metre.
  private static func rounded(_ position: Position) -> Position {
    Position(
      longitude: (position.longitude * 1e5).rounded() / 1e5,
      latitude: (position.latitude * 1e5).rounded() / 1e5)
  }

  private static func rounded(_ kilometres: Double) -> Double { (kilometres * 10).rounded() / 10 }

  /// Without a decimal where there is none.
  private static func text(_ kilometres: Double) -> String {
    let tenths = Int((kilometres * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func adjective(_ direction: String) -> String { direction + "ern" }

  /// `N`, `NE` …
  private static func initials(_ direction: String) -> String {
    let sides = ["north": "N", "south": "S", "east": "E", "west": "W"]
    if let one = sides[direction] { return one }
    return (sides[String(direction.prefix(5))] ?? "")
      + (sides[String(direction.dropFirst(5))] ?? "")
  }
}
