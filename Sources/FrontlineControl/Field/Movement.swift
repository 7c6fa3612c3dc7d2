/// How fast the front moves round each site, from the places that changed hands there.
///
/// Where a front has moved fast, what was heard some days ago is far away. A theatre's own number holds
/// everywhere; without one, a site moves with the changes among its 24 nearest: places stand for land as
/// wide as they lie apart, so *c* changes in *w* days swept *c · s²* across a neighbourhood some *5 s* wide;
/// an advance is what makes half a kilometre a day and more of that.
struct Movement: Sendable {
  /// Kilometres a day, by site.
  let speeds: [Double]

  /// A war of positions; what no site falls below.
  static let least = 0.03
  private static let most = 20.0
  private static let neighbours = 24
  /// Fewer changes than this may be chance.
  private static let leastChanges = 3
  /// Below this, a front only shifts, and the least speed is right for it, kilometres a day.
  private static let leastAdvance = 0.5
  private static let windows: [Int32] = [2, 5, 10, 30]

  init(sites: Int, speed: Double) {
    speeds = Array(repeating: speed, count: sites)
  }

  /// - Parameters:
  ///   - places: Coordinates of the sites, flat.
  ///   - spacing: The usual distance between neighbouring sites, kilometres.
  init(
    _ heard: [Heard], places: [Double], dimensions: Int, spacing: Double, today: Int32
  ) {
    var speeds = Array(repeating: Movement.least, count: heard.count)
    let changes = heard.map { Movement.lastChange($0) }
    let moved = changes.indices.filter { site in
      changes[site].map { today - $0 < Movement.windows.last ?? 0 } ?? false
    }
    guard moved.count >= Movement.leastChanges else {
      self.speeds = speeds
      return
    }
    let lastTold = heard.map { $0.statements.last?.day ?? today - 1000 }
    let told = heard.indices.filter { !heard[$0].statements.isEmpty }
    let index = NearestNodes(
      coordinates: told.flatMap { places[$0 * dimensions..<($0 + 1) * dimensions] },
      dimensions: dimensions, ids: told.map(Int32.init))
    var found = NearestNodes.Found(capacity: Movement.neighbours)
    places.withUnsafeBufferPointer { places in
      guard let base = places.baseAddress else { return }
      for site in told {
        index.nearest(Movement.neighbours, to: base + site * dimensions, into: &found)
        let around = found.indices[0..<found.count].map { Int(index.ids[Int($0)]) }
        for window in Movement.windows {
          let heardOf = around.count { today - lastTold[$0] < window }
          let changed = around.count { site in
            changes[site].map { today - $0 < window } ?? false
          }
          guard changed >= Movement.leastChanges else { continue }
          // Those not heard of lately have fared like those that were.
          let share = Double(changed) / Double(max(changed, heardOf))
          let speed = share * Double(around.count) * spacing / (5 * Double(window))
          guard speed >= Movement.leastAdvance else { continue }
          speeds[site] = max(speeds[site], min(Movement.most, speed))
        }
      }
    }
    self.speeds = speeds
  }

  /// The day of the last change of hands that what was heard of the site before and since bears out.
  private static func lastChange(_ heard: Heard) -> Int32? {
    guard let change = heard.statements.last(where: { $0.isChange && !$0.isNegated }) else {
      return nil
    }
    let isOther = heard.statements.contains {
      $0.day < change.day && ($0.said != change.said) != $0.isNegated
    }
    let isDenied = heard.statements.contains {
      $0.day > change.day && ($0.said != change.said) != $0.isNegated
    }
    return isOther && !isDenied ? change.day : nil
  }

  /// Chance per day of an unreported change, by what it is where the front moves least.
  func changePerDay(_ site: Int, least: Double) -> Double {
    min(max(0.1, least), least * max(1, speeds[site] / Movement.least))
  }
}
