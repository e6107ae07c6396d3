import Foundation

/// Events as SES writes them, in each envelope they come in.
enum RecordedEvents {
  static func event(_ type: String, _ object: [String: Any], id: String, to: [String]) -> [String: Any] {
    let mail: [String: Any] = [
      "timestamp": "2026-11-20T10:00:00.000Z", "messageId": id, "source": "shop@example.com",
      "sendingAccountId": "111122223333", "destination": to, "commonHeaders": ["subject": "영수증"],
      "tags": [String: Any](),
    ]
    return ["eventType": type, "mail": mail].merging(object) { first, _ in first }
  }

  static var bounce: [String: Any] {
    event(
      "Bounce",
      [
        "bounce": [
          "bounceType": "Permanent", "bounceSubType": "General", "feedbackId": "f-1",
          "timestamp": "2026-11-20T10:00:05.000Z",
          "bouncedRecipients": [
            [
              "emailAddress": "Kim <kim@example.com>", "action": "failed", "status": "5.1.1",
              "diagnosticCode": "smtp; 550 5.1.1 user\nunknown",
            ]
          ],
        ]
      ], id: "m-1", to: ["kim@example.com", "lee@example.com"])
  }
  static var send: [String: Any] {
    event(
      "Send", ["send": [String: Any]()], id: "m-1", to: ["kim@example.com", "lee@example.com"])
  }
  static var delivery: [String: Any] {
    event(
      "Delivery",
      [
        "delivery": [
          "timestamp": "2026-11-20T10:00:03.000Z", "processingTimeMillis": 3000, "recipients": ["park@example.com"],
          "smtpResponse": "250 ok", "reportingMTA": "a8-70.smtp-out.amazonses.com",
        ]
      ], id: "m-2", to: ["park@example.com"])
  }
  static var open: [String: Any] {
    event(
      "Open", ["open": ["timestamp": "2026-11-20T10:01:03.000Z", "userAgent": "x", "ipAddress": "192.0.2.1"]],
      id: "m-2", to: ["park@example.com"])
  }

  /// One stream: a bare event, an SNS notification, EventBridge over several lines, an array, SNS's greeting.
  ///
  /// Four events about five recipients: the Send names two.
  static func stream() throws -> String {
    let notification: [String: Any] = [
      "Type": "Notification", "MessageId": "n-1", "TopicArn": "arn:aws:sns:ap-northeast-2:111122223333:ses",
      "Message": try text(delivery),
    ]
    let bridged: [String: Any] = [
      "version": "0", "id": "e-1", "detail-type": "Email Opened", "source": "aws.ses", "detail": open,
    ]
    return try text(bounce) + "\n" + text(notification) + text(bridged, .prettyPrinted) + "\n" + text([send]) + "\n"
      + "Successfully validated SNS topic for Amazon SES event publishing.\n"
  }

  private static func text(_ object: Any, _ options: JSONSerialization.WritingOptions = []) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: object, options: options), as: UTF8.self)
  }
}
