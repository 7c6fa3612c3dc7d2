/// How a simulated war is reported.
public struct SimulatedReporting: Hashable, Sendable {
  /// How many reports there are, besides those of the first day.
  public enum Amount: Hashable, Sendable {
    /// Reports per place and day.
    case perPlaceAndDay(Double)
    /// So many in all: one on every place, the rest anywhere.
    case total(Int)
  }

  public var amount: Amount
  /// Whether an independent source says of every place, on the first day, who holds it.
  public var hasBaseline: Bool
  public var sources: [SimulatedSource]
  /// How much likelier a report is of a place on the line than of one far behind it: 0 for none.
  public var pull: Double
  /// Reports of each change of hands, beside the ordinary ones; a mean.
  public var reportsPerCapture: Double
  /// The share of the reports within ``contestedReach`` km of the line that tell of fighting.
  public var contestedShare: Double
  public var contestedReach: Double

  public init(
    amount: Amount, hasBaseline: Bool = true, sources: [SimulatedSource], pull: Double = 0,
    reportsPerCapture: Double = 0, contestedShare: Double = 0.1, contestedReach: Double = 5
  ) {
    self.amount = amount
    self.hasBaseline = hasBaseline
    self.sources = sources
    self.pull = pull
    self.reportsPerCapture = reportsPerCapture
    self.contestedShare = contestedShare
    self.contestedReach = contestedReach
  }
}

/// Somebody who reports on a simulated war, and how they get it wrong.
public struct SimulatedSource: Hashable, Sendable {
  public var name: String
  /// The party it speaks for; nil for an independent.
  public var party: String?
  /// Its part of the reports, against the parts of the others.
  public var share: Double
  /// The chance that it takes a place on the line wrongly: for a partisan, calls it its own; falls
  /// off by *e* every ``reach`` km behind the line. For an independent it is the same up to 20 km.
  public var error: Double
  public var reach: Double
  /// How long it repeats what it once got wrong, days.
  public var persistence: Int
  /// By how many days at most a partisan announces a capture too early, or denies a loss.
  public var early: Int
  public var denial: Int
  /// Days from what it says to when it says it.
  public var delay: ClosedRange<Int>

  public static func partisan(
    _ name: String, of party: String, share: Double, error: Double = 0.6, reach: Double = 8,
    early: Int = 25, denial: Int = 25, delay: ClosedRange<Int> = 0...3
  ) -> SimulatedSource {
    SimulatedSource(
      name: name, party: party, share: share, error: error, reach: reach, persistence: 60,
      early: early, denial: denial, delay: delay)
  }

  public static func independent(
    _ name: String, share: Double, error: Double = 0.02, delay: ClosedRange<Int> = 0...3
  ) -> SimulatedSource {
    SimulatedSource(
      name: name, party: nil, share: share, error: error, reach: 20, persistence: 60, early: 0,
      denial: 0, delay: delay)
  }

  /// Never wrong, never late.
  public static func perfect(_ name: String) -> SimulatedSource {
    independent(name, share: 1, error: 0, delay: 0...0)
  }
}

extension SimulatedReporting {
  /// Two parts in five by each of two parties (or as many by each of more), one by independents.
  public static func partisan(
    _ parties: [String], perPlaceAndDay rate: Double = 0.0087, error: Double = 0.6
  ) -> SimulatedReporting {
    SimulatedReporting(
      amount: .perPlaceAndDay(rate),
      sources: parties.map {
        .partisan("\($0)-staff", of: $0, share: 0.8 / Double(parties.count), error: error)
      } + [
        .independent("field-monitor", share: 0.1), .independent("wire-agency", share: 0.1),
      ],
      reportsPerCapture: 1)
  }

  /// One source that is never wrong.
  public static func perfect(perPlaceAndDay rate: Double) -> SimulatedReporting {
    SimulatedReporting(
      amount: .perPlaceAndDay(rate), sources: [.perfect("survey")], contestedShare: 0)
  }
}
