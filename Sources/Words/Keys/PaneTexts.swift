package import Model

/// The header.
package enum HeaderText: Equatable, Sendable {
  case loading
  case figuresOld(Duration)
  case rate(String), texts(String), inFlight(Int), sendQueue(String), eventQueue(String), lag(Duration?)
  case bounce(String), complaint(String), share(Int, of: Int)
  case judged(String, Judgement)
  case deadLetters(Int, isWide: Bool), uncertain(Int, isWide: Bool), quarantined(Int, isWide: Bool)
  case readOnly

  /// How bad a percentage is.
  package enum Judgement: Equatable, Sendable {
    case fine, high, review, pause
  }
}

/// Campaigns.
package enum CampaignsText: Equatable, Sendable {
  case nameContains(String)
  case empty(new: String), noneShown
  /// The place among those that are shown, when there are more of them in all.
  case of(String, Int)
  case stalled, waits, dead(Int)
  case unnamed
  /// Whose draft it is, since when, and by which key it is given up.
  case aboutDraft(by: String, moment: String, drop: String)
  case columnName, columnState, columnHanded, columnRecipients, columnFailed, columnRate, columnLeft
}

/// The chosen campaign's batches and messages.
package enum BatchesText: Equatable, Sendable {
  case title, titleOf, none, count(Int)
  case batches, messages, handed
  case states(pending: Int, queued: Int, done: Int, isClosed: Bool, dead: Int)
  case handedOver(Int, of: Int, isLong: Bool), left(Duration)
  /// How many messages have a status.
  case counted(Int, String)
  /// How many a second.
  case rate(String)
  case rest, inDeadLetters(Int, isAbout: Bool), cancelled(Int), refused(Int), uncertain(Int), toGo(Int, isAbout: Bool)
  /// So many whom the own list keeps back.
  case keptBack(Int)
  /// Nobody sends; when and where somebody was last seen that did.
  case noWorker(lastSeen: String?, host: String?)
  /// When its hours begin, as `08:00 KST`.
  case waitsUntil(String)
  case waitsBehind(String, Duration?), unexplained(host: String, since: String), cannotWrite
  case soFar(Int), opened(Int), clicked(Int), bounce(String), complaint(String)
  /// Messages to the mailbox simulator, which no rate counts.
  case simulated(Int)
  case subject, from(String), by(String), campaign(channel: String, String)
  /// How many a second at most, by the campaign's own rate; that it advertises.
  case atMost(String), advertises
}

/// Lists of messages: Messages and Find.
package enum MessagesText: Equatable, Sendable {
  case titleOf, noneButFiltered
  case find, findText(String), typeToFind, notFound(String), nothingYet, whatIsSearched
  case found(Int), foundAtLeast(Int), searched(percent: Int), columnFound, aCampaign
  case columnID, columnCampaign, columnAddress, columnSubject, columnStatus, columnTry, columnUpdated, columnReason
  case anotherProgram
}

/// Failures.
package enum FailuresText: Equatable, Sendable {
  case titleOf, everything, none
  case failed(Int), toBeTriedAgain(Int), delayed(Int), uncertain(Int)
  case columnCount, columnKind, columnCause, columnSubtype, columnSMTP, columnResend, columnAdvice
  case columnDomain, columnHour, columnDay, columnKinds, noDomain, firstParts(Int)
}

/// Dead letters.
package enum DeadLettersText: Equatable, Sendable {
  case none
  case allMarked(Int, recipients: Int), marked(Int, recipients: Int), count(Int, recipients: Int), oldest(Int)
  case eventsNeverStored(Int)
  case unknownCampaign
  case columnLetter, columnCampaign, columnBatch, columnReceives, columnAge, columnRecipients, columnReason
}

/// A message's timeline, and the log.
package enum TimelineText: Equatable, Sendable {
  case title, titleOf(String), none, events(Int), earlier(Int), attempt(Int), attempts(Int), by(String)
  case status, why, subject, sender, data, from(String), providerID(String?)
  case uncertain(settle: String), assumed(settle: String)
  /// Behind the event that gives the message its status.
  case decides
  case logTitle, logEmpty
  /// Nothing can be kept, and why.
  case logNotKept(String)
}

/// The form for a new campaign, and what counting found.
package enum ComposeText: Equatable, Sendable {
  case title, titleOf, step(Int, of: Int)
  case aFile, csvFile, lastUsed
  /// A template that SES keeps; a body that was written in the form, of so many lines.
  case template, templateHint, writtenHere(Int)
  /// What a named audience asks for, and what is wrong with what was given.
  case parameterHint(AudienceParameter.Kind), parameter(AudienceParameterProblem)
  case counting(Duration), promise
  case name, channel, recipients, from, subject, textFile, htmlFile, batchSize, count, unsubscribe, unsubscribeHint
  case nameHint, recipientsHint, fromHint, subjectHint, textHint, htmlHint
  case nameNeeded, fileNeeded, senderNeeded, subjectNeeded, bodyNeeded, textNeeded, notForSMS
  /// How many a batch may have.
  case sizeNeeded(most: Int)
  case notLaunchable, edits, launches(Int), launchType(String), launchTypeFor(Int, String)
  case people(Int, batches: Int, size: Int), duplicates(Int), invalid(Int), moreInvalid(Int), invalidLine(Int)
  /// So many are on the suppression list; the first of them.
  case suppressed(Int, first: [String])
  case continued(campaign: String, moment: String), again(campaign: String, moment: String)
  case cancelledTwin(campaign: String, moment: String)
  /// The same people got the same content a day ago at most, under another name.
  case alike(campaign: String, name: String, moment: String)
  case missing([String]), columns([String]), mendCase(meant: String, written: String), mendColumn
  case labelFrom, labelFile, labelColumns
  /// Whose message it is: the address, the number, of how many, its bytes.
  case reads(String, Int, of: Int, bytes: Int)
  case lacks([String]), looking, nobodyFound, findRecipient, testAddress, previewKeys
  /// So many have no value for something; and one of them, by the line and what for.
  case incomplete(Int), incompleteLine(Int, [String]), moreIncomplete(Int)
  case rate, rateHint, rateNeeded, hours, hoursHint, hoursNeeded, advertising, isAdvertising(Advertising.Choice)
  /// How long it takes at so many a second, and where that is from; who goes first; what it costs.
  case takes(Duration, rate: String, Forecast.Basis), takesUnknown, goFirst(campaigns: Int, recipients: Int)
  case costs(String), quotaLeft(Int)
  /// What texts go out as: so many as that; parts in all; one of them; so many that cannot, and why not; what makes one longer.
  case textForm(TextForm, Int), textParts(Int), textSize(TextMeasure), faultyTexts(Int), textFault(TextFault)
  case costlier(PlacedCharacter)
  case sameAs(line: Int), keptBack, nobodyLacks, sourceKey, noHTML, remarksKey, noRemarks
}

/// Input that could not be understood, and one such document.
package enum QuarantineText: Equatable, Sendable {
  case none, gone
  case newest(Int), allMarked(Int)
  case document(Int64), bytes(Int), shown(Int, of: Int), begins
  case columnID, columnAt, columnSize, columnError, columnBegins
}

/// What operators did.
package enum HistoryText: Equatable, Sendable {
  case none, noneContains, containing(String), latest(Int, of: Int)
  case condition, result
  case columnAt, columnOperator, columnAction, columnCampaign, columnCondition, columnCount, columnResult
}
