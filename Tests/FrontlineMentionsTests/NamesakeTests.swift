import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import Testing

@testable import FrontlineMentions

/// Kelhiv: a town, the oblast and the raion it is the seat of, and a village of that name in another oblast;
/// Sarna: a small seat and its oblast.
@Suite struct `Of namesakes in a GeoNames dump, a text` {
  @Test(arguments: [
    ("They fought in Kelhiv oblast.", "gn:11"), ("They fought in the Kelhiv region.", "gn:11"),
    ("They fought in Kelhiv province.", "gn:11"), ("They fought in the region of Kelhiv.", "gn:11"),
    ("They fought in Kelhiv raion.", "gn:201"), ("They fought in Kelhiv district.", "gn:201"),
    ("They fought in the city of Kelhiv.", "gn:101"), ("They fought in Kelhiv.", "gn:101"),
    ("They fought in Kelkov.", "gn:101"), ("They fought in Kelkov oblast.", "gn:11"),
    ("They fought in Kelhiv in Sarna oblast.", "gn:103"),
    ("They fought in Sarna.", "gn:12"), ("They fought in the town of Sarna.", "gn:102"),
    ("They fought in Mellin in Sarna oblast.", "gn:105"),
    ("They fought in Mellin in Kelhiv oblast.", "gn:104"),
    ("They fought in Mellin.", "gn:104"),
  ])
  func `means the one that its type words, its units and the people in it speak for`(
    text: String, place: String
  ) {
    #expect(resolved(text).first?.placeID == place)
  }

  @Test func `is told why`() {
    #expect(
      resolved("They fought in Kelhiv oblast.").first?.candidates.first?.reasons == [
        "ADM1 (+4.0)", "called an oblast (+4.0)",
      ])
    #expect(
      resolved("They fought in Kelhiv.").first?.candidates.map(\.reasons.first) == [
        "PPLA of 1400000 people (+5.1)", "ADM1 (+4.0)", "ADM2 (+3.0)", "PPL (+1.0)",
      ])
  }

  private func resolved(_ text: String) -> [Resolution] {
    let recognizer = ToponymRecognizer(gazetteer: Self.gazetteer)
    let resolver = ToponymResolver(gazetteer: Self.gazetteer, recognizer: recognizer, box: nil)
    let tokens = Tokenizer().tokenize(text)
    return resolver.resolve(recognizer.mentions(in: tokens), in: tokens).mentions.compactMap(
      \.resolution)
  }

  private static let gazetteer: Gazetteer = {
    let rows = [
      "101|Kelhiv|Kelkov|50|36|P|PPLA|11|2|1400000",
      "201|Kelhivskyi Raion|Kelhiv Raion|50|36.1|A|ADM2|11|2|0",
      "102|Sarna||40|30|P|PPLA|12||9000", "103|Kelhiv||40.1|30.2|P|PPL|12||0",
      "104|Mellin||50.3|36.2|P|PPL|11||5000", "105|Mellin||40.2|30.1|P|PPL|12||3000",
    ].map { row in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      return
        "\(cells[0])\t\(cells[1])\t\(cells[1])\t\(cells[2])\t\(cells[3])\t\(cells[4])\t\(cells[5])\t"
        + "\(cells[6])\tXX\t\t\(cells[7])\t\(cells[8])\t\t\t\(cells[9])\t\t\tUTC\t"
    }
    var assembly = GazetteerAssembly()
    assembly.add(Array(rows.joined(separator: "\n").utf8), kind: .dump, file: "XX.txt")
    assembly.add(
      Array("XX.11\tKelhivska Oblast\tKelhivska Oblast\t11\nXX.12\tSarna\tSarna\t12\n".utf8),
      kind: .units, file: "admin1CodesASCII.txt")
    return GazetteerTable(joining: assembly.assembled().tables).gazetteer()
  }()
}
