import Testing

@testable import Core

@Test func schemaIdentifiersNameTheirKind() {
  #expect(SchemaKind.application.identifier == "reviewtui/application/1")
}
