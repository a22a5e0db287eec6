// libFuzzer harness: string.find, match, gmatch and gsub of CLuaGuard against the stock library of the same liblua, on
// the same subject, pattern and replacement. Results and error messages must be equal byte for byte.
//
// The budgeted side runs first, under a timer (of CPU time) that raises the stop flag: an input that explodes is left out, since the
// stock library would not come back from it.
#include <lauxlib.h>
#include <lualib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "fuzz.h"
#include "guard.h"

// Stands for the guard of the budgeted state: only its first field, the reason to stop, is looked at.
static struct {
  _Alignas(16) volatile int stop;
} stand_in;

_Noreturn void guard_raise_stop(lua_State *L) {
  luaL_error(L, "stopped");
  abort();
}

const char *guard_tolstring(lua_State *L, int index, size_t *length) { return luaL_tolstring(L, index, length); }

void guard_push_ordinal(lua_State *L, int index) { lua_pushinteger(L, index); }

bool guard_is_locked(lua_State *L, int index) {
  (void)L, (void)index;
  return false;
}

void guard_checkstack(lua_State *L, lua_Integer count, const char *message) { luaL_checkstack(L, (int)count, message); }

void guard_stop(guard *g, int reason) {
  (void)g;
  stand_in.stop = reason;
}

static void on_timer(int signal) {
  (void)signal;
  stand_in.stop = GUARD_STOP_TIME;
}

static void set_timer(long microseconds) {
  struct itimerval timer = {.it_value = {.tv_usec = microseconds}};
  setitimer(ITIMER_PROF, &timer, NULL);
}

static const char driver[] =
    "local op, subject, pattern, extra, position = ...\n"
    "local out = {}\n"
    "local function keep(...) local n = select('#', ...)\n"
    "  for i = 1, n do out[#out + 1] = type((select(i, ...))) .. ':' .. tostring((select(i, ...))) end end\n"
    "if op == 0 then keep(pcall(string.find, subject, pattern, position))\n"
    "elseif op == 1 then keep(pcall(string.match, subject, pattern, position))\n"
    "elseif op == 2 then keep(pcall(string.gsub, subject, pattern, extra))\n"
    "elseif op == 3 then keep(pcall(string.gsub, subject, pattern, function(a, b) return b or a end, position))\n"
    "elseif op == 4 then keep(pcall(string.find, subject, pattern, position, true))\n"
    "else keep(pcall(function() local n = 0 for a, b in string.gmatch(subject, pattern, position) do keep(a, b)\n"
    "  n = n + 1 if n == 20 then break end end end)) end\n"
    "return table.concat(out, '|')\n";

static lua_State *open_state(bool budgeted) {
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  if (budgeted) {
    memcpy(lua_getextraspace(L), &(void *){&stand_in}, sizeof(void *));
    lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    guard_open_string(L);
    lua_pushvalue(L, -1);
    lua_setglobal(L, "string");
    lua_setfield(L, -2, "string");
  }
  lua_settop(L, 0);
  if (luaL_loadstring(L, driver) != LUA_OK) abort();
  return L;
}

static const char *run(lua_State *L, const uint8_t *data, size_t size, size_t *length) {
  size_t pattern_size = data[1] % (size - 2), rest = size - 2 - pattern_size;
  size_t extra_size = data[1] / 8 % (rest + 1);
  const char *bytes = (const char *)data + 2;
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, data[0] % 6);
  lua_pushlstring(L, bytes + pattern_size + extra_size, rest - extra_size);
  lua_pushlstring(L, bytes, pattern_size);
  lua_pushlstring(L, bytes + pattern_size, extra_size);
  lua_pushinteger(L, data[0] / 6 - 10);
  if (lua_pcall(L, 5, 1, 0) != LUA_OK) return NULL;
  return lua_tolstring(L, -1, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static lua_State *budgeted, *stock;
  if (budgeted == NULL) {
    budgeted = open_state(true);
    stock = open_state(false);
    signal(SIGPROF, on_timer);
  }
  fuzz_count();
  if (size < 3) return -1;
  size_t length, stock_length;
  stand_in.stop = GUARD_STOP_NONE;
  set_timer(50000);
  const char *result = run(budgeted, data, size, &length);
  set_timer(0);
  if (stand_in.stop != GUARD_STOP_NONE) return -1;
  const char *expected = run(stock, data, size, &stock_length);
  bool equal = result == NULL ? expected == NULL
                              : expected != NULL && length == stock_length && memcmp(result, expected, length) == 0;
  if (!equal) {
    fprintf(stderr, "budgeted: %s\nstock:    %s\n", result ? result : "(none)", expected ? expected : "(none)");
    abort();
  }
  return 0;
}
