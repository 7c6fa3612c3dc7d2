import Frontline
import FrontlineTestSupport

/// Texts that no person wrote, at three sizes: the time must grow with the length and no faster.
struct EndlessBenchmarks {
  let benchmark: Benchmark

  /// The texts whose time grows out of proportion.
  func run() throws -> [String] {
    let theatre = InventedTheatre.two
    let extractor = Extractor(
      parties: theatre.parties, gazetteer: theatre.gazetteer, box: theatre.box)
    return try EndlessText.all.filter { text in
      let times = try Self.sizes.compactMap { size in
        try benchmark.measure("endless \(text)", size, "bytes", runs: 3) {
          _ = extractor.extract(try text.report(size).0)
        }
      }
      guard let first = times.first, let last = times.last else { return false }
      return last > max(first, Self.leastSeconds) * Self.highestGrowth
    }.map(\.description)
  }

  private static let sizes = [62_500, 250_000, 1_000_000]
  /// 16 times the text may take 16 times the time, and as much again twice for a busy machine; a quadratic
  /// cost would take 256 times.
  private static let highestGrowth = 48.0
  /// What is faster at the smallest size says little.
  private static let leastSeconds = 0.01
}
