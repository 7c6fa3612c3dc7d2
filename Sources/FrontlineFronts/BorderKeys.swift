internal import FrontlineControl

/// Between whom a border runs that may be a front line: a holder on the left, an opponent on the right.
struct BorderKey: Hashable {
  /// The label of the holder's status.
  let holder: Int
  /// The label of the status on the other side.
  let other: Int
  /// The contested region on the other side; nil if that side is held.
  let contested: Int?
}

/// Which half-edges of a coloured mosaic lie on a front line, and on which.
struct BorderKeys {
  /// By half-edge: index into `all`, or -1.
  private(set) var ofHalf: [Int]
  private(set) var all: [BorderKey] = []
  /// By key: the parties on the other side that oppose the holder, sorted.
  private(set) var opponents: [[String]] = []

  init(
    _ tiling: Tiling, _ regions: Regions, statuses: [PlaceControl.Status],
    opposed: (String, String) -> Bool
  ) {
    ofHalf = Array(repeating: -1, count: tiling.origin.count)
    var known: [BorderKey: Int] = [:]
    for half in tiling.origin.indices where regions.successor[half] >= 0 {
      guard let key = BorderKey(half, tiling, regions, statuses) else { continue }
      let index = known[key] ?? all.count
      if index == all.count {
        known[key] = index
        all.append(key)
        opponents.append(key.opponents(statuses, opposed))
      }
      if !opponents[index].isEmpty { ofHalf[half] = index }
    }
  }
}

extension BorderKey {
  /// The key of a half-edge on the rim of a region; nil if its left is not held or its right is
  /// nobody's, or if the half-edge in the other direction stands for the border.
  init?(_ half: Int, _ tiling: Tiling, _ regions: Regions, _ statuses: [PlaceControl.Status]) {
    let right = tiling.rightFace(of: half)
    guard right >= 0, regions.ofFace[right] >= 0 else { return nil }
    let across = regions.ofFace[right]
    holder = regions.all[regions.ofFace[tiling.leftFace[half]]].label
    other = regions.all[across].label
    guard !statuses[holder].isContested else { return nil }
    contested = statuses[other].isContested ? across : nil
    // Labels of held statuses are in the order of their parties: the first party has the line.
    if contested == nil && holder > other { return nil }
  }

  fileprivate func opponents(
    _ statuses: [PlaceControl.Status], _ opposed: (String, String) -> Bool
  ) -> [String] {
    let holders = statuses[holder].parties
    return statuses[other].parties.filter { party in
      holders.contains { $0 != party && (opposed($0, party) || opposed(party, $0)) }
    }
  }
}
