import Model

/// The way of reports that brokers send by themselves: API Gateway puts each on the event queue, wrapped into a document that says
/// whose it is (<https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services.html>).
///
/// Whoever knows the address may write to it; most brokers sign nothing, so it ends with a secret.
extension CloudFormation {
  static let hookParameters: CloudFormationValue = [
    "ReportSecret": [
      "Type": "String", "NoEcho": true, "MinLength": .number(32), "MaxLength": .number(128),
      "AllowedPattern": "^[A-Za-z0-9]+$",
      "ConstraintDescription": "32 to 128 letters and digits, such as 'openssl rand -hex 24' prints",
      "Description": "The last part of the addresses that brokers send reports to: whoever knows it may send some",
    ]
  ]

  static func check(_ names: [String]) throws(ProvisionError) {
    var parts: Set<String> = []
    for name in names {
      guard name.isPlainName, !name.isEmpty else {
        throw ProvisionError(
          .invalidName,
          "the gateway '\(name)' cannot stand in an address: give its file a name of letters, digits, - and _")
      }
      guard parts.insert(logicalPart(name)).inserted else {
        throw ProvisionError(
          .invalidName,
          "the gateway '\(name)' is given twice, or is called almost as another: give one of them another name")
      }
    }
  }

  mutating func addHooks(_ names: [String], isApart: Bool) {
    guard !names.isEmpty else { return }
    addHookRole(isApart: isApart)
    add(
      "ReportApi", "AWS::ApiGateway::RestApi",
      ["Name": .text(blueprint.prefix + "-reports"), "EndpointConfiguration": ["Types": ["REGIONAL"]]])
    add(
      "ReportPath", "AWS::ApiGateway::Resource",
      [
        "RestApiId": .ref("ReportApi"), "ParentId": .attribute("RootResourceId", of: "ReportApi"),
        "PathPart": "reports",
      ])
    for name in names { addHook(name) }
    let id = names.map(Self.logicalPart).joined()
    // What is deployed is what was there then: with other brokers it has another name, and is made anew.
    add(
      "ReportDeployment" + id, "AWS::ApiGateway::Deployment", after: names.map { Self.id($0, "Method") },
      ["RestApiId": .ref("ReportApi")])
    add(
      "ReportStage", "AWS::ApiGateway::Stage",
      ["RestApiId": .ref("ReportApi"), "DeploymentId": .ref("ReportDeployment" + id), "StageName": "v1"])
  }

  private mutating func addHookRole(isApart: Bool) {
    let queue = "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:" + blueprint.eventQueueName
    add(
      "ReportRole", "AWS::IAM::Role",
      [
        "AssumeRolePolicyDocument": [
          "Version": "2012-10-17",
          "Statement": [
            [
              "Effect": "Allow", "Principal": ["Service": "apigateway.amazonaws.com"], "Action": "sts:AssumeRole",
            ]
          ],
        ],
        "Policies": [
          [
            "PolicyName": "events",
            "PolicyDocument": [
              "Version": "2012-10-17",
              "Statement": [
                [
                  "Effect": "Allow", "Action": "sqs:SendMessage",
                  "Resource": isApart ? ["Fn::Sub": .text(queue)] : .attribute("Arn", of: "EventQueue"),
                ]
              ],
            ],
          ]
        ],
      ])
  }

  private mutating func addHook(_ name: String) {
    add(
      Self.id(name, "Path"), "AWS::ApiGateway::Resource",
      ["RestApiId": .ref("ReportApi"), "ParentId": .ref("ReportPath"), "PathPart": .text(name)])
    add(
      Self.id(name, "SecretPath"), "AWS::ApiGateway::Resource",
      ["RestApiId": .ref("ReportApi"), "ParentId": .ref(Self.id(name, "Path")), "PathPart": .ref("ReportSecret")])
    let queue = "sqs:path/${AWS::AccountId}/" + blueprint.eventQueueName
    add(
      Self.id(name, "Method"), "AWS::ApiGateway::Method",
      [
        "RestApiId": .ref("ReportApi"), "ResourceId": .ref(Self.id(name, "SecretPath")), "HttpMethod": "POST",
        "AuthorizationType": "NONE",
        "Integration": [
          "Type": "AWS", "IntegrationHttpMethod": "POST",
          "Uri": ["Fn::Sub": .text("arn:${AWS::Partition}:apigateway:${AWS::Region}:" + queue)],
          "Credentials": .attribute("Arn", of: "ReportRole"), "PassthroughBehavior": "NEVER",
          "RequestParameters": [
            "integration.request.header.Content-Type": "'application/x-www-form-urlencoded'"
          ],
          "RequestTemplates": ["application/json": .text(Self.mapping(name))],
          // Only what is on the queue was taken: a broker that hears anything else sends it again.
          "IntegrationResponses": [
            ["StatusCode": "500"], ["StatusCode": "200", "SelectionPattern": "200"],
          ],
        ],
        "MethodResponses": [["StatusCode": "200"], ["StatusCode": "500"]],
      ])
  }

  /// `{"sendboardReport":"solapi","body":…}` as a call of SQS: what never changes is written as it travels.
  static func mapping(_ name: String) -> String {
    "Action=SendMessage&MessageBody=%7B%22sendboardReport%22%3A%22\(name)%22%2C%22body%22%3A"
      + "$util.urlEncode($input.json('$'))%7D"
  }

  func hookOutputs(_ names: [String]) -> [CloudFormationValue.Member] {
    names.map { name in
      let address = "https://${ReportApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/v1/reports/\(name)/"
      return .init(
        Self.id(name, "Url"),
        [
          "Description": "Give this to the broker, followed by the secret", "Value": ["Fn::Sub": .text(address)],
        ])
    }
  }

  private static func id(_ name: String, _ what: String) -> String { "Report" + logicalPart(name) + what }

  /// Logical names have letters and digits only.
  static func logicalPart(_ name: String) -> String {
    name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined()
  }
}
