internal import FrontlineGeometry
internal import FrontlineLayers

/// Draws dots and names, the most important first: places of the reports, parties, towns for orientation.
struct LabelDrawing {
  let theatre: PictureTheatre
  let window: MapWindow

  static let place = Font(size: 14, isBold: true)
  static let party = Font(size: 17, isBold: true)
  static let town = Font(size: 12.5)
  static let unit = Font(size: 12.5, isItalic: true)

  private var dots: DotDrawing { DotDrawing(theatre: theatre) }

  /// - Parameter taken: Where something stands on the map that no name may cover.
  func draw(_ map: DayMap, taken: [PageBox], on canvas: Canvas) {
    var placing = LabelPlacing(frame: window.box, taken: taken + symbols(of: map))
    places(map, &placing, canvas)
    for box in lines(of: map) { placing.take(box) }
    parties(map, &placing, canvas)
    references(besides: Set(map.places.map(\.name)), &placing, canvas)
  }

  /// Arrows and bars are short: names keep off them.
  private func symbols(of map: DayMap) -> [PageBox] {
    boxes(along: map.symbols.flatMap(\.lines), 5)
  }

  /// Names for orientation keep off the front line too.
  private func lines(of map: DayMap) -> [PageBox] {
    boxes(along: map.fronts.filter(\.isBorder).flatMap(\.lines), 7)
  }

  private func boxes(along lines: [LineString], _ half: Double) -> [PageBox] {
    lines.flatMap { line -> [PageBox] in
      let points = window.points(line.positions)
      return zip(points, points.dropFirst()).flatMap { from, to -> [PageBox] in
        let steps = max(1, Int((to - from).length / (2 * half)))
        return (0...steps).map {
          Self.box(round: from + (to - from) * (Double($0) / Double(steps)), half)
        }
      }.filter(window.box.overlaps)
    }
  }

  static func box(round point: PagePoint, _ half: Double) -> PageBox {
    PageBox(left: point.x - half, top: point.y - half, width: 2 * half, height: 2 * half)
  }

  // MARK: Places of the reports

  private func places(_ map: DayMap, _ placing: inout LabelPlacing, _ canvas: Canvas) {
    let shown = map.places.map { ($0, window.point($0.position)) }
      .filter { window.box.contains($0.1) }
    // No name on any dot.
    for (_, point) in shown { placing.take(Self.box(round: point, 6)) }
    let spots = shown.map { place, point in
      placing.spot(
        at: point, width: canvas.width(of: place.name, Self.place), height: 17,
        distances: [10, 26, 42, 60, 80, 104],
        besides: shown.map(\.1).filter { $0 != point })
    }
    for spot in spots {
      guard let leader = spot?.leader else { continue }
      canvas.stroke(.line(leader), Pen(ink: Palette.white.covering(0.8), width: 3))
      canvas.stroke(.line(leader), Pen(ink: Palette.ink, width: 1))
    }
    // The most important ones lie over the others.
    for (place, point) in shown.reversed() {
      dots.dot(at: point, status: place.status, party: place.party, on: canvas)
    }
    for ((place, _), spot) in zip(shown, spots) {
      guard let spot else { continue }
      canvas.text(
        place.name, at: PagePoint(x: spot.box.left, y: spot.box.bottom - 4), Self.place,
        Palette.ink, halo: Palette.halo)
    }
  }

  // MARK: Parties

  /// A party's name where most of what is seen is its own.
  private func parties(_ map: DayMap, _ placing: inout LabelPlacing, _ canvas: Canvas) {
    for area in map.held {
      guard let party = area.party else { continue }
      let name = theatre.name(of: party)
      let width = canvas.width(of: name, Self.party)
      let rings = area.polygons.flatMap { [$0.exterior] + $0.holes }
        .map { window.points($0.positions) }
      guard
        let box = InnerSpot.box(
          width: width, height: 22, inside: rings, frame: window.box,
          isFree: { placing.isFree($0.inset(-3)) })
      else { continue }
      placing.take(box)
      canvas.text(
        name, at: PagePoint(x: box.left, y: box.bottom - 5), Self.party,
        theatre.ink(of: party).darker(0.3), halo: Palette.halo)
    }
  }

  // MARK: Orientation

  private func references(
    besides named: Set<String>, _ placing: inout LabelPlacing, _ canvas: Canvas
  ) {
    for reference in theatre.references where !named.contains(reference.name) {
      let point = window.point(reference.position)
      guard window.box.contains(point) else { continue }
      switch reference.kind {
      case .unit: unit(reference.name, point, &placing, canvas)
      case .capital, .town, .pass: town(reference, point, &placing, canvas)
      }
    }
  }

  private func unit(
    _ name: String, _ point: PagePoint, _ placing: inout LabelPlacing, _ canvas: Canvas
  ) {
    let width = canvas.width(of: name, Self.unit)
    guard let box = placing.spot(over: point, width: width, height: 16) else { return }
    canvas.text(
      name, at: PagePoint(x: box.left, y: box.bottom - 4), Self.unit, Palette.soft,
      halo: Palette.halo)
  }

  private func town(
    _ reference: MapReference, _ point: PagePoint, _ placing: inout LabelPlacing,
    _ canvas: Canvas
  ) {
    let mark = Self.box(round: point, 4)
    let width = canvas.width(of: reference.name, Self.town)
    guard placing.isFree(mark),
      let spot = placing.spot(at: point, width: width, height: 15, distances: [7])
    else { return }
    placing.take(mark)
    dots.mark(reference.kind, at: point, on: canvas)
    canvas.text(
      reference.name, at: PagePoint(x: spot.box.left, y: spot.box.bottom - 3.5), Self.town,
      Palette.soft.darker(0.15), halo: Palette.halo)
  }
}
