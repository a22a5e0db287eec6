// What the JSON files of this folder share.
#pragma once
#include "guard_json.h"

// Pushes the array metatable, then the table of metatables by note, or nil where there are no notes.
void guard_json_push_metatables(lua_State *L, bool has_notes);

// Pushes json.null.
void guard_json_push_null(lua_State *L);

// Pushes the metatable of a note, from the table at `nodes`; makes it if it is the first.
void guard_json_push_node(lua_State *L, int nodes, uint32_t note, bool is_array);

// Makes the table on top an array or an object.
void guard_json_set_mark(lua_State *L, uint8_t kind);
