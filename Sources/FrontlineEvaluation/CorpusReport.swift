public import Frontline
internal import FrontlineLayers

/// The figures of a corpus, for a person and for a program, beside published ones.
public enum CorpusReport {
  /// Figures other people published for other programs; on news and other corpora, so only for the order of
  /// magnitude.
  ///
  /// Recognition: Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation" (2020), GeoWebNews.
  /// Resolution: Halterman, "Mordecai 3" (2023), and the above, over several corpora.
  static let published: [(figure: String, values: String)] = [
    ("recognition F1, news", "Google 0.83, spaCy large 0.75, Edinburgh 0.62"),
    (
      "resolution within 161 km",
      "Mordecai 3 0.83-0.94, CamCoder 0.65-0.82, Edinburgh 0.42-0.78"
    ),
  ]

  /// - Parameter seconds: Of processor time, for reading the texts.
  public static func table(_ score: CorpusScore, seconds: Double) -> String {
    let rows =
      [["recognition"] + ScoreTable.countColumns]
      + [
        ["exact span"] + ScoreTable.cells(score.exact),
        ["normalised text"] + ScoreTable.cells(score.normalised),
      ]
    let located =
      [["resolution", "within 161 km", "mean error km", "median error km", "names", "put"]]
      + [
        ["of names found"] + cells(score.foundNames), ["of all names"] + cells(score.allNames),
      ]
    let kinds = Dictionary(grouping: score.errors, by: \.kind.code).sorted { $0.key < $1.key }
    let errors = [["error", "count"]] + kinds.map { [$0.key, String($0.value.count)] }
    let published = Self.published.map { "  published, \($0.figure): \($0.values)\n" }.joined()
    let speed = seconds > 0 ? Double(score.bytes) / seconds / 1e6 : 0
    return "\(score.texts) texts, \(score.bytes) bytes, \(score.names) names marked\n"
      + ScoreTable.aligned(rows) + ScoreTable.aligned(located) + ScoreTable.aligned(errors)
      + "  read in \(ScoreTable.rate(seconds)) s of processor time, \(ScoreTable.rate(speed)) MB/s\n"
      + published
  }

  public static func json(_ score: CorpusScore, seconds: Double) -> JSONValue {
    .object([
      ("texts", .integer(score.texts)), ("bytes", .integer(score.bytes)),
      ("names", .integer(score.names)), ("exact", .object(ScoreJSON.counts(score.exact))),
      ("normalised", .object(ScoreJSON.counts(score.normalised))),
      ("found_names", json(score.foundNames)), ("all_names", json(score.allNames)),
      ("seconds", .decimal(seconds)),
    ])
  }

  private static func json(_ located: CorpusScore.Located) -> JSONValue {
    .object([
      ("names", .integer(located.names)), ("put", .integer(located.errors.count)),
      ("acc161", ScoreJSON.rate(located.accuracy161)),
      ("mean_km", located.meanError.map { .decimal($0) } ?? .null),
      ("median_km", located.medianError.map { .decimal($0) } ?? .null),
    ])
  }

  private static func cells(_ located: CorpusScore.Located) -> [String] {
    func kilometres(_ value: Double?) -> String {
      value.flatMap { DecimalText.string($0, decimals: 0) } ?? ""
    }
    return [
      ScoreTable.rate(located.accuracy161), kilometres(located.meanError),
      kilometres(located.medianError), String(located.names), String(located.errors.count),
    ]
  }
}
