// libedit, loaded when a person sits down at the REPL: no other run of the program needs it.
//
// What is used of it has been the same in every release for twenty years, so its headers are not needed; the numbers
// are those of <histedit.h>.
#pragma once

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <wchar.h>

typedef struct editline cedit_editor;
typedef struct history cedit_history;
typedef struct {
  int number;
  const char *text;
} cedit_event;

// Reads one character into the second argument: 1, or 0 at the end of the input, or -1 to give the line up.
typedef int (*cedit_reader)(cedit_editor *, wchar_t *);
typedef char *(*cedit_prompt)(cedit_editor *);

struct cedit {
  cedit_editor *(*el_init)(const char *program, FILE *input, FILE *output, FILE *errors);
  void (*el_end)(cedit_editor *);
  const char *(*el_gets)(cedit_editor *, int *count);
  int (*el_set)(cedit_editor *, int what, ...);
  int (*el_get)(cedit_editor *, int what, ...);
  int (*el_source)(cedit_editor *, const char *file);
  void (*el_resize)(cedit_editor *);
  cedit_history *(*history_init)(void);
  void (*history_end)(cedit_history *);
  int (*history)(cedit_history *, cedit_event *, int what, ...);
};

// Fills the table; 0 where there is no libedit. The library stays loaded.
static inline int cedit_load(struct cedit *table) {
#ifdef __APPLE__
  void *library = dlopen("libedit.3.dylib", RTLD_LAZY | RTLD_LOCAL);
#else
  void *library = dlopen("libedit.so.2", RTLD_LAZY | RTLD_LOCAL);
  if (!library) library = dlopen("libedit.so.0", RTLD_LAZY | RTLD_LOCAL);
#endif
  if (!library) return 0;
#define CEDIT_FIND(name)                                                 \
  table->name = (__typeof__(table->name))dlsym(library, #name);          \
  if (!table->name) return 0;
  CEDIT_FIND(el_init)
  CEDIT_FIND(el_end)
  CEDIT_FIND(el_gets)
  CEDIT_FIND(el_set)
  CEDIT_FIND(el_get)
  CEDIT_FIND(el_source)
  CEDIT_FIND(el_resize)
  CEDIT_FIND(history_init)
  CEDIT_FIND(history_end)
  CEDIT_FIND(history)
#undef CEDIT_FIND
  return 1;
}

enum {
  CEDIT_PROMPT = 0,
  CEDIT_MODE = 2,
  CEDIT_SIGNALS = 3,
  CEDIT_BIND = 4,
  CEDIT_HISTORY = 10,
  CEDIT_READER = 13,
  CEDIT_CONTEXT = 14,
  CEDIT_PREPARE_TERMINAL = 16,
  CEDIT_REFRESH = 20,
  CEDIT_HISTORY_SIZE = 1,
  CEDIT_HISTORY_ENTER = 10,
  CEDIT_HISTORY_UNIQUE = 20,
};

// An editor on the standard streams, with a history of `size` lines, and the person's own ~/.editrc. NULL where it
// cannot be made.
static inline cedit_editor *cedit_open(const struct cedit *c, void *context, cedit_history *history, int size,
                                       cedit_prompt prompt, cedit_reader reader) {
  cedit_editor *editor = c->el_init("logto-lua", stdin, stdout, stderr);
  if (!editor) return NULL;
  cedit_event event;
  c->history(history, &event, CEDIT_HISTORY_SIZE, size);
  c->history(history, &event, CEDIT_HISTORY_UNIQUE, 1);
  c->el_set(editor, CEDIT_CONTEXT, context);
  c->el_set(editor, CEDIT_PROMPT, prompt);
  c->el_set(editor, CEDIT_MODE, "emacs");
  c->el_set(editor, CEDIT_SIGNALS, 0);
  c->el_set(editor, CEDIT_HISTORY, c->history, history);
  c->el_source(editor, NULL);
  c->el_set(editor, CEDIT_READER, reader);
  // A tab is a tab, in what is pasted too.
  c->el_set(editor, CEDIT_BIND, "^I", "ed-insert", NULL);
  return editor;
}

static inline void *cedit_context(const struct cedit *c, cedit_editor *editor) {
  void *context = NULL;
  c->el_get(editor, CEDIT_CONTEXT, &context);
  return context;
}

static inline void cedit_remember(const struct cedit *c, cedit_history *history, const char *line) {
  cedit_event event;
  c->history(history, &event, CEDIT_HISTORY_ENTER, line);
}

// Reads a line, with its line break. The terminal is ready for keys before the prompt is shown: libedit alone would show
// it first, and Ctrl-D pressed in between would be lost.
static inline const char *cedit_line(const struct cedit *c, cedit_editor *editor, int *count) {
  c->el_set(editor, CEDIT_PREPARE_TERMINAL, 1);
  return c->el_gets(editor, count);
}

// Takes the terminal again after the shell had it, and draws the line anew.
static inline void cedit_resume(const struct cedit *c, cedit_editor *editor) {
  c->el_set(editor, CEDIT_PREPARE_TERMINAL, 0);
  c->el_set(editor, CEDIT_PREPARE_TERMINAL, 1);
  c->el_set(editor, CEDIT_REFRESH);
}
