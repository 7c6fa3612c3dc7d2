internal import FrontlineClaims
internal import FrontlineGazetteer

/// Finds the party that a data set's name of an actor means, by the theatre's names.
///
/// In this order: the whole name, as it is and without what stands in brackets ("Military Forces of X
/// (2021-)" with an alias of either form); then the longest alias inside it, on word boundaries ("NF: Northern
/// Front (Hill Wing)"). An alias with years in it is not found under other years. A name that follows `anti`,
/// `ex`, `former` or `non` is not meant. Two parties that fit equally well: none.
struct ActorMatcher: Sendable {
  private struct Alias: Sendable {
    var words: [Substring]
    var party: String
  }

  private let exact: [String: Set<String>]
  private let byFirstWord: [Substring: [Alias]]
  private let outlets: [(folded: String, party: String)]

  init(_ parties: [Party]) {
    var exact: [String: Set<String>] = [:]
    var byFirstWord: [Substring: [Alias]] = [:]
    var outlets: [(String, String)] = []
    for party in parties {
      for name in [party.id, party.name] + party.aliases + party.demonyms {
        let folded = NameKey.fold(name)
        guard !folded.isEmpty else { continue }
        exact[folded, default: []].insert(party.id)
        let words = folded.split(separator: " ")
        byFirstWord[words[0], default: []].append(Alias(words: words, party: party.id))
      }
      for name in [party.name] + party.aliases + party.people {
        outlets.append((NameKey.fold(name), party.id))
      }
    }
    self.exact = exact
    self.byFirstWord = byFirstWord
    self.outlets = outlets.filter { !$0.0.isEmpty }
  }

  func party(of actor: String) -> String? {
    exactParty(of: actor) ?? only(longest(in: NameKey.fold(actor).split(separator: " ")))
  }

  /// The party whose name or alias the whole name is, with or without what stands in brackets.
  func exactParty(of actor: String) -> String? {
    let folded = NameKey.fold(actor)
    if let whole = only(exact[folded]) { return whole }
    let bare = NameKey.fold(Self.withoutBrackets(actor))
    return bare == folded ? nil : only(exact[bare])
  }

  /// The party whose name or outlet a source is; nil for sources of none.
  func party(ofSource source: String) -> String? {
    let folded = NameKey.fold(source)
    return only(Set(outlets.lazy.filter { $0.folded == folded }.map(\.party)))
  }

  private func only(_ parties: Set<String>?) -> String? {
    parties.flatMap { $0.count == 1 ? $0.first : nil }
  }

  /// The parties of the longest alias in a name.
  private func longest(in words: [Substring]) -> Set<String> {
    var best: (length: Int, parties: Set<String>) = (0, [])
    for start in words.indices where start == 0 || !Self.opposing.contains(words[start - 1]) {
      for alias in byFirstWord[words[start]] ?? []
      where words[start...].starts(with: alias.words) && alias.words.count >= best.length {
        if alias.words.count > best.length { best = (alias.words.count, []) }
        best.parties.insert(alias.party)
      }
    }
    return best.parties
  }

  private static let opposing: Set<Substring> = ["anti", "ex", "former", "non"]

  private static func withoutBrackets(_ name: String) -> String {
    var depth = 0
    return String(
      name.filter { character in
        if character == "(" || character == "[" { depth += 1 }
        defer { if character == ")" || character == "]" { depth -= 1 } }
        return depth <= 0
      })
  }
}
