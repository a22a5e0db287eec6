// Errors that the host raises: tables with a mark (their metatable) that no script can forge, and that print well.
#include "state.h"

static int error_text(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lua_pushliteral(L, "where");
  lua_rawget(L, 1);
  lua_pushliteral(L, "message");
  lua_rawget(L, 1);
  if (lua_type(L, 3) != LUA_TSTRING) lua_pushliteral(L, "an error without a message"), lua_replace(L, 3);
  if (lua_type(L, 2) == LUA_TSTRING) lua_pushfstring(L, "%s: %s", lua_tostring(L, 2), lua_tostring(L, 3));
  return 1;
}

static void push_metatable(lua_State *L) {
  guard *g = guard_of(L);
  static const char key;
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &key) == LUA_TTABLE) return;
  lua_pop(L, 1);
  lua_createtable(L, 0, 3);
  lua_pushcfunction(L, error_text);
  lua_setfield(L, -2, "__tostring");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "error");
  lua_setfield(L, -2, "__name");
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key);
  g->error_metatable = lua_topointer(L, -1);
}

_Noreturn void guard_raise_failure(lua_State *L, const guard_reply *reply) {
  if (reply->reason != GUARD_STOP_NONE) {
    guard_stop(guard_of(L), reply->reason);
    guard_raise_stop(L);
  }
  luaL_checkstack(L, 8, NULL);
  guard_push_json(L, &reply->items[0]);
  guard_position position = guard_where(L);
  if (position.line > 0) {
    lua_pushliteral(L, "where");
    lua_pushfstring(L, "%s:%d", position.chunk, position.line);
    lua_rawset(L, -3);
  }
  push_metatable(L);
  lua_setmetatable(L, -2);
  lua_error(L);
  __builtin_unreachable();
}

bool guard_is_error(lua_State *L, int index) {
  const void *mark = guard_of(L)->error_metatable;
  if (mark == NULL || lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
  bool is_marked = lua_topointer(L, -1) == mark;
  lua_pop(L, 1);
  return is_marked;
}

bool guard_has_metafield(lua_State *L, int index, const char *name) {
  if (!lua_checkstack(L, 4) || !lua_getmetatable(L, index)) return false;
  int top = lua_gettop(L);
  bool is_found = false;
  lua_pushnil(L);
  while (!is_found && lua_next(L, top)) {
    is_found = lua_type(L, -2) == LUA_TSTRING && strcmp(lua_tostring(L, -2), name) == 0;
    lua_settop(L, top + 1);
  }
  lua_settop(L, top - 1);
  return is_found;
}
