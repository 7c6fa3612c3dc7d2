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

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "Frontline",
  dependencies: [],
  targets: [
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    module("FrontlineGeometry"),
    module("FrontlineTopology", ["FrontlineGeometry", "CGEOS"]),
    module("FrontlineReports", ["FrontlineGeometry"]),
    module("FrontlineGazetteer", ["FrontlineGeometry"]),
    module("FrontlineClaims", ["FrontlineGeometry", "FrontlineReports", "FrontlineGazetteer"]),
    module("FrontlineControl", ["FrontlineGeometry", "FrontlineReports", "FrontlineClaims"]),
    module(
      "FrontlineFronts",
      ["FrontlineGeometry", "FrontlineReports", "FrontlineControl", "FrontlineTopology"]),
    module("FrontlineLayers", ["FrontlineGeometry", "FrontlineReports"]),
    tests("FrontlineGeometryTests", ["FrontlineGeometry"]),
    tests("FrontlineTopologyTests", ["FrontlineGeometry", "FrontlineTopology"]),
    tests(
      "FrontlineFrontsTests",
      [
        "FrontlineGeometry", "FrontlineReports", "FrontlineControl", "FrontlineTopology",
        "FrontlineFronts",
      ]),
  ]
)
