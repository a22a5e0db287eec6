// Tables that come to be at their first use: the libraries, and the host's namespaces. Most scripts use few of them.
// Until then each is an empty table, known by its address, with the one metatable that all of them share. It is the
// registry's, too: the names of functions, for the auxiliary library, are put together when one is asked for.
//
// The namespaces are asked first: they live as long as the state. A library that the script has dropped is garbage, and
// its address may be any other table's by now, such as that of a namespace's hidden one.
#include "state.h"

static int first_index(lua_State *L) {
  lua_settop(L, 2);
  if (lua_rawequal(L, 1, LUA_REGISTRYINDEX)) return libraries_names(L);
  if (namespace_hidden(L)) return namespace_value(L);
  int place = libraries_place(L, 1);
  return place >= 0 ? libraries_first_value(L, place) : 0;
}

// An assignment. Also the mark of such a table: no script can put this function into a metatable.
int first_write(lua_State *L) {
  lua_settop(L, 3);
  int place = namespace_open(L, 1) ? -1 : libraries_place(L, 1);
  return place >= 0 ? libraries_first_assign(L, place) : locked_refuse_write(L);
}

static int first_pairs(lua_State *L) {
  lua_settop(L, 1);
  if (namespace_open(L, 1)) return namespace_pairs(L);
  int place = libraries_place(L, 1);
  if (place >= 0) libraries_fill(L, 1, place);
  lua_pushcfunction(L, base_next);
  lua_insert(L, 1);
  return 2;
}

void first_push_metatable(lua_State *L) {
  if (lua_getmetatable(L, LUA_REGISTRYINDEX)) return;
  lua_createtable(L, 0, 8);  // and the namespaces, by their numbers: see namespace.c
  lua_pushcfunction(L, first_index);
  lua_setfield(L, -2, "__index");
  locked_seal(L, first_write, first_pairs);
  lua_pushvalue(L, -1);
  lua_setmetatable(L, LUA_REGISTRYINDEX);
}

void first_use(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return;
  luaL_checkstack(L, 12, NULL);
  first_push_metatable(L);
  bool is_unused = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  if (!is_unused || namespace_open(L, index)) return;
  int place = libraries_place(L, index);
  if (place >= 0) libraries_fill(L, index, place);
}
