/// What the operator gave to compose a campaign, on the command line or in the dashboard's form. Names files; nothing here has read them.
package struct Composition: Equatable, Sendable {
  /// Names the campaign.
  package var name: String
  /// The CSV file of recipients; for a named audience, what it is called where something is said of it.
  package var file: String
  /// The named audience, instead of a file.
  package var choice: AudienceChoice?
  /// Names the sender.
  package var from: String
  /// Holds the subject; empty for SMS.
  package var subject: String
  /// The file of the plain text body; empty for none.
  package var textFile: String
  /// The file of the HTML body; empty for none.
  package var htmlFile: String
  /// The plain text body itself, written in the form; counts when no file is named.
  package var text = ""
  /// The HTML body itself; counts when no file is named.
  package var html = ""
  /// The name of a template that the provider keeps, instead of subject and bodies; empty for none.
  package var template = ""
  /// Says how it reaches its recipients.
  package var channel: Channel
  /// Counts the recipients of one batch.
  package var batchSize: Int

  /// The name of the column that holds the address; `nil` to find it by its usual names.
  package var addressColumn: String?
  /// How recipients leave the list, as it was typed; empty for no way.
  package var unsubscribe: String
  /// When it is to begin, as it was typed; empty for at once.
  package var start: String
  /// How fast it is to go at most, as it was typed; empty for as fast as the provider takes.
  package var rate = ""
  /// Whether it advertises.
  package var advertising = Advertising.Choice.no
  /// The hours of the day in which it may go out, as they were typed; empty for all that are allowed.
  package var window = ""

  /// Makes a composition; without a batch size, that of the channel.
  package init(
    name: String = "", file: String = "", from: String = "", subject: String = "", textFile: String = "",
    htmlFile: String = "", channel: Channel = .email, batchSize: Int? = nil,
    addressColumn: String? = nil, start: String = "", unsubscribe: String = ""
  ) {
    self.name = name
    self.file = file
    self.from = from
    self.subject = subject
    self.textFile = textFile
    self.htmlFile = htmlFile
    self.channel = channel
    self.batchSize = batchSize ?? channel.defaultBatchSize
    self.addressColumn = addressColumn
    self.start = start
    self.unsubscribe = unsubscribe
  }
}

/// Why a campaign cannot go out at the hours that were typed.
package enum HoursProblem: Error, Equatable, Sendable {
  /// They are no hours of a zone that there is.
  case unreadable(String)
  /// Of them the law leaves none for advertising texts.
  case byNight(String)
}

extension Composition {
  /// Whether Korean law keeps it from going out by night: advertising texts to people who have not agreed to that.
  package var keepsKoreanNight: Bool { channel == .sms && advertising == .yes }

  /// The hours of the day in which it goes out: those that were typed, of them what the law leaves, or those of the law;
  /// `nil` for all.
  ///
  /// Hours of one's own are no consent: in Korea's time they narrow what the law leaves. Whether there is such a zone is for
  /// others to know.
  ///
  /// - Throws: ``HoursProblem``.
  package func hours() throws(HoursProblem) -> SendWindow? {
    if window.isEmpty { return keepsKoreanNight ? .korea : nil }
    guard let hours = SendWindow(window) else { throw .unreadable(window) }
    guard keepsKoreanNight, hours.zone == SendWindow.korea.zone else { return hours }
    guard let left = hours.narrowed(to: .korea) else { throw .byNight(window) }
    return left
  }
}
