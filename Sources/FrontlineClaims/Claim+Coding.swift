extension Claim {
  /// What a coded data set says beyond the claim itself, so that nothing of its row is lost.
  ///
  /// A claim read from a text has none.
  public struct Coding: Hashable, Sendable {
    /// A cell of the row, under the name its column has in the data set.
    public struct Cell: Hashable, Sendable {
      public var column: String
      public var text: String

      public init(column: String, text: String) {
        self.column = column
        self.text = text
      }
    }

    /// The data set, such as `acled`: an NCName.
    public var dataset: String
    /// The row's id in the data set.
    public var row: String
    /// The names of the actors and the place as the data set writes them.
    public var actor: String
    public var against: String
    public var location: String
    /// How far from the position it may have been; nil where the data set does not say.
    public var radiusKilometres: Double?
    /// The data set's own codes: ACLED 1-3 and UCDP 1-7 for the place, ACLED 1-3 and UCDP 1-5 for the time.
    public var geoPrecision: Int?
    public var timePrecision: Int?
    /// Deaths of all sides together: best estimate, lowest, highest.
    public var deaths: Int?
    public var deathsLow: Int?
    public var deathsHigh: Int?
    /// The id of the gazetteer's unit that contains the place, for a place the gazetteer does not have.
    public var within: String?
    /// Whatever else the row says, in the order of its columns.
    public var cells: [Cell]

    public init(
      dataset: String, row: String, actor: String = "", against: String = "",
      location: String = "", radiusKilometres: Double? = nil, geoPrecision: Int? = nil,
      timePrecision: Int? = nil, deaths: Int? = nil, deathsLow: Int? = nil,
      deathsHigh: Int? = nil, within: String? = nil, cells: [Cell] = []
    ) {
      self.dataset = dataset
      self.row = row
      self.actor = actor
      self.against = against
      self.location = location
      self.radiusKilometres = radiusKilometres
      self.geoPrecision = geoPrecision
      self.timePrecision = timePrecision
      self.deaths = deaths
      self.deathsLow = deathsLow
      self.deathsHigh = deathsHigh
      self.within = within
      self.cells = cells
    }

    /// The text of a cell; empty if the row has none.
    public func cell(_ column: String) -> String {
      cells.first { $0.column == column }?.text ?? ""
    }
  }
}
