# make site   builds the directory into _site/      make serve  shows it and rebuilds on every change
# make test   runs every test                       make all    is what to run before sending a change

PYTHON  ?= python3
VENV    ?= .venv
BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip --disable-pip-version-check
SITE    := _site
SBOM    := sitegen.cdx.json
PORT    ?= 8000
PYTEST  := $(BIN)/python -m pytest

# Some containers bar Python from keeping what it compiled; the tests start it some hundred times.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site serve check test trust slow fuzz lint format golden trees screenshots messages problems docs bench bench-large eval all lock sbom audit clean

site: $(VENV)/.stamp
	@$(BIN)/sitegen build --output $(SITE)
	@echo "The site is in $(SITE)/. Look at it with: make serve"

serve: $(VENV)/.stamp
	@$(BIN)/sitegen serve --port $(PORT)

check: $(VENV)/.stamp
	@$(BIN)/sitegen check

# One more than there are processors: a third of the tests wait for a browser or for another program.
test: $(VENV)/.stamp-tests
	@$(BIN)/python tests/browser/finder.py --install
	$(PYTEST) -m "not slow and not trust" -n 3 --dist loadfile --no-loadscope-reorder

# Attacks, kills, faults, private values, another Python, every page in a browser; says how many of each.
TRUST := tests/test_attacks.py tests/test_crash.py tests/test_reproducible.py tests/test_sealed.py tests/test_canaries.py \
	tests/test_bounded.py tests/test_verify.py tests/test_fuzz.py tests/test_trust.py tests/test_workers.py \
	tests/browser/test_hostile.py tests/browser/test_faults.py tests/browser/test_search_page.py tests/browser/test_shortlist.py
trust: $(VENV)/.stamp-tests
	@$(BIN)/python tests/browser/finder.py --install
	$(PYTEST) -q -n 2 --dist loadfile --no-loadscope-reorder $(TRUST)

slow: $(VENV)/.stamp-tests
	@$(BIN)/python tests/browser/finder.py --install
	$(PYTEST) -m slow -n 2 --dist loadfile

# Mutated files by the hundred thousand; what it finds goes into KEPT in tests/test_fuzz.py. Then
# builds after two hundred sequences of random edits.
fuzz: $(VENV)/.stamp-tests
	SITEGEN_FUZZ=$${SITEGEN_FUZZ:-100000} SITEGEN_FUZZ_SEED=$${SITEGEN_FUZZ_SEED:-$$(date +%s)} $(PYTEST) -n 2 tests/test_fuzz.py
	SITEGEN_EDITS=$${SITEGEN_EDITS:-200} $(PYTEST) -m slow -n 2 tests/test_edits.py

lint: $(VENV)/.stamp-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.stamp-tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: $(VENV)/.stamp-tests
	$(BIN)/python -m tests.golden_site
	@git --no-pager diff --stat -- tests/golden tests/sites

trees: $(VENV)/.stamp-tests
	@$(BIN)/python tests/browser/finder.py --install
	SITEGEN_TREES=1 $(PYTEST) -q tests/browser/test_trees.py
	@git --no-pager diff --stat -- tests/browser/trees

screenshots: $(VENV)/.stamp-tests
	$(BIN)/python -m tests.screenshots

messages: $(VENV)/.stamp
	$(BIN)/python -m sitegen.i18n > sitegen/locales/sitegen.pot

problems: $(VENV)/.stamp
	$(BIN)/python -m sitegen.catalogue > docs/problems.md

docs: $(VENV)/.stamp problems
	$(BIN)/python -m sitegen.schema docs
	$(BIN)/python -m sitegen.doctor.shipped > sitegen/doctor/shipped.txt

# Peers stand in a folder of their own. The growth is written down in docs/benchmarks.md.
PEERS := $(VENV)/peers
GROWTH := $(BIN)/python -m benchmarks.growth --write docs/benchmarks.md
bench bench-large: export PYTHONPATH := $(PEERS)
bench: $(VENV)/.stamp-bench
	@$(BIN)/python tests/browser/finder.py --install
	$(GROWTH) 100 1000 10000
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.matching
	$(BIN)/python -m benchmarks.guides
	$(BIN)/python -m benchmarks.serving
	$(BIN)/python -m benchmarks.search

# Takes long, and room on the disk for the site of fifty thousand, its next edition and the peer's.
bench-large: $(VENV)/.stamp-bench
	$(GROWTH) 50000
	$(BIN)/python -m benchmarks.simulation

eval: $(VENV)/.stamp-tests
	$(BIN)/python -m benchmarks.evaluate

all: lint test site

# What the site is built with, for whoever has to know; the time in it is that of the commit.
sbom: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct)
sbom: $(VENV)/.stamp-supply
	@$(BIN)/python -m tests.supply.sbom $(SBOM)
	@echo "The bill of materials is in $(SBOM)."

# Exit code 3 where the service of known holes cannot be asked: that is not a pass.
audit: $(VENV)/.stamp-supply
	@$(BIN)/python -m tests.supply.audit

# The locks name no registry and hold for every platform; uv is needed for this target alone.
LOCK := uv pip compile --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -q
lock:
	$(LOCK) pyproject.toml --group build -o requirements.lock
	$(LOCK) pyproject.toml --extra storage -c requirements.lock -o sitegen/storage/requirements.lock
	$(LOCK) pyproject.toml --extra cluster -c requirements.lock -c sitegen/storage/requirements.lock -o sitegen/cluster/requirements.lock
	$(LOCK) pyproject.toml --extra storage --extra cluster --group dev -c requirements.lock -c sitegen/storage/requirements.lock -c sitegen/cluster/requirements.lock -o tests/requirements.lock
	$(LOCK) --group bench -o benchmarks/requirements.lock
	$(LOCK) --group audit -c requirements.lock -c tests/requirements.lock -o tests/supply/requirements.lock

$(VENV)/.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "sitegen needs Python 3.11 or newer; say which with: make PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing. On Debian and Ubuntu: apt install python3-venv"; exit 2; }
	@echo "Installing what requirements.lock names into $(VENV)/ ..."
	@$(PIP) install -q --require-hashes -r requirements.lock
	@$(PIP) install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.stamp-tests: $(VENV)/.stamp tests/requirements.lock
	@echo "Installing what tests/requirements.lock names into $(VENV)/ ..."
	@$(PIP) install -q --require-hashes -r tests/requirements.lock
	@touch $@

# What is only compared with. Where it cannot be had, the benchmark does without and says so.
$(VENV)/.stamp-bench: $(VENV)/.stamp-tests benchmarks/requirements.lock
	@$(PIP) install -q --upgrade --target $(PEERS) --require-hashes -r benchmarks/requirements.lock && touch $@ || true

$(VENV)/.stamp-supply: $(VENV)/.stamp tests/supply/requirements.lock
	@$(PIP) install -q --require-hashes -r tests/supply/requirements.lock
	@touch $@

clean:
	rm -rf $(VENV) $(SITE) $(SBOM) .mypy_cache .ruff_cache .pytest_cache test-results
