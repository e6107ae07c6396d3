/// What counting an audience found: exactly what a launch of the same composition would send to.
public struct AudienceCount: Equatable, Sendable {
  /// A line of the file that will not be sent to.
  public struct InvalidLine: Equatable, Sendable {
    /// The line's number in the file, from 1.
    public var line: Int
    /// Says what is wrong with it.
    public var reason: String

    /// Makes a line.
    public init(line: Int, reason: String) {
      self.line = line
      self.reason = reason
    }
  }

  /// Recipients that would be sent to.
  public var recipients: Int
  /// Rows left out because their address was there already.
  public var duplicates: Int
  /// Rows left out because their address is not one.
  public var invalid: Int
  /// The first of the invalid rows; not all of them.
  public var invalidLines: [InvalidLine]
  /// Counts the batches they would travel in.
  public var batches: Int
  /// The columns other than the address.
  public var columns: [String]
  /// Variables the template asks for and the file has no column for: they would fail when rendered.
  public var missingColumns: [String]
  /// The first recipient's address.
  public var firstAddress: String
  /// The first recipient's message as it would read, by lines, subject first.
  public var preview: [String]

  /// Makes a count.
  public init(
    recipients: Int, duplicates: Int = 0, invalid: Int = 0, invalidLines: [InvalidLine] = [], batches: Int,
    columns: [String] = [], missingColumns: [String] = [], firstAddress: String = "", preview: [String] = []
  ) {
    self.recipients = recipients
    self.duplicates = duplicates
    self.invalid = invalid
    self.invalidLines = invalidLines
    self.batches = batches
    self.columns = columns
    self.missingColumns = missingColumns
    self.firstAddress = firstAddress
    self.preview = preview
  }
}
