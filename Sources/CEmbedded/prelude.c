// The Lua side of the program: the modules of lua/prelude, carried in the binary, compiled by Lua at first use.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "prelude.h"

#include "file.h"

static const unsigned char module_lists[] = {
#embed "../../lua/prelude/lists.lua"
};

static const unsigned char module_parallel[] = {
#embed "../../lua/prelude/parallel.lua"
};

static const unsigned char module_require[] = {
#embed "../../lua/prelude/require.lua"
};

static const unsigned char module_try[] = {
#embed "../../lua/prelude/try.lua"
};

static const struct file modules[] = {
  {"lists", module_lists, sizeof module_lists},
  {"parallel", module_parallel, sizeof module_parallel},
  {"require", module_require, sizeof module_require},
  {"try", module_try, sizeof module_try},
};

const unsigned char *embedded_prelude(const char *name, size_t *size) {
  return find_file(modules, sizeof modules / sizeof modules[0], name, size);
}
