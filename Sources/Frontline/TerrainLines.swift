internal import FrontlineGeometry
internal import FrontlineReports

/// Lines of a theatre's terrain, read from GeoJSON: one for each line of a feature, with its name and its number.
struct TerrainLines {
  struct Item {
    var name: String
    var line: LineString
    var value: Double
  }

  /// What the number of a line is.
  struct Value {
    /// The property that holds it.
    var key: String
    var range: ClosedRange<Double>
    /// The number where none is given, or none in the range.
    var usual: Double
    var unit: String
  }

  /// In the order of the file.
  var items: [Item] = []
  var findings: [Finding]

  /// - Parameter noun: What a line without a name is called: `barrier 3`.
  init(_ shapes: ShapeFile, _ noun: String, _ value: Value) {
    findings = shapes.findings
    for shape in shapes.shapes {
      guard case .lines(let lines) = shape.geometry else {
        findings.append(
          Finding(
            code: "not-a-line", message: "\(shape.label) is no line, so it was left out",
            remedy: "draw it as a LineString: of an area, the edge that matters",
            file: shapes.file))
        continue
      }
      let number = number(shape, value, shapes.file)
      for line in lines {
        let name = shape.properties["name"].flatMap { $0.isEmpty ? nil : $0 }
        items.append(
          Item(name: name ?? "\(noun) \(items.count + 1)", line: line, value: number))
      }
    }
  }

  private mutating func number(_ shape: ShapeFile.Shape, _ value: Value, _ file: String) -> Double {
    guard let text = shape.properties[value.key], !text.isEmpty else { return value.usual }
    if let number = Double(text), value.range.contains(number) { return number }
    let ends = "\(Int(value.range.lowerBound)) to \(Int(value.range.upperBound))"
    findings.append(
      Finding(
        code: "bad-number",
        message:
          "\(value.key) '\(text)' of \(shape.label) is not a number from \(ends); \(Int(value.usual)) was used",
        remedy: "give \(value.unit), or leave it out", file: file))
    return value.usual
  }
}

extension TerrainLines {
  static func barriers(_ shapes: ShapeFile) -> (barriers: [Barrier], findings: [Finding]) {
    let lines = TerrainLines(
      shapes, "barrier",
      Value(
        key: "strength_km", range: 0...1000, usual: Barrier.defaultStrengthKilometres,
        unit: "how many km farther apart it sets its two sides"))
    let barriers = lines.items.map {
      Barrier(name: $0.name, line: $0.line, strengthKilometres: $0.value)
    }
    return (barriers, lines.findings)
  }

  static func corridors(_ shapes: ShapeFile) -> (corridors: [Corridor], findings: [Finding]) {
    let lines = TerrainLines(
      shapes, "corridor",
      Value(
        key: "speed", range: 1...100, usual: Corridor.defaultSpeed,
        unit: "how many times as far evidence travels along it"))
    let corridors = lines.items.map { Corridor(name: $0.name, line: $0.line, speed: $0.value) }
    return (corridors, lines.findings)
  }
}
