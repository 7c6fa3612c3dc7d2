public import FrontlineReports

/// How much a viewer of a KML has to take.
public struct KMLSize: Hashable, Sendable {
  /// Unpacked.
  public var bytes: Int
  public var placemarks: Int

  public init(bytes: Int, placemarks: Int) {
    self.bytes = bytes
    self.placemarks = placemarks
  }

  /// Where viewers on the web and on phones stop: Google's published limits for KML on maps.
  public static let limit = KMLSize(bytes: 10_000_000, placemarks: 1_000)

  public var isLarge: Bool {
    bytes > Self.limit.bytes || placemarks > Self.limit.placemarks
  }

  /// - Parameter path: Of the file, or words for several, of which this is the largest.
  /// - Returns: Nil if it is not too large for any.
  public func finding(_ path: String) -> Finding? {
    guard isLarge else { return nil }
    return Finding(
      code: "large-kml",
      message:
        "the file has \(placemarks) Placemarks in \((bytes + 999_999) / 1_000_000) MB; some viewers take no more than \(Self.limit.placemarks), or \(Self.limit.bytes / 1_000_000) MB",
      remedy: "simplify the shapes (--simplify 100), or build fewer days or views", file: path)
  }
}
