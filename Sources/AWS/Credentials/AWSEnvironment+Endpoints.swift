extension AWSEnvironment {
  /// Finds the region: the one named, else `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile's. It reads the shared files.
  ///
  /// - Throws: ``AWSConfigurationError``.
  package func region() throws(AWSConfigurationError) -> String {
    var named = explicitRegion ?? self["AWS_REGION"] ?? self["AWS_DEFAULT_REGION"]
    if named == nil { named = try AWSProfile(self)["region"] }
    guard let region = named else {
      throw AWSConfigurationError(
        .noRegion,
        "no region: set AWS_REGION, or write region = … into profile \(profileName) of ~/.aws/config")
    }
    try Self.check(region: region)
    return region
  }

  /// Refuses what no region is called: it becomes a part of a host's name, to which signed requests and tokens go.
  static func check(region: String) throws(AWSConfigurationError) {
    let isPlain = region.utf8.allSatisfy { $0.isUnreserved && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "_") }
    guard isPlain, !region.isEmpty, region.first != "-", region.utf8.count <= 63 else {
      throw AWSConfigurationError(.invalidRegion, "the region is not one of AWS's: letters, digits and - only")
    }
  }

  /// Finds a service's endpoint: from our own configuration, else `AWS_ENDPOINT_URL_…`, `AWS_ENDPOINT_URL`, the profile's
  /// `services` section, its `endpoint_url`, else AWS's own
  /// (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html>). It reads the shared files.
  ///
  /// - Throws: ``AWSConfigurationError``.
  package func endpoint(of service: AWSService) throws(AWSConfigurationError) -> ServiceEndpoint {
    try endpoint(of: service, in: try region())
  }

  /// Finds a service's endpoint in a region, which is one that ``check(region:)`` lets pass.
  func endpoint(of service: AWSService, in region: String) throws(AWSConfigurationError) -> ServiceEndpoint {
    guard let (value, place) = try configuredEndpoint(of: service) else {
      try refuseOtherHosts()
      return ServiceEndpoint(
        url: "https://\(service.endpointPrefix).\(region).\(Self.domain(of: region))", region: region)
    }
    guard let target = RequestTarget(value), !target.hasUserInfo, target.query.isEmpty, !value.contains("#"),
      value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      throw AWSConfigurationError(
        .invalidEndpoint, "\(place) is not an endpoint: write https://host[:port] or http://host[:port]")
    }
    return ServiceEndpoint(url: value, region: region)
  }

  /// The domain of a region's partition (<https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html>).
  private static func domain(of region: String) -> String {
    // The longer of two that fit stands first.
    let domains = [
      ("cn-", "amazonaws.com.cn"), ("eusc-", "amazonaws.eu"), ("us-isob-", "sc2s.sgov.gov"),
      ("us-isof-", "csp.hci.ic.gov"), ("us-iso-", "c2s.ic.gov"), ("eu-isoe-", "cloud.adc-e.uk"),
    ]
    return domains.first { region.hasPrefix($0.0) }?.1 ?? "amazonaws.com"
  }

  /// Whoever asks for hosts of another kind must not be sent to the usual ones.
  private func refuseOtherHosts() throws(AWSConfigurationError) {
    let profile = try AWSProfile(self)
    for (variable, key) in [
      ("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"), ("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
    ] where self[variable].map({ $0.lowercased() == "true" }) ?? (profile[key]?.lowercased() == "true") {
      throw AWSConfigurationError(
        .invalidEndpoint,
        "\(variable) is set, and Sendboard does not know those hosts: name them with AWS_ENDPOINT_URL_SQS and the like")
    }
  }

  private func configuredEndpoint(of service: AWSService) throws(AWSConfigurationError) -> (String, place: String)? {
    if let url = explicitEndpoint {
      return (url, "the configured endpoint of \(service.configurationName)")
    }
    if isTrue("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") { return nil }
    let variable = "AWS_ENDPOINT_URL_\(service.configurationName.uppercased())"
    let profile = try AWSProfile(self)
    if self["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] == nil,
      profile["ignore_configured_endpoint_urls"]?.lowercased() == "true"
    {
      return nil
    }
    if let url = self[variable] { return (url, variable) }
    if let url = self["AWS_ENDPOINT_URL"] { return (url, "AWS_ENDPOINT_URL") }
    let place = "endpoint_url of profile \(profileName)"
    if let url = profile.endpoint(of: service) { return (url, "\(place) for \(service.configurationName)") }
    return profile["endpoint_url"].map { ($0, place) }
  }
}
