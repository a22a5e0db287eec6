// The priority of single threads. Linux alone has one; elsewhere nothing happens.
#ifdef __linux__
#define _GNU_SOURCE
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include "guard_state.h"

int guard_thread_self(void) {
#ifdef __linux__
  return (int)syscall(SYS_gettid);
#else
  return 0;
#endif
}

void guard_thread_demote(int thread) {
#ifdef __linux__
  if (thread > 0) setpriority(PRIO_PROCESS, (id_t)thread, 19);
#else
  (void)thread;
#endif
}
