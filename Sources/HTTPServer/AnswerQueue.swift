// Hands an answer to libmicrohttpd.

import CMicroHTTPD

enum AnswerQueue {
  /// What the reader of a streamed answer needs.
  private final class Reader {
    let stream: BodyStream
    let exchange: Exchange
    let connection: Connection
    init(_ stream: BodyStream, _ exchange: Exchange, _ connection: Connection) {
      self.stream = stream
      self.exchange = exchange
      self.connection = connection
    }
  }

  static func queue(
    _ answer: ServerResponse, on connection: Connection, of exchange: Exchange, _ core: ServerCore
  ) -> MHD_Result {
    let api = core.library.api
    let response: OpaquePointer?
    switch answer.body {
    case .bytes(let bytes):
      response = bytes.withUnsafeBytes { bytes in
        api.MHD_create_response_from_buffer(
          bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .stream(let write):
      let reader = Unmanaged.passRetained(Reader(exchange.stream(write), exchange, connection))
      response = api.MHD_create_response_from_callback(
        UInt64.max, 16 << 10,
        { context, _, target, room in
          guard let context, let target else { return -2 }
          let reader = Unmanaged<Reader>.fromOpaque(context).takeUnretainedValue()
          return reader.stream.read(
            into: target, room: room, connection: reader.connection, exchange: reader.exchange)
        }, reader.toOpaque(),
        { context in
          guard let context else { return }
          let reader = Unmanaged<Reader>.fromOpaque(context).takeRetainedValue()
          reader.exchange.cancel()
        })
      if response == nil { reader.release() }
    }
    guard let response else { return .NO }
    defer { api.MHD_destroy_response(response) }
    for header in answer.headers + core.configuration.commonHeaders() {
      // A header that would break the answer in two is refused by the library; the answer goes out without it.
      _ = api.MHD_add_response_header(response, header.name, header.value)
    }
    return api.MHD_queue_response(connection.pointer, UInt32(answer.status), response)
  }
}
