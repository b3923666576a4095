# The commands of the house; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
PYTHON ?= python3
# What was set up from which lock file; the second holds all that the first does.
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.NOTPARALLEL:
.PHONY: help setup run test check translations bench fuzz soak bundle deb screenshots docs lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

setup: $(READY_DEV) translations ## make .venv from the lock files, and the system libraries that Qt needs

$(READY): packaging/requirements.lock packaging/setup.sh
	bash packaging/setup.sh $(PYTHON) $(VENV) packaging/requirements.lock
	touch $(READY)

$(READY_DEV): packaging/requirements-dev.lock packaging/setup.sh
	bash packaging/setup.sh $(PYTHON) $(VENV) packaging/requirements-dev.lock dev
	touch $(READY) $(READY_DEV)

translations: $(READY) ## compile the catalogues of resources/translations
	$(PY) -m leghorn_bench.texts.compile

run: translations ## open the program; DEMO=1 opens it on made-up data
	$(PY) main.py $(if $(DEMO),--demo)

check: setup ## format, lint, types, layers
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(OFFSCREEN) $(PY) -m pytest -q tests/architecture

test: check ## check, then every test, without a display
	$(OFFSCREEN) $(PY) -m pytest -q -n 2 tests

bench: setup ## measure against the budgets of the design, as ratios; ONLY=start measures one file
	$(OFFSCREEN) $(PY) tests/benchmarks/run.py $(ONLY)

fuzz: setup ## feed each decoder what a fuzzer finds, FUZZ_SECONDS=30 each; ONLY=m100 fuzzes one
	$(PY) tests/fuzz/fuzz_decoders.py $(ONLY)

soak: setup ## 200 tags a second through a real pty, none lost, in time on the window; SOAK_SECONDS=3600 for an hour
	$(PY) -m pytest -q -s tests/soak

bundle: setup ## a folder under packaging/dist that runs without Python, and a test that it does
	bash packaging/setup.sh $(PYTHON) $(VENV) packaging/requirements-dev.lock bundle
	$(PY) -m PyInstaller --noconfirm --log-level WARN --distpath packaging/dist --workpath packaging/build packaging/leghorn-bench.spec
	$(PY) packaging/smoke.py packaging/dist/leghorn-bench

screenshots: setup ## draw the pictures of the README, and every widget in both looks, languages and scales into packaging/build/screenshots
	PYTHONPATH=. $(PY) packaging/portraits.py
	PYTHONPATH=. $(PY) packaging/reader_states.py
	$(PY) packaging/screenshots.py

docs: setup ## draw the states of cases and devices into docs/states.md
	PYTHONPATH=. $(PY) packaging/draw_states.py

deb: bundle ## a Debian package of that folder
	bash packaging/debian.sh packaging/dist/leghorn-bench packaging/dist

clean: ## remove what was built; your own data are elsewhere
	rm -rf build dist packaging/build packaging/dist

lock: ## choose versions again (needs uv on the path)
	uv pip compile -q pyproject.toml --extra postgresql --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header -o packaging/requirements.lock
	uv pip compile -q pyproject.toml --extra postgresql --group dev --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header -o packaging/requirements-dev.lock
