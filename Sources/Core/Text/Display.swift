/// One line of `text`, safe for any terminal: every string on its way to a screen, a log or an error message passes here.
///
/// - Control characters become pictures (␛), tab and line ends become spaces.
/// - Direction marks, invisible, private and unassigned scalars are spelt out (⟪U+202E⟫): what is shown is what was written.
/// - More than two combining marks on one character are cut with `…`; a mark with nothing before it stands on `◌`.
///
/// Idempotent, linear in the length of `text`, and never normalises.
public func display(_ text: String) -> String {
  if DisplayRun.isPlain(text) { return text }
  var safe = ""
  safe.reserveCapacity(text.utf8.count)
  for cell in DisplayCells(text) { cell.append(to: &safe.unicodeScalars) }
  return safe
}
