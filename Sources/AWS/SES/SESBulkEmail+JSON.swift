import JSON

extension SESBulkEmail {
  /// The content of the request.
  var json: [UInt8] {
    var json = JSONWriter(capacity: 2048 + entries.count * 512)
    json.object { json in
      json.member("FromEmailAddress", from)
      json.key("DefaultContent")
      json.object { json in
        json.key("Template")
        json.object { json in
          switch content {
          case .inline(let template):
            json.key("TemplateContent")
            json.value(template)
          case .stored(let name): json.member("TemplateName", name)
          }
          // Each entry has all of its own.
          json.member("TemplateData", "{}")
        }
      }
      json.key("BulkEmailEntries")
      json.array(entries) { json, entry in json.value(entry) }
      json.member("ConfigurationSetName", configurationSet)
    }
    return json.bytes
  }
}

extension JSONWriter {
  mutating func value(_ template: SESTemplate) {
    object { json in
      json.member("Subject", template.subject)
      json.member("Text", template.text)
      json.member("Html", template.html)
    }
  }

  fileprivate mutating func value(_ entry: SESBulkEmail.Entry) {
    object { json in
      json.key("Destination")
      json.object { $0.member("ToAddresses", entry.to) }
      if !entry.tags.isEmpty { json.member("ReplacementTags", entry.tags.map { (name: $0.name, value: $0.value) }) }
      if !entry.headers.isEmpty {
        json.member("ReplacementHeaders", entry.headers.map { (name: $0.name, value: $0.value) })
      }
      json.key("ReplacementEmailContent")
      json.object { json in
        json.key("ReplacementTemplate")
        json.object { $0.member("ReplacementTemplateData", entry.data) }
      }
    }
  }

  fileprivate mutating func member(_ name: String, _ pairs: [(name: String, value: String)]) {
    key(name)
    array(pairs) { json, pair in
      json.object { json in
        json.member("Name", pair.name)
        json.member("Value", pair.value)
      }
    }
  }
}
