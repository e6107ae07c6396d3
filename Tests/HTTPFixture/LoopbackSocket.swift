import Foundation

/// The system calls of the server; all block.
enum LoopbackSocket {
  static func listen() throws(FixtureError) -> (socket: Int32, port: Int) {
    #if canImport(Glibc)
      let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(socket, pointer, length) == 0 && systemListen(socket) && getsockname(socket, pointer, &length) == 0
      }
    }
    guard isBound else { throw FixtureError("no port on loopback: error \(errno)") }
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    return (socket, Int(in_port_t(bigEndian: address.sin_port)))
  }

  static func accept(_ listener: Int32) -> Int32? {
    var socket = systemAccept(listener)
    while socket < 0, errno == EINTR || errno == ECONNABORTED { socket = systemAccept(listener) }
    guard socket >= 0 else { return nil }
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    var on: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    return socket
  }

  /// Adds what has come; false when the connection is over.
  static func receive(into buffer: inout [UInt8], from socket: Int32) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { piece in
      let count = recv(socket, piece.baseAddress, piece.count, 0)
      guard count > 0 else { return false }
      buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<count]))
      return true
    }
  }

  /// Does what the reply says; false when the connection is over.
  static func perform(_ reply: FixtureReply, on socket: Int32) -> Bool {
    for step in reply.steps {
      switch step {
      case .send(let bytes): guard send(bytes, on: socket) else { return false }
      case .pause(let duration): guard wait(duration, on: socket) else { return false }
      case .hold:
        while wait(.seconds(3_600), on: socket) {}
        return false
      case .end: return false
      case .reset:
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        return false
      }
    }
    return true
  }

  /// Makes every call on it return.
  static func interrupt(_ socket: Int32) {
    shutdown(socket, Int32(SHUT_RDWR))
  }

  static func close(_ socket: Int32) {
    #if canImport(Glibc)
      _ = Glibc.close(socket)
    #else
      _ = Darwin.close(socket)
    #endif
  }

  private static func send(_ bytes: [UInt8], on socket: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        #if canImport(Glibc)
          let flags = Int32(MSG_NOSIGNAL)
        #else
          let flags: Int32 = 0
        #endif
        let count = systemSend(socket, UnsafeRawBufferPointer(rebasing: bytes[sent...]), flags)
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Waits for the time to pass; false when the client has closed the connection.
  private static func wait(_ duration: Duration, on socket: Int32) -> Bool {
    let end = ContinuousClock.now + duration
    while true {
      let left = (end - .now) / .milliseconds(1)
      guard left > 0 else { return true }
      var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, Int32(min(left, 3_600_000).rounded(.up))) > 0 else { continue }
      var byte: UInt8 = 0
      guard recv(socket, &byte, 1, Int32(MSG_PEEK)) > 0 else { return false }
      // The next request is already here: it has to wait, and there is nothing left to poll for.
      usleep(1_000)
    }
  }
}

private func systemListen(_ socket: Int32) -> Bool { listen(socket, 1_024) == 0 }

private func systemAccept(_ socket: Int32) -> Int32 { accept(socket, nil, nil) }

private func systemSend(_ socket: Int32, _ bytes: UnsafeRawBufferPointer, _ flags: Int32) -> Int {
  send(socket, bytes.baseAddress, bytes.count, flags)
}
