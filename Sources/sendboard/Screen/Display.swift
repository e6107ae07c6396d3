import Canvas
import Terminal

/// Stands for the terminal where the loop is tested without one.
protocol Display: AnyObject {
  /// Measures the window.
  var size: Size { get }
  /// Shows a frame.
  func show(_ canvas: Canvas)
  /// Paints everything anew with the next frame; see `Screen.invalidate`.
  func invalidate()
  /// Asks the terminal to put a text on its clipboard; see `Screen.copy`.
  func copy(_ text: String)
  /// Waits until something happens; see `Screen.wait`.
  func wait(wake: Int32, timeout: Duration?) -> [ScreenInput]
  /// Leaves the terminal to another program while it runs; see `Screen.lend`.
  func lend(to run: () -> Void) -> Size
}

extension Screen: Display {}
