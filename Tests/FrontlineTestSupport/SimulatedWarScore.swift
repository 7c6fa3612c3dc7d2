internal import FrontlineClaims
public import FrontlineControl
internal import FrontlineGeometry
public import FrontlineReports

/// How near a map of a simulated war comes to the truth, measured on a square lattice.
public struct SimulatedWarScore: Hashable, Sendable {
  /// Area given to a party that another holds, for each kilometre of the true line, km.
  public var displacement = 0.0
  /// Area the first party gets too much, for each kilometre of the true line, km; negative for too little.
  public var bias = 0.0
  /// The share of the true line inside the 80 % band.
  public var coverage = 0.0
  /// The area of that band for each kilometre of the true line, km.
  public var bandWidth = 0.0
  /// Parts of a party's area in which it holds nothing.
  public var spuriousParts = 0.0
  /// The share of the country that is left blank.
  public var unknown = 0.0
  /// Expected calibration error of the places' probabilities, and of those within 20 km of the line.
  public var calibration = 0.0
  public var calibrationNearLine = 0.0

  /// The mean of several.
  public static func mean(_ scores: [SimulatedWarScore]) -> SimulatedWarScore {
    var mean = SimulatedWarScore()
    for path in [
      \Self.displacement, \.bias, \.coverage, \.bandWidth, \.spuriousParts, \.unknown,
      \.calibration, \.calibrationNearLine,
    ] {
      mean[keyPath: path] =
        scores.reduce(0) { $0 + $1[keyPath: path] } / Double(max(1, scores.count))
    }
    return mean
  }
}

extension SimulatedWar {
  /// What a theatre of this war tells the control model, which learns all the rest from the claims.
  public func setting(
    _ change: (inout ControlModel.Setting) -> Void = { _ in }
  ) -> ControlModel.Setting {
    var setting = ControlModel.Setting(
      sites: places.map {
        ControlSite(
          placeID: $0.id, name: $0.name, position: $0.position,
          areas: [.init(id: $0.id, level: .place)])
      }.sorted { $0.placeID < $1.placeID },
      parties: parties.map(\.id),
      opponents: Dictionary(uniqueKeysWithValues: parties.map { ($0.id, Set($0.opposedTo)) }),
      ground: ground())
    change(&setting)
    return setting
  }

  /// The war's barriers and corridors, or a ground without some of them.
  public func ground(hasBarriers: Bool = true, hasCorridors: Bool = true) -> Ground {
    Ground(
      plane: EqualAreaPlane(of: box),
      barriers: hasBarriers ? barriers.map { Barrier(name: "barrier", line: $0) } : [],
      corridors: hasCorridors ? corridors.map { Corridor(name: "corridor", line: $0) } : [])
  }

  /// So many days into the war.
  public func day(_ number: Int) -> Day { days.lowerBound.advanced(by: number) }

  /// A map as it was known on its day, on a lattice.
  ///
  /// - Parameters:
  ///   - number: Of days into the war.
  ///   - step: Of the lattice, km.
  ///   - window: A square of it; nil for the whole country.
  public func map(
    _ setting: ControlModel.Setting, view: View = .assessed, on number: Int, step: Double,
    window: SimulatedWarMap.Window? = nil
  ) -> SimulatedWarMap {
    let inference = ControlModel(setting, claims: claims)
      .infer(asOf: day(number), view: view, knownBy: day(number))
    return SimulatedWarMap(self, inference, step: step, window: window)
  }

  /// The mean score of maps as they were known on their days.
  public func score(
    _ setting: ControlModel.Setting, view: View = .assessed, on days: [Int], step: Double
  ) -> SimulatedWarScore {
    let model = ControlModel(setting, claims: claims)
    return .mean(
      days.map { number in
        let day = self.day(number)
        let inference = model.infer(asOf: day, view: view, knownBy: day)
        return SimulatedWarMap(self, inference, step: step).score
      })
  }
}

/// A map of a simulated war beside the truth, on a square lattice.
public struct SimulatedWarMap: Sendable {
  public let war: SimulatedWar
  public let inference: ControlModel.Inference
  public let day: Day
  /// Kilometres between the points.
  public let step: Double
  public let columns: Int
  public let points: [SimulatedPoint]
  /// By point: who is drawn to hold it, as an index of the inference's parties; -1 for unknown.
  public let drawn: [Int]
  /// By point: who holds it; -1 for nobody.
  public let held: [Int]
  /// By point: whether it lies in the 80 % band.
  public let isInBand: [Bool]

  /// A rectangle of a country, km.
  public struct Window: Hashable, Sendable {
    public var middle: SimulatedPoint
    public var halfWidth: Double
    public var halfHeight: Double

    public init(_ middle: SimulatedPoint, halfWidth: Double, halfHeight: Double) {
      (self.middle, self.halfWidth, self.halfHeight) = (middle, halfWidth, halfHeight)
    }
  }

  /// - Parameter window: Nil for the whole country.
  public init(
    _ war: SimulatedWar, _ inference: ControlModel.Inference, step: Double, window: Window? = nil
  ) {
    (self.war, self.inference, self.step) = (war, inference, step)
    day = inference.control.asOf
    let truth = war.truth
    let window =
      window
      ?? Window(
        SimulatedPoint(0, 0), halfWidth: truth.halfWidth, halfHeight: truth.halfHeight)
    columns = Int(2 * window.halfWidth / step)
    let rows = Int(2 * window.halfHeight / step)
    points = (0..<rows * columns).map { [columns] index in
      SimulatedPoint(
        window.middle.east - window.halfWidth + (Double(index % columns) + 0.5) * step,
        window.middle.north - window.halfHeight + (Double(index / columns) + 0.5) * step)
    }
    let reader = FieldReader(inference.field)
    let seen = points.map { reader.look(at: truth.position(at: $0)) }
    drawn = seen.map(\.top)
    isInBand = seen.map(\.isInBand)
    held = points.map { [day] point in
      truth.holder(at: point, on: day).flatMap(inference.parties.firstIndex) ?? -1
    }
  }

  /// Square kilometres of points.
  public func area(_ isCounted: (Int) -> Bool) -> Double {
    Double(points.indices.count(where: isCounted)) * step * step
  }

  /// A party's area, km², of points that count.
  public func area(
    of party: String, where isCounted: (SimulatedPoint) -> Bool = { _ in true }
  ) -> (drawn: Double, held: Double) {
    let index = inference.parties.firstIndex(of: party)
    return (
      area { drawn[$0] == index && isCounted(points[$0]) },
      area { held[$0] == index && isCounted(points[$0]) }
    )
  }

  public var score: SimulatedWarScore {
    var score = SimulatedWarScore()
    let line = war.trueLine(on: day).flatMap(\.positions)
    let length = max(1, Double(line.count) / 2)
    score.displacement = area { drawn[$0] >= 0 && held[$0] >= 0 && drawn[$0] != held[$0] } / length
    let known = { (index: Int) in drawn[index] >= 0 && held[index] >= 0 }
    score.bias =
      (area { known($0) && drawn[$0] == 0 } - area { known($0) && held[$0] == 0 }) / length
    let reader = FieldReader(inference.field)
    let sampled = stride(from: 0, to: line.count, by: max(1, Int(step))).map { line[$0] }
    score.coverage =
      Double(sampled.count { reader.look(at: $0).isInBand }) / Double(max(1, sampled.count))
    score.bandWidth = area { isInBand[$0] } / length
    score.spuriousParts = Double(spuriousParts.count)
    score.unknown = area { drawn[$0] < 0 } / area { _ in true }
    score.calibration = calibrationError { _ in true }
    score.calibrationNearLine = calibrationError { [war, day] place in
      let point = war.truth.point(at: place.position)
      return war.parties.contains {
        abs(war.truth.depth(of: $0.id, at: point, on: day)) < 20
      }
    }
    return score
  }

  /// Parts of a party's area, as points: it holds none of them. A part below 5 km² without a sure place is
  /// not drawn.
  public var spuriousParts: [[Int]] {
    parts(drawn).filter { part in
      let party = drawn[part[0]]
      guard !part.contains(where: { held[$0] == party }) else { return false }
      guard Double(part.count) * step * step < 5 else { return true }
      let field = inference.field
      return field.supports(party) { place in
        let point = war.truth.point(at: field.ground.plane.position(at: place))
        return part.contains {
          abs(points[$0].east - point.east) <= step / 2
            && abs(points[$0].north - point.north) <= step / 2
        }
      }
    }
  }

  /// Points of one label that touch, as long as the label is none below 0.
  public func parts(_ labels: [Int]) -> [[Int]] {
    var isSeen = labels.map { $0 < 0 }
    var parts: [[Int]] = []
    for start in labels.indices where !isSeen[start] {
      isSeen[start] = true
      var part = [start]
      var next = 0
      while next < part.count {
        let point = part[next]
        next += 1
        let column = point % columns
        for other in [
          column > 0 ? point - 1 : -1, column < columns - 1 ? point + 1 : -1, point - columns,
          point + columns,
        ] where labels.indices.contains(other) && !isSeen[other] && labels[other] == labels[point] {
          isSeen[other] = true
          part.append(other)
        }
      }
      parts.append(part)
    }
    return parts
  }

  /// Over places that the truth gives to somebody, with every party's probability a forecast.
  private func calibrationError(_ isCounted: (PlaceControl) -> Bool) -> Double {
    var bins = Array(repeating: (count: 0.0, said: 0.0, true: 0.0), count: 10)
    for place in inference.control.places where isCounted(place) {
      guard let holder = war.holder(at: place.position, on: day) else { continue }
      for one in place.partyProbabilities {
        let bin = min(9, max(0, Int(one.probability * 10 + 1e-9)))
        bins[bin].count += 1
        bins[bin].said += one.probability
        bins[bin].true += one.party == holder ? 1 : 0
      }
    }
    let all = bins.reduce(0) { $0 + $1.count }
    return bins.reduce(0) { $0 + abs($1.said - $1.true) } / max(1, all)
  }
}

/// Looks at positions of a field.
struct FieldReader {
  let field: ControlField
  private let scratch: ControlField.Scratch
  /// Standard deviations either way that hold four fifths of a normal distribution.
  private static let deviations = 1.281_551_57

  init(_ field: ControlField) {
    self.field = field
    scratch = field.scratch()
  }

  /// Who is drawn there, -1 for unknown, and whether the 80 % band covers it.
  func look(at position: Position) -> (top: Int, isInBand: Bool) {
    let sample = field.sample(at: field.ground.plane.point(at: position), with: scratch)
    guard sample.top >= 0, scratch.reach[sample.top] > 0 else { return (-1, false) }
    return (sample.top, sample.tau <= Self.deviations * field.sigma)
  }
}
