internal import FrontlineGeometry
internal import FrontlineXML

/// The XML of the GeoVirus corpus: articles with marked locations, the first letter being number 1.
enum GeoVirus {
  static func read(_ bytes: [UInt8], file: String) throws -> [AnnotatedText] {
    let root = try XMLDocument(bytes).root()
    guard let root, root.name == "articles" else {
      throw GoldError(
        file: file, problem: "the root element is '\(root?.name ?? "")', not 'articles'",
        remedy: "give GeoVirus.xml")
    }
    return try root.children("article").enumerated().map { index, article in
      try AnnotatedText(
        id: String(index + 1), text: article.children("text").first?.text ?? "",
        names: article.children("locations").flatMap { $0.children("location") }.map {
          try name($0, file)
        })
    }
  }

  private static func name(_ location: XMLElement, _ file: String) throws -> AnnotatedText.Name {
    func text(_ member: String) -> String { location.children(member).first?.text ?? "" }
    guard let start = Int(text("start")), let end = Int(text("end")), start > 0, end >= start else {
      throw GoldError(
        file: file,
        problem: "the location of line \(location.line) has no usable 'start' and 'end'",
        remedy: "give GeoVirus.xml")
    }
    let position = Double(text("lat")).flatMap { latitude in
      Double(text("lon")).map { Position(longitude: $0, latitude: latitude) }
    }
    return AnnotatedText.Name(
      text: text("name"), range: (start - 1)..<(end - 1), position: position)
  }
}
