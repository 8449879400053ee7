# Marshrut: the two commands of the README are `make run` and `make test`.
.DEFAULT_GOAL := help
SHELL := /bin/bash
MARSHRUT := .build/release/marshrut

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## install what is missing: GSL and pkg-config (a Swift 6.2 or later toolchain must be there)
	@scripts/setup

.PHONY: build
build: setup ## build the program; it runs without a toolchain
	scripts/build marshrut

.PHONY: run
run: build ## the main job: compare Korkino's three designs on the same families (OPTIONS='--lang en')
	$(MARSHRUT) compare Scenarios/korkino.yaml $(OPTIONS)

.PHONY: test
test: setup ## prove the program right: style, borders, tests, scenarios, a quick benchmark
	scripts/test

.PHONY: proof
proof: setup ## the same proofs at full size, part by part; may be stopped and taken up again (PARTS='coverage')
	scripts/proof $(PARTS)

.PHONY: bench
bench: setup ## time the engine against the C programs in Benchmarks/c-limit
	scripts/bench

.PHONY: bench-check
bench-check: setup ## count the engine's instructions; fails at 3 % more than the kept counts
	scripts/bench --check

.PHONY: clean
clean: ## remove what was built
	rm -rf .build
