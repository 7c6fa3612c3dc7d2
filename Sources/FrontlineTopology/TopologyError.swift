/// A computation on shapes that could not be done.
public struct TopologyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was asked for, as a verb and its object: `unite areas`.
  public var operation: String
  /// Why it failed, in the words of what noticed.
  public var reason: String

  public init(operation: String, reason: String) {
    self.operation = operation
    self.reason = reason
  }

  public var description: String { "could not \(operation): \(reason)" }
}
