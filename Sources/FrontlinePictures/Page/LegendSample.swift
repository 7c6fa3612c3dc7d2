internal import FrontlineClaims
internal import FrontlineLayers

/// Draws the sign that a line of the legend speaks of.
struct LegendSample {
  let theatre: PictureTheatre

  func draw(_ entry: Legend.Entry, in box: PageBox, on canvas: Canvas) {
    switch entry {
    case .held, .contested, .unknown, .outside, .band: ground(entry, box, canvas)
    case .border, .edge, .unit: line(entry, box, canvas)
    case .bar, .arrow, .access, .claimed: fight(entry, box, canvas)
    case .place, .capital, .town, .pass: point(entry, box.middle, canvas)
    }
  }

  private func ground(_ entry: Legend.Entry, _ box: PageBox, _ canvas: Canvas) {
    let path = PagePath.rectangle(box)
    let outline = Pen(ink: Palette.soft.covering(0.6), width: 0.8)
    canvas.fill(path, Palette.paper)
    switch entry {
    case .held(let party):
      canvas.fill(path, theatre.ink(of: party).covering(Palette.tint))
    case .contested(let parties):
      GroundDrawing.hatch(path, box: box, inks: theatre.inks(of: parties), on: canvas)
    case .outside: canvas.fill(path, Palette.outside)
    case .band: bands(box, canvas)
    default: break
    }
    canvas.stroke(path, outline)
  }

  /// Each narrower one over the wider ones, as on the map.
  private func bands(_ box: PageBox, _ canvas: Canvas) {
    let half = PageBox(left: box.left, top: box.top, width: box.width / 2, height: box.height)
    let other = PageBox(left: half.right, top: box.top, width: half.width, height: box.height)
    let parties = theatre.parties.prefix(2).map(\.id)
    for (part, party) in zip([half, other], parties) {
      canvas.fill(.rectangle(part), theatre.ink(of: party).covering(Palette.tint))
    }
    for (level, share) in [(0.95, 0.42), (0.8, 0.28), (0.5, 0.14)] {
      canvas.fill(
        .rectangle(
          PageBox(
            left: box.middle.x - box.width * share, top: box.top, width: 2 * box.width * share,
            height: box.height)), Palette.band(level))
    }
  }

  private func line(_ entry: Legend.Entry, _ box: PageBox, _ canvas: Canvas) {
    let points = [
      PagePoint(x: box.left + 1, y: box.middle.y), PagePoint(x: box.right - 1, y: box.middle.y),
    ]
    switch entry {
    case .border(let left, let right):
      FrontDrawing(theatre: theatre).border(points, left: left, right: right, on: canvas)
    case .edge: FrontDrawing(theatre: theatre).edge(points, on: canvas)
    default: canvas.stroke(.line(points), GroundDrawing.unitPen)
    }
  }

  private func fight(_ entry: Legend.Entry, _ box: PageBox, _ canvas: Canvas) {
    var symbol = DayMap.Symbol(lines: [], kind: "", attacker: nil, isReported: true)
    let (start, end) = (
      PagePoint(x: box.left + 5, y: box.middle.y), PagePoint(x: box.right - 5, y: box.middle.y)
    )
    var points = [start, end]
    switch entry {
    case .arrow(let attacker):
      symbol.attacker = attacker
      points += Self.barbs(at: end)
    case .access(let attacker):
      symbol.attacker = attacker
      points += Self.barbs(at: end)
    case .claimed: symbol.isReported = false
    default: break
    }
    FrontDrawing(theatre: theatre).symbol(points, symbol, on: canvas)
  }

  private static func barbs(at tip: PagePoint) -> [PagePoint] {
    [tip + PagePoint(x: -8, y: -6), tip, tip + PagePoint(x: -8, y: 6)]
  }

  private func point(_ entry: Legend.Entry, _ middle: PagePoint, _ canvas: Canvas) {
    switch entry {
    case .place(let status):
      DotDrawing(theatre: theatre).dot(
        at: middle, status: status, party: theatre.parties.first?.id, on: canvas)
    case .pass: DotDrawing(theatre: theatre).mark(.pass, at: middle, on: canvas)
    case .capital: DotDrawing(theatre: theatre).mark(.capital, at: middle, on: canvas)
    default: DotDrawing(theatre: theatre).mark(.town, at: middle, on: canvas)
    }
  }
}
