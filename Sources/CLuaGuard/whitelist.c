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

const library libraries[LIBRARY_COUNT] = {
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

static int no_dofile(lua_State *L) { return luaL_error(L, "dofile is not in the sandbox"); }
static int no_loadfile(lua_State *L) { return luaL_error(L, "loadfile is not in the sandbox"); }
static int no_require(lua_State *L) { return luaL_error(L, "require is not in the sandbox"); }

static const luaL_Reg absent_functions[] = {
    {"dofile", no_dofile}, {"loadfile", no_loadfile}, {"require", no_require}, {NULL, NULL}};

void whitelist_set_functions(lua_State *L) {
  luaL_setfuncs(L, base_functions, 0);
  luaL_setfuncs(L, protect_functions, 0);
  luaL_setfuncs(L, load_functions, 0);
  luaL_setfuncs(L, output_functions, 0);
  luaL_setfuncs(L, absent_functions, 0);
  lua_pushliteral(L, "Lua 5.4");
  lua_setfield(L, -2, "_VERSION");
}
