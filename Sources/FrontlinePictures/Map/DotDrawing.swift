import FrontlineLayers

/// Draws the points that names belong to.
struct DotDrawing {
  let theatre: PictureTheatre

  private static let radius = 5.0

  /// A place of the reports.
  func dot(at point: PagePoint, status: String, party: String?, on canvas: Canvas) {
    let ring = PagePath.circle(point, radius: Self.radius)
    canvas.fill(.circle(point, radius: Self.radius + 1.6), Palette.white)
    switch status {
    case "held": canvas.fill(ring, theatre.ink(of: party))
    case "contested":
      canvas.fill(ring, Palette.white)
      canvas.fill(.circle(point, radius: Self.radius * 0.45), Palette.ink)
    default: canvas.fill(ring, Palette.white)
    }
    canvas.stroke(ring, Pen(ink: Palette.ink, width: 1.4))
  }

  /// A place for orientation.
  func mark(
    _ kind: MapReference.Kind, at point: PagePoint, on canvas: Canvas
  ) {
    let pen = Pen(ink: Palette.soft, width: 1.2)
    switch kind {
    case .pass:
      canvas.stroke(
        .line([
          point + PagePoint(x: -4, y: 3), point + PagePoint(x: 0, y: -3),
          point + PagePoint(x: 4, y: 3),
        ]), pen)
    case .capital:
      canvas.fill(.rectangle(LabelDrawing.box(round: point, 3)), Palette.soft)
    case .town, .unit:
      canvas.fill(.circle(point, radius: 2.4), Palette.white)
      canvas.stroke(.circle(point, radius: 2.4), pen)
    }
  }
}
