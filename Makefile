# Every job of a developer or a first-time user. `make help` lists them.
# The recipes name .venv/bin/python themselves, so it does not matter whether an environment is active.

SHELL := /bin/sh
PYTHON := .venv/bin/python
UV_COMPILE := $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url

.DEFAULT_GOAL := help
.NOTPARALLEL: # setup comes first
.PHONY: help setup setup-dev translations run test lint types contracts conformance pages fuzz imports bench template pictures \
	screenshots lock upgrade clean

FUZZ_TRIES := 20000

# The languages of the window, as Qt reads them.
LANGUAGES := $(patsubst %.ts,%.qm,$(wildcard resources/translations/*.ts))

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '%-20s %s\n' "$$name" "$$text"; done

setup: ## make .venv with what the program needs
	@sh installer/setup.sh runtime

setup-dev: ## make .venv with what development needs, too
	@sh installer/setup.sh dev

run: setup $(LANGUAGES) ## open the window; without a screen, print the demo issue into out/
	@if $(PYTHON) -m bulletin_editor.display; then \
		$(PYTHON) main.py; \
	else \
		$(PYTHON) main.py demo --out out && \
		echo "There is no screen here. Where there is one, 'make run' or '$(PYTHON) main.py' opens the window."; \
	fi

resources/translations/%.qm: resources/translations/%.ts | setup
	@.venv/bin/pyside6-lrelease -silent $< -qm $@

translations: setup-dev ## bring the translations in line with the source; FROM=folder of TOML files with new ones
	@$(PYTHON) resources/translations/update.py $(FROM)

test: setup-dev $(LANGUAGES) ## run the tests
	$(PYTHON) -m pytest -n 2 --dist worksteal

lint: setup-dev ## check style and format
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types: setup-dev ## check the types
	$(PYTHON) -m mypy

contracts: setup-dev ## check who may import whom
	$(PYTHON) .venv/bin/lint-imports

conformance: setup-dev ## check the files against their standards (needs qpdf, Java, Maven)
	PYTHONPATH=tests $(PYTHON) -m conformance.check_files $(ISSUES)

pages: setup-dev ## check that Word falls into the pages of the PDF (needs LibreOffice)
	PYTHONPATH=tests $(PYTHON) -m conformance.check_pages $(ISSUES)

fuzz: setup-dev ## try what reads files with 20,000 damaged ones; FUZZ_TRIES=number for another number
	$(PYTHON) -m pytest -n 2 --dist worksteal tests/fuzz --fuzz-tries=$(FUZZ_TRIES)

imports: setup-dev ## check that no word of Word files is lost: FILES="file or folder …" (needs LibreOffice)
	PYTHONPATH=tests $(PYTHON) -m conformance.check_imports $(FILES)

bench: setup-dev $(LANGUAGES) ## measure speed and memory
	PYTHONPATH=tests $(PYTHON) -m bench.bench

template: setup-dev ## build the official Word template from its script
	$(PYTHON) templates/make

pictures: setup-dev ## make the pictures of the README
	$(PYTHON) docs/make_pictures.py

screenshots: setup-dev $(LANGUAGES) ## make the pictures of the window (needs Xvfb)
	@command -v xvfb-run >/dev/null || { echo "xvfb-run is missing: apt-get install xvfb xauth"; exit 1; }
	PYTHONPATH=. xvfb-run --auto-servernum --server-args="-screen 0 1920x1200x24" \
		$(PYTHON) docs/make_screenshots.py

lock: setup-dev ## bring the locks in line with pyproject.toml, keeping the versions in them
	$(UV_COMPILE) $(UV_FLAGS) pyproject.toml --output-file requirements.lock
	$(UV_COMPILE) $(UV_FLAGS) pyproject.toml --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock

upgrade: ## the same, with the newest versions
	@$(MAKE) lock UV_FLAGS=--upgrade

clean: ## remove what the other targets made
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis out $(LANGUAGES)
