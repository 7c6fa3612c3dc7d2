internal import FrontlineClaims
internal import FrontlineGeometry
internal import FrontlineReports

/// How much of a claim has to be right.
public enum ClaimLevel: Int, Sendable, CaseIterable, Comparable {
  /// The place, and who holds it afterwards.
  case control = 1
  /// Also the day, within one; within the week or month where the text gives no day.
  case date = 2
  /// Also the event and the kind of claimant.
  case eventAndClaimant = 3

  public static func < (left: ClaimLevel, right: ClaimLevel) -> Bool {
    left.rawValue < right.rawValue
  }

  /// `L1`, `L2`, `L3`.
  public var name: String { "L\(rawValue)" }
}

/// An extracted claim reduced to what is compared.
struct ClaimItem {
  var claim: Claim
  /// The gold's places that its place's name fits.
  var named: [String]
  /// Nil for a place that no gazetteer lists.
  var position: Position?
  /// A party's id, `contested` or `unknown`.
  var control: String
  var day: Day
  var event: String
  var claimant: String

  init(_ claim: Claim, places: GoldPlaces, parties: PartyNames) {
    self.claim = claim
    named = places.named(claim.placeName)
    position = claim.position
    control =
      switch claim.controlAfter {
      case .held(let party): parties.id(party) ?? "unknown"
      case .contested: "contested"
      case .notHeld, .unknown: "unknown"
      }
    day = claim.valid.lowerBound
    event = claim.event.rawValue
    claimant = parties.id(claim.claimant.description) ?? "independent"
  }

  /// What makes two items of a level the same.
  func key(_ level: ClaimLevel) -> [String] {
    var key: [String]
    if let place = named.first {
      key = ["gold", NameComparison.core(place)]
    } else {
      let cell = [position?.latitude, position?.longitude].compactMap { $0 }.map {
        String(Int(($0 * 10).rounded(.toNearestOrEven)))
      }
      key = ["own", NameComparison.core(claim.placeName)] + cell
    }
    key.append(control)
    if level >= .date { key.append(day.description) }
    if level >= .eventAndClaimant { key += [event.eventClass, claimant.claimantClass] }
    return key
  }

  /// The first of the items that are the same, in order.
  static func distinct(_ items: [ClaimItem], _ level: ClaimLevel) -> [ClaimItem] {
    var seen: Set<[String]> = []
    return items.filter { seen.insert($0.key(level)).inserted }
  }

  func matches(
    _ gold: GoldReport.Claim, _ level: ClaimLevel, places: GoldPlaces, radiusKilometres: Double
  ) -> Bool {
    guard places.fits(self, gold, radiusKilometres: radiusKilometres),
      gold.allows(control, instead: gold.control, member: "control", reduced: { $0 })
    else { return false }
    if level >= .date, !gold.window.contains(day) { return false }
    guard level >= .eventAndClaimant else { return true }
    return gold.allows(event, instead: gold.event, member: "event", reduced: \.eventClass)
      && gold.allows(
        claimant, instead: gold.claimant, member: "asserted_by", reduced: \.claimantClass)
  }
}

extension GoldReport.Claim {
  /// A party's id, `contested` or `unknown`.
  var control: String { status == "contested" ? "contested" : party ?? "unknown" }

  /// The days that count as right: those the text allows, and one on either side.
  var window: ClosedRange<Day> {
    let days = precision == "month" ? 30 : precision == "week" ? 6 : 0
    return validFrom.advanced(by: -1)...validFrom.advanced(by: days + 1)
  }

  func key(_ level: ClaimLevel) -> [String] {
    var key = [NameComparison.core(place), control]
    if level >= .date { key += [validFrom.description, precision] }
    if level >= .eventAndClaimant { key += [event.eventClass, claimant.claimantClass] }
    return key
  }

  /// Whether a value is the coder's own or one of those accepted instead, when all are reduced.
  fileprivate func allows(
    _ value: String, instead own: String, member: String, reduced: (String) -> String
  ) -> Bool {
    let right = [own] + (accepted[member] ?? [])
    return right.contains { reduced($0) == reduced(value) }
  }
}

extension String {
  /// A place that was recaptured was captured: coders differ on which word to use.
  var eventClass: String { self == "recaptured" ? "captured" : self }

  /// Another outlet's voice is as good as the reporter's own.
  var claimantClass: String { self == "third_party" ? "independent" : self }
}
