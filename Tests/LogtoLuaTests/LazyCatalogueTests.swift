// A script that calls nothing does not open the catalogue: it is asked for at the first look at `logto`.

import LogtoCatalogue
import Synchronization
import TestSupport
import Testing

@testable import LogtoLua

@Suite struct LazyCatalogueTests {
  @Test func `return 1 opens no catalogue, and the first look at logto does`() async {
    let opened = CountedCatalogue()
    let results = await OwnThread.run {
      let plain = Run(RunConfiguration(catalogue: { opened.value })).execute(Array("return 1".utf8), name: "t")
      let afterPlain = opened.count
      let calling = Run(RunConfiguration(catalogue: { opened.value }))
        .execute(Array("return type(logto.list_users)".utf8), name: "t")
      return (plain.value, afterPlain, calling.value, opened.count)
    }
    #expect(results.0 == "1")
    #expect(results.1 == 0)
    #expect(results.2 == "function")
    #expect(results.3 > 0)
  }
}

/// Counts how often the catalogue is asked for; the lock guards against the run's thread.
private final class CountedCatalogue: Sendable {
  private let asked = Mutex(0)
  var count: Int { asked.withLock { $0 } }
  var value: Catalogue {
    asked.withLock { $0 += 1 }
    return .shipped
  }
}
