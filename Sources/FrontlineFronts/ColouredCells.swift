internal import FrontlineControl

/// The status of every cell of a mosaic on one map, and the places that speak for it.
struct ColouredCells {
  /// What is known about a set of cells.
  struct Evidence {
    /// The mean over places; 0 if there are none.
    var probability: Double
    /// Ids, sorted.
    var places: [String]
    var claims: [String]
  }

  /// By label: held ones first, by party; then contested ones, by parties. Never unknown.
  let statuses: [PlaceControl.Status]
  /// By cell: the label of its status, or -1 if that is unknown.
  let labels: [Int]
  /// The map's known places, sorted by id.
  private let places: [PlaceControl]
  /// All their claims, sorted; and by place, which of them are its own.
  private let claims: [String]
  private let claimsOfPlace: [[Int]]
  /// By cell: the places that say so.
  private let speakers: [[Int]]

  init(_ cells: [Mosaic.Cell], on map: ControlMap) {
    let places = map.places.filter { $0.status != .unknown }.sorted { $0.placeID < $1.placeID }
    let indexOfPlace = places.map(\.placeID).indexed
    let speakers = cells.map { cell in
      ColouredCells.speakers(among: cell.placeIDs.compactMap { indexOfPlace[$0] }, of: places)
    }
    let statusOfCell = speakers.map { $0.first.map { places[$0].status } }
    let statuses = Set(statusOfCell.compactMap { $0 }).sorted { $0.precedes($1) }
    let labelOfStatus = statuses.indexed
    self.places = places
    self.speakers = speakers
    self.statuses = statuses
    labels = statusOfCell.map { status in status.flatMap { labelOfStatus[$0] } ?? -1 }
    // Numbers in place of claims: they are put together and sorted once an area and a line.
    let claims = Set(places.lazy.flatMap(\.claims)).sorted()
    let indexOfClaim = claims.indexed
    self.claims = claims
    claimsOfPlace = places.map { $0.claims.compactMap { indexOfClaim[$0] } }
  }

  /// The most certain of a cell's known places, the first of equals, and those that agree with it.
  private static func speakers(among known: [Int], of places: [PlaceControl]) -> [Int] {
    guard known.count > 1 else { return known }
    let greatest = known.map { places[$0].probability }.max()
    guard let decisive = known.first(where: { places[$0].probability == greatest })
    else { return known }
    return known.filter { places[$0].status == places[decisive].status }
  }

  /// - Parameter cells: In any order, repeated or not.
  func evidence(in cells: [Int]) -> Evidence {
    let speaking = cells.sortedOnce.flatMap { speakers[$0] }.sorted()
    let sum = speaking.reduce(0) { $0 + places[$1].probability }
    return Evidence(
      probability: speaking.isEmpty ? 0 : sum / Double(speaking.count),
      places: speaking.map { places[$0].placeID },
      claims: speaking.flatMap { claimsOfPlace[$0] }.sortedOnce.map { claims[$0] })
  }

  /// Names of the places that speak for some cells, sorted.
  func names(in cells: [Int]) -> [String] {
    Set(cells.flatMap { speakers[$0] }.map { places[$0].name }).sorted()
  }
}

extension [Int] {
  /// Sorted, each number once.
  fileprivate var sortedOnce: [Int] {
    var once: [Int] = []
    for number in sorted() where once.last != number { once.append(number) }
    return once
  }
}

extension Array where Element: Hashable {
  /// Where each element is; the last place of those that occur twice.
  fileprivate var indexed: [Element: Int] {
    var indices: [Element: Int] = [:]
    indices.reserveCapacity(count)
    for (index, element) in enumerated() { indices[element] = index }
    return indices
  }
}

extension PlaceControl.Status {
  var isContested: Bool {
    if case .contested = self { true } else { false }
  }

  /// Its parties, sorted; none if unknown.
  var parties: [String] {
    switch self {
    case .held(let party): [party]
    case .contested(let parties): parties.sorted()
    case .unknown: []
    }
  }

  fileprivate func precedes(_ other: PlaceControl.Status) -> Bool {
    if isContested != other.isContested { return other.isContested }
    return parties.lexicographicallyPrecedes(other.parties)
  }
}
