public import FrontlineGazetteer
internal import FrontlineGeometry
public import FrontlineMentions

/// How well the place names of a public corpus were found and put on the map.
public struct CorpusScore: Sendable {
  /// How far off the places of names with known coordinates were put.
  public struct Located: Sendable {
    /// Names with coordinates.
    public var names = 0
    /// Errors in kilometres of those that were put anywhere, smallest first.
    public var errors: [Double] = []

    /// Share of all names within 161 km (100 miles), those put nowhere counted as wrong; 0 if there are none.
    public var accuracy161: Double {
      names > 0 ? Double(errors.count { $0 <= 161 }) / Double(names) : 0
    }

    public var meanError: Double? {
      errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
    }

    public var medianError: Double? {
      guard !errors.isEmpty else { return nil }
      let middle = errors.count / 2
      return errors.count % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2
    }
  }

  public var texts: Int
  /// Of the texts in UTF-8.
  public var bytes: Int
  public var names: Int
  /// A name counts if its first and last letter are those marked.
  public var exact = PrecisionRecall()
  /// A name counts if the text has it as often (``NameComparison/core(_:)``), wherever it stands.
  public var normalised = PrecisionRecall()
  /// Of the names that were found, at their exact place or overlapping it.
  public var foundNames = Located()
  /// Of all names: those not found count as put nowhere.
  public var allNames = Located()
  /// In the order of the texts.
  public var errors: [CorpusError] = []

  public init(_ texts: [AnnotatedText], read: [[Mention]], gazetteer: Gazetteer) {
    self.texts = texts.count
    bytes = texts.reduce(0) { $0 + $1.text.utf8.count }
    names = texts.reduce(0) { $0 + $1.names.count }
    let folded = Set(gazetteer.names.map { NameKey.fold($0.text) })
    for (text, mentions) in zip(texts, read) {
      recognition(text, mentions.filter(\.isLiteral))
      resolution(text, mentions.filter(\.isLiteral), gazetteer)
      list(text, mentions, knows: { folded.contains(NameKey.fold($0)) })
    }
    foundNames.errors.sort()
    allNames.errors.sort()
  }

  private mutating func recognition(_ text: AnnotatedText, _ mentions: [Mention]) {
    let marked = Set(text.names.map(\.range))
    let found = Set(mentions.map(\.range))
    let hits = marked.intersection(found).count
    exact += PrecisionRecall(right: hits, wrong: found.count - hits, missed: marked.count - hits)
    let wanted = Bag(text.names.map { (NameComparison.core($0.text), 1) })
    let names = Bag(mentions.map { (NameComparison.core($0.text), 1) })
    for (name, count) in wanted.counts {
      let hit = min(count, names.count(name))
      normalised += PrecisionRecall(right: hit, missed: count - hit)
    }
    for (name, count) in names.counts {
      normalised.wrong += count - min(count, wanted.count(name))
    }
  }

  private mutating func resolution(
    _ text: AnnotatedText, _ mentions: [Mention], _ gazetteer: Gazetteer
  ) {
    for name in text.names {
      guard let position = name.position else { continue }
      allNames.names += 1
      guard let mention = mentions.first(where: { $0.range.overlaps(name.range) }) else { continue }
      foundNames.names += 1
      guard let place = mention.resolution.flatMap({ gazetteer.place(id: $0.placeID) }) else {
        continue
      }
      let error = kilometres(place.position, position)
      foundNames.errors.append(error)
      allNames.errors.append(error)
      if error > 161 {
        errors.append(
          CorpusError(
            text, name.range, name.text, .farOff(place: place.id, kilometres: error)))
      }
    }
  }

  private mutating func list(
    _ text: AnnotatedText, _ mentions: [Mention], knows: (String) -> Bool
  ) {
    for name in text.names
    where !mentions.contains(where: { $0.isLiteral && $0.range == name.range }) {
      let other = mentions.first { $0.range.overlaps(name.range) }
      errors.append(CorpusError(text, name.range, name.text, .missed(other, knows(name.text))))
    }
    let marked = text.names.map(\.range)
    for mention in mentions where mention.isLiteral && !marked.contains(mention.range) {
      let isPart = marked.contains { $0.overlaps(mention.range) }
      errors.append(
        CorpusError(text, mention.range, mention.text, isPart ? .otherSpan : .notMarked))
    }
  }
}

/// A name of a corpus that was missed, wrongly found, or put far off.
public struct CorpusError: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The gazetteer has no such name.
    case unknownName
    /// The name is known but was taken for a part of another, or for a government; the words say why.
    case takenOtherwise(reason: String)
    /// A shorter or longer name was found in its place.
    case foundOtherSpan(String)
    /// The name is known and was not looked at as a name.
    case notTaken
    /// Found overlapping a marked name, which is missed.
    case otherSpan
    /// Found where nothing is marked.
    case notMarked
    /// Put farther than 161 km away.
    case farOff(place: String, kilometres: Double)

    static func missed(_ other: Mention?, _ isKnown: Bool) -> Kind {
      switch other?.use {
      case .associative(let reason)?: .takenOtherwise(reason: reason)
      case .literal?: .foundOtherSpan(other?.text ?? "")
      case nil: isKnown ? .notTaken : .unknownName
      }
    }

    /// Short and hyphenated.
    public var code: String {
      switch self {
      case .unknownName: "unknown-name"
      case .takenOtherwise: "taken-otherwise"
      case .foundOtherSpan: "found-other-span"
      case .notTaken: "not-taken"
      case .otherSpan: "other-span"
      case .notMarked: "not-marked"
      case .farOff: "far-off"
      }
    }
  }

  public var text: String
  public var name: String
  public var kind: Kind
  /// The name with some letters on either side.
  public var context: String

  init(_ text: AnnotatedText, _ range: Range<Int>, _ name: String, _ kind: Kind) {
    self.text = text.id
    self.name = name
    self.kind = kind
    let scalars = Array(text.text.unicodeScalars)
    let around = max(0, range.lowerBound - 40)..<min(scalars.count, range.upperBound + 40)
    context = String(String.UnicodeScalarView(scalars[around])).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
  }

  /// Code, text, name and what is known, on one line.
  public var line: String {
    let more =
      switch kind {
      case .takenOtherwise(let reason): reason
      case .foundOtherSpan(let found): "found '\(found)'"
      case .farOff(let place, let kilometres): "put \(Int(kilometres)) km off, at \(place)"
      default: ""
      }
    return "\(kind.code)\t\(text)\t\(name)\t\(more)\t\(context)\n"
  }
}

/// Reads the place names of texts, with nothing but a gazetteer.
public struct CorpusReader: Sendable {
  private let tokenizer = Tokenizer()
  private let recognizer: ToponymRecognizer
  private let resolver: ToponymResolver

  public init(_ gazetteer: Gazetteer) {
    recognizer = ToponymRecognizer(gazetteer: gazetteer)
    resolver = ToponymResolver(gazetteer: gazetteer, recognizer: recognizer, box: nil)
  }

  /// The mentions of each text, in order; each text is read on its own.
  public func mentions(of texts: [AnnotatedText]) -> [[Mention]] {
    texts.map { annotated in
      let text = tokenizer.tokenize(annotated.text)
      return resolver.resolve(recognizer.mentions(in: text), in: text).mentions
    }
  }
}
