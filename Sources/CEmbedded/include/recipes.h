// The example scripts in the binary.
#pragma once

#include <stddef.h>

typedef struct {
  const char *name;           // without .lua
  const unsigned char *text;  // not terminated, valid for the life of the process
  size_t size;
} embedded_recipe;

// All of them in the order of their names; their number goes to `count`.
const embedded_recipe *embedded_recipes(size_t *count);
