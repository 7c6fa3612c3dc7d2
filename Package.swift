// swift-tools-version: 6.0
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "Frontline",
  dependencies: [],
  targets: [
    module("FrontlineGeometry"),
    module("FrontlineReports", ["FrontlineGeometry"]),
    module("FrontlineGazetteer", ["FrontlineGeometry"]),
    module("FrontlineClaims", ["FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer"]),
    module("FrontlineControl", ["FrontlineGeometry", "FrontlineReports", "FrontlineClaims"]),
    module("FrontlineFronts", ["FrontlineGeometry", "FrontlineReports", "FrontlineControl"]),
    module(
      "FrontlineLayers",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer", "FrontlineClaims",
        "FrontlineControl", "FrontlineFronts",
      ]),
    module(
      "FrontlineFormats",
      ["FrontlineGeometry", "FrontlineReports", "FrontlineClaims", "FrontlineLayers"]),
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
        "FrontlineClaims", "FrontlineControl", "FrontlineFronts", "FrontlineLayers",
      ], exclude: ["GeoJSON/Golden", "KMLWriter/Golden"]),
  ]
)
