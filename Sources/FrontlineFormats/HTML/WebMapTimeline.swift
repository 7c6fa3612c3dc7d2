import Foundation
import FrontlineGeometry
public import FrontlineLayers
public import FrontlineReports

/// Gathers the layers of the page's days: what stays the same on consecutive days is one feature, as in the KML.
///
/// The page is bounded, since a browser holds all of it in memory. When it grows past ``mostBytes``, shapes lose corners
/// (25 to 200 m), then the bands go, then places in other views than the first, then the other views, then more corners
/// (400 and 800 m). What is left out is told by ``loss``. The same days always lose the same.
public struct WebMapTimeline {
  /// What the data of a page may take, about: Chromium reads that much in a second.
  public static let mostBytes = 24_000_000

  private let map: WebMap
  private let mostBytes: Int
  private let dayNumbers: [String: Int]
  private let viewNumbers: [String: Int]
  private(set) var store: Store
  /// By table: where in a row of the layer the used cells stand, and the view.
  private var usedCells: [[Int]] = []
  private var viewCells: [Int?] = []
  /// Ids of claims that features name.
  private(set) var claims: Set<String> = []
  private var reductions = Reduction.all[...]
  public private(set) var loss = WebMapLoss()

  /// What grows with the days.
  struct Store {
    var shapes: WebMapShapes
    var texts = WebMapTexts()
    var tables: [WebMapTable] = []
    var runs: [TimelineRuns<Int>] = []

    /// Takes a value out, so that it can be changed without a copy.
    mutating func taken() -> Store {
      var other = Store(shapes: WebMapShapes(squeeze: 1))
      swap(&self, &other)
      return other
    }
  }

  /// A way to make the page smaller.
  private enum Reduction {
    case simplify(metres: Int)
    case noBands, placesOfFirstView, firstViewOnly

    static let all: [Reduction] = [
      .simplify(metres: 25), .simplify(metres: 50), .simplify(metres: 100),
      .simplify(metres: 200), .noBands, .placesOfFirstView, .firstViewOnly,
      .simplify(metres: 400), .simplify(metres: 800),
    ]
  }

  private var hasBands = true
  private var hasOtherPlaces = true
  private var hasOtherViews = true

  /// - Parameters:
  ///   - map: With the days and views that are to come.
  ///   - schemas: Of the layers, in the order they will be given.
  public init(_ map: WebMap, schemas: [LayerSchema], mostBytes: Int = Self.mostBytes) {
    self.map = map
    self.mostBytes = mostBytes
    dayNumbers = Dictionary(zip(map.days.map(\.description), map.days.indices)) { first, _ in first
    }
    viewNumbers = Dictionary(zip(map.views.map(\.id), map.views.indices)) { first, _ in first }
    store = Store(
      shapes: WebMapShapes(squeeze: cos(map.box.centre.latitude * .pi / 180)))
    store.tables = schemas.map { schema in
      let names = WebMapTable.used[schema.name] ?? []
      return WebMapTable(
        layer: schema.name,
        columns: names.compactMap { name in schema.columns.first { $0.name == name } })
    }
    store.runs = schemas.map {
      TimelineRuns(columns: Self.kept(of: $0.columns, layer: $0.name))
    }
    for (table, run) in zip(store.tables, store.runs) {
      usedCells.append(
        table.columns.compactMap { column in run.columns.firstIndex { $0.name == column.name } })
      viewCells.append(run.columns.firstIndex { $0.name == "view" })
    }
  }

  /// The days, the view and what the page uses: what else a layer has does not part two days.
  private static func kept(of columns: [PropertyColumn], layer: String) -> [PropertyColumn] {
    let names = Set((WebMapTable.used[layer] ?? []) + ["date", "valid_from", "valid_to", "view"])
    return columns.filter { names.contains($0.name) }
  }

  /// - Parameters:
  ///   - layers: One for each schema.
  ///   - day: Later than all before, one of the map's.
  public mutating func add(_ layers: [Layer], on day: Day) {
    for (index, layer) in layers.enumerated() {
      note(layer)
      guard !store.tables[index].columns.isEmpty else { continue }
      add(layer, at: index, on: day)
    }
    while weight > mostBytes, reduce() {}
  }

  /// Which claims have to be in the page.
  private mutating func note(_ layer: Layer) {
    for name in ["claims", "claim_a", "claim_b"] {
      guard let index = layer.columns.firstIndex(where: { $0.name == name }) else { continue }
      for feature in layer.features {
        if case .text(let ids) = feature.values[index] {
          claims.formUnion(ids.split(separator: " ").map(String.init))
        }
      }
    }
  }

  private mutating func add(_ layer: Layer, at index: Int, on day: Day) {
    let indices = Self.kept(of: layer.columns, layer: layer.name).compactMap { kept in
      layer.columns.firstIndex { $0.name == kept.name }
    }
    let features = layer.features.map { feature in
      Feature(
        id: feature.id, geometry: feature.geometry, values: indices.map { feature.values[$0] })
    }
    let today = dayNumbers[day.description] ?? 0
    var store = self.store.taken()
    defer { self.store = store }
    store.add(features, to: index, on: day) { store, feature in
      let view = viewCells[index].flatMap { Self.text(feature.values[$0]) }
      let number = view.flatMap { viewNumbers[$0] } ?? -1
      guard isKept(layer.name, view: number),
        let shape = store.shapes.number(of: feature.geometry)
      else { return -1 }
      return store.tables[index].append(
        .init(shape: shape, from: today, to: today, view: number),
        usedCells[index].map { Self.cell(feature.values[$0], &store.texts) })
    } end: { store, row, time in
      end(row, time, &store.tables[index])
    }
  }

  private func end(_ row: Int, _ time: String, _ table: inout WebMapTable) {
    if row >= 0, let last = dayNumbers[String(time.prefix(10))] { table.end(row, on: last) }
  }

  private static func text(_ value: PropertyValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  private static func cell(_ value: PropertyValue, _ texts: inout WebMapTexts) -> WebMapTable.Cell {
    switch value {
    case .text(let text), .time(let text): .text(texts.number(of: text))
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .null: .null
    }
  }

  // MARK: Bounds

  /// Whether rows of a layer and a view are in the page.
  func isKept(_ layer: String, view: Int) -> Bool {
    if !hasOtherViews, view > 0 { return false }
    if !hasBands, layer == LayerSchema.uncertainty.name { return false }
    return hasOtherPlaces || view <= 0 || layer != LayerSchema.places.name
  }

  /// About how many bytes the page takes: a coordinate some 4 (measured on a year of one theatre), a cell some 4.
  private var weight: Int {
    store.shapes.coordinates * 4 + store.texts.bytes
      + store.tables.reduce(0) { $0 + $1.cells.count * 4 }
      - leftOutBytes
  }

  /// What no longer counts of it.
  private var leftOutBytes = 0

  /// - Returns: False if there is nothing left to leave out.
  private mutating func reduce() -> Bool {
    guard let next = reductions.popFirst() else {
      loss.isTooLarge = true
      return false
    }
    switch next {
    case .simplify(let metres):
      // A step is 1/100,000 of a degree of latitude, 111,195 m on a sphere of 6,371 km.
      store.shapes.simplify(tolerance: Double(metres) / 1.11195)
      loss.metres = metres
    case .noBands:
      hasBands = false
      loss.leftOut.append("where the line may run")
    case .placesOfFirstView:
      hasOtherPlaces = false
      loss.leftOut.append("places in other views than the first")
    case .firstViewOnly:
      hasOtherViews = false
      loss.leftOut.append("other views than the first")
    }
    leftOutBytes = bytesLeftOut()
    return true
  }

  private func bytesLeftOut() -> Int {
    var used: Set<Int> = []
    var cells = 0
    for table in store.tables {
      for head in table.heads {
        if isKept(table.layer, view: head.view) {
          used.insert(head.shape)
        } else {
          cells += table.columns.count
        }
      }
    }
    return (store.shapes.coordinates - store.shapes.coordinates(of: used)) * 4 + cells * 4
  }

  // MARK: The end

  /// The page's data as JSON; nil if it is too large whatever is left out.
  ///
  /// No `<` is in it, so that it can stand in a script element.
  public mutating func data() -> [UInt8]? {
    var store = self.store.taken()
    for index in store.runs.indices {
      store.finish(index) { store, row, time in end(row, time, &store.tables[index]) }
    }
    self.store = store
    guard !loss.isTooLarge else { return nil }
    return WebMapJSON(map, self).bytes()
  }
}

extension WebMapTimeline.Store {
  /// Hands a day's features to the run of a table, and itself to what makes rows of them.
  mutating func add(
    _ features: [Feature], to index: Int, on day: Day,
    begin: (inout Self, Feature) -> Int, end: (inout Self, Int, String) -> Void
  ) {
    var run = TimelineRuns<Int>(columns: [])
    swap(&run, &runs[index])
    run.add(features, on: day, begin: { begin(&self, $0) }, end: { end(&self, $0, $1) })
    swap(&run, &runs[index])
  }

  /// Ends what still lasts.
  mutating func finish(_ index: Int, end: (inout Self, Int, String) -> Void) {
    var run = TimelineRuns<Int>(columns: [])
    swap(&run, &runs[index])
    run.finish { end(&self, $0, $1) }
    swap(&run, &runs[index])
  }
}
