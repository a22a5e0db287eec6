// The tables of globals: the script's, and the one that the modules of the prelude have to themselves.
#include "state.h"

static const char key_of_defined;

// What the host defined goes into every table of globals, and into those of a session's next run.
static void set_defined(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_of_defined);
  registry_copy_fields(L);
}

void globals_open(lua_State *L) {
  lua_createtable(L, 0, 8);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key_of_defined);
  lua_createtable(L, 0, 64);
  lua_pushvalue(L, -1);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  whitelist_set_functions(L);
  lua_pushvalue(L, -1);
  lua_setfield(L, -2, "_G");
  libraries_set(L, true);
  lua_pop(L, 1);
  guard_prepare_strings(L);
}

void globals_restore(lua_State *L) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_pushnil(L);
  lua_setmetatable(L, -2);
  whitelist_set_functions(L);
  lua_pushvalue(L, -1);
  lua_setfield(L, -2, "_G");
  libraries_set(L, true);
  set_defined(L);
  lua_pop(L, 1);
}

void globals_push_private(lua_State *L) {
  lua_createtable(L, 0, 64);
  whitelist_set_functions(L);
  libraries_set(L, false);
  set_defined(L);
}

// Sets the value on the top (popped).
void globals_define(lua_State *L, const char *name) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_of_defined);
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, name);
  lua_pop(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_insert(L, -2);
  lua_pushstring(L, name);
  lua_insert(L, -2);
  lua_rawset(L, -3);
  lua_pop(L, 1);
}

void globals_push_name(lua_State *L, int index) {
  index = lua_absindex(L, index);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_of_defined);
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    bool is_found = lua_rawequal(L, -1, index);
    lua_pop(L, 1);
    if (!is_found) continue;
    lua_remove(L, -2);
    return;
  }
  lua_pop(L, 1);
  lua_pushliteral(L, "this table");
}
