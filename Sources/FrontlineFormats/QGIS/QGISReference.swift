import FrontlineGeometry

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reference systems as QGIS 3.22 reads them: the number of its own table decides, the rest is for people.
enum QGISReference {
  static let wgs84 = XMLNode(
    "spatialrefsys", [:],
    [
      XMLNode("proj4", text: "+proj=longlat +datum=WGS84 +no_defs"),
      XMLNode("srsid", text: "3452"), XMLNode("srid", text: "4326"),
      XMLNode("authid", text: "EPSG:4326"), XMLNode("description", text: "WGS 84"),
      XMLNode("projectionacronym", text: "longlat"), XMLNode("ellipsoidacronym", text: "EPSG:7030"),
      XMLNode("geographicflag", text: "true"),
    ])

  /// What base maps are in; north is up and angles are true.
  static let mercator = XMLNode(
    "spatialrefsys", [:],
    [
      XMLNode(
        "proj4",
        text:
          "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"
      ), XMLNode("srsid", text: "3857"), XMLNode("srid", text: "3857"),
      XMLNode("authid", text: "EPSG:3857"),
      XMLNode("description", text: "WGS 84 / Pseudo-Mercator"),
      XMLNode("projectionacronym", text: "merc"), XMLNode("ellipsoidacronym", text: "EPSG:7030"),
      XMLNode("geographicflag", text: "false"),
    ])

  /// A box in Web Mercator's metres (EPSG 1024, with the sphere of 6,378,137 m).
  struct Plane {
    var minX, minY, maxX, maxY: Double

    private static let radius = 6_378_137.0

    init(_ box: BoundingBox) {
      minX = Self.x(box.west)
      maxX = Self.x(box.east)
      minY = Self.y(box.south)
      maxY = Self.y(box.north)
    }

    /// Widened about its middle to the shape of a frame.
    ///
    /// - Parameter aspect: The frame's width by its height.
    func filling(aspect: Double) -> Plane {
      var plane = self
      let (width, height) = (maxX - minX, maxY - minY)
      if width < height * aspect {
        plane.minX -= (height * aspect - width) / 2
        plane.maxX += (height * aspect - width) / 2
      } else {
        plane.minY -= (width / aspect - height) / 2
        plane.maxY += (width / aspect - height) / 2
      }
      return plane
    }

    func node(_ name: String) -> XMLNode {
      let sides = [("xmin", minX), ("ymin", minY), ("xmax", maxX), ("ymax", maxY)]
      if name == "Extent" {
        return XMLNode(name, pairs: sides.map { ($0.0, Self.text($0.1)) })
      }
      return XMLNode(name, [:], sides.map { XMLNode($0.0, text: Self.text($0.1)) })
    }

    private static func x(_ longitude: Double) -> Double { radius * longitude * .pi / 180 }

    /// Latitudes beyond 85.06 degrees are not on such a map.
    private static func y(_ latitude: Double) -> Double {
      let latitude = min(max(latitude, -85.06), 85.06)
      return radius * log(tan(.pi / 4 + latitude * .pi / 360))
    }

    /// In whole metres, so that no machine's last digit matters.
    private static func text(_ metres: Double) -> String { String(Int(metres.rounded())) }
  }
}
