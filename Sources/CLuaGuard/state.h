// What a guard holds. Private to CLuaGuard.
#pragma once
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "classes.h"
#include "guard_state.h"

#define GUARD_LIKELY(x) __builtin_expect(!!(x), 1)
#define GUARD_UNLIKELY(x) __builtin_expect(!!(x), 0)

// Marks in the low bits of a coroutine's extra space.
enum {
  MARK_HELD = 1,    // waits for the host inside of its body: nobody else may resume or close it
  MARK_BRANCH = 2,  // a branch of the prelude's scheduler, which alone resumes it
};

// Why a coroutine has yielded. A flag here, not a value on the stack: no script can forge it.
enum { YIELD_SCRIPT = 0, YIELD_HOST, YIELD_PREEMPT };

typedef struct block_header {
  struct block_header *previous, *next;
  size_t size;
  size_t tag;
} block_header;

typedef struct chunk_header {
  struct chunk_header *next;
  size_t size;
} chunk_header;

typedef struct memory {
  size_t used, limit;  // `limit` is 0 while every allocation must take the slow way
  char *bump, *bump_end;
  char *spare, *spare_end;  // what of the first chunk lies behind the main block, until it is cut from
  void *free[CLASS_COUNT + 1];
  // ---- seldom touched
  size_t peak, real_limit, reserve;
  size_t held;  // bytes of chunks and large blocks, as taken from malloc
  chunk_header *chunks;
  block_header *large;  // large blocks, the newest first
  char *main_block;
  size_t main_size;
  size_t thread_size;  // of a coroutine's object, once known
  uint64_t thread_cookie;
  uint32_t threads, threads_peak, threads_limit;
  bool stack_refused;  // a Lua stack over its cap was refused
  size_t refused;      // the size refused last, 0 after a success
  uint64_t allocations, fail_first, fail_count;
} memory;

#define LIBRARY_COUNT 10

struct guard {
  _Atomic int stop;  // first: read by guard_should_stop
  int yielding;
  int closes;        // nested coroutine.close and the like
  int results;
  bool can_wait;     // every coroutine from the running one up to the one that takes waits can yield
  bool can_preempt;  // … up to the root
  bool has_run;
  bool overflowed;   // a stack was refused, and nobody caught the error
  _Atomic bool preempt;
  _Atomic int walkers;
  uint64_t wait;
  _Atomic(lua_State *) current;
  pthread_mutex_t gate;
  memory memory;
  lua_State *main, *root, *failed;
  const guard_host *host;
  void *context;  // the host's
  size_t source_limit;
  char *stack_base;
  guard_position *overflow;  // where a stack was refused last, once one was
  const void *error_metatable;
  const void *library[LIBRARY_COUNT];  // the addresses of the script's tables
  lua_Integer ordinals;
  uint32_t places;  // random: where the main block is, and the frame of its making
  // ---- clocks, all in ns
  clockid_t cpu_clock;
  int64_t time_limit, cpu_limit, deadline;
  int64_t cpu, cpu_start;
  // ---- the watchdog's, under its lock
  guard *watch_next, *watch_previous;
  int64_t slice_end, watch_at;
};

// ---- allocator.c
void *memory_allocate(void *context, void *block, size_t old_size, size_t new_size);
void memory_open(guard *g, size_t limit, uint32_t threads, uint64_t cookie);
void memory_begin_run(guard *g);
void guard_random(void *bytes, size_t count);

// ---- blocks.c
#define FIRST_CHUNK ((size_t)13008)      // what a small script takes that waits for its one call, and 80 bytes
#define SMALL_CHUNK ((size_t)2 << 10)    // the next ones, up to FEW_BYTES: a small script needs little more
#define FEW_BYTES ((size_t)32 << 10)
#define MIDDLE_CHUNK ((size_t)16 << 10)  // up to LAST_CHUNK bytes
#define LAST_CHUNK ((size_t)256 << 10)
bool blocks_open(memory *m);  // the first chunk
bool blocks_more(memory *m, size_t size);  // a place to cut so much from, when there is none
void *large_take(memory *m, size_t size, size_t tag);
void *large_resize(memory *m, void *pointer, size_t size);
void large_free(memory *m, void *pointer);
void blocks_free(memory *m);

// ---- refusal.c
void *memory_refuse(guard *g, size_t size, int reason);  // returns NULL
bool memory_may_grow(guard *g, void *block, size_t old_size, size_t new_size, size_t more);

// ---- session.c
void session_new_root(lua_State *L);
void session_failed(guard *g, int status);

// ---- events.c
bool events_disarm(guard *g);

// ---- interrupt.c
void interrupt_open(guard *g);
void interrupt(guard *g);
void interrupt_arm(lua_State *L);
// After a protected call failed: raises on where the run was stopped, and makes a refused stack the error it is (true).
bool interrupt_caught(lua_State *L, int status);

// ---- stack.c
// What the script's calls, coroutines and closes may take of the C stack. Lua's own 200 levels take up to 414 KB.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define STACK_BYTES ((ptrdiff_t)1280 << 10)  // its frames are larger
#endif
#endif
#ifndef STACK_BYTES
#define STACK_BYTES ((ptrdiff_t)512 << 10)
#endif

void stack_overflow(lua_State *L);  // raises

// liblua counts nested C calls, but not across coroutine.close; this bounds whatever it does not count.
static inline void stack_check(lua_State *L) {
  char here;
  if (GUARD_UNLIKELY(guard_of(L)->stack_base - &here > STACK_BYTES)) stack_overflow(L);
}

// ---- watchdog.c
void watch_begin(guard *g, int64_t slice);
void watch_end(guard *g);
void watch_nag(void);
int64_t guard_cpu_now(const guard *g);

// ---- registry.c
// What every state holds from its beginning, after liblua's own two: in the array of the registry, where a place takes 16
// bytes and eight are full. What comes later has an address for its key.
enum {
  KEEP_EVENT = LUA_RIDX_LAST + 1,  // events.c
  KEEP_MESSAGES,                   // lifetime.c
  KEEP_ROOT = KEEP_MESSAGES + 4,   // session.c
};
// The table under that key, made at first use; pushed.
void registry_table(lua_State *L, const void *key);
// Copies the fields of the table on the top (popped) into the one below it.
void registry_copy_fields(lua_State *L);

// ---- locked.c
int locked_refuse_write(lua_State *L);
// Makes the metatable on the top one that scripts neither see nor get past: what writes, and what `pairs` does (may be
// NULL).
void locked_seal(lua_State *L, lua_CFunction write, lua_CFunction pairs);
// Gives the empty table at `proxy` a metatable by which it reads from the table on the top (popped), cannot be
// written to, and is called `name`.
void locked_table(lua_State *L, int proxy, const char *name, lua_CFunction pairs);

// ---- the libraries
extern const luaL_Reg base_functions[];
extern const luaL_Reg protect_functions[];
extern const luaL_Reg load_functions[];
extern const luaL_Reg coroutine_functions[];
int guard_open_os(lua_State *L);
int guard_open_math(lua_State *L);
int base_next(lua_State *L);

// ---- whitelist.c
typedef struct library {
  const char *name;
  lua_CFunction open;  // pushes a table of functions
  const char *absent;  // names of stock Lua, each between spaces
} library;
extern const library libraries[LIBRARY_COUNT];
void whitelist_set_functions(lua_State *L);  // all but the libraries and the host's own, into the table on the top

// ---- libraries.c
void libraries_set(lua_State *L, bool is_script);  // fresh tables, into the table on the top
void libraries_name_functions(lua_State *L, const char *library);  // in messages: those of the table on the top
int libraries_names(lua_State *L);
int libraries_place(lua_State *L, int index);  // which library is to be in the table; -1: none
void libraries_fill(lua_State *L, int index, int place);
int libraries_first_value(lua_State *L, int place);
int libraries_first_assign(lua_State *L, int place);

// ---- first.c
void first_push_metatable(lua_State *L);
int first_write(lua_State *L);
// Makes the table what it is to be, where it is one that was not used yet.
void first_use(lua_State *L, int index);

// ---- globals.c
void globals_open(lua_State *L);
void globals_restore(lua_State *L);
void globals_push_private(lua_State *L);  // for the prelude
void globals_define(lua_State *L, const char *name);
void globals_push_name(lua_State *L, int index);  // by which the host defined the value

// ---- coroutine.c
void mark_set(lua_State *L, uintptr_t mark);
void mark_clear(lua_State *L, uintptr_t mark);
static inline uintptr_t mark_of(lua_State *L) { return *(uintptr_t *)lua_getextraspace(L) & GUARD_MARKS; }
// Resumes `co` from `L`; keeps `current` and what can yield. The caller looks at `yielding`.
int coroutine_run(lua_State *L, lua_State *co, int arguments, int *results);
int coroutine_reset(lua_State *L, lua_State *co);

// ---- branch.c
extern const luaL_Reg branch_functions[];

// ---- call.c
int call_host(lua_State *L);
void call_push_function(lua_State *L, uint32_t function);

// ---- namespace.c
#define GUARD_PRELUDE_SPACE 0x7FFFFFFFu
void namespace_push(lua_State *L, uint32_t space, const char *name, size_t length);
void namespace_push_unused(lua_State *L, uint32_t space);  // one that will be called as the global that it becomes
bool namespace_open(lua_State *L, int index);  // false: it is no unused one
bool namespace_hidden(lua_State *L);  // makes of the namespace at index 1 its hidden table; false: it is none
int namespace_value(lua_State *L);    // of the field at index 2, in the hidden table at index 1
int namespace_pairs(lua_State *L);

// ---- prelude.c
#define PRELUDE_CHUNK "=prelude:"
bool prelude_push_globals(lua_State *L);  // false, and nil: they are not made yet
void prelude_push(lua_State *L, const char *module, size_t length, const char *field, size_t field_length);

// ---- load.c
// Compiles; pushes the function or the message, and returns the status. Raises only when stopped or out of memory.
int load_text(lua_State *L, const char *text, size_t length, const char *name);
// scan.c: whether no chain of fields is so long that the search for a variable's name would take seconds.
bool scan_chains(const char *text, size_t length, int *line);
