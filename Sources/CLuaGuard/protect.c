// error, assert, pcall and xpcall: what raises, and what catches everything but the end of the run.
#include "state.h"

static int raise(lua_State *L) {
  int level = (int)luaL_optinteger(L, 2, 1);
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TSTRING && level > 0) {
    luaL_where(L, level);
    lua_pushvalue(L, 1);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int assert_true(lua_State *L) {
  if (GUARD_LIKELY(lua_toboolean(L, 1))) return lua_gettop(L);
  luaL_checkany(L, 1);
  lua_remove(L, 1);
  lua_pushliteral(L, "assertion failed!");
  lua_settop(L, 1);
  return raise(L);
}

// Also the continuation, for a call that yielded or was caught after it had yielded. `below`: values of the caller's
// own under the results.
static int finish(lua_State *L, int status, lua_KContext below) {
  if (GUARD_LIKELY(status == LUA_OK || status == LUA_YIELD)) return lua_gettop(L) - (int)below;
  interrupt_caught(L, status);
  lua_pushboolean(L, 0);
  lua_pushvalue(L, -2);
  return 2;
}

static int protected_call(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  return finish(L, lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, finish), 0);
}

// Stands before the script's own message handler: a stopped run has none.
static int handle(lua_State *L) {
  if (guard_should_stop(L)) return 1;
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

// A refused stack is found out after the stack was unwound: the handler gets its message then.
static int finish_handled(lua_State *L, int status, lua_KContext below) {
  if (GUARD_LIKELY(status == LUA_OK || status == LUA_YIELD)) return lua_gettop(L) - (int)below;
  if (interrupt_caught(L, status)) {
    lua_pushvalue(L, 2);
    lua_insert(L, -2);
    status = lua_pcall(L, 1, 1, 0);
    if (status != LUA_OK) interrupt_caught(L, status);
  }
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

static int protected_call_with_handler(lua_State *L) {
  int count = lua_gettop(L);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, handle, 1);
  lua_replace(L, 2);
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  return finish_handled(L, lua_pcallk(L, count - 2, LUA_MULTRET, 2, 2, finish_handled), 2);
}

const luaL_Reg protect_functions[] = {
    {"assert", assert_true}, {"error", raise}, {"pcall", protected_call}, {"xpcall", protected_call_with_handler},
    {NULL, NULL},
};
