import Core

/// Two inspectors at one visit: what others write comes to the screen, and where they differ the lead decides.
extension AppState {
  /// Asks whether another program wrote something of the visit on the screen.
  func refreshVisit() -> [AppEffect] {
    guard case .inspect(let state)? = stack.last, !state.isUnsaved, state.sent == nil else { return [] }
    return [.refreshVisit(application: state.application.id, visit: state.visit.id)]
  }

  /// Takes in what another program wrote; what waits here stays on top of it.
  mutating func takeChanged(_ opened: OpenedVisit) -> [AppEffect] {
    for index in stack.indices {
      guard case .inspect(var state) = stack[index], state.visit.id == opened.visit.id,
        state.application.id == opened.visit.application, let program
      else { continue }
      let wasSigned = state.visit.state == .signed
      state.refresh(opened, program.inspection, at: clock.iso)
      stack[index] = .inspect(state)
      if overlays.isEmpty, notice == nil {
        notice = Notice(
          .info,
          !wasSigned && opened.visit.state == .signed ? InspectWords.sealedByLead : InspectWords.othersWrote)
      }
    }
    return []
  }

  /// Space on an item that a member answered otherwise: takes the member's answer while there is none, else keeps one's own.
  mutating func settle(_ state: inout InspectState) -> [AppEffect] {
    guard let id = state.item?.item.id else { return [] }
    let open = state.visit.differences(state.parts).filter { $0.item == id && !$0.isSettled }
    guard !open.isEmpty else {
      notice = Notice(.info, InspectWords.noDifferenceHere)
      return []
    }
    guard state.isLead else {
      notice = Notice(.warning, InspectWords.leadDecides)
      return []
    }
    let item = state.visit.item(id)
    if item?.answer == .open, let first = open.first {
      var effects = edit(&state, .answer(item: id, first.answer))
      if item?.note.isEmpty != false, !first.note.isEmpty { effects += edit(&state, .why(item: id, first.note)) }
      if notice?.level != .error { notice = Notice(.good, InspectWords.taken(state.name(first.person))) }
      return effects
    }
    let marks = (item?.settled ?? []) + open.map(\.mark).filter { item?.settled.contains($0) != true }
    let effects = edit(&state, .settle(item: id, marks))
    if notice?.level != .error {
      notice = Notice(
        .info, item?.note.contains { !$0.isWhitespace } == true ? InspectWords.kept : InspectWords.keptWriteWhy)
    }
    return effects
  }

  /// A visit was planned: its dialog goes, and the visit is shown.
  mutating func tookPlan(
    _ opened: OpenedVisit, _ application: Application, _ time: String, _ step: Inspection.ClockStep?
  ) -> [AppEffect] {
    saving = max(0, saving - 1)
    let effects = closeForm()
    openVisit(opened, of: application)
    notice =
      step.map { Notice(.warning, InspectWords.clockWentBack($0)) } ?? Notice(.good, VisitFormWords.plannedAt(time))
    return effects
  }

  /// A time as it stands in a box that reads it back: short where what is left out is the clock's own, whole elsewhere.
  func typedTime(_ iso: String) -> String {
    let short = Moment.text(iso)
    return TimeInput.time(short, now: clock.iso) == iso ? short : iso
  }

  /// Opens the form of a kind; says why not when that may not be written.
  mutating func openForm(_ kind: FormState.Kind, _ state: InspectState) {
    switch kind {
    case .recheck, .leave:
      let isSupervisor = person?.roles.contains(.supervisor) == true
      if let readOnly, readOnly != .notReviewer {
        notice = Notice(.warning, .readOnly(readOnly))
        return
      }
      if kind == .leave, !isSupervisor || state.visit.state == .signed { return }
      if !isSupervisor, !state.isAtVisit {
        notice = Notice(.warning, StoreWords.phrase(Permission.Denial.notAtVisit))
        return
      }
    default:
      guard mayWrite(state) else { return }
      if !state.isLead {
        notice = Notice(.warning, StoreWords.phrase(Permission.Denial.onlyLead(state.visit.lead?.name ?? "")))
        return
      }
    }
    guard let form = form(kind, state) else {
      if kind == .leave { notice = Notice(.info, InspectWords.nothingSofter) }
      return
    }
    openForm(form)
  }

  /// Puts a form of an earlier run back.
  mutating func recoverForm(_ text: RecoverableText, _ name: String) -> [AppEffect] {
    guard case .inspect(let state)? = stack.last, let kind = FormState.kind(name), var form = form(kind, state) else {
      return []
    }
    form.restore(text.text)
    openForm(form)
    notice = Notice(.good, InspectWords.recoveredForm)
    return [
      .draft(application: text.application, field: form.draft, text: form.text, digest: nil),
      .discardDraft(text.id, field: text.field),
    ]
  }
}

extension InspectState {
  /// The name of somebody at the visit.
  func name(_ person: String) -> String { visit.inspector(person)?.name ?? person }

  /// Differences that the lead has not decided on, by item.
  var openDifferences: [AnswerDifference] { visit.differences(parts).filter { !$0.isSettled } }
}

extension InspectFields {
  /// A path without the quotes and the `file://` that a window puts around a dragged file.
  static func unquoted(_ path: String) -> String {
    var text = Substring(path)
    while text.last?.isWhitespace == true { text.removeLast() }
    text = text.drop(while: \.isWhitespace)
    for quote in ["'", "\""] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      text = text.dropFirst().dropLast()
    }
    guard text.hasPrefix("file://") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.dropFirst(7).utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Hosts, one a line: name, post and perhaps a telephone number.
  static func hosts(_ text: String) -> [Inspection.Host] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let name = words.first else { return nil }
      let isPhone = words.count > 2 && words.last?.contains { $0.isNumber } == true
      let post = words.dropFirst().dropLast(isPhone ? 1 : 0).joined(separator: " ")
      return Inspection.Host(name: name, post: post, phone: isPhone ? words.last : nil)
    }
  }

  static func text(_ hosts: [Inspection.Host]) -> String {
    hosts.map { [$0.name, $0.post, $0.phone ?? ""].filter { !$0.isEmpty }.joined(separator: " ") }
      .joined(separator: "\n")
  }
}
