internal import FrontlineClaims

/// A claim of ours inside the `tags` of an exported row, so that importing the export gives the same claim back.
///
/// ACLED's columns have no place for the claimant, the hedge, the control after or the span; its tags are free
/// text parted by `;`. Ours are `frontline:column=text`, with `%`, `;` and `=` as `%25`, `%3B`, `%3D`.
enum ClaimTags {
  private static let prefix = "frontline:"

  /// - Parameter columns: Those that are left out because the row has their cells itself.
  static func written(_ claim: Claim, without columns: Set<String> = []) -> String {
    zip(ClaimRow.columns, ClaimRow.cells(claim))
      .filter { !$0.1.isEmpty && !columns.contains($0.0) }
      .map { "\(prefix)\($0.0)=\(escaped($0.1))" }.joined(separator: "; ")
  }

  /// Columns and their texts; nil for tags that are not ours.
  static func read(_ tags: String) -> [String: String]? {
    guard !tags.isEmpty, tags.contains(prefix) else { return nil }
    var cells: [String: String] = [:]
    for part in tags.split(separator: ";") {
      let tag = part.drop { $0 == " " }
      guard tag.hasPrefix(prefix) else { continue }
      let sides = tag.dropFirst(prefix.count).split(separator: "=", maxSplits: 1)
      if sides.count == 2 { cells[String(sides[0])] = plain(String(sides[1])) }
    }
    return cells
  }

  /// The tags that are not ours.
  static func others(in tags: String) -> String {
    tags.split(separator: ";").map { String($0.drop { $0 == " " }) }
      .filter { !$0.hasPrefix(prefix) && !$0.isEmpty }.joined(separator: "; ")
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x25 || $0 == 0x3B || $0 == 0x3D }) else {
      return text
    }
    return text.replacing("%", with: "%25").replacing(";", with: "%3B").replacing("=", with: "%3D")
  }

  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    return text.replacing("%3D", with: "=").replacing("%3B", with: ";").replacing("%25", with: "%")
  }
}
