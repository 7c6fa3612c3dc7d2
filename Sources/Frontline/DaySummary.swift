internal import FrontlineControl
public import FrontlineFronts
internal import FrontlineLayers
public import FrontlineReports

/// The numbers of one day: what each party holds in each view.
public struct DaySummary: Hashable, Sendable {
  /// One view and party.
  public struct Row: Hashable, Sendable {
    public var view: String
    public var party: String
    /// As drawn, km².
    public var area: Double
    /// The range in which the true area lies four times in five, km²; nil in the view of a party, which says what it
    /// says and has no band, and for methods that know no doubt.
    public var range: AreaRange?
    /// Ground that opponents contest with the party, km².
    public var contestedArea: Double
    /// All front lines of the view, km.
    public var lineKilometres: Double
    public var placesHeld: Int
    /// Places that others contest with the party.
    public var placesContested: Int
    /// Of all places of the view.
    public var placesUnknown: Int
  }

  public var day: Day
  public var rows: [Row]

  /// - Parameters:
  ///   - parties: Ids, in the order of the rows.
  ///   - isCounted: Which places count, by id: those that the layer `places` has.
  public init(
    _ maps: [DayMap], on day: Day, parties: [String], isCounted: (String) -> Bool = { _ in true }
  ) {
    self.day = day
    rows = maps.flatMap { map in
      let line = map.fronts.lineKilometres
      let statuses = map.control.places.filter { isCounted($0.placeID) }.map(\.status)
      return parties.map { Row($0, map, statuses, lineKilometres: line) }
    }
  }
}

extension DaySummary.Row {
  init(
    _ party: String, _ map: DayMap, _ statuses: [PlaceControl.Status], lineKilometres: Double
  ) {
    let hasDoubt = !map.control.view.isOfParty && map.inference.field.method == .kriging
    self.init(
      view: map.control.view.description, party: party, area: map.fronts.area(of: party),
      range: hasDoubt ? map.fronts.areaRange(of: party) : nil,
      contestedArea: map.fronts.areas.reduce(0) {
        $1.status.isContested(by: party) ? $0 + $1.areaSquareKilometres : $0
      },
      lineKilometres: lineKilometres,
      placesHeld: statuses.count { $0 == .held(party: party) },
      placesContested: statuses.count { $0.isContested(by: party) },
      placesUnknown: statuses.count { $0 == .unknown })
  }
}

extension PlaceControl.Status {
  fileprivate func isContested(by party: String) -> Bool {
    if case .contested(let parties) = self { parties.contains(party) } else { false }
  }
}

extension View {
  fileprivate var isOfParty: Bool {
    if case .claimed = self { true } else { false }
  }
}

/// The file `summary.csv`.
public enum SummaryTable {
  public static let fileName = "summary.csv"

  public static let columns = [
    "date", "view", "party", "area_km2", "area_median_km2", "area_low_km2", "area_high_km2",
    "change_km2", "contested_km2", "line_km", "places_held", "places_contested", "places_unknown",
  ]

  /// A row a day, view and party, in the order they are given; a change is the one since the day before in that order,
  /// and empty on the first.
  public static func table(_ days: [DaySummary]) -> CommaTable {
    var last: [String: Double] = [:]
    var rows: [CommaTable.Row] = []
    for day in days {
      for row in day.rows {
        let key = "\(row.view) \(row.party)"
        rows.append(.init(line: 0, cells: cells(row, on: day.day, before: last[key])))
        last[key] = row.area
      }
    }
    return CommaTable(columns: columns, rows: rows)
  }

  private static func cells(_ row: DaySummary.Row, on day: Day, before: Double?) -> [String] {
    func decimal(_ value: Double) -> String { DecimalText.string(value, decimals: 1) ?? "" }
    let range = [row.range?.median, row.range?.low, row.range?.high]
    return [day.description, row.view, row.party, decimal(row.area)]
      + range.map { $0.map(decimal) ?? "" } + [
        before.map { decimal(row.area - $0) } ?? "", decimal(row.contestedArea),
        decimal(row.lineKilometres), String(row.placesHeld), String(row.placesContested),
        String(row.placesUnknown),
      ]
  }
}
