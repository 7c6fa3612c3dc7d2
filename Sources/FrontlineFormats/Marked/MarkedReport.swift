public import FrontlineClaims
public import FrontlineMentions
public import FrontlineReports

/// A report with all that was read out of it, for people to check.
public struct MarkedReport: Sendable {
  public var report: Report
  /// Of the report's text, in order.
  public var sentences: [TokenizedText.Sentence]
  /// In text order, names that are no places too.
  public var mentions: [Mention]
  public var parties: [PartyMark]
  /// In text order, rejected ones too; their numbers on the page count from 1.
  public var claims: [Claim]
  public var findings: [Finding]

  /// - Parameter claims: Of the report, in any order.
  public init(
    _ report: Report, sentences: [TokenizedText.Sentence], mentions: [Mention],
    parties: [PartyMark], claims: [Claim], findings: [Finding]
  ) {
    self.report = report
    self.sentences = sentences
    self.mentions = mentions
    self.parties = parties
    self.claims = claims.map { ($0, MarkedReport.order($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    self.findings = findings
  }

  private static func order(_ claim: Claim) -> (Int, Int, String) {
    let sentence = claim.provenance.sentenceRange
    let start = sentence.isEmpty ? Int.max : sentence.lowerBound
    return (start, claim.provenance.placeRange.lowerBound, claim.id)
  }
}

/// A report's text cut where its marks begin and end.
struct MarkedText {
  enum Mark {
    case plain
    /// A name, and the numbers of the claims made of it.
    case mention(Mention, claims: [Int])
    /// Words that a claim takes for its place without a mention of the recognizer's.
    case place(claims: [Int])
    case party(PartyMark)
  }

  struct Piece {
    var text: String
    var mark: Mark
    var hasFinding = false

    var claims: [Int] {
      switch mark {
      case .mention(_, let claims), .place(let claims): claims
      case .plain, .party: []
      }
    }
  }

  struct Sentence {
    var pieces: [Piece]
    /// Numbers of the claims read from it, from 0.
    var claims: [Int]
  }

  struct Paragraph {
    /// In the file, 1-based.
    var line: Int
    var sentences: [Sentence]
  }

  private struct Span {
    var range: Range<Int>
    var mark: Mark
    var rank: Int
  }

  private(set) var paragraphs: [Paragraph] = []
  /// Numbers of the claims that stand in no sentence of the text.
  private(set) var loose: [Int] = []
  /// Numbers of the claims whose place is marked.
  private(set) var anchored: Set<Int> = []

  private let scalars: [Unicode.Scalar]
  private let found: Set<Int>

  /// - Complexity: O(*n* log *n*) in the marks, O(*n*) in the text.
  init(_ marked: MarkedReport) {
    scalars = Array(marked.report.text.unicodeScalars)
    let lines = TextLines(marked.report)
    found = Self.mentionsWithFindings(marked, lines)
    let spans = Self.spans(of: marked)
    var claimsBySentence: [Int: [Int]] = [:]
    for (number, claim) in marked.claims.enumerated() {
      let sentence = claim.provenance.sentenceRange
      if let index = Self.index(of: sentence.lowerBound, in: marked.sentences), !sentence.isEmpty {
        claimsBySentence[index, default: []].append(number)
      } else {
        loose.append(number)
      }
    }
    var next = 0
    var last: Int?
    for (index, sentence) in marked.sentences.enumerated() {
      let pieces = pieces(of: sentence.range, spans, &next)
      anchored.formUnion(pieces.flatMap(\.claims))
      let line = lines.place(at: sentence.range.lowerBound).line
      if sentence.paragraph != last { paragraphs.append(Paragraph(line: line, sentences: [])) }
      last = sentence.paragraph
      paragraphs[paragraphs.count - 1].sentences.append(
        Sentence(pieces: pieces, claims: claimsBySentence[index] ?? []))
    }
  }

  /// The last sentence that starts at or before an offset and ends behind it.
  private static func index(of offset: Int, in sentences: [TokenizedText.Sentence]) -> Int? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < sentences.count, sentences[low].range.lowerBound <= offset else { return nil }
    return low
  }

  /// Spans in text order that do not overlap: names of places before those of parties.
  private static func spans(of marked: MarkedReport) -> [Span] {
    var claims: [Range<Int>: [Int]] = [:]
    for (number, claim) in marked.claims.enumerated() where !claim.provenance.placeRange.isEmpty {
      claims[claim.provenance.placeRange, default: []].append(number)
    }
    var spans = marked.mentions.map { mention in
      Span(
        range: mention.range, mark: .mention(mention, claims: claims[mention.range] ?? []),
        rank: mention.isLiteral ? 0 : 2)
    }
    let known = Set(marked.mentions.map(\.range))
    spans += claims.filter { !known.contains($0.key) }.map {
      Span(range: $0.key, mark: .place(claims: $0.value), rank: 1)
    }
    spans += marked.parties.map { Span(range: $0.range, mark: .party($0), rank: 3) }
    spans.sort { ($0.range.lowerBound, $0.rank) < ($1.range.lowerBound, $1.rank) }
    var kept: [Span] = []
    for span in spans where !span.range.isEmpty {
      guard let last = kept.last, last.range.upperBound > span.range.lowerBound else {
        kept.append(span)
        continue
      }
      if span.rank < last.rank { kept[kept.count - 1] = span }
    }
    return kept
  }

  private static func mentionsWithFindings(_ marked: MarkedReport, _ lines: TextLines) -> Set<Int> {
    let places = Set(marked.findings.map { [$0.line ?? 0, $0.column ?? 0] })
    return Set(
      marked.mentions.map(\.range.lowerBound).filter { start in
        let place = lines.place(at: start)
        return places.contains([place.line, place.column])
      })
  }

  private func pieces(of range: Range<Int>, _ spans: [Span], _ next: inout Int) -> [Piece] {
    var pieces: [Piece] = []
    var start = range.lowerBound
    while next < spans.count, spans[next].range.lowerBound < range.upperBound {
      let span = spans[next]
      next += 1
      guard span.range.lowerBound >= start, span.range.upperBound <= range.upperBound else {
        continue
      }
      if start < span.range.lowerBound {
        pieces.append(Piece(text: text(start..<span.range.lowerBound), mark: .plain))
      }
      pieces.append(
        Piece(
          text: text(span.range), mark: span.mark,
          hasFinding: found.contains(span.range.lowerBound)))
      start = span.range.upperBound
    }
    if start < range.upperBound {
      pieces.append(Piece(text: text(start..<range.upperBound), mark: .plain))
    }
    return pieces
  }

  /// White space as single blanks.
  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    var wasBlank = false
    for scalar in scalars[range.clamped(to: 0..<scalars.count)] {
      let isBlank = scalar.properties.isWhitespace
      if !isBlank || !wasBlank { view.append(isBlank ? " " : scalar) }
      wasBlank = isBlank
    }
    return String(view)
  }
}
