// Bounds on the two stacks that liblua's own counters leave open.
#include "state.h"

// Values that one function may return. The allocator sees a Lua stack that doubles, not one that jumps.
#define RESULTS 30000

void stack_overflow(lua_State *L) { luaL_error(L, "C stack overflow"); }

void guard_checkstack(lua_State *L, lua_Integer count, const char *message) {
  if (count > RESULTS || !lua_checkstack(L, (int)count)) luaL_error(L, "stack overflow (%s)", message);
}
