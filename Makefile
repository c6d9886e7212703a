# Two commands matter: `make demo` and `make test`. Both set the machine up first; `make help` lists the rest.
SHELL := bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test bench fuzz tidy format clean native wasm web unit

JOBS ?= $(shell nproc 2>/dev/null || echo 2)
FUZZ_SECONDS ?= 60
SETUP := cmake/setup.sh cmake/setup/packages.sh cmake/setup/sources.sh package-lock.json

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' Makefile

demo: native wasm web ## build all and serve the demo page (PORT=8080 forces a port)
	@bash cmake/demo.sh

test: build/.setup-test native wasm web unit ## run every test (SUITES="core widget" picks some)
	@node tests/run.mjs $(SUITES)

bench: build/.setup-bench native wasm web ## print the figures we watch
	@cmake --build --preset native --target canvass_bench -j $(JOBS)
	@cmake --build --preset wasm --target canvass_bench -j $(JOBS)
	@set -e; for script in tests/package/size.mjs tests/bench/*.mjs; do [ ! -f $$script ] || { echo "== $$script"; node $$script; }; done

fuzz: build/.setup-fuzz build/fuzz/.configured ## fuzz each target for FUZZ_SECONDS=60
	@cmake --build --preset fuzz --target canvass_fuzz -j $(JOBS)
	@node tests/fuzz/seeds.mjs build/fuzz
	@set -e; for target in build/fuzz/fuzz/*; do [ -x $$target ] || continue; \
	  echo "== $$target"; corpus=build/fuzz/corpus/$${target##*/}; mkdir -p $$corpus; \
	  $$target -max_total_time=$(FUZZ_SECONDS) -max_len=8192 -dict=build/fuzz/words.dict -artifact_prefix=build/fuzz/ $$corpus; done

tidy: build/.setup-tidy build/tidy/.configured ## clang's warnings and clang-tidy
	@cmake --build --preset tidy -j $(JOBS) -- -k $(if $(wildcard build/tidy/build.ninja),0,)

format: build/.setup-format ## format the C++ sources
	@git ls-files -co --exclude-standard '*.cpp' '*.h' | xargs -r clang-format-14 -i

clean: ## remove everything built (what was fetched stays)
	rm -rf dist build/bin build/native build/test build/wasm build/fuzz build/tidy build/demo

native: build/native/.configured
	@cmake --build --preset native -j $(JOBS)

unit: build/test/.configured
	@cmake --build --preset test -j $(JOBS)

wasm: build/wasm/.configured
	@cmake --build --preset wasm -j $(JOBS)

web: dist/canvass.js

dist/canvass.js: $(shell find shell/web assets/locales assets/themes.css -type f ! -name '*.cpp' ! -name '*.h' 2>/dev/null) package-lock.json | build/.setup-demo
	@node shell/web/build.mjs

# Configuring is done once; CMake itself notices changed lists and new source files.
build/%/.configured: CMakePresets.json | build/.setup-demo
	@cmake --preset $* -G "$$(command -v ninja >/dev/null && echo Ninja || echo Unix Makefiles)" --log-level=WARNING >/dev/null
	@touch $@

build/.setup-%: $(SETUP)
	@bash cmake/setup.sh $*
