/// Times fixed workloads and prints a line each: name, size, median, items a second.
struct Benchmark {
  /// Only workloads whose name holds this are timed; all if empty.
  let filter: String

  func wants(_ name: String) -> Bool {
    filter.isEmpty || name.contains(filter)
  }

  /// Prints the median of seven runs after one that warms up.
  func measure(_ name: String, _ size: Int, _ unit: String, _ work: () throws -> Void) rethrows {
    guard wants(name) else { return }
    try work()
    let clock = ContinuousClock()
    let times = try (0..<7).map { _ in try clock.measure(work) }.sorted()
    let seconds =
      Double(times[3].components.attoseconds) / 1e18 + Double(times[3].components.seconds)
    let rate = Int((Double(size) / max(seconds, 1e-9)).rounded())
    let milliseconds = (seconds * 10_000).rounded() / 10
    print("\(name)\t\(size) \(unit)\t\(milliseconds) ms\t\(rate) \(unit)/s")
  }
}
