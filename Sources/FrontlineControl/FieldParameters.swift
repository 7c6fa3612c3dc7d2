/// The numbers of the field that control is read off: what a theatre file's `model` sets.
///
/// The defaults were measured on a test war: a broad front that moved slowly, with some thousand places. A war of
/// movement needs other ones, `movement_km_per_day` first.
public struct FieldParameters: Hashable, Sendable {
  /// How fast a front moves, in km a day: a claim a day older counts as one that much farther away. Nil: by the places
  /// that changed hands lately round each place, at least 0.03, which was best on a slow test war.
  public var movementKilometresPerDay: Double?
  /// Chance per day that a place has changed hands unreported. 0.001, measured on a test war.
  public var changePerDay = 0.001
  /// How many of the nearest places speak for a point. 24, measured on a test war; more change little and cost time.
  public var neighbours = 24
  /// How deep behind the line, in km, depth stops to count. 30, measured on a test war.
  public var capKilometres = 30.0
  /// The step of the grid, in km; nil for a third of the usual distance between places near the line, 0.5 to 2.
  public var gridKilometres: Double?
  /// How near to opposing evidence, in km, a place is near the line: there sources err more often. 10, measured on a
  /// test war.
  public var nearKilometres = 10.0
  /// How doubt grows with the distance between the two sides' evidence: the standard deviation of the true line's place
  /// in units of that distance. 0.285, measured on a test war.
  public var sigma = 0.285

  public init() {}
}

extension FieldParameters {
  /// A number that a theatre file can set.
  public struct Key: Sendable {
    public var name: String
    public var range: ClosedRange<Double>
    /// Whether only whole numbers will do.
    public var isWhole: Bool
    /// What the number is, for a person.
    public var unit: String
    private var write: @Sendable (inout FieldParameters, Double) -> Void

    init(
      _ name: String, _ range: ClosedRange<Double>, isWhole: Bool = false, _ unit: String,
      _ write: @escaping @Sendable (inout FieldParameters, Double) -> Void
    ) {
      self.name = name
      self.range = range
      self.isWhole = isWhole
      self.unit = unit
      self.write = write
    }

    public func set(_ value: Double, in parameters: inout FieldParameters) {
      write(&parameters, value)
    }
  }

  /// The names under which a theatre file sets them, in order.
  public static let keys = [
    Key("movement_km_per_day", 0...1000, "km a day") { $0.movementKilometresPerDay = $1 },
    Key("change_per_day", 0...0.5, "a chance") { $0.changePerDay = $1 },
    Key("neighbours", 2...200, isWhole: true, "places") { $0.neighbours = Int($1) },
    Key("cap_km", 0.1...1000, "km") { $0.capKilometres = $1 },
    Key("grid_km", 0.05...100, "km") { $0.gridKilometres = $1 },
    Key("near_km", 0...1000, "km") { $0.nearKilometres = $1 },
  ]
}
