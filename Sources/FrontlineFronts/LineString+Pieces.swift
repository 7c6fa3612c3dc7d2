internal import FrontlineGeometry

extension LineString {
  /// The line with further corners on its sides, so that none is longer than asked.
  func divided(intoKilometres longest: Double) -> LineString {
    var divided = Array(positions.prefix(1))
    for (start, end) in zip(positions, positions.dropFirst()) {
      let side = greatCircleDistance(from: start, to: end) / 1000
      let count = max(1, Int((side / longest).rounded(.up)))
      for step in 1..<max(1, count) {
        let share = Double(step) / Double(count)
        divided.append(
          Position(
            longitude: start.longitude + share * (end.longitude - start.longitude),
            latitude: start.latitude + share * (end.latitude - start.latitude)))
      }
      divided.append(end)
    }
    return LineString(divided)
  }

  /// The line cut in corners into pieces of about the same length, none longer than asked unless one of its
  /// sides is.
  func pieces(ofKilometres longest: Double) -> [LineString] {
    let total = lengthKilometres
    guard total > longest, positions.count > 2 else { return [self] }
    let count = (total / longest).rounded(.up)
    let wanted = total / count
    var pieces: [LineString] = []
    var piece = [positions[0]]
    var length = 0.0
    for (index, position) in positions.enumerated().dropFirst() {
      let side = greatCircleDistance(from: positions[index - 1], to: position) / 1000
      // A cut in a corner keeps lines and areas one and the same.
      if length + side > longest, piece.count > 1 {
        pieces.append(LineString(piece))
        piece = [positions[index - 1]]
        length = 0
      }
      piece.append(position)
      length += side
      if length >= wanted, index < positions.count - 1 {
        pieces.append(LineString(piece))
        piece = [position]
        length = 0
      }
    }
    if piece.count > 1 { pieces.append(LineString(piece)) }
    return pieces
  }

  /// A position half way along.
  var middle: Position {
    var left = lengthKilometres / 2
    for (start, end) in zip(positions, positions.dropFirst()) {
      let side = greatCircleDistance(from: start, to: end) / 1000
      if side >= left, side > 0 {
        let share = left / side
        return Position(
          longitude: start.longitude + share * (end.longitude - start.longitude),
          latitude: start.latitude + share * (end.latitude - start.latitude))
      }
      left -= side
    }
    return positions[positions.count / 2]
  }
}
