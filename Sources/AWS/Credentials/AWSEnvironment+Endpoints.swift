extension AWSEnvironment {
  /// Finds the region: the one named, else `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile's. It reads the shared files.
  ///
  /// - Throws: ``AWSConfigurationError``.
  public func region() throws(AWSConfigurationError) -> String {
    var named = explicitRegion ?? self["AWS_REGION"] ?? self["AWS_DEFAULT_REGION"]
    if named == nil { named = try AWSProfile(self)["region"] }
    guard let region = named else {
      throw AWSConfigurationError(
        .noRegion,
        "no region: give --region, set AWS_REGION, or write region = … into profile \(profileName) of ~/.aws/config")
    }
    // It becomes a part of a host's name, to which signed requests go.
    let isPlain = region.utf8.allSatisfy { $0.isUnreserved && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "_") }
    guard isPlain, !region.isEmpty, region.first != "-", region.utf8.count <= 63 else {
      throw AWSConfigurationError(.invalidRegion, "the region is not one of AWS's: letters, digits and - only")
    }
    return region
  }

  /// Finds a service's endpoint: from our own configuration, else `AWS_ENDPOINT_URL_…`, `AWS_ENDPOINT_URL`, the profile's
  /// `services` section, its `endpoint_url`, else AWS's own
  /// (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html>). It reads the shared files.
  ///
  /// - Throws: ``AWSConfigurationError``.
  public func endpoint(of service: AWSService) throws(AWSConfigurationError) -> ServiceEndpoint {
    let region = try region()
    let own = "https://\(service.endpointPrefix).\(region).amazonaws.com\(region.hasPrefix("cn-") ? ".cn" : "")"
    guard let (value, place) = try configuredEndpoint(of: service) else {
      return ServiceEndpoint(url: own, region: region)
    }
    guard let target = RequestTarget(value), !target.hasUserInfo, target.query.isEmpty, !value.contains("#"),
      value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      throw AWSConfigurationError(
        .invalidEndpoint, "\(place) is not an endpoint: write https://host[:port] or http://host[:port]")
    }
    return ServiceEndpoint(url: value, region: region)
  }

  private func configuredEndpoint(of service: AWSService) throws(AWSConfigurationError) -> (String, place: String)? {
    if let url = explicitEndpoints[service] ?? explicitEndpoint {
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
