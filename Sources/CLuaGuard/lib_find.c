// string.find, match and gmatch.
#include "lib.h"

// The first place of `needle` in the `n` bytes at `s`, or NULL.
static const char *find_plain(lua_State *L, const char *s, size_t n, const char *needle, size_t m) {
  if (m == 0) return s;
  if (m > n) return NULL;
  int64_t fuel = LIB_SLICE;
  size_t places = n - m + 1;  // where it may begin
  while (places > 0) {
    size_t window = places < LIB_COPY ? places : LIB_COPY;
    const char *hit = memchr(s, needle[0], window);
    if (hit == NULL) {
      lib_spend(L, &fuel, window / 16);
      s += window;
      places -= window;
      continue;
    }
    if (memcmp(hit + 1, needle + 1, m - 1) == 0) return hit;
    lib_spend(L, &fuel, (size_t)(hit - s) / 16 + m / 16 + 2);
    places -= (size_t)(hit - s) + 1;
    s = hit + 1;
  }
  return NULL;
}

static int find_or_match(lua_State *L, bool find) {
  size_t length, pattern_length;
  const char *s = luaL_checklstring(L, 1, &length);
  const char *p = luaL_checklstring(L, 2, &pattern_length);
  size_t skipped = lib_start(luaL_optinteger(L, 3, 1), length) - 1;
  if (skipped > length) {
    luaL_pushfail(L);
    return 1;
  }
  const char *from = s + skipped;
  if (find && (lua_toboolean(L, 4) || lib_pattern_is_plain(p, pattern_length))) {
    const char *hit = find_plain(L, from, length - skipped, p, pattern_length);
    if (hit != NULL) {
      lua_pushinteger(L, hit - s + 1);
      lua_pushinteger(L, hit - s + (lua_Integer)pattern_length);
      return 2;
    }
    luaL_pushfail(L);
    return 1;
  }
  lib_matcher m;
  lib_matcher_open(&m, L, s, length, p + pattern_length);
  bool anchored = *p == '^';
  if (anchored) p++;
  do {
    const char *end = lib_match(&m, from, p);
    if (end == NULL) continue;
    if (!find) return lib_push_captures(&m, from, end);
    lua_pushinteger(L, from - s + 1);
    lua_pushinteger(L, end - s);
    return lib_push_captures(&m, NULL, NULL) + 2;
  } while (from++ < m.subject_end && !anchored);
  luaL_pushfail(L);
  return 1;
}

int lib_string_find(lua_State *L) { return find_or_match(L, true); }

int lib_string_match(lua_State *L) { return find_or_match(L, false); }

// The iterator's upvalues: subject, pattern, where to go on, where the last match ended (-1: nowhere yet).
static int gmatch_next(lua_State *L) {
  size_t length, pattern_length;
  const char *s = lua_tolstring(L, lua_upvalueindex(1), &length);
  const char *p = lua_tolstring(L, lua_upvalueindex(2), &pattern_length);
  size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
  lib_matcher m;
  lib_matcher_open(&m, L, s, length, p + pattern_length);
  for (; from <= length; from++) {
    const char *end = lib_match(&m, s + from, p);
    if (end == NULL || end - s == last) continue;
    lua_pushinteger(L, end - s);
    lua_pushvalue(L, -1);
    lua_replace(L, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return lib_push_captures(&m, s + from, end);
  }
  return 0;
}

int lib_string_gmatch(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  luaL_checkstring(L, 2);
  size_t from = lib_start(luaL_optinteger(L, 3, 1), length) - 1;
  if (from > length) from = length + 1;
  lua_settop(L, 2);
  lua_pushinteger(L, (lua_Integer)from);
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, gmatch_next, 4);
  return 1;
}
