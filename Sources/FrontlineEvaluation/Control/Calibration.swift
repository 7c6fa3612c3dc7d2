#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Whether probabilities mean what they say: of the places given 0.8, eight in ten should be true.
public struct Calibration: Hashable, Sendable {
  /// How probable it was said that a party holds a place, and whether it did.
  public struct Forecast: Hashable, Sendable {
    public var probability: Double
    public var isTrue: Bool

    public init(probability: Double, isTrue: Bool) {
      (self.probability, self.isTrue) = (probability, isTrue)
    }
  }

  /// The forecasts of one tenth of the range of probabilities.
  public struct Bin: Hashable, Sendable {
    /// The upper bound belongs to the next bin, but 1 to the last.
    public var range: ClosedRange<Double>
    public var places: Int
    /// Nil of no places.
    public var meanProbability: Double?
    /// The share that the party did hold; nil of no places.
    public var shareTrue: Double?
  }

  public var places: Int
  /// Ten, from the least probable.
  public var bins: [Bin]
  /// Expected calibration error: the mean over places of what their bin's mean probability and true
  /// share differ by.
  public var expectedError: Double
  /// The mean square of what was said less what was so (G. W. Brier, 1950).
  public var brierScore: Double
  /// The mean of the negative natural logarithm of the probability given to what was so. Beliefs
  /// nearer to 0 or 1 than 0.0005 count as that: files give three decimals.
  public var logScore: Double

  /// Nil of no forecasts.
  public init?(_ forecasts: [Forecast]) {
    guard !forecasts.isEmpty else { return nil }
    let all = Double(forecasts.count)
    let byBin = Dictionary(grouping: forecasts, by: \.bin)
    places = forecasts.count
    bins = (0..<10).map { Bin($0, byBin[$0] ?? []) }
    expectedError = bins.reduce(0) { $0 + $1.error * Double($1.places) / all }
    brierScore = forecasts.reduce(0) { $0 + $1.squaredError } / all
    logScore = forecasts.reduce(0) { $0 + $1.surprise } / all
  }
}

extension Calibration.Bin {
  fileprivate init(_ index: Int, _ forecasts: [Calibration.Forecast]) {
    range = Double(index) / 10...Double(index + 1) / 10
    places = forecasts.count
    guard !forecasts.isEmpty else { return }
    let count = Double(forecasts.count)
    meanProbability = forecasts.reduce(0) { $0 + $1.probability } / count
    shareTrue = Double(forecasts.count { $0.isTrue }) / count
  }

  fileprivate var error: Double { abs((meanProbability ?? 0) - (shareTrue ?? 0)) }
}

extension Calibration.Forecast {
  /// 0 to 9. A hair more, so that what is left of 0.9 counts as 0.1 and not as 0.0999….
  fileprivate var bin: Int { min(9, max(0, Int(probability * 10 + 1e-9))) }

  fileprivate var squaredError: Double {
    let error = probability - (isTrue ? 1 : 0)
    return error * error
  }

  fileprivate var surprise: Double {
    -log(max(0.0005, min(0.9995, isTrue ? probability : 1 - probability)))
  }
}

extension MapFeature {
  /// How probable the map holds it that a party holds this place; nil if it does not say.
  ///
  /// By `party_probabilities` where there are such, and a party they do not name has none; else by
  /// `probability`, the belief that `party` holds it, of which any other party has the rest. A place
  /// with that alone must be held, not contested or unknown.
  func probability(of party: String) -> Double? {
    if let partyProbabilities, !partyProbabilities.isEmpty {
      return PartyProbabilities.parse(partyProbabilities)?[party, default: 0]
    }
    guard let probability, (0...1).contains(probability), status == nil || status == "held",
      case .party(let holder) = holder
    else { return nil }
    return holder == party ? probability : 1 - probability
  }
}

/// Beliefs by party as a property of a place: `red 0.930; blue 0.070`.
enum PartyProbabilities {
  /// Nil if the text is not of the form.
  static func parse(_ text: String) -> [String: Double]? {
    var beliefs: [String: Double] = [:]
    for entry in text.split(separator: ";") {
      let words = entry.split(separator: " ")
      guard words.count == 2, let belief = Double(words[1]), (0...1).contains(belief) else {
        return nil
      }
      beliefs[String(words[0])] = belief
    }
    return beliefs
  }
}
