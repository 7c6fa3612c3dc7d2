import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@testable import FrontlineMentions

@Suite struct `A place named by its relation to another` {
  /// The text, and for each literal mention the derived place: kind, id, name, km, ACLED's and UCDP's codes.
  @Test(arguments: [
    ("Fighting 10 km north of Dovra.", ["offset xx-dovra+10kmN '10 km north of Dovra' 4 km 2 2"]),
    (
      "Fighting some ten kilometres (6 miles) south-east of the town of Dovra.",
      ["offset xx-dovra+10kmSE '10 km southeast of Dovra' 4 km 2 2"]
    ),
    (
      "It is 10-20 km to the west of Dovra.",
      ["offset xx-dovra+15kmW '15 km west of Dovra' 6 km 2 2"]
    ),
    ("A post 80km south of Dovra.", ["offset xx-dovra+80kmS '80 km south of Dovra' 32 km 3 5"]),
    ("A post 5 miles from Dovra.", ["distance xx-dovra+8km '8 km from Dovra' 8 km 2 2"]),
    ("A post 500 metres east of Dovra.", ["offset xx-dovra 'Dovra' 2 km 2 2"]),
    ("They fought just north of Dovra.", ["direction xx-dovra+N 'north of Dovra' 5 km 2 2"]),
    ("They fought to the south of Dovra.", ["direction xx-dovra+S 'south of Dovra' 5 km 2 2"]),
    ("They fought in the north of Tolmen.", ["part xx-tolmen 'Tolmen' 12 km 2 3"]),
    ("They fought in northern Tolmen.", ["part xx-tolmen 'Tolmen' 12 km 2 3"]),
    ("They fought in the eastern suburbs of Dovra.", ["part xx-dovra 'Dovra' 3.1 km 2 2"]),
    ("They fought on the outskirts of Dovra.", ["rim xx-dovra 'Dovra' 4 km 2 2"]),
    (
      "They came to the mouth of the Ustra Valley.",
      ["rim xx-ustra-valley 'Ustra Valley' 16 km 2 2"]
    ),
    ("They fought near Dovra.", ["near xx-dovra 'Dovra' 11 km 2 2"]),
    ("They fought outside the town of Dovra.", ["near xx-dovra 'Dovra' 6 km 2 2"]),
    (
      "They fought between Dovra and Marvik.",
      Array(
        repeating: "between xx-dovra+xx-marvik 'between Dovra and Marvik' 21.9 km 2 2", count: 2)
    ),
    (
      "They closed the road from Dovra to Marvik.",
      Array(
        repeating: "road xx-dovra+xx-marvik+road 'the road from Dovra to Marvik' 21.9 km 2 5",
        count: 2)
    ),
    (
      "They closed the Dovra-Marvik highway.",
      Array(
        repeating: "road xx-dovra+xx-marvik+road 'the road from Dovra to Marvik' 21.9 km 2 5",
        count: 2)
    ),
    (
      "They closed the road linking Dovra with Marvik.",
      Array(
        repeating: "road xx-dovra+xx-marvik+road 'the road from Dovra to Marvik' 21.9 km 2 5",
        count: 2)
    ),
  ])
  func `has its own position, radius and precision`(text: String, expected: [String]) {
    #expect(mentions(text).map { described($0) } == expected)
  }

  @Test(arguments: [
    "They hold Dovra.", "They went from Dovra to Marvik.", "They hold Dovra and Marvik.",
    "They fought north of Talvania.", "The people of Dovra left.",
    "They met in the city of Talgrad.",
    "The distance from Dovra is known.",
  ])
  func `is not made of the place itself`(text: String) {
    #expect(mentions(text).compactMap { $0.resolution?.derived } == [])
  }

  @Test(arguments: [
    "They hold Selna, 10 km north of Dovra.",
    "They hold Selna, which lies about 10 km north of Dovra.",
    "They hold Selna (10 km north of Dovra).",
  ])
  func `is not made where the phrase only places a place that has a name`(text: String) {
    #expect(mentions(text).compactMap { $0.resolution?.derived } == [])
  }

  @Test func `lies where distance and direction lead`() {
    let positions = ["north", "east", "southwest"].map {
      mentions("Fighting 10 km \($0) of Dovra.")[0].resolution?.derived?.position
    }
    // 10 km are 0.08993 degrees of latitude and, at 50.25 degrees north, 0.14064 of longitude.
    #expect(
      positions == [
        Position(longitude: 10.1, latitude: 50.33993),
        Position(longitude: 10.24064, latitude: 50.25),
        Position(longitude: 10.00055, latitude: 50.18641),
      ])
  }

  @Test func `says how it came about`() {
    #expect(
      mentions("Fighting 10 km north of Dovra.")[0].resolution?.derived?.reason
        == "10 km north of Dovra, give or take 4 km")
  }

  private func described(_ mention: Mention) -> String {
    guard let place = mention.resolution?.derived else { return "-" }
    let radius = place.precision.radiusKilometres
    let size = radius == radius.rounded() ? "\(Int(radius))" : "\(radius)"
    return "\(place.kind) \(place.id) '\(place.name)' \(size) km \(place.precision.acled) "
      + "\(place.precision.ucdp)"
  }

  private func mentions(_ text: String) -> [Mention] {
    InventedTheatre.two.mentions(in: Tokenizer().tokenize(text)).mentions.filter(\.isLiteral)
  }
}
