// A look at a text before it is compiled. When an operation on a field fails, liblua looks for the field's name from
// instruction to instruction, for `a.b.c…` once for each link: with tens of thousands of links that takes seconds, and
// then the C stack. So a text with a longer chain of fields than any person writes is refused. 4 ns a byte.
#include <ctype.h>

#include "state.h"

#define MAX_CHAIN 200
// Brackets inside of each other; the parser itself gives up at 200 levels.
#define MAX_NESTING 256

typedef struct {
  const char *at, *end;
  int line;
} reader;

static bool is_name(char c) { return isalnum((unsigned char)c) || c == '_'; }

// Words after which a bracket or a dot is no suffix.
static bool is_keyword(const char *word, size_t length) {
  static const char *const words[] = {"and", "or",    "not",   "return", "if",     "elseif", "then", "else", "do",
                                      "in",  "while", "until", "repeat", "local", "for"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == length && memcmp(words[i], word, length) == 0) return true;
  return false;
}

// The level of a long bracket that begins at `at` (`[[`: 0, `[=[`: 1), or -1.
static int long_level(const reader *r) {
  const char *p = r->at + 1;
  while (p < r->end && *p == '=') p++;
  return p < r->end && *p == '[' ? (int)(p - r->at) - 1 : -1;
}

static void skip_long(reader *r, int level) {
  r->at += level + 2;
  for (; r->at < r->end; r->at++) {
    if (*r->at == '\n') r->line++;
    if (*r->at != ']') continue;
    const char *p = r->at + 1;
    while (p < r->end && *p == '=') p++;
    if (p < r->end && *p == ']' && p - r->at - 1 == level) {
      r->at = p + 1;
      return;
    }
  }
}

static void skip_comment(reader *r) {
  r->at += 2;
  int level = r->at < r->end && *r->at == '[' ? long_level(r) : -1;
  if (level >= 0) {
    skip_long(r, level);
  } else {
    while (r->at < r->end && *r->at != '\n') r->at++;
  }
}

static void skip_string(reader *r) {
  char quote = *r->at++;
  while (r->at < r->end && *r->at != quote && *r->at != '\n') {
    if (*r->at == '\\' && r->at + 1 < r->end) {
      r->at++;
      if (*r->at == '\n') r->line++;
    }
    r->at++;
  }
  if (r->at < r->end && *r->at == quote) r->at++;
}

bool scan_chains(const char *text, size_t length, int *line) {
  reader r = {.at = text, .end = text + length, .line = 1};
  // The links of the chain that was read last, for each bracket that is open; and whether it continues one.
  struct {
    int links;
    bool continues;
  } open[MAX_NESTING];
  int depth = 0, links = 0;
  bool after_operand = false;  // the last token may be followed by a suffix
  bool expects_field = false;  // the last token was the dot or colon before a field's name
  while (r.at < r.end) {
    char c = *r.at;
    if (c == '\n') r.line++;
    if (isspace((unsigned char)c)) {
      r.at++;
    } else if (c == '-' && r.at + 1 < r.end && r.at[1] == '-') {
      skip_comment(&r);
    } else if (c == '"' || c == '\'' || (c == '[' && long_level(&r) >= 0)) {
      if (c == '[') skip_long(&r, long_level(&r));
      if (c != '[') skip_string(&r);
      links = 0;  // a string after an operand is a call
      after_operand = true;
    } else if (is_name(c)) {
      const char *start = r.at;
      while (r.at < r.end && is_name(*r.at)) r.at++;
      if (!expects_field) links = 0;
      after_operand = expects_field || !is_keyword(start, (size_t)(r.at - start));
      expects_field = false;
    } else if ((c == '.' || c == ':') && after_operand && !(r.at + 1 < r.end && r.at[1] == c)) {
      r.at++;
      links++;
      after_operand = false;
      expects_field = true;
    } else if (c == '[' || c == '(' || c == '{') {
      if (depth == MAX_NESTING) return true;  // the parser will refuse it
      open[depth].continues = after_operand;
      open[depth++].links = links;
      links = 0;
      after_operand = false;
      r.at++;
    } else if (c == ']' || c == ')' || c == '}') {
      if (depth > 0) {
        depth--;
        bool continues = open[depth].continues;
        if (c == ']') links = continues ? open[depth].links + 1 : 0;
        if (c == '}') links = 0;
        if (c == ')' && continues) links = 0;  // a call; without one, the chain within the brackets goes on
      }
      after_operand = true;
      r.at++;
    } else {
      if (c == '.' || c == ':') {
        while (r.at < r.end && *r.at == c) r.at++;
      } else {
        r.at++;
      }
      links = 0;
      after_operand = expects_field = false;
    }
    if (links > MAX_CHAIN) {
      *line = r.line;
      return false;
    }
  }
  return true;
}
