import FrontlineGazetteer
import FrontlineGeometry
import Testing

@testable import FrontlineMentions

/// A gazetteer of a whole world, where hamlets are named for words, persons and each other.
@Suite struct `With the places of a world` {
  private static let gazetteer = Gazetteer(
    places: [
      place("north", "Northland", "A", "PCLI", "NL", nil, 10, 50),
      place("south", "Southland", "A", "PCLI", "SL", nil, 20, 40),
      place("oldmark", "Oldmark", "A", "ADM1", "NL", "north", 11, 51),
      place("capital", "Northland City", "P", "PPLC", "NL", "north", 10.5, 50.5, 900_000),
      place("kel-north", "Kel", "P", "PPL", "NL", "oldmark", 11.1, 51.1, 3000),
      place("kel-south", "Kel", "P", "PPL", "SL", "south", 20.1, 40.1, 90_000),
      place("police", "Police", "P", "PPL", "SL", "south", 21, 41, 900),
      place("marsh", "Marsh", "P", "PPL", "SL", "south", 21.5, 41, 900),
      place("tern", "Tern", "P", "PPL", "SL", "south", 22.5, 41, 900),
      place("hiv", "Hiv", "P", "PPL", "SL", "south", 22, 41, 900),
      place("nl", "Nl", "P", "PPL", "SL", "south", 23, 41, 900),
    ],
    names: [
      PlaceName(placeID: "north", text: "NL", kind: .abbreviation),
      PlaceName(placeID: "capital", text: "Northland", kind: .variant),
    ])

  private static func place(
    _ id: String, _ name: String, _ featureClass: String, _ code: String, _ country: String,
    _ parent: String?, _ longitude: Double, _ latitude: Double, _ population: Int? = nil
  ) -> Place {
    Place(
      id: id, name: name, featureClass: featureClass, featureCode: code, country: country,
      parent: parent, position: Position(longitude: longitude, latitude: latitude),
      population: population)
  }

  /// The literal mentions as `text=place`.
  private func check(
    _ text: String, names expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let recognizer = ToponymRecognizer(gazetteer: Self.gazetteer)
    let resolver = ToponymResolver(gazetteer: Self.gazetteer, recognizer: recognizer, box: nil)
    let tokenized = Tokenizer().tokenize(text)
    let mentions = resolver.resolve(recognizer.mentions(in: tokenized), in: tokenized).mentions
    #expect(
      mentions.filter(\.isLiteral).map { "\($0.text)=\($0.resolution?.placeID ?? "")" } == expected,
      sourceLocation: sourceLocation)
  }

  @Test func `an ordinary word is no hamlet, unless the words round it say so`() {
    check("Police came. They left.", names: [])
    check("They met in Police yesterday.", names: ["Police=police"])
    check("They left the town of Police.", names: ["Police=police"])
    check("They left Police, Southland.", names: ["Police=police", "Southland=south"])
  }

  @Test func `a word that the report writes in lower case too is no hamlet`() {
    check("They crossed the marsh. Marsh was everywhere.", names: [])
    check("They crossed the bog. We saw Marsh burn.", names: ["Marsh=marsh"])
  }

  @Test func `an acronym is no hamlet, except in lines that are all capitals`() {
    check("The virus HIV spread.", names: [])
    check("FLOOD REACHES HIV AGAIN", names: ["HIV=hiv"])
  }

  @Test func `a person's last name is no hamlet wherever the report uses it`() {
    check("We met J. Marsh today. Then Marsh left.", names: [])
    check("We met Dr. Marsh today. Then Marsh left.", names: [])
    check("We met old Aldo Marsh today. Then Marsh left.", names: [])
    check(
      "We met J. Marsh today, in Marsh. Then Marsh left.", names: ["Marsh=marsh", "Marsh=marsh"])
  }

  @Test func `places that many people know stand whatever is said`() {
    check(
      "Dr. Northland left. Then Northland fell.", names: ["Northland=north", "Northland=north"])
  }

  @Test func `a country comes before a town that is also called so`() {
    check("They went to Northland.", names: ["Northland=north"])
  }

  @Test func `an abbreviation is what is spelled so`() {
    check("They left NL today.", names: ["NL=north"])
    check("They left N.L. today.", names: ["N.L.=north"])
  }

  @Test func `the unit behind a name tells it from its namesakes, in the whole report`() {
    check("They left Kel.", names: ["Kel=kel-south"])
    check(
      "They left Kel, Oldmark. Later Kel fell.",
      names: ["Kel=kel-north", "Oldmark=oldmark", "Kel=kel-north"])
  }

  @Test func `a name lies in the country the report is about`() {
    check(
      "Northland sent help. People left Kel for Northland City.",
      names: ["Northland=north", "Kel=kel-north", "Northland City=capital"])
  }

  @Test func `the word for a fort or a lake belongs to the name`() {
    check("They left Fort Tern today.", names: ["Fort Tern=tern"])
    check("They left Lake Tern today.", names: ["Lake Tern=tern"])
    check("They left the fort Tern today.", names: ["Tern=tern"])
  }

  @Test func `names that share a word are told apart`() {
    check(
      "They left Kel Village Kel and Fort Tern.",
      names: ["Kel Village=kel-south", "Kel=kel-south", "Fort Tern=tern"])
  }
}
