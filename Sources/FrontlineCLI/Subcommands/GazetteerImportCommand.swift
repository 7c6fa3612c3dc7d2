import ArgumentParser
import Frontline
import FrontlineGazetteer

struct GazetteerImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn GeoNames dumps or lists of places into place tables.",
    discussion: """
      A theatre can list GeoNames dumps directly; import them to correct or cut them by hand. Lists are .csv or .tsv \
      files with the columns name, latitude and longitude, and any of id, country, admin1, admin2, feature_class, \
      feature_code, population, source, names.
      """)

  @Argument(
    help:
      "GeoNames dumps, admin1CodesASCII.txt, admin2Codes.txt, countryInfo.txt, folders of them, lists."
  )
  var files: [String]

  @Option(name: .shortAndLong, help: "The folder that places.tsv and names.tsv are written to.")
  var output: String

  @OptionGroup var speech: SpeechOptions

  func run() async throws {
    let (table, findings) = try GazetteerImport.run(files, output: output)
    speech.console.report(findings)
    speech.console.say(
      "\(output): \(table.places.count) places, \(table.names.count) names; \(findings.count) findings"
    )
  }
}
