import FrontlineGeometry
public import FrontlineReports

/// Joins the layers of single days into one layer of spans.
public enum Timeline {
  /// One layer in which a feature that stays the same on consecutive days is a single feature.
  ///
  /// Two features are the same if they agree in shape and in every property but `date`,
  /// `valid_from` and `valid_to`. The joined feature has the id of its first day, that day's
  /// `valid_from` and its last day's `valid_to`. A feature whose days are its own (a claim: its
  /// `valid_from` and `valid_to` are not the map's day) is kept as it is, once. Days may come in any
  /// order; the result is sorted by the first day a feature is seen, then as that day's layer.
  ///
  /// - Parameter days: Layers of the same name and columns, one a day.
  /// - Returns: The layer without the column `date`; ids are unique. Without days, an empty layer
  ///   without a name.
  public static func merge(_ days: [(Day, Layer)]) -> Layer {
    let days = days.sorted { $0.0 < $1.0 }
    guard let columns = days.first?.1.columns else {
      return Layer(name: "", columns: [], features: [])
    }
    var runs = TimelineRuns<Int>(columns: columns)
    let until = runs.columns.firstIndex { $0.name == "valid_to" }
    var features: [Feature] = []
    let end = { (index: Int, time: String) in
      if let until { features[index].values[until] = .time(time) }
    }
    for (day, layer) in days {
      runs.add(
        layer.features, on: day,
        begin: { feature in
          features.append(feature)
          return features.count - 1
        }, end: end)
    }
    runs.finish(end: end)
    return Layer(name: days[0].1.name, columns: runs.columns, features: features)
  }
}

/// Joins features while the days come in, in order; it holds the features of one day.
///
/// `Handle` is whatever the caller knows a feature by that it was given.
public struct TimelineRuns<Handle> {
  private struct Run {
    var handle: Handle
    var first: Day
    var last: Day
  }

  /// Without the column `date`.
  public let columns: [PropertyColumn]
  private let date: Int?
  private let from: Int?
  private let until: Int?
  private var ids = UniqueNames()
  /// The features of the last day that had any, by what makes two the same.
  private var latest: [TimelineKey: Run] = [:]
  private var lastDay: Day?
  /// Those whose days are their own, for ever.
  private var standing: Set<TimelineKey> = []

  /// - Parameter columns: Of single days.
  public init(columns: [PropertyColumn]) {
    self.columns = columns.filter { $0.name != "date" }
    date = columns.firstIndex { $0.name == "date" }
    from = columns.firstIndex { $0.name == "valid_from" }
    until = columns.firstIndex { $0.name == "valid_to" }
  }

  /// - Parameters:
  ///   - day: Later than all before.
  ///   - begin: Takes a feature that was not there the day before, with an id of its own and as if it lasted that
  ///     day only.
  ///   - end: Is told the last instant of one that lasted longer, once it is over.
  public mutating func add(
    _ features: [Feature], on day: Day, begin: (Feature) throws -> Handle,
    end: (Handle, String) throws -> Void
  ) rethrows {
    if let lastDay, day > lastDay.advanced(by: 1) { try finish(end: end) }
    var now: [TimelineKey: Run] = [:]
    now.reserveCapacity(features.count)
    let (start, close) = (DayText.start(day), DayText.close(day))
    for feature in features {
      guard holds(feature, from: start, until: close) else {
        if standing.insert(key(feature, keepingDays: true)).inserted {
          _ = try begin(named(feature))
        }
        continue
      }
      let key = key(feature, keepingDays: false)
      guard now[key] == nil else { continue }
      if var run = latest.removeValue(forKey: key) {
        run.last = day
        now[key] = run
      } else {
        now[key] = Run(handle: try begin(named(feature)), first: day, last: day)
      }
    }
    try finish(end: end)
    (latest, lastDay) = (now, day)
  }

  /// Ends all that still lasts.
  public mutating func finish(end: (Handle, String) throws -> Void) rethrows {
    for run in latest.values where run.last > run.first {
      try end(run.handle, DayText.close(run.last))
    }
    latest = [:]
  }

  /// The feature without its date, under an id that no other has.
  private mutating func named(_ feature: Feature) -> Feature {
    var feature = feature
    feature.id = ids.name(feature.id)
    if let date { feature.values.remove(at: date) }
    return feature
  }

  private func holds(_ feature: Feature, from start: String, until close: String) -> Bool {
    guard let from, let until else { return true }
    return feature.values[from] == .time(start) && feature.values[until] == .time(close)
  }

  private func key(_ feature: Feature, keepingDays: Bool) -> TimelineKey {
    var values = feature.values
    if let date { values[date] = .null }
    if !keepingDays {
      for index in [from, until].compactMap({ $0 }) { values[index] = .null }
    }
    return TimelineKey(geometry: feature.geometry, values: values)
  }
}

/// What makes two features the same.
private struct TimelineKey: Hashable {
  var geometry: Geometry
  /// All values but the dates; the dates too if they are the feature's own.
  var values: [PropertyValue]

  /// Position and values without the longest: enough to tell most features apart, and quick.
  func hash(into hasher: inout Hasher) {
    switch geometry {
    case .point(let position): hasher.combine(position)
    case .lines(let lines): hasher.combine(lines.first?.positions.first)
    case .polygons(let polygons): hasher.combine(polygons.first?.exterior.positions.first)
    }
    for value in values {
      switch value {
      case .text(let text): if text.utf8.count <= 15 { hasher.combine(text) }
      case .integer, .number, .time: hasher.combine(value)
      case .null: break
      }
    }
  }
}
