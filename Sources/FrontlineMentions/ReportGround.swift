internal import FrontlineGazetteer

/// What a whole report says of where it is set: which countries it names, and which places it tells apart itself.
struct ReportGround: Sendable {
  /// How often the places named without any doubt lie in a country, against the most frequent one: 0…1, by ISO code.
  private let shares: [String: Double]
  /// Places that the report tells from their namesakes ("Kel, Oldmark"), by folded name.
  private let told: [String: Set<String>]

  /// - Parameters:
  ///   - anchors: Places named without any doubt, countries among them, each as often as it is named.
  ///   - told: Folded names with the place that the words right behind them single out.
  init(anchors: [Place], told: [(name: String, placeID: String)]) {
    var counts: [String: Int] = [:]
    for place in anchors where !place.country.isEmpty { counts[place.country, default: 0] += 1 }
    let most = counts.values.max() ?? 1
    shares = counts.mapValues { Double($0) / Double(most) }
    var places: [String: Set<String>] = [:]
    for item in told { places[item.name, default: []].insert(item.placeID) }
    self.told = places
  }

  func share(of country: String) -> Double { shares[country] ?? 0 }

  /// Whether the report tells no places apart, so that there is no name to ask for.
  var tellsNothing: Bool { told.isEmpty }

  func tells(_ name: String, _ placeID: String) -> Bool { told[name]?.contains(placeID) ?? false }
}
