// JSON on the Lua stack: tables built from a tape, marks that say what a table is, and the library functions.
//
// What Swift does of it (scanning, writing, rendering) is called like any function of the host, by the numbers below.
#pragma once
#include "guard.h"

// The notes of a tape: for each of its containers, in their order, the schema that it stands under (0: none), and
// whether reading a field that the schema does not have shall raise.
#define GUARD_NOTE_STRICT 0x80000000u
#define GUARD_NOTE_SCHEMA 0x7FFFFFFFu

// The numbers of the runtime's own functions; LuaRuntime's Builtins knows them too.
#define GUARD_BUILTIN_INSPECT 0x80000001u
#define GUARD_BUILTIN_PRINT 0x80000002u
#define GUARD_BUILTIN_ENCODE 0x80000101u
#define GUARD_BUILTIN_DECODE 0x80000102u
#define GUARD_BUILTIN_FORGET 0x80000103u

// What a table is, from its metatable.
typedef struct guard_mark {
  uint8_t kind;
  uint32_t schema;
} guard_mark;

enum { GUARD_MARK_NONE = 0, GUARD_MARK_ARRAY = 1, GUARD_MARK_OBJECT = 2 };

// Never raises; needs two free stack slots.
guard_mark guard_json_mark(lua_State *L, int index);

// Pushes the library table. May raise.
int guard_open_json(lua_State *L);

// The globals `print` and `inspect`.
int guard_print(lua_State *L);
int guard_inspect(lua_State *L);
