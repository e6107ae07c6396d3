internal import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The sockets that libcurl wants to hear about, as `poll` takes them. `epoll` would cost two system calls for each
/// request, because libcurl lets go of a connection between two of them.
struct SocketTable {
  /// Holds the one that wakes the thread first.
  var descriptors: [pollfd]
  private var places: [Int32: Int] = [:]

  init(wake: Int32) {
    descriptors = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
  }

  /// Sets what to wait for on a socket, in libcurl's terms.
  mutating func set(_ descriptor: Int32, _ what: Int32) {
    guard what != CURL_POLL_REMOVE else { return remove(descriptor) }
    var events: Int32 = 0
    if what & CURL_POLL_IN != 0 { events |= Int32(POLLIN) }
    if what & CURL_POLL_OUT != 0 { events |= Int32(POLLOUT) }
    if let place = places[descriptor] {
      descriptors[place].events = Int16(events)
    } else {
      places[descriptor] = descriptors.count
      descriptors.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
    }
  }

  /// Tells whether a socket is still waited for.
  func contains(_ descriptor: Int32) -> Bool { places[descriptor] != nil }

  private mutating func remove(_ descriptor: Int32) {
    guard let place = places.removeValue(forKey: descriptor) else { return }
    let last = descriptors.removeLast()
    guard last.fd != descriptor else { return }
    descriptors[place] = last
    places[last.fd] = place
  }
}
