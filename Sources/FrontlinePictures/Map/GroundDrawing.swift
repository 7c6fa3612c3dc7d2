internal import FrontlineGeometry

/// Draws the land: who holds it, what is fought over, where the line may run.
struct GroundDrawing {
  let theatre: PictureTheatre
  let window: MapWindow

  func draw(_ map: DayMap, on canvas: Canvas) {
    let frame = PagePath.rectangle(window.box)
    let edge = window.path(
      theatre.outline.isEmpty
        ? [Polygon(exterior: Ring(MapWindow.edge(of: theatre.box)))] : theatre.outline)
    canvas.fill(frame, Palette.outside)
    canvas.fill(edge, Palette.paper)
    for area in map.held {
      let path = window.path(area.polygons)
      canvas.fill(path, theatre.ink(of: area.party).covering(Palette.tint))
      canvas.stroke(path, Pen(ink: theatre.ink(of: area.party).covering(0.65), width: 0.8))
    }
    for band in map.bands { canvas.fill(window.path(band.polygons), Palette.band(band.level)) }
    for area in map.contested {
      Self.hatch(
        window.path(area.polygons), box: window.box, inks: theatre.inks(of: area.parties),
        on: canvas)
    }
    canvas.stroke(window.path(theatre.units), Self.unitPen)
    canvas.stroke(edge, Pen(ink: Palette.soft.covering(0.7), width: 1.2))
  }

  static let unitPen = Pen(
    ink: Palette.soft.covering(0.6), width: 0.8, dashes: [5, 3], isRound: false)

  /// Stripes in the colours of all who fight over it, side by side from lower left to upper right.
  ///
  /// - Parameter box: What the stripes have to cover.
  static func hatch(_ path: PagePath, box: PageBox, inks: [Ink], on canvas: Canvas) {
    let stripe = 4.6
    canvas.clipped(to: path) {
      canvas.fill(path, Palette.white)
      let period = stripe * 2.0.squareRoot() * Double(max(2, inks.count))
      for (index, ink) in inks.enumerated() {
        // From the page's corner, so that stripes of neighbouring areas go on in each other.
        let shift = period * Double(index) / Double(max(2, inks.count))
        var start = ((box.left + box.top - shift) / period).rounded(.down) * period + shift
        var stripes = PagePath()
        while start < box.right + box.bottom + period {
          stripes.add(
            [
              PagePoint(x: start - box.bottom, y: box.bottom),
              PagePoint(x: start - box.top, y: box.top),
            ], isRing: false)
          start += period
        }
        canvas.stroke(stripes, Pen(ink: ink.covering(0.72), width: stripe * 0.78, isRound: false))
      }
    }
  }
}
