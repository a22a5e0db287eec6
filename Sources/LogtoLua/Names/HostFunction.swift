/// The functions that are written in Swift. Their places are the indices of `Callee`s of the kind `helper`.
enum HostFunction: Int, CaseIterable, Sendable {
  // What scripts call.
  case call, request, account
  case signInStart, signInFinish
  case sleep, log, require
  case docsRead, docsList, docsSearch

  // What the prelude asks for.
  case openList, startPage, takePage, wholeList
  case removals, shrunk
  case checkWhere, narrowing, found
  case waitAny, abandon
  case module, fail

  /// The field of `host` under which the prelude finds it; nil for what scripts call.
  var hostField: String? {
    switch self {
    case .openList: "open_list"
    case .startPage: "start_page"
    case .takePage: "take_page"
    case .wholeList: "whole_list"
    case .removals: "removals"
    case .shrunk: "shrunk"
    case .checkWhere: "check_where"
    case .narrowing: "narrowing"
    case .found: "found"
    case .waitAny: "wait_any"
    case .abandon: "abandon"
    case .module: "module"
    case .fail: "fail"
    default: nil
    }
  }

  func callee(account: Int = 0) -> Callee { Callee(.helper, account: account, index: rawValue) }
}
