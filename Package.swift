// swift-tools-version: 6.0
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], embedding files: [String] = [],
  in path: String? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path,
    resources: files.map { .embedInCode("Resources/\($0)") }, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "Frontline",
  products: [
    .executable(name: "frontline", targets: ["FrontlineCLI"]),
    .library(name: "Frontline", targets: ["Frontline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),

    module("FrontlineGeometry"),
    module("FrontlineTopology", ["FrontlineGeometry", "CGEOS"]),
    module("FrontlineXML", ["CLibXML2"]),
    module("FrontlineArchive", ["CZlib"]),
    module("FrontlineReports"),
    module(
      "FrontlineGazetteer", ["FrontlineGeometry", "FrontlineReports"],
      embedding: ["world-names.tsv", "world-places.tsv"]),
    module(
      "FrontlineMentions", ["FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer"],
      embedding: [
        "abbreviations.txt", "function-words.txt", "locatives.txt", "metonym-verbs.txt",
        "nicknames.txt", "doubtful-words.txt", "ordinary-words.txt", "organisations.txt",
        "peoples.txt", "relative.txt",
      ]),
    module(
      "FrontlineClaims",
      ["FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineMentions"],
      embedding: ["attribution.rules", "events.rules", "time.rules", "words.rules"]),
    module(
      "FrontlineControl",
      ["FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineClaims"]),
    module(
      "FrontlineEventTables",
      ["FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineClaims"],
      embedding: ["acled.map", "ucdp.map"]),
    module(
      "FrontlineFronts",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineClaims",
        "FrontlineControl", "FrontlineTopology",
      ], embedding: ["directions.txt"]),
    module(
      "FrontlineLayers",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineClaims",
        "FrontlineControl", "FrontlineFronts",
      ]),
    module(
      "FrontlineFormats",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineMentions",
        "FrontlineClaims", "FrontlineLayers",
      ],
      embedding: [
        "map-data.js", "map-draw.js", "map-labels.js", "map-main.js", "map-panel.js", "map.css",
        "map.html", "report.css",
      ]),
    module(
      "FrontlineValidation",
      [
        "FrontlineGeometry", "FrontlineTopology", "FrontlineReports", "FrontlineXML",
        "FrontlineArchive",
      ], embedding: ["atom.xsd", "gx22.xsd", "kml22.xsd", "xal.xsd"]),
    module(
      "FrontlineGeoPackage",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineClaims", "FrontlineLayers",
        "FrontlineFormats", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    module(
      "FrontlinePictures",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineClaims", "FrontlineLayers", "CCairo",
      ]),
    module(
      "Frontline",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineMentions",
        "FrontlineClaims", "FrontlineControl", "FrontlineFronts", "FrontlineLayers",
        "FrontlineFormats", "FrontlineXML", "FrontlineTopology", "FrontlineEventTables",
        "FrontlineValidation", "FrontlineArchive", "FrontlineGeoPackage", "FrontlinePictures",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ]),
    module(
      "FrontlineEvaluation",
      [
        "Frontline", "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer",
        "FrontlineMentions", "FrontlineClaims", "FrontlineControl", "FrontlineLayers",
        "FrontlineXML", "FrontlineTopology",
      ]),
    .executableTarget(
      name: "FrontlineCLI",
      dependencies: [
        "Frontline", "FrontlineEvaluation", "FrontlineGeometry", "FrontlineReports",
        "FrontlineGazetteer", "FrontlineMentions", "FrontlineClaims", "FrontlineControl",
        "FrontlineLayers", "FrontlineFormats", "FrontlineEventTables", "FrontlineValidation",
        "FrontlinePictures",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FrontlineBenchmarks",
      dependencies: [
        "Frontline", "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer",
        "FrontlineClaims", "FrontlineControl", "FrontlineFronts", "FrontlineLayers",
        "FrontlineFormats", "FrontlineEventTables", "FrontlineTestSupport", "FrontlineValidation",
      ],
      swiftSettings: settings),

    tests(
      "FrontlineEvaluationTests",
      [
        "FrontlineEvaluation", "Frontline", "FrontlineGeometry", "FrontlineReports",
        "FrontlineGazetteer", "FrontlineMentions", "FrontlineClaims", "FrontlineControl",
        "FrontlineTestSupport", "FrontlineTopology",
      ], exclude: ["Golds"]),
    tests(
      "FrontlineEndToEndTests",
      [
        "FrontlineCLI", "FrontlineLayers", "FrontlineTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("FrontlineXMLTests", ["FrontlineXML"]),
    tests("FrontlineArchiveTests", ["FrontlineArchive"]),
    tests(
      "FrontlineValidationTests", ["FrontlineValidation", "FrontlineArchive"],
      exclude: ["cases.txt"]),
    tests("FrontlineReportsTests", ["FrontlineReports"]),
    tests(
      "FrontlineGazetteerTests", ["FrontlineGazetteer", "FrontlineGeometry", "FrontlineReports"]),
    tests(
      "FrontlineLayersTests",
      [
        "FrontlineLayers", "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer",
        "FrontlineClaims", "FrontlineControl", "FrontlineFronts",
      ]),
    tests(
      "FrontlineFormatsTests",
      [
        "FrontlineFormats", "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer",
        "FrontlineMentions", "FrontlineClaims", "FrontlineControl", "FrontlineFronts",
        "FrontlineLayers", "FrontlineXML", "FrontlineTestSupport", "FrontlineTopology",
      ], exclude: ["GeoJSON/Golden", "KMLWriter/Golden", "Marked/Golden"]),
    tests(
      "FrontlineGeoPackageTests",
      [
        "FrontlineGeoPackage", "FrontlineGeometry", "FrontlineReports", "FrontlineClaims",
        "FrontlineLayers", "FrontlineFormats", "FrontlineTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      "FrontlinePicturesTests",
      [
        "FrontlinePictures", "FrontlineGeometry", "FrontlineReports", "FrontlineClaims",
        "FrontlineLayers", "FrontlineXML",
      ]),
    tests("FrontlineGeometryTests", ["FrontlineGeometry"]),
    tests("FrontlineTopologyTests", ["FrontlineGeometry", "FrontlineTopology"]),
    tests(
      "FrontlineFrontsTests",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineClaims",
        "FrontlineControl", "FrontlineTopology", "FrontlineFronts", "FrontlineTestSupport",
      ]),

    module(
      "FrontlineTestSupport",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineMentions",
        "FrontlineClaims", "FrontlineControl",
      ], in: "Tests/FrontlineTestSupport"),
    tests(
      "FrontlineMentionsTests",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineMentions",
        "FrontlineClaims", "FrontlineTestSupport",
      ], exclude: ["Corpus", "Spelling", "WordLists"]),
    tests(
      "FrontlineClaimsTests",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineMentions",
        "FrontlineClaims", "FrontlineTestSupport",
      ], exclude: ["Corpus", "KnownShortcomings", "Wars/Texts", "Wars/Theatres"]),
    tests(
      "FrontlineEventTablesTests",
      [
        "FrontlineEventTables", "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer",
        "FrontlineClaims", "FrontlineTestSupport",
      ]),
    tests(
      "FrontlineControlTests",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineClaims",
        "FrontlineControl", "FrontlineTestSupport",
      ]),
    tests(
      "FrontlineTests",
      [
        "Frontline", "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer",
        "FrontlineMentions", "FrontlineClaims", "FrontlineControl", "FrontlineFronts",
        "FrontlineLayers", "FrontlineEventTables", "FrontlineTestSupport", "FrontlineValidation",
      ]),
  ]
)
