// What a script finds in its globals, and what it does not. This file is the whole list.
//
// The basic functions are in base.c, protect.c and load.c: they are own ones. Left out, each with its reason:
//   dofile, loadfile, require (unless the host defines it), package   read files, load machine code
//   warn                                                              writes to the process's standard error
// Own ones in addition: print and inspect (json_library.c), within the limit of the output.
// Libraries:
//   string     own (lib_*.c): the stock one loops without a look at the limits. Without dump (bytecode)
//   table      own (lib_table.c)
//   utf8       own (lib_utf8.c)
//   coroutine  own (coroutine.c): waits for the host pass through it
//   math       stock functions, which neither loop nor allocate; randomseed is own, since the stock one seeds with an
//              address and hands it out
//   os         time, date, clock, difftime alone (stock.c); the rest reaches the process, its files or its environment
//   json       own (json_library.c)
//   io         nothing: files
//   debug      nothing: it reaches every hidden table and the hooks
//   package    nothing: it loads machine code
// A name that Lua has and the sandbox has not raises an error that says so; any other unknown name is nil.
#include "guard_json.h"
#include "state.h"

static int open_coroutine(lua_State *L) {
  lua_createtable(L, 0, 8);
  luaL_setfuncs(L, coroutine_functions, 0);
  return 1;
}

static int open_nothing(lua_State *L) {
  lua_createtable(L, 0, 0);
  return 1;
}

static const struct {
  const char *name;
  lua_CFunction open;  // pushes the table of functions
  const char *absent;  // names of stock Lua, each between spaces
} libraries[LIBRARY_COUNT] = {
    {"string", guard_open_string, " dump "},
    {"table", guard_open_table, " "},
    {"utf8", guard_open_utf8, " "},
    {"coroutine", open_coroutine, " "},
    {"math", guard_open_math, " "},
    {"json", guard_open_json, " "},
    {"os", guard_open_os, " execute exit getenv remove rename setlocale tmpname "},
    {"io", open_nothing,
     " close flush input lines open output popen read stderr stdin stdout tmpfile type write "},
    {"debug", open_nothing,
     " debug gethook getinfo getlocal getmetatable getregistry getupvalue getuservalue setcstacklimit sethook "
     "setlocal setmetatable setupvalue setuservalue traceback upvalueid upvaluejoin "},
    {"package", open_nothing, " config cpath loaded loadlib path preload searchers searchpath "},
};

static const luaL_Reg output_functions[] = {{"print", guard_print}, {"inspect", guard_inspect}, {NULL, NULL}};

static const char *const absent_functions[] = {"dofile", "loadfile", "require", NULL};

static int refuse(lua_State *L) {
  return luaL_error(L, "%s is not in the sandbox", lua_tostring(L, lua_upvalueindex(1)));
}

// `__index` of a library's hidden table. Upvalue: its place in the list.
static int missing(lua_State *L) {
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  lua_Integer place = lua_tointeger(L, lua_upvalueindex(1));
  const char *key = lua_tostring(L, 2);
  if (*key == 0 || strchr(key, ' ') != NULL) return 0;
  lua_pushfstring(L, " %s ", key);
  if (strstr(libraries[place].absent, lua_tostring(L, -1)) == NULL) return 0;
  return luaL_error(L, "%s.%s is not in the sandbox", libraries[place].name, key);
}

// Where the auxiliary library looks for the name of a function that was not called by name (`pcall(string.rep)`).
static void name_functions(lua_State *L, const char *library) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, library);
  lua_pop(L, 1);
}

// Gives the empty table at `index` its library.
static void fill(lua_State *L, int index, int place) {
  index = lua_absindex(L, index);
  lua_pushcfunction(L, libraries[place].open);
  lua_call(L, 0, 1);
  name_functions(L, libraries[place].name);
  lua_createtable(L, 0, 1);
  lua_pushinteger(L, place);
  lua_pushcclosure(L, missing, 1);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  locked_table(L, index, libraries[place].name, locked_pairs);
}

// Most scripts use few libraries: until its first use, a library is an empty table with this metatable in common.
static int place_of(lua_State *L, int index) {
  const void *table = lua_topointer(L, index);
  for (int i = 0; i < LIBRARY_COUNT; i++)
    if (guard_of(L)->library[i] == table) return i;
  return -1;
}

const char *globals_library_name(lua_State *L, int index) {
  int place = place_of(L, index);
  return place >= 0 ? libraries[place].name : NULL;
}

static void fill_first(lua_State *L) {
  int place = place_of(L, 1);
  if (place >= 0) fill(L, 1, place);
}

static int first_index(lua_State *L) {
  lua_settop(L, 2);
  fill_first(L);
  lua_gettable(L, 1);
  return 1;
}

static int first_pairs(lua_State *L) {
  lua_settop(L, 1);
  fill_first(L);
  return locked_pairs(L);
}

static const char key_of_shared;

static void push_first_metatable(lua_State *L) {
  lua_createtable(L, 0, 4);
  lua_pushcfunction(L, first_index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, locked_refuse_write);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, first_pairs);
  lua_setfield(L, -2, "__pairs");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
}

// Sets all but the host's own into the table on the top.
static void set_functions(lua_State *L) {
  luaL_setfuncs(L, base_functions, 0);
  luaL_setfuncs(L, protect_functions, 0);
  luaL_setfuncs(L, load_functions, 0);
  luaL_setfuncs(L, output_functions, 0);
  for (const char *const *name = absent_functions; *name != NULL; name++) {
    lua_pushstring(L, *name);
    lua_pushcclosure(L, refuse, 1);
    lua_setfield(L, -2, *name);
  }
  lua_pushliteral(L, "Lua 5.4");
  lua_setfield(L, -2, "_VERSION");
}

// What is shared between the script's globals, those of the prelude, and those of a session's next run: the libraries
// and what the host defined.
static void set_shared(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_of_shared);
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, -5);
  }
  lua_pop(L, 1);
}

void globals_open(lua_State *L) {
  guard *g = guard_of(L);
  lua_createtable(L, 0, 64);
  lua_pushvalue(L, -1);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  set_functions(L);
  name_functions(L, LUA_GNAME);
  lua_pushvalue(L, -1);
  lua_setfield(L, -2, "_G");
  lua_createtable(L, 0, 32);
  push_first_metatable(L);
  for (int i = 0; i < LIBRARY_COUNT; i++) {
    lua_createtable(L, 0, 0);
    g->library[i] = lua_topointer(L, -1);
    lua_pushvalue(L, -2);
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_setfield(L, -4, libraries[i].name);
    lua_setfield(L, -4, libraries[i].name);
  }
  lua_pop(L, 1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key_of_shared);
  // Strings need theirs from the start, for methods and arithmetic.
  lua_getfield(L, -1, "string");
  fill(L, -1, 0);
  lua_pop(L, 2);
}

void globals_restore(lua_State *L) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_pushnil(L);
  lua_setmetatable(L, -2);
  set_functions(L);
  lua_pushvalue(L, -1);
  lua_setfield(L, -2, "_G");
  set_shared(L);
  lua_pop(L, 1);
}

void globals_push_private(lua_State *L) {
  lua_createtable(L, 0, 64);
  set_functions(L);
  set_shared(L);
}

// Sets the value on the top (popped).
void globals_define(lua_State *L, const char *name) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_of_shared);
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
