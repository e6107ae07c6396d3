/// What a server answered, whole.
package struct HTTPResponse: Equatable, Sendable {
  /// The status code, 200 to 599. Redirects are not followed: no AWS service promises one.
  package var status: Int
  /// Lists the fields as they came.
  package var headers: [HTTPField]
  /// Holds the content.
  package var body: [UInt8]

  /// Makes a value from its parts.
  package init(status: Int, headers: [HTTPField] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Finds a field's value whatever the case of its name; the first when there are several.
  package func header(_ name: String) -> String? {
    headers.first { $0.isNamed(name) }?.value
  }
}
