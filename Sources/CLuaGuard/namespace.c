// Tables of the host's (`logto`, `docs`, …): a field is asked for when it is first read, and kept in a hidden table. The
// metatable of unused tables (first.c) holds all of them by their numbers.
#include "state.h"

// In the hidden table: the number of the namespace.
static const char key_of_space;

static bool has_space(lua_State *L, int index, uint32_t *space) {
  bool has = lua_rawgetp(L, index, &key_of_space) == LUA_TNUMBER;
  if (has) *space = (uint32_t)lua_tointeger(L, -1);
  lua_pop(L, 1);
  return has;
}

// The value of a field that was not read before, at index 2. The hidden table is at index 1.
static int look_up(lua_State *L, uint32_t space) {
  guard *g = guard_of(L);
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  size_t length;
  const char *key = lua_tolstring(L, 2, &length);
  guard_reply reply = g->host->lookup(g->context, L, space, key, length);
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

int namespace_pairs(lua_State *L) {
  guard *g = guard_of(L);
  uint32_t space;
  if (luaL_getmetafield(L, 1, "__index") != LUA_TTABLE || !has_space(L, -1, &space)) return 0;
  guard_reply reply = g->host->names(g->context, space);
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

// Makes of the empty table at `index` the namespace; its name, at the top, is popped.
static void make(lua_State *L, int index, uint32_t space) {
  index = lua_absindex(L, index);
  lua_createtable(L, 0, 2);  // what is known already
  lua_pushinteger(L, space);
  lua_rawsetp(L, -2, &key_of_space);
  if (space == GUARD_PRELUDE_SPACE) luaL_setfuncs(L, branch_functions, 0);
  first_push_metatable(L);
  lua_setmetatable(L, -2);
  locked_table(L, index, lua_tostring(L, -2), namespace_pairs);
  lua_pop(L, 1);
}

bool namespace_open(lua_State *L, int index) {
  index = lua_absindex(L, index);
  luaL_checkstack(L, 12, NULL);
  first_push_metatable(L);
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    bool is_found = lua_rawequal(L, -1, index);
    lua_pop(L, 1);
    if (!is_found) continue;
    uint32_t space = (uint32_t)lua_tointeger(L, -1);
    lua_pop(L, 2);
    globals_push_name(L, index);
    make(L, index, space);
    return true;
  }
  lua_pop(L, 1);
  return false;
}

bool namespace_hidden(lua_State *L) {
  uint32_t space;
  if (has_space(L, 1, &space)) return true;
  if (!namespace_open(L, 1)) return false;
  luaL_getmetafield(L, 1, "__index");
  lua_replace(L, 1);
  return true;
}

int namespace_value(lua_State *L) {
  uint32_t space;
  return has_space(L, 1, &space) ? look_up(L, space) : 0;
}

// Pushes what holds the namespaces, and the one that is asked for, if it is there.
static bool push_known(lua_State *L, uint32_t space) {
  luaL_checkstack(L, 12, NULL);
  first_push_metatable(L);
  if (lua_rawgeti(L, -1, space) == LUA_TTABLE) return true;
  lua_pop(L, 1);
  return false;
}

void namespace_push(lua_State *L, uint32_t space, const char *name, size_t length) {
  if (!push_known(L, space)) {
    lua_createtable(L, 0, 0);
    lua_pushlstring(L, name, length);
    make(L, -2, space);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, space);
  }
  lua_remove(L, -2);
}

void namespace_push_unused(lua_State *L, uint32_t space) {
  if (push_known(L, space)) {
    first_use(L, -1);
  } else {
    lua_createtable(L, 0, 0);
    lua_pushvalue(L, -2);
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, space);
  }
  lua_remove(L, -2);
}
