/// Belief over the parties that one of them holds a place, updated in the order of time.
///
/// A discrete Bayes filter: statements multiply, and with time the chance grows that control has
/// changed unreported.
struct Belief {
  /// Log-probabilities, up to a common constant; in the order of the parties.
  private(set) var logs: [Double]
  private(set) var day: Int32?

  /// Beyond these odds (one to 60,000) nothing is more certain.
  private static let limit = 11.0

  init(parties: Int) {
    logs = Array(repeating: 0, count: parties)
  }

  /// Belief in prior control.
  mutating func start(_ party: Int, with belief: Double, on day: Int32?) {
    let rest = logs.count > 1 ? (1 - belief) / Double(logs.count - 1) : 1
    for index in logs.indices {
      logs[index] = naturalLogarithm(max(1e-6, index == party ? belief : rest))
    }
    self.day = day
  }

  /// Lets time pass, forwards or backwards: with each day, what was known says a little less.
  mutating func age(to day: Int32, changePerDay: Double) {
    if let known = self.day, known != day, logs.count > 1 {
      let parties = Double(logs.count)
      let rate = changePerDay * parties / (parties - 1)
      blur(keeping: exponentialOf(-rate * Double(abs(day - known))))
    }
    self.day = day
  }

  /// Adds a statement's log-likelihood for each party.
  mutating func hear(_ logLikelihoods: (Int) -> Double) {
    for index in logs.indices { logs[index] += logLikelihoods(index) }
    let top = logs.max() ?? 0
    for index in logs.indices { logs[index] = max(logs[index] - top, -Belief.limit) }
  }

  /// Probabilities, which sum to 1.
  var shares: [Double] {
    let top = logs.max() ?? 0
    let odds = logs.map { exponentialOf($0 - top) }
    let sum = odds.reduce(0, +)
    return odds.map { $0 / sum }
  }

  /// Mixes in that nothing is known.
  mutating func blur(keeping kept: Double) {
    guard kept < 1 else { return }
    let even = 1 / Double(logs.count)
    logs = shares.map { naturalLogarithm(max(1e-12, kept * $0 + (1 - kept) * even)) }
  }
}
