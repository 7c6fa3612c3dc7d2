internal import FrontlineClaims
internal import FrontlineLayers

/// What the signs of pictures mean: of all pictures made at once, so that it stays the same from day to day.
struct Legend: Sendable {
  enum Entry: Hashable, Sendable {
    case held(String)
    case contested([String])
    case unknown, outside
    case band
    case border(String, String)
    case edge
    case bar
    case arrow(String)
    case access(String?)
    case claimed
    case place(status: String)
    case capital, town, pass, unit
  }

  let theatre: PictureTheatre
  let entries: [Entry]

  private static let sample = 44.0
  private static let gap = 12.0
  private static let font = Font(size: 13.5)
  private static let line = 17.0

  /// - Parameter window: Leaves out what lies outside of it; nil for everything.
  init(_ theatre: PictureTheatre, days: [DayMap], in window: MapWindow? = nil) {
    self.theatre = theatre
    let order = theatre.parties.map(\.id)
    let held = Set(days.flatMap(\.held).compactMap(\.party))
    let contested = Set(days.flatMap(\.contested).map(\.parties))
      .sorted { $0.lexicographicallyPrecedes($1) }
    var entries = (order.filter(held.contains) + held.subtracting(order).sorted())
      .map { Entry.held($0) }
    entries += contested.map { .contested($0) }
    entries.append(.unknown)
    if days.contains(where: { !$0.bands.isEmpty }) { entries.append(.band) }
    if window?.isBeyond(theatre) ?? true { entries.append(.outside) }
    let fronts = days.flatMap(\.fronts)
    if let border = fronts.first(where: \.isBorder) {
      entries.append(.border(border.left, border.right))
    }
    if fronts.contains(where: { !$0.isBorder }) { entries.append(.edge) }
    entries += Self.fights(days.flatMap(\.symbols))
    let statuses = Set(days.flatMap(\.places).map(\.status))
    entries += ["held", "contested", "unknown"].filter(statuses.contains).map { .place(status: $0) }
    let seen = theatre.references.filter { window?.shows($0.position) ?? true }
    let kinds = Set(seen.map(\.kind))
    if kinds.contains(.capital) { entries.append(.capital) }
    if kinds.contains(.town) { entries.append(.town) }
    if kinds.contains(.pass) { entries.append(.pass) }
    if !theatre.units.isEmpty { entries.append(.unit) }
    self.entries = entries
  }

  private static func fights(_ symbols: [DayMap.Symbol]) -> [Entry] {
    var entries: [Entry] = []
    if symbols.contains(where: { $0.kind == "bar" }) { entries.append(.bar) }
    if let attacker = symbols.first(where: { $0.kind == "arrow" })?.attacker {
      entries.append(.arrow(attacker))
    }
    if let access = symbols.first(where: { $0.kind == "access" }) {
      entries.append(.access(access.attacker))
    }
    if symbols.contains(where: { !$0.isReported }) { entries.append(.claimed) }
    return entries
  }

  func words(_ entry: Entry) -> String {
    switch entry {
    case .held(let party): "Held by \(theatre.name(of: party))"
    case .contested(let parties):
      "Contested: " + parties.map(theatre.name(of:)).joined(separator: ", ")
    case .unknown: "Unknown: no report reaches it"
    case .band: "Paler: the line may run here, with a chance of 95, 80 and 50 in 100"
    case .outside: "Not mapped"
    case .border: "Front line, arcs on each side in its party's colour"
    case .edge: "Edge of contested ground"
    case .bar: "Fight where too little is known for a line"
    case .arrow: "Attack, in the attacker's colour"
    case .access: "Way in that is said to be closed"
    case .claimed: "Dashed: told by one source only"
    case .place("held"): "Place in reports, its holder's colour"
    case .place("contested"): "Place in reports, contested"
    case .place: "Place in reports, unknown who holds it"
    case .capital: "Capital of a country or unit"
    case .town: "Town, for orientation"
    case .pass: "Pass, for orientation"
    case .unit: "Border of a unit"
    }
  }

  // MARK: Drawing

  /// How high it is on a page.
  func height(width: Double, on canvas: Canvas) -> Double {
    rows(width: width, on: canvas).reduce(0) { $0 + $1.height }
  }

  func draw(at corner: PagePoint, width: Double, on canvas: Canvas) {
    var top = corner.y
    for row in rows(width: width, on: canvas) {
      let words = Double(row.lines.count) * Self.line
      let sample = PageBox(
        left: corner.x, top: top + words / 2 - 10, width: Self.sample, height: 20)
      LegendSample(theatre: theatre).draw(row.entry, in: sample, on: canvas)
      for (index, line) in row.lines.enumerated() {
        canvas.text(
          line,
          at: PagePoint(
            x: corner.x + Self.sample + Self.gap, y: top + Double(index) * Self.line + 12.5),
          Self.font, Palette.ink)
      }
      top += row.height
    }
  }

  private func rows(
    width: Double, on canvas: Canvas
  ) -> [(entry: Entry, lines: [String], height: Double)] {
    entries.map { entry in
      let lines = TextLines.wrapped(
        words(entry), Self.font, width: width - Self.sample - Self.gap, on: canvas)
      return (entry, lines, max(Double(lines.count) * Self.line, 20) + 9)
    }
  }
}

/// Breaks texts.
enum TextLines {
  static func wrapped(
    _ text: String, _ font: Font, width: Double, on canvas: Canvas
  ) -> [String] {
    text.split(separator: " ").reduce(into: [String]()) { lines, word in
      guard let last = lines.last else { return lines.append(String(word)) }
      let longer = last + " " + word
      if canvas.width(of: longer, font) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
  }
}
