internal import Foundation
public import FrontlineGeometry
public import FrontlineReports

/// What a human coder found in one text: the answers that an extraction is measured against.
public struct GoldReport: Hashable, Sendable {
  /// A place name used as a place, and how often the text uses it so.
  public struct Mention: Hashable, Sendable {
    /// As written.
    public var text: String
    public var count: Int
    /// The coder's name of the place; several spellings may share it.
    public var place: String
    /// `country`, `province`, `region` for areas; any other word for what is a point on a map.
    public var kind: String
    public var point: Position?
  }

  /// A name that holds or resembles a place name but is used otherwise.
  public struct NotPlace: Hashable, Sendable {
    public var text: String
    public var count: Int
    /// `metonym` for a place name that stands for a government, an office or a force.
    public var type: String
  }

  public struct Claim: Hashable, Sendable {
    /// The coder's number, for a person to find it.
    public var number: Int
    public var place: String
    public var event: String
    public var actor: String?
    public var against: String?
    /// `held`, `contested` or `unknown`, and the holder.
    public var status: String?
    public var party: String?
    public var validFrom: Day
    /// `day`, `week` or `month`.
    public var precision: String
    public var claimant: String
    /// The first words of the sentence it stands in.
    public var sentenceStart: String
    /// Neither for nor against whoever finds it, or does not.
    public var isOptional: Bool
    /// Alternatives that are as good, by `event`, `asserted_by` and `control`.
    public var accepted: [String: Set<String>]
    /// Further points of the place, such as the mouth of a valley.
    public var alsoAt: [Position]
    /// A namesake farther away than these kilometres is refused.
    public var nearKilometres: Double?
  }

  public var id: String
  public var published: Day
  public var mentions: [Mention]
  public var notPlaces: [NotPlace]
  public var claims: [Claim]

  /// Reads a gold file.
  ///
  /// - Parameter file: Its name, for messages.
  /// - Throws: ``GoldError`` where the JSON is not of the form, with the path of what is wrong in it.
  public init(json bytes: [UInt8], file: String) throws {
    do {
      self = try SnakeCaseJSON.decoder.decode(GoldFile.self, from: Data(bytes)).report()
    } catch let error as DecodingError {
      throw GoldError(file: file, problem: GoldError.words(of: error))
    }
  }

  init(
    id: String, published: Day, mentions: [Mention], notPlaces: [NotPlace], claims: [Claim]
  ) {
    self.id = id
    self.published = published
    self.mentions = mentions
    self.notPlaces = notPlaces
    self.claims = claims
  }
}

/// A file of answers that cannot be used: which, what is wrong, and what to do.
public struct GoldError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var problem: String
  public var remedy = "see the format in the README, section 'How good is it?'"

  public var description: String { "\(file): error: \(problem) [gold]\n    \(remedy)" }

  static func words(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "\(path(context.codingPath)) has no '\(SnakeCaseJSON.name(key))'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      "\(path(context.codingPath)): \(context.debugDescription)"
    @unknown default: "the JSON cannot be read"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    guard !keys.isEmpty else { return "the file" }
    return keys.map { key in key.intValue.map { "[\($0)]" } ?? SnakeCaseJSON.name(key) }
      .joined(separator: ".").replacing(".[", with: "[")
  }
}

/// JSON whose members are named `like_this`.
enum SnakeCaseJSON {
  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  /// As the file has it.
  static func name(_ key: any CodingKey) -> String {
    key.stringValue.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}

/// The file's JSON, member for member.
private struct GoldFile: Decodable {
  struct Mention: Decodable {
    var text: String
    var count: Int?
    var place: String
    var kind: String?
    var lat: Double?
    var lon: Double?
  }

  struct NotPlace: Decodable {
    var text: String
    var count: Int?
    var type: String?
  }

  struct Control: Decodable {
    var status: String?
    var party: String?
  }

  struct Claim: Decodable {
    var n: Int?
    var place: String
    var event: String
    var actor: String?
    var against: String?
    var controlAfter: Control?
    var validFrom: GoldDay
    var validPrecision: String?
    var assertedBy: String
    var sentenceStart: String?
    var optional: Bool?
    var accept: [String: [String]]?
    var alsoAt: [[Double]]?
    var nearKm: Double?
  }

  var id: String
  var published: GoldDay
  var mentions: [Mention]
  var notPlaces: [NotPlace]?
  var claims: [Claim]

  func report() -> GoldReport {
    GoldReport(
      id: id, published: published.day,
      mentions: mentions.map { mention in
        GoldReport.Mention(
          text: mention.text, count: mention.count ?? 1, place: mention.place,
          kind: mention.kind ?? "", point: Self.point(mention.lat, mention.lon))
      },
      notPlaces: (notPlaces ?? []).map {
        GoldReport.NotPlace(text: $0.text, count: $0.count ?? 1, type: $0.type ?? "")
      },
      claims: claims.enumerated().map { Self.claim($0.element, $0.offset + 1) })
  }

  private static func point(_ latitude: Double?, _ longitude: Double?) -> Position? {
    guard let latitude, let longitude else { return nil }
    return Position(longitude: longitude, latitude: latitude)
  }

  private static func claim(_ claim: Claim, _ position: Int) -> GoldReport.Claim {
    GoldReport.Claim(
      number: claim.n ?? position, place: claim.place, event: claim.event, actor: claim.actor,
      against: claim.against, status: claim.controlAfter?.status,
      party: claim.controlAfter?.party, validFrom: claim.validFrom.day,
      precision: claim.validPrecision ?? "day", claimant: claim.assertedBy,
      sentenceStart: claim.sentenceStart ?? "", isOptional: claim.optional ?? false,
      accepted: (claim.accept ?? [:]).mapValues { Set($0) },
      alsoAt: (claim.alsoAt ?? []).compactMap { pair in
        pair.count == 2 ? Position(longitude: pair[1], latitude: pair[0]) : nil
      },
      nearKilometres: claim.nearKm)
  }
}

/// `YYYY-MM-DD`, or `YYYY-MM` for the first of the month.
private struct GoldDay: Decodable {
  var day: Day

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(iso: text.prefix(10)) ?? Day(iso: text.prefix(7) + "-01") else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a day written YYYY-MM-DD")
    }
    self.day = day
  }
}
