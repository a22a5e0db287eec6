#pragma once
#include <stddef.h>

// The source text of a module of lua/prelude by its name without `.lua`; NULL where there is none of that name.
const unsigned char *embedded_prelude(const char *name, size_t *size);
