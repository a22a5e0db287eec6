// What the harnesses share.
#pragma once
#include <stddef.h>
#include <stdint.h>

// libFuzzer's loop (its runtime without `main`).
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*body)(const uint8_t *data, size_t size));

// Called after every input: ends the process, by libFuzzer's own way out, once it has used the CPU seconds (of all its
// threads, user and system) that the environment's FUZZ_SECONDS names. libFuzzer itself counts wall time alone.
void fuzz_count(void);
