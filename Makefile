# Everything here starts from a fresh clone, with nothing but Python 3.11+, git and make.
# What a step made is its stamp: it is made again only when something that it rests on has changed.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= 2

BIN := .venv/bin
NPM := $(BIN)/python tools/web.py npm
CONTRACT := openapi/afterview.v1.json
TYPES := frontend/src/api/schema.d.ts
MODULES := frontend/node_modules/.package-lock.json
PAGES := frontend/dist/index.html
SOURCES := $(shell find frontend \( -name node_modules -o -name dist \) -prune -o -type f ! -name schema.d.ts -print)
LOCK := $(BIN)/python -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test check lint openapi lock bench clean

help:  ## show this list
	@echo "Afterview: the next right step after a job interview, by when, and why."
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: .venv/installed $(PAGES)  ## make .venv with everything in it, and build the pages

run: setup  ## set up, bring the database up to date, and serve at http://127.0.0.1:8000
	@$(BIN)/afterview migrate
	@exec $(BIN)/afterview serve --host $(HOST) --port $(PORT)

test: setup check  ## set up, and run everything that CI runs
	@$(BIN)/python tools/programs.py
	@echo "Running the tests ..."
	@$(BIN)/python -m pytest --quiet --numprocesses $(WORKERS) --dist worksteal
	@echo "Everything passed."

check: setup
	@echo "Checking style, types and imports ..."
	@$(BIN)/python -m ruff check --quiet .
	@$(BIN)/python -m ruff format --quiet --check . || { echo "Run: make lint"; exit 1; }
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-logo
	@echo "Checking the pages ..."
	@$(NPM) --silent run check
	@$(NPM) --silent test

lint: setup  ## put the code in shape, and say what is left to mend
	@$(BIN)/python -m ruff format .
	@$(BIN)/python -m ruff check --fix .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-logo

openapi: .venv/installed  ## write the contract anew from the code
	@$(BIN)/afterview openapi > $(CONTRACT).new
	@if cmp -s $(CONTRACT).new $(CONTRACT); then rm $(CONTRACT).new; else mv $(CONTRACT).new $(CONTRACT); fi
	@echo "$(CONTRACT) says what the code says."

lock: .venv/installed  ## pin what pyproject.toml and package.json ask for
	@$(LOCK) --group dev --output-file requirements.lock
	@$(LOCK) --constraint requirements.lock --output-file requirements-runtime.lock
	@$(NPM) install --package-lock-only

bench: setup  ## measure what must stay fast, as ratios in one run
	@$(BIN)/python -m benchmarks

clean:  ## forget everything that was made, but not the data
	rm -rf .venv frontend/node_modules frontend/dist $(TYPES) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/installed: requirements.lock pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py
	@touch $@

$(MODULES): frontend/package.json frontend/package-lock.json | .venv/installed
	@echo "Installing the locked packages of the pages ..."
	@$(NPM) --loglevel error ci || { echo "That failed: read the lines above. Is npm's registry within reach? Then run make again."; exit 1; }
	@touch $@

$(TYPES): $(CONTRACT) $(MODULES)
	@$(NPM) --silent run types
	@touch $@

$(PAGES): $(SOURCES) $(TYPES)
	@echo "Building the pages ..."
	@$(NPM) --silent run build
	@touch $@
