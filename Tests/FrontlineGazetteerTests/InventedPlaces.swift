import FrontlineGazetteer
import FrontlineGeometry
import Testing

/// A small invented land, as the text of its two tables.
enum InventedPlaces {
  static let placeHeader =
    "id name feature_class feature_code country admin1 admin2 parent latitude longitude radius_km west south "
    + "east north source confidence note"
  static let nameHeader = "place_id name language script kind"

  /// Columns are parted by `|` here, so that empty ones can be seen.
  static let places = table(
    placeHeader,
    [
      "xx|Norland|A|PCLI|XX||||10|20||18|8|22|12|made up|A|",
      "xx-var|Varosh|A|ADM1|XX|Varosh||xx|10.2|20.2||19.5|9.5|20.9|10.9|made up|A|",
      "xx-var-baz|Bazarun District|A|ADM2|XX|Varosh|Bazarun District|xx-var|10.1|20.1|20|||||made up|B|",
      "xx-var-baz-town|Bazarun|P|PPLA|XX|Varosh|Bazarun District|xx-var-baz|10.12|20.11||||||made up|A|",
      "xx-var-novy|Novy Mir|P|PPL|XX|Varosh|Bazarun District|xx-var-baz|10.15|20.05||||||made up|B|",
      "xx-var-valley|Varosh Valley|T|VAL|XX|Varosh||xx-var|10.15|20.1|12|||||made up|C|",
      "xx-var-pass|Khorak|T|PASS|XX|Varosh||xx-var|10.14|20.09|5|||||made up|D|",
      "xx-ost|Ostrava Province|A|ADM1|XX|Ostrava Province||xx|9|21||20.9|8.2|21.9|9.4|made up|A|",
      "xx-ost-kel|Kelmin|P|PPL|XX|Ostrava Province||xx-ost|9.39|20.95||||||made up|B|",
    ])

  static let names = table(
    nameHeader,
    [
      "xx-var|Varosh|en|Latn|official", "xx-var|Vārōsh|und|Latn|variant",
      "xx-var|واروش|fa|Arab|official",
      "xx-var-novy|Новый Мир|ru|Cyrl|official", "xx-var-baz-town|Bāzār'ūn|und|Latn|variant",
    ])

  static func table(_ header: String, _ rows: [String]) -> String {
    let header = header.split(separator: " ").joined(separator: "\t")
    let rows = rows.map {
      $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\t")
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  static func gazetteer() throws -> Gazetteer {
    let (table, findings) = try GazetteerTable.read(
      places: places, placesFile: "places.tsv", names: names, namesFile: "names.tsv")
    #expect(findings == [])
    return table.gazetteer()
  }
}

/// A small generator, for tests that must be the same on every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
