#pragma once

// libmicrohttpd, loaded at first use. Linking against it costs every start of the process 1.5 ms; a script that
// serves nothing should not pay that. `mhd_load` fills a table of function pointers from the shared library; the
// list of names below is the only place where a function has to be added. Variadic functions, which Swift cannot
// call, have inline wrappers.

#include <dlfcn.h>
#include <microhttpd.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#ifdef __linux__
#include <sys/epoll.h>
#include <sys/eventfd.h>
#endif

#define MHD_TABLE(X)                \
  X(MHD_start_daemon)               \
  X(MHD_stop_daemon)                \
  X(MHD_quiesce_daemon)             \
  X(MHD_get_daemon_info)            \
  X(MHD_get_connection_info)        \
  X(MHD_get_connection_values)      \
  X(MHD_suspend_connection)         \
  X(MHD_resume_connection)          \
  X(MHD_create_response_from_buffer) \
  X(MHD_create_response_from_callback) \
  X(MHD_add_response_header)        \
  X(MHD_queue_response)             \
  X(MHD_destroy_response)           \
  X(MHD_get_version)

struct mhd_api {
#define X(name) __typeof__(&name) name;
  MHD_TABLE(X)
#undef X
};

/// Fills `api`. Answers NULL when every function was found, else the name of what is missing: a library's file
/// name, or a function's.
static inline const char *_Nullable mhd_load(struct mhd_api *_Nonnull api) {
#ifdef __APPLE__
  static const char *const names[] = {"libmicrohttpd.12.dylib", "/opt/homebrew/lib/libmicrohttpd.dylib",
                                      "/usr/local/lib/libmicrohttpd.dylib", NULL};
#else
  static const char *const names[] = {"libmicrohttpd.so.12", "libmicrohttpd.so", NULL};
#endif
  void *library = NULL;
  for (int i = 0; names[i] != NULL && library == NULL; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return names[0];
#define X(name)                                              \
  api->name = (__typeof__(&name))dlsym(library, #name);      \
  if (api->name == NULL) return #name;
  MHD_TABLE(X)
#undef X
  return NULL;
}

/// What `mhd_start` needs beside the callbacks. Times in seconds, sizes in bytes.
struct mhd_settings {
  const struct sockaddr *_Nonnull address;
  int is_ipv6;
  size_t connection_memory;
  unsigned int idle_seconds;
  unsigned int connections;
  const char *_Nullable tls_key;
  const char *_Nullable tls_certificate;
  void *_Nullable context;
  MHD_AccessHandlerCallback _Nonnull handler;
  void *_Nullable (*_Nonnull begin)(void *_Nullable context, const char *_Nonnull uri,
                                    struct MHD_Connection *_Nonnull connection);
  MHD_RequestCompletedCallback _Nonnull completed;
  MHD_NotifyConnectionCallback _Nonnull connection;
};

/// Percent escapes stay as they are: `%00` would cut the path short, `%2F` would change its segments.
static inline size_t mhd_keep_escapes(void *_Nullable context, struct MHD_Connection *_Nonnull connection,
                                      char *_Nonnull text) {
  (void)context;
  (void)connection;
  size_t length = 0;
  while (text[length] != 0) length++;
  return length;
}

static inline struct MHD_Daemon *_Nullable mhd_start(const struct mhd_api *_Nonnull api,
                                                     const struct mhd_settings *_Nonnull s) {
  unsigned int flags = MHD_ALLOW_SUSPEND_RESUME | MHD_USE_INTERNAL_POLLING_THREAD;
#ifdef __linux__
  flags |= MHD_USE_EPOLL;
#else
  flags |= MHD_USE_AUTO;
#endif
  if (s->is_ipv6) flags |= MHD_USE_IPv6;
  if (s->tls_key != NULL) flags |= MHD_USE_TLS;
  struct MHD_OptionItem tls[] = {
      {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)s->tls_key},
      {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)s->tls_certificate},
      {MHD_OPTION_END, 0, NULL},
  };
  if (s->tls_key == NULL) tls[0].option = MHD_OPTION_END;
  return api->MHD_start_daemon(
      flags, 0, NULL, NULL, s->handler, s->context,
      MHD_OPTION_URI_LOG_CALLBACK, s->begin, s->context,
      MHD_OPTION_UNESCAPE_CALLBACK, &mhd_keep_escapes, NULL,
      MHD_OPTION_NOTIFY_COMPLETED, s->completed, s->context,
      MHD_OPTION_NOTIFY_CONNECTION, s->connection, s->context,
      MHD_OPTION_SOCK_ADDR, s->address,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, s->connection_memory,
      MHD_OPTION_CONNECTION_TIMEOUT, s->idle_seconds,
      MHD_OPTION_CONNECTION_LIMIT, s->connections,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_ARRAY, tls,
      MHD_OPTION_END);
}

/// The port that the daemon listens on, 0 when it does not say.
static inline uint16_t mhd_port(const struct mhd_api *_Nonnull api, struct MHD_Daemon *_Nonnull daemon) {
  const union MHD_DaemonInfo *info = api->MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}

/// The socket of a connection, -1 when it has none.
static inline int mhd_socket(const struct mhd_api *_Nonnull api, struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info = api->MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : info->connect_fd;
}

/// What the connection callback stored for this connection.
static inline void *_Nullable mhd_socket_context(const struct mhd_api *_Nonnull api,
                                                 struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info = api->MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == NULL ? NULL : info->socket_context;
}
