import Core

/// A dialog of several fields (安排核查, 证据, 问题, 复核…): arrows or Tab choose a field, ← → a choice, Enter goes on and at the
/// button keeps everything. It stays open, with everything that was typed, until what it asks for is durable.
struct FormState: Equatable, Sendable {
  /// What is filled in.
  enum Kind: Equatable, Sendable {
    /// A visit to an application, by a supervisor.
    case plan
    /// A new file of evidence for an item or a metric.
    case evidence(String)
    /// What is said of evidence that is there.
    case describe(String)
    /// A problem with an item.
    case problem(String)
    /// How a metric was verified.
    case metric(String)
    /// Who of the applicant signed.
    case signer
    /// Why nobody did.
    case refusal
    /// A problem's fix and re-check.
    case recheck(String)
    /// A supervisor's leave for a softer verdict.
    case leave
  }

  /// A named choice.
  struct Option: Equatable, Sendable {
    let key: String
    let name: Phrase
  }

  /// A field: a line of text, or one of several choices.
  struct Field: Equatable, Sendable {
    let key: String
    let label: Phrase
    /// What may be typed; shown while the field is chosen.
    var help: Phrase?
    var editor = LineEditor()
    var options: [Option] = []
    var selected = 0

    /// What is in it: the text, or the key of the choice.
    var value: String {
      options.isEmpty ? editor.text : options.indices.contains(selected) ? options[selected].key : ""
    }

    /// Puts a value in; a choice that there is not leaves the field as it is.
    mutating func put(_ value: String) {
      if options.isEmpty {
        editor.text = value
      } else if let index = options.firstIndex(where: { $0.key == value }) {
        selected = index
      }
    }
  }

  let kind: Kind
  let application: String
  /// The visit; `plan` for one that is not there yet.
  let visit: String
  var fields: [Field]
  /// Lines above the fields.
  var remarks: [Phrase] = []
  /// The field under the cursor; one beyond the last is the button.
  var cursor = 0
  /// Whether it was changed since it was opened.
  var isChanged = false
  /// Whether Esc was pressed on a changed form: a second one gives it up.
  var isGivingUp = false
  /// What it asks for is on its way to the disk.
  var isSending = false
  /// Why it was not taken.
  var trouble: Phrase?

  init(_ kind: Kind, application: String, visit: String, _ fields: [Field]) {
    (self.kind, self.application, self.visit, self.fields) = (kind, application, visit, fields)
  }

  /// The value of a field, without spaces at its ends.
  func value(_ key: String) -> String {
    let text = fields.first { $0.key == key }?.value ?? ""
    var plain = Substring(text)
    while plain.last?.isWhitespace == true { plain.removeLast() }
    return String(plain.drop(while: \.isWhitespace))
  }

  /// The value, or nil when it is empty.
  func some(_ key: String) -> String? {
    let text = value(key)
    return text.isEmpty ? nil : text
  }

  /// The name of its draft: `v1/form/evidence-G07`.
  var draft: String {
    let name =
      switch kind {
      case .plan: "plan"
      case .evidence(let item): "evidence-" + item
      case .describe(let id): "describe-" + id
      case .problem(let item): "problem-" + item
      case .metric(let id): "metric-" + id
      case .signer: "signer"
      case .refusal: "refusal"
      case .recheck(let id): "recheck-" + id
      case .leave: "leave"
      }
    return "\(visit)/form/\(name)"
  }

  /// The kind that a draft's last part names; nil for none.
  static func kind(_ name: String) -> Kind? {
    let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
    switch (parts.first ?? "", parts.count > 1 ? parts[1] : nil) {
    case ("plan", nil): return .plan
    case ("evidence", let item): return .evidence(item ?? "")
    case ("describe", let id?): return .describe(id)
    case ("problem", let item?): return .problem(item)
    case ("metric", let id?): return .metric(id)
    case ("signer", nil): return .signer
    case ("refusal", nil): return .refusal
    case ("recheck", let id?): return .recheck(id)
    case ("leave", nil): return .leave
    default: return nil
    }
  }

  /// Everything in it as one text, a line a field: what its draft keeps.
  var text: String { fields.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n") }

  /// Puts a draft's text back.
  mutating func restore(_ text: String) {
    for line in text.split(separator: "\n") {
      guard let sign = line.firstIndex(of: "="), let index = fields.firstIndex(where: { $0.key == line[..<sign] })
      else {
        continue
      }
      fields[index].put(String(line[line.index(after: sign)...]))
    }
    isChanged = true
  }
}

extension AppState {
  /// Handles a key while a form is open.
  mutating func formKey(_ key: Key, _ form: FormState) -> [AppEffect] {
    var form = form
    // What is on its way to the disk is not changed under it.
    if form.isSending { return [] }
    let before = form.text
    let wasGivingUp = form.isGivingUp
    form.isGivingUp = false
    let count = form.fields.count + 1
    switch key.folded(unless: form.isText) {
    case .escape:
      if form.isChanged, !wasGivingUp {
        form.isGivingUp = true
        form.trouble = VisitFormWords.giveUp
        break
      }
      overlays.removeLast()
      return form.isChanged ? [.endDraft(application: form.application, field: form.draft)] : []
    case .up, .backTab: form.cursor = (form.cursor + count - 1) % count
    case .down, .tab: form.cursor = (form.cursor + 1) % count
    case .function(9): return submit(&form)
    case .enter:
      if form.cursor == form.fields.count { return submit(&form) }
      form.cursor += 1
    case let key where form.fields.indices.contains(form.cursor):
      if !form.fields[form.cursor].handle(key) { return [] }
    default: return []
    }
    if !form.isGivingUp { form.trouble = nil }
    return keep(&form, before)
  }

  /// Puts pasted text into the field under the cursor.
  mutating func paste(_ text: String, into form: FormState) -> [AppEffect] {
    var form = form
    guard !form.isSending, form.fields.indices.contains(form.cursor), form.fields[form.cursor].options.isEmpty else {
      return []
    }
    let before = form.text
    form.fields[form.cursor].editor.insert(text)
    return keep(&form, before)
  }

  private mutating func keep(_ form: inout FormState, _ before: String) -> [AppEffect] {
    defer { overlays[overlays.count - 1] = .form(form) }
    guard form.text != before else { return [] }
    form.isChanged = true
    return [.draft(application: form.application, field: form.draft, text: form.text, digest: nil)]
  }

  private mutating func submit(_ form: inout FormState) -> [AppEffect] {
    form.trouble = nil
    overlays[overlays.count - 1] = .form(form)
    return submitVisitForm(form)
  }

  /// Changes the form on top, if there is one.
  mutating func changeForm(_ change: (inout FormState) -> Void) {
    guard case .form(var form)? = overlays.last else { return }
    change(&form)
    overlays[overlays.count - 1] = .form(form)
  }

  /// What the form asked for is durable: it goes, and its draft too.
  mutating func closeForm() -> [AppEffect] {
    guard case .form(let form)? = overlays.last else { return [] }
    overlays.removeLast()
    return [.endDraft(application: form.application, field: form.draft)]
  }

  /// The form was not taken: it stays, with the reason.
  mutating func formFailed(_ phrase: Phrase) {
    changeForm { form in
      (form.isSending, form.trouble) = (false, phrase)
    }
  }
}

extension FormState {
  /// Whether a text is typed: its full-width letters are meant.
  fileprivate var isText: Bool { fields.indices.contains(cursor) && fields[cursor].options.isEmpty }
}

extension FormState.Field {
  /// Changes the field by a key; false when the key means nothing here.
  fileprivate mutating func handle(_ key: Key) -> Bool {
    if options.isEmpty { return editor.handle(key) }
    switch key {
    case .left, .character("-"): selected = (selected + options.count - 1) % options.count
    case .right, .character(" "), .character("+"): selected = (selected + 1) % options.count
    case .home: selected = 0
    case .end: selected = options.count - 1
    case .character(let character):
      guard let number = character.wholeNumberValue, (1...options.count).contains(number) else { return false }
      selected = number - 1
    default: return false
    }
    return true
  }
}

extension Key {
  fileprivate func folded(unless isText: Bool) -> Key { isText ? self : folded }
}
