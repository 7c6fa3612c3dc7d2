/// Where the places of a report's text are in its file.
///
/// Offsets count Unicode scalars of ``Report/text``, from 0. Lines are those of the file. Columns count the
/// scalars of the cleaned line, so a line from which invisible marks were dropped is wider in the file.
public struct TextLines: Sendable {
  private struct Start {
    var scalar: Int
    var utf8: Int
  }

  private let report: Report
  /// The starts of the lines of the text, in order; never empty.
  private let starts: [Start]
  private let end: Start

  /// - Complexity: O(*n*) in the length of the text.
  public init(_ report: Report) {
    self.report = report
    var starts = [Start(scalar: 0, utf8: 0)]
    var scalar = 0
    var utf8 = 0
    for byte in report.text.utf8 {
      utf8 += 1
      if byte & 0xC0 != 0x80 { scalar += 1 }
      if byte == 0x0A { starts.append(Start(scalar: scalar, utf8: utf8)) }
    }
    self.starts = starts
    end = Start(scalar: scalar, utf8: utf8)
  }

  /// The line and column, both 1-based, of an offset; offsets outside the text count as its nearest end.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  public func place(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(0, offset), end.scalar)
    let index = lineIndex(of: offset)
    let column = offset - starts[index].scalar + 1
    return (report.firstLine + index, index == 0 ? column + report.firstColumn - 1 : column)
  }

  /// The line round a span for a person to see, and where in it the span is.
  ///
  /// - Parameter context: Scalars to show on either side of the span at most; what is cut off is `…`.
  /// - Complexity: O(log *n*) and the length of the line.
  public func excerpt(of span: Range<Int>, context: Int = 40) -> (text: String, marked: Range<Int>)
  {
    let index = lineIndex(of: min(max(0, span.lowerBound), end.scalar))
    let start = starts[index]
    let next = index + 1 < starts.count ? starts[index + 1] : end
    let length = next.scalar - start.scalar - (index + 1 < starts.count ? 1 : 0)
    let lower = min(max(0, span.lowerBound - start.scalar), length)
    let upper = min(max(lower, span.upperBound - start.scalar), length)
    let shown = max(0, lower - context)..<min(length, upper + context)
    let utf8 = report.text.utf8
    let scalars = report.text.unicodeScalars
    let first = scalars.index(
      utf8.index(utf8.startIndex, offsetBy: start.utf8), offsetBy: shown.lowerBound)
    let last = scalars.index(first, offsetBy: shown.count)
    let isCut = shown.lowerBound > 0
    let text =
      (isCut ? "…" : "") + report.text[first..<last] + (shown.upperBound < length ? "…" : "")
    let shift = (isCut ? 1 : 0) - shown.lowerBound
    return (text, (lower + shift)..<(upper + shift))
  }

  /// A finding about a span of the report, with its place and excerpt filled in.
  public func finding(
    code: String, severity: Finding.Severity = .warning, message: String, remedy: String,
    span: Range<Int>
  ) -> Finding {
    let (line, column) = place(at: span.lowerBound)
    let excerpt = excerpt(of: span)
    return Finding(
      code: code, severity: severity, message: message, remedy: remedy, file: report.file,
      line: line,
      column: column, excerpt: excerpt.text, marked: excerpt.marked)
  }

  /// The last line that starts at or before an offset.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle].scalar <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
