#pragma once
#include <stddef.h>

// The text of a file of Sources/CEmbedded/page by its name; NULL where there is none of that name.
const unsigned char *embedded_page_file(const char *name, size_t *size);
