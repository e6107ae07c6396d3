/// One template for many recipients.
package struct SESBulkEmail: Equatable, Sendable {
  /// Where the text comes from.
  package enum Content: Equatable, Sendable {
    /// Goes along with the call.
    case inline(SESTemplate)
    /// Is stored under a name.
    case stored(String)
  }

  /// One recipient.
  package struct Entry: Equatable, Sendable {
    /// Names who it goes to; usually one address.
    package var to: [String]
    /// Holds what the template's variables stand for: a JSON object as text.
    package var data: String
    /// Lists the tags of this copy. There are none for all copies: AWS does not say whether they would be joined with these.
    package var tags: [SESTag]
    /// Lists the headers of this copy; at most 15.
    package var headers: [SESHeader]

    /// Makes an entry.
    package init(to: [String], data: String = "{}", tags: [SESTag] = [], headers: [SESHeader] = []) {
      self.to = to
      self.data = data
      self.tags = tags
      self.headers = headers
    }
  }

  /// Says who sends, with or without a display name.
  package var from: String
  /// Names the configuration set.
  package var configurationSet: String?
  /// Says where the text comes from.
  package var content: Content
  /// Lists the recipients; at most 50.
  package var entries: [Entry]

  /// Makes a value from its parts.
  package init(
    from: String, configurationSet: String? = nil, content: Content, entries: [Entry]
  ) {
    self.from = from
    self.configurationSet = configurationSet
    self.content = content
    self.entries = entries
  }
}

/// A name and a value that travel with a mail and come back in its events
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html>).
package struct SESTag: Equatable, Sendable {
  /// Names it.
  package var name: String
  /// Holds the value.
  package var value: String

  /// Makes a tag.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A header of a mail (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageHeader.html>).
package struct SESHeader: Equatable, Sendable {
  /// Names it.
  package var name: String
  /// Holds the value: printable ASCII.
  package var value: String

  /// Makes a header.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A subject and bodies with variables
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_EmailTemplateContent.html>).
package struct SESTemplate: Equatable, Sendable {
  /// Holds the subject.
  package var subject: String?
  /// Holds the plain text.
  package var text: String?
  /// Holds the HTML.
  package var html: String?

  /// Makes a template.
  package init(subject: String?, text: String? = nil, html: String? = nil) {
    self.subject = subject
    self.text = text
    self.html = html
  }
}
