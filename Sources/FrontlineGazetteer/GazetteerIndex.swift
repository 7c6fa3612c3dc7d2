public import FrontlineGeometry

/// Finds places by name, also misspelt or in another transliteration, and by position. Built once.
public struct GazetteerIndex: Sendable {
  public let gazetteer: Gazetteer
  /// Indices of names by folded name; by folded name without its type word; by loose key.
  private let folded: [String: [Int]]
  private let bare: [String: [Int]]
  private let loose: [String: [Int]]
  private let close: CloseNames
  /// For each name the index of its place; nil where no place owns it.
  private let placeOfName: [Int?]
  private let nearby: NearbyPlaces

  /// - Complexity: O(*n* log *n*) in the number of names and places.
  public init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    placeOfName = gazetteer.names.map { gazetteer.indexByID[$0.placeID] }
    var folded: [String: [Int]] = [:]
    folded.reserveCapacity(gazetteer.names.count)
    for (index, name) in gazetteer.names.enumerated() where placeOfName[index] != nil {
      let key = NameKey.fold(name.text)
      if !key.isEmpty { folded[key, default: []].append(index) }
    }
    self.folded = folded
    var bare: [String: [Int]] = [:]
    var loose: [String: [Int]] = [:]
    // Key by key, each once: many places share a name. In order, so that equal input gives an equal index.
    let keys = folded.keys.sorted()
    for key in keys {
      let names = folded[key] ?? []
      let bareKey = TypeWord.split(folded: key)?.name
      if let bareKey { bare[bareKey, default: []] += names }
      for spelling in [key, bareKey].compactMap({ $0 }) {
        let looseKey = NameKey.loose(folded: spelling)
        if looseKey.unicodeScalars.count >= GazetteerIndex.shortestLooseKey {
          loose[looseKey, default: []] += names
        }
      }
    }
    self.bare = bare
    self.loose = loose
    close = CloseNames(keys + bare.keys.filter { folded[$0] == nil }.sorted())
    nearby = NearbyPlaces(gazetteer.places)
  }

  /// Loose keys shorter than this say too little about a name.
  static let shortestLooseKey = 4

  /// The places a spelling may mean, at most `limit`, the best first; equals by class, then id.
  ///
  /// Listed names come first: as written, folded, or with a type word dropped on either side, where the place
  /// is of that kind ("X pass" for a pass listed as "X", "X" for "X District"). Only if there is none, other
  /// transliterations (``NameKey/loose(_:)``); only if there is none of these, names some letters away:
  /// one for 5 to 7 letters, two for 8 and more (the shorter name counts), none for fewer, with the same
  /// first letter and the same digits. If a type word leaves nothing, it all is tried again without
  /// asking for the kind, at half the score.
  public func lookup(_ spelling: String, limit: Int = 10) -> [PlaceMatch] {
    let query = Query(spelling)
    if query.key.isEmpty || limit <= 0 { return [] }
    var matches = matches(query, ofKind: true)
    if matches.isEmpty, !query.words.isEmpty { matches = self.matches(query, ofKind: false) }
    return Array(bestOfEachPlace(matches).prefix(limit))
  }

  /// The places with a name that folds to the same key, in table order: what a text search for listed names
  /// needs, without explanation.
  public func places(foldedName key: String) -> [Place] {
    var seen: Set<Int> = []
    return (folded[key] ?? []).compactMap { placeOfName[$0] }.filter { seen.insert($0).inserted }
      .sorted().map { gazetteer.places[$0] }
  }

  /// Every folded name, sorted: what a text can be searched for.
  public var foldedNames: [String] { folded.keys.sorted() }

  /// The places nearest to a position, the nearest first; equals in table order.
  ///
  /// - Parameter condition: Which places count; all if not given.
  public func nearest(
    to position: Position, count: Int = 1, where condition: (Place) -> Bool = { _ in true }
  ) -> [NearPlace] {
    nearby.nearest(to: position, count: count, where: condition)
  }

  // MARK: How it finds

  private struct Query {
    let text: String
    let key: String
    /// The key without its type words, and these.
    let bareKey: String?
    let words: [TypeWord]

    init(_ spelling: String) {
      text = spelling
      key = NameKey.fold(spelling)
      let parts = TypeWord.split(folded: key)
      bareKey = parts?.name
      words = parts?.words ?? []
    }
  }

  private func matches(_ query: Query, ofKind: Bool) -> [PlaceMatch] {
    let listed = listedMatches(query, ofKind: ofKind)
    if !listed.isEmpty { return listed }
    let loose = looseMatches(query, ofKind: ofKind)
    return loose.isEmpty ? closeMatches(query, ofKind: ofKind) : loose
  }

  private func listedMatches(_ query: Query, ofKind: Bool) -> [PlaceMatch] {
    var matches = (folded[query.key] ?? []).compactMap { name in
      match(name, gazetteer.names[name].text == query.text ? .exact : .folded)
    }
    matches += (bare[query.key] ?? []).compactMap { name in
      match(name, .typeWordDropped(typeWord(ofName: name)))
    }
    if let bareKey = query.bareKey, let word = query.words.first?.word {
      let names = (folded[bareKey] ?? []) + (bare[bareKey] ?? [])
      matches += names.compactMap { match($0, .typeWordDropped(word), query, ofKind: ofKind) }
    }
    return matches
  }

  private func looseMatches(_ query: Query, ofKind: Bool) -> [PlaceMatch] {
    let whole = (loose[NameKey.loose(folded: query.key)] ?? []).compactMap { match($0, .loose) }
    guard let bareKey = query.bareKey else { return whole }
    let names = loose[NameKey.loose(folded: bareKey)] ?? []
    return whole + names.compactMap { match($0, .loose, query, ofKind: ofKind) }
  }

  private func closeMatches(_ query: Query, ofKind: Bool) -> [PlaceMatch] {
    var matches: [PlaceMatch] = []
    for (key, distance) in close.names(near: query.key) {
      let names = (folded[key] ?? []) + (bare[key] ?? [])
      matches += names.compactMap { match($0, .editDistance(distance)) }
    }
    guard let bareKey = query.bareKey else { return matches }
    for (key, distance) in close.names(near: bareKey) {
      let names = (folded[key] ?? []) + (bare[key] ?? [])
      matches += names.compactMap { match($0, .editDistance(distance), query, ofKind: ofKind) }
    }
    return matches
  }

  private func typeWord(ofName index: Int) -> String {
    TypeWord.split(gazetteer.names[index].text)?.words.first?.word ?? ""
  }

  private func match(_ nameIndex: Int, _ way: PlaceMatch.Way) -> PlaceMatch? {
    guard let placeIndex = placeOfName[nameIndex] else { return nil }
    let name = gazetteer.names[nameIndex]
    return PlaceMatch(
      place: gazetteer.places[placeIndex], name: name, way: way, score: way.score,
      reason: way.reason(listed: name.text))
  }

  /// A match of the spelling without its type word: of a place of that kind, or of any other.
  private func match(
    _ nameIndex: Int, _ way: PlaceMatch.Way, _ query: Query, ofKind: Bool
  ) -> PlaceMatch? {
    guard var match = match(nameIndex, way) else { return nil }
    if query.words.contains(where: { $0.includes(match.place) }) { return match }
    guard !ofKind, let word = query.words.first?.word else { return nil }
    match.score *= PlaceMatch.otherKindFactor
    match.reason = PlaceMatch.otherKind(match.reason, match.place, word: word)
    return match
  }

  private func bestOfEachPlace(_ matches: [PlaceMatch]) -> [PlaceMatch] {
    var seen: Set<String> = []
    return matches.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.score != b.score { return a.score > b.score }
      if a.place.classRank != b.place.classRank { return a.place.classRank < b.place.classRank }
      if a.place.id != b.place.id { return a.place.id < b.place.id }
      // Of the names of one place that do equally well, its own is the one to show.
      if a.isOwnName != b.isOwnName { return a.isOwnName }
      return left.offset < right.offset
    }
    .map { $0.element }.filter { seen.insert($0.place.id).inserted }
  }
}

extension PlaceMatch {
  fileprivate var isOwnName: Bool { name.text == place.name }
}

/// Names by first letter and length, for finding those some letters away.
private struct CloseNames: Sendable {
  private struct Entry {
    var key: String
    var letters: [Unicode.Scalar]
  }

  private struct Bucket: Hashable {
    var first: Unicode.Scalar
    var count: Int
  }

  private let buckets: [Bucket: [Entry]]

  init(_ keys: [String]) {
    var buckets: [Bucket: [Entry]] = [:]
    for key in keys {
      let letters = CloseNames.letters(of: key)
      guard let first = letters.first, letters.count >= 5 else { continue }
      buckets[Bucket(first: first, count: letters.count), default: []].append(
        Entry(key: key, letters: letters))
    }
    self.buckets = buckets
  }

  /// The keys within the distance that their length allows, with the distance; the nearest only.
  func names(near key: String) -> [(key: String, distance: Int)] {
    let letters = CloseNames.letters(of: key)
    guard let first = letters.first, letters.count >= 5 else { return [] }
    let digits = letters.filter { $0.properties.numericType != nil }
    var found: [(key: String, distance: Int)] = []
    for count in (letters.count - 2)...(letters.count + 2) {
      let limit = min(count, letters.count) >= 8 ? 2 : 1
      for entry in buckets[Bucket(first: first, count: count)] ?? [] {
        guard let distance = editDistance(letters, entry.letters, limit: limit),
          digits == entry.letters.filter({ $0.properties.numericType != nil })
        else { continue }
        found.append((entry.key, distance))
      }
    }
    let least = found.map { $0.distance }.min()
    return found.filter { $0.distance == least }
  }

  /// Spaces do not count: "Novy Mir" and "Novymir" are no letters apart.
  private static func letters(of key: String) -> [Unicode.Scalar] {
    key.unicodeScalars.filter { $0 != " " }
  }
}
