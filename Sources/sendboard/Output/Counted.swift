/// Writes a count with its noun in the right number, such as `1 batch` or `3 batches`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
