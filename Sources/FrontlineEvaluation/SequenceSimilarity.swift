/// How alike two words are, as Ratcliff and Obershelp measure it ("Pattern Matching: The Gestalt
/// Approach", Dr. Dobb's Journal, July 1988; what Python's `difflib` calls a ratio).
public enum SequenceSimilarity {
  /// 0…1: twice the letters in common by the letters of both.
  ///
  /// Letters in common are those of the longest common run, then of what stands left and right of it, and so on.
  /// Of several longest runs the one that starts first in `left` counts, then first in `right`.
  public static func ratio(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Double {
    guard !left.isEmpty || !right.isEmpty else { return 1 }
    let common = commonCount(left[...], right[...])
    return 2 * Double(common) / Double(left.count + right.count)
  }

  private static func commonCount(
    _ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>
  ) -> Int {
    let run = longestRun(left, right)
    guard run.count > 0 else { return 0 }
    return run.count + commonCount(left[..<run.left], right[..<run.right])
      + commonCount(left[(run.left + run.count)...], right[(run.right + run.count)...])
  }

  private static func longestRun(
    _ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>
  ) -> (left: Int, right: Int, count: Int) {
    var best = (left: left.startIndex, right: right.startIndex, count: 0)
    /// Length of the run that ends at the last letter of `left` and each of `right`.
    var ending: [Int: Int] = [:]
    for i in left.indices {
      var next: [Int: Int] = [:]
      for j in right.indices where right[j] == left[i] {
        let count = (ending[j - 1] ?? 0) + 1
        next[j] = count
        if count > best.count { best = (i - count + 1, j - count + 1, count) }
      }
      ending = next
    }
    return best
  }
}
