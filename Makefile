# Everything here sets itself up: what is needed is make and Python 3.11 or newer.

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site serve demo pictures test fuzz bench lint lock clean

# The first Python on the path that is new enough; or name one: make PYTHON=python3.13 site
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
PORT ?= 8000
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
  --no-emit-index-url --no-emit-find-links
export NO_MKDOCS_2_WARNING := 1

site: .venv/installed
	$(BIN)/briefing build
	@echo
	@echo "The site is in site/. To look at it: make serve, or put the folder on any web server."

serve: .venv/installed
	$(BIN)/briefing serve

# The made-up desk of the tests: twenty briefs, every kind of page
demo: .venv/installed
	@$(BIN)/python tests/free_port.py $(PORT)
	$(BIN)/briefing build --root tests/demo
	@echo "The demonstration site is at http://localhost:$(PORT)/ (Ctrl+C ends it)"
	$(BIN)/python -m http.server --directory tests/demo/site --bind localhost $(PORT)

# Every kind of page of it, on a phone and on a desk, light, dark and printed, to be looked at after a change
pictures: .venv/tests-installed
	CHROMIUM="$$($(BIN)/python tests/chromium.py)" && export CHROMIUM && $(BIN)/python tests/pictures.py

test: .venv/tests-installed
	$(BIN)/python -m compileall -q generator  # a hundred processes begin with it
	CHROMIUM="$$($(BIN)/python tests/chromium.py)" && export CHROMIUM && $(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder

# Longer than `make test` may be: random edits built on and held against clean builds, builds that are killed, and
# twenty times as many examples of all that is drawn at random
fuzz: .venv/tests-installed
	FUZZ_RUNS=40 FUZZ_STEPS=20 FUZZ_KILLS=400 $(BIN)/python -m pytest -n 2 --dist loadfile tests/test_incremental.py tests/test_crash.py
	FUZZ_RUNS=1000 $(BIN)/python -m pytest -n 2 tests/test_keys.py
	FUZZ_TIMES=20 $(BIN)/python -m pytest -n 2 --dist loadfile $$(grep -l 'from effort import' tests/*.py)

# Takes an hour or more: times, memory and bytes at 1,000 and 10,000 briefs, beside other programs. What was stopped
# goes on; less of it: make bench BENCH="--sizes 1000 --only first,edit,hugo"
bench: .venv/bench-installed
	CHROMIUM="$$($(BIN)/python tests/chromium.py)" && export CHROMIUM && $(BIN)/python tests/bench/measure.py $(BENCH)

lint: .venv/tests-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Pins what pyproject.toml asks for, with the sum of every file, for every system and Python from 3.11 on
lock: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(COMPILE) --upgrade --group build pyproject.toml --output-file requirements.lock
	$(COMPILE) --upgrade --group test --constraint requirements.lock --output-file tests/requirements.lock
	$(COMPILE) --upgrade --group bench --output-file tests/bench/requirements.lock

clean:
	rm -rf .venv build site tests/demo/build tests/demo/site *.egg-info

# The package itself is installed without the network: what builds it is in the lock too.
.venv/installed: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none was found on the path." >&2; exit 1; }
	@echo "Setting up .venv; this takes a minute, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
	$(INSTALL) --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-build-isolation --no-deps --editable .
	@touch $@

.venv/tests-installed: .venv/installed tests/requirements.lock tests/html/package-lock.json
	$(INSTALL) --requirement requirements.lock --requirement tests/requirements.lock
	$(BIN)/python tests/html_checker.py
	@touch $@

.venv/bench-installed: .venv/tests-installed tests/bench/requirements.lock
	$(INSTALL) --requirement tests/bench/requirements.lock
	@touch $@
