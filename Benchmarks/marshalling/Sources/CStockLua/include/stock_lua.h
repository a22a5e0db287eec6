// The peer: a state as lua5.4 makes it, with all its libraries and lua-cjson.
#pragma once
#include <stddef.h>

typedef struct lua_State stock_lua;

// NULL where lua-cjson is not installed. The globals are `cjson`, and `text`, the given bytes.
stock_lua *_Nullable stock_lua_new(const char *_Nonnull text, size_t length);
void stock_lua_free(stock_lua *_Nonnull state);

// Compiles a chunk and keeps it; then runs it as often as wanted. 0, or the error is on standard error.
int stock_lua_load(stock_lua *_Nonnull state, const char *_Nonnull source);
int stock_lua_run(stock_lua *_Nonnull state);

// The global `result`, a string; NULL where there is none. Good until the next run.
const char *_Nullable stock_lua_result(stock_lua *_Nonnull state, size_t *_Nonnull length);
