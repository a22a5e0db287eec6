// The tables of the libraries. They are tables like any other, so that `string.format` costs what it costs in stock Lua;
// what a script assigns to a name in one is its own affair: the prelude has tables of its own, strings have theirs, and
// the next run of a session finds fresh ones. Other names than the libraries' are refused.
//
// A library is filled at its first use (first.c).
#include "state.h"

// A name (at stack index 2) that the library has not: an error where stock Lua has it, else nil.
static int missing_from(lua_State *L, int place) {
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  const char *key = lua_tostring(L, 2);
  if (*key == 0 || strchr(key, ' ') != NULL) return 0;
  lua_pushfstring(L, " %s ", key);
  if (strstr(libraries[place].absent, lua_tostring(L, -1)) == NULL) return 0;
  return luaL_error(L, "%s.%s is not in the sandbox", libraries[place].name, key);
}

// `__index` of a filled table. Upvalue: its place in the list.
static int missing(lua_State *L) { return missing_from(L, (int)lua_tointeger(L, lua_upvalueindex(1))); }

// Gives the table on the top its metatable.
static void set_metatable(lua_State *L, int place) {
  lua_createtable(L, 0, 4);
  lua_pushinteger(L, place);
  lua_pushcclosure(L, missing, 1);
  lua_setfield(L, -2, "__index");
  locked_seal(L, locked_refuse_write, NULL);
  lua_pushstring(L, libraries[place].name);
  lua_setfield(L, -2, "__name");
  lua_setmetatable(L, -2);
}

// Where the auxiliary library looks for the name of a function that was not called by name (`pcall(string.rep)`).
void libraries_name_functions(lua_State *L, const char *library) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, library);
  lua_pop(L, 1);
}

// A field of the registry that is absent: if it is that table, it is made, with the globals. Libraries come in as they
// are filled.
int libraries_names(lua_State *L) {
  lua_pushliteral(L, LUA_LOADED_TABLE);
  if (!lua_rawequal(L, 2, -1)) return 0;
  lua_createtable(L, 0, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_setfield(L, -2, LUA_GNAME);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, -2);
  lua_rawset(L, LUA_REGISTRYINDEX);
  return 1;
}

// Copies the functions into the table at `index`. For strings the opened table is the one that their methods come from.
void libraries_fill(lua_State *L, int index, int place) {
  lua_pushvalue(L, index);
  lua_pushcfunction(L, libraries[place].open);
  lua_call(L, 0, 1);
  registry_copy_fields(L);
  set_metatable(L, place);
  libraries_name_functions(L, libraries[place].name);
  lua_pop(L, 1);
}

int libraries_place(lua_State *L, int index) {
  const guard *g = guard_of(L);
  const void *table = lua_topointer(L, index);
  // The prelude's are where they were put: nobody else changes its globals. They come first, since each lives; of the
  // script's there may be nothing left but the address.
  if (prelude_push_globals(L)) {
    for (int i = 0; i < LIBRARY_COUNT; i++) {
      lua_pushstring(L, libraries[i].name);
      lua_rawget(L, -2);
      bool is_found = lua_topointer(L, -1) == table;
      lua_pop(L, 1);
      if (!is_found) continue;
      lua_pop(L, 1);
      return i;
    }
  }
  lua_pop(L, 1);
  for (int i = 0; i < LIBRARY_COUNT; i++)
    if (g->library[i] == table) return i;
  return -1;
}

// Fills the table at stack index 1 and pushes its value for the key at index 2.
static void first_value(lua_State *L, int place) {
  libraries_fill(L, 1, place);
  lua_pushvalue(L, 2);
  lua_rawget(L, 1);
}

int libraries_first_value(lua_State *L, int place) {
  first_value(L, place);
  return lua_isnil(L, 3) ? missing_from(L, place) : 1;
}

int libraries_first_assign(lua_State *L, int place) {
  first_value(L, place);
  if (lua_isnil(L, 4)) return locked_refuse_write(L);
  lua_settop(L, 3);
  lua_rawset(L, 1);
  return 0;
}

// Whether the globals below the top have the library still as an earlier run of the session got it: that is kept, since
// what the script has put elsewhere may be that table, too. The metatable of unused tables is on the top.
static bool is_unused(lua_State *L, int place) {
  bool is_kept = false;
  lua_pushstring(L, libraries[place].name);
  lua_rawget(L, -3);
  if (lua_topointer(L, -1) == guard_of(L)->library[place] && lua_getmetatable(L, -1)) {
    is_kept = lua_rawequal(L, -1, -3);
    lua_pop(L, 1);
  }
  if (is_kept) {
    lua_pushnil(L);
    is_kept = !lua_next(L, -2);
    if (!is_kept) lua_pop(L, 2);
  }
  lua_pop(L, 1);
  return is_kept;
}

void libraries_set(lua_State *L, bool is_script) {
  guard *g = guard_of(L);
  first_push_metatable(L);
  for (int i = 0; i < LIBRARY_COUNT; i++) {
    if (is_script && is_unused(L, i)) continue;
    lua_createtable(L, 0, 0);
    if (is_script) g->library[i] = lua_topointer(L, -1);
    lua_pushvalue(L, -2);
    lua_setmetatable(L, -2);
    lua_setfield(L, -3, libraries[i].name);
  }
  lua_pop(L, 1);
}
