// Bounds on the two stacks that liblua's own counters leave open.
#include "state.h"

// What the script's calls, coroutines and closes may take of the C stack. Lua's own 200 levels take up to 414 KB.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define STACK_BYTES ((ptrdiff_t)1280 << 10)  // its frames are larger
#endif
#endif
#ifndef STACK_BYTES
#define STACK_BYTES ((ptrdiff_t)512 << 10)
#endif
// Values that one function may return. The allocator sees a Lua stack that doubles, not one that jumps.
#define RESULTS 30000

// liblua counts nested C calls, but not across coroutine.close; this bounds whatever it does not count.
void stack_check(lua_State *L) {
  char here;
  if (guard_of(L)->stack_base - &here > STACK_BYTES) luaL_error(L, "C stack overflow");
}

void guard_checkstack(lua_State *L, lua_Integer count, const char *message) {
  if (count > RESULTS || !lua_checkstack(L, (int)count)) luaL_error(L, "stack overflow (%s)", message);
}
