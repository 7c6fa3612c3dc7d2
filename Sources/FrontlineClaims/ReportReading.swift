internal import FrontlineMentions
internal import FrontlineReports

/// What is carried from sentence to sentence while a report is read.
struct ReportReading: Sendable {
  struct Source: Sendable {
    var claimant: Claim.Claimant
    var speaker: String?
    var hedge: Claim.Hedge
    var time: TimeExpression?
    var isDenial = false
  }

  struct Time: Sendable {
    var valid: Range<Day>
    var precision: Claim.Precision
    var basis: String
  }

  let report: Report
  private let quotes: QuotedSpans
  private var paragraph = -1
  /// The party the last sentence was about.
  private(set) var subject: String?
  /// Who last took or attacked something: a place that "has fallen" fell to them.
  private(set) var taker: String?
  /// Who spoke last in this paragraph, for pronouns and quotations that run on.
  private var speaker: Source?
  /// The last time named in this paragraph, and the last day named in the report.
  private var paragraphTime: (time: TimeExpression, words: String, sentence: Int)?
  private var lastDay: Day?

  init(report: Report, quotes: QuotedSpans) {
    self.report = report
    self.quotes = quotes
  }

  mutating func enter(_ sentence: SentenceReading, paragraph: Int) {
    guard paragraph != self.paragraph else { return }
    self.paragraph = paragraph
    paragraphTime = nil
  }

  mutating func leave(_ sentence: SentenceReading, _ words: CueWords) {
    if let party = sentence.subject(
      before: sentence.bounds.upperBound, in: sentence.bounds, words)
    {
      let first = sentence.parties.first { $0.tokens.lowerBound < sentence.bounds.lowerBound + 12 }
      subject = (first ?? party).party
    }
    if let said = sentence.attributions.last(where: { $0.claimant != nil && $0.kind == .said }),
      let claimant = said.claimant
    {
      speaker = Source(
        claimant: claimant, speaker: said.speaker, hedge: said.hedge, time: said.time)
    }
    if let time = sentence.times.last(where: { !$0.countsFromEvent }) {
      paragraphTime = (
        time, sentence.tokens[time.tokens].map(\.text).joined(separator: " "),
        sentence.index
      )
      lastDay = time.precision == .day ? time.valid.lowerBound : lastDay
    }
  }

  mutating func note(_ claims: [Claim]) {
    let takers = claims.filter {
      [.captured, .recaptured, .attack, .entered, .surrounded].contains($0.event)
    }
    taker = takers.last { $0.actor != nil }?.actor ?? taker
  }

  // MARK: Who says so

  func source(of trigger: Trigger, in sentence: SentenceReading) -> Source {
    let governing =
      denial(trigger, sentence)
      ?? AttributionReader.governing(trigger.tokens.lowerBound, in: sentence)
    if let governing, let claimant = governing.claimant {
      return Source(
        claimant: claimant, speaker: governing.speaker, hedge: governing.hedge,
        time: governing.time, isDenial: governing.isDenial)
    }
    if let governing, governing.kind == .said, var carried = speaker ?? subjectAsSpeaker {
      carried.time = governing.time ?? carried.time
      return carried
    }
    if let quoted = quotes.span(
      holding: sentence.tokens[trigger.tokens.lowerBound].range.lowerBound),
      let speaker = speakerOfQuote(quoted, sentence)
    {
      return speaker
    }
    let side = report.side.map { Claim.Claimant.party($0) }
    return Source(
      claimant: side ?? .independent, speaker: nil, hedge: side == nil ? .asserted : .claimed,
      time: nil)
  }

  /// "A met reporters. He said …": the first to speak is whom the sentence before was about.
  private var subjectAsSpeaker: Source? {
    subject.map { Source(claimant: .party($0), speaker: nil, hedge: .claimed, time: nil) }
  }

  /// Who denies a capture says so himself: the verb is the attribution.
  private func denial(_ trigger: Trigger, _ sentence: SentenceReading) -> Attribution? {
    guard trigger.rule.frame == .denies else { return nil }
    return sentence.attributions.first { $0.tokens.contains(trigger.tokens.lowerBound) }
  }

  /// A quotation belongs to whoever its own sentence names outside it, else to the last speaker.
  private func speakerOfQuote(_ quote: Range<Int>, _ sentence: SentenceReading) -> Source? {
    let outside = sentence.attributions.first { attribution in
      attribution.claimant != nil
        && !quote.contains(sentence.tokens[attribution.tokens.lowerBound].range.lowerBound)
    }
    if let outside, let claimant = outside.claimant {
      return Source(
        claimant: claimant, speaker: outside.speaker, hedge: outside.hedge, time: outside.time)
    }
    return speaker
  }

  // MARK: When it was so

  func time(
    of trigger: Trigger, at place: Range<Int>, in sentence: SentenceReading, _ source: Source,
    _ words: CueWords
  ) -> Time {
    let spoken = source.time
    let candidates = sentence.times.filter {
      $0.tokens != spoken?.tokens && !isAttribute($0, sentence, words)
    }
    let inClause = candidates.filter { trigger.clause.contains($0.tokens.lowerBound) }
    let nearest = inClause.min {
      distance($0, trigger, place) < distance($1, trigger, place)
    }
    let others = candidates.filter { !isAside($0, from: trigger, sentence, words) }
    if let time = nearest ?? (others.count == 1 ? others[0] : nil) {
      return resolved(time, sentence, spoken)
    }
    if let spoken {
      return Time(
        valid: spoken.valid, precision: spoken.precision,
        basis: sentence.bounds.contains(spoken.tokens.lowerBound)
          ? phrase(spoken, sentence) : "when it was said")
    }
    if let carried = paragraphTime, sentence.index - carried.sentence <= 2,
      !isPresent(trigger, sentence, words)
    {
      return Time(
        valid: carried.time.valid, precision: carried.time.precision,
        basis: "\(carried.words) (earlier in the paragraph)")
    }
    let day = report.published
    return Time(valid: day..<day.advanced(by: 1), precision: .day, basis: "day of the report")
  }

  private func resolved(
    _ time: TimeExpression, _ sentence: SentenceReading, _ spoken: TimeExpression?
  ) -> Time {
    var shift = 0
    if let spoken, spoken.precision == .day, !isCalendarDay(time, sentence) {
      shift = spoken.valid.lowerBound.number - report.published.number
    } else if time.countsFromEvent, let lastDay {
      shift = lastDay.number - report.published.number
    }
    let valid =
      time.valid.lowerBound.advanced(by: shift)..<time.valid.upperBound.advanced(by: shift)
    return Time(valid: valid, precision: time.precision, basis: phrase(time, sentence))
  }

  /// Whether the words name a day by itself and not by counting back from when it was said.
  private func isCalendarDay(_ time: TimeExpression, _ sentence: SentenceReading) -> Bool {
    sentence.tokens[time.tokens.lowerBound].isCapitalised
      || sentence.tokens[time.tokens.lowerBound].kind == .number
        && time.precision == .day && time.valid.count == 1 && !time.countsFromEvent
  }

  private func isPresent(
    _ trigger: Trigger, _ sentence: SentenceReading, _ words: CueWords
  ) -> Bool {
    trigger.clause.contains { words.contains("present", sentence.word($0)) }
  }

  /// "the 24 February invasion": the day of something else.
  private func isAttribute(
    _ time: TimeExpression, _ sentence: SentenceReading, _ words: CueWords
  ) -> Bool {
    let next = time.tokens.upperBound
    return sentence.word(time.tokens.lowerBound - 1) == "the" && sentence.bounds.contains(next)
      && sentence.tokens[next].isWord && !sentence.tokens[next].isCapitalised
      && sentence.tokens[time.tokens].contains { $0.kind == .number }
      && !words.contains("prepositions", sentence.word(next))
      && !words.contains("finite-verbs", sentence.word(next))
      && !["and", "or", "when", "that"].contains(sentence.word(next))
  }

  /// From the time to the nearer of the event and its place: "began in X on Monday and reached Y on Tuesday".
  private func distance(_ time: TimeExpression, _ trigger: Trigger, _ place: Range<Int>) -> Int {
    min(gap(time.tokens, trigger.tokens) + 1, gap(time.tokens, place))
  }

  private func gap(_ time: Range<Int>, _ other: Range<Int>) -> Int {
    time.lowerBound >= other.upperBound
      ? time.lowerBound - other.upperBound : other.lowerBound - time.upperBound + 1
  }

  /// A time in a later clause that is about something else: "A holds X, while B has repelled attacks on Y in recent
  /// days".
  private func isAside(
    _ time: TimeExpression, from trigger: Trigger, _ sentence: SentenceReading, _ words: CueWords
  ) -> Bool {
    let clause = sentence.clause(of: time.tokens.lowerBound)
    return clause.lowerBound >= trigger.clause.upperBound
      && words.contains("never-verbless", sentence.word(clause.lowerBound))
  }

  private func phrase(_ time: TimeExpression, _ sentence: SentenceReading) -> String {
    sentence.tokens[time.tokens].map(\.text).joined(separator: " ")
  }
}

/// The spans of a text between quotation marks.
struct QuotedSpans: Sendable {
  private let spans: [Range<Int>]

  init(_ text: TokenizedText) {
    var spans: [Range<Int>] = []
    var open: Int?
    for token in text.tokens where token.kind == .mark {
      switch token.text {
      case "“", "«": open = token.range.upperBound
      case "\"":
        if let start = open {
          spans.append(start..<token.range.lowerBound)
          open = nil
        } else {
          open = token.range.upperBound
        }
      case "”", "»":
        if let start = open { spans.append(start..<max(start, token.range.lowerBound)) }
        open = nil
      default: break
      }
    }
    self.spans = spans
  }

  func span(holding offset: Int) -> Range<Int>? {
    // Spans are in order and apart: the last that starts at or before the offset is the only one to ask.
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && spans[low - 1].contains(offset) ? spans[low - 1] : nil
  }
}
