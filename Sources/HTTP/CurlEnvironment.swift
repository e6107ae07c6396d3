/// Reads proxies and certificates from the environment's variables.
///
/// libcurl would read the process's environment itself, on its own thread, and not what the caller means; so each option
/// is always given.
struct CurlEnvironment: Sendable {
  let httpProxy: String
  let httpsProxy: String
  let noProxy: String
  let certificateFile: String?
  let certificateFolder: String?
  /// Names the variable that `certificateFile` is from.
  let certificateVariable: String?

  init(_ variables: [String: String]) {
    func first(_ names: String...) -> String? {
      names.lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
    }
    let proxy = first("all_proxy", "ALL_PROXY") ?? ""
    // Only in small letters: a web server hands HTTP_PROXY, in capitals, from a client's "Proxy" field to its programs.
    httpProxy = first("http_proxy") ?? proxy
    httpsProxy = first("https_proxy", "HTTPS_PROXY") ?? proxy
    noProxy = first("no_proxy", "NO_PROXY") ?? ""
    let variable = ["AWS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE"].first { variables[$0]?.isEmpty == false }
    certificateVariable = variable
    certificateFile = variable.flatMap { variables[$0] }
    certificateFolder = first("SSL_CERT_DIR")
  }
}
