internal import FrontlineReports

/// Belief over the parties that one of them holds a place, updated in the order of time.
struct Belief {
  /// That a party holds the place.
  struct Statement {
    var party: String
    var weight: Double
    /// Whether it says that control changed.
    var isChange: Bool
  }

  private let parties: [String]
  /// Sums to 1, in the order of the parties.
  private(set) var values: [Double]
  private var day: Day?

  init(parties: [String]) {
    self.parties = parties
    values = Array(repeating: parties.isEmpty ? 0 : 1 / Double(parties.count), count: parties.count)
  }

  /// The parties most likely to hold the place, by id: more than one where several are as likely.
  var best: (parties: [String], probability: Double)? {
    guard let top = values.max() else { return nil }
    return (zip(parties, values).filter { top - $0.1 < 1e-9 }.map(\.0), top)
  }

  /// - Parameter day: From which on what is known ages; nil if it holds until something else is said.
  mutating func start(_ party: String, with belief: Double, on day: Day?) {
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

  /// Takes in what is said of one day, which has no order.
  ///
  /// A statement of weight 1 makes its party `e^2.5`, some twelve times, as likely against each other. Where a
  /// statement says that control changed, the past counts half as much.
  mutating func hear(_ statements: [Statement]) {
    let known = statements.filter { parties.contains($0.party) }
    let change = known.filter(\.isChange).map(\.weight).max() ?? 0
    blur(keeping: 1 - 0.5 * min(1, change))
    for index in parties.indices {
      let weights = known.filter { $0.party == parties[index] }.map(\.weight)
      values[index] *= exponentialOf(2.5 * weights.sorted().reduce(0, +))
    }
    normalise()
    values = values.map { min(0.995, $0) }
    normalise()
  }

  private mutating func normalise() {
    let sum = values.reduce(0, +)
    if sum > 0, sum.isFinite { values = values.map { $0 / sum } }
  }

  private mutating func blur(keeping kept: Double) {
    let even = 1 / Double(parties.count)
    values = values.map { kept * $0 + (1 - kept) * even }
  }
}
