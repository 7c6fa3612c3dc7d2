internal import FrontlineReports

/// Draws a whole page: headline, map, legend, credits.
struct PageDrawing: Sendable {
  let theatre: PictureTheatre
  let window: MapWindow
  let legend: Legend
  let layout: PageLayout
  /// All days of an animation, to show where among them a page is; one for a page that stands alone.
  let days: [Day]

  private static let top = PageLayout.margin

  func draw(_ map: DayMap, on day: Day, canvas: Canvas) {
    // A little more than the page, whose height may not be a whole number of points.
    canvas.fill(
      .rectangle(PageBox(left: 0, top: 0, width: PageLayout.width, height: layout.height + 9)),
      Palette.white)
    headline(day, canvas)
    let furniture = MapFurniture(window: window)
    canvas.clipped(to: .rectangle(window.box)) {
      GroundDrawing(theatre: theatre, window: window).draw(map, on: canvas)
      FrontDrawing(theatre: theatre).draw(map, in: window, on: canvas)
      LabelDrawing(theatre: theatre, window: window).draw(
        map, taken: furniture.boxes, on: canvas)
    }
    furniture.draw(on: canvas)
    canvas.stroke(.rectangle(window.box), Pen(ink: Palette.ink.covering(0.8), width: 1))
    canvas.text(
      "Legend", at: PagePoint(x: layout.panelLeft, y: window.box.top + 14),
      Font(size: 15, isBold: true), Palette.ink)
    legend.draw(
      at: PagePoint(x: layout.panelLeft, y: window.box.top + 30), width: PageLayout.panel,
      on: canvas)
    credits(canvas)
  }

  // MARK: Headline

  private func headline(_ day: Day, _ canvas: Canvas) {
    let left = PageLayout.margin
    canvas.text(
      theatre.title, at: PagePoint(x: left, y: Self.top + 13), Font(size: 16), Palette.soft)
    let date = Font(size: 31, isBold: true)
    canvas.text(day.inWords, at: PagePoint(x: left, y: Self.top + 48), date, Palette.ink)
    let after = left + canvas.width(of: day.inWords, date) + 14
    canvas.text(
      theatre.view, at: PagePoint(x: after, y: Self.top + 48), Font(size: 22), Palette.ink)
    canvas.text(
      theatre.meaning, at: PagePoint(x: left, y: Self.top + 69), Font(size: 14), Palette.soft)
    if days.count > 1 { clock(day, canvas) }
  }

  /// A row of marks, one a day, those gone by filled.
  private func clock(_ day: Day, _ canvas: Canvas) {
    let width = PageLayout.panel
    let step = width / Double(days.count)
    for (index, other) in days.enumerated() {
      let gap = min(3, step * 0.25)
      let box = PageBox(
        left: layout.panelLeft + Double(index) * step, top: Self.top + 34, width: step - gap,
        height: 12)
      canvas.fill(.rectangle(box), other <= day ? Palette.ink : Palette.rule)
    }
    let font = Font(size: 12.5)
    guard let first = days.first, let last = days.last else { return }
    let below = Self.top + 64
    canvas.text(
      first.description, at: PagePoint(x: layout.panelLeft, y: below), font, Palette.soft)
    canvas.text(
      last.description,
      at: PagePoint(
        x: layout.panelLeft + width - canvas.width(of: last.description, font), y: below),
      font, Palette.soft)
  }

  private func credits(_ canvas: Canvas) {
    for (index, line) in layout.credits.enumerated() {
      canvas.text(
        line,
        at: PagePoint(
          x: PageLayout.margin,
          y: window.box.bottom + 14 + Double(index) * PageLayout.credit + 8),
        Self.creditFont, Palette.soft)
    }
  }

  static let creditFont = Font(size: 12.5)
}

extension Day {
  /// As English writes it: `2 September 2021`.
  var inWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let (year, month, day) = civil
    return "\(day) \(months[month - 1]) \(year)"
  }
}
