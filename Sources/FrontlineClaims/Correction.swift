/// A row of `corrections.csv`: what a person decided about a claim.
public struct Correction: Hashable, Sendable {
  public enum Decision: String, Sendable, CaseIterable {
    /// The claim is right as it was read.
    case accept
    /// The report does not say this.
    case reject
    /// The report says this, but as the row now has it.
    case change
    /// The report says this too.
    case add
  }

  /// Where the row begins in its file, 1-based.
  public var line: Int
  /// Nil for a row about which nobody has an opinion.
  public var decision: Decision?
  /// In the person's words; may be empty.
  public var reason: String
  /// The row's cells by the names of their columns; a column that the table lacks is missing.
  public var cells: [String: String]

  public init(line: Int, decision: Decision?, reason: String, cells: [String: String]) {
    self.line = line
    self.decision = decision
    self.reason = reason
    self.cells = cells
  }

  /// The text of a cell; empty where the row or the table has none.
  public func cell(_ column: String) -> String { cells[column] ?? "" }
}

/// What people decided about a theatre's claims.
///
/// A decision finds its claim by report, place, event and day, then by the sentence: never by its row or by the
/// claim's id alone, so that it survives a better extractor. The order of the rows does not matter.
public struct Corrections: Hashable, Sendable {
  /// The file's name, for findings.
  public var file: String
  public var rows: [Correction]

  public init(file: String, rows: [Correction]) {
    self.file = file
    self.rows = rows
  }

  public static let none = Corrections(file: "corrections.csv", rows: [])
}

/// Claims after people had their say.
public struct CorrectedClaims: Sendable {
  /// What maps are made from: in the order they were read, then what was added, by report, day and id.
  public var claims: [Claim]
  /// Struck out, with who found what: on no map.
  public var rejected: [Claim]
  /// Rows with a decision that came to nothing; each has its finding.
  public var left: [Correction]
  /// The row that was written about a claim, by the claim's id.
  public var rows: [String: Correction]

  public init(
    claims: [Claim], rejected: [Claim] = [], left: [Correction] = [],
    rows: [String: Correction] = [:]
  ) {
    self.claims = claims
    self.rejected = rejected
    self.left = left
    self.rows = rows
  }

  /// How many claims people decided about, in the order of the kinds.
  public var counts: [(kind: Claim.Edit.Kind, count: Int)] {
    Claim.Edit.Kind.allCases.map { kind in
      (kind, (claims + rejected).count { $0.edit?.kind == kind })
    }
  }
}
