import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import Testing

@Suite struct TimelineTests {
  private static let first = Day(number: 19_000)

  private let columns = [
    PropertyColumn("date", .day, meaning: ""),
    PropertyColumn("valid_from", .dateTime, meaning: ""),
    PropertyColumn("valid_to", .dateTime, meaning: ""),
    PropertyColumn("party", .text, meaning: ""),
  ]

  /// A layer with one feature a party, whose days are the map's unless given.
  private func layer(
    _ offset: Int, _ parties: [String], longitude: Double = 0, own: ClosedRange<Int>? = nil
  ) -> (Day, Layer) {
    let day = Self.first.advanced(by: offset)
    let valid = own ?? offset...offset
    let features = parties.map { party in
      Feature(
        id: "\(party)-\(day)", geometry: .point(Position(longitude: longitude, latitude: 0)),
        values: [
          .time(day.description),
          .time("\(Self.first.advanced(by: valid.lowerBound))T00:00:00Z"),
          .time("\(Self.first.advanced(by: valid.upperBound))T23:59:59Z"), .text(party),
        ])
    }
    return (day, Layer(name: "areas", columns: columns, features: features))
  }

  /// Each expectation: id, first and last day as offsets, party.
  private func check(
    _ days: [(Day, Layer)], gives expected: [(String, Int, Int, String)],
    location: SourceLocation = #_sourceLocation
  ) {
    let merged = Timeline.merge(days)
    #expect(merged.name == "areas", sourceLocation: location)
    #expect(merged.columns == Array(columns.dropFirst()), sourceLocation: location)
    #expect(
      merged.features.map { [.text($0.id)] + $0.values }
        == expected.map { id, from, until, party in
          [
            .text(id), .time("\(Self.first.advanced(by: from))T00:00:00Z"),
            .time("\(Self.first.advanced(by: until))T23:59:59Z"), .text(party),
          ]
        }, sourceLocation: location)
  }

  @Test func `a feature that stays the same becomes one span`() {
    check(
      [layer(0, ["red"]), layer(1, ["red"]), layer(2, ["red"])],
      gives: [("red-2022-01-08", 0, 2, "red")])
  }

  @Test func `a gap or a change begins a new span`() {
    check(
      [layer(0, ["red"]), layer(1, ["blue"]), layer(2, ["red"]), layer(4, ["red"])],
      gives: [
        ("red-2022-01-08", 0, 0, "red"), ("blue-2022-01-09", 1, 1, "blue"),
        ("red-2022-01-10", 2, 2, "red"), ("red-2022-01-12", 4, 4, "red"),
      ])
  }

  @Test func `a change of shape begins a new span`() {
    check(
      [layer(0, ["red"]), layer(1, ["red"], longitude: 1), layer(2, ["red"], longitude: 1)],
      gives: [("red-2022-01-08", 0, 0, "red"), ("red-2022-01-09", 1, 2, "red")])
  }

  @Test func `features side by side are joined each for itself`() {
    check(
      [layer(0, ["red", "blue"]), layer(1, ["blue", "red"])],
      gives: [("red-2022-01-08", 0, 1, "red"), ("blue-2022-01-08", 0, 1, "blue")])
  }

  @Test func `the order of the days does not matter`() {
    let days = [layer(0, ["red"]), layer(1, ["red", "blue"]), layer(2, ["blue"])]
    #expect(Timeline.merge(days.reversed()) == Timeline.merge(days))
  }

  @Test func `a feature with days of its own is kept once`() {
    check(
      [
        layer(0, ["red"], own: 0...2), layer(1, ["red"], own: 0...2),
        layer(2, ["red"], own: 0...2), layer(3, ["red"], own: 3...4),
      ],
      gives: [("red-2022-01-08", 0, 2, "red"), ("red-2022-01-11", 3, 4, "red")])
  }

  @Test func `days of its own are not joined with the next day's feature`() {
    check(
      [layer(0, ["red"], own: 0...1), layer(2, ["red"])],
      gives: [("red-2022-01-08", 0, 1, "red"), ("red-2022-01-10", 2, 2, "red")])
  }

  @Test func `ids stay unique when two days use the same one`() {
    var (day, second) = layer(5, ["blue"])
    second.features[0].id = "red-2022-01-08"
    #expect(
      Timeline.merge([layer(0, ["red"]), (day, second)]).features.map(\.id)
        == ["red-2022-01-08", "red-2022-01-08-2"])
  }

  @Test func `no days make an empty layer`() {
    #expect(Timeline.merge([]) == Layer(name: "", columns: [], features: []))
  }
}
