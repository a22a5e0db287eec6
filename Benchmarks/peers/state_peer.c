// A state of stock Lua with all its libraries: made, one script run, freed. What a sandboxed state is compared with.
//
// Usage: state_peer ROUNDS. Prints microseconds of CPU time a state: what else the machine does is not counted.
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void live(void) {
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  if (luaL_dostring(L, "return 1") != LUA_OK || lua_tointeger(L, -1) != 1) exit(1);
  lua_close(L);
}

int main(int argc, char **argv) {
  int rounds = argc == 2 ? atoi(argv[1]) : 0;
  if (rounds < 1) return fprintf(stderr, "usage: state_peer ROUNDS\n"), 2;
  for (int i = 0; i < 200; i++) live();
  double start = now();
  for (int i = 0; i < rounds; i++) live();
  printf("%f\n", (now() - start) / rounds);
}
