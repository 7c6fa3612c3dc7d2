public import FrontlineGeometry

/// A text of a public corpus, with the place names its annotators marked.
public struct AnnotatedText: Hashable, Sendable {
  /// A marked name: where it stands, and where the place is.
  public struct Name: Hashable, Sendable {
    public var text: String
    /// In the text's Unicode scalars.
    public var range: Range<Int>
    /// Nil where the corpus gives none; the middle of the box round an area.
    public var position: Position?
  }

  public var id: String
  public var text: String
  /// In text order.
  public var names: [Name]

  init(id: String, text: String, names: [Name]) {
    self.id = id
    self.text = text
    self.names = names.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}

/// Public corpora whose files can be read.
public enum Corpus: String, Sendable, CaseIterable {
  /// War of the Rebellion, letters and reports of the American Civil War: DeLozier, Wing, Baldridge and Nesbit,
  /// "Creating a Novel Geolocation Corpus from Historical Texts" (LAW 2016).
  case wotr
  /// Wikinews on epidemics: Gritta, Pilehvar and Collier, "Which Melbourne? Augmenting Geocoding with Maps"
  /// (ACL 2018).
  case geovirus

  /// - Throws: ``GoldError`` for a file of another form.
  public func read(_ bytes: [UInt8], file: String) throws -> [AnnotatedText] {
    switch self {
    case .wotr: try WarOfTheRebellion.read(bytes, file: file)
    case .geovirus: try GeoVirus.read(bytes, file: file)
    }
  }
}
