// Stopping and preempting a running script from outside, without a tax while it is inside its time.
//
// A count hook of 1 is what interrupts Lua code. lua_sethook walks the list of active calls, which the running thread
// changes and frees: called from another thread it is not safe as it is. So the walker first says that it walks, makes
// the running thread pass a memory barrier (membarrier), and holds a mutex that the allocator takes on every free while
// somebody walks. A call record that the walker can reach was not freed before the barrier (the list is changed before
// the allocator is asked), and is not freed after it. What remains is a late write of a 1 into a record that has become
// that of a C function: it can make the offset of the message handler there be 1, and slot 0 of a stack, read from
// its byte 1 on, is nil (the allocator zeroes it), so that the error that follows is one more error of the run that
// ends. This relies on stores being seen in their order, as x86-64 keeps it; elsewhere the gate is always closed.
#include <errno.h>
#ifdef __linux__
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include "state.h"

// A stopped script ends by an error with this value; it is never handed to a script.
static char stopped;

// Instructions between two tries to preempt where Lua cannot yield.
#define PREEMPT_AGAIN 2000

static pthread_once_t registration = PTHREAD_ONCE_INIT;
static bool has_barrier;

static void register_barrier(void) {
#if defined(__linux__) && defined(__x86_64__)
  has_barrier = syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0;
#endif
}

void guard_prepare_process(void) { pthread_once(&registration, register_barrier); }

static void barrier(void) {
#if defined(__linux__) && defined(__x86_64__)
  syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0);
#endif
}

// Where there is no barrier, the gate is closed from the beginning.
void interrupt_open(guard *g) {
  guard_prepare_process();
  pthread_mutex_init(&g->gate, NULL);
  atomic_store(&g->walkers, has_barrier ? 0 : 1);
}

static void on_hook(lua_State *L, lua_Debug *record) {
  (void)record;
  guard *g = guard_of(L);
  if (atomic_load_explicit(&g->stop, memory_order_relaxed) != GUARD_STOP_NONE) guard_raise_stop(L);
  if (!atomic_load_explicit(&g->preempt, memory_order_relaxed)) {
    lua_sethook(L, NULL, 0, 0);
  } else if (g->can_preempt && lua_isyieldable(L)) {
    atomic_store_explicit(&g->preempt, false, memory_order_relaxed);
    lua_sethook(L, NULL, 0, 0);
    g->yielding = YIELD_PREEMPT;
    lua_yield(L, 0);
  } else {
    lua_sethook(L, on_hook, LUA_MASKCOUNT, PREEMPT_AGAIN);
  }
}

void interrupt_arm(lua_State *L) { lua_sethook(L, on_hook, LUA_MASKCOUNT, 1); }

// From any thread. Lasts until the running coroutine changes: the watchdog repeats it while the run goes on.
void interrupt(guard *g) {
  pthread_mutex_lock(&g->gate);
  atomic_fetch_add(&g->walkers, 1);
  barrier();
  lua_State *L = atomic_load(&g->current);
  if (L != NULL) interrupt_arm(L);
  atomic_fetch_sub(&g->walkers, 1);
  pthread_mutex_unlock(&g->gate);
}

_Noreturn void guard_raise_stop(lua_State *L) {
  interrupt_arm(L);  // whatever of this coroutine still runs on the way out is stopped too
  lua_pushlightuserdata(L, &stopped);
  lua_error(L);
  __builtin_unreachable();
}

void guard_stop(guard *g, int reason) {
  int none = GUARD_STOP_NONE;
  if (!atomic_compare_exchange_strong(&g->stop, &none, reason)) return;
  interrupt(g);
  watch_nag();
}

int guard_stop_reason(const guard *g) { return atomic_load(&((guard *)(uintptr_t)g)->stop); }

void guard_preempt(guard *g) {
  atomic_store(&g->preempt, true);
  interrupt(g);
  watch_nag();
}

bool interrupt_caught(lua_State *L, int status) {
  guard *g = guard_of(L);
  if (guard_should_stop(L)) guard_raise_stop(L);
  if (status != LUA_ERRMEM) return false;
  if (g->memory.stack_refused) {
    g->memory.stack_refused = false;
    g->memory.refused = 0;
    lua_pop(L, 1);
    const guard_position *where = g->overflow;
    bool is_known = where != NULL && where->line > 0;
    if (is_known) lua_pushfstring(L, "%s:%d: stack overflow", where->chunk, where->line);
    if (!is_known) lua_pushliteral(L, "stack overflow");
    return true;
  }
  if (g->memory.refused != 0) {
    guard_stop(g, GUARD_STOP_MEMORY);
    guard_raise_stop(L);
  }
  return false;
}
