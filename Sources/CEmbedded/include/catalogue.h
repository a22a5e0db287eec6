// Access to the compiled catalogue in the binary.
#pragma once

#include <stdint.h>

// Its bytes, aligned to 8 and valid for the life of the process; their number goes to `size`.
const uint8_t *embedded_catalogue(long *size);
