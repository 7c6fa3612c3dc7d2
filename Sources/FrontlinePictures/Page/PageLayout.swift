/// Where everything stands on a page, in steps: a page is 1200 wide, whatever its width in points.
struct PageLayout: Sendable {
  static let width = 1200.0
  static let margin = 24.0
  static let header = 104.0
  static let panel = 292.0
  private static let gap = 22.0
  /// The height of a line of the credits.
  static let credit = 17.0
  /// A map is at most as high, so that it is seen whole on a screen.
  private static let highestMap = 820.0
  private static let lowestMap = 420.0

  /// The map's width.
  static let mapWidth = width - 2 * margin - gap - panel

  /// How high a map may be beside a legend.
  static func mapHeights(legend: Double) -> ClosedRange<Double> {
    let lowest = max(lowestMap, legend + 30)
    return lowest...max(lowest, highestMap)
  }

  let map: PageBox
  let credits: [String]

  var panelLeft: Double { map.right + Self.gap }
  var height: Double { map.bottom + 14 + Double(credits.count) * Self.credit + 12 }
}
