import Frontline
import FrontlineReports
import FrontlineTestSupport

/// Reading of texts as people write them: the reports of `seeds/`, the passages of the claims' corpus, and
/// whatever files the command line names. Runs in the repository's folder; skips what is not there.
struct ExtractionBenchmarks {
  let benchmark: Benchmark
  /// Texts of the user's, read with the theatre of `seeds/`.
  let files: [String]

  func run() throws {
    guard File.exists("seeds/theatre.yaml") else { return }
    let seeds = try TheatreFolder.load("seeds", withReports: true)
    let extractor = Extractor(
      parties: seeds.theatre.parties, gazetteer: seeds.gazetteer, box: seeds.theatre.box)
    measure("extraction of reports", extractor, seeds.reports.map(\.text), upTo: 10_000_000)
    let texts = try files.map { try ReportFile.read($0, published: Self.day).0.text }
    measure("extraction of files", extractor, texts)

    let invented = InventedTheatre.two
    let passages = try Corpus.load("Corpus", besides: "Tests/FrontlineClaimsTests/Corpus.swift")
    measure(
      "extraction of corpus",
      Extractor(parties: invented.parties, gazetteer: invented.gazetteer, box: invented.box),
      passages.filter { !$0.hasThreeParties }.map(\.marked.text))
  }

  private static let day = Day(number: 18_872)

  private func measure(
    _ name: String, _ extractor: Extractor, _ texts: [String], upTo largest: Int = 1_000_000
  ) {
    guard benchmark.wants(name), !texts.isEmpty else { return }
    for size in [10_000, 100_000, 1_000_000, 10_000_000] where size <= largest {
      let text = Self.text(of: size, from: texts)
      let report = Report(id: "r", published: Self.day, publishedBasis: "set", text: text)
      benchmark.measure(name, text.utf8.count, "bytes") { _ = extractor.extract(report) }
    }
  }

  /// The paragraphs of the texts over and over, each round in another order.
  private static func text(of bytes: Int, from texts: [String]) -> String {
    let paragraphs = texts.flatMap { $0.split(separator: "\n") }
    var random = SeededGenerator(seed: bytes)
    var text = ""
    while true {
      for paragraph in paragraphs.shuffled(using: &random) {
        text += paragraph + "\n\n"
        if text.utf8.count >= bytes { return text }
      }
    }
  }
}
