/// A value that may be used and is never shown: printing, interpolating and dumping it give an ellipsis.
struct Secret<Value: Sendable>: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  var description: String { "…" }
  var debugDescription: String { "…" }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}
