internal import FrontlineGazetteer
internal import FrontlineMentions

/// Which triggers speak of which places.
///
/// A place belongs to the nearest trigger before it in its clause, else to the nearest behind it. The
/// losses of a clause share its place. A trigger without a place of its own takes that of the clause
/// before it in the same sentence where it depends on it ("with four tanks destroyed").
struct PlaceGovernance: Sendable {
  let words: CueWords

  /// For each trigger, the indices of its places in the reading.
  func places(of triggers: [Trigger], in reading: SentenceReading) -> [[Int]] {
    var governed = Array(repeating: [Int](), count: triggers.count)
    for (index, use) in reading.places.enumerated()
    where !use.isReference && !isOrigin(use, triggers, reading) {
      for trigger in self.triggers(for: use, triggers, reading) { governed[trigger].append(index) }
    }
    let direct = governed
    for index in triggers.indices where governed[index].isEmpty {
      if let place = antecedent(of: triggers[index], reading) {
        governed[index] = [place]
      } else if isDependent(triggers[index]) {
        governed[index] = inherited(by: index, triggers, direct)
      }
    }
    return governed
  }

  /// The place that a clause without one speaks of: "X, which A seized", "said that its troops in X were fighting
  /// there".
  private func antecedent(of trigger: Trigger, _ reading: SentenceReading) -> Int? {
    guard trigger.rule.frame != .denies else { return nil }
    let opener = reading.word(trigger.clause.lowerBound)
    if ["which", "where"].contains(opener), trigger.clause.lowerBound > reading.bounds.lowerBound,
      !words.contains("prepositions", reading.word(trigger.clause.lowerBound - 1))
    {
      let isObject = !trigger.isPassive || opener == "which"
      guard isObject, [.actsOnPlace, .moves, .happens, .actsOnParty].contains(trigger.rule.frame)
      else {
        return nil
      }
      return reading.places.lastIndex {
        $0.tokens.upperBound <= trigger.clause.lowerBound && !$0.isReference
          && trigger.clause.lowerBound - $0.tokens.upperBound <= 8
      }
    }
    let behind = (trigger.tokens.upperBound..<trigger.tokens.upperBound + 8).clamped(
      to: trigger.clause)
    if behind.contains(where: {
      reading.word($0) == "there" && !words.contains("be", reading.word($0 + 1))
    }) {
      return reading.places.lastIndex {
        $0.tokens.upperBound <= trigger.tokens.lowerBound && !$0.isReference
      }
    }
    return behind.contains { isDefinite($0, reading) }
      ? reading.places.lastIndex { use in
        use.tokens.upperBound <= trigger.tokens.lowerBound && !use.isCountry
      } : nil
  }

  /// "in the city": a place that was named before.
  private func isDefinite(_ index: Int, _ reading: SentenceReading) -> Bool {
    guard ["in", "of", "into", "entered", "captured", "took"].contains(reading.word(index)),
      reading.word(index + 1) == "the", let type = TypeWordUse(reading.word(index + 2))
    else { return false }
    return !type.isPlural
      && ["city", "town", "village", "district", "valley", "province"].contains(type.singular)
      && reading.word(index + 3) != "of"
  }

  /// "news out of X": where something comes from, unless the words themselves say so ("pulled out of X").
  private func isOrigin(
    _ use: PlaceUse, _ triggers: [Trigger], _ reading: SentenceReading
  ) -> Bool {
    var of = use.tokens.lowerBound - 1
    while reading.word(of) == "the" { of -= 1 }
    return reading.word(of) == "of" && reading.word(of - 1) == "out"
      && !triggers.contains { $0.tokens.contains(of) }
  }

  private func triggers(
    for use: PlaceUse, _ triggers: [Trigger], _ reading: SentenceReading
  ) -> [Int] {
    let clause = reading.clause(of: use.tokens.lowerBound)
    var inClause = triggers.indices.filter {
      triggers[$0].clause == clause && canGovern(triggers[$0], use, reading)
    }
    if inClause.isEmpty { inClause = carried(to: clause, use, triggers, reading) }
    if let state = inClause.first(where: { isState(triggers[$0], rightBehind: use) }) {
      return [state]
    }
    let left = inClause.last {
      triggers[$0].tokens.upperBound <= use.tokens.lowerBound
        && (!isCircumstance(triggers[$0], reading) || isAttached(use, to: triggers[$0], reading))
    }
    guard
      let chosen = left
        ?? inClause.first(where: {
          triggers[$0].tokens.lowerBound >= use.tokens.upperBound
            && reaches(triggers[$0], back: use, reading)
        })
    else { return [] }
    guard isLoss(triggers[chosen]) else { return [chosen] }
    return inClause.filter { isLoss(triggers[$0]) }
  }

  /// "Before the assault the A said …": the event is only the time of another.
  private func isCircumstance(_ trigger: Trigger, _ reading: SentenceReading) -> Bool {
    guard trigger.rule.frame == .happens else { return false }
    var index = trigger.tokens.lowerBound - 1
    while words.contains("determiners", reading.word(index)) || reading.word(index).hasSuffix("ing")
    {
      index -= 1
    }
    return ["before", "since", "until"].contains(reading.word(index))
  }

  /// "the assault on X": nothing but the preposition between.
  private func isAttached(
    _ use: PlaceUse, to trigger: Trigger, _ reading: SentenceReading
  ) -> Bool {
    (trigger.tokens.upperBound..<use.tokens.lowerBound).allSatisfy {
      words.contains("prepositions", reading.word($0))
        || words.contains("determiners", reading.word($0))
        || reading.place(at: $0) != nil || [",", "and"].contains(reading.word($0))
    }
  }

  /// Whether an event that is named behind a place can be about it: not where another verb stands between ("the
  /// last plane had left X and the A opened an assault"), unless it only says that X saw it.
  private func reaches(_ trigger: Trigger, back use: PlaceUse, _ reading: SentenceReading) -> Bool {
    guard trigger.rule.frame == .happens else { return true }
    return !(use.tokens.upperBound..<trigger.tokens.lowerBound).contains { index in
      let word = reading.word(index)
      return !reading.isInsideName(index) && words.contains("finite-verbs", word)
        && !words.contains("be", word) && !words.contains("witnessing", word)
    }
  }

  /// The triggers that a clause without a verb goes on with: "war broke out, on two fronts", "clashes were reported
  /// in X; in Y; and in Z".
  private func carried(
    to clause: Range<Int>, _ use: PlaceUse, _ triggers: [Trigger], _ reading: SentenceReading
  ) -> [Int] {
    var clause = clause
    while true {
      // A clause that says why or which has a verb, whatever we make of it.
      guard !words.contains("never-verbless", reading.word(clause.lowerBound)),
        !triggers.contains(where: { $0.clause == clause }),
        !reading.hasFiniteVerb(in: clause, words),
        let before = reading.clauses.last(where: {
          $0 != clause && $0.contains(clause.lowerBound)
        }) ?? reading.clauses.last(where: { $0.upperBound <= clause.lowerBound })
      else { return [] }
      let found = triggers.indices.filter {
        triggers[$0].clause == before && canGovern(triggers[$0], use, reading)
      }
      if !found.isEmpty { return found }
      clause = before
    }
  }

  /// "held X under siege": what is said right behind the name is what is meant.
  private func isState(_ trigger: Trigger, rightBehind use: PlaceUse) -> Bool {
    trigger.rule.event == .surrounded
      && (0...1).contains(trigger.tokens.lowerBound - use.tokens.upperBound)
  }

  /// Whether a trigger's frame allows the place where it stands.
  private func canGovern(_ trigger: Trigger, _ use: PlaceUse, _ reading: SentenceReading) -> Bool {
    let isBefore = use.tokens.upperBound <= trigger.tokens.lowerBound
    switch trigger.rule.frame {
    case .moves where trigger.isPassive:
      // "driven out of X", "deployed in X"; of a place before the words only what a party did to it ("X
      // was abandoned by A", not "the pass by which X is entered").
      let end = trigger.tokens.upperBound
      return !isBefore || reading.party(behind: "by", from: end, in: trigger.clause) != nil
    case .placeFalls, .placeState, .placeStateNegative: return isBefore
    case .heldPlace: return !isBefore && isDirectObject(use, of: trigger, reading)
    case .moves where trigger.rule.event == .withdrew:
      // "withdrew from A to B": B is where they went.
      return !["to", "toward", "towards", "into"].contains(
        reading.word(use.tokens.lowerBound - 1))
    case .actsOnPlace
    where reading.word(trigger.clause.lowerBound) == "which" && !trigger.isPassive && !isBefore:
      // "X, which A took, coming from Y": what was taken stands before.
      return isDirectObject(use, of: trigger, reading)
    case .moves where trigger.rule.isDirect && !isBefore:
      return isDirectObject(use, of: trigger, reading)
    case .losesPlace:
      return !isBefore && isDirectObject(use, of: trigger, reading)
    case _
    where ["outside", "beyond"].contains(reading.word(use.tokens.lowerBound - 1))
      && [.holds, .captured, .recaptured].contains(trigger.rule.event):
      return false
    case .actsOnPlace where trigger.rule.isDirect && !trigger.isPassive:
      return !isBefore && isDirectObject(use, of: trigger, reading)
    case .actsOnPlace where trigger.isPassive && !isBefore:
      // "surrounded by the peaks of X": what follows "by" did it, and is not where it happened.
      let gap = trigger.tokens.upperBound..<use.tokens.lowerBound
      return !gap.contains {
        reading.word($0) == "by" && reading.party(at: $0 + 1) == nil
          && reading.party(at: $0 + 2) == nil
      }
    case .happens where !isBefore: return !leadsElsewhere(trigger, use, reading)
    default: return true
    }
  }

  /// "The fighting has sent people towards X": where an event drives people is not where it is.
  private func leadsElsewhere(
    _ trigger: Trigger, _ use: PlaceUse, _ reading: SentenceReading
  ) -> Bool {
    let gap = trigger.tokens.upperBound..<use.tokens.lowerBound
    return gap.contains { words.contains("displacing", reading.word($0)) }
  }

  private func isDirectObject(_ use: PlaceUse, of trigger: Trigger, _ reading: SentenceReading)
    -> Bool
  {
    let gap = trigger.tokens.upperBound..<use.tokens.lowerBound
    if let first = reading.places.first(where: { $0.tokens.lowerBound >= trigger.tokens.upperBound }
    ),
      first.tokens.lowerBound < use.tokens.lowerBound
    {
      // Further names of a list that begins with the object.
      let between = first.tokens.lowerBound..<use.tokens.lowerBound
      return between.allSatisfy {
        reading.place(at: $0) != nil || [",", "and"].contains(reading.word($0))
      }
        && isDirectObject(first, of: trigger, reading)
    }
    return gap.count <= 6
      && gap.allSatisfy { index in
        let word = reading.word(index)
        return (reading.tokens[index].isWord || Tokenizer.opensQuote(reading.tokens[index].text))
          && !["in", "on", "with", "to", "from", "by", "at"].contains(word)
      }
  }

  private func isLoss(_ trigger: Trigger) -> Bool {
    trigger.rule.frame == .losses || trigger.rule.frame == .equipment
  }

  private func isDependent(_ trigger: Trigger) -> Bool {
    switch trigger.rule.frame {
    case .losses, .equipment, .actsOnParty, .denies: true
    case .moves, .movesFailed: trigger.isNegated || trigger.rule.frame == .movesFailed
    default: false
    }
  }

  private func inherited(by index: Int, _ triggers: [Trigger], _ governed: [[Int]]) -> [Int] {
    for other in triggers.indices.reversed()
    where triggers[other].tokens.upperBound <= triggers[index].tokens.lowerBound
      && !governed[other].isEmpty
    {
      return governed[other]
    }
    return []
  }
}
