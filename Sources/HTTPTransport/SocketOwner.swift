// The sockets of the connections: made and closed by us, watched as libcurl says.

import CCurl

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Tells the poller what libcurl wants of its sockets. Belongs to the loop's thread, and outlives the multi handle.
final class SocketOwner {
  private let poller: any Poller

  init(_ poller: any Poller) {
    self.poller = poller
  }

  /// Has the sockets of this handle's connections made and closed here.
  func serve(_ handle: EasyHandle) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    handle.set(CURLOPT_OPENSOCKETDATA, pointer: context)
    _ = ccurl_set_open_callback(handle.curl, handle.raw) { context, _, address in
      guard let address = address?.pointee else { return CURL_SOCKET_BAD }
      // Close-on-exec from the start: a host may start other programs at any moment.
      #if os(Linux)
      let made = socket(address.family, address.socktype | Int32(SOCK_CLOEXEC.rawValue), address.`protocol`)
      #else
      let made = socket(address.family, address.socktype, address.`protocol`)
      if made >= 0 { _ = fcntl(made, F_SETFD, FD_CLOEXEC) }
      #endif
      guard made >= 0 else { return CURL_SOCKET_BAD }
      SocketOwner.of(context).poller.adopt(made)
      return made
    }
    handle.set(CURLOPT_CLOSESOCKETDATA, pointer: context)
    _ = ccurl_set_close_callback(handle.curl, handle.raw) { context, socket in
      SocketOwner.of(context).poller.forget(socket)
      return close(socket)
    }
  }

  /// Has the sockets of this multi handle watched.
  func serve(_ multi: UnsafeMutableRawPointer, _ curl: UnsafePointer<ccurl>) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    let callback: curl_socket_callback = { _, socket, interest, context, _ in
      let wanted: Readiness =
        switch interest {
        case CURL_POLL_IN: .readable
        case CURL_POLL_OUT: .writable
        case CURL_POLL_INOUT: [.readable, .writable]
        default: []
        }
      SocketOwner.of(context).poller.watch(socket, for: wanted)
      return 0
    }
    _ = ccurl_multi_set_socket_callback(curl, multi, callback, context)
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> SocketOwner {
    // Never nil: every callback is installed together with its context.
    Unmanaged<SocketOwner>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }
}
