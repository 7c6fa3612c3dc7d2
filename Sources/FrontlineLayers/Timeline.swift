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
    var runs = Runs(columns: columns)
    for (day, layer) in days { runs.add(layer.features, on: day) }
    return Layer(
      name: days[0].1.name, columns: columns.filter { $0.name != "date" }, features: runs.features()
    )
  }
}

/// The features seen so far, each with the days it has lasted.
private struct Runs {
  /// What makes two features the same.
  private struct Key: Hashable {
    var geometry: Geometry
    /// All values but the dates; the dates too if they are the feature's own.
    var values: [PropertyValue]
  }

  private struct Run {
    var feature: Feature
    /// The last day it was seen.
    var last: Day
  }

  private let date: Int?
  private let from: Int?
  private let until: Int?
  private var runs: [Run] = []
  /// The latest run of each key.
  private var latest: [Key: Int] = [:]

  init(columns: [PropertyColumn]) {
    date = columns.firstIndex { $0.name == "date" }
    from = columns.firstIndex { $0.name == "valid_from" }
    until = columns.firstIndex { $0.name == "valid_to" }
  }

  mutating func add(_ features: [Feature], on day: Day) {
    for feature in features {
      let hasOwnDays = !holds(feature, onlyOn: day)
      let key = key(feature, keepingDays: hasOwnDays)
      if let index = latest[key], hasOwnDays || day <= runs[index].last.advanced(by: 1) {
        runs[index].last = day
        if !hasOwnDays { set(until, of: &runs[index].feature, to: DayText.close(day)) }
      } else {
        latest[key] = runs.count
        runs.append(Run(feature: feature, last: day))
      }
    }
  }

  /// The joined features without their date, their ids made unique.
  func features() -> [Feature] {
    var ids = UniqueNames()
    return runs.map { run in
      var feature = run.feature
      feature.id = ids.name(feature.id)
      if let date { feature.values.remove(at: date) }
      return feature
    }
  }

  private func holds(_ feature: Feature, onlyOn day: Day) -> Bool {
    guard let from, let until else { return true }
    return feature.values[from] == .time(DayText.start(day))
      && feature.values[until] == .time(DayText.close(day))
  }

  private func key(_ feature: Feature, keepingDays: Bool) -> Key {
    var values = feature.values
    if let date { values[date] = .null }
    if !keepingDays {
      for index in [from, until].compactMap({ $0 }) { values[index] = .null }
    }
    return Key(geometry: feature.geometry, values: values)
  }

  private func set(_ column: Int?, of feature: inout Feature, to time: String) {
    if let column { feature.values[column] = .time(time) }
  }
}
