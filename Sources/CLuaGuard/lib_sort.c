// table.sort: quicksort with the median of three, as the stock library orders it (equal elements end up in the same
// places), safe under comparators that contradict themselves.
#include "lib.h"

typedef struct {
  lua_State *L;
  bool compares;  // argument 2 is the order
  uint32_t mixed;  // for pivots where the middle served badly
} sorter;

// From this size on a badly balanced partition is answered with a pivot from elsewhere than the middle.
enum { LARGE = 100 };

static void put_pair(sorter *s, lua_Unsigned i, lua_Unsigned j) {
  lua_seti(s->L, 1, (lua_Integer)i);
  lua_seti(s->L, 1, (lua_Integer)j);
}

// Whether the value at stack index `a` sorts before the one at `b` (both negative).
static bool before(sorter *s, int a, int b) {
  lua_State *L = s->L;
  lib_poll(L);
  if (!s->compares) return lua_compare(L, a, b, LUA_OPLT);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, a - 1);
  lua_pushvalue(L, b - 2);
  lua_call(L, 2, 1);
  bool result = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return result;
}

// Orders the elements at `low` and `high`.
static void order(sorter *s, lua_Unsigned low, lua_Unsigned high) {
  lua_State *L = s->L;
  lua_geti(L, 1, (lua_Integer)low);
  lua_geti(L, 1, (lua_Integer)high);
  if (before(s, -1, -2)) {
    put_pair(s, low, high);
  } else {
    lua_pop(L, 2);
  }
}

// Parts low...high around the pivot, which is on the top of the stack and at high - 1; low and high are in place
// already. Returns where the pivot ends up.
static lua_Unsigned partition(sorter *s, lua_Unsigned low, lua_Unsigned high) {
  lua_State *L = s->L;
  lua_Unsigned i = low, j = high - 1;
  for (;;) {
    while (lua_geti(L, 1, (lua_Integer)++i), before(s, -1, -2)) {
      if (i == high - 1) luaL_error(L, "invalid order function for sorting");
      lua_pop(L, 1);
    }
    while (lua_geti(L, 1, (lua_Integer)--j), before(s, -3, -1)) {
      if (j < i) luaL_error(L, "invalid order function for sorting");
      lua_pop(L, 1);
    }
    if (j < i) {
      lua_pop(L, 1);
      put_pair(s, high - 1, i);
      return i;
    }
    put_pair(s, i, j);
  }
}

static lua_Unsigned choose_pivot(sorter *s, lua_Unsigned low, lua_Unsigned high) {
  if (s->mixed == 0) return (low + high) / 2;
  s->mixed = s->mixed * 1664525 + 1013904223;
  lua_Unsigned quarter = (high - low) / 4;
  return low + quarter + s->mixed % (quarter * 2);
}

static void sort(sorter *s, lua_Unsigned low, lua_Unsigned high) {
  lua_State *L = s->L;
  while (low < high) {
    order(s, low, high);
    if (high - low == 1) return;
    lua_Unsigned middle = high - low > LARGE ? choose_pivot(s, low, high) : (low + high) / 2;
    lua_geti(L, 1, (lua_Integer)middle);
    lua_geti(L, 1, (lua_Integer)low);
    if (before(s, -2, -1)) {
      put_pair(s, middle, low);
    } else {
      lua_pop(L, 1);
      lua_geti(L, 1, (lua_Integer)high);
      if (before(s, -1, -2)) {
        put_pair(s, middle, high);
      } else {
        lua_pop(L, 2);
      }
    }
    if (high - low == 2) return;
    lua_geti(L, 1, (lua_Integer)middle);
    lua_pushvalue(L, -1);
    lua_geti(L, 1, (lua_Integer)high - 1);
    put_pair(s, middle, high - 1);
    lua_Unsigned at = partition(s, low, high);
    lua_Unsigned smaller;
    if (at - low < high - at) {  // recursion for the smaller part: its depth is the logarithm
      smaller = at - low;
      sort(s, low, at - 1);
      low = at + 1;
    } else {
      smaller = high - at;
      sort(s, at + 1, high);
      high = at - 1;
    }
    if (high > low && (high - low) / 128 > smaller && s->mixed == 0) s->mixed = (uint32_t)(high ^ low) | 1;
  }
}

int lib_table_sort(lua_State *L) {
  lib_check_table(L, 1, LIB_READS | LIB_WRITES | LIB_MEASURES);
  lua_Integer count = luaL_len(L, 1);
  if (count <= 1) return 0;
  luaL_argcheck(L, count < INT32_MAX, 1, "array too big");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  luaL_checkstack(L, 200, "");
  sorter s = {L, !lua_isnil(L, 2), 0};
  sort(&s, 1, (lua_Unsigned)count);
  return 0;
}
