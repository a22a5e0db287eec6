// One thread for all states of the process, started with the first run. It interrupts those whose time is over, and
// says so again every millisecond until the run has ended: an interrupt can miss when the script just changes from one
// coroutine to another. It must be a thread of the system's: anything cooperative would wait for the scripts to end.
#include <signal.h>
#include <time.h>

#include "state.h"

#define AGAIN_NS ((int64_t)1000000)
#define NEVER INT64_MAX

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;  // guards what follows, and the watch fields of every guard
static pthread_cond_t wake;
static guard *running;  // those inside of a resume or a load
static int64_t sleeps_until;
static bool is_started;

static int64_t clock_ns(clockid_t clock) {
  struct timespec t;
  if (clock_gettime(clock, &t) != 0) return 0;
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t guard_now(void) { return clock_ns(CLOCK_MONOTONIC); }

static void stop(guard *g, int reason) {
  int none = GUARD_STOP_NONE;
  atomic_compare_exchange_strong(&g->stop, &none, reason);
}

// Does what is due for one state, and returns when to look at it again.
static int64_t look(guard *g, int64_t now) {
  int64_t next = g->slice_end;
  if (g->deadline != 0) {
    if (now >= g->deadline) stop(g, GUARD_STOP_TIME);
    if (g->deadline < next) next = g->deadline;
  }
#ifdef __linux__  // elsewhere a thread's clock cannot be read by another: looked at when a resume begins
  if (g->cpu_limit != 0) {
    int64_t left = g->cpu_limit - g->cpu - (clock_ns(g->cpu_clock) - g->cpu_start);
    if (left <= 0) stop(g, GUARD_STOP_CPU);
    if (now + left < next) next = now + left;
  }
#endif
  if (atomic_load(&g->stop) != GUARD_STOP_NONE) {
    interrupt(g);
    return now + AGAIN_NS;
  }
  if (now >= g->slice_end) atomic_store(&g->preempt, true);
  if (atomic_load(&g->preempt)) {
    interrupt(g);
    return now + AGAIN_NS;
  }
  return next;
}

static void sleep_until(int64_t next) {
#ifdef __linux__
  struct timespec until = {.tv_sec = next / 1000000000, .tv_nsec = next % 1000000000};
  pthread_cond_timedwait(&wake, &lock, &until);
#else
  int64_t rest = next - guard_now();
  if (rest < 0) rest = 0;
  struct timespec span = {.tv_sec = rest / 1000000000, .tv_nsec = rest % 1000000000};
  pthread_cond_timedwait_relative_np(&wake, &lock, &span);
#endif
}

static void *watch(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  for (;;) {
    int64_t now = guard_now();
    int64_t next = NEVER;
    for (guard *g = running; g != NULL; g = g->watch_next) {
      if (g->watch_at <= now || atomic_load(&g->stop) != GUARD_STOP_NONE || atomic_load(&g->preempt))
        g->watch_at = look(g, now);
      if (g->watch_at < next) next = g->watch_at;
    }
    sleeps_until = next;
    if (next == NEVER) {
      pthread_cond_wait(&wake, &lock);
    } else {
      sleep_until(next);
    }
  }
  return NULL;
}

// The host's signals are none of this thread's business.
static void start(void) {
  pthread_condattr_t clock;
  pthread_condattr_init(&clock);
#ifdef __linux__
  pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
#endif
  pthread_cond_init(&wake, &clock);
  pthread_condattr_destroy(&clock);
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, (size_t)128 << 10);
  pthread_t thread;
  is_started = pthread_create(&thread, &attributes, watch, NULL) == 0;
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

// When to look at the state first.
static int64_t first_look(const guard *g, int64_t now) {
  int64_t at = g->slice_end;
  if (g->deadline != 0 && g->deadline < at) at = g->deadline;
  if (g->cpu_limit != 0 && now + g->cpu_limit - g->cpu < at) at = now + g->cpu_limit - g->cpu;
  return at;
}

// The calling thread begins to run the state. Without a watchdog nothing may run: the state is then cancelled.
void watch_begin(guard *g, int64_t slice) {
  int64_t now = guard_now();
  g->slice_end = slice > 0 && slice < NEVER - now ? now + slice : NEVER;
  g->cpu_clock = CLOCK_THREAD_CPUTIME_ID;
  g->cpu_start = clock_ns(CLOCK_THREAD_CPUTIME_ID);
#ifdef __linux__
  if (g->cpu_limit != 0) pthread_getcpuclockid(pthread_self(), &g->cpu_clock);
#endif
  if (g->deadline != 0 && now >= g->deadline) stop(g, GUARD_STOP_TIME);
  if (g->cpu_limit != 0 && g->cpu >= g->cpu_limit) stop(g, GUARD_STOP_CPU);
  int64_t at = first_look(g, now);
  pthread_mutex_lock(&lock);
  if (!is_started) start();
  if (!is_started) stop(g, GUARD_STOP_CANCELLED);
  g->watch_at = at;
  g->watch_previous = NULL;
  g->watch_next = running;
  if (running != NULL) running->watch_previous = g;
  running = g;
  // It sleeps on past states that have ended: most runs need not wake it.
  if (at < sleeps_until) {
    sleeps_until = at;
    pthread_cond_signal(&wake);
  }
  pthread_mutex_unlock(&lock);
}

void watch_end(guard *g) {
  pthread_mutex_lock(&lock);
  if (g->watch_previous != NULL) g->watch_previous->watch_next = g->watch_next;
  if (g->watch_previous == NULL) running = g->watch_next;
  if (g->watch_next != NULL) g->watch_next->watch_previous = g->watch_previous;
  pthread_mutex_unlock(&lock);
  g->cpu += clock_ns(CLOCK_THREAD_CPUTIME_ID) - g->cpu_start;
}

// From any thread: look at all of them now.
void watch_nag(void) {
  pthread_mutex_lock(&lock);
  if (is_started) pthread_cond_signal(&wake);
  pthread_mutex_unlock(&lock);
}

int64_t guard_cpu_now(const guard *g) {
  return g->cpu + clock_ns(CLOCK_THREAD_CPUTIME_ID) - g->cpu_start;
}
