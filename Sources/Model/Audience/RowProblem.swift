/// Why a row of a file of recipients is not taken. Holds nothing of the row itself, so that it may be logged.
package enum RowProblem: Hashable, Sendable {
  case address(AddressProblem.Code)
  /// Text follows a closing quote.
  case textAfterQuote
  /// The row has another number of fields than the header.
  case fieldCount(Int, header: Int)
}
