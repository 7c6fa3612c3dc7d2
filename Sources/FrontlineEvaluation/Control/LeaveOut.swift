public import Frontline
public import FrontlineClaims
public import FrontlineControl
public import FrontlineReports

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How well the claims about other places foretell what is said of a place: for theatres whose truth nobody knows.
///
/// Places are put into ten parts, by their ids. The claims about the places of one part are left out, a map is made of
/// all others, and the map's probabilities at the places left out are held against what their own claims say, as the
/// recommended method weighs them. Only places that each method says something about count, the same for all.
///
/// It shows whether a method uses the neighbours well, and which of two methods foretells more. It cannot show where
/// the true line runs: claims err, they err alike at neighbouring places, and a map that is too smooth does well,
/// because a place left out is farther from all evidence than any place of the real map.
public struct LeaveOut: Hashable, Sendable {
  /// The figures of one method on one day, or on all.
  public struct Score: Hashable, Sendable {
    /// Those that were held against the map.
    public var places = 0
    /// Left-out places the method says nothing about: no evidence reaches them.
    public var unanswered = 0
    /// Those whose own claims leave less than one in ten for any other party.
    public var sure = 0
    /// Of those, how many the map gives to another party.
    public var wrong = 0
    var logSum = 0.0
    var brierSum = 0.0

    /// The mean of the negative natural logarithm of the probability the map gives to each party, weighted by what the
    /// place's own claims say; probabilities below 0.0005 count as that. Nil of no places.
    public var logScore: Double? { places > 0 ? logSum / Double(places) : nil }
    /// The mean square of what the map is off by, weighted the same way. Nil of no places.
    public var brierScore: Double? { places > 0 ? brierSum / Double(places) : nil }
    /// The share of the sure places that the map gives to another party; nil of no sure places.
    public var wrongShare: Double? { sure > 0 ? Double(wrong) / Double(sure) : nil }
  }

  public struct MethodScore: Hashable, Sendable {
    public var method: ControlMethod
    /// By day, in the order of the days.
    public var days: [Score]
    public var total: Score
  }

  public var days: [Day]
  public var methods: [MethodScore]

  /// - Parameters:
  ///   - claims: Already extracted; their order does not matter.
  ///   - methods: To be compared.
  public init(
    _ pipeline: Pipeline, claims: [Claim], days: [Day], methods: [ControlMethod],
    knowledge: Knowledge = .ofTheDay, isParallel: Bool = true
  ) async throws {
    let folds = Folds(pipeline, claims: claims, methods: methods, knowledge: knowledge)
    let own = try await Pipeline.inOrder(days, isParallel: isParallel) { folds.ownBeliefs(on: $0) }
    let parts = try await Pipeline.inOrder(Array(0..<Folds.count), isParallel: isParallel) { fold in
      folds.scores(of: fold, days: days, own: own)
    }
    self.days = days
    self.methods = methods.indices.map { method in
      let ofDays = days.indices.map { day in Score(sum: parts.map { $0[method][day] }) }
      return MethodScore(method: methods[method], days: ofDays, total: Score(sum: ofDays))
    }
  }
}

extension LeaveOut.Score {
  init(sum scores: [LeaveOut.Score]) {
    self.init()
    for score in scores {
      places += score.places
      unanswered += score.unanswered
      sure += score.sure
      wrong += score.wrong
      logSum += score.logSum
      brierSum += score.brierSum
    }
  }

  /// - Parameters:
  ///   - own: What the place's own claims say, by party.
  ///   - map: What the map says, in the same order.
  mutating func add(own: [Double], map: [Double]) {
    places += 1
    for (party, belief) in own.enumerated() {
      logSum -= belief * log(min(0.9995, max(0.0005, map[party])))
      // Halved, so that for two parties it is the square of one probability's error.
      let error = map.enumerated().reduce(0) { sum, other in
        let difference = other.element - (other.offset == party ? 1 : 0)
        return sum + difference * difference
      }
      brierSum += belief * error / 2
    }
    guard let top = own.indices.max(by: { own[$0] < own[$1] }), own[top] > 0.9 else { return }
    sure += 1
    if map.indices.max(by: { map[$0] < map[$1] }) != top { wrong += 1 }
  }
}

/// The parts of a theatre's places, and the maps without them.
private struct Folds: Sendable {
  static let count = 10

  private let pipeline: Pipeline
  private let claims: [Claim]
  private let claimed: Set<String>
  private let methods: [ControlMethod]
  private let knowledge: Knowledge
  private let whole: ControlModel?

  init(
    _ pipeline: Pipeline, claims: [Claim], methods: [ControlMethod], knowledge: Knowledge
  ) {
    self.pipeline = pipeline
    self.claims = claims
    self.methods = methods
    self.knowledge = knowledge
    claimed = Set(claims.map(\.placeID))
    whole = pipeline.controlModel(of: claims, atPlacesOf: claims)
  }

  func ownBeliefs(on day: Day) -> [String: [Double]] {
    let inference = whole?.infer(asOf: day, view: .assessed, knownBy: knowledge.limit(on: day))
    return (inference?.ownBeliefs ?? [:]).filter { claimed.contains($0.key) }
  }

  /// By method, then by day.
  func scores(
    of fold: Int, days: [Day], own: [[String: [Double]]]
  ) -> [[LeaveOut.Score]] {
    let rest = claims.filter { Folds.fold(of: $0.placeID) != fold }
    let models = methods.map { method in
      pipeline.controlModel(of: rest, atPlacesOf: claims, method: method)
    }
    var scores = methods.map { _ in days.map { _ in LeaveOut.Score() } }
    for (index, day) in days.enumerated() {
      let asked = own[index].filter { Folds.fold(of: $0.key) == fold }.sorted { $0.key < $1.key }
      let answers = models.map { $0.map { beliefs(of: $0, on: day) } ?? [:] }
      for method in methods.indices {
        scores[method][index].unanswered = asked.count { answers[method][$0.key] == nil }
      }
      for (place, own) in asked {
        let maps = answers.compactMap { $0[place] }
        guard maps.count == methods.count else { continue }
        for method in methods.indices { scores[method][index].add(own: own, map: maps[method]) }
      }
    }
    return scores
  }

  /// By place the map says something about: the probability of each party.
  private func beliefs(of model: ControlModel, on day: Day) -> [String: [Double]] {
    let inference = model.infer(asOf: day, view: .assessed, knownBy: knowledge.limit(on: day))
    let known = inference.control.places.filter { !$0.partyProbabilities.isEmpty }
    return Dictionary(
      uniqueKeysWithValues: known.map { ($0.placeID, $0.partyProbabilities.map(\.probability)) })
  }

  /// By a hash of the id that is the same on every machine (FNV-1a, 32 bits).
  private static func fold(of id: String) -> Int {
    let hash = id.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return Int(hash % UInt32(count))
  }
}
