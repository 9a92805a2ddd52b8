import Core

/// The box at the bottom of a screen in which a text is typed.
struct TextBox {
  let rect: Rect
  /// Where the text stands.
  let inner: Rect

  /// The box in `body`, for one line or for many.
  init(body: Rect, isLine: Bool = false) {
    let height = isLine ? min(3, body.rows) : min(max(7, body.rows / 3), body.rows)
    rect = Rect(row: body.row + body.rows - height, column: 0, rows: height, columns: body.columns)
    inner = rect.inset(rows: 1, columns: 2)
  }

  /// Changes `editor` as it is drawn in this box by a key; false when the key means nothing there.
  func handle(_ key: Key, _ editor: inout TextEditor) -> Bool {
    fit(&editor)
    return editor.handle(key)
  }

  /// Tells `editor` the room of this box.
  func fit(_ editor: inout TextEditor) { editor.setBox(columns: max(1, inner.columns), rows: max(1, inner.rows)) }
}

extension AppState {
  /// Draws the text of an open box, and the cursor at the caret.
  func drawText(_ editor: TextEditor, in box: TextBox, on canvas: inout Canvas) {
    let inner = box.inner
    let (lines, caret) = editor.view(columns: max(1, inner.columns), rows: max(1, inner.rows))
    canvas.within(inner) { canvas in
      for (row, line) in lines.enumerated() {
        canvas.write(line.text, row: row, column: 0, width: inner.columns, overflow: .clip)
      }
      if overlays.isEmpty { canvas.setCursor(row: caret.row, column: caret.column) }
    }
  }

  /// What a key that goes to a box means beside the text in it.
  func boxCommand(_ key: Key) -> Command? {
    guard context.isTyping, let binding = Keymap.own(context).first(where: { $0.keys.contains(key) }) else {
      return nil
    }
    return [.help, .palette, .editOutside].contains(binding.command) ? binding.command : nil
  }
}
