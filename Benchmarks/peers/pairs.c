// Runs two commands in turns and compares their times.
//
// Usage: pairs NAME COUNT wall|printed COMMAND… -- COMMAND…
// `wall` takes the time from start to end of each process, `printed` the seconds that it prints first. Prints one row as
// Benchmarks/run reads it. The order within a pair changes from pair to pair.
#define _GNU_SOURCE
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void fail(const char *what, char **command) {
  fprintf(stderr, "pairs: %s: %s\n", command[0], what);
  exit(1);
}

// Seconds of one run.
static double run(char **command, int printed) {
  int out[2];
  if (pipe(out) != 0) fail("no pipe", command);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, out[0]);
  pid_t pid;
  double start = now();
  if (posix_spawnp(&pid, command[0], &actions, NULL, command, environ) != 0) fail("cannot be started", command);
  close(out[1]);
  char text[256];
  size_t length = 0;
  ssize_t count;
  while ((count = read(out[0], text + length, sizeof text - 1 - length)) > 0) {
    if (length + (size_t)count < sizeof text - 1) length += (size_t)count;
  }
  int status;
  waitpid(pid, &status, 0);
  double end = now();
  close(out[0]);
  posix_spawn_file_actions_destroy(&actions);
  text[length] = 0;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) fail("failed", command);
  return printed ? strtod(text, NULL) : end - start;
}

static int compare(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static double median(double *values, int count) {
  qsort(values, (size_t)count, sizeof *values, compare);
  return values[count / 2];
}

int main(int argc, char **argv) {
  if (argc < 7) return fprintf(stderr, "usage: pairs NAME COUNT wall|printed COMMAND… -- COMMAND…\n"), 2;
  int count = atoi(argv[2]), printed = strcmp(argv[3], "printed") == 0;
  char **ours = argv + 4, **peer = ours;
  while (*peer != NULL && strcmp(*peer, "--") != 0) peer++;
  if (*peer == NULL || count < 1) return fprintf(stderr, "pairs: nothing to compare with\n"), 2;
  *peer++ = NULL;
  double *own = calloc((size_t)count * 3, sizeof *own), *other = own + count, *ratios = other + count;
  run(ours, printed);
  run(peer, printed);
  for (int i = 0; i < count; i++) {
    if (i % 2 == 0) {
      own[i] = run(ours, printed);
      other[i] = run(peer, printed);
    } else {
      other[i] = run(peer, printed);
      own[i] = run(ours, printed);
    }
    ratios[i] = own[i] / other[i];
  }
  double ratio = median(ratios, count);
  printf("%s\t%.2f\t%.2f\tms\t%.2f\t%d\n", argv[1], median(own, count) * 1e3, median(other, count) * 1e3, ratio, count);
  return 0;
}
