// Values as text. No address of an object is ever shown: it would help an attack on the process, and differ between a
// run and its replay. Instead each object has an ordinal, in the order in which the script asked.
#include "state.h"

static const char key_of_ordinals;

void guard_push_ordinal(lua_State *L, int index) {
  index = lua_absindex(L, index);
  luaL_checkstack(L, 5, NULL);
  registry_table(L, &key_of_ordinals);
  lua_pushvalue(L, index);
  if (lua_rawget(L, -2) != LUA_TNUMBER) {
    lua_pop(L, 1);
    lua_Integer ordinal = ++guard_of(L)->ordinals;
    lua_pushvalue(L, index);
    lua_pushinteger(L, ordinal);
    lua_rawset(L, -3);
    lua_pushinteger(L, ordinal);
  }
  lua_remove(L, -2);
}

const char *guard_tolstring(lua_State *L, int index, size_t *length) {
  index = lua_absindex(L, index);
  if (luaL_callmeta(L, index, "__tostring")) {
    if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
    return lua_tolstring(L, -1, length);
  }
  int type = lua_type(L, index);
  if (type == LUA_TLIGHTUSERDATA && lua_touserdata(L, index) == NULL) {
    lua_pushliteral(L, "null");
  } else if (type == LUA_TNIL || type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING) {
    luaL_tolstring(L, index, NULL);
  } else {
    const char *name = luaL_typename(L, index);
    first_use(L, index);
    bool has_name = luaL_getmetafield(L, index, "__name") != LUA_TNIL;
    if (has_name && lua_type(L, -1) == LUA_TSTRING) name = lua_tostring(L, -1);
    guard_push_ordinal(L, index);
    lua_pushfstring(L, "%s: %d", name, (int)lua_tointeger(L, -1));
    lua_replace(L, has_name ? -3 : -2);
    if (has_name) lua_pop(L, 1);
  }
  return lua_tolstring(L, -1, length);
}
