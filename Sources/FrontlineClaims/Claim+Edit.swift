public import FrontlineReports

extension Claim {
  /// What a person decided about a claim.
  public struct Edit: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      /// Read by the rules and found right.
      case accepted
      /// Read by the rules and put right.
      case changed
      /// Not read by the rules.
      case added
      /// Read by the rules and struck out: on no map.
      case rejected
    }

    public var kind: Kind
    /// In the person's words; may be empty.
    public var reason: String
    /// What the claim was before; nil for one that the rules did not read.
    public var found: Key?

    public init(kind: Kind, reason: String, found: Key? = nil) {
      self.kind = kind
      self.reason = reason
      self.found = found
    }
  }

  /// By what a decision finds its claim again in a report, whatever rule reads it then.
  public struct Key: Hashable, Sendable {
    public var placeID: String
    public var event: Event
    /// The first day it speaks of.
    public var day: Day

    public init(placeID: String, event: Event, day: Day) {
      self.placeID = placeID
      self.event = event
      self.day = day
    }

    /// A key as ``description`` writes it; nil for anything else.
    public init?(_ text: String) {
      let words = text.split { $0.isWhitespace }
      guard words.count == 3, let event = Event(rawValue: String(words[1])),
        let day = Day(iso: words[2])
      else { return nil }
      self.init(placeID: String(words[0]), event: event, day: day)
    }
  }

  public var key: Key { Key(placeID: placeID, event: event, day: valid.lowerBound) }
}

extension Claim.Key: CustomStringConvertible {
  /// `xx-dovra captured 2031-05-14`: words that no spreadsheet takes for a date or a number.
  public var description: String { "\(placeID) \(event.rawValue) \(day)" }
}
