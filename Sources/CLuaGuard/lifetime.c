// The making of a state, and its end.
#include <stdlib.h>

#include "state.h"

// Thirty years in ns: sums of two do not overflow.
#define LONGEST ((int64_t)1 << 60)

// Bytes that a new state grows by before its garbage is looked at first, in KiB: most scripts are over before.
#define UNCOLLECTED (-16)

// The messages that lua_resume and lua_resetthread make where liblua has no handler for an error: no memory for one of
// them, and liblua aborts the process. Held as long as the state, they are found and never made.
static void keep_messages(lua_State *L) {
  static const char *const messages[KEEP_ROOT - KEEP_MESSAGES] = {
      "cannot resume dead coroutine", "cannot resume non-suspended coroutine", "C stack overflow",
      "error in error handling"};
  for (int i = 0; i < KEEP_ROOT - KEEP_MESSAGES; i++) {
    lua_pushstring(L, messages[i]);
    lua_rawseti(L, LUA_REGISTRYINDEX, KEEP_MESSAGES + i);
  }
}

static int open_state(lua_State *L) {
  guard *g = guard_of(L);
  lua_gc(L, LUA_GCSTOP);
  // The first run's coroutine comes first, so that the allocator knows its size before anything else has it.
  session_new_root(L);
  if (!events_disarm(g)) {
    lua_pushboolean(L, 0);
    return 1;
  }
  keep_messages(L);
  globals_open(L);
  lua_gc(L, LUA_GCRESTART);
  lua_gc(L, LUA_GCSTEP, UNCOLLECTED);
  lua_pushboolean(L, 1);
  return 1;
}

// The seed of string hashes is made from two addresses: one is random by the allocator, one by this frame.
static lua_State *__attribute__((noinline)) make_state(guard *g) {
  volatile char *room = __builtin_alloca((g->places >> 8 & 1023) * 16 + 16);
  room[0] = 0;
  return lua_newstate(memory_allocate, g);
}

static int panic(lua_State *L) {
  (void)L;
  return 0;
}

guard *guard_new(const guard_host *host, const guard_limits *limits, const char **problem) {
  *problem = NULL;
  guard *g = calloc(1, sizeof *g);
  if (g == NULL) return NULL;
  uint64_t random[2];
  guard_random(random, sizeof random);
  g->places = (uint32_t)random[0];
  memory_open(g, limits->memory, limits->coroutines, random[1]);
  interrupt_open(g);
  g->host = host;
  g->source_limit = limits->source;
  g->time_limit = limits->time < LONGEST ? limits->time : LONGEST;
  g->cpu_limit = limits->cpu < LONGEST ? limits->cpu : LONGEST;
  g->main = make_state(g);
  if (g->main == NULL) {
    guard_free(g);
    return NULL;
  }
  lua_State *L = g->main;
  lua_atpanic(L, panic);
  *(guard **)lua_getextraspace(L) = g;
  char here;
  g->stack_base = &here;
  lua_pushcfunction(L, open_state);
  int status = lua_pcall(L, 0, 1, 0);
  if (status != LUA_OK || !lua_toboolean(L, -1)) {
    if (status == LUA_OK) *problem = "this liblua is unknown: its weak tables cannot be turned off, so it is not safe";
    guard_free(g);
    return NULL;
  }
  // The main thread has little to do from now on: this gives back half of its stack.
  lua_resetthread(L);
  return g;
}

void guard_set_context(guard *g, void *context) { g->context = context; }

// There are no finalizers, and all memory is the allocator's: it is given back as a whole.
void guard_free(guard *g) {
  blocks_free(&g->memory);
  pthread_mutex_destroy(&g->gate);
  free(g->overflow);
  free(g);
}

int64_t guard_free_checked(guard *g) {
  lua_close(g->main);
  int64_t left = (int64_t)g->memory.used;
  guard_free(g);
  return left;
}
