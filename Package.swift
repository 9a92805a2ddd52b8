// swift-tools-version: 6.1
import PackageDescription

/// Settings shared by every Swift target: Swift 6 mode with the upcoming import rules switched on.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Readers of hostile input: a test of bounded length, or with `FUZZ` in the environment a program for libFuzzer (`./dev fuzz`).
let fuzz: Target =
  Context.environment["FUZZ"] == nil
  ? .testTarget(
    name: "FuzzTests", dependencies: ["Core", "TestSupport"], exclude: ["Driver.swift", "Corpus"], swiftSettings: strict
  )
  : .executableTarget(
    name: "Fuzz", dependencies: ["Core", "TestSupport"], path: "Tests/FuzzTests",
    exclude: ["FuzzTests.swift", "Corpus"],
    swiftSettings: strict)

let package = Package(
  name: "ReviewTUI",
  products: [.executable(name: "reviewtui", targets: ["ReviewTUI"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(name: "CNcurses", path: "Sources/CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(name: "CArchive", path: "Sources/CArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CSodium", path: "Sources/CSodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CXlsxWriter", path: "Sources/CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Core", dependencies: ["CArchive", "CSodium", "CXlsxWriter"], swiftSettings: strict),
    .executableTarget(
      name: "ReviewTUI",
      dependencies: [
        "Core", "CNcurses", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // The call of 2022 as data: what `reviewtui init` writes.
      resources: [.embedInCode("Resources/program.json")],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
    .testTarget(
      name: "CoreTests", dependencies: ["Core", "TestSupport"], exclude: ["Fixtures", "Measures/Phrases"],
      swiftSettings: strict),
    .testTarget(
      name: "ReviewTUITests", dependencies: ["ReviewTUI", "Core", "CNcurses", "TestSupport"], exclude: ["Frames"],
      swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["ReviewTUI", "Core"], swiftSettings: strict),
    fuzz,
  ]
)
