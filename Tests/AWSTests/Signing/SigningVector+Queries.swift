import HTTP
@testable import AWS

extension SigningVector {
  /// Of AWS's published suite (aws-sig-v4-test-suite): GET requests with all sorts of queries and characters.
  static let queries: [SigningVector] = [
    SigningVector(
      "get-unreserved", .get, "/\(everyUnreserved)",
      canonical: """
        GET
        /\(everyUnreserved)

        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "6a968768eefaa713e2a6b16b589a8ea192661f098f37349f4e2c0082757446f9",
      signedHeaders: "host;x-amz-date",
      signature: "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
    SigningVector(
      "get-utf8", .get, "/ሴ",
      canonical: """
        GET
        /%E1%88%B4

        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "2a0a97d02205e45ce2e994789806b19270cfbbb0921b278ccf58f5249ac42102",
      signedHeaders: "host;x-amz-date",
      signature: "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
    SigningVector(
      "get-vanilla", .get, "/",
      canonical: """
        GET
        /

        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "bb579772317eb040ac9ed261061d46c1f17a8133879d6129b6e1c25292927e63",
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
    SigningVector(
      "get-vanilla-empty-query-key", .get, "/?Param1=value1",
      canonical: """
        GET
        /
        Param1=value1
        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "1e24db194ed7d0eec2de28d7369675a243488e08526e8c1c73571282f7c517ab",
      signedHeaders: "host;x-amz-date",
      signature: "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"),
    SigningVector(
      "get-vanilla-query", .get, "/",
      canonical: """
        GET
        /

        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "bb579772317eb040ac9ed261061d46c1f17a8133879d6129b6e1c25292927e63",
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
    SigningVector(
      "get-vanilla-query-order-encoded", .get, "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1",
      canonical: """
        GET
        /
        %E1%88%B4=Value1&Param=Value2&Param-3=Value3
        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "868294f5c38bd141c4972a373a76654f1418a8e4fc18b2e7903ae45e8ae0ec71",
      signedHeaders: "host;x-amz-date",
      signature: "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac"),
    SigningVector(
      "get-vanilla-query-order-key", .get, "/?Param1=value2&Param1=Value1",
      canonical: """
        GET
        /
        Param1=Value1&Param1=value2
        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "704b4cef673542d84cdff252633f065e8daeba5f168b77116f8b1bcaf3d38f89",
      signedHeaders: "host;x-amz-date",
      signature: "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1"),
    SigningVector(
      "get-vanilla-query-order-key-case", .get, "/?Param2=value2&Param1=value1",
      canonical: """
        GET
        /
        Param1=value1&Param2=value2
        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "816cd5b414d056048ba4f7c5386d6e0533120fb1fcfa93762cf0fc39e2cf19e0",
      signedHeaders: "host;x-amz-date",
      signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
    SigningVector(
      "get-vanilla-query-order-value", .get, "/?Param1=value2&Param1=value1",
      canonical: """
        GET
        /
        Param1=value1&Param1=value2
        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "c968629d70850097a2d8781c9bf7edcb988b04cac14cca9be4acc3595f884606",
      signedHeaders: "host;x-amz-date",
      signature: "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694"),
    SigningVector(
      "get-vanilla-query-unreserved", .get, "/?\(everyUnreserved)=\(everyUnreserved)",
      canonical: """
        GET
        /
        \(everyUnreserved)=\(everyUnreserved)
        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "c30d4703d9f799439be92736156d47ccfb2d879ddf56f5befa6d1d6aab979177",
      signedHeaders: "host;x-amz-date",
      signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
    SigningVector(
      "get-vanilla-utf8-query", .get, "/?ሴ=bar",
      canonical: """
        GET
        /
        %E1%88%B4=bar
        host:example.amazonaws.com
        x-amz-date:20150830T123600Z

        host;x-amz-date
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        """,
      canonicalHash: "eb30c5bed55734080471a834cc727ae56beb50e5f39d1bff6d0d38cb192a7073",
      signedHeaders: "host;x-amz-date",
      signature: "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"),
  ]
}
