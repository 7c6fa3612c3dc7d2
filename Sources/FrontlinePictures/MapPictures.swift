internal import FrontlineGeometry
internal import FrontlineReports

/// Pictures of days that show the same land with the same legend.
public struct MapPictures: Sendable {
  /// Widths in points that make sense.
  public static let widths = 400...6000

  private let maps: [(day: Day, map: DayMap)]
  private let theatre: PictureTheatre
  private let legend: Legend
  private let window: MapWindow
  private let layout: PageLayout
  private let scale: Double
  /// In points.
  public let width: Int
  public let height: Int

  /// - Parameters:
  ///   - days: In order.
  ///   - width: In points, one of ``widths``.
  ///   - isWhole: Whether to show all that was mapped, not only where lines and named places are.
  /// - Throws: ``PictureError`` if cairo cannot measure words.
  public init(
    _ theatre: PictureTheatre, days: [PictureDay], width: Int, isWhole: Bool = false
  ) throws(PictureError) {
    self.theatre = theatre
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    maps = days.map { ($0.day, DayMap($0.layers)) }
    let legend = Legend(theatre, days: maps.map(\.map))
    var (legendHeight, credits) = (0.0, [String]())
    _ = try Raster(width: 1, height: 1, scale: 1) { canvas in
      legendHeight = legend.height(width: PageLayout.panel, on: canvas)
      credits = TextLines.wrapped(
        theatre.credits, PageDrawing.creditFont, width: PageLayout.width - 2 * PageLayout.margin,
        on: canvas)
    }
    window = MapWindow(
      showing: isWhole ? [] : maps.flatMap(\.map.ground), of: theatre.box, left: PageLayout.margin,
      top: PageLayout.header, width: PageLayout.mapWidth,
      heights: PageLayout.mapHeights(legend: legendHeight))
    layout = PageLayout(map: window.box, credits: credits)
    scale = Double(self.width) / PageLayout.width
    height = Int((layout.height * scale).rounded(.up))
    self.legend = Legend(theatre, days: maps.map(\.map), in: window)
  }

  /// One picture as PNG.
  ///
  /// - Parameter index: Of its day.
  public func png(_ index: Int) throws(PictureError) -> [UInt8] {
    try raster(index, amid: []).png()
  }

  /// One picture as SVG, with letters as shapes, so that no font is needed to see it.
  public func svg(_ index: Int) throws(PictureError) -> [UInt8] {
    let (day, map) = maps[index]
    let drawing = drawing(amid: [])
    return try VectorPicture.svg(
      width: width, height: height, scale: scale,
      title: "\(theatre.title): \(day), \(theatre.view)"
    ) { drawing.draw(map, on: day, canvas: $0) }
  }

  /// All pictures one after another, as APNG.
  ///
  /// - Parameter milliseconds: How long a day is shown; the last one three times as long.
  public func animation(milliseconds: Int = 900) throws(PictureError) -> [UInt8] {
    let days = maps.map(\.day)
    var frames: [Raster] = []
    for index in maps.indices { frames.append(try raster(index, amid: days)) }
    return try AnimatedPNG.bytes(frames, milliseconds: milliseconds, last: 3 * milliseconds)
  }

  func raster(_ index: Int, amid days: [Day]) throws(PictureError) -> Raster {
    let (day, map) = maps[index]
    let drawing = drawing(amid: days)
    return try Raster(width: width, height: height, scale: scale) {
      drawing.draw(map, on: day, canvas: $0)
    }
  }

  /// Where a position is in a picture, in points.
  func point(_ position: Position) -> (column: Int, row: Int) {
    let point = window.point(position)
    return (Int(point.x * scale), Int(point.y * scale))
  }

  private func drawing(amid days: [Day]) -> PageDrawing {
    PageDrawing(theatre: theatre, window: window, legend: legend, layout: layout, days: days)
  }
}
