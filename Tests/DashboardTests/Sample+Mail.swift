import Dashboard
import Model

extension Sample {
  /// The summer campaign as it was composed.
  static let summerPlan = Campaign(
    id: summer, name: "여름 세일 안내", channel: .email, state: .sending, operator: "hyeonjun", createdAt: ago(600),
    audience: "recipients.csv",
    template: Template(
      from: "여름 소식 <news@example.com>", subject: "{{name}}님, 여름 세일이 시작됩니다",
      text: "{{name}}님, 안녕하세요.\n\n등급: {{grade}}\n  쿠폰 {{coupon}}\n",
      html: """
        <html><head><style>p { color: red }</style></head><body><p>{{name}}님, <b>안녕하세요</b>.</p>
        <p><a href="https://shop.example/sale?c={{coupon}}">세일 보기</a></p></body></html>
        """),
    columns: ["name", "grade", "coupon"], batchSize: 50)

  static func mail(_ message: MessageSummary) -> Mail {
    guard message.campaign != nil else { return Mail(message: message, letter: nil) }
    return Mail(
      message: message,
      letter: Mail.Letter(summerPlan, address: message.address, values: ["김민지", "금", "SUMMER-\(message.id)"]))
  }
}
