import Foundation
import FrontlineGeometry
import Testing

@testable import FrontlineEvaluation

@Suite struct `Calibration of probabilities` {
  /// Two places at 0.8, of which one is held; two at 0.3 and 0.1, neither held; one certain and right.
  @Test func `compares what was said with what was so`() throws {
    let said = [(0.8, true), (0.8, false), (0.3, false), (0.1, false), (1, true)]
    let found = try #require(
      Calibration(said.map { Calibration.Forecast(probability: $0.0, isTrue: $0.1) }))
    #expect(found.places == 5)
    #expect(found.bins.map(\.places) == [0, 1, 0, 1, 0, 0, 0, 0, 2, 1])
    #expect(found.bins[8].meanProbability == 0.8)
    #expect(found.bins[8].shareTrue == 0.5)
    #expect(found.bins[8].range == 0.8...0.9)
    #expect(found.bins[0].meanProbability == nil)
    // 0.1 in the bin of 0.1, 0.3 in that of 0.3, 0.3 each for the two of 0.8: 1.0 over five places.
    #expect(abs(found.expectedError - 0.2) < 1e-12)
    // 0.04 + 0.64 + 0.09 + 0.01 over five.
    #expect(abs(found.brierScore - 0.156) < 1e-12)
    let surprises = [0.8, 0.2, 0.7, 0.9, 0.9995].map { -log($0) }
    #expect(abs(found.logScore - surprises.reduce(0, +) / 5) < 1e-12)
  }

  @Test func `of nothing is nothing`() {
    #expect(Calibration([]) == nil)
  }

  private static let places: [(String, Double?)] = [
    (#""party_probabilities": "red 0.930; blue 0.070", "party": "blue", "probability": 0.2"#, 0.93),
    (#""party_probabilities": "blue 0.600; green 0.400""#, 0),
    (#""party_probabilities": "mostly red""#, nil),
    (#""status": "held", "party": "red", "probability": 0.75"#, 0.75),
    (#""status": "held", "party": "blue", "probability": 0.75"#, 0.25),
    (#""status": "contested", "party": null, "probability": 0.75"#, nil),
    (#""status": "held", "party": "red""#, nil),
  ]

  @Test(arguments: 0..<places.count)
  func `reads how probable it is that a party holds a place`(_ index: Int) throws {
    let (properties, expected) = Self.places[index]
    let json = #"""
      {"type": "Feature", "properties": {\#(properties)},
       "geometry": {"type": "Point", "coordinates": [1, 2]}}
      """#
    let features = try MapFile.features(json: Array(json.utf8), file: "places.geojson")
    #expect(features.map { $0.kind } == [.place])
    #expect(features.first?.probability(of: "red") == expected)
  }
}
