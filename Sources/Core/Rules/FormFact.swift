/// What a rule found in an application form (附件2) or in a county's papers.
public enum FormFact: Equatable, Sendable {
  /// A field that the form asks for is blank.
  case blank
}
