/// A request as the server got it.
package struct FixtureRequest: Sendable {
  /// Counts the requests in the order in which they were whole, from 0.
  package var number: Int
  /// Tells which connection it came on, counted from 0 in the order in which they were accepted.
  package var connection: Int
  /// Holds every byte of it, as it came.
  package var bytes: [UInt8]
  /// Holds the method, such as `POST`.
  package var method: String
  /// Holds the target: path and query as they came, or a whole URL when it was meant for a proxy.
  package var target: String
  /// Lists the fields in order; the values without surrounding white space.
  package var headers: [(name: String, value: String)]
  /// Holds the content.
  package var body: [UInt8]

  /// Finds a field's value whatever the case of its name; the first when there are several.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// Holds the content as text.
  package var text: String { String(decoding: body, as: UTF8.self) }
}

extension FixtureRequest {
  /// Takes a request apart when it is whole, and takes it off the buffer.
  static func take(from buffer: inout [UInt8], connection: Int) -> FixtureRequest? {
    guard let headEnd = end(of: "\r\n\r\n", in: buffer, from: 0) else { return nil }
    let lines = String(decoding: buffer[..<(headEnd - 4)], as: UTF8.self).split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    var request = FixtureRequest(
      number: 0, connection: connection, bytes: [], method: words.first.map(String.init) ?? "",
      target: words.count > 1 ? String(words[1]) : "", headers: [], body: [])
    for line in lines.dropFirst() {
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      let value = line[colon...].dropFirst().drop { $0 == " " }
      request.headers.append((String(line[..<colon]), String(value)))
    }
    var bodyEnd = headEnd + (request.header("content-length").flatMap { Int($0) } ?? 0)
    if request.header("transfer-encoding") == "chunked" {
      guard let end = end(of: "0\r\n\r\n", in: buffer, from: headEnd) else { return nil }
      bodyEnd = end
    }
    guard buffer.count >= bodyEnd else { return nil }
    request.bytes = Array(buffer[..<bodyEnd])
    request.body = Array(buffer[headEnd..<bodyEnd])
    buffer.removeFirst(bodyEnd)
    return request
  }

  private static func end(of mark: StaticString, in buffer: [UInt8], from start: Int) -> Int? {
    let count = mark.utf8CodeUnitCount
    return mark.withUTF8Buffer { mark in
      var place = start
      while place + count <= buffer.count {
        if buffer[place] == mark[0], buffer[place..<(place + count)].elementsEqual(mark) { return place + count }
        place += 1
      }
      return nil
    }
  }
}
