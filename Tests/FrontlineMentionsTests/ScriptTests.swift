import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import Testing

@testable import FrontlineMentions

@Suite struct `A name in another script` {
  /// The text, and what of it is found, with the place.
  @Test(arguments: [
    ("وقع قتال في كابل اليوم", ["كابل gn:1"]),
    ("وقع قتال في كابول اليوم", ["كابول gn:1"]),
    ("وكابل وبكابل ولكابل", ["كابل gn:1", "كابل gn:1", "كابل gn:1"]),
    ("وصلوا للخرطوم وبالخرطوم", ["خرطوم gn:3", "الخرطوم gn:3"]),
    ("قتال بحلب وحلب", ["حلب gn:4", "حلب gn:4"]),
    // Ordinary words, and a small place of three letters.
    ("وقال بعد ذلك ورود", []),
    ("در پل خمری جنگ است", ["پل خمری gn:5"]),
    ("Бои идут в Кабуле, под Кабулом и у Кабула.", ["Кабуле gn:1", "Кабулом gn:1", "Кабула gn:1"]),
    ("Войска вошли в Москву из Москвы.", ["Москву gn:2", "Москвы gn:2"]),
    ("Они были в кабуле.", []),
    ("Кабулов и Москвин ушли.", []),
  ])
  func `is found, also behind the letters or with the endings of its language`(
    text: String, expected: [String]
  ) {
    #expect(found(text) == expected)
  }

  /// Zero-width space and joiner, marks of direction, soft hyphen, byte order mark.
  @Test(arguments: [
    "\u{200B}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202B}", "\u{2066}", "\u{AD}", "\u{FEFF}",
  ])
  func `is found with marks inside that nobody sees`(mark: String) {
    #expect(found("They left Ka\(mark)bul.") == ["Ka\(mark)bul gn:1"])
    #expect(found("قتال في كا\(mark)بل اليوم") == ["كا\(mark)بل gn:1"])
    #expect(found("قتال في \(mark)كابل\(mark) اليوم").count == 1)
  }

  private func found(_ text: String) -> [String] {
    let recognizer = ToponymRecognizer(gazetteer: Self.gazetteer)
    let resolver = ToponymResolver(gazetteer: Self.gazetteer, recognizer: recognizer, box: nil)
    let tokens = Tokenizer().tokenize(text)
    return resolver.resolve(recognizer.mentions(in: tokens), in: tokens).mentions.map {
      "\(Self.scalars(text, $0.range)) \($0.resolution?.placeID ?? "-")"
    }
  }

  private static func scalars(_ text: String, _ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Array(text.unicodeScalars)[range])
    return String(view)
  }

  private static let gazetteer = Gazetteer(
    places: [
      ("Kabul", "PPLC", 4_000_000), ("Moscow", "PPLC", 10_000_000), ("Khartoum", "PPLC", 5_000_000),
      ("Aleppo", "PPLA", 2_000_000), ("Pul-e Khumri", "PPLA", 60_000), ("Rud", "PPL", nil),
    ].enumerated().map { index, place in
      Place(
        id: "gn:\(index + 1)", name: place.0, featureClass: "P", featureCode: place.1,
        position: Position(longitude: Double(index) * 5, latitude: 30), population: place.2)
    },
    names: [
      ("gn:1", "كابل"), ("gn:1", "كابول"), ("gn:1", "Кабул"), ("gn:2", "Москва"),
      ("gn:3", "الخرطوم"), ("gn:4", "حلب"), ("gn:5", "پل خمری"), ("gn:6", "رود"),
    ].map { PlaceName(placeID: $0.0, text: $0.1) })
}
