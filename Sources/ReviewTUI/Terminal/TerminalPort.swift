/// The terminal as the loop sees it.
@MainActor
protocol TerminalPort: AnyObject {
  /// Extent of the screen, 1 to 1000 each way.
  var size: Size { get }
  /// Makes the loop turn from any thread.
  var waker: Waker { get }
  /// Shows a frame; one that comes while the terminal is still busy with an older one replaces it.
  func present(_ frame: Frame)
  /// Waits for events, at most `timeoutMilliseconds`; nil waits for ever, and an empty answer means that the time is up.
  func wait(timeoutMilliseconds: Int?) -> [InputEvent]
  /// Stops the program as Ctrl-Z does; comes back when the shell continues it, with a `resize` event next.
  func suspendToShell()
  /// Leaves the screen to `body` (an editor, a viewer), whose status is returned; a `resize` event comes next.
  func runOutside(_ body: () -> Int32) -> Int32
  /// Draws everything anew at the next frame: for a screen that something else wrote on.
  func redraw()
  /// Changes the look from the next frame on.
  func setTheme(_ name: ThemeName)
}
