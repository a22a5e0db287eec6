// The priority of single threads. Linux alone has one; elsewhere nothing happens.
#ifdef __linux__
#define _GNU_SOURCE
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
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

int64_t guard_thread_cpu(int thread) {
#ifdef __linux__
  // What pthread_getcpuclockid makes of a thread's number: linux/posix-timers_types.h, CPUCLOCK_PERTHREAD | CPUCLOCK_SCHED.
  struct timespec used;
  if (thread > 0 && clock_gettime((clockid_t)((~(unsigned)thread << 3) | 6), &used) == 0)
    return (int64_t)used.tv_sec * 1000000000 + used.tv_nsec;
#else
  (void)thread;
#endif
  return 0;
}

void guard_thread_demote(int thread, int niceness) {
#ifdef __linux__
  if (thread > 0) setpriority(PRIO_PROCESS, (id_t)thread, niceness);
#else
  (void)thread;
  (void)niceness;
#endif
}
