/// Checks of overlays.
extension KMLCheck {
  static let ofOverlays: [KMLCheck] = [
    .every(
      11, "level-1/LatLonBox", "a LatLonBox has four edges that enclose something", [.latLonBox]
    ) {
      $0.missing(.north, .south, .east, .west) ?? $0.emptyBox
    },
    .every(
      19, "level-1/ViewVolume-Minimal", "a ViewVolume has its angles and a near of zero or more",
      [.viewVolume], viewVolume),
    .every(
      33, "level-1/GroundOverlay", "a GroundOverlay at an absolute height has an altitude",
      [.groundOverlay]
    ) { $0.text(.altitudeMode) == "absolute" ? $0.missing(.altitude) : nil },
    .whole(
      35, "level-1/PhotoOverlay-Minimal", "a PhotoOverlay has Icon, ViewVolume, Point and Camera",
      [.photoOverlay]
    ) { $0.missing(.icon, .viewVolume, .point, .camera) },
    .every(
      52, "level-2/PhotoOverlay", "a tiled photo has an ImagePyramid, and only that",
      [.photoOverlay], tiledPhoto),
    .whole(
      53, "level-2/GroundOverlay-Minimal", "a GroundOverlay has a LatLonBox with four edges",
      [.groundOverlay], groundOverlay),
    .whole(56, "level-2/Overlay", "an overlay has an Icon", KMLName.overlays) { $0.missing(.icon) },
    .whole(57, "level-2/ScreenOverlay", "a ScreenOverlay has a screenXY", [.screenOverlay]) {
      $0.missing(.screenXY)
    },
    .whole(
      62, "level-2/ImagePyramid", "an ImagePyramid has a size and tiles of a power of two",
      [.imagePyramid], imagePyramid),
  ]

  @Sendable private static func viewVolume(_ node: KMLNode) -> String? {
    if let missing = node.missing(.leftFov, .rightFov, .bottomFov, .topFov, .near) {
      return missing
    }
    guard let near = node.number(.near), near >= 0 else {
      return "its near '\(node.text(.near) ?? "")' is below zero"
    }
    return nil
  }

  @Sendable private static func tiledPhoto(_ node: KMLNode) -> String? {
    let isTiled = node.child(.icon)?.text(.href)?.contains("[level]") ?? false
    guard node.has(.icon) || node.has(.imagePyramid) else { return nil }
    if node.has(.imagePyramid) && !isTiled {
      return "it has an <ImagePyramid>, but its image is not tiled by $[level], $[x] and $[y]"
    }
    return isTiled && !node.has(.imagePyramid)
      ? "its image is tiled by $[level], but it has no <ImagePyramid>" : nil
  }

  @Sendable private static func groundOverlay(_ node: KMLNode) -> String? {
    if node.tree.allowsGX && node.has(.gxLatLonQuad) { return nil }
    guard let box = node.child(.latLonBox) else { return "it has no <LatLonBox>" }
    return box.missing(.north, .south, .east, .west).map { "its <LatLonBox> lacks edges: \($0)" }
  }

  @Sendable private static func imagePyramid(_ node: KMLNode) -> String? {
    if let missing = node.missing(.maxWidth, .maxHeight) { return missing }
    guard let text = node.text(.tileSize) else { return nil }
    guard let size = Int32(text), size > 0, size & (size - 1) == 0 else {
      return "its tileSize '\(text)' is no power of two"
    }
    return nil
  }
}

extension KMLNode {
  /// What is wrong with the edges of a box; edges that are not there are those of the whole Earth.
  var emptyBox: String? {
    fault(above: .east, below: .west) ?? fault(above: .north, below: .south)
  }

  /// In single precision, as OGC's suite has it.
  private func fault(above: KMLName, below: KMLName) -> String? {
    let upper = text(above).map { Float($0) } ?? 180
    let lower = text(below).map { Float($0) } ?? -180
    guard let upper, let lower, upper > lower else {
      return "its \(above.rawValue) '\(text(above) ?? "180")' is not above its \(below.rawValue)"
        + " '\(text(below) ?? "-180")'"
    }
    return nil
  }
}
