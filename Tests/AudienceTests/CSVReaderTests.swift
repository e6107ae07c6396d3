import Audience
import Model
import Testing
import TestSupport

/// Feeds bytes in pieces of one size.
func pieces(_ bytes: [UInt8], _ size: Int) -> CSVReader.Source {
  var index = 0
  return { (buffer: UnsafeMutableRawBufferPointer) throws(CSVError) in
    let count = min(size, bytes.count - index, buffer.count)
    buffer.copyBytes(from: bytes[index..<(index + count)])
    index += count
    return count
  }
}

/// Everything a file gives: its header, its records, and the error it ends with.
struct Reading: Equatable {
  var header: [String] = []
  var records: [CSVRecord] = []
  var error: CSVError?

  init(_ bytes: [UInt8], piece: Int = 65536) {
    do throws(CSVError) {
      var reader = try CSVReader(read: pieces(bytes, piece))
      header = reader.header
      while let record = try reader.next() { records.append(record) }
    } catch {
      self.error = error
    }
  }

  init(_ text: String, piece: Int = 65536) { self.init(Array(text.utf8), piece: piece) }
}

private func row(_ line: Int, _ fields: String...) -> CSVRecord { .row(CSVRow(line: line, fields: fields)) }

@Suite struct CSVReaderTests {
  @Test func plainRows() {
    let reading = Reading("email,name\na@b.co,Kim\nc@d.co,\n")
    #expect(reading.header == ["email", "name"])
    #expect(reading.records == [row(2, "a@b.co", "Kim"), row(3, "c@d.co", "")])
    #expect(reading.error == nil)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func lineEndsAndByteOrderMark(end: String, mark: String) {
    let reading = Reading(mark + ["email,name", "", "a@b.co,Kim", "  ", "c@d.co,Lee"].joined(separator: end))
    #expect(reading.header == ["email", "name"])
    #expect(reading.records == [row(3, "a@b.co", "Kim"), row(5, "c@d.co", "Lee")])
  }

  @Test func quotedFields() {
    let text = "email,note\n\"a@b.co\",\"one, \"\"two\"\"\nthree\"\r\nc@d.co,in \"the\" middle\ne@f.co,\"\"\n"
    let reading = Reading(text)
    #expect(
      reading.records == [
        row(2, "a@b.co", "one, \"two\"\nthree"), row(4, "c@d.co", "in \"the\" middle"), row(5, "e@f.co", ""),
      ])
  }

  @Test func raggedRowsAreReportedAndNotFatal() {
    let reading = Reading("email,name\na@b.co\nc@d.co,Lee,x\ne@f.co,\"Choi\"x\ng@h.co,Park")
    #expect(
      reading.records == [
        .invalid(line: 2, .fieldCount(1, header: 2)),
        .invalid(line: 3, .fieldCount(3, header: 2)),
        .invalid(line: 4, .textAfterQuote), row(5, "g@h.co", "Park"),
      ])
  }

  @Test(arguments: [
    ("email;name\na@b.co;Kim, Lee\n", ["a@b.co", "Kim, Lee"]), ("email\tname\na@b.co\tKim;x\n", ["a@b.co", "Kim;x"]),
    ("\"email\";\"a,b,c\"\na@b.co;Kim\n", ["a@b.co", "Kim"]),
    ("sep=;\r\nemail;name\r\na@b.co;Kim\r\n", ["a@b.co", "Kim"]),
    ("email\na@b.co\n", ["a@b.co"]), ("sep=|\nemail|name\na@b.co|1,2,3\n", ["a@b.co", "1,2,3"]),
  ])
  func separators(text: String, fields: [String]) {
    let reading = Reading(text)
    #expect(reading.error == nil)
    guard case .row(let first) = reading.records.first else {
      Issue.record("no row")
      return
    }
    #expect(first.fields == fields)
  }

  @Test(arguments: [
    ("", FileProblem.empty, nil as Int?), ("\n\n", .empty, nil), ("\u{FEFF}", .empty, nil),
    ("email,name\n", .noRows, nil), ("email,name", .noRows, nil), ("email,,name\na,b,c\n", .unnamedColumn(2), 1),
    ("email,name,name\n", .repeatedColumn("name"), 1), ("email, name ,name\n", .repeatedColumn("name"), 1),
    ("\n\n,email\n", .unnamedColumn(1), 3), ("email,\n,\n", .noRows, nil),
    ("email,name\na@b.co,\"x\nc@d.co,y\n", .openQuote, 2), ("email,\"name\n", .openQuote, 1),
    ("email,name\na@b.co,\"x\ny\",z\nc@d.co,\"x", .openQuote, 4),
    ("PK\u{3}\u{4}whatever", .workbookOrArchive(command: "unzip FILE"), nil), ("%PDF-1.7", .pdf, nil),
    ("email,n\u{0}\n", .nulBytes(isAtBeginning: true), nil),
    ("email,name\na@b.co,\u{0}\n", .nulBytes(isAtBeginning: false), 2),
  ])
  func errors(text: String, problem: FileProblem, line: Int?) {
    #expect(Reading(text).error == CSVError(problem, line: line))
  }

  @Test func otherEncodings() {
    #expect(Reading([0x65, 0x00, 0x6D, 0x00]).error == CSVError(.nulBytes(isAtBeginning: true)))
    #expect(Reading([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).error == CSVError(.oldWorkbook))
    // "홍길동" in EUC-KR.
    let korean = Array("email,name\na@b.co,x\nc@d.co,".utf8) + [0xC8, 0xAB, 0xB1, 0xE6, 0xB5, 0xBF, 0x0A]
    #expect(Reading(korean).error == CSVError(.notUTF8(.koreanOrChinese), line: 3))
    let other = Reading(Array("email,name\na@b.co,".utf8) + [0xE9, 0x0A]).error
    #expect(other == CSVError(.notUTF8(.western), line: 2))
  }

  /// As a file holds them, in the encodings of Western Excel (Müller, Renée, “Großmann”, it’s, Øystein), of Japan (田中 さくら,
  /// ヤマダ; the same in EUC-JP), and of Russia, which nobody guesses (Иванов Пётр).
  @Test(
    arguments: [
      ([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72], .western),
      (
        [0x52, 0x65, 0x6E, 0xE9, 0x65, 0x20, 0x93, 0x47, 0x72, 0x6F, 0xDF, 0x6D, 0x61, 0x6E, 0x6E, 0x94, 0x0A], .western
      ),
      ([0x69, 0x74, 0x92, 0x73, 0x20, 0xD8, 0x79, 0x73, 0x74, 0x65, 0x69, 0x6E], .western),
      ([0x93, 0x63, 0x92, 0x86, 0x20, 0x82, 0xB3, 0x82, 0xAD, 0x82, 0xE7], .japanese),
      ([0x83, 0x84, 0x83, 0x7D, 0x83, 0x5F], .japanese),
      ([0xC5, 0xC4, 0xC3, 0xE6, 0x20, 0xA4, 0xB5, 0xA4, 0xAF, 0xA4, 0xE9], .japanese),
      ([0xC8, 0xE2, 0xE0, 0xED, 0xEE, 0xE2, 0xE0, 0x20, 0xCF, 0xB8, 0xF2, 0xF0, 0xE0], nil),
    ] as [([UInt8], TextEncoding?)]) func othersAreNotTakenForThoseOfEastAsia(name: [UInt8], encoding: TextEncoding?)
  {
    let error = Reading(Array("email,name\na@b.co,x\nc@d.co,".utf8) + name + [0x0A]).error
    #expect(error == CSVError(.notUTF8(encoding), line: 3))
  }

  /// What Excel leaves of cells that were once used, and what slips in where text is pasted.
  @Test(arguments: [
    ("email,name,,\na@b.co,Kim,,\nc@d.co,Lee\n,,,\n , ,,\n", ["email", "name"]),
    (",,\n;;\nemail;name;;\na@b.co;Kim;;\nc@d.co;Lee;\t; \n;;;\n", ["email", "name"]),
    (
      "\u{FEFF}\u{200B}email\u{A0},\u{2066}first\u{A0}\u{A0}na\u{AD}me\u{2069}\na@b.co,Kim\nc@d.co,Lee\n\"\",\" \"\n",
      ["email", "first name"]
    ),
  ]) func emptyColumnsAndRowsAndInvisibleCharacters(text: String, header: [String]) {
    for piece in [1, 7, 65536] {
      let reading = Reading(text, piece: piece)
      #expect(reading.header == header)
      #expect(reading.error == nil)
      let fields = reading.records.compactMap { record -> [String]? in
        if case .row(let row) = record { row.fields } else { nil }
      }
      #expect(fields == [["a@b.co", "Kim"], ["c@d.co", "Lee"]])
      #expect(reading.records.count == 2)
    }
  }

  @Test func whatStandsBeyondTheHeaderIsNotDropped() {
    let reading = Reading("email,,\na@b.co,x,\n\"\"\n")
    #expect(reading.records.first == .invalid(line: 2, .fieldCount(3, header: 1)))
    // In a file of one column, quotes around nothing are an empty address.
    #expect(reading.records.last == row(3, ""))
  }

  /// Excel's "Unicode text": UTF-16 with a byte order mark, tabs between fields.
  @Test(arguments: [true, false], [1, 2, 3, 5, 65536]) func utf16IsRead(isLittleEndian: Bool, piece: Int) {
    let text = "\u{FEFF}email\t이름\r\na@b.co\t\"김\"\"철수\n😀\"\r\n"
    func bytes(_ text: String) -> [UInt8] {
      text.utf16.flatMap { unit -> [UInt8] in
        isLittleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      }
    }
    let reading = Reading(bytes(text), piece: piece)
    #expect(reading.header == ["email", "이름"])
    #expect(reading.records == [row(2, "a@b.co", "김\"철수\n😀")])
    // Half a character is an error, with its line.
    let begun = bytes(text + "c@d.co\t")
    let half = Reading(begun + (isLittleEndian ? [0x00, 0xD8] : [0xD8, 0x00]), piece: piece)
    #expect(half.error == CSVError(.notUTF8(nil), line: 4), "\(half)")
    #expect(Reading(begun + [0x41], piece: piece).error == CSVError(.notUTF8(nil), line: 4))
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0], .packed("gzip", command: "gunzip -k may.csv")),
      ([0x28, 0xB5, 0x2F, 0xFD], .packed("zstd", command: "zstd -dk may.csv")),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .packed("xz", command: "xz -dk may.csv")),
      ([0x42, 0x5A, 0x68, 0x39], .packed("bzip2", command: "bzip2 -dk may.csv")),
      ([0x50, 0x4B, 3, 4], .workbookOrArchive(command: "unzip may.csv")),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .packed("7-Zip", command: "7z x may.csv")),
      ([0x04, 0x22, 0x4D, 0x18], .packed("lz4", command: "lz4 -d may.csv")),
    ] as [([UInt8], FileProblem)]) func whatIsPackedIsRefusedWithTheCommand(head: [UInt8], problem: FileProblem)
  {
    #expect(throws: CSVError(problem)) {
      try CSVReader(name: "may.csv", read: pieces(head + [1, 2, 3, 4, 5, 6], 65536))
    }
  }

  /// Names as they come: 王伟 张敏 李娜 刘洋; one character of four bytes; 김철수 이영희 박민준; and too few to tell.
  @Test(
    arguments: [
      (
        [0xCD, 0xF5, 0xCE, 0xB0, 0xD5, 0xC5, 0xC3, 0xF4, 0xC0, 0xEE, 0xC4, 0xC8, 0xC1, 0xF5, 0xD1, 0xF3], .chinese
      ),
      ([0xC1, 0xF5, 0x81, 0x30, 0x84, 0x36], .chinese),
      (
        [0xB1, 0xE8, 0xC3, 0xB6, 0xBC, 0xF6, 0xC0, 0xCC, 0xBF, 0xB5, 0xC8, 0xF1, 0xB9, 0xDA, 0xB9, 0xCE, 0xC1, 0xD8],
        .korean
      ),
      ([0xC0, 0xEE, 0xC3, 0xF7], .koreanOrChinese),
    ] as [([UInt8], TextEncoding)]) func encodingsOfEastAsiaAreToldApart(name: [UInt8], encoding: TextEncoding)
  {
    let error = Reading(Array("email,name\na@b.co,x\nc@d.co,".utf8) + name + [0x0A]).error
    #expect(error == CSVError(.notUTF8(encoding), line: 3))
  }

  @Test func rowsAreBounded() {
    let wide = "email,name\na@b.co,\(String(repeating: "x", count: 1_200_000))\n"
    #expect(Reading(wide).error == CSVError(.longRow, line: 2))
    let open = "email,name\na@b.co,\"\(String(repeating: "x\n", count: 600_000))\n"
    #expect(Reading(open).error == Reading(open, piece: 4096).error)
    #expect(Reading(open).error == CSVError(.longQuote, line: 2))
    let fits = "email,name\na@b.co,\"\(String(repeating: "x\n", count: 500_000))\"\nc@d.co,y\n"
    #expect(Reading(fits).records.last == row(500_003, "c@d.co", "y"))
  }

  @Test(arguments: [1 << 16, 4096])
  func veryWideFilesAreReadInOneGo(piece: Int) {
    let names = (0..<10_000).map { "column \($0)" }
    let rows = (0..<20).map { row in (0..<10_000).map { "\(row)-\($0)" } }
    let text = ([names] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    var reading = Reading("")
    let took = ContinuousClock().measure { reading = Reading(text, piece: piece) }
    #expect(reading.error == nil)
    #expect(reading.header == names)
    #expect(reading.records == rows.enumerated().map { .row(CSVRow(line: $0 + 2, fields: $1)) })
    // A debug build needs a fifth of a second; what is quadratic in the columns needs minutes.
    #expect(took < .seconds(5), "\(took)")
    let twice = Reading((names + ["column 1234"]).joined(separator: ",") + "\n")
    #expect(twice.error == CSVError(.repeatedColumn("column 1234"), line: 1))
  }

  @Test func pieceBoundariesDoNotMatter() {
    let texts = [
      "\u{FEFF}email,name\r\n\r\na@b.co,\"Kim \"\"K\"\"\r\nLee\"\r\n\r\n홍@b.co,길동,x\rc@d.co,y\n\"\",\"\"\r\n",
      "sep=;\r\nemail;name\r\na@b.co;\"x\"y\r\n\"c@d.co\";\"", "email\tname", "PK\u{3}\u{4}", "a,b\n1,2\n\"3\n",
    ]
    for text in texts {
      let whole = Reading(text)
      for size in 1...40 { #expect(Reading(text, piece: size) == whole) }
    }
  }

  @Test func randomBytesNeverCrash() {
    var generator = SplitMix(11)
    let alphabet: [UInt8] = Array("a@b.co,,,;\t\"\"\"\r\n\n\nemail".utf8) + [0x00, 0xC8, 0xAB, 0xEA, 0xB0, 0x80]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      #expect(Reading(bytes) == Reading(bytes, piece: 1))
    }
  }

  @Test func missingFileAndFolder() {
    #expect(throws: CSVError(.notThere("No such file or directory"))) { try CSVReader(path: "/nowhere/at/all.csv") }
    #expect(throws: CSVError(.folder)) { try CSVReader(path: "/tmp") }
  }
}
