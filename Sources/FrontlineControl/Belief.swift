internal import FrontlineReports

/// Belief over the parties that one of them holds a place, updated in the order of time.
struct Belief {
  private let parties: [String]
  /// Sums to 1, in the order of the parties.
  private(set) var values: [Double]
  private var day: Day?

  init(parties: [String]) {
    self.parties = parties
    values = Array(repeating: parties.isEmpty ? 0 : 1 / Double(parties.count), count: parties.count)
  }

  /// The party most likely to hold the place; the first by id where several are as likely.
  var best: (party: String, probability: Double)? {
    guard let top = values.max(), let index = values.firstIndex(of: top) else { return nil }
    return (parties[index], top)
  }

  mutating func start(_ party: String, with belief: Double, on day: Day) {
    guard let index = parties.firstIndex(of: party) else { return }
    let rest = parties.count > 1 ? (1 - belief) / Double(parties.count - 1) : 0
    values = parties.indices.map { $0 == index ? (parties.count > 1 ? belief : 1) : rest }
    self.day = day
  }

  /// Lets time pass: with each day, what was known says a little less.
  mutating func age(to day: Day, changePerDay: Double) {
    if let known = self.day, known < day {
      let kept = power(1 - changePerDay, days: day.number - known.number)
      blur(keeping: kept)
    }
    self.day = max(day, self.day ?? day)
  }

  /// Takes in one statement that a party holds the place.
  ///
  /// - Parameters:
  ///   - weight: 1 makes the party `e^2.5`, some twelve times, as likely against each other.
  ///   - isChange: The statement says that control changed: the past counts half as much.
  mutating func hear(_ party: String, weight: Double, isChange: Bool) {
    guard let index = parties.firstIndex(of: party) else { return }
    if isChange { blur(keeping: 1 - 0.5 * min(1, weight)) }
    values[index] *= exponentialOf(2.5 * weight)
    let sum = values.reduce(0, +)
    values = values.map { min(0.995, $0 / sum) }
    let total = values.reduce(0, +)
    values = values.map { $0 / total }
  }

  private mutating func blur(keeping kept: Double) {
    let even = 1 / Double(parties.count)
    values = values.map { kept * $0 + (1 - kept) * even }
  }
}
