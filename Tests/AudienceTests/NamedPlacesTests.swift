import Testing

@testable import Audience

/// Where values go in a query, and where a database's words are.
@Suite struct NamedPlacesTests {
  @Test(arguments: [
    ("a = :x AND b = :y_1", "a = <x> AND b = <y_1>"), ("':x' :x", "':x' <x>"), ("'it''s :x' :x", "'it''s :x' <x>"),
    ("\":x\"\":x\" :x", "\":x\"\":x\" <x>"), ("-- :x\n:x", "-- :x\n<x>"), ("/* :x */:x", "/* :x */<x>"),
    (":x::date", "<x>::date"), ("a::b", "a::b"), ("$$ :x $$ :x", "$$ :x $$ <x>"),
    ("$t$ $$ :x $t$:x", "$t$ $$ :x $t$<x>"),
    ("$1 :x", "$1 <x>"), ("/* /* :x */ :x */ :x", "/* /* :x */ :x */ <x>"), ("E'\\':x' :x", "E'\\':x' <x>"),
    ("'\\' :x", "'\\' <x>"), ("a[1::x]", "a[1::x]"), (":1 :", ":1 :"), ("':x", "':x"), ("", ""), ("한 :x 글", "한 <x> 글"),
    ("a-:x/:x", "a-<x>/<x>"),
  ])
  func inPostgreSQL(query: String, filled: String) {
    #expect(NamedPlaces(query, .postgres).filled { "<\($0)>" } == filled)
  }

  @Test(arguments: [
    ("'\\':x' :x", "'\\':x' <x>"), ("`:x` :x", "`:x` <x>"), ("# :x\n:x", "# :x\n<x>"),
    ("/* /* :x */ :x", "/* /* :x */ <x>"),
    ("@a := :x", "@a := <x>"), ("\"\\\":x\" :x", "\"\\\":x\" <x>"), ("$$ :x", "$$ <x>"),
  ])
  func inMariaDB(query: String, filled: String) {
    #expect(NamedPlaces(query, .mariadb).filled { "<\($0)>" } == filled)
  }

  @Test func aMissingLibraryNamesItsPackage() {
    #expect(throws: NamedAudienceError.noClient(library: "libnone.so.9", package: "libnone9")) {
      try ClientLibrary("libnone.so.9", package: "libnone9")
    }
    #expect("\(NamedAudienceError.noClient(library: "libpq.so.5", package: "libpq5"))".contains("apt install libpq5"))
  }

  @Test func anURLIsReadAndNeverSaid() throws {
    let address = try DatabaseAddress(url: " postgresql://o%40p:a%2Fb@[::1]:5433/c%20d?sslmode=require \n")
    #expect(address.user == "o@p" && address.password == "a/b" && address.host == "::1" && address.port == 5433)
    #expect(address.database == "c d" && address.options == [.init(name: "sslmode", value: "require")])
    #expect(address.masked("no a/b\nhere") == "no ***; here")
    for wrong in ["", "x", "ftp://a:s3cret@b/c", "postgresql://a:s3cret%00@b/c", "http://[s3cret"] {
      do throws(NamedAudienceError) {
        _ = try DatabaseAddress(url: wrong)
        Issue.record("\(wrong) is no URL")
      } catch {
        #expect(!"\(error)".contains("s3cret"), "\(error)")
      }
    }
  }
}
