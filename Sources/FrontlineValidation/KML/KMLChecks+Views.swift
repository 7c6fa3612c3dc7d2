/// Checks of views and regions.
extension KMLCheck {
  static let ofViews: [KMLCheck] = [
    .every(
      8, "level-1/Region-LatLonAltBox", "a LatLonAltBox encloses something", [.latLonAltBox],
      latLonAltBox),
    .whole(
      38, "level-1/LookAt", "a LookAt has longitude, latitude, range and a fitting tilt",
      [.lookAt], lookAt),
    .whole(39, "level-1/Lod", "a Lod has a smallest size, below its largest", [.lod], lod),
    .whole(41, "level-1/Region", "a Region has LatLonAltBox and Lod", [.region]) {
      $0.missing(.latLonAltBox, .lod)
    },
    .whole(
      54, "level-2/Camera", "a Camera has a position above the ground", [.camera], camera),
    .whole(
      74, "level-3/Lod-FadeExtents", "the fades of a Lod fit between its sizes", [.lod],
      fadeExtents),
  ]

  @Sendable private static func latLonAltBox(_ node: KMLNode) -> String? {
    if let empty = node.emptyBox { return empty }
    if node.has(.minAltitude), node.has(.maxAltitude), node.isClamped {
      return "it has altitudes, but its altitudeMode is clampToGround or missing"
    }
    let lowest = node.text(.minAltitude).map { Float($0) } ?? 0
    let highest = node.text(.maxAltitude).map { Float($0) } ?? 0
    guard let lowest, let highest, lowest <= highest else {
      return "its minAltitude '\(node.text(.minAltitude) ?? "0")' is above its maxAltitude"
        + " '\(node.text(.maxAltitude) ?? "0")'"
    }
    return nil
  }

  @Sendable private static func lookAt(_ node: KMLNode) -> String? {
    if let missing = node.missing(.longitude, .latitude, .range) { return missing }
    if let text = node.text(.tilt) {
      guard let tilt = Double(text), (0...90).contains(tilt) else {
        return "its tilt '\(text)' is not within 0 and 90"
      }
    }
    guard !node.isClamped else { return nil }
    return node.missing(.altitude).map { "\($0), but its altitudeMode is '\(node.altitudeMode)'" }
  }

  @Sendable private static func camera(_ node: KMLNode) -> String? {
    if let missing = node.missing(.longitude, .latitude, .altitude) { return missing }
    return node.isClamped ? "its altitudeMode is clampToGround or missing" : nil
  }

  /// How large a region may be drawn at most, in pixels: -1 and nothing are no limit.
  private static func largest(_ node: KMLNode) -> Double? {
    guard let text = node.text(.maxLodPixels) else { return .infinity }
    return Double(text).map { $0 < 0 ? .infinity : $0 }
  }

  @Sendable private static func lod(_ node: KMLNode) -> String? {
    guard let text = node.text(.minLodPixels) else { return node.missing(.minLodPixels) }
    guard let least = Double(text), let most = largest(node), least < most else {
      return "its minLodPixels '\(text)' is not below its maxLodPixels"
        + " '\(node.text(.maxLodPixels) ?? "-1")'"
    }
    return nil
  }

  @Sendable private static func fadeExtents(_ node: KMLNode) -> String? {
    let least = node.number(.minLodPixels) ?? 0
    let fades = (node.number(.minFadeExtent) ?? 0) + (node.number(.maxFadeExtent) ?? 0)
    guard let most = largest(node), least < most, fades > most - least else {
      return nil
    }
    return "its fade extents add up to \(KMLCheck.plain(fades)) pixels, more than lie between its"
      + " minLodPixels and maxLodPixels"
  }

  /// A number without a fraction if it has none.
  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
