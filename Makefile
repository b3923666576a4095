# The commands of the house; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
PYTHON ?= python3
STAMP := $(VENV)/.ready
export QT_QPA_PLATFORM_TEST := offscreen

.PHONY: help setup run test check lint types layers translations bench screenshots bundle lock soak fuzz clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

setup: $(STAMP) translations ## make .venv from the lock files, and the system libraries that Qt needs

$(STAMP): packaging/requirements-dev.lock packaging/setup.sh
	bash packaging/setup.sh $(PYTHON) $(VENV) packaging/requirements-dev.lock
	touch $(STAMP)

translations: $(STAMP) ## compile the catalogues of resources/translations
	$(PY) -m leghorn_bench.texts.compile

run: setup ## open the program; DEMO=1 opens it on made-up data
	$(PY) main.py $(if $(DEMO),--demo)

check: setup ## format, lint, types, layers
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q tests/architecture

test: check ## check, then every test, without a display
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 tests

lock: ## choose versions again (needs uv on the path)
	uv pip compile -q pyproject.toml --extra postgresql --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header -o packaging/requirements.lock
	uv pip compile -q pyproject.toml --extra postgresql --group dev --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header -o packaging/requirements-dev.lock
