/// Why a report could not be read: what is wrong, where, and what to do.
///
/// A caller that goes on with the other reports lists ``finding`` among the findings.
public struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The error as a finding of severity `error`.
  public var finding: Finding

  public init(_ finding: Finding) {
    self.finding = finding
  }

  public var code: String { finding.code }
  public var description: String { finding.description }
}

extension ReportError {
  static func noDate(file: String, nearKey: FrontMatter.Entry?) -> ReportError {
    let remedy =
      nearKey.map { "rename '\($0.key)' on line \($0.line) to 'published'" }
      ?? "write 'published: YYYY-MM-DD' between two '---' lines at the top, or start the text with "
      + "'date YYYY-MM-DD', or give the day with --published"
    return ReportError(
      Finding(
        code: "no-date", severity: .error, message: "the report does not say when it was published",
        remedy: remedy, file: file, line: nearKey?.line))
  }

  static func badDate(
    _ value: String, file: String, line: Int?, excerpt: String?, marked: Range<Int>?
  ) -> ReportError {
    ReportError(
      Finding(
        code: "bad-date", severity: .error,
        message: "'\(value)' is not a day of the calendar written YYYY-MM-DD",
        remedy: "write the day of publication as in 2021-09-02", file: file, line: line,
        column: marked.map { $0.lowerBound + 1 }, excerpt: excerpt, marked: marked))
  }

  static func openFrontMatter(file: String) -> ReportError {
    ReportError(
      Finding(
        code: "open-front-matter", severity: .error,
        message: "the front matter that '---' opens is never closed",
        remedy: "add a line '---' after its last key", file: file, line: 1, excerpt: "---"))
  }
}
