// Classes and sets of bytes in patterns, in the C locale whatever the process's locale is.
#pragma once

#include "lib.h"

enum {
  ALPHA = 1, DIGIT = 2, LOWER = 4, SPACE = 8, UPPER = 16, HEX = 32, CONTROL = 64, PUNCTUATION = 128, NUL = 256,
  MAGIC = 512,
};

static const uint16_t traits[256] = {
    [0] = CONTROL | NUL,
    [1 ... 8] = CONTROL,
    [9 ... 13] = CONTROL | SPACE,
    [14 ... 31] = CONTROL,
    [' '] = SPACE,
    ['!' ... '#'] = PUNCTUATION,
    ['$' ... '%'] = PUNCTUATION | MAGIC,
    ['&' ... '\''] = PUNCTUATION,
    ['('] = PUNCTUATION | MAGIC,
    [')'] = PUNCTUATION,
    ['*' ... '+'] = PUNCTUATION | MAGIC,
    [','] = PUNCTUATION,
    ['-' ... '.'] = PUNCTUATION | MAGIC,
    ['/'] = PUNCTUATION,
    ['0' ... '9'] = DIGIT | HEX,
    [':' ... '>'] = PUNCTUATION,
    ['?'] = PUNCTUATION | MAGIC,
    ['@'] = PUNCTUATION,
    ['A' ... 'F'] = ALPHA | UPPER | HEX,
    ['G' ... 'Z'] = ALPHA | UPPER,
    ['['] = PUNCTUATION | MAGIC,
    ['\\' ... ']'] = PUNCTUATION,
    ['^'] = PUNCTUATION | MAGIC,
    ['_' ... '`'] = PUNCTUATION,
    ['a' ... 'f'] = ALPHA | LOWER | HEX,
    ['g' ... 'z'] = ALPHA | LOWER,
    ['{' ... '~'] = PUNCTUATION,
    [127] = CONTROL,
};

// The traits behind the letter of a class; none for a byte that only stands for itself.
static const uint16_t letters[256] = {
    ['a'] = ALPHA, ['A'] = ALPHA,
    ['c'] = CONTROL, ['C'] = CONTROL,
    ['d'] = DIGIT, ['D'] = DIGIT,
    ['g'] = ALPHA | DIGIT | PUNCTUATION, ['G'] = ALPHA | DIGIT | PUNCTUATION,
    ['l'] = LOWER, ['L'] = LOWER,
    ['p'] = PUNCTUATION, ['P'] = PUNCTUATION,
    ['s'] = SPACE, ['S'] = SPACE,
    ['u'] = UPPER, ['U'] = UPPER,
    ['w'] = ALPHA | DIGIT, ['W'] = ALPHA | DIGIT,
    ['x'] = HEX, ['X'] = HEX,
    ['z'] = NUL, ['Z'] = NUL,
};

static inline bool in_class(unsigned char c, unsigned char letter) {
  unsigned mask = letters[letter];
  if (mask == 0) return c == letter;
  return ((traits[c] & mask) != 0) == ((letter & 0x20) != 0);
}

// Whether `c` is in the set from `[` at `p` to `]` at `end`.
static inline bool in_set(unsigned char c, const char *p, const char *end) {
  bool found = true;
  p++;
  if (*p == '^') {
    found = false;
    p++;
  }
  for (; p < end; p++) {
    if (*p == '%') {
      p++;
      if (in_class(c, (unsigned char)*p)) return found;
    } else if (p[1] == '-' && p + 2 < end) {
      if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) return found;
      p += 2;
    } else if ((unsigned char)*p == c) {
      return found;
    }
  }
  return !found;
}
