import Foundation
import Testing

/// Two days of an invented war: the truth, a map, and how near it comes.
enum InventedFront {
  static let truth = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"kind": "theatre"}, "geometry": {"type": "Polygon", "coordinates":
    [[[30, 10], [32, 10], [32, 11.5], [30, 11.5], [30, 10]]]}},
    {"type": "Feature", "properties": {"kind": "control", "party": "red", "date": "2030-05-01"},
    "geometry": {"type": "Polygon", "coordinates": [[[31, 9.9], [32.1, 9.9], [32.1, 11.6], [30.9, 11.6],
    [31.1, 11.1], [30.8, 10.6], [31, 9.9]]]}},
    {"type": "Feature", "properties": {"kind": "control", "party": "red", "date": "2030-05-09"},
    "geometry": {"type": "MultiPolygon", "coordinates": [[[[31.2, 9.9], [32.1, 9.9], [32.1, 11.6], [31,
    11.6], [31.15, 10.8], [31.2, 9.9]]], [[[30.5, 10.4], [30.62, 10.45], [30.55, 10.55], [30.5, 10.4]]]]}}
    ]}
    """

  static let map = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"kind": "control", "party": "red", "date": "2030-05-01"},
    "geometry": {"type": "Polygon", "coordinates": [[[31.05, 9.9], [32.1, 9.9], [32.1, 11.6], [30.95,
    11.6], [31.05, 11.2], [30.9, 10.9], [30.85, 10.5], [31.05, 9.9]], [[31.5, 10.5], [31.5, 10.6], [31.6,
    10.6], [31.6, 10.5], [31.5, 10.5]]]}},
    {"type": "Feature", "properties": {"kind": "control", "party": "blue", "date": "2030-05-01"},
    "geometry": {"type": "Polygon", "coordinates": [[[30, 10], [30.9, 10], [30.7, 10.6], [30.85, 11.1],
    [30.8, 11.5], [30, 11.5], [30, 10]]]}},
    {"type": "Feature", "properties": {"kind": "contested", "date": "2030-05-01"}, "geometry": {"type":
    "Polygon", "coordinates": [[[30.9, 10], [31, 10.1], [30.85, 10.5], [30.7, 10.6], [30.9, 10]]]}},
    {"type": "Feature", "properties": {"kind": "unknown", "date": "2030-05-01"}, "geometry": {"type":
    "Polygon", "coordinates": [[[30.9, 11], [31.2, 11], [31.2, 11.2], [30.9, 11.2], [30.9, 11]]]}},
    {"type": "Feature", "properties": {"kind": "band", "level": 0.5, "date": "2030-05-01"}, "geometry":
    {"type": "Polygon", "coordinates": [[[30.8, 9.9], [31.2, 9.9], [31.2, 11.6], [30.8, 11.6], [30.8,
    9.9]]]}},
    {"type": "Feature", "properties": {"kind": "band", "level": 0.95}, "geometry": {"type": "Polygon",
    "coordinates": [[[30.6, 9.9], [31.4, 9.9], [31.4, 11.6], [30.6, 11.6], [30.6, 9.9]]]}},
    {"type": "Feature", "properties": {"date": "2030-05-09"}, "geometry": {"type": "Polygon",
    "coordinates": [[[31.2, 9.9], [32.1, 9.9], [32.1, 11.6], [31, 11.6], [31.2, 10.8], [31.2, 9.9]]]}},
    {"type": "Feature", "properties": {"kind": "front", "date": "2030-05-09T00:00:00Z"}, "geometry":
    {"type": "LineString", "coordinates": [[31.2, 9.95], [31.18, 10.4], [31.25, 10.8], [31.05, 11.3]]}}
    ]}
    """

  /// What an independent implementation (Python, numpy and shapely on GEOS 3.14) gives for them.
  static let figures = """
    dates_scored 2
    dates_failed 0
    mean/belt_km2 24313.88
    mean/true_line_km 191.3886
    mean/pred_line_km 157.3969
    mean/iou_belt 0.9376914
    mean/iou_belt_lenient 0.9611114
    mean/wrong_decided_frac 0.01624789
    mean/contested_frac 0.01776439
    mean/unknown_frac 0.05584949
    mean/contested_within_5km_of_true_line 0.6455409
    mean/displacement_km 3.517753
    mean/bias_km -1.40251
    mean/line_mean_km 8.371847
    mean/line_median_km 4.069721
    mean/line_p90_km 36.83068
    mean/line_p95_km 40.10557
    mean/line_max_km 42.0282
    mean/line_t2p_mean_km 11.43842
    mean/line_t2p_median_km 4.700471
    mean/line_t2p_p90_km 39.6966
    mean/line_t2p_p95_km 40.71272
    mean/line_t2p_max_km 42.0282
    mean/line_p2t_mean_km 4.026926
    mean/line_p2t_median_km 3.384423
    mean/line_p2t_p90_km 8.798031
    mean/line_p2t_p95_km 9.460366
    mean/line_p2t_max_km 10.16369
    mean/length_ratio 0.8332126
    mean/islands_spurious 0
    mean/islands_missed 0.5
    mean/parts_pred 1
    mean/parts_true 1.5
    mean/bands/0.5/coverage 0.9998589
    mean/bands/0.5/area_km2 7287.948
    mean/bands/0.5/width_km 41.57777
    mean/bands/0.95/coverage 0.905812
    mean/bands/0.95/area_km2 14574.81
    mean/bands/0.95/width_km 76.69549
    by_date/2030-05-01/belt_km2 21390.38
    by_date/2030-05-01/true_line_km 175.2847
    by_date/2030-05-01/pred_line_km 168.5858
    by_date/2030-05-01/iou_belt 0.9346392
    by_date/2030-05-01/iou_belt_lenient 0.9814792
    by_date/2030-05-01/wrong_decided_frac 0.01034709
    by_date/2030-05-01/contested_frac 0.03552878
    by_date/2030-05-01/unknown_frac 0.111699
    by_date/2030-05-01/contested_within_5km_of_true_line 0.6455409
    by_date/2030-05-01/displacement_km 4.128065
    by_date/2030-05-01/bias_km 0.1024206
    by_date/2030-05-01/line_mean_km 4.065319
    by_date/2030-05-01/line_median_km 3.507961
    by_date/2030-05-01/line_p90_km 8.437128
    by_date/2030-05-01/line_p95_km 9.024852
    by_date/2030-05-01/line_max_km 9.763694
    by_date/2030-05-01/line_t2p_mean_km 4.135907
    by_date/2030-05-01/line_t2p_median_km 3.529364
    by_date/2030-05-01/line_t2p_p90_km 8.582799
    by_date/2030-05-01/line_t2p_p95_km 9.173247
    by_date/2030-05-01/line_t2p_max_km 9.763694
    by_date/2030-05-01/line_p2t_mean_km 3.991798
    by_date/2030-05-01/line_p2t_median_km 3.476152
    by_date/2030-05-01/line_p2t_p90_km 8.285183
    by_date/2030-05-01/line_p2t_p95_km 8.880156
    by_date/2030-05-01/line_p2t_max_km 9.444918
    by_date/2030-05-01/length_ratio 0.9617828
    by_date/2030-05-01/islands_spurious 0
    by_date/2030-05-01/islands_missed 0
    by_date/2030-05-01/parts_pred 1
    by_date/2030-05-01/parts_true 1
    by_date/2030-05-01/bands/0.5/coverage 0.9998589
    by_date/2030-05-01/bands/0.5/area_km2 7287.948
    by_date/2030-05-01/bands/0.5/width_km 41.57777
    by_date/2030-05-01/bands/0.95/coverage 1
    by_date/2030-05-01/bands/0.95/area_km2 14573.73
    by_date/2030-05-01/bands/0.95/width_km 83.14321
    by_date/2030-05-09/belt_km2 27237.38
    by_date/2030-05-09/true_line_km 207.4924
    by_date/2030-05-09/pred_line_km 146.208
    by_date/2030-05-09/iou_belt 0.9407436
    by_date/2030-05-09/iou_belt_lenient 0.9407436
    by_date/2030-05-09/wrong_decided_frac 0.02214868
    by_date/2030-05-09/contested_frac 0
    by_date/2030-05-09/unknown_frac 0
    by_date/2030-05-09/displacement_km 2.907441
    by_date/2030-05-09/bias_km -2.907441
    by_date/2030-05-09/line_mean_km 12.67837
    by_date/2030-05-09/line_median_km 4.631482
    by_date/2030-05-09/line_p90_km 65.22423
    by_date/2030-05-09/line_p95_km 71.18629
    by_date/2030-05-09/line_max_km 74.29271
    by_date/2030-05-09/line_t2p_mean_km 18.74094
    by_date/2030-05-09/line_t2p_median_km 5.871578
    by_date/2030-05-09/line_t2p_p90_km 70.81041
    by_date/2030-05-09/line_t2p_p95_km 72.25219
    by_date/2030-05-09/line_t2p_max_km 74.29271
    by_date/2030-05-09/line_p2t_mean_km 4.062054
    by_date/2030-05-09/line_p2t_median_km 3.292694
    by_date/2030-05-09/line_p2t_p90_km 9.310879
    by_date/2030-05-09/line_p2t_p95_km 10.04058
    by_date/2030-05-09/line_p2t_max_km 10.88247
    by_date/2030-05-09/length_ratio 0.7046425
    by_date/2030-05-09/islands_spurious 0
    by_date/2030-05-09/islands_missed 1
    by_date/2030-05-09/parts_pred 1
    by_date/2030-05-09/parts_true 2
    by_date/2030-05-09/bands/0.95/coverage 0.8116239
    by_date/2030-05-09/bands/0.95/area_km2 14575.88
    by_date/2030-05-09/bands/0.95/width_km 70.24777
    """
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent(
        "frontline-control-\(UUID().uuidString)"
      ).path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// - Returns: The file's path.
  func write(_ text: String, to name: String) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The first day of the invented map as a build would leave it, with places and a second view.
  ///
  /// - Returns: The folder's path.
  func writeBuild() throws -> String {
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(InventedFront.map.utf8)) as? [String: Any])
    let features = try #require(root["features"] as? [[String: Any]])
    var areas: [[String: Any]] = []
    var bands: [[String: Any]] = []
    for feature in features {
      var properties = try #require(feature["properties"] as? [String: Any])
      guard properties["date"] as? String != "2030-05-09" else { continue }
      let kind = properties["kind"] as? String
      properties["view"] = "assessed"
      properties["status"] = ["control": "held", "contested": "contested"][kind]
      let copy = feature.merging(["properties": properties]) { $1 }
      if kind == "band" { bands.append(copy) } else if kind != "unknown" { areas.append(copy) }
    }
    // Another view draws everything the other way round; it is not asked for.
    var other = areas[0]
    other["properties"] = ["view": "independent", "status": "held", "party": "blue"]
    try write(areas + [other], to: "out/2030-05-01/control_areas.geojson")
    try write(bands, to: "out/2030-05-01/uncertainty.geojson")
    try write(places, to: "out/2030-05-01/places.geojson")
    let manifest =
      #"{"theatre_id": "t", "files": [], "days": ["2030-05-01"], "views": ["assessed", "independent"]}"#
    _ = try write(manifest, to: "out/manifest.json")
    return path + "/out"
  }

  /// Deep in red land, just west of the true line, far in the west, and outside the theatre.
  private var places: [[String: Any]] {
    let places: [(Double, Double, [String: Any])] = [
      (31.7, 10.7, ["party_probabilities": "red 0.970; blue 0.030"]),
      (30.75, 10.6, ["status": "held", "party": "red", "probability": 0.74]),
      (30.1, 10.5, ["status": "held", "party": "blue", "probability": 0.9]),
      (33, 10.5, ["party_probabilities": "red 0.970; blue 0.030"]),
    ]
    return places.map { longitude, latitude, properties in
      [
        "type": "Feature", "properties": properties.merging(["view": "assessed"]) { $1 },
        "geometry": ["type": "Point", "coordinates": [longitude, latitude]] as [String: Any],
      ]
    }
  }

  private func write(_ features: [[String: Any]], to name: String) throws {
    let root: [String: Any] = ["type": "FeatureCollection", "features": features]
    let data = try JSONSerialization.data(withJSONObject: root)
    _ = try write(String(decoding: data, as: UTF8.self), to: name)
  }
}
