public import FrontlineClaims
public import FrontlineGeometry
public import FrontlineReports

/// Who held an area before the first report.
public struct PriorStatement: Hashable, Sendable {
  /// An NCName that names the statement where a claim's id would stand.
  public var id: String
  public var areaID: String
  public var party: String
  public var since: Day?

  public init(id: String, areaID: String, party: String, since: Day?) {
    self.id = id
    self.areaID = areaID
    self.party = party
    self.since = since
  }
}

/// Infers who controls what on a day from claims and prior control.
///
/// 1. What is said of each site becomes a belief over the parties, in the order of time (`Belief`),
///    each statement worth what its source has shown to be right (`SourceLearner`). A source counts once
///    a day, and little when it repeats itself. Statements about an area flow down to its sites with
///    less weight, and with little once a nearer statement speaks.
/// 2. Sites with a belief are points in space and time that a field of signed distances to the line is
///    drawn through (``ControlField``). Sites are held by whom the field says; so one claim that all
///    neighbours contradict is outvoted.
/// 3. Fighting is kept apart: it makes a site contested while it is fresh, and only statements about the
///    place or its district do.
///
/// In the view of what a party claims nothing is weighed: its latest word about each place stands, and
/// land goes to the nearest place, so that its claims never take land from it.
public struct ControlModel: Sendable {
  /// What a theatre brings besides claims.
  public struct Setting: Sendable {
    public var sites: [ControlSite]
    /// Their ids.
    public var parties: [String]
    /// For each party, the parties it fights.
    public var opponents: [String: Set<String>]
    public var prior: [PriorStatement]
    public var weights = ClaimWeights()
    public var parameters = FieldParameters()
    public var sources: [SourcePrior] = []
    /// By report id, its publisher.
    public var publishers: [String: String] = [:]
    public var ground: Ground
    /// How far evidence speaks for the land round it; nil: three times the distance between neighbouring
    /// places, 8 to 30 km.
    public var reachKilometres: Double?
    public var method = ControlMethod.kriging
    /// Whether sources' reliability is learned from the claims.
    public var isLearning = true

    public init(
      sites: [ControlSite], parties: [String], opponents: [String: Set<String>],
      prior: [PriorStatement] = [], ground: Ground
    ) {
      self.sites = sites
      self.parties = parties
      self.opponents = opponents
      self.prior = prior
      self.ground = ground
    }
  }

  let setting: Setting
  let parties: [String]
  let statements: Statements
  /// Coordinates of the sites on the ground, flat.
  private let places: [Double]
  private let dimensions: Int
  /// By site; nil if there are no corridors.
  private let roads: RoadTables?
  private let priors: [(reliability: Reliability, weight: Double, isFixed: Bool)]

  /// - Parameter claims: Of any order and age; only those whose place is a site or contains one count.
  public init(_ setting: Setting, claims: [Claim]) {
    self.setting = setting
    parties = setting.parties.sorted()
    statements = Statements(
      claims, sites: setting.sites, parties: parties, publishers: setting.publishers,
      origins: setting.sources.origins, weights: setting.weights)
    dimensions = setting.ground.dimensions
    var places = Array(repeating: 0.0, count: setting.sites.count * dimensions)
    let (ground, dimensions) = (setting.ground, self.dimensions)
    places.withUnsafeMutableBufferPointer { places in
      guard let base = places.baseAddress else { return }
      for (index, site) in setting.sites.enumerated() {
        ground.locate(ground.plane.point(at: site.position), into: base + index * dimensions)
      }
    }
    self.places = places
    roads = setting.ground.roads.map { network in
      RoadTables(network, places: setting.sites.map { ground.plane.point(at: $0.position) })
    }
    priors = ControlModel.priors(statements.sources, setting, parties)
  }

  /// What a map of a day and view is drawn from.
  public struct Inference: Sendable {
    public var field: ControlField
    public var control: ControlMap
    /// Ids, in the field's order.
    public let parties: [String]
    public let sources: [SourceRow]
    let sites: [ControlSite]
    /// By node of the field: the ids of the claims behind it, sorted.
    let claimsOfNode: [[String]]
    let weighing: Weighing
    /// How far fresh evidence speaks for the land round it.
    public let reachKilometres: Double
  }

  /// - Parameter knownBy: Only what had been reported by then counts; nil for all that was ever reported.
  public func infer(asOf day: Day, view: View, knownBy: Day?) -> Inference {
    let today = Int32(clamping: day.number)
    let known = Int32(clamping: knownBy?.number ?? Int(Int32.max))
    let heard = statements.ofSite.map { all in
      Heard(all, until: today, weights: setting.weights) { statement in
        statement.reported <= known && isHeard(statement, in: view)
      }
    }
    let pattern = pattern(until: today, knownBy: known)
    let movement = movement(heard, pattern, today)
    let isPlain = view.isOneParty || setting.method != .kriging
    let learned = isPlain || !setting.isLearning ? untaught(heard) : learn(heard, movement)
    let nodes = nodes(heard, learned, movement, asOf: today, view: view)
    let noise = NoiseLevel(nodes)
    let reach = setting.reachKilometres ?? pattern.reach
    let field = ControlField(
      nodes, ground: setting.ground, parameters: setting.parameters, noise: noise,
      method: view.isOneParty ? .tessellation : setting.method,
      roads: roads?.of(nodes.sites), reachKilometres: reach,
      ageInDays: { Int(today - nodes.days[$0]) })
    let fighting = Fighting(self, asOf: day, knownBy: knownBy, view: view)
    let states = PlaceStates(self, field: field, heard: heard, fighting: fighting, asOf: day)
    return Inference(
      field: field,
      control: ControlMap(asOf: day, view: view, places: states.places()), parties: parties,
      sources: sourceRows(learned), sites: setting.sites,
      claimsOfNode: nodes.sites.map { states.claims(behind: Int($0)) },
      weighing: Weighing(
        heard: heard, statements: statements, learned: learned, weights: setting.weights,
        isLatestWord: isPlain),
      reachKilometres: reach)
  }
}

// MARK: What is heard

extension ControlModel {
  /// Whether a view listens to a statement.
  ///
  /// A party's view holds what it says itself, and what unnamed others say it gained: such hearsay
  /// serves that side until somebody vouches for it.
  private func isHeard(_ statement: Statements.Statement, in view: View) -> Bool {
    switch view {
    case .assessed: return true
    case .independent: return statement.speaker == -1
    case .claimed(let party):
      guard let index = parties.firstIndex(of: party).map(Int32.init) else { return false }
      return statement.speaker == index
        || (statement.isHearsay && statement.said == index && !statement.isNegated)
    }
  }

  private func untaught(_ heard: [Heard]) -> SourceLearner.Learned {
    SourceLearner.Learned(
      reliabilities: priors.map(\.reliability),
      isNear: heard.map { Array(repeating: true, count: $0.statements.count) },
      counts: priors.map { _ in (0, 0) })
  }

  private func learn(_ heard: [Heard], _ movement: Movement) -> SourceLearner.Learned {
    let learner = SourceLearner(
      parties: parties.count, priors: priors, parameters: setting.parameters, places: places,
      groundDimensions: dimensions)
    return learner.learn(heard) { learned, day, isBackward in
      nodes(heard, learned, movement, around: day, isBackward: isBackward)
    }
  }
}

// MARK: Nodes

extension ControlModel {
  /// One node a site, from what was heard until a day; or, backwards, from what was heard after it.
  private func nodes(
    _ heard: [Heard], _ learned: SourceLearner.Learned, _ movement: Movement, around day: Int32,
    isBackward: Bool
  ) -> Nodes {
    var nodes = Nodes(partyCount: parties.count, groundDimensions: dimensions)
    for (site, heard) in heard.enumerated() {
      let order = heard.statements.indices.filter { (heard.statements[$0].day > day) == isBackward }
      guard !order.isEmpty else { continue }
      add(site, heard, isBackward ? order.reversed() : order, learned, movement, day, to: &nodes)
    }
    return nodes
  }

  private func nodes(
    _ heard: [Heard], _ learned: SourceLearner.Learned, _ movement: Movement, asOf day: Int32,
    view: View
  ) -> Nodes {
    var nodes = Nodes(partyCount: parties.count, groundDimensions: dimensions)
    for (site, heard) in heard.enumerated() {
      if view.isOneParty || setting.method != .kriging {
        addLatest(site, heard, view, day, to: &nodes)
      } else {
        add(
          site, heard, Array(heard.statements.indices), learned, movement, day, to: &nodes,
          withPrior: true)
      }
    }
    return nodes
  }

  private func add(
    _ site: Int, _ heard: Heard, _ order: [Int], _ learned: SourceLearner.Learned,
    _ movement: Movement,
    _ day: Int32, to nodes: inout Nodes, withPrior hasPrior: Bool = false
  ) {
    var belief = Belief(parties: parties.count)
    // By party: how near the nearest statement for it is. One for another makes it no surer.
    var nearness = Array(repeating: 0.0, count: parties.count)
    var last: Int32?
    var isStarted = false
    if hasPrior, let (start, level) = prior(of: setting.sites[site], asOf: day),
      let party = parties.firstIndex(of: start.party)
    {
      last = start.since.map { Int32(clamping: $0.number) }
      belief.start(party, with: setting.weights.prior, on: last)
      isStarted = true
      nearness[party] = setting.weights.nearness(of: level)
    }
    for said in days(order, heard) {
      // What is said on one day is said at once: its order must not matter.
      let statements = said.map { heard.statements[$0] }
      guard let today = statements.first?.day else { continue }
      belief.age(
        to: today,
        changePerDay: movement.changePerDay(site, least: setting.parameters.changePerDay))
      // Who is believed that control changed makes forgotten what was so before.
      let forgotten = said.map { index in
        let statement = heard.statements[index]
        guard statement.isChange else { return 0.0 }
        let confusion = learned.reliabilities[Int(statement.source)][learned.isNear[site][index]]
        let trust = confusion.trust(in: Int(statement.said))
        return min(1, setting.weights.changeForgets * trust) * min(1, statement.weight)
      }
      belief.blur(keeping: 1 - (forgotten.max() ?? 0))
      belief.hear { truth in
        said.reduce(0) { sum, index in
          let statement = heard.statements[index]
          let confusion = learned.reliabilities[Int(statement.source)][learned.isNear[site][index]]
          return sum
            + statement.weight
            * confusion.logLikelihood(
              said: Int(statement.said), isNegated: statement.isNegated, truth: truth)
        }
      }
      for statement in statements {
        let near = setting.weights.nearness(of: statement.level)
        for party in parties.indices where (Int(statement.said) == party) != statement.isNegated {
          nearness[party] = max(nearness[party], near)
        }
      }
      last = last.map { max($0, today) } ?? today
      if order.count > 1, order[0] > order[1] { last = today }
    }
    // An undated prior statement that nobody has spoken since is as of today.
    if last == nil, isStarted { last = day }
    guard let last else { return }
    let shares = belief.shares
    let top = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) } ?? 0
    nodes.add(
      site: site, at: place(site), time: movement.speeds[site] * Double(last - day), day: last,
      shares: belief.shares,
      nearness: nearness[top])
  }

  /// Indices of statements, one slice a day; in the same order.
  private func days(_ order: [Int], _ heard: Heard) -> [ArraySlice<Int>] {
    var days: [ArraySlice<Int>] = []
    var rest = order[...]
    while let first = rest.first {
      let said = rest.prefix { heard.statements[$0].day == heard.statements[first].day }
      days.append(said)
      rest = rest.dropFirst(said.count)
    }
    return days
  }

  /// The latest word stands, whoever says it; of one day's, the nearest to the site, then the one in its
  /// speaker's favour.
  private func addLatest(
    _ site: Int, _ heard: Heard, _ view: View, _ day: Int32, to nodes: inout Nodes
  ) {
    var shares: [Double]?
    if let (start, _) = prior(of: setting.sites[site], asOf: day),
      let party = parties.firstIndex(of: start.party)
    {
      shares = certain(of: party)
    }
    let nearest = heard.statements.map(\.level).min()
    let standing = heard.statements.filter {
      ($0.level == nearest || $0.isChange) && ($0.isAboutControl || $0.level <= .district)
    }
    if let latest = standing.max(by: { rank($0) < rank($1) }) {
      shares =
        latest.isNegated
        ? without(Int(latest.said), latest.speaker) : certain(of: Int(latest.said))
    }
    guard let shares else { return }
    nodes.add(site: site, at: place(site), time: 0, day: day, shares: shares, nearness: 1)
  }

  private func rank(_ statement: Heard.Statement) -> (Int32, Int, Int, Int32) {
    let isFavour = statement.said == statement.speaker || statement.isHearsay
    return (
      statement.day, -statement.level.rawValue, isFavour != statement.isNegated ? 1 : 0,
      -statement.claim
    )
  }

  private func certain(of party: Int) -> [Double] {
    parties.indices.map { $0 == party ? 0.999 : 0.001 / Double(max(1, parties.count - 1)) }
  }

  /// Not that party; the speaker itself, or else whoever is left.
  private func without(_ party: Int, _ speaker: Int32) -> [Double] {
    if speaker >= 0, Int(speaker) != party { return certain(of: Int(speaker)) }
    let rest = 0.999 / Double(max(1, parties.count - 1))
    return parties.indices.map { $0 == party ? 0.001 : rest }
  }

  private func place(_ site: Int) -> ArraySlice<Double> {
    places[site * dimensions..<(site + 1) * dimensions]
  }

  /// The nearest prior statement, and how near it is.
  func prior(
    of site: ControlSite, asOf day: Int32
  ) -> (PriorStatement, ControlSite.Level)? {
    guard !setting.prior.isEmpty else { return nil }
    for area in site.areas {
      let known = setting.prior.filter {
        $0.areaID == area.id && ($0.since?.number ?? .min) <= Int(day)
      }
      let latest = known.map(\.since).max { ($0?.number ?? .min) < ($1?.number ?? .min) }
      if let latest, let statement = known.last(where: { $0.since == latest }) {
        return (statement, area.level)
      }
    }
    return nil
  }
}

// MARK: Sources

extension ControlModel {
  private static func priors(
    _ sources: [Source], _ setting: Setting, _ parties: [String]
  ) -> [(reliability: Reliability, weight: Double, isFixed: Bool)] {
    let given = Dictionary(setting.sources.map { ($0.source, $0) }) { first, _ in first }
    return sources.map { source in
      let own = given[source.name]
      let weight = own?.weightOfPrior ?? 10
      guard let saysTrue = own?.saysTrue, let saysFalse = own?.saysFalse else {
        let near = setting.weights.prior(for: source, parties: parties, factor: 1)
        let deep = setting.weights.prior(
          for: source, parties: parties, factor: Confusion.deepFactor)
        return (Reliability(near: near, deep: deep), weight, own?.isFixed ?? false)
      }
      let near = Confusion(parties: parties.count, saysTrue: saysTrue, saysFalse: saysFalse)
      return (Reliability(near: near, deep: near), weight, own?.isFixed ?? false)
    }
  }

  /// What is known of a source after a map, near the front and behind it.
  public struct SourceRow: Hashable, Sendable {
    public var source: Source
    public var party: String
    /// How often it names the party near the front, where the party holds the place and where it does not.
    public var saysTrueNear: Double
    public var saysFalseNear: Double
    public var saysTrueDeep: Double
    public var saysFalseDeep: Double
    /// How many statements the numbers rest on, repeats counted for what they add.
    public var statementsNear: Double
    public var statementsDeep: Double
    public var isFixed: Bool
  }

  private func sourceRows(_ learned: SourceLearner.Learned) -> [SourceRow] {
    statements.sources.indices.flatMap { source in
      parties.indices.map { party in
        let reliability = learned.reliabilities[source]
        func falsely(_ confusion: Confusion) -> Double {
          let others = parties.indices.filter { $0 != party }.map { confusion[$0, party] }
          return others.reduce(0, +) / Double(max(1, others.count))
        }
        return SourceRow(
          source: statements.sources[source], party: parties[party],
          saysTrueNear: reliability.near[party, party],
          saysFalseNear: falsely(reliability.near),
          saysTrueDeep: reliability.deep[party, party],
          saysFalseDeep: falsely(reliability.deep),
          statementsNear: learned.counts[source].near,
          statementsDeep: learned.counts[source].deep, isFixed: priors[source].isFixed)
      }
    }
  }

  /// How the places lie that anybody had spoken of; the same in all views of a day.
  private func pattern(until day: Int32, knownBy known: Int32) -> PlacePattern {
    let sites = statements.ofSite.indices.filter { site in
      statements.ofSite[site].contains { $0.day <= day && $0.reported <= known }
    }
    return PlacePattern(
      sites.flatMap { places[$0 * dimensions..<($0 + 1) * dimensions] }, dimensions: dimensions)
  }

  private func movement(_ heard: [Heard], _ pattern: PlacePattern, _ today: Int32) -> Movement {
    if let speed = setting.parameters.movementKilometresPerDay {
      return Movement(sites: heard.count, speed: speed)
    }
    return Movement(
      heard, places: places, dimensions: dimensions, spacing: pattern.spacing ?? 0, today: today)
  }
}

extension View {
  /// Whether it holds what one party says.
  var isOneParty: Bool {
    if case .claimed = self { true } else { false }
  }
}

extension NoiseLevel {
  /// Judged by the second nearest opposing node.
  init(_ nodes: Nodes) {
    let targets = Targets(
      nodes, (0..<nodes.partyCount).map { nodes.index(of: $0) }, mass: 0, cap: 50)
    self.init(nodes, nodes.index(), halfGaps: targets.halfGaps)
  }
}

extension Claim.Event {
  /// Whether the event itself changes who holds the place, so that what was known before says less.
  var changesHands: Bool {
    switch self {
    case .captured, .recaptured, .withdrew: true
    default: false
    }
  }
}

// MARK: Evidence

/// A place that speaks for a party near a point, and why.
public struct NearEvidence: Hashable, Sendable {
  public var placeID: String
  public var name: String
  public var kilometres: Double
  /// The day of its last evidence.
  public var lastDay: Day
  /// Belief that the party holds it, by its own claims.
  public var probability: Double
  /// Ids of what was weighed, sorted: claims and prior statements.
  public var claims: [String]
}

extension ControlModel.Inference {
  /// The places that speak for a party, the nearest in space and time first.
  public func evidence(
    for party: String, near position: Position, limit: Int
  ) -> [NearEvidence] {
    guard let index = parties.firstIndex(of: party) else { return [] }
    let point = field.ground.plane.point(at: position)
    let nodes = field.nodes
    return field.neighbours(of: index, near: point, limit: limit).map { node in
      let site = sites[Int(nodes.sites[node])]
      return NearEvidence(
        placeID: site.placeID, name: site.name,
        kilometres: field.ground.plane.point(at: site.position).squaredDistance(to: point)
          .squareRoot(), lastDay: Day(number: Int(nodes.days[node])),
        probability: nodes.shares[node * nodes.partyCount + index], claims: claimsOfNode[node])
    }
  }
}
