public import FrontlineClaims
public import FrontlineGazetteer
internal import FrontlineMentions
internal import FrontlineReports

/// Marked-up reports for a terminal: the text, a sentence a line, and under each sentence its claims.
public struct TerminalWriter: Sendable {
  private let parties: [Party]
  private let gazetteer: Gazetteer
  private let usesColour: Bool

  /// - Parameter usesColour: Whether marks are colours of ECMA-48; else they are brackets.
  public init(parties: [Party], gazetteer: Gazetteer, usesColour: Bool) {
    self.parties = parties
    self.gazetteer = gazetteer
    self.usesColour = usesColour
  }

  public func text(_ reports: [MarkedReport]) -> String {
    key() + reports.map(text).joined()
  }

  private var words: MarkedWords { MarkedWords(parties: parties, gazetteer: gazetteer) }

  private func key() -> String {
    let marks = [
      (Style.claimed, "⟦place 1⟧", "with its claims"), (.place, "⟦place⟧", "without"),
      (.unresolved, "⟦place ?⟧", "not in the gazetteer"),
      (.doubtful, "⟦place !⟧", "ambiguous"), (.other, "⟨name⟩", "no place here"),
    ]
    let list = marks.map { style, brackets, meaning in
      (usesColour ? style.painted(String(brackets.dropFirst().dropLast())) : brackets) + " "
        + meaning
    }
    return list.joined(separator: "   ") + "\n"
  }

  private func text(_ marked: MarkedReport) -> String {
    let report = marked.report
    var lines = ["", heading(report)]
    let text = MarkedText(marked)
    for paragraph in text.paragraphs {
      lines.append("")
      for sentence in paragraph.sentences {
        lines.append(sentence.pieces.map(painted).joined())
        lines += sentence.claims.flatMap { claim($0, marked.claims[$0]) }
      }
    }
    if !text.loose.isEmpty {
      lines += ["", "in no sentence of the text:"]
      lines += text.loose.flatMap { claim($0, marked.claims[$0]) }
    }
    if !marked.findings.isEmpty {
      lines += [""] + marked.findings.map { VisibleText.shown($0.description) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ report: Report) -> String {
    let parts = [
      report.title, report.publisher, "published \(report.published)", report.file,
    ]
    let line = VisibleText.shown(
      parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "))
    return usesColour ? Style.heading.painted(line) : "== \(line)"
  }

  private func painted(_ piece: MarkedText.Piece) -> String {
    let text = VisibleText.shown(piece.text)
    switch piece.mark {
    case .plain: return text
    case .party(let mark):
      return usesColour ? Style.party(words.colour(mark.party)).painted(text) : text
    case .place(let claims): return bracketed(text, .claimed, numbers(claims))
    case .mention(let mention, let claims):
      if !mention.isLiteral { return usesColour ? Style.other.painted(text) : "⟨\(text)⟩" }
      if piece.hasFinding {
        return bracketed(text, .doubtful, (claims.isEmpty ? "" : numbers(claims)) + "!")
      }
      if mention.resolution == nil { return bracketed(text, .unresolved, "?") }
      return bracketed(text, claims.isEmpty ? .place : .claimed, numbers(claims))
    }
  }

  private func bracketed(_ text: String, _ style: Style, _ note: String) -> String {
    let inside = note.isEmpty ? text : "\(text) \(note)"
    return usesColour ? style.painted(inside) : "⟦\(inside)⟧"
  }

  private func numbers(_ claims: [Int]) -> String {
    claims.map { String($0 + 1) }.joined(separator: ",")
  }

  private func claim(_ number: Int, _ claim: Claim) -> [String] {
    let deed =
      [words.event(claim)] + (claim.actor.map { ["by \(words.party($0))"] } ?? [])
      + (claim.against.map { ["against \(words.party($0))"] } ?? [])
    let speaker = claim.speaker.map { " (\($0))" } ?? ""
    let first =
      "\(number + 1) \(words.place(claim)): \(deed.joined(separator: " ")) → \(words.control(claim))"
    let second = [
      "\(words.days(claim)) \(words.basis(claim))",
      "says \(words.claimant(claim.claimant))\(speaker), \(claim.hedge.rawValue)",
      words.figures(claim), "rule \(claim.provenance.rule)",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    let lines = [first, "  " + second] + (claim.edit.map { ["  " + words.edit($0)] } ?? [])
    return lines.map { line in
      let shown = "    " + VisibleText.shown(line)
      return usesColour ? Style.note(claim.edit?.kind == .rejected).painted(shown) : shown
    }
  }
}

/// Colours and weights as terminals know them (ECMA-48, Select Graphic Rendition).
private struct Style {
  var codes: String

  static let heading = Style(codes: "1")
  static let claimed = Style(codes: "1;30;43")
  static let place = Style(codes: "4;33")
  static let unresolved = Style(codes: "1;31")
  static let doubtful = Style(codes: "1;37;41")
  static let other = Style(codes: "2;9")

  static func note(_ isStruckOut: Bool) -> Style { Style(codes: isStruckOut ? "2;9" : "2") }

  /// - Parameter hex: `#rrggbb`.
  static func party(_ hex: String) -> Style {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0x9e9e9e
    return Style(codes: "1;38;2;\(value >> 16 & 255);\(value >> 8 & 255);\(value & 255)")
  }

  func painted(_ text: String) -> String { "\u{1B}[\(codes)m\(text)\u{1B}[0m" }
}
