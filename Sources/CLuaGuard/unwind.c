// What the main part of a script has still to close (`local x <close>`) when an error that nobody caught has ended it.
#include "state.h"

// The coroutine is dead, with the error on its top; lua_resetthread runs what is to be closed, protected, with that
// error. It runs under the same limits as all before; after a stop there is nothing that may run.
bool guard_unwind(guard *g) {
  lua_State *L = g->main, *co = g->failed;
  if (co == NULL || co == L || guard_should_stop(co) || lua_status(co) <= LUA_YIELD) return false;
  lua_settop(L, 0);
  if (!lua_checkstack(L, 2)) return false;
  lua_xmove(co, L, 1);  // and back: `co` may have no slot left
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  char here;
  g->stack_base = &here;
  g->can_wait = g->can_preempt = false;
  g->memory.stack_refused = false;
  atomic_store(&g->preempt, false);
  int status = lua_status(co);
  g->root = co;
  watch_begin(g, 0);
  atomic_store(&g->current, co);
  if (!guard_should_stop(co)) status = lua_resetthread(co);
  atomic_store(&g->current, NULL);
  watch_end(g);
  g->root = NULL;
  if (guard_should_stop(co)) return true;
  lua_pushvalue(co, -1);
  lua_xmove(co, L, 1);
  bool is_same = lua_rawequal(L, 1, 2);
  lua_settop(L, 0);
  if (!is_same) session_failed(g, status);
  return !is_same;
}
