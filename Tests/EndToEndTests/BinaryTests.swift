import Testing

@Test func languagesAreTwo() {
  #expect(["zh", "en"].count == 2)
}
