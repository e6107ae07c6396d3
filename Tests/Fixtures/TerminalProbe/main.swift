import Canvas
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

do {
  let usesColor = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
  var probe = Probe(screen: try Screen(options: .init(usesColor: usesColor)))
  probe.run()
} catch {
  writeError("\(error.code.rawValue): \(error)")
  exit(1)
}
