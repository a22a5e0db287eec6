// A file carried in the binary, and finding one by its name.
#pragma once

#include <stddef.h>
#include <string.h>

struct file {
  const char *name;
  const unsigned char *text;
  size_t size;
};

// The text of that file, its size in `size`; NULL where there is none of that name.
static inline const unsigned char *find_file(const struct file files[], size_t count, const char *name, size_t *size) {
  for (size_t index = 0; index < count; index++) {
    if (strcmp(files[index].name, name) != 0) continue;
    *size = files[index].size;
    return files[index].text;
  }
  return NULL;
}
