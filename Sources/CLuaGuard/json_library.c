// The table `json`, and the globals `print` and `inspect`. What can raise is here; the work on bytes is Swift's.
#include "json_internal.h"
#include "state.h"

// Calls one of the runtime's functions with everything on the stack, and pushes its results.
static int call_builtin(lua_State *L, uint32_t function) {
  const guard_host *host = guard_host_of(L);
  luaL_checkstack(L, LUA_MINSTACK, NULL);
  guard_reply reply = host->call(guard_context_of(L), L, function, 1, lua_gettop(L));
  if (guard_should_stop(L)) guard_raise_stop(L);
  if (reply.kind == GUARD_FAILURE) guard_raise_failure(L, &reply);
  return guard_push_items(L, &reply);
}

// Buffers of more bytes than this are given back as soon as their call is over.
#define LARGE (1 << 20)

static void forget(lua_State *L) {
  const guard_host *host = guard_host_of(L);
  host->call(guard_context_of(L), L, GUARD_BUILTIN_FORGET, 1, 0);
}

static int json_decode(lua_State *L) {
  luaL_checktype(L, 1, LUA_TSTRING);
  lua_settop(L, 1);
  int results = call_builtin(L, GUARD_BUILTIN_DECODE);
  if (lua_rawlen(L, 1) > LARGE) forget(L);
  return results;
}

static int json_encode(lua_State *L) {
  luaL_checkany(L, 1);
  lua_settop(L, 2);
  if (!lua_isnil(L, 2)) luaL_checktype(L, 2, LUA_TTABLE);
  int results = call_builtin(L, GUARD_BUILTIN_ENCODE);
  if (lua_rawlen(L, -1) > LARGE) forget(L);
  return results;
}

// json.array and json.object: a new table, or the given one with the mark.
static int mark(lua_State *L, uint8_t kind) {
  if (lua_isnoneornil(L, 1)) {
    lua_settop(L, 0);
    lua_createtable(L, 0, 0);
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  if (lua_getmetatable(L, 1)) {
    lua_pop(L, 1);
    guard_mark now = guard_json_mark(L, 1);
    luaL_argcheck(L, now.kind != GUARD_MARK_NONE, 1, "the table has a metatable of its own");
    if (now.kind == kind) return 1;
  }
  luaL_argcheck(L, !guard_is_locked(L, 1), 1, "this table cannot be changed");
  guard_json_set_mark(L, kind);
  return 1;
}

static int json_array(lua_State *L) { return mark(L, GUARD_MARK_ARRAY); }
static int json_object(lua_State *L) { return mark(L, GUARD_MARK_OBJECT); }

int guard_inspect(lua_State *L) {
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  first_use(L, 1);
  return call_builtin(L, GUARD_BUILTIN_INSPECT);
}

// Whether Swift shows the value: a table, unless its `__tostring` says how.
static bool is_shown(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE) return false;
  if (guard_is_error(L, index)) return true;
  if (luaL_getmetafield(L, index, "__tostring") != LUA_TNIL) {
    lua_pop(L, 1);
    return false;
  }
  first_use(L, index);
  return true;
}

int guard_print(lua_State *L) {
  int count = lua_gettop(L);
  for (int i = 1; i <= count; i++) {
    if (lua_type(L, i) == LUA_TSTRING || is_shown(L, i)) continue;
    guard_tolstring(L, i, NULL);
    lua_replace(L, i);
  }
  return call_builtin(L, GUARD_BUILTIN_PRINT);
}

int guard_open_json(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"encode", json_encode}, {"decode", json_decode}, {"array", json_array}, {"object", json_object}, {NULL, NULL}};
  luaL_newlib(L, functions);
  guard_json_push_null(L);
  lua_setfield(L, -2, "null");
  return 1;
}
