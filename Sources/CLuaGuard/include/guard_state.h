// What LuaRuntime's LuaState is made of: a state from its making to its end. Nothing here raises.
#pragma once
#include "guard.h"

#pragma clang assume_nonnull begin

typedef struct guard_limits {
  size_t memory;        // bytes
  size_t source;        // bytes of one chunk
  int64_t time;         // ns from the first resume of a run, waits included; 0: none
  int64_t cpu;          // ns of the running threads' CPU clocks; 0: none
  uint32_t coroutines;  // alive at once
} guard_limits;

// The host's functions are not copied: one table of them serves all states of a process.
// NULL where the memory limit is too small to begin, or this liblua is not one that can be made safe: then
// `*problem` says which.
guard *_Nullable guard_new(const guard_host *host, const guard_limits *limits, const char *_Nullable *_Nonnull problem);
void guard_set_context(guard *g, void *context);
void guard_free(guard *g);

// Closes the state object by object and returns the bytes that were not given back (0 where all is well).
int64_t guard_free_checked(guard *g);

enum { GUARD_DONE, GUARD_WAITING, GUARD_PREEMPTED, GUARD_FAILED };

// Sets a global from an item. GUARD_DONE or GUARD_FAILED (the error value is then on `guard_thread`).
int guard_define(guard *g, const char *name, const guard_item *item);

// Compiles a chunk; the next resume starts it. GUARD_DONE or GUARD_FAILED.
int guard_load(guard *g, const char *_Nullable bytes, size_t length, const char *name);

// Goes on until the chunk ends, waits for the host, is interrupted, or fails. `slice` in ns: be preempted after it;
// 0: never.
int guard_resume(guard *g, int64_t slice);

// After GUARD_FAILED, once the error's text and place are known: closes what the script's main part has still to close.
// Waits for the host block. True where the run ended otherwise by that: with the error on the top of `guard_thread`
// now, or by a limit.
bool guard_unwind(guard *g);

// What the last GUARD_WAITING waits for.
uint64_t guard_wait(const guard *g);

// The thread that holds results (after GUARD_DONE: `guard_result_count` values on its top) or the error value
// (after GUARD_FAILED: on its top).
lua_State *guard_thread(guard *g);
int guard_result_count(const guard *g);

// Asks the running slice to end soon; from whatever thread.
void guard_preempt(guard *g);

// The end of the run on the monotonic clock in ns; 0 before its first resume or without a limit.
int64_t guard_deadline(const guard *g);

typedef struct guard_usage {
  size_t memory, memory_peak;
  int64_t cpu;
  uint64_t coroutines_peak;
} guard_usage;
guard_usage guard_usage_of(const guard *g);

// The monotonic clock in ns.
int64_t guard_now(void);

// ---- Errors

typedef struct guard_position {
  char chunk[64];
  int line;  // 0: unknown
} guard_position;

// The innermost line of the script's own on the stack of `L`; frames of the prelude are not the script's.
guard_position guard_where(lua_State *L);
// Whether the run failed because a stack grew too far; then the error value says nothing of it.
bool guard_overflowed(const guard *g, guard_position *where);
// Writes the stack of `L` as text, at most `capacity` bytes with the final NUL; returns the length.
size_t guard_traceback(lua_State *L, char *out, size_t capacity);
// Whether the value is an error table that this module raised.
bool guard_is_error(lua_State *L, int index);
// Whether the value has a metatable with that field. Never raises, and makes no string.
bool guard_has_metafield(lua_State *L, int index, const char *name);
// Turns the error value on the top of `guard_thread` into text, running its `__tostring` under the limits, if
// it has one; pushes nothing; the text is `*length` bytes good until the next call. NULL where that failed.
const char *_Nullable guard_error_text(guard *g, size_t *length);

// ---- Process

// Registers with the kernel what an interrupt needs: 2 µs before the process has threads, 20 ms afterwards.
void guard_prepare_process(void);

// The calling thread's number at the system; 0 where threads have no priority of their own.
int guard_thread_self(void);
// CPU time that a thread has used, in nanoseconds; 0 where one thread cannot ask for another's.
int64_t guard_thread_cpu(int thread);
// Lowers the priority of a thread, for good: 19 is the lowest there is.
void guard_thread_demote(int thread, int niceness);

// ---- Tests

// Lets the `first`-th allocation from now on fail, and `count` - 1 more after it. 0 ends it.
void guard_fail_allocations(guard *g, uint64_t first, uint64_t count);
uint64_t guard_allocations(const guard *g);

#pragma clang assume_nonnull end
