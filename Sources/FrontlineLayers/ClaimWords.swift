public import FrontlineClaims

/// A claim in a sentence for people: who said when that what happened where, and how sure they were.
public struct ClaimWords: Sendable {
  private let words: SummaryWords

  /// - Parameter parties: For their names.
  public init(parties: [Party]) { words = SummaryWords(parties: parties) }

  public func sentence(_ claim: Claim) -> String { words.claim(claim, isInferred: false) }
}
