/// Finds for each row the claim that it was written about.
///
/// Within a report, place, event and day there is mostly one claim. Where there are several, the sentence decides,
/// then who says so and who acted. A row without a decision takes its claim too, so that it is out of reach of
/// rows about others.
///
/// - Complexity: O(*n* log *n*), and quadratic in the rows and claims that share report, place, event and day.
struct CorrectionMatching {
  /// The claims' indices by the indices of the rows.
  private(set) var claimOfRow: [Int: Int] = [:]
  /// Rows that decide about the same claim.
  private(set) var rivals: [[Int]] = []

  private struct Group: Hashable {
    var report: String
    var key: Claim.Key
  }

  private struct Pair {
    var row: Int
    var claim: Int
    var score: Int
  }

  private let rows: [Correction]
  private let claims: [Claim]
  private let claimsOfReport: [String: [Int]]
  /// Claims that rows are about, and those of them that have a decision.
  private var taken: Set<Int> = []
  private var decided: Set<Int> = []

  init(_ rows: [Correction], _ claims: [Claim]) {
    self.rows = rows
    self.claims = claims
    claimsOfReport = Dictionary(grouping: claims.indices) { claims[$0].provenance.report }
    let claimGroups = Dictionary(grouping: claims.indices) {
      Group(report: claims[$0].provenance.report, key: claims[$0].key)
    }
    var rowGroups: [Group: [Int]] = [:]
    for (index, row) in rows.enumerated() where row.decision != .add {
      guard let key = row.foundKey else { continue }
      rowGroups[Group(report: row.cell("report"), key: key), default: []].append(index)
    }
    for (group, indices) in rowGroups {
      match(withoutIdleCopies(indices), with: claimGroups[group] ?? [])
    }
    rivals.sort { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  /// The only claim of the same sentence with the same place and event that no row has taken: the rules
  /// now give it another day.
  func redated(_ row: Correction) -> Int? {
    guard let key = row.foundKey, !row.cell("sentence").isEmpty else { return nil }
    return only(in: row.cell("report")) { index in
      let claim = claims[index]
      return !taken.contains(index) && claim.placeID == key.placeID && claim.event == key.event
        && Wording.isAlike(row.cell("sentence"), claim.provenance.sentence)
    }
  }

  /// The only claim that is what a row wants to have, and about which no other row decides.
  func wanted(_ wanted: Claim) -> Int? {
    only(in: wanted.provenance.report) { index in
      let claim = claims[index]
      return !decided.contains(index) && claim.key == wanted.key
        && claim.claimant == wanted.claimant && claim.actor == wanted.actor
        && claim.edge == wanted.edge
    }
  }

  mutating func take(_ claim: Int, for row: Int) {
    taken.insert(claim)
    if rows[row].isDecided { decided.insert(claim) }
    claimOfRow[row] = claim
  }

  private func only(in report: String, _ fits: (Int) -> Bool) -> Int? {
    let found = (claimsOfReport[report] ?? []).filter(fits)
    return found.count == 1 ? found[0] : nil
  }

  /// Without the undecided rows of which a copy has a decision.
  private func withoutIdleCopies(_ indices: [Int]) -> [Int] {
    let decided = Set(indices.filter { rows[$0].isDecided }.compactMap { rows[$0].origin })
    return indices.filter { index in
      rows[index].isDecided || !(rows[index].origin.map(decided.contains) ?? false)
    }
  }

  private mutating func match(_ indices: [Int], with candidates: [Int]) {
    var pairs = indices.flatMap { row in
      candidates.compactMap { claim in
        score(rows[row], claims[claim]).map { Pair(row: row, claim: claim, score: $0) }
      }
    }
    pairs.sort(by: precedes)
    var rowOfClaim: [Int: Int] = [:]
    for pair in pairs where claimOfRow[pair.row] == nil && rowOfClaim[pair.claim] == nil {
      take(pair.claim, for: pair.row)
      rowOfClaim[pair.claim] = pair.row
    }
    findRivals(indices, pairs, rowOfClaim)
  }

  /// Rows left over that fit a decided claim as well as the row that has it.
  private mutating func findRivals(_ indices: [Int], _ pairs: [Pair], _ rowOfClaim: [Int: Int]) {
    var bySharedClaim: [Int: [Int]] = [:]
    for index in indices where claimOfRow[index] == nil && rows[index].isDecided {
      let shared = pairs.first { pair in
        guard pair.row == index, let holder = rowOfClaim[pair.claim], rows[holder].isDecided,
          let held = pairs.first(where: { $0.row == holder && $0.claim == pair.claim })
        else { return false }
        return held.score == pair.score
          || (rows[holder].origin != nil && rows[holder].origin == rows[index].origin)
      }
      if let shared { bySharedClaim[shared.claim, default: []].append(index) }
    }
    for (claim, others) in bySharedClaim {
      rivals.append((others + [rowOfClaim[claim]].compactMap { $0 }).sorted())
    }
  }

  /// The better pair first; the order does not depend on where the rows stand.
  private func precedes(_ left: Pair, _ right: Pair) -> Bool {
    if left.score != right.score { return left.score > right.score }
    let (first, second) = (rows[left.row], rows[right.row])
    if first.isDecided != second.isDecided { return first.isDecided }
    if left.row != right.row, first.content != second.content {
      return first.content < second.content
    }
    return (claims[left.claim].id, left.row) < (claims[right.claim].id, right.row)
  }

  /// How well a row fits a claim of its report, place, event and day; nil if it is about another sentence.
  private func score(_ row: Correction, _ claim: Claim) -> Int? {
    let sentence = row.cell("sentence")
    let isSame = row.cell("id") == claim.id
    let isAlike = sentence.isEmpty || Wording.isAlike(sentence, claim.provenance.sentence)
    guard isSame || isAlike else { return nil }
    var score = isSame ? 32 : 0
    if Wording.words(sentence) == Wording.words(claim.provenance.sentence) {
      score += 16
    } else if isAlike {
      score += 8
    }
    if row.cell("asserted_by") == claim.claimant.description { score += 4 }
    if row.cell("actor") == claim.actor ?? "" { score += 2 }
    if row.cell("edge") == claim.edge ?? "" { score += 1 }
    return score
  }
}

extension Correction {
  var isDecided: Bool { decision != nil }

  /// What the claim was when the row was written: the column `found`, else the row's own place, event and day.
  var foundKey: Claim.Key? { Claim.Key(cell("found")) ?? ownKey }

  /// Place, event and day as the row has them now.
  var ownKey: Claim.Key? {
    Claim.Key("\(cell("place_id")) \(cell("event")) \(cell("date"))")
  }

  /// What copies of a row have in common, whatever was changed in them; nil for rows written by hand.
  var origin: [String]? {
    let parts = ["id", "report", "found", "sentence"].map(cell)
    return parts[0].isEmpty ? nil : parts
  }

  /// Whether its cells differ from those of the claim it was written from, which its id proves to be the same.
  func isEdited(_ claim: Claim) -> Bool {
    guard cell("id") == claim.id, origin != nil else { return false }
    let before = Dictionary(uniqueKeysWithValues: zip(ClaimRow.columns, ClaimRow.cells(claim)))
    return Self.identifying.contains { column in
      guard let cell = cells[column], !cell.unicodeScalars.contains("\u{FFFD}") else {
        return false
      }
      return cell != before[column]
    }
  }

  /// The columns that a claim's id is made of, and the place's name: a better extractor that changes one of them
  /// changes the id.
  private static let identifying = [
    "place", "edge", "event", "actor", "status", "party", "date_until", "asserted_by",
  ]

  /// All that a row says but its place in the file.
  var content: String {
    cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\u{1F}")
  }

  /// What it does to its claim: two rows of the same effect do not contradict each other.
  var effect: [String] {
    let columns = decision == .change ? ClaimRow.claimColumns : []
    return [decision?.rawValue ?? ""] + columns.map(cell)
  }
}

/// Sentences compared by their words, so that spacing, quotes and a better cut between sentences do not matter.
enum Wording {
  static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// Whether three in four words of the shorter text stand in the longer one.
  static func isAlike(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    let (left, right) = (Set(words(first)), Set(words(second)))
    let fewer = min(left.count, right.count)
    return fewer > 0 && left.intersection(right).count * 4 >= fewer * 3
  }
}
