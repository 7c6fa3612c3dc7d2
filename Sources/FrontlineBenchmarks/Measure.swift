/// Times fixed workloads and prints a line each: name, size, median, time an item, items a second.
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
    report(name, size, unit, seconds: seconds)
    return times[0]
  }

  /// The same for work that waits, once and without a run to warm up: it takes long.
  func measure(
    _ name: String, _ size: Int, _ unit: String, _ work: () async throws -> Void
  ) async rethrows {
    let clock = ContinuousClock()
    let start = clock.now
    try await work()
    report(name, size, unit, seconds: (clock.now - start) / .seconds(1))
  }

  private func report(_ name: String, _ size: Int, _ unit: String, seconds: Double) {
    let rate = (Double(size) / max(seconds, 1e-9)).rounded()
    let milliseconds = (seconds * 10_000).rounded() / 10
    let each = (seconds / Double(max(1, size)) * 10_000_000).rounded() / 10
    print(
      "\(name)\t\(size) \(unit)\t\(milliseconds) ms\t\(each) us each\t\(Int(rate)) \(unit)/s")
  }
}
