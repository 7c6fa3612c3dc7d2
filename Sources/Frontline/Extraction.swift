public import FrontlineClaims
public import FrontlineGazetteer
public import FrontlineGeometry
public import FrontlineMentions
public import FrontlineReports

/// What was read out of one report.
public struct ReportExtraction: Sendable {
  public var report: Report
  /// In text order; literal ones with their resolutions, and associative ones with the reason.
  public var mentions: [Mention]
  public var claims: [Claim]
  public var findings: [Finding]
}

extension [ReportExtraction] {
  /// The claims of these reports as people decided, and the rows about other reports.
  public func corrected(
    by corrections: Corrections, parties: [Party], gazetteer: Gazetteer
  ) -> (corrected: CorrectedClaims, others: [Correction], findings: [Finding]) {
    let claims = flatMap(\.claims)
    let own = Set(map(\.report.id))
    var mine = corrections
    mine.rows = corrections.rows.filter { own.contains($0.cell("report")) }
    let others = corrections.rows.filter { !own.contains($0.cell("report")) }
    guard !mine.rows.isEmpty else { return (CorrectedClaims(claims: claims), others, []) }
    let (corrected, findings) = mine.apply(
      to: claims, reports: map(\.report), parties: parties, index: GazetteerIndex(gazetteer))
    return (corrected, others, findings)
  }
}

/// Reads places and claims out of reports, one report in, its claims out, no shared state.
public struct Extractor: Sendable {
  private let tokenizer = Tokenizer()
  private let recognizer: ToponymRecognizer
  private let resolver: ToponymResolver
  private let claims: ClaimExtractor

  /// - Parameter box: Places inside it are preferred where a name is ambiguous.
  public init(parties: [Party], gazetteer: Gazetteer, box: BoundingBox?) {
    let names = parties.flatMap { [$0.name] + $0.aliases + $0.demonyms + $0.people }
    recognizer = ToponymRecognizer(gazetteer: gazetteer, otherNames: names, box: box)
    resolver = ToponymResolver(gazetteer: gazetteer, recognizer: recognizer, box: box)
    claims = ClaimExtractor(parties: parties, gazetteer: gazetteer)
  }

  public func extract(_ report: Report) -> ReportExtraction {
    let text = tokenizer.tokenize(report.text)
    let (mentions, ambiguous) = resolver.resolve(recognizer.mentions(in: text), in: text)
    let lines = TextLines(report)
    return ReportExtraction(
      report: report, mentions: mentions,
      claims: claims.claims(in: report, text, mentions: mentions),
      findings: ambiguous.map { $0.finding(in: lines) } + text.findings(in: lines))
  }

  /// All reports, on as many threads as `parallel` allows; results in the order of the reports.
  public func extract(_ reports: [Report], parallel: Bool = true) async -> [ReportExtraction] {
    guard parallel, reports.count > 1 else { return reports.map { extract($0) } }
    return await withTaskGroup(of: (Int, ReportExtraction).self) { group in
      for (index, report) in reports.enumerated() {
        group.addTask { (index, self.extract(report)) }
      }
      var found: [Int: ReportExtraction] = [:]
      for await (index, extraction) in group { found[index] = extraction }
      return reports.indices.compactMap { found[$0] }
    }
  }
}
