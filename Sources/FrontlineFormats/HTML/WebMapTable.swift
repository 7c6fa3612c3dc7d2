import FrontlineLayers

/// Texts of a page, each once.
struct WebMapTexts {
  private(set) var texts: [String] = []
  private var numbers: [String: Int] = [:]
  /// UTF-8 bytes of all.
  private(set) var bytes = 0

  mutating func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    let number = texts.count
    texts.append(text)
    numbers[text] = number
    bytes += text.utf8.count
    return number
  }
}

/// One layer's features, as rows that name their shape and texts by number.
struct WebMapTable {
  enum Cell: Hashable {
    case null
    case text(Int)
    case integer(Int)
    case number(Double)
  }

  struct Head: Hashable {
    var shape: Int
    /// Numbers of the first and the last day.
    var from: Int
    var to: Int
    /// Number of the view; -1 for none.
    var view: Int
  }

  let layer: String
  /// What the page uses of the layer's columns.
  let columns: [PropertyColumn]
  private(set) var heads: [Head] = []
  /// All rows' cells, one row after the other.
  private(set) var cells: [Cell] = []

  init(layer: String, columns: [PropertyColumn]) {
    self.layer = layer
    self.columns = columns
  }

  mutating func append(_ head: Head, _ row: [Cell]) -> Int {
    heads.append(head)
    cells += row
    return heads.count - 1
  }

  mutating func end(_ row: Int, on day: Int) { heads[row].to = day }

  func row(_ index: Int) -> ArraySlice<Cell> {
    cells[index * columns.count..<(index + 1) * columns.count]
  }

  /// What the page needs to know of each layer, in the order of its cells.
  static let used: [String: [String]] = [
    LayerSchema.controlAreas.name: [
      "status", "party", "probability", "claims", "summary", "area_km2", "place_count", "parties",
    ],
    LayerSchema.uncertainty.name: ["level"],
    LayerSchema.frontLines.name: [
      "status", "party_a", "party_b", "probability", "claims", "summary", "kind",
      "contested_places", "length_km", "left_party", "half_width_km",
    ],
    LayerSchema.frontSymbols.name: [
      "status", "party_a", "party_b", "probability", "claims", "summary", "kind", "attacker",
      "name", "place_id", "surrounded", "solidity",
    ],
    LayerSchema.places.name: [
      "status", "party", "probability", "claims", "reports", "summary", "name", "place_id",
      "admin1", "admin2", "confidence", "party_probabilities",
    ],
    LayerSchema.disagreements.name: [
      "status", "party_a", "party_b", "probability", "summary", "name", "place_id", "claim_a",
      "day_a", "about_a", "sentence_a", "report_a", "claim_b", "day_b", "about_b", "sentence_b",
      "report_b", "assessed", "independent",
    ],
  ]
}
