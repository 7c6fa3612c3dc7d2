internal import FrontlineClaims

/// Brings the theatre's ids of parties and the coder's together, through the names the theatre lists.
struct PartyNames {
  /// The ids the gold uses.
  private let known: Set<String>
  private var idOfName: [String: String] = [:]

  init(_ parties: [Party], gold: GoldReport) {
    known = Set(
      gold.claims.flatMap { [$0.actor, $0.against, $0.party, $0.claimant].compactMap { $0 } })
    for party in parties {
      let names = ([party.id, party.name] + party.aliases + party.demonyms).map {
        NameComparison.identifier($0)
      }
      let id = names.first { known.contains($0) } ?? party.id
      for name in names where idOfName[name] == nil { idOfName[name] = id }
    }
  }

  /// The id under which the gold would know a party or a kind of claimant; nil for nobody.
  func id(_ name: String?) -> String? {
    let id = NameComparison.identifier(name ?? "")
    guard !id.isEmpty else { return nil }
    if known.contains(id) { return id }
    if ["government", "government_forces", "army"].contains(id),
      let government = known.sorted().first(where: { $0.hasSuffix("_government") })
    {
      return government
    }
    return idOfName[id] ?? id
  }
}
