import Foundation
import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineEventTables
import FrontlineFormats
import FrontlineFronts
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports

// Times fixed workloads of three sizes a stage, on invented data and on the repository's own texts.
//
//     swift run -c release FrontlineBenchmarks [FILTER [TEXT…]]
//
// The filter "endless" times texts that no person wrote, and fails if the time grows faster than the text.
// The filter "ablations" times nothing: it scores the maps of simulated wars without one part of the model each.

let arguments = CommandLine.arguments.dropFirst()
let benchmark = Benchmark(filter: arguments.first ?? "")

let parties = [
  Party(
    id: "north", name: "Northern Front", aliases: ["the north"], colour: "#1565c0",
    opposedTo: ["south"]),
  Party(id: "south", name: "Southern League", colour: "#2e7d32", opposedTo: ["north"]),
]

/// A square country of places on a jittered grid, in two provinces.
func country(of count: Int) -> Gazetteer {
  var state: UInt64 = 88_172_645_463_325_252
  func random() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) / Double(UInt64(1) << 53)
  }
  let side = Int(Double(count).squareRoot().rounded(.up))
  let units = ["xa", "xb"].map {
    Place(
      id: $0, name: "Province \($0)", featureClass: "A", featureCode: "ADM1",
      position: Position(longitude: 10, latitude: 10))
  }
  let places = (0..<count).map { index in
    Place(
      id: "p\(index)", name: "Kelvar\(syllables(index))", featureClass: "P", featureCode: "PPL",
      parent: index % side < side / 2 ? "xa" : "xb",
      position: Position(
        longitude: 10 + (Double(index % side) + random()) * 0.05,
        latitude: 10 + (Double(index / side) + random()) * 0.05))
  }
  return Gazetteer(places: units + places, names: [])
}

func syllables(_ number: Int) -> String {
  let parts = ["ba", "do", "fi", "gu", "ka", "le", "mi", "no", "ru", "sa"]
  return String(number).compactMap { $0.wholeNumberValue.map { parts[$0] } }.joined()
}

func text(of bytes: Int, _ gazetteer: Gazetteer) -> String {
  let names = gazetteer.places.dropFirst(2).map(\.name)
  var text = ""
  var index = 0
  while text.utf8.count < bytes {
    let (first, second) = (names[index % names.count], names[(index * 7 + 3) % names.count])
    text +=
      "The Northern Front said on Wednesday that its fighters had captured \(first) from the Southern League. "
    text +=
      "Residents of \(second) reported heavy fighting overnight, and at least 12 people were killed. "
    text += "Talks about winter supplies went on in the capital without a result.\n\n"
    index += 1
  }
  return text
}

if benchmark.filter.hasPrefix("endless") {
  let slow = try EndlessBenchmarks(benchmark: benchmark).run()
  for text in slow { print("endless \(text): the time grows faster than the text") }
  exit(slow.isEmpty ? 0 : 1)
}

if benchmark.filter == "ablations" {
  AblationBenchmarks().run()
  exit(0)
}

let day = Day(number: 18_872)
for size in [10_000, 100_000, 1_000_000] {
  let gazetteer = country(of: 1000)
  let extractor = Extractor(parties: parties, gazetteer: gazetteer, box: nil)
  let report = Report(
    id: "r", published: day, publishedBasis: "invented", text: text(of: size, gazetteer))
  benchmark.measure("extraction", size, "bytes") { _ = extractor.extract(report) }
}

try ExtractionBenchmarks(benchmark: benchmark, files: Array(arguments.dropFirst())).run()
// What follows prepares work of its own, which takes longer than the extraction.
if benchmark.filter.hasPrefix("extraction") { exit(0) }

/// The rows of a GeoNames dump, each with names in three scripts and some that are left out.
func dump(of count: Int) -> [UInt8] {
  var rows: [UInt8] = []
  for index in 0..<count {
    let (word, province) = (syllables(index), index % 20)
    let (latitude, longitude) = (30 + Double(index % 1000) / 100, 60 + Double(index / 1000) / 100)
    let names =
      "Kel\(word)abad,Kel\(word)-e Bala,\(word)abad,کوه\(index),Гора\(index),KVX,\(word)a"
    rows += Array(
      "\(index + 1)\tKelvar\(word)\tKelvar\(word)\t\(names)\t\(latitude)\t\(longitude)\tP\tPPL\tXX\t\t\(province)\t\t\t\t\(index * 10)\t\t\tUTC\t\n"
        .utf8)
  }
  return rows
}

for size in [1000, 10_000, 100_000] {
  let bytes = dump(of: size)
  benchmark.measure("geonames", size, "places") {
    var assembly = GazetteerAssembly()
    assembly.add(bytes, kind: .dump, file: "XX.txt")
    _ = GazetteerTable(joining: assembly.assembled().tables).gazetteer()
  }
  var assembly = GazetteerAssembly()
  assembly.add(bytes, kind: .dump, file: "XX.txt")
  let gazetteer = GazetteerTable(joining: assembly.assembled().tables).gazetteer()
  benchmark.measure("names", size, "places") {
    _ = Extractor(parties: parties, gazetteer: gazetteer, box: nil)
  }
}

/// An ACLED table of invented rows: every hundredth of an actor nobody knows, every tenth at a place of its own.
func acled(of count: Int, _ gazetteer: Gazetteer) -> [UInt8] {
  let places = gazetteer.places.dropFirst(2)
  let rows = (0..<count).map { index -> CommaTable.Row in
    let place = places[places.startIndex + index * 7 % places.count]
    let isOwn = index % 10 == 0
    let values = [
      "event_id_cnty": "XXX\(index)", "event_date": day.advanced(by: index % 365).description,
      "year": "2021", "time_precision": String(index % 3 + 1), "event_type": "Battles",
      "sub_event_type": index % 4 == 0 ? "Non-state actor overtakes territory" : "Armed clash",
      "actor1": "Military Forces of Invention (2021-) \(index % 50): Northern Front",
      "inter1": "State forces",
      "actor2": index % 100 == 0 ? "Guild \(index % 700)" : "Southern League",
      "inter2": "Rebel group", "country": "Invention", "admin1": "Province xa", "admin2": "",
      "location": isOwn ? "Hamlet \(index % 5000)" : place.name,
      "latitude": DecimalText.string(place.position.latitude + (isOwn ? 0.01 : 0), decimals: 4)
        ?? "",
      "longitude": DecimalText.string(place.position.longitude, decimals: 4) ?? "",
      "geo_precision": String(index % 13 == 0 ? 3 : 1), "source": "Courier; Radio; Agency",
      "source_scale": "National",
      "notes":
        "On some day, soldiers and the League fought in \(place.name), \"for hours\", as two sources say, and nobody knows how it ended there.",
      "fatalities": String(index % 6),
    ]
    return .init(line: 0, cells: ACLEDTable.columns.map { values[$0] ?? "" })
  }
  return Array(CommaTable(columns: ACLEDTable.columns, rows: rows).written().utf8)
}

let eventPlaces = GazetteerIndex(country(of: 4000))
for size in [1000, 10_000, 100_000] {
  let bytes = acled(of: size, eventPlaces.gazetteer)
  try benchmark.measure("import-acled", size, "rows") {
    let made = try ACLEDTable.claims(
      CommaTable(bytes), file: "acled.csv", parties: parties, index: eventPlaces)
    _ = made.table(eventPlaces.gazetteer).written()
  }
  let claims = try ACLEDTable.claims(
    CommaTable(bytes), file: "acled.csv", parties: parties, index: eventPlaces
  ).claims
  let tables = ClaimTables(parties: parties, gazetteer: eventPlaces.gazetteer, reports: [])
  benchmark.measure("export-acled", size, "claims") { _ = tables.acled(claims).written() }
  let csv = Array(EventImport.table(claims, eventPlaces.gazetteer).written().utf8)
  try benchmark.measure("read-claims-csv", size, "rows") {
    _ = try ClaimsTableReader.claims(
      CommaTable(csv), file: "claims.csv", parties: parties, index: eventPlaces)
  }
}

try await ControlBenchmarks(benchmark: benchmark).run()
