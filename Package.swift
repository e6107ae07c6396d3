// swift-tools-version:6.2
import PackageDescription

/// Imports are a file's own unless it says `package import`, and members come from modules that the file imports itself.
/// Warnings are errors under `SENDBOARD_STRICT=1`, which CI sets: a newcomer with a newer compiler still builds.
let strict: [SwiftSetting] =
  [.enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility")]
  + (Context.environment["SENDBOARD_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : [])

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
  name: "sendboard",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "sendboard", targets: ["sendboard"]),
    .library(name: "ClockShift", type: .dynamic, targets: ["ClockShift"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CNcurses", path: "Sources/CNcurses",
      providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(
      name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CFile", path: "Sources/CFile"),
    .systemLibrary(name: "CHeap", path: "Sources/CHeap"),
    .systemLibrary(name: "CMariaDB", path: "Sources/CMariaDB"),
    .systemLibrary(name: "CResolv", path: "Sources/CResolv"),
    .target(name: "Model", swiftSettings: strict),
    .target(name: "Canvas", swiftSettings: strict),
    .target(name: "Words", dependencies: ["Model"], swiftSettings: strict),
    .target(name: "SMSText", dependencies: ["Model"], swiftSettings: strict),
    .target(name: "JSON", swiftSettings: strict),
    .target(name: "HTTP", dependencies: ["CCurl"], swiftSettings: strict),
    .target(
      name: "AWS",
      dependencies: [
        "HTTP", "JSON", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ], swiftSettings: strict),
    .target(name: "Ports", dependencies: ["Model"], swiftSettings: strict),
    .target(name: "Pacing", dependencies: ["Model", "Ports", lifecycle], swiftSettings: strict),
    .target(
      name: "Audience", dependencies: ["CMariaDB", "Model", "Ports", "SQLiteKit", grdb, sqlite], swiftSettings: strict),
    .target(name: "ProviderEvents", dependencies: ["JSON", "Model", "Ports"], swiftSettings: strict),
    .target(name: "SQLiteKit", dependencies: [grdb, sqlite], swiftSettings: strict),
    .target(
      name: "EventStore", dependencies: ["CFile", "Model", "Ports", "SQLiteKit", grdb], swiftSettings: strict),
    .target(name: "Sending", dependencies: ["Model", "Pacing", "Ports", logging, lifecycle], swiftSettings: strict),
    .target(
      name: "Cloud", dependencies: ["AWS", "HTTP", "JSON", "Model", "Pacing", "Ports", "SMSText", lifecycle],
      swiftSettings: strict),
    .target(
      name: "Gateways",
      dependencies: [
        "HTTP", "JSON", "Model", "Pacing", "Ports", "SMSText", .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .target(name: "Provisioning", dependencies: ["AWS", "JSON", "Model"], swiftSettings: strict),
    .target(
      name: "Services",
      dependencies: ["Audience", "EventStore", "Model", "Pacing", "Ports", "ProviderEvents", logging, lifecycle],
      swiftSettings: strict),
    .target(
      name: "Sandbox", dependencies: ["JSON", "Model", "Ports", "SQLiteKit", grdb], swiftSettings: strict),
    .target(name: "Dashboard", dependencies: ["Canvas", "Model", "Words"], swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["Canvas", "CNcurses"], swiftSettings: strict),
    .executableTarget(
      name: "sendboard",
      dependencies: [
        "AWS", "Audience", "CHeap", "CResolv", "Canvas", "Cloud", "Dashboard", "EventStore", "Gateways", "HTTP",
        "JSON", "Model", "Pacing", "Ports",
        "ProviderEvents", "Provisioning", "SMSText", "SQLiteKit", "Sandbox", "Sending", "Services", "Terminal", "Words",
        logging,
        lifecycle,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .target(
      name: "Emulator", dependencies: ["AWS", "HTTP", "HTTPFixture"], path: "Tests/Emulator",
      swiftSettings: strict),
    .target(name: "HTTPFixture", path: "Tests/HTTPFixture", swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "StoreSupport", dependencies: ["EventStore", "Model"], path: "Tests/StoreSupport", swiftSettings: strict),
    .target(
      name: "QueueConformance", dependencies: ["Model", "Ports", "TestSupport"], path: "Tests/QueueConformance",
      swiftSettings: strict),
    .target(
      name: "RegisterConformance", dependencies: ["Model", "Ports"], path: "Tests/RegisterConformance",
      swiftSettings: strict),
    .executableTarget(
      name: "CloudBench", dependencies: ["AWS", "Audience", "HTTP", "JSON", "Ports", "Services"],
      path: "Tests/Fixtures/CloudBench", swiftSettings: strict),
    .executableTarget(
      name: "HTTPBench", dependencies: ["HTTP", "HTTPFixture"], path: "Tests/Fixtures/HTTPBench",
      swiftSettings: strict),
    .target(name: "ClockShift", path: "Tests/Fixtures/ClockShift"),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Canvas", "Terminal"], path: "Tests/Fixtures/TerminalProbe",
      swiftSettings: strict),
    .testTarget(
      name: "AWSTests", dependencies: ["AWS", "HTTP", "HTTPBench", "HTTPFixture", "JSON", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AudienceTests", dependencies: ["Audience", "Model", "Ports", "TestSupport", grdb], swiftSettings: strict),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas"], swiftSettings: strict),
    .testTarget(
      name: "CloudTests",
      dependencies: [
        "AWS", "Cloud", "Emulator", "EventStore", "HTTP", "HTTPFixture", "Model", "Pacing", "Ports",
        "QueueConformance", "Sending", "Services", "StoreSupport", "TestSupport", logging, lifecycle,
      ], swiftSettings: strict),
    .testTarget(
      name: "DashboardTests", dependencies: ["Canvas", "Dashboard", "Model", "TestSupport", "Words"],
      swiftSettings: strict),
    .testTarget(
      name: "EventStoreTests",
      dependencies: [
        "EventStore", "Model", "Ports", "RegisterConformance", "SQLiteKit", "StoreSupport", "TestSupport", grdb,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GatewaysTests",
      dependencies: [
        "Gateways", "HTTP", "HTTPFixture", "Model", "Pacing", "Ports", "TestSupport", "ProviderEvents", "sendboard",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: strict),
    .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PacingTests", dependencies: ["Model", "Pacing", "Ports", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ProviderEventsTests",
      dependencies: ["JSON", "Model", "Ports", "ProviderEvents", "Provisioning", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ProvisioningTests", dependencies: ["AWS", "HTTP", "HTTPFixture", "JSON", "Model", "Provisioning"],
      swiftSettings: strict),
    .testTarget(
      name: "SandboxTests",
      dependencies: ["JSON", "Model", "Ports", "QueueConformance", "Sandbox", "TestSupport", grdb, sqlite],
      swiftSettings: strict),
    .testTarget(name: "SMSTextTests", dependencies: ["Model", "SMSText"], swiftSettings: strict),
    .testTarget(
      name: "ScreenLoopTests", dependencies: ["Canvas", "Terminal", "sendboard"], swiftSettings: strict),
    .testTarget(
      name: "SendboardTests",
      dependencies: [
        "AWS", "Audience", "Canvas", "Dashboard", "Emulator", "EventStore", "HTTPFixture", "Model", "Pacing", "Ports",
        "Provisioning", "Sandbox", "TestSupport", "Words", "sendboard", grdb,
        .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Former"], swiftSettings: strict),
    .testTarget(
      name: "ServicesTests",
      dependencies: [
        "EventStore", "Model", "Pacing", "Ports", "Sandbox", "Sending", "Services", "StoreSupport", "TestSupport",
        logging, lifecycle,
      ],
      swiftSettings: strict),
    .testTarget(name: "WordsTests", dependencies: ["Model", "Words"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Canvas", "CNcurses", "Terminal", "TerminalProbe"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
