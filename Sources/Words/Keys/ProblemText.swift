package import Model

/// Why something that an operator wanted was not done, or cannot be shown: what is the matter, and what to do about it.
package enum ProblemText: Equatable, Sendable {
  case store(StoreProblem)
  /// A queue, by its name.
  case queue(QueueProblem, String)
  case queueFile(QueueFileProblem)
  /// A call of AWS's, such as `SQS SendMessageBatch`.
  case aws(CallProblem, call: String)
  /// A call of a broker of texts, by its name.
  case broker(BrokerProblem, name: String)
  case provisioning(ProvisioningProblem)
  case composing(ComposeProblem)
  case noSuchMessage(String)
  case noSuchLetters([String])
  /// The event queue's dead letters cannot be looked at.
  case eventLetters
  /// There is such a file already, and nobody said that it may be replaced.
  case fileExists(String)
  /// Other people were found since than those that were confirmed.
  case othersFound
  case cannotWrite(file: String)
  /// Words of somebody else's, as they are.
  case foreign(String)
}

/// Why a text is no time at which something can begin.
package enum StartProblem: Error, Equatable, Sendable {
  case notUnderstood
  case unknownZone(String)
  case noSuchDay
  /// The clock is put forward, and never shows it that day; it is put back, and shows it twice.
  case noSuchTime, twice
  case over(at: Timestamp)
  case tooFar
}

/// Why a campaign cannot be launched as it was composed.
package enum ComposeProblem: Equatable, Sendable {
  case controlCharacter(in: Entry)
  case severalSenders(String)
  case notASender(String, AddressProblem.Code)
  case senderOutsideASCII(String)
  case recipients(file: String, line: Int?, FileProblem)
  case template(file: String, FileProblem)
  /// The template asks for columns that the file does not have; some differ in capital letters alone.
  case missingColumns([String], file: String, meant: [String])
  case nobody(file: String, invalid: Int)
  /// The same with what was counted and the first line that is not valid.
  case nobodyCounted(invalid: Int, duplicates: Int, first: InvalidLine?)
  /// More than a plain variable, in content that SES does not keep.
  case block(tag: String, line: Int, Template.Part)
  case tooMuchContent(bytes: Int)
  /// Nothing but white space is in a text of the mail; the file, where it is one.
  case emptyContent(file: String)
  case notRenderable(TemplateProblem)
  /// Nothing serves the channel; whether because SES alone is set up.
  case unserved(Channel, isSESOnly: Bool)
  case otherAudience(Int, confirmed: Int, file: String)
  case changedFile(String)
  /// What is to be said is other than what was shown.
  case changedContent
  /// Nothing is sent to where a test was to go.
  case testSuppressed(String)
  case launchedMeanwhile(campaign: String?)
  /// What was given for when to begin.
  case start(String, StartProblem)
  /// What was given for a way off the list.
  case unsubscribe(UnsubscribeProblem)
  /// What was given for a rate.
  case rate(String)
  /// What is wrong with the hours of the day.
  case hours(HoursProblem)
  /// The line of a number in Korea, and the hours of another clock at which it would get advertising.
  case hoursInKorea(line: Int, String)
  /// What advertising lacks.
  case advertising(Advertising.Problem)
  /// What was given for where a test goes.
  case testAddress(String, AddressProblem.Code)
  /// A test was not taken, with why; or nobody knows whether it was.
  case testRefused(String), testUnanswered(String)

  /// What is typed on one line.
  package enum Entry: CaseIterable, Sendable {
    case name, sender, subject
  }

  /// A line of a file that is not valid, and why.
  package struct InvalidLine: Equatable, Sendable {
    /// Its number, from 1.
    package var line: Int
    /// What is wrong with it.
    package var problem: RowProblem

    /// Makes a line.
    package init(line: Int, problem: RowProblem) { (self.line, self.problem) = (line, problem) }
  }
}
