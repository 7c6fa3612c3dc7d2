public import FrontlineClaims
public import FrontlineFormats
internal import FrontlineMentions
internal import FrontlineReports

extension [ReportExtraction] {
  /// The reports as people check them, with what was decided about their claims.
  public func marked(by corrected: CorrectedClaims, parties: [Party]) -> [MarkedReport] {
    let claims = Dictionary(grouping: corrected.claims + corrected.rejected) {
      $0.provenance.report
    }
    let (tokenizer, marker) = (Tokenizer(), PartyMarker(parties: parties))
    return map { read in
      let text = tokenizer.tokenize(read.report.text)
      return MarkedReport(
        read.report, sentences: text.sentences, mentions: read.mentions,
        parties: marker.marks(in: text), claims: claims[read.report.id] ?? [],
        findings: read.findings)
    }
  }
}
