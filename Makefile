# The commands of this repository. `make demo` and `make test` do all set-up on a fresh Debian machine with Swift.
.PHONY: deps demo test lint generated examples release bench recordings lua-suite fuzz failures sanitize tsan documentation page embedding load clean
SWIFT ?= swift
JOBS := $(shell nproc 2>/dev/null || sysctl -n hw.ncpu)
CLI := .build/debug/logto-lua
RELEASE := .build/static/release/logto-lua

deps:
	@scripts/install-dependencies

demo: deps
	$(SWIFT) build --product logto-lua
	$(CLI) --demo examples/quickstart.lua

test: deps
	$(SWIFT) build --build-tests
	SWIFT=$(SWIFT) scripts/run-tests

# The recordings of a real tenant: replayed through the Lua surface (prints the counts), and those of the client.
recordings: deps
	$(SWIFT) build --build-tests
	SWIFT=$(SWIFT) scripts/run-tests RecordingsTests LogtoClientTests

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests examples/embedding
	@scripts/check-repository

# Regenerates what is generated and compares it with what is checked in.
generated: deps
	$(SWIFT) build --product CatalogueGenerator
	.build/debug/CatalogueGenerator --check

examples: deps
	@scripts/install-dependencies examples
	$(SWIFT) build --product logto-lua
	scripts/check-examples $(CLI)

# One self-contained binary: the code of Swift, Lua and C++ inside, system libraries loaded at first use. What it starts
# with is counted: no search for libraries beside it, and its own addresses (it is position-independent) as a bitmap.
# Lua's code begins at a cache line: else its loops are as fast or 8% slower as the linker happens to place them.
LIBRARIES := .build/static-libraries
TOOLS = $(dir $(realpath $(shell command -v $(SWIFT))))
release: deps
	@mkdir -p .build/pkgconfig $(LIBRARIES)
	@sed 's/^Libs:.*/Libs: -l:liblua5.4.a -lm -ldl/; /^Libs.private/d' "$$(pkg-config --variable=pcfiledir lua5.4)/lua5.4.pc" \
		> .build/pkgconfig/lua5.4.pc
	@ln -sf "$$($(TOOLS)clang -print-file-name=libstdc++.a)" $(LIBRARIES)/libstdc++.a
	@ln -sf "$$($(TOOLS)clang -print-file-name=libgcc_eh.a)" $(LIBRARIES)/libgcc_s.a
	@$(TOOLS)llvm-objcopy --set-section-alignment .text=64 "$$($(TOOLS)clang -print-file-name=liblua5.4.a)" \
		$(LIBRARIES)/liblua5.4.a
	PKG_CONFIG_PATH=$(CURDIR)/.build/pkgconfig $(SWIFT) build -c release --static-swift-stdlib \
		--scratch-path .build/static --product logto-lua --disable-local-rpath -Xswiftc -use-ld=lld -Xlinker -S \
		-Xlinker -L$(CURDIR)/$(LIBRARIES) -Xlinker -z -Xlinker pack-relative-relocs

bench: release
	scripts/install-dependencies bench
	Benchmarks/run $(RELEASE)

# The official tests of Lua 5.4.4 in the sandbox: make lua-suite TESTES=lua/testes (repository lua/lua, tag v5.4.4).
lua-suite: deps
	$(SWIFT) build --product logto-lua
	scripts/lua-suite $(TESTES) $(CLI)

# Runs the four libFuzzer harnesses one after the other, FUZZ_SECONDS of CPU time each; what they find new goes to
# .build/fuzz. FUZZ=scripts takes one; LUA_SOURCES=folder compiles that liblua in, instrumented (scripts/fuzz).
fuzz: deps
	scripts/fuzz $(or $(FUZZ_SECONDS),1800) $(FUZZ)

# Fails every allocation of the examples, the attacks and the JSON round trips, two in a row, and prints the counts.
failures: deps
	$(SWIFT) build -c release -Xcc -DDEBUG --product InjectFailures
	.build/release/InjectFailures . $(FAILURES)

# Every public symbol says what it is, every link of the articles leads somewhere, every Swift snippet compiles.
documentation: deps
	$(SWIFT) build --build-tests
	scripts/check-documentation
	scripts/check-snippets

# The HTML reference in a headless browser, which is installed where it is missing.
page: deps
	$(SWIFT) build --build-tests
	scripts/check-page

# The service of examples/embedding, a package of its own: builds it and runs its tests.
EMBEDDING := --package-path examples/embedding --scratch-path .build/embedding
embedding: deps
	$(SWIFT) build --build-tests $(EMBEDDING)
	@PACKAGE=examples/embedding SCRATCH=.build/embedding SWIFT=$(SWIFT) scripts/run-tests ScriptServiceTests

# That service under LOAD_SECONDS of hostile scripts beside honest ones, the tenant TENANT_MS away: the times of the
# honest ones, alone and so.
load: deps
	$(SWIFT) build -c release $(EMBEDDING)
	.build/embedding/release/script-load .build/embedding/release/script-service Tests/AttacksTests/attacks \
		$(or $(LOAD_SECONDS),60) $(or $(TENANT_MS),20)

# The tests once more under AddressSanitizer and UndefinedBehaviorSanitizer (traps), and the processes that they start: a
# line a target, with the number of reports. The leak check is on where states are made and freed.
sanitize: deps
	$(SWIFT) build --build-tests --sanitize address -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined \
		--scratch-path .build/sanitize
	@SWIFT=$(SWIFT) scripts/sanitize address $(notdir $(wildcard Tests/*Tests))

# The tests once more under ThreadSanitizer, and the processes that they start: a line a target, with the number of data
# races that it found.
tsan: deps
	$(SWIFT) build --build-tests --sanitize thread --scratch-path .build/tsan
	@SWIFT=$(SWIFT) scripts/sanitize thread $(notdir $(wildcard Tests/*Tests))

clean:
	rm -rf .build
