internal import Foundation
internal import FrontlineClaims
internal import FrontlineReports

/// Draws the claims that are made of a war.
struct SimulatedReporter {
  /// A claim before it has an id: what a source says of a place.
  private struct Statement {
    var place: Int
    var day: Day
    var reported: Day
    var source: String
    var party: String?
    var says: Word
  }

  private enum Word {
    case holds(String)
    case captured(String, from: String?)
    case withdrew(String, leavingItTo: String)
    case contested
  }

  private struct Belief: Hashable {
    var source: Int
    var place: Int
  }

  private let war: SimulatedWar
  private let reporting: SimulatedReporting
  private let points: [SimulatedPoint]
  private var random: SeededGenerator
  private var statements: [Statement] = []
  /// What a source once got wrong, and the day until which it repeats it.
  private var errors: [Belief: (party: String, until: Day)] = [:]

  init(war: SimulatedWar, reporting: SimulatedReporting, seed: Int) {
    self.war = war
    self.reporting = reporting
    points = war.places.map { war.truth.point(at: $0.position) }
    random = SeededGenerator(seed: seed &* 31 &+ 7)
  }

  consuming func claims() -> [Claim] {
    if reporting.hasBaseline { drawBaseline() }
    drawReports()
    if reporting.reportsPerCapture > 0 { drawCaptures() }
    let order = statements.indices.sorted {
      (statements[$0].reported, statements[$0].day, $0)
        < (statements[$1].reported, statements[$1].day, $1)
    }
    return order.enumerated().map { number, index in claim(statements[index], number + 1) }
  }

  // MARK: what is reported

  private mutating func drawBaseline() {
    let day = war.days.lowerBound
    for place in points.indices {
      guard let holder = war.truth.holder(at: points[place], on: day) else { continue }
      statements.append(
        Statement(
          place: place, day: day, reported: day, source: "baseline-atlas", party: nil,
          says: .holds(holder)))
    }
  }

  /// In the order of their days: what a source once said wrongly it repeats later, not earlier.
  private mutating func drawReports() {
    let length = war.days.lowerBound.distance(to: war.days.upperBound)
    var drawn: [(day: Int, place: Int)] = []
    switch reporting.amount {
    case .perPlaceAndDay(let rate):
      let count = Int((rate * Double(points.count * length)).rounded())
      while drawn.count < count { drawn += oneReport(from: 1, to: length) }
    case .total(let count):
      drawn = points.indices.prefix(count).map { (random.number(0...length), $0) }
      while drawn.count < count { drawn += oneReport(from: 0, to: length) }
    }
    drawn.sort { $0 < $1 }
    for report in drawn { draw(report.place, on: war.days.lowerBound.advanced(by: report.day)) }
  }

  private mutating func oneReport(from first: Int, to last: Int) -> [(day: Int, place: Int)] {
    let (day, place) = (random.number(first...last), random.number(0...(points.count - 1)))
    guard reporting.pull > 0 else { return [(day, place)] }
    let distance = distanceToLine(place, war.days.lowerBound.advanced(by: day))
    let likely = (1 + reporting.pull * exp(-distance / 12)) / (1 + reporting.pull)
    return random.share() < likely ? [(day, place)] : []
  }

  private mutating func draw(_ place: Int, on day: Day) {
    let index = drawSource()
    let source = reporting.sources[index]
    guard let holder = war.truth.holder(at: points[place], on: day) else { return }
    let near = distanceToLine(place, day) < reporting.contestedReach
    let word: Word
    if near, random.share() < reporting.contestedShare {
      word = .contested
    } else if let party = source.party {
      word = partisanWord(index, party, place, day, holder: holder)
    } else {
      word = independentWord(index, place, day, holder: holder)
    }
    say(word, source, place, day)
  }

  private mutating func drawSource() -> Int {
    var left = random.share() * reporting.sources.reduce(0) { $0 + $1.share }
    for (index, source) in reporting.sources.enumerated() {
      left -= source.share
      if left < 0 { return index }
    }
    return reporting.sources.count - 1
  }

  private mutating func say(
    _ word: Word, _ source: SimulatedSource, _ place: Int, _ day: Day
  ) {
    statements.append(
      Statement(
        place: place, day: day, reported: day.advanced(by: random.number(source.delay)),
        source: source.name, party: source.party, says: word))
  }

  // MARK: what is said

  private mutating func partisanWord(
    _ index: Int, _ party: String, _ place: Int, _ day: Day, holder: String
  ) -> Word {
    let source = reporting.sources[index]
    guard holder != party else { return trueWord(place, day, holder, by: party) }
    let belief = Belief(source: index, place: place)
    if let error = errors[belief], error.until >= day { return .holds(error.party) }
    let early = day.advanced(by: random.number(0...source.early))
    if holds(party, place, early) { return .captured(party, from: holder) }
    let before = day.advanced(by: -random.number(0...source.denial))
    if before >= war.days.lowerBound, holds(party, place, before) { return .holds(party) }
    let behind = -war.truth.depth(of: party, at: points[place], on: day)
    if random.share() < source.error * exp(-max(behind, 0) / source.reach) {
      errors[belief] = (party, day.advanced(by: source.persistence))
      return .holds(party)
    }
    return trueWord(place, day, holder, by: party)
  }

  private mutating func independentWord(
    _ index: Int, _ place: Int, _ day: Day, holder: String
  ) -> Word {
    let source = reporting.sources[index]
    let belief = Belief(source: index, place: place)
    if let error = errors[belief], error.until >= day { return .holds(error.party) }
    if distanceToLine(place, day) < source.reach, random.share() < source.error,
      let rival = war.truth.rival(at: points[place], on: day)
    {
      errors[belief] = (rival, day.advanced(by: source.persistence))
      return .holds(rival)
    }
    return trueWord(place, day, holder, by: nil)
  }

  /// What is so, told as news where it is at most a month old.
  private func trueWord(_ place: Int, _ day: Day, _ holder: String, by party: String?) -> Word {
    let before = max(day.advanced(by: -30), war.days.lowerBound)
    guard let former = war.truth.holder(at: points[place], on: before), former != holder
    else { return .holds(holder) }
    return former == party
      ? .withdrew(former, leavingItTo: holder) : .captured(holder, from: former)
  }

  // MARK: news of captures

  private mutating func drawCaptures() {
    for place in points.indices {
      var day = war.days.lowerBound
      while day < war.days.upperBound {
        let next = day.advanced(by: 1)
        let (old, new) = (
          war.truth.holder(at: points[place], on: day),
          war.truth.holder(at: points[place], on: next)
        )
        if let new, old != new { drawNews(of: place, on: next, to: new, from: old) }
        // A place deep behind the line cannot change hands soon.
        day = day.advanced(by: max(1, Int(distanceToLine(place, day) / 40)))
      }
    }
  }

  private mutating func drawNews(
    of place: Int, on day: Day, to gainer: String, from loser: String?
  ) {
    let tellers = reporting.sources.filter { $0.party == nil || $0.party == gainer }
    var left = reporting.reportsPerCapture * 2 * random.share()
    while left > random.share(), !tellers.isEmpty {
      left -= 1
      let source = random.pick(tellers)
      let early = source.early > 0 && random.share() < 0.4 ? random.number(0...source.early) : 0
      let told = max(day.advanced(by: -early), war.days.lowerBound)
      say(.captured(gainer, from: loser), source, place, told)
    }
  }

  // MARK: the truth

  private func holds(_ party: String, _ place: Int, _ day: Day) -> Bool {
    war.truth.holder(at: points[place], on: day) == party
  }

  private func distanceToLine(_ place: Int, _ day: Day) -> Double {
    guard let holder = war.truth.holder(at: points[place], on: day) else { return 0 }
    return war.truth.depth(of: holder, at: points[place], on: day)
  }

  // MARK: claims

  private func claim(_ statement: Statement, _ number: Int) -> Claim {
    let place = war.places[statement.place]
    let (event, actor, against, control) = parts(statement.says)
    let digits = String(number)
    return Claim(
      id: "\(war.name)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits,
      placeID: place.id, placeName: place.name, position: place.position, event: event,
      actor: actor, against: against, controlAfter: control,
      valid: statement.day..<statement.day.advanced(by: 1), precision: .day,
      dateBasis: "simulated", reported: statement.reported,
      claimant: statement.party.map { .party($0) } ?? .independent, speaker: nil,
      hedge: .asserted,
      provenance: Claim.Provenance(
        report: statement.source, sentence: "", sentenceRange: 0..<0, placeRange: 0..<0,
        rule: "simulated"))
  }

  private func parts(
    _ word: Word
  ) -> (Claim.Event, actor: String?, against: String?, Claim.ControlAfter) {
    switch word {
    case .holds(let party): (.holds, party, nil, .held(party: party))
    case .captured(let party, let former): (.captured, party, former, .held(party: party))
    case .withdrew(let party, let holder): (.withdrew, party, holder, .held(party: holder))
    case .contested: (.fighting, nil, nil, .contested)
    }
  }
}
