/// A dated text about the conflict, and who published it.
public struct Report: Hashable, Sendable {
  /// Stable name: the file name without its extension.
  public var id: String
  public var title: String?
  public var publisher: String?
  public var published: Day
  /// What fixed the day of publication, in words (front matter, leading date line, option).
  public var publishedBasis: String
  public var url: String?
  /// The party the publisher belongs to, as the front matter's `side` names it; nil if none.
  public var side: String?
  /// The text a person reads, front matter removed.
  public var text: String
  /// The file it was read from, as given on the command line or relative to the theatre.
  public var file: String
  /// The line of `file` on which `text` starts, 1-based.
  public var firstLine: Int
  /// The column of that line at which `text` starts, 1-based, in Unicode scalars; more than 1 where a
  /// date stands before the text on the same line.
  public var firstColumn: Int

  public init(
    id: String, title: String? = nil, publisher: String? = nil, published: Day,
    publishedBasis: String, url: String? = nil, side: String? = nil, text: String,
    file: String = "", firstLine: Int = 1, firstColumn: Int = 1
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.published = published
    self.publishedBasis = publishedBasis
    self.url = url
    self.side = side
    self.text = text
    self.file = file
    self.firstLine = firstLine
    self.firstColumn = firstColumn
  }
}
