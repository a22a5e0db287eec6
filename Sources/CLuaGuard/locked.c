// Tables that scripts can read but not change: libraries and namespaces. The table itself is empty, so that no raw
// function gets at anything; its metatable, which no script gets at, reads from a hidden one.
#include "state.h"

// Raised by every write. Also the mark of a locked table: no script can put this function into a metatable.
int locked_refuse_write(lua_State *L) {
  const char *name = globals_library_name(L, 1);
  if (name == NULL && luaL_getmetafield(L, 1, "__name") == LUA_TSTRING) name = lua_tostring(L, -1);
  if (name == NULL) name = "this table";
  return luaL_error(L, "'%s' cannot be changed", name);
}

bool guard_is_locked(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
  lua_pushliteral(L, "__newindex");
  lua_rawget(L, -2);
  bool is_locked = lua_tocfunction(L, -1) == locked_refuse_write;
  lua_pop(L, 2);
  return is_locked;
}

// One step over the hidden table (the upvalue), which is not handed out.
static int next_field(lua_State *L) {
  lua_settop(L, 2);
  if (lua_next(L, lua_upvalueindex(1))) return 2;
  lua_pushnil(L);
  return 1;
}

// `__pairs` of a table whose fields are all there.
int locked_pairs(lua_State *L) {
  lua_getmetatable(L, 1);
  lua_pushliteral(L, "__index");
  lua_rawget(L, -2);
  lua_pushcclosure(L, next_field, 1);
  return 1;
}

void locked_table(lua_State *L, int proxy, const char *name, lua_CFunction pairs) {
  proxy = lua_absindex(L, proxy);
  lua_createtable(L, 0, 6);
  lua_insert(L, -2);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, locked_refuse_write);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, pairs);
  lua_setfield(L, -2, "__pairs");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_setmetatable(L, proxy);
}
