public import FrontlineClaims
import FrontlineGeometry
public import FrontlineLayers
public import FrontlineReports

/// Writes the KML of many days while they come in: the same as ``KMLWriter`` of the layers that ``Timeline`` joins.
///
/// Each view's layer grows in a file of its own, and all are put together at the end; so a year takes no more memory
/// than a day, but for the ids.
///
/// With balloons it writes the document of a KMZ instead: Google's extension says on which day it opens, one view is
/// chosen of many, and every balloon leads to the claims.
public final class KMLTimeline {
  private struct PartName: Hashable {
    var view: String?
    var layer: Int
  }

  /// Where a Placemark's end stands in its part.
  private struct Place {
    var part: PartFile
    var ends: [Int]
    /// Where the last day stands alone.
    var words: Int?
  }

  private let title: String
  private let author: String?
  private let credits: String?
  private let parties: [Party]
  private let folder: String
  private var placemarks: [KMLPlacemarks]
  private var runs: [TimelineRuns<Place>]
  private var parts: [PartName: PartFile] = [:]
  private var styles = KMLStyleNames()
  private var box: BoundingBox?
  private let balloons: KMLBalloons?
  private let overlay: String?
  private var firstDay: Day?
  /// Claims that have a Placemark.
  private var placed: Set<String> = []
  /// How many Placemarks the layers have made.
  public private(set) var count = 0

  /// - Parameters:
  ///   - schemas: Of the layers, in the order they are drawn.
  ///   - folder: Where the parts grow; it is there.
  ///   - balloons: For a KMZ; nil for a strict KML.
  ///   - overlay: A picture in the KMZ that the legend is; nil for none.
  public init(
    title: String, author: String?, credits: String? = nil, parties: [Party],
    schemas: [LayerSchema], folder: String, balloons: KMLBalloons? = nil, overlay: String? = nil
  ) {
    self.balloons = balloons
    self.overlay = overlay
    self.title = title
    self.author = author
    self.credits = credits
    self.parties = parties
    self.folder = folder
    runs = schemas.map { TimelineRuns(columns: $0.columns) }
    placemarks = zip(schemas, runs).map { schema, runs in
      KMLPlacemarks(
        layer: schema.name, columns: runs.columns, parties: parties, time: .spans,
        balloons: balloons)
    }
  }

  /// - Parameters:
  ///   - layers: One for each schema.
  ///   - day: Later than all before.
  /// - Throws: ``PartFileError``.
  public func add(_ layers: [Layer], on day: Day) throws {
    firstDay = firstDay ?? day
    for (index, layer) in layers.enumerated() {
      try runs[index].add(
        layer.features, on: day, begin: { try self.begin($0, layer: index) }, end: Self.end)
    }
  }

  private func begin(_ feature: Feature, layer: Int) throws -> Place {
    let geometry = GridGeometry(feature.geometry)
    if let tight = geometry.flatMap({ BoundingBox($0.positions) }) {
      box = box.map { $0.including(tight) } ?? tight
    }
    let part = try part(PartName(view: placemarks[layer].view(feature), layer: layer))
    var text: [UInt8] = []
    // Hidden for now: which view is shown is known at the end.
    let id = UniqueNames.ncName(placemarks[layer].layer + "." + feature.id)
    placed.insert(id)
    count += 1
    let style = styles.url(placemarks[layer].styleKey(feature))
    let ends = placemarks[layer].append(
      feature, geometry: geometry, id: id, isVisible: false, style: style, to: &text)
    let start = part.count
    try part.add(text)
    return Place(
      part: part, ends: [ends.span, ends.value].compactMap { $0.map { start + $0 } },
      words: ends.words.map { start + $0 })
  }

  /// Every end takes as many bytes as any other.
  private static func end(_ place: Place, _ time: String) throws {
    for offset in place.ends { try place.part.replace(at: offset, with: Array(time.utf8)) }
    if let words = place.words {
      try place.part.replace(at: words, with: Array(time.utf8.prefix(10)))
    }
  }

  private func part(_ name: PartName) throws -> PartFile {
    if let part = parts[name] { return part }
    let part = try PartFile(folder + "/\(parts.count).part")
    parts[name] = part
    return part
  }

  /// Puts the file together.
  ///
  /// - Parameter take: Is given the bytes in pieces.
  /// - Throws: ``PartFileError``, and what `take` throws.
  public func finish(_ take: (ArraySlice<UInt8>) throws -> Void) throws {
    for index in runs.indices { try runs[index].finish(end: Self.end) }
    let document = KMLDocument(
      title: title, author: author, credits: credits, layers: [], parties: parties, time: .spans)
    try take(
      KMLWriter.head(document, box: box, opening: balloons == nil ? nil : firstDay).utf8.slice)
    try take(styles.written(document, rest: balloons == nil ? "" : KMLBalloons.style).utf8.slice)
    if let overlay { try take(KMLOverlay.text(overlay).utf8.slice) }
    let views = KMLView.views(Set(parts.keys.map(\.view)), parties)
    guard let balloons else {
      for view in views { try give(view, take) }
      return try take(KMLWriter.end.utf8.slice)
    }
    try take(KMLWriter.choice.utf8.slice)
    for view in views where view.isAnswer { try give(view, take) }
    try take(KMLWriter.folderEnd.utf8.slice)
    for view in views where !view.isAnswer { try give(view, take) }
    try giveOlderClaims(balloons, take)
    try take(KMLWriter.end.utf8.slice)
  }

  private func give(_ view: KMLView, _ take: (ArraySlice<UInt8>) throws -> Void) throws {
    try take(KMLWriter.folder(view.title, isVisible: view.isVisible).utf8.slice)
    for (index, placemarks) in placemarks.enumerated() {
      guard let part = parts[PartName(view: view.name, layer: index)] else { continue }
      let title = view.layerTitle(placemarks.layer)
      try take(KMLWriter.folder(title, isVisible: view.isVisible).utf8.slice)
      try give(part, isVisible: view.isVisible, take)
      try take(KMLWriter.folderEnd.utf8.slice)
    }
    try take(KMLWriter.folderEnd.utf8.slice)
  }

  /// What balloons link to and no layer shows: claims of days that are not on the map.
  private func giveOlderClaims(
    _ balloons: KMLBalloons, _ take: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    let cited = placemarks.reduce(into: Set<String>()) { $0.formUnion($1.cited) }
    let missing = cited.filter { !placed.contains(KMLBalloons.placemark(of: $0)) }
      .compactMap { balloons.claim($0) }
      .sorted { ($0.reported, $0.id) < ($1.reported, $1.id) }
    guard !missing.isEmpty else { return }
    try take(KMLWriter.folder("Claims of other days", isVisible: false).utf8.slice)
    for claim in missing { try take(balloons.placemark(claim)[...]) }
    try take(KMLWriter.folderEnd.utf8.slice)
  }

  private func give(
    _ part: PartFile, isVisible: Bool, _ take: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    guard isVisible else { return try part.read(take) }
    var lines = ShownLines()
    try part.read { try lines.add($0, take) }
    try take(lines.rest[...])
  }
}

/// Leaves out the lines that hide a Placemark. No text of a feature can be such a line: `<` is escaped there.
private struct ShownLines {
  /// The beginning of a line whose end has not come yet.
  private(set) var rest: [UInt8] = []
  private static let hidden = Array("\(KMLPlacemarks.hidden)".utf8)

  mutating func add(
    _ piece: ArraySlice<UInt8>, _ take: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    rest += piece
    guard let last = rest.lastIndex(of: UInt8(ascii: "\n")) else { return }
    var shown: [UInt8] = []
    shown.reserveCapacity(last + 1)
    var start = 0
    while start <= last {
      let end = (rest[start...].firstIndex(of: UInt8(ascii: "\n")) ?? last) + 1
      let line = rest[start..<end]
      if !(line.count == Self.hidden.count && line.elementsEqual(Self.hidden)) { shown += line }
      start = end
    }
    rest.removeFirst(last + 1)
    try take(shown[...])
  }
}

extension String.UTF8View {
  fileprivate var slice: ArraySlice<UInt8> { Array(self)[...] }
}

extension BoundingBox {
  fileprivate func including(_ other: BoundingBox) -> BoundingBox {
    including(Position(longitude: other.west, latitude: other.south))
      .including(Position(longitude: other.east, latitude: other.north))
  }
}
