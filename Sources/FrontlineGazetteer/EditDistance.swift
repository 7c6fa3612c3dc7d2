/// How many single letters must be added, dropped, changed or swapped with their neighbour (each at most
/// once) to turn one word into another: optimal string alignment.
///
/// - Returns: Nil if it is more than `limit`.
/// - Complexity: O(*n* *m*) in the lengths; no more than the first few rows where words differ early.
func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter], limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (index, letter) in left.enumerated() {
    var row = [index + 1]
    row.reserveCapacity(right.count + 1)
    for column in right.indices {
      let changed = last[column] + (letter == right[column] ? 0 : 1)
      var best = min(changed, last[column + 1] + 1, row[column] + 1)
      if index > 0, column > 0, letter == right[column - 1], left[index - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      row.append(best)
    }
    // A later row is nowhere less than the least of this one, except for a swap over two rows.
    if let least = row.min(), least > limit, let leastBefore = last.min(), leastBefore > limit {
      return nil
    }
    beforeLast = last
    last = row
  }
  return last[right.count] <= limit ? last[right.count] : nil
}

/// A known word that a misspelt one probably stands for.
enum NearMiss {
  /// The nearest known word within two edits (one for words under five letters), the first of equals.
  static func of(_ word: String, among known: some Sequence<String>) -> String? {
    let letters = Array(word.utf8)
    let limit = letters.count < 5 ? 1 : 2
    var best: (word: String, distance: Int)?
    for candidate in known {
      guard let distance = editDistance(letters, Array(candidate.utf8), limit: limit) else {
        continue
      }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }
}
