internal import FrontlineGazetteer
package import FrontlineGeometry

/// Ids of places that the gazetteer does not have: of what a row calls them and where it puts them, so that namesakes
/// stay apart and no id depends on the other rows.
package enum OwnPlaceID {
  /// An NCName such as `own-novy-mir-n50.300-e9.950`.
  ///
  /// - Parameters:
  ///   - prefix: Where the place comes from, such as a data set's name.
  ///   - detail: What else sets the place apart; nil for nothing.
  package static func make(
    _ prefix: String, name: String, detail: String? = nil, at position: Position
  ) -> String {
    let letters = NameKey.fold(name).utf8.map { byte -> Character in
      (48...57).contains(byte) || (97...122).contains(byte) ? Character(UnicodeScalar(byte)) : "-"
    }
    let slug = String(letters).split(separator: "-").joined(separator: "-")
    let (latitude, longitude) = (position.latitude, position.longitude)
    let parts = [
      prefix, slug, detail ?? "", (latitude < 0 ? "s" : "n") + thousandths(abs(latitude)),
      (longitude < 0 ? "w" : "e") + thousandths(abs(longitude)),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "-")
  }

  private static func thousandths(_ degrees: Double) -> String {
    let whole = Int((degrees * 1000).rounded())
    let rest = String(whole % 1000)
    return "\(whole / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
