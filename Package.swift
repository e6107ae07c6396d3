// swift-tools-version:6.2
import PackageDescription

/// Warnings are errors under `SENDBOARD_STRICT=1`, which CI sets: a newcomer with a newer compiler still builds.
let strict: [SwiftSetting] =
  Context.environment["SENDBOARD_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : []

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
  ],
  targets: [
    .systemLibrary(
      name: "CNcurses", path: "Sources/CNcurses",
      providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(
      name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "Model", swiftSettings: strict),
    .target(name: "Canvas", swiftSettings: strict),
    .target(name: "JSON", swiftSettings: strict),
    .target(
      name: "AWS", dependencies: ["CCurl", "JSON", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "SQLiteKit", swiftSettings: strict),
    .target(
      name: "EventStore",
      dependencies: [
        "Model", "SQLiteKit", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: [
        "AWS", "EventStore", "JSON", "Model", .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: strict),
    .target(
      name: "Sandbox",
      dependencies: [
        "JSON", "Model", "Pipeline", "SQLiteKit", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .target(name: "Dashboard", dependencies: ["Model", "Canvas"], swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["Canvas", "CNcurses"], swiftSettings: strict),
    .executableTarget(
      name: "sendboard",
      dependencies: [
        "AWS", "Model", "Canvas", "EventStore", "Pipeline", "Sandbox", "Dashboard", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .target(
      name: "Counterpart", dependencies: ["AWS", "HTTPFixture"], path: "Tests/Counterpart", swiftSettings: strict),
    .target(name: "HTTPFixture", path: "Tests/HTTPFixture", swiftSettings: strict),
    .target(
      name: "QueueConformance", dependencies: ["Model", "Pipeline"], path: "Tests/QueueConformance",
      swiftSettings: strict),
    .executableTarget(
      name: "CloudBench", dependencies: ["AWS", "JSON", "Pipeline"], path: "Tests/Fixtures/CloudBench",
      swiftSettings: strict),
    .executableTarget(
      name: "HTTPBench", dependencies: ["AWS", "HTTPFixture"], path: "Tests/Fixtures/HTTPBench",
      swiftSettings: strict),
    .target(name: "ClockShift", path: "Tests/Fixtures/ClockShift"),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Canvas", "Terminal"], path: "Tests/Fixtures/TerminalProbe",
      swiftSettings: strict),
    .testTarget(
      name: "AWSTests", dependencies: ["AWS", "HTTPBench", "HTTPFixture", "JSON"], swiftSettings: strict),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas"], swiftSettings: strict),
    .testTarget(
      name: "CloudTests",
      dependencies: [
        "AWS", "Counterpart", "EventStore", "HTTPFixture", "Model", "Pipeline", "QueueConformance",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: strict),
    .testTarget(
      name: "DashboardTests", dependencies: ["Canvas", "Dashboard", "Model"], swiftSettings: strict),
    .testTarget(
      name: "EventStoreTests",
      dependencies: ["EventStore", "Model", "SQLiteKit", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: strict),
    .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: strict),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "AWS", "EventStore", "HTTPFixture", "JSON", "Model", "Pipeline", "Sandbox",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: strict),
    .testTarget(
      name: "SandboxTests",
      dependencies: [
        "JSON", "Model", "Pipeline", "Sandbox", "QueueConformance", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .testTarget(
      name: "ScreenLoopTests", dependencies: ["Canvas", "Terminal", "sendboard"], swiftSettings: strict),
    .testTarget(
      name: "SendboardTests",
      dependencies: [
        "AWS", "Canvas", "Counterpart", "EventStore", "HTTPFixture", "Model", "sendboard",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Canvas", "CNcurses", "Terminal", "TerminalProbe"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
