import Foundation
import Frontline
import FrontlineReports
import Testing

@testable import FrontlineEvaluation

/// An invented war of two days, and a map of it with every kind of feature.
@Suite struct `Evaluation of control` {
  private let folder = TemporaryFolder()

  private func evaluation(
    of map: String, party: String? = "red", day: Day? = nil, view: String = "assessed"
  ) throws -> ControlEvaluation {
    let truth = try folder.write(InventedFront.truth, to: "truth.geojson")
    let found = try ControlEvaluation.evaluate(
      ControlMaps(map, view: view), against: TrueMap(truth), party: party, day: day)
    return try #require(found.first)
  }

  @Test func `gives the figures of an independent implementation`() throws {
    let map = try folder.write(InventedFront.map, to: "map.geojson")
    let json = ControlJSON.value([try evaluation(of: map)]).written()
    let found = try figures(in: json)
    let expected = Dictionary(
      uniqueKeysWithValues: InventedFront.figures.split(separator: "\n").map { line in
        let words = line.split(separator: " ")
        return (String(words[0]), Double(words[1]) ?? .nan)
      })
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (name, figure) in expected.sorted(by: { $0.key < $1.key }) {
      let value = found[name] ?? .nan
      // GEOS simplifies lines a little differently from version to version, which moves the belt.
      #expect(abs(value - figure) <= 5e-4 * abs(figure), "\(name) is \(value), not \(figure)")
    }
  }

  /// Every number with the names that lead to it.
  private func figures(in json: String) throws -> [String: Double] {
    var figures: [String: Double] = [:]
    func walk(_ value: Any, _ path: [String]) {
      if let object = value as? [String: Any] {
        for (name, member) in object { walk(member, path + [name]) }
      } else if let number = value as? Double {
        figures[path.joined(separator: "/")] = number
      }
    }
    walk(try JSONSerialization.jsonObject(with: Data(json.utf8)), [])
    return figures
  }

  @Test func `names a day without a map and what to do`() throws {
    let map = try folder.write(
      InventedFront.map.replacing("2030-05-09", with: "2030-05-08"), to: "map.geojson")
    let found = try evaluation(of: map)
    #expect(found.scores.count == 1)
    #expect(
      found.findings(for: "map.geojson").map(\.description) == [
        """
        map.geojson: error: red, 2030-05-09: no prediction for this date [not-compared]
            add features with kind 'control', party 'red' and date '2030-05-09', or leave the day out with --date
        """
      ])
    #expect(try evaluation(of: map, day: Day(iso: "2030-05-01")).findings(for: "").isEmpty)
  }

  @Test func `takes every party that the truth names`() throws {
    let map = try folder.write(InventedFront.map, to: "map.geojson")
    #expect(try evaluation(of: map, party: nil).party == "red")
    #expect(
      throws: MapFileError.noParty("green", of: ["red"], in: "\(folder.path)/truth.geojson")
    ) { try evaluation(of: map, party: "green") }
  }

  @Test func `reads a build's folder like one file`() throws {
    let map = try folder.writeBuild()
    let day = Day(iso: "2030-05-01")
    let found = try #require(try evaluation(of: map, day: day).scores.first)
    let file = try folder.write(
      InventedFront.map.replacing(#""unknown""#, with: #""other""#), to: "map.geojson")
    #expect(try evaluation(of: file, day: day).scores == [found])
  }

  @Test func `holds the probabilities of places against the truth`() throws {
    let map = try folder.writeBuild()
    let found = try evaluation(of: map, day: Day(iso: "2030-05-01"))
    let all = try #require(found.calibration)
    #expect(all.places == 3)
    #expect(all.bins.map(\.places) == [0, 1, 0, 0, 0, 0, 0, 1, 0, 1])
    #expect(all.bins.map(\.shareTrue) == [nil, 0, nil, nil, nil, nil, nil, 0, nil, 1])
    let near = try #require(found.calibrationNearLine)
    #expect(near.bins.map(\.places) == [0, 0, 0, 0, 0, 0, 0, 1, 0, 0])
  }

  @Test func `says which days of a folder are missing`() throws {
    let map = try folder.writeBuild()
    #expect(
      try evaluation(of: map).findings(for: "out").map(\.description) == [
        """
        out: error: red, 2030-05-09: no prediction for this date [not-compared]
            build it too: give 'frontline build' a span that holds 2030-05-09
        """
      ])
    #expect(throws: MapFileError.noView("claimed:red", of: ["assessed", "independent"], in: map)) {
      try evaluation(of: map, view: "claimed:red")
    }
  }

  private static let faults: [(file: String, problem: String)] = [
    ("[1", "the file: The given data was not valid JSON."),
    (
      #"{"type": "Topology"}"#,
      "expected a FeatureCollection or a Feature, found the type 'Topology'"
    ),
    (
      feature(#""date": "yesterday""#, "[[1, 2], [3, 4]]"),
      "feature 1: the date 'yesterday' is no day"
    ),
    (feature("", "[[1, 2]]"), "feature 1: a line has 1 positions; it takes at least 2"),
    (feature("", "[[1, 2], [3, 94]]"), "feature 1: [3.0, 94.0] is no position"),
    (
      #"{"type": "FeatureCollection", "features": []}"#,
      "there is no area with the kind 'control' to measure against"
    ),
  ]

  private static func feature(_ properties: String, _ coordinates: String) -> String {
    #"""
    {"type": "Feature", "properties": {\#(properties)},
     "geometry": {"type": "LineString", "coordinates": \#(coordinates)}}
    """#
  }

  @Test(arguments: 0..<faults.count) func `says what is wrong with a file`(_ index: Int) throws {
    let (text, problem) = Self.faults[index]
    let file = try folder.write(text, to: "bad.geojson")
    let error = #expect(throws: MapFileError.self) { try TrueMap(file) }
    #expect(error?.file == file)
    #expect(error?.problem == problem)
  }
}
