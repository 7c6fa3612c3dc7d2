public import FrontlineGazetteer
public import FrontlineReports

extension Corrections {
  /// The claims as people decided, and what was odd about their rows.
  ///
  /// An accepted or changed claim that the rules no longer read is kept as its row says. A row that cannot be
  /// read, or that another row contradicts, changes nothing.
  /// - Parameters:
  ///   - claims: As they were read; their ids are unique.
  ///   - reports: Those the claims were read from.
  ///   - index: Of the gazetteer in which rows name places.
  /// - Returns: Findings in the order of the rows: `unknown-decision`, `unreadable-correction`,
  ///   `ambiguous-place`, `decisions-differ`, `unknown-report`, `claim-not-found`, `claim-redated`, `already-read`,
  ///   `edit-without-decision`.
  public func apply(
    to claims: [Claim], reports: [Report], parties: [Party], index: GazetteerIndex
  ) -> (corrected: CorrectedClaims, findings: [Finding]) {
    guard !rows.isEmpty else { return (CorrectedClaims(claims: claims), []) }
    var applying = Applying(
      self, claims: claims, reports: reports,
      reader: CorrectionReader(parties: parties, index: index))
    return applying.run()
  }
}

/// One run over the rows of a file.
private struct Applying {
  private let file: String
  private let rows: [Correction]
  private let reports: [String: Report]
  private let reader: CorrectionReader
  private var claims: [Claim]
  private var matching: CorrectionMatching
  private var made: [Claim] = []
  private var ids: Set<String>
  private var left: [Int] = []
  private var rowOfClaim: [String: Correction] = [:]
  private var findings: [(row: Int, finding: Finding)] = []

  init(_ corrections: Corrections, claims: [Claim], reports: [Report], reader: CorrectionReader) {
    file = corrections.file
    self.reader = reader
    self.claims = claims
    ids = Set(claims.map(\.id))
    self.reports = Dictionary(reports.map { ($0.id, $0) }) { first, _ in first }
    rows = corrections.rows.map { reader.withPlace($0, among: claims) }
    matching = CorrectionMatching(rows, claims)
  }

  mutating func run() -> (corrected: CorrectedClaims, findings: [Finding]) {
    let contradicted = contradictions()
    // What rows have found by report, place, event and day goes before what they may have found.
    for index in rows.indices where matching.claimOfRow[index] != nil {
      if !contradicted.contains(index) { decide(index, claim: matching.claimOfRow[index]) }
    }
    for index in byContent where matching.claimOfRow[index] == nil {
      if !contradicted.contains(index) { decide(index, claim: nil) }
    }
    let kept = claims.filter { $0.edit?.kind != .rejected }
    let corrected = CorrectedClaims(
      claims: kept + made.sorted(by: Self.precedes),
      rejected: claims.filter { $0.edit?.kind == .rejected },
      left: left.sorted().map { rows[$0] }, rows: rowOfClaim)
    return (corrected, findings.sorted { $0.row < $1.row }.map(\.finding))
  }

  /// Rows in an order that does not depend on where they stand.
  private var byContent: [Int] {
    rows.indices.map { ($0, rows[$0].content) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  private static func precedes(_ left: Claim, _ right: Claim) -> Bool {
    (left.provenance.report, left.valid.lowerBound, left.id)
      < (right.provenance.report, right.valid.lowerBound, right.id)
  }

  /// The rows that contradict each other, each group with a finding at its last row.
  private mutating func contradictions() -> Set<Int> {
    var contradicted: Set<Int> = []
    for group in matching.rivals {
      guard Set(group.map { rows[$0].effect }).count > 1, let last = group.last else {
        // Said twice: the first says it, the others are idle.
        contradicted.formUnion(group.filter { matching.claimOfRow[$0] == nil })
        continue
      }
      contradicted.formUnion(group)
      left += group
      add(.decisionsDiffer(group.map { rows[$0] }, file), last)
    }
    return contradicted
  }

  private mutating func decide(_ index: Int, claim: Int?) {
    if let claim { rowOfClaim[claims[claim].id] = rows[index] }
    switch rows[index].decision {
    case nil: leaveAlone(index, claim)
    case .accept: if let claim { accept(index, claim) } else { keep(index, .accepted) }
    case .reject: if let claim { reject(index, claim) } else { findNothing(index) }
    case .change: if let claim { change(index, claim) } else { keep(index, .changed) }
    case .add: add(index)
    }
  }

  // MARK: Decisions

  private mutating func leaveAlone(_ index: Int, _ claim: Int?) {
    let row = rows[index]
    if !row.cell("decision").isEmpty {
      left.append(index)
      add(.unknownDecision(row, file), index)
    } else {
      warnOfEdit(index, claim)
    }
  }

  /// An edit of the row's cells that its decision does not call for.
  private mutating func warnOfEdit(_ index: Int, _ claim: Int?) {
    let row = rows[index]
    if let found = Claim.Key(row.cell("found")), let own = row.ownKey, own != found {
      add(.editWithoutDecision(row, found, file), index)
    } else if let claim, row.isEdited(claims[claim]) {
      add(.editWithoutDecision(row, claims[claim].key, file), index)
    }
  }

  private mutating func accept(_ index: Int, _ claim: Int) {
    warnOfEdit(index, claim)
    claims[claim].edit = edit(.accepted, index, claims[claim].key)
  }

  private mutating func reject(_ index: Int, _ claim: Int) {
    claims[claim].edit = edit(.rejected, index, claims[claim].key)
  }

  private mutating func change(_ index: Int, _ claim: Int) {
    guard let wanted = read(index, over: claims[claim]) else { return }
    let key = claims[claim].key
    claims[claim] = wanted
    claims[claim].edit = edit(.changed, index, key)
    warnOfNamesakes(index, wanted)
  }

  /// A decision on a claim that the rules no longer read as they did.
  private mutating func keep(_ index: Int, _ kind: Claim.Edit.Kind) {
    guard let report = report(of: index), let wanted = read(index, over: nil) else { return }
    if let claim = matching.wanted(wanted) {
      if kind == .changed { add(.alreadyRead(rows[index], claims[claim], file), index) }
      adopt(claim, index)
    } else if let claim = matching.redated(rows[index]) {
      matching.take(claim, for: index)
      rowOfClaim[claims[claim].id] = rows[index]
      add(.redated(rows[index], claims[claim], file), index)
      let key = claims[claim].key
      claims[claim] = read(index, over: claims[claim]) ?? claims[claim]
      claims[claim].edit = edit(kind, index, key)
    } else {
      insert(wanted, from: report, index, kind)
      add(.notFound(rows[index], isKept: true, file), index)
    }
  }

  private mutating func findNothing(_ index: Int) {
    left.append(index)
    if let claim = matching.redated(rows[index]) {
      add(.rejectedIsRedated(rows[index], claims[claim], file), index)
    } else {
      add(.notFound(rows[index], isKept: false, file), index)
    }
  }

  private mutating func add(_ index: Int) {
    guard let wanted = read(index, over: nil) else { return }
    let source = reports[wanted.provenance.report]
    guard source != nil || !rows[index].cell("reported").isEmpty else {
      left.append(index)
      add(.unknownReport(rows[index], file), index)
      return
    }
    if let claim = matching.wanted(wanted) {
      add(.alreadyRead(rows[index], claims[claim], file), index)
      adopt(claim, index)
    } else {
      insert(wanted, from: source, index, .added)
    }
  }

  /// Takes a claim that the rules now read as a row has long had it; what else the row says stands.
  private mutating func adopt(_ claim: Int, _ index: Int) {
    matching.take(claim, for: index)
    rowOfClaim[claims[claim].id] = rows[index]
    let found = claims[claim]
    let wanted = read(index, over: found) ?? found
    claims[claim] = wanted
    claims[claim].edit = edit(wanted == found ? .accepted : .changed, index, found.key)
  }

  // MARK: Parts

  /// The claim of a row with a known report; a row that cannot be read gets its finding.
  private mutating func read(_ index: Int, over claim: Claim?) -> Claim? {
    do {
      let row = rows[index]
      return try reader.claim(row, over: claim, report: reports[row.cell("report")])
    } catch {
      left.append(index)
      add(.unreadable(rows[index], error, file), index)
      return nil
    }
  }

  private mutating func report(of index: Int) -> Report? {
    let report = reports[rows[index].cell("report")]
    if report == nil {
      left.append(index)
      add(.unknownReport(rows[index], file), index)
    }
    return report
  }

  /// Puts in a claim of a row's own, once: the same statement twice is one claim.
  private mutating func insert(
    _ claim: Claim, from report: Report?, _ index: Int, _ kind: Claim.Edit.Kind
  ) {
    guard ids.insert(claim.id).inserted else {
      left.append(index)
      add(.saidTwice(rows[index], file), index)
      return
    }
    var claim = claim
    rowOfClaim[claim.id] = rows[index]
    claim.edit = edit(kind, index, kind == .added ? nil : rows[index].foundKey)
    warnOfNamesakes(index, claim)
    made.append(claim)
  }

  private mutating func warnOfNamesakes(_ index: Int, _ claim: Claim) {
    let rivals = reader.rivals(rows[index], of: claim)
    if !rivals.isEmpty { add(.ambiguousPlace(rows[index], claim, rivals, file), index) }
  }

  private func edit(_ kind: Claim.Edit.Kind, _ index: Int, _ found: Claim.Key?) -> Claim.Edit {
    Claim.Edit(kind: kind, reason: rows[index].reason, found: found)
  }

  private mutating func add(_ finding: Finding, _ index: Int) {
    findings.append((index, finding))
  }
}
