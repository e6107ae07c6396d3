import Foundation
import Testing
import TestSupport

@testable import AWS

@Suite struct EnvironmentTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      [default]
      region = eu-west-1
      [profile ops]
      region = cn-north-1
      services = local
      endpoint_url = http://127.0.0.1:9/
      [profile deaf]
      region = us-east-1
      endpoint_url = http://127.0.0.1:9
      ignore_configured_endpoint_urls = true
      [services local]
      sqs =
        endpoint_url = http://127.0.0.1:4566/sqs/
      """, to: ".aws/config")
  }

  private func environment(
    _ variables: [String: String] = [:], profile: String? = nil, region: String? = nil, endpoint: String? = nil
  ) -> AWSEnvironment {
    AWSEnvironment(
      variables: variables.merging(["HOME": folder.path]) { $1 }, profile: profile, region: region, endpoint: endpoint)
  }

  @Test func theRegionIsLookedForInOrder() throws {
    #expect(try environment().region() == "eu-west-1")
    #expect(try environment(["AWS_DEFAULT_REGION": "us-east-2"]).region() == "us-east-2")
    #expect(try environment(["AWS_DEFAULT_REGION": "us-east-2", "AWS_REGION": "us-west-1"]).region() == "us-west-1")
    #expect(try environment(["AWS_REGION": "us-west-1"], region: "ap-south-1").region() == "ap-south-1")
    #expect(try environment(["AWS_PROFILE": "ops", "AWS_REGION": " "]).region() == "cn-north-1")
    #expect(try environment(["AWS_PROFILE": "ops"], profile: "deaf").region() == "us-east-1")
    try folder.write("[ops]\nregion = ca-west-1\n", to: ".aws/credentials")
    #expect(try environment(profile: "ops").region() == "ca-west-1")
  }

  @Test func noRegionIsAnErrorThatSaysWhatToDo() throws {
    let error = #expect(throws: AWSConfigurationError.self) { try AWSEnvironment(variables: [:]).region() }
    #expect(error?.code == .noRegion)
    #expect(error?.context.contains("AWS_REGION") == true)
  }

  @Test(arguments: ["eu-west-1.evil.com/", "a@b", "-x", "a b", ""]) func aRegionCannotLeadElsewhere(region: String) {
    let error = #expect(throws: AWSConfigurationError.self) { try environment(region: region).region() }
    #expect(error?.code == .invalidRegion)
  }

  @Test(arguments: [
    (AWSService.sqs, "sqs", "sqs"), (.sesv2, "email", "ses"), (.sns, "sns", "sns"), (.sts, "sts", "sts"),
    (.cloudwatch, "monitoring", "monitoring"),
  ]) func awsOwnEndpoints(service: AWSService, host: String, signingName: String) throws {
    #expect(
      try environment().endpoint(of: service)
        == ServiceEndpoint(url: "https://\(host).eu-west-1.amazonaws.com", region: "eu-west-1"))
    #expect(service.signingName == signingName)
    #expect(
      try environment(region: "cn-north-1").endpoint(of: service).url
        == "https://\(host).cn-north-1.amazonaws.com.cn")
  }

  /// From botocore's `partitions.json`.
  @Test(arguments: [
    ("us-gov-west-1", "amazonaws.com"), ("eusc-de-east-1", "amazonaws.eu"), ("us-iso-east-1", "c2s.ic.gov"),
    ("us-isob-east-1", "sc2s.sgov.gov"), ("us-isof-south-1", "csp.hci.ic.gov"), ("eu-isoe-west-1", "cloud.adc-e.uk"),
  ]) func everyPartitionHasItsDomain(region: String, domain: String) throws {
    #expect(try environment(region: region).endpoint(of: .sqs).url == "https://sqs.\(region).\(domain)")
  }

  @Test(arguments: ["AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"])
  func hostsThatAreNotKnownMustBeNamed(variable: String) throws {
    let error = #expect(throws: AWSConfigurationError.self) { try environment([variable: "true"]).endpoint(of: .sqs) }
    #expect(error?.context.contains("\(variable) is set") == true)
    #expect(try environment([variable: "false"]).endpoint(of: .sqs).url.hasPrefix("https://sqs.eu-west-1") == true)
    let named = [variable: "true", "AWS_ENDPOINT_URL_SQS": "https://sqs-fips.us-east-1.amazonaws.com"]
    #expect(try environment(named).endpoint(of: .sqs).url == "https://sqs-fips.us-east-1.amazonaws.com")
  }

  @Test func endpointsAreLookedForInOrder() throws {
    let ops = ["AWS_PROFILE": "ops"]
    #expect(try environment(ops).endpoint(of: .sns).url == "http://127.0.0.1:9")
    #expect(try environment(ops).endpoint(of: .sqs).url == "http://127.0.0.1:4566/sqs")
    let all = ops.merging(["AWS_ENDPOINT_URL": "http://all:1/"]) { $1 }
    #expect(try environment(all).endpoint(of: .sqs).url == "http://all:1")
    let mail = all.merging(["AWS_ENDPOINT_URL_SESV2": "http://mail:2"]) { $1 }
    #expect(try environment(mail).endpoint(of: .sesv2).url == "http://mail:2")
    #expect(try environment(mail).endpoint(of: .sqs).url == "http://all:1")
    #expect(try environment(mail, endpoint: "http://ours:3").endpoint(of: .sesv2).url == "http://ours:3")
  }

  @Test func configuredEndpointsCanBeIgnored() throws {
    let ignoring = ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true", "AWS_ENDPOINT_URL": "http://all:1"]
    #expect(try environment(ignoring).endpoint(of: .sqs).url == "https://sqs.eu-west-1.amazonaws.com")
    #expect(try environment(ignoring, endpoint: "http://ours:3").endpoint(of: .sqs).url == "http://ours:3")
    #expect(try environment(profile: "deaf").endpoint(of: .sqs).url == "https://sqs.us-east-1.amazonaws.com")
    let hearing = ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "false"]
    #expect(try environment(hearing, profile: "deaf").endpoint(of: .sqs).url == "http://127.0.0.1:9")
  }

  @Test(arguments: [
    "localhost:4566", "ftp://x", "http://user:MARKER@x", "http://x?MARKER", "http://x#MARKER", "http://", "http://x y",
  ]) func anEndpointThatIsNoneIsAnError(url: String) {
    let error = #expect(throws: AWSConfigurationError.self) {
      try environment(["AWS_ENDPOINT_URL_SQS": url]).endpoint(of: .sqs)
    }
    #expect(error?.code == .invalidEndpoint)
    #expect(error?.context.contains("AWS_ENDPOINT_URL_SQS") == true)
    #expect(error?.context.contains("MARKER") == false)
  }

  @Test func filesMayBeElsewhere() throws {
    try folder.write("[profile far]\nregion = sa-east-1\n", to: "config2")
    let variables = ["AWS_CONFIG_FILE": "~/config2", "AWS_PROFILE": "far"]
    #expect(try environment(variables).region() == "sa-east-1")
  }

  @Test func aProfileThatIsNowhereIsAnError() throws {
    try folder.write("[bare]\nregion = x\n", to: ".aws/config")
    let error = #expect(throws: AWSConfigurationError.self) { try environment(profile: "bare").region() }
    #expect(error?.code == .noSuchProfile)
    #expect(error?.context.contains("has to be [profile bare]") == true)
    #expect(throws: AWSConfigurationError.self) { try environment(["AWS_PROFILE": "nobody"]).region() }
  }

  @Test func aFileThatCannotBeReadIsAnError() throws {
    try Data([0x5B, 0xFF, 0xFE]).write(to: URL(filePath: folder.path + "/.aws/config"))
    #expect(throws: AWSConfigurationError.self) { try environment().region() }
    let variables = ["AWS_CONFIG_FILE": folder.path]
    #expect(throws: AWSConfigurationError.self) { try environment(variables).region() }
  }

  @Test func variablesAreNotShown() {
    let environment = environment(["AWS_SECRET_ACCESS_KEY": "MARKER"])
    var text = "\(environment) \(String(reflecting: environment))"
    dump(environment, to: &text)
    #expect(!text.contains("MARKER"))
  }

  /// The usual way to say that there is no such file.
  @Test func theNullDeviceIsAnEmptyFile() throws {
    let variables = [
      "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "AWS_REGION": "us-west-1",
    ]
    #expect(try environment(variables).region() == "us-west-1")
    #expect(
      try environment(variables).endpoint(of: .sqs)
        == ServiceEndpoint(url: "https://sqs.us-west-1.amazonaws.com", region: "us-west-1"))
  }
}
