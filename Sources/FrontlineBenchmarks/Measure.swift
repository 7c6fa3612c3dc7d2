/// Times fixed workloads and prints a line each: name, size, median, items a second.
struct Benchmark {
  /// Only workloads whose name holds this are timed; all if empty.
  let filter: String

  func wants(_ name: String) -> Bool {
    filter.isEmpty || name.contains(filter)
  }

  /// Prints the median of some runs after one that warms up.
  ///
  /// - Returns: The seconds of the fastest run; nil if the workload is not wanted.
  @discardableResult
  func measure(
    _ name: String, _ size: Int, _ unit: String, runs: Int = 7, _ work: () throws -> Void
  ) rethrows -> Double? {
    guard wants(name) else { return nil }
    try work()
    let clock = ContinuousClock()
    let times = try (0..<runs).map { _ in try clock.measure(work) / .seconds(1) }.sorted()
    let seconds = times[runs / 2]
    let rate = Int((Double(size) / max(seconds, 1e-9)).rounded())
    let milliseconds = (seconds * 10_000).rounded() / 10
    print("\(name)\t\(size) \(unit)\t\(milliseconds) ms\t\(rate) \(unit)/s")
    return times[0]
  }
}
