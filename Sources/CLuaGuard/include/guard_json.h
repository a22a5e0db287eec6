// JSON on the Lua stack: tables built from a tape, and the library functions whose work Swift does.
//
// Everything here that is given a lua_State may raise, so it is called from C only. What Swift is asked to do comes
// back as a status in guard_json's callbacks; they never raise.
#pragma once
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tape.h"

typedef struct guard_bytes {
  const char *data;
  size_t length;
} guard_bytes;

// A note says under which schema a container of the tape stands: 0 under none.
#define GUARD_NOTE_STRICT ((uint32_t)1 << 31)
#define GUARD_NOTE_SCHEMA (~GUARD_NOTE_STRICT)

// A decoded text: its tape, and one note a container, in the order of the tape (none at all: notes = NULL).
typedef struct guard_answer {
  cjson_tape tape;
  const uint32_t *notes;
  size_t note_count;
} guard_answer;

enum {
  GUARD_ENCODE_PRETTY = 1,
  GUARD_ENCODE_SORTED = 2,
};

// Swift's side. Bytes that a callback hands out belong to it and stay until its next call. A callback answers false
// when it failed; its bytes are then the message.
typedef struct guard_json {
  void *context;
  // Is `key` no field of that schema? Then the length of the message, which is written to `message` (cut at `room`); else 0.
  size_t (*missing)(void *context, uint32_t schema, const char *key, size_t length, char *message, size_t room);
  bool (*decode)(void *context, const char *text, size_t length, guard_answer *answer, guard_bytes *message);
  bool (*encode)(void *context, lua_State *L, int index, int options, guard_bytes *bytes);
  // Renders a value for a reader; `whole`: a string stands as it is.
  bool (*render)(void *context, lua_State *L, int index, bool whole, guard_bytes *bytes);
  // The large buffers of the last call are of no use any more.
  void (*forget)(void *context);
} guard_json;

// Room for a message about a missing field.
#define GUARD_MISSING_ROOM 512

// Makes the metatables and leaves the library table on the stack. `json` must outlive the state.
void guard_json_open(lua_State *L, guard_json *json);

// Pushes the value of a tape. The tape is valid JSON, at most 128 containers deep.
void guard_json_build(lua_State *L, const guard_answer *answer);

// Marks of a table, from its metatable. Never raises; needs two free stack slots.
typedef struct guard_mark {
  uint8_t kind;  // GUARD_MARK_…
  uint32_t schema;
} guard_mark;

enum { GUARD_MARK_NONE = 0, GUARD_MARK_ARRAY = 1, GUARD_MARK_OBJECT = 2 };

guard_mark guard_json_mark(lua_State *L, int index);

// json.encode, decode, array, object for the library table; `print` and `inspect` as globals of their own.
int guard_inspect(lua_State *L);
