/// The bytes of the rule files, so that a test can leave out a rule or a list.
package struct RuleFiles: Sendable {
  package var events: [UInt8]
  package var words: [UInt8]
  package var attribution: [UInt8]
  package var time: [UInt8]

  /// The files in `Resources/`.
  package static let shipped = RuleFiles(
    events: PackageResources.events_rules, words: PackageResources.words_rules,
    attribution: PackageResources.attribution_rules, time: PackageResources.time_rules)
}
