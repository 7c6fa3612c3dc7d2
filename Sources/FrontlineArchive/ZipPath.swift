/// Rules for the names of files in an archive.
public enum ZipPath {
  /// Why a name is unsafe or unusable: it could lead out of the folder that the archive is unpacked in, or means
  /// different things on different systems. Nil for a good one. A folder's name ends with a slash.
  public static func fault(of name: String) -> String? {
    if name.isEmpty { return "the name is empty" }
    if name.utf8.contains(0) { return "the name contains a zero byte" }
    if name.utf8.contains(UInt8(ascii: "\\")) { return "the name contains a backslash" }
    if name.hasPrefix("/") { return "the name is absolute" }
    if name.dropFirst().first == ":", name.first?.isLetter == true {
      return "the name begins with a drive letter"
    }
    let path = name.hasSuffix("/") ? name.dropLast() : name[...]
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") { return "the name leads out of the archive by '..'" }
    if parts.contains("") || parts.contains(".") {
      return "the name has an empty part or '.' in it"
    }
    return nil
  }

  /// What a relative reference in a file of the archive means, as a name in the archive; nil if it leads outside.
  ///
  /// - Parameters:
  ///   - reference: Without query and fragment, percent signs decoded.
  ///   - base: The name of the file that holds it.
  public static func resolve(_ reference: String, from base: String) -> String? {
    var parts = base.split(separator: "/").dropLast().map(String.init)
    if reference.hasPrefix("/") { return nil }
    for part in reference.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
