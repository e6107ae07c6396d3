import Model

/// What the operator typed to compose a campaign. Names files; nothing here has read them.
public struct Composition: Equatable, Sendable {
  /// Names the campaign.
  public var name: String
  /// The CSV file of recipients.
  public var file: String
  /// Names the sender.
  public var from: String
  /// Holds the subject; empty for SMS.
  public var subject: String
  /// The file of the plain text body; empty for none.
  public var textFile: String
  /// The file of the HTML body; empty for none.
  public var htmlFile: String
  /// Says how it reaches its recipients.
  public var channel: Channel
  /// Counts the recipients of one batch.
  public var batchSize: Int

  /// Makes a composition; without a batch size, that of the channel.
  public init(
    name: String = "", file: String = "", from: String = "", subject: String = "", textFile: String = "",
    htmlFile: String = "", channel: Channel = .email, batchSize: Int? = nil
  ) {
    self.name = name
    self.file = file
    self.from = from
    self.subject = subject
    self.textFile = textFile
    self.htmlFile = htmlFile
    self.channel = channel
    self.batchSize = batchSize ?? channel.defaultBatchSize
  }
}
