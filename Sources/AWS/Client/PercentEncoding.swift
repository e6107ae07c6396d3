extension String {
  /// Encodes all but RFC 3986's unreserved characters, as a path's segment, a query's value and a form's field need it.
  var percentEncoded: String {
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count + 16)
    output.appendEncoded(utf8)
    return String(decoding: output, as: UTF8.self)
  }
}
