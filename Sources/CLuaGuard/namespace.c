// Tables of the host's (`logto`, `json`, …): a field is asked for when it is first read, and kept in a hidden table.
#include "state.h"

// `__index` of the hidden table: a field that was not read before. Upvalues: the number, the name.
static int look_up(lua_State *L) {
  guard *g = guard_of(L);
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  size_t length;
  const char *key = lua_tolstring(L, 2, &length);
  uint32_t space = (uint32_t)lua_tointeger(L, lua_upvalueindex(1));
  guard_reply reply = g->host.lookup(g->host.context, L, space, key, length);
  if (guard_should_stop(L)) guard_raise_stop(L);
  if (reply.kind == GUARD_FAILURE) guard_raise_failure(L, &reply);
  if (reply.kind != GUARD_RESULTS || reply.count == 0) return 0;
  lua_settop(L, 2);
  guard_push_items(L, &reply);
  lua_settop(L, 3);
  if (lua_isnil(L, 3)) return 1;
  lua_pushvalue(L, 2);
  lua_pushvalue(L, 3);
  lua_rawset(L, 1);
  return 1;
}

// Upvalues: the list of names, the number of those visited. Gets the proxy as its state.
static int next_name(lua_State *L) {
  lua_Integer at = lua_tointeger(L, lua_upvalueindex(2)) + 1;
  lua_settop(L, 1);
  for (;; at++) {
    if (lua_rawgeti(L, lua_upvalueindex(1), at) == LUA_TNIL) return 1;
    lua_pushvalue(L, -1);
    if (lua_gettable(L, 1) != LUA_TNIL) break;
    lua_settop(L, 1);
  }
  lua_pushinteger(L, at);
  lua_replace(L, lua_upvalueindex(2));
  return 2;
}

static int pairs(lua_State *L) {
  guard *g = guard_of(L);
  luaL_getmetafield(L, 1, "__space");
  guard_reply reply = g->host.names(g->host.context, (uint32_t)lua_tointeger(L, -1));
  lua_settop(L, 1);
  lua_createtable(L, (int)reply.count, 0);
  // Nothing here calls the host, so the reply stays as it is.
  for (size_t i = 0; i < reply.count; i++) {
    lua_pushlstring(L, reply.items[i].bytes, reply.items[i].length);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_name, 2);
  lua_pushvalue(L, 1);
  return 2;
}

static const char key_of_spaces;

void namespace_push(lua_State *L, uint32_t space, const char *name, size_t length) {
  luaL_checkstack(L, 12, NULL);
  registry_table(L, &key_of_spaces);
  if (lua_rawgeti(L, -1, space) == LUA_TTABLE) {
    lua_remove(L, -2);
    return;
  }
  lua_pop(L, 1);
  lua_pushlstring(L, name, length);
  lua_createtable(L, 0, 0);  // what scripts see
  lua_createtable(L, 0, 0);  // what is known already
  lua_createtable(L, 0, 1);
  lua_pushinteger(L, space);
  lua_pushcclosure(L, look_up, 1);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  if (space == GUARD_PRELUDE_SPACE) luaL_setfuncs(L, branch_functions, 0);
  locked_table(L, -2, lua_tostring(L, -3), pairs);
  lua_getmetatable(L, -1);
  lua_pushinteger(L, space);
  lua_setfield(L, -2, "__space");
  lua_pop(L, 1);
  lua_pushvalue(L, -1);
  lua_rawseti(L, -4, space);
  lua_replace(L, -3);
  lua_pop(L, 1);
}
