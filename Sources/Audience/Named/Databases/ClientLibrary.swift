#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A database's own client library, loaded when an audience needs it: who has none of these audiences installs none.
struct ClientLibrary: Sendable {
  // Never unloaded, and used by whoever has it: a handle is no memory of ours.
  private nonisolated(unsafe) let handle: UnsafeMutableRawPointer
  private let name: String

  /// Loads it.
  ///
  /// - Parameters:
  ///   - name: the file, without a folder: the system knows where it is.
  ///   - package: the Debian package it is in.
  /// - Throws: ``NamedAudienceError/noClient(library:package:)``.
  init(_ name: String, package: String) throws(NamedAudienceError) {
    guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { throw .noClient(library: name, package: package) }
    (self.handle, self.name) = (handle, name)
  }

  /// A function of the library, as its manual declares it.
  ///
  /// - Throws: ``NamedAudienceError/database(_:)`` when there is none of that name: the library is of another kind or age.
  func function<Function>(_ symbol: String, _ type: Function.Type = Function.self) throws(NamedAudienceError)
    -> Function
  {
    guard let address = dlsym(handle, symbol) else { throw .database("\(name) has no \(symbol): it is too old") }
    return unsafeBitCast(address, to: type)
  }
}
