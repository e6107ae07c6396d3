import HTTP

@testable import AWS

extension SigningVector {
  /// Of AWS's published suite (aws-sig-v4-test-suite): GET requests with all sorts of fields.
  static let headers: [SigningVector] = [
    SigningVector(
      "get-header-key-duplicate", .get, "/",
      headers: [
        HTTPField("My-Header1", "value2"),
        HTTPField("My-Header1", "value2"),
        HTTPField("My-Header1", "value1"),
      ],
      canonical: """
        GET
        /

        host:example.amazonaws.com
        my-header1:value2,value2,value1
        x-amz-date:20150830T123600Z

        host;my-header1;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "dc7f04a3abfde8d472b0ab1a418b741b7c67174dad1551b4117b15527fbe966c",
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"),
    SigningVector(
      "get-header-value-multiline", .get, "/",
      headers: [HTTPField("My-Header1", "value1\n  value2\n     value3")],
      canonical: """
        GET
        /

        host:example.amazonaws.com
        my-header1:value1 value2 value3
        x-amz-date:20150830T123600Z

        host;my-header1;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "e99419459a677bc11de234014be3c4e72c1ea5b454ceb58b613061f5d7a162e8",
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd"),
    SigningVector(
      "get-header-value-order", .get, "/",
      headers: [
        HTTPField("My-Header1", "value4"),
        HTTPField("My-Header1", "value1"),
        HTTPField("My-Header1", "value3"),
        HTTPField("My-Header1", "value2"),
      ],
      canonical: """
        GET
        /

        host:example.amazonaws.com
        my-header1:value4,value1,value3,value2
        x-amz-date:20150830T123600Z

        host;my-header1;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "31ce73cd3f3d9f66977ad3dd957dc47af14df92fcd8509f59b349e9137c58b86",
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"),
    SigningVector(
      "get-header-value-trim", .get, "/",
      headers: [HTTPField("My-Header1", " value1"), HTTPField("My-Header2", " \"a   b   c\"")],
      canonical: """
        GET
        /

        host:example.amazonaws.com
        my-header1:value1
        my-header2:"a b c"
        x-amz-date:20150830T123600Z

        host;my-header1;my-header2;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "a726db9b0df21c14f559d0a978e563112acb1b9e05476f0a6a1c7d68f28605c7",
      signedHeaders: "host;my-header1;my-header2;x-amz-date",
      signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
    SigningVector(
      "get-vanilla-with-session-token", .get, "/",
      token: "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267",
      canonical: """
        GET
        /

        host:example.amazonaws.com
        x-amz-date:20150830T123600Z
        x-amz-security-token:6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267

        host;x-amz-date;x-amz-security-token
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "067b36aa60031588cea4a4cde1f21215227a047690c72247f1d70b32fbbfad2b",
      signedHeaders: "host;x-amz-date;x-amz-security-token",
      signature: "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8"),
  ]
}
