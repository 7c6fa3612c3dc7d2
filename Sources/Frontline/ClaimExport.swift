public import FrontlineClaims
public import FrontlineEventTables
public import FrontlineReports

/// The claims of a build as a table.
public struct ClaimExport: Sendable {
  private let days: [Day]
  private let format: ClaimTables.Format

  /// - Parameter days: Claims about any of them are written.
  public init(days: [Day], format: ClaimTables.Format) {
    self.days = days
    self.format = format
  }

  /// The claims come from the theatre that the folder was built from, since layers do not hold all that a data set
  /// says.
  ///
  /// - Returns: The table, by first day, then id; and a finding `theatre-changed` if the theatre makes other claims now
  ///   than when it was built.
  public func table(_ manifest: Manifest) async throws -> (table: CommaTable, findings: [Finding]) {
    let read = await (try TheatreFolder.load(manifest.theatre)).claims()
    let (loaded, claims) = (read.theatre, read.corrected.claims)
    guard let first = days.first, let last = days.last else {
      return (loaded.table([], as: format), [])
    }
    let asked = first..<last.advanced(by: 1)
    let lastKnown = manifest.knowledge.listLimit
    let chosen = claims.filter { claim in
      claim.valid.overlaps(asked) && claim.reported <= (lastKnown ?? claim.reported)
    }.sorted { ($0.valid.lowerBound, $0.id) < ($1.valid.lowerBound, $1.id) }
    return (loaded.table(chosen, as: format), Self.findings(claims.count, manifest))
  }

  static func findings(_ count: Int, _ manifest: Manifest) -> [Finding] {
    guard count != manifest.claims else { return [] }
    return [
      Finding(
        code: "theatre-changed",
        message:
          "the theatre makes \(count) claims now, and made \(manifest.claims) when it was built",
        remedy: "build again, so that map and table tell the same", file: manifest.theatre)
    ]
  }
}

extension LoadedTheatre {
  /// Claims as a table for others.
  public func table(
    _ claims: [Claim], as format: ClaimTables.Format, reports: [Report]? = nil
  ) -> CommaTable {
    ClaimTables(
      parties: theatre.parties, gazetteer: mapGazetteer, reports: reports ?? self.reports
    ).table(claims, as: format)
  }
}
