public import FrontlineGeometry

/// A value in a layer's table. Each column has one type in every feature of a layer.
public enum PropertyValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  /// Written with the column's number of decimals.
  case number(Double)
  /// A day or an instant, already in the form it is written: `2021-09-02` or `2021-09-02T00:00:00Z`.
  case time(String)
  case null
}

/// A column of a layer: what it is called, what it holds, in which unit, and what it means.
public struct PropertyColumn: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case text, integer, number, day, dateTime
  }

  public var name: String
  public var kind: Kind
  /// The unit of a number, such as `km`; empty if it has none.
  public var unit: String
  /// Decimals of a number.
  public var decimals: Int
  public var meaning: String

  public init(_ name: String, _ kind: Kind, unit: String = "", decimals: Int = 0, meaning: String) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.decimals = decimals
    self.meaning = meaning
  }
}

/// One thing on the map: its shape and one value per column of its layer.
public struct Feature: Hashable, Sendable {
  /// Unique in its layer; an NCName.
  public var id: String
  public var geometry: Geometry
  /// As many as the layer has columns, in their order.
  public var values: [PropertyValue]

  public init(id: String, geometry: Geometry, values: [PropertyValue]) {
    self.id = id
    self.geometry = geometry
    self.values = values
  }
}

/// Features of one geometry kind that share their columns.
public struct Layer: Hashable, Sendable {
  /// The file and layer name, such as `front_lines`.
  public var name: String
  public var columns: [PropertyColumn]
  /// Sorted as they are written.
  public var features: [Feature]

  public init(name: String, columns: [PropertyColumn], features: [Feature]) {
    self.name = name
    self.columns = columns
    self.features = features
  }

  /// The feature's value in a column; `.null` if the layer has no such column.
  public func value(_ column: String, of feature: Feature) -> PropertyValue {
    guard let index = columns.firstIndex(where: { $0.name == column }),
      feature.values.indices.contains(index)
    else { return .null }
    return feature.values[index]
  }
}
