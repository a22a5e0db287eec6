// Tables that scripts can read but not change: namespaces. The table itself is empty, so that no raw
// function gets at anything; its metatable, which no script gets at, reads from a hidden one.
#include "state.h"

// Raised by every write. Also the mark of a locked table: no script can put this function into a metatable. By it
// `getmetatable` and `setmetatable` know that the metatable is not for scripts; `__metatable` would be one field more.
int locked_refuse_write(lua_State *L) {
  first_use(L, 1);
  const char *name = "this table";
  if (luaL_getmetafield(L, 1, "__name") == LUA_TSTRING) name = lua_tostring(L, -1);
  return luaL_error(L, "'%s' cannot be changed", name);
}

bool guard_is_locked(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
  lua_pushliteral(L, "__newindex");
  lua_rawget(L, -2);
  lua_CFunction write = lua_tocfunction(L, -1);
  bool is_locked = write == locked_refuse_write || write == first_write;
  lua_pop(L, 2);
  return is_locked;
}

void locked_seal(lua_State *L, lua_CFunction write, lua_CFunction pairs) {
  lua_pushcfunction(L, write);
  lua_setfield(L, -2, "__newindex");
  if (pairs != NULL) {
    lua_pushcfunction(L, pairs);
    lua_setfield(L, -2, "__pairs");
  }
}

void locked_table(lua_State *L, int proxy, const char *name, lua_CFunction pairs) {
  proxy = lua_absindex(L, proxy);
  lua_createtable(L, 0, 4);
  lua_insert(L, -2);
  lua_setfield(L, -2, "__index");
  locked_seal(L, locked_refuse_write, pairs);
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_setmetatable(L, proxy);
}
