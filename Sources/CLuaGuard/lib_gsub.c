// string.gsub.
#include "lib.h"

// Adds the replacement text with its %0...%9 filled in.
static void add_template(
    lib_matcher *m, lib_buffer *b, const char *s, const char *e, const char *text, size_t length) {
  lua_State *L = m->L;
  const char *end = text + length;
  for (;;) {
    const char *mark = memchr(text, '%', (size_t)(end - text));
    if (mark == NULL) break;
    lib_buffer_add(b, text, (size_t)(mark - text));
    char c = mark[1];
    text = mark + 2;
    lib_spend(L, &m->fuel, 4);
    if (c == '%') {
      lib_buffer_char(b, '%');
    } else if (c == '0') {
      lib_spend(L, &m->fuel, (size_t)(e - s) / 64);
      lib_buffer_add(b, s, (size_t)(e - s));
    } else if (c >= '1' && c <= '9') {
      const char *start;
      ptrdiff_t size = lib_capture(m, c - '1', s, e, &start);
      if (size == LIB_CAPTURE_POSITION) {
        lib_buffer_add_value(b);
      } else {
        lib_spend(L, &m->fuel, (size_t)size / 64);
        lib_buffer_add(b, start, (size_t)size);
      }
    } else {
      luaL_error(L, "invalid use of '%c' in replacement string", '%');
    }
  }
  lib_buffer_add(b, text, (size_t)(end - text));
}

// Asks the function or table for the replacement and adds it. False: the match stays as it is.
static bool add_answer(lib_matcher *m, lib_buffer *b, const char *s, const char *e, int kind) {
  lua_State *L = m->L;
  lib_spend(L, &m->fuel, LIB_CALL);
  if (kind == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    lua_call(L, lib_push_captures(m, s, e), 1);
  } else {
    lib_push_capture(m, 0, s, e);
    lua_gettable(L, 3);
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    return false;
  }
  if (!lua_isstring(L, -1)) luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  lib_buffer_add_value(b);
  return true;
}

int lib_string_gsub(lua_State *L) {
  size_t length, pattern_length, text_length = 0;
  const char *s = luaL_checklstring(L, 1, &length);
  const char *p = luaL_checklstring(L, 2, &pattern_length);
  int kind = lua_type(L, 3);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
  luaL_argexpected(
      L, kind == LUA_TNUMBER || kind == LUA_TSTRING || kind == LUA_TFUNCTION || kind == LUA_TTABLE, 3,
      "string/function/table");
  bool is_text = kind == LUA_TNUMBER || kind == LUA_TSTRING;
  const char *text = is_text ? lua_tolstring(L, 3, &text_length) : NULL;
  bool anchored = *p == '^';
  if (anchored) p++;

  lib_matcher m;
  lib_matcher_open(&m, L, s, length, p + pattern_length - (anchored ? 1 : 0));
  lib_buffer b;
  lib_buffer_open(&b, L);
  const char *kept = s;  // from here to `s` nothing is replaced
  const char *last = NULL;
  lua_Integer count = 0;
  bool changed = false;
  while (count < most) {
    const char *end = lib_match(&m, s, p);
    if (end != NULL && end != last) {
      count++;
      lib_buffer_add(&b, kept, (size_t)(s - kept));
      kept = s;
      if (is_text) {
        add_template(&m, &b, s, end, text, text_length);
        kept = end;
        changed = true;
      } else if (add_answer(&m, &b, s, end, kind)) {
        kept = end;
        changed = true;
      }
      s = last = end;
    } else if (s < m.subject_end) {
      s++;
    } else {
      break;
    }
    if (anchored) break;
  }
  if (changed) {
    lib_buffer_add(&b, kept, (size_t)(m.subject_end - kept));
    lib_buffer_push(&b);
  } else {
    lua_pushvalue(L, 1);
  }
  lua_pushinteger(L, count);
  return 2;
}
