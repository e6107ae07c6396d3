import Foundation

/// The system calls of server and flood; the sockets block.
enum Socket {
  static func listen() throws -> (socket: Int32, port: Int) {
    let socket = make()
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(socket, pointer, length) == 0 && systemListen(socket) && getsockname(socket, pointer, &length) == 0
      }
    }
    guard isBound else { throw CloudBenchError("no port on loopback: error \(errno)") }
    return (socket, Int(in_port_t(bigEndian: address.sin_port)))
  }

  static func connect(port: Int) throws -> Int32 {
    let socket = make()
    var address = loopback(port)
    let isConnected = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        systemConnect(socket, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw CloudBenchError("no connection to port \(port): error \(errno)") }
    prepare(socket)
    return socket
  }

  static func accept(_ listener: Int32) -> Int32? {
    let socket = systemAccept(listener)
    guard socket >= 0 else { return nil }
    prepare(socket)
    return socket
  }

  /// False when the connection is over.
  static func send(_ bytes: UnsafeRawBufferPointer, on socket: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = systemSend(socket, UnsafeRawBufferPointer(rebasing: bytes[sent...]))
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private static func make() -> Int32 {
    #if canImport(Glibc)
      socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket(AF_INET, SOCK_STREAM, 0)
    #endif
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return address
  }

  private static func prepare(_ socket: Int32) {
    var on: Int32 = 1
    // Room for a whole answer: a client that is slow to read must not stop the others.
    var room: Int32 = 1 << 20
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &room, socklen_t(MemoryLayout<Int32>.size))
  }
}

struct CloudBenchError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

private func systemListen(_ socket: Int32) -> Bool { listen(socket, 1_024) == 0 }

private func systemAccept(_ socket: Int32) -> Int32 { accept(socket, nil, nil) }

private func systemConnect(_ socket: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
  connect(socket, address, length)
}

private func systemSend(_ socket: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  #if canImport(Glibc)
    send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
  #else
    send(socket, bytes.baseAddress, bytes.count, 0)
  #endif
}
