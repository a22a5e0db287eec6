// The functions that libmicrohttpd calls, all on its one thread. Each turns C values into Swift ones, asks the
// exchange what to do, and does it.

import CMicroHTTPD

enum Callbacks {
  private static func core(_ context: UnsafeMutableRawPointer?) -> ServerCore? {
    context.map { Unmanaged<ServerCore>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A connection starts or ends.
  static let connection: MHD_NotifyConnectionCallback = { context, connection, socketContext, event in
    guard let core = Callbacks.core(context), let socketContext, let connection else { return }
    if event == .CONNECTION_NOTIFY_STARTED {
      let deadline = ConnectionDeadline(
        socket: core.library.socket(of: Connection(pointer: connection)),
        deadline: .now + core.configuration.requestTimeout)
      core.watch.add(deadline)
      socketContext.pointee = Unmanaged.passRetained(deadline).toOpaque()
    } else if let stored = socketContext.pointee {
      let deadline = Unmanaged<ConnectionDeadline>.fromOpaque(stored).takeRetainedValue()
      deadline.closed()
      core.watch.remove(deadline)
      socketContext.pointee = nil
    }
  }

  /// The request line has arrived. What is returned is the request's context from here on, and is given back to
  /// `completed` whatever happens.
  static let begin:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>, OpaquePointer) -> UnsafeMutableRawPointer? = {
      context, target, connection in
      guard let core = Callbacks.core(context) else { return nil }
      let deadline = core.library.context(of: Connection(pointer: connection)).map {
        Unmanaged<ConnectionDeadline>.fromOpaque($0).takeUnretainedValue()
      }
      let exchange = core.begin(target: String(cString: target), deadline: deadline)
      return Unmanaged.passRetained(exchange).toOpaque()
    }

  static let completed: MHD_RequestCompletedCallback = { context, _, requestContext, _ in
    guard let core = Callbacks.core(context), let stored = requestContext?.pointee else { return }
    requestContext?.pointee = nil
    core.end(Unmanaged<Exchange>.fromOpaque(stored).takeRetainedValue())
  }

  /// Called once with the header, then with each piece of the body, then without any; and again after a resume.
  static let handler: MHD_AccessHandlerCallback = {
    context, connection, _, method, version, data, dataSize, requestContext in
    guard let core = Callbacks.core(context), let connection, let stored = requestContext?.pointee, let dataSize else {
      return .NO
    }
    let exchange = Unmanaged<Exchange>.fromOpaque(stored).takeUnretainedValue()
    let live = Connection(pointer: connection)
    let action: Exchange.Action
    if !exchange.hasHeader {
      action = exchange.begin(
        method: method.map { String(cString: $0) } ?? "", version: version.map { String(cString: $0) } ?? "",
        headers: Callbacks.headers(of: live, core.library))
    } else if dataSize.pointee > 0 {
      let isWanted = exchange.receive(UnsafeRawBufferPointer(start: data, count: dataSize.pointee))
      dataSize.pointee = 0
      return isWanted ? .YES : .NO
    } else {
      action = exchange.advance()
    }
    switch action {
    case .proceed:
      return .YES
    case .answer(let answer):
      return AnswerQueue.queue(answer, on: live, of: exchange, core)
    case .work(let request, let answer):
      core.library.suspend(live)
      exchange.work(request, answer, connection: live, socket: core.library.socket(of: live))
      return .YES
    }
  }

  private final class HeaderList {
    var headers: [ServerHeader] = []
  }

  private static func headers(of connection: Connection, _ library: MicroHTTPD) -> [ServerHeader] {
    let list = HeaderList()
    _ = library.api.MHD_get_connection_values(
      connection.pointer, .HEADER_KIND,
      { context, _, name, value in
        guard let context, let name else { return .NO }
        let header = ServerHeader(String(cString: name), value.map { String(cString: $0) } ?? "")
        Unmanaged<HeaderList>.fromOpaque(context).takeUnretainedValue().headers.append(header)
        return .YES
      }, Unmanaged.passUnretained(list).toOpaque())
    return list.headers
  }
}
