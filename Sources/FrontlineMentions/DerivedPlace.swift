public import FrontlineGazetteer
public import FrontlineGeometry

/// A place that a text gives by its relation to one that has a name: "10 km north of X", "between X and Y".
public struct DerivedPlace: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A distance and a direction; a distance alone; a direction alone.
    case offset, distance, direction
    /// "northern X", "the south of X".
    case part
    /// "between X and Y"; "the road from X to Y".
    case between, road
    /// "the outskirts of X", "the mouth of X"; "near X".
    case rim, near
  }

  public var kind: Kind
  /// Such as `xx-dovra+10kmN`, for what lies away from its anchor; else the anchor's id.
  public var id: String
  /// "10 km north of Dovra"; the anchor's name for what lies at it.
  public var name: String
  /// The places it is derived from, in the order of the text.
  public var anchors: [String]
  public var position: Position
  public var precision: GeoPrecision
  /// Whether it lies out of its anchor: what holds there says nothing of the anchor.
  public var isAway: Bool
  /// The word for a part or rim of the anchor: `northern part`, `outskirts`; nil for others.
  public var edge: String?
  /// How position and radius came about, in words.
  public var reason: String
}
