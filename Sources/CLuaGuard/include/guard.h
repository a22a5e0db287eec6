// The boundary between Swift and Lua. Whatever of the Lua API can raise is called from C, in this module; Swift is
// called back with plain C structs, returns plain C structs, and is never unwound.
//
// One `guard` belongs to one Lua state. It is reachable from every coroutine of the state through the extra space.
#pragma once
#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tape.h"

typedef struct guard guard;

// ---- Being stopped

// Why a run may not go on. LuaRuntime's LimitKind has the same numbers.
enum {
  GUARD_STOP_NONE = 0,
  GUARD_STOP_TIME = 1,
  GUARD_STOP_CPU = 2,
  GUARD_STOP_MEMORY = 3,
  GUARD_STOP_OUTPUT = 4,
  GUARD_STOP_CALLS = 5,
  GUARD_STOP_RESULT = 6,
  GUARD_STOP_SOURCE = 7,
  GUARD_STOP_DEPTH = 8,
  GUARD_STOP_COROUTINES = 9,
  GUARD_STOP_CANCELLED = 10,
};

// The low bits of a coroutine's extra space say how it waits (private); the rest is the guard's address.
#define GUARD_MARKS ((uintptr_t)15)

static inline guard *guard_of(lua_State *L) {
  return (guard *)(*(uintptr_t *)lua_getextraspace(L) & ~GUARD_MARKS);
}

// For loops in C: whether to give up now, by `guard_raise_stop`. One relaxed load: the first field of a guard.
static inline bool guard_should_stop(lua_State *L) {
  return __atomic_load_n((const int *)(const void *)guard_of(L), __ATOMIC_RELAXED) != GUARD_STOP_NONE;
}

// Raises the error that no script can catch. Allocates nothing.
_Noreturn void guard_raise_stop(lua_State *L);

// Stops the run, from whatever thread; the first reason counts. The script runs no further instruction of its own.
void guard_stop(guard *g, int reason);
int guard_stop_reason(const guard *g);

// ---- What standard functions need

// The text of any value as `tostring` has it, pushed; tables, functions and coroutines are shown with an ordinal
// instead of an address. May call `__tostring`, may raise.
const char *guard_tolstring(lua_State *L, int index, size_t *length);

// Pushes the number that stands for the identity of the value at `index` (its place in the order of asking).
void guard_push_ordinal(lua_State *L, int index);

// luaL_checkstack with a bound well under the cap of the Lua stack: for functions that return many values.
void guard_checkstack(lua_State *L, lua_Integer count, const char *message);

// Whether the table at `index` may not be written to by scripts (libraries, namespaces).
bool guard_is_locked(lua_State *L, int index);

// Each pushes its library's table. Defined by the lib_*.c files.
int guard_open_string(lua_State *L);
int guard_open_table(lua_State *L);
int guard_open_utf8(lua_State *L);

// Gives all strings their metatable, which no script can get at; their methods come with the library, at first use.
void guard_prepare_strings(lua_State *L);

// ---- Messages between Lua and the host

enum {
  GUARD_NIL,
  GUARD_BOOLEAN,    // integer
  GUARD_INTEGER,    // integer
  GUARD_NUMBER,     // number
  GUARD_STRING,     // bytes, length
  GUARD_NULL,       // json.null
  GUARD_JSON,       // tape, notes, length = the tape's place among the tapes of this reply
  GUARD_FUNCTION,   // integer = function id
  GUARD_NAMESPACE,  // integer = namespace id; bytes, length = its name for messages
  GUARD_PRELUDE,    // bytes, length = module; name, name_length = field, or NULL for the module's table
  GUARD_CHUNK,      // bytes, length = source text; name, name_length = its name: a compiled function
};

// One value on its way to Lua. The pointers are the host's, good until the host is called again.
typedef struct guard_item {
  int kind;
  int64_t integer;
  double number;
  const char *bytes;
  size_t length;
  const char *name;
  size_t name_length;
  cjson_tape tape;
  const uint32_t *notes;  // one for each container of the tape (see guard_json.h), or NULL
} guard_item;

enum {
  GUARD_RESULTS,  // items, count
  GUARD_WAIT,     // wait
  GUARD_FAILURE,  // items[0]: GUARD_JSON of the error's fields; `reason` if it is a limit, which stops the run
};

typedef struct guard_reply {
  int kind;
  int reason;
  uint64_t wait;
  size_t count;
  const guard_item *items;
} guard_reply;

// What C asks of Swift. Called on the thread that runs the state. None may raise, and none may call anything of Lua
// that can.
typedef struct guard_host {
  guard_reply (*call)(void *context, lua_State *L, uint32_t function, int first, int count);
  guard_reply (*finish)(void *context, lua_State *L, uint64_t wait);
  void (*block)(void *context, uint64_t wait);
  guard_reply (*lookup)(void *context, lua_State *L, uint32_t space, const char *key, size_t length);
  guard_reply (*names)(void *context, uint32_t space);                               // items: strings
  guard_reply (*prelude)(void *context, const char *module, size_t length);          // one GUARD_STRING, or count 0
  guard_reply (*missing)(void *context, uint32_t schema, const char *key, size_t length);  // GUARD_FAILURE to raise
} guard_host;

// Pushes the value of one JSON item. Defined by json_build.c; may raise.
void guard_push_json(lua_State *L, const guard_item *item);

// Raises a failure as an error table with its mark, its position and `__tostring`. May only be called from C that
// Lua called.
_Noreturn void guard_raise_failure(lua_State *L, const guard_reply *reply);

// Pushes the values of a reply of kind GUARD_RESULTS. May raise.
int guard_push_items(lua_State *L, const guard_reply *reply);

// The host's function table, and what it is called with, for the parts of this module that call it themselves.
const guard_host *guard_host_of(lua_State *L);
void *guard_context_of(lua_State *L);

// Counts memory outside of Lua (tapes, buffers) in the state's limit. False, and nothing counted, where it does not
// fit. A negative number gives back.
bool guard_charge(guard *g, int64_t bytes);
