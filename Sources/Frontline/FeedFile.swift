internal import Foundation
public import FrontlineReports
internal import FrontlineXML

/// Reads the items of a feed as reports: RSS 2.0 (and its forerunners), RSS 1.0 in RDF, Atom (RFC 4287).
///
/// An item's text is its title and its full content, or else its description, with the HTML taken off. Its day is
/// the day in the theatre's time zone on which it was published. Its id is made from its guid or its link alone,
/// so it stays the same in every copy of the feed.
///
/// Findings: `no-date` for an item without a usable date, `duplicate-item`, `not-a-feed`, `damaged-feed`.
public enum FeedFile {
  /// - Parameters:
  ///   - timeZone: IANA name.
  ///   - published: The day for items that state none.
  public static func read(
    _ bytes: [UInt8], path: String, timeZone: String, published: Day? = nil
  ) -> (reports: [Report], findings: [Finding]) {
    let root: XMLElement?
    do {
      root = try XMLDocument(bytes).root()
    } catch {
      return ([], [damaged(error, path)])
    }
    guard let root, let feed = Feed(root) else {
      return ([], [notAFeed(root?.name ?? "", path)])
    }
    let zone = TimeZone(identifier: timeZone)
    var reports: [Report] = []
    var findings: [Finding] = zone == nil ? [unknownZone(timeZone, path)] : []
    var seen: Set<String> = []
    for item in feed.items {
      guard let day = item.day(in: zone) ?? published else {
        findings.append(noDate(item, path))
        continue
      }
      let report = report(of: item, day, feed, path)
      if seen.insert(report.id).inserted {
        reports.append(report)
      } else {
        findings.append(duplicate(item, path))
      }
    }
    return (reports, findings)
  }

  /// Whether a file is read as a feed: by its name, or by its first element.
  static func isFeed(_ bytes: [UInt8], _ path: String) -> Bool {
    let path = path.lowercased()
    if extensions.contains(where: { path.hasSuffix("." + $0) }) { return true }
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self)
    guard start.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<" else {
      return false
    }
    return start.contains("<rss") || start.contains("<rdf:RDF")
      || (start.contains("<feed") && start.contains("http://www.w3.org/2005/Atom"))
  }

  static let extensions = ["xml", "rss", "atom", "rdf"]

  private static func report(of item: Feed.Item, _ day: Day, _ feed: Feed, _ path: String) -> Report
  {
    let text = [item.title, item.body].compactMap { $0 }.filter { !$0.isEmpty }
    return Report(
      id: item.id, title: item.title, publisher: feed.title, published: day,
      publishedBasis: item.date == nil ? "option" : "feed", url: item.url,
      text: text.joined(separator: "\n\n"), file: path, firstLine: item.line)
  }

  // MARK: Findings

  private static func damaged(_ error: any Error, _ path: String) -> Finding {
    let fault = (error as? XMLError)?.faults.first
    let isDoctype = (error as? XMLError)?.isDoctype == true
    return Finding(
      code: "damaged-feed", severity: .error,
      message:
        "the feed cannot be read: \(isDoctype ? "it declares a DOCTYPE" : fault?.message ?? "\(error)")",
      remedy: isDoctype
        ? "remove the line: entities it may define are not safe to expand"
        : "download it again; the other files were read", file: path, line: fault?.line)
  }

  private static func notAFeed(_ name: String, _ path: String) -> Finding {
    Finding(
      code: "not-a-feed", severity: .error,
      message: "the file's element '\(name)' is not that of a feed",
      remedy:
        "give RSS ('rss'), Atom ('feed') or RSS 1.0 ('rdf:RDF'), or remove the file from reports/",
      file: path, line: 1)
  }

  private static func noDate(_ item: Feed.Item, _ path: String) -> Finding {
    let date =
      item.date.map { "its date '\($0)' is none of RFC 822 or RFC 3339" } ?? "it has no date"
    return Finding(
      code: "no-date", message: "the item '\(item.title ?? item.id)' was left out: \(date)",
      remedy: "add pubDate, published or dc:date, or give the day with --published", file: path,
      line: item.line)
  }

  private static func duplicate(_ item: Feed.Item, _ path: String) -> Finding {
    Finding(
      code: "duplicate-item", severity: .note,
      message: "the item '\(item.title ?? item.id)' is in the feed twice",
      remedy: "the first was used", file: path, line: item.line)
  }

  private static func unknownZone(_ name: String, _ path: String) -> Finding {
    Finding(
      code: "unknown-time-zone", message: "the system knows no time zone '\(name)'",
      remedy: "write an IANA name in theatre.yaml; days were taken as the feed writes them",
      file: path)
  }
}

/// A feed's parts, whatever its dialect.
struct Feed {
  struct Item {
    var title: String?
    /// Plain text.
    var body: String?
    /// As written.
    var date: String?
    var url: String?
    var id: String
    var line: Int

    /// The day of the date there, or as it is written where it says no time zone.
    func day(in zone: TimeZone?) -> Day? {
      guard let date, let read = FeedDate(date) else { return nil }
      guard let instant = read.instant, let zone else { return read.written }
      let moment = Date(timeIntervalSince1970: TimeInterval(instant))
      let local = instant + zone.secondsFromGMT(for: moment)
      return Day(number: Int((Double(local) / 86_400).rounded(.down)))
    }
  }

  var title: String?
  var items: [Item]

  /// Nil if the element is not a feed's.
  init?(_ root: XMLElement) {
    switch root.name {
    case "rss":
      guard let channel = root.children("channel").first else { return nil }
      title = Self.words(channel.children("title").first)
      items = channel.children("item").map(Self.rssItem)
    case "RDF":
      title = root.children("channel").first.flatMap { Self.words($0.children("title").first) }
      items = root.children("item").map(Self.rssItem)
    case "feed":
      title = Self.words(root.children("title").first)
      items = root.children("entry").map(Self.atomItem)
    default: return nil
    }
  }

  private static func rssItem(_ item: XMLElement) -> Item {
    func text(_ names: String...) -> String? {
      names.lazy.compactMap { words(item.children($0).first) }.first
    }
    let link = text("link") ?? item.attributes["rdf:about"]
    let title = plain(html: text("title"))
    let date = text("pubDate", "date", "published", "updated")
    return Item(
      title: title, body: plain(html: text("encoded", "description")), date: date, url: link,
      id: id(text("guid") ?? link, or: [title, date]), line: item.line)
  }

  private static func atomItem(_ entry: XMLElement) -> Item {
    let links = entry.children("link")
    let link = links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" } ?? links.first
    let title = text(of: entry.children("title").first)
    let date =
      words(entry.children("published").first) ?? words(entry.children("updated").first)
    let body =
      text(of: entry.children("content").first) ?? text(of: entry.children("summary").first)
    return Item(
      title: title, body: body, date: date, url: link?.attributes["href"],
      id: id(words(entry.children("id").first) ?? link?.attributes["href"], or: [title, date]),
      line: entry.line)
  }

  /// The text of an Atom text construct of any type (RFC 4287, 3.1).
  private static func text(of element: XMLElement?) -> String? {
    guard let element else { return nil }
    switch element.attributes["type"] ?? "text" {
    case "xhtml": return plain(html: element.markup)
    case "html", "text/html": return plain(html: words(element))
    default: return words(element)
    }
  }

  private static func words(_ element: XMLElement?) -> String? {
    guard let element else { return nil }
    let words = element.text.trimmingCharacters(in: .whitespacesAndNewlines)
    return words.isEmpty ? nil : words
  }

  private static func plain(html: String?) -> String? {
    guard let html else { return nil }
    // libxml2's HTML parser puts text without a tag into a paragraph of its own.
    let page = try? HTMLText.read(Array("<html><body>\(html)</body></html>".utf8))
    return page.flatMap { $0.text.isEmpty ? nil : $0.text }
  }

  /// `item-` and 12 hexadecimal digits of FNV-1a (64 bit) over the guid or link; over title and date where an item
  /// has neither.
  private static func id(_ name: String?, or parts: [String?]) -> String {
    let name = name ?? parts.compactMap { $0 }.joined(separator: "\u{1f}")
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // The last bytes reach the upper digits too.
    hash = (hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15
    let digits = String(hash, radix: 16)
    return "item-" + (String(repeating: "0", count: 16 - digits.count) + digits).prefix(12)
  }
}
