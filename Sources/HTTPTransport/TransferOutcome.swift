// The judgement over a transfer that brought no complete answer: which failure, and what was sent. Pure.

import CCurl

/// What is known when libcurl is done with a transfer.
struct TransferOutcome {
  var code: CURLcode
  /// libcurl's own words, or empty.
  var detail: String
  var attempts: Int
  /// Bytes of request headers that were written to a connection.
  var requestBytes: Int
  var connectionsMade: Int

  /// Nothing was sent where libcurl never came to the point of sending, or could not write a single byte.
  var sent: HTTPFailure.Sent { attempts == 0 || requestBytes == 0 ? .nothing : .maybe }

  /// A second attempt is made only where an old connection died; by then a new one may have been made for it.
  private var usedOldConnection: Bool { attempts > 1 || (attempts == 1 && connectionsMade == 0) }

  /// For a transfer that brought no complete answer.
  func failure(of transfer: Transfer) -> HTTPFailure {
    let (reason, cause) = judge(transfer)
    return failure(reason, cause, transfer)
  }

  func failure(_ reason: HTTPFailure.Reason, _ cause: String, _ transfer: Transfer) -> HTTPFailure {
    HTTPFailure(
      reason, "\(transfer.request.method) \(transfer.url.display): \(cause)", sent: sent,
      usedOldConnection: usedOldConnection)
  }

  private func judge(_ transfer: Transfer) -> (HTTPFailure.Reason, String) {
    let answer = transfer.answer
    if transfer.isGivenUp { return (.cancelled, "given up before it was sent") }
    if let violation = answer.violation {
      return switch violation {
      case .headers: (.tooLarge, "the headers of the answer exceed \(transfer.request.maxHeaderBytes) bytes")
      case .body: (.tooLarge, "the answer exceeds \(transfer.request.maxResponseBytes) bytes")
      }
    }
    switch code {
    case CURLE_OK, CURLE_PARTIAL_FILE:
      return (.truncated, "the connection ended inside the answer")
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
      return (.resolve, "the host has no address\(explanation)")
    case CURLE_COULDNT_CONNECT, CURLE_PROXY, CURLE_INTERFACE_FAILED:
      return (.connect, "no connection\(explanation)")
    case CURLE_OPERATION_TIMEDOUT:
      return attempts == 0
        ? (.timeout, "no connection in time\(explanation)") : (.timeout, "no complete answer in time\(explanation)")
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_HTTP3,
      CURLE_ABORTED_BY_CALLBACK, CURLE_UNRECOVERABLE_POLL:
      return answer.hasBegun
        ? (.truncated, "the connection ended inside the answer\(explanation)")
        : (.dropped, "the connection ended without an answer\(attempts > 1 ? "" : explanation)")
    case CURLE_URL_MALFORMAT, CURLE_BAD_FUNCTION_ARGUMENT:
      return (.invalidRequest, "libcurl refuses the request\(explanation)")
    case CURLE_READ_ERROR:
      return (.invalidRequest, "a file of the form could not be read\(explanation)")
    case CURLE_OUT_OF_MEMORY where attempts > 0 && !answer.hasAllHeaders:
      // What libcurl says of a single header line over 100 KB.
      return (.tooLarge, "a header of the answer is too long")
    case CURLE_FILESIZE_EXCEEDED:
      return (.tooLarge, "the answer is too large\(explanation)")
    case let code where Self.tlsCodes.contains(code.rawValue):
      return (.tls, "no trusted TLS connection\(explanation)")
    default:
      return attempts == 0
        ? (.connect, "no connection\(explanation)") : (.malformed, "the answer cannot be understood\(explanation)")
    }
  }

  /// libcurl's words in brackets, unless they might quote something secret (a proxy's URL, a query).
  private var explanation: String {
    detail.isEmpty || detail.contains("://") || detail.contains("?") || detail.contains("@") ? "" : " (\(detail))"
  }

  private static let tlsCodes: Set<UInt32> = Set(
    [
      CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED, CURLE_SSL_ENGINE_INITFAILED,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT,
    ].map(\.rawValue))
}
