# Every job of a developer or a first-time user. `make help` lists them.
# The recipes name .venv/bin/python themselves, so it does not matter whether an environment is active.

SHELL := /bin/sh
PYTHON := .venv/bin/python
UV_COMPILE := $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test lint types contracts conformance pages bench template pictures lock upgrade clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '%-20s %s\n' "$$name" "$$text"; done

setup: ## make .venv with what the program needs
	@sh installer/setup.sh runtime

setup-dev: ## make .venv with what development needs, too
	@sh installer/setup.sh dev

run: setup ## print the demo issue as Word and PDF into out/
	@$(PYTHON) main.py demo --out out

test: setup-dev ## run the tests
	$(PYTHON) -m pytest -n 2

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

bench: setup-dev ## measure speed and memory
	PYTHONPATH=tests $(PYTHON) -m bench.bench

template: setup-dev ## build the official Word template from its script
	$(PYTHON) templates/make

pictures: setup-dev ## make the pictures of the README
	$(PYTHON) docs/make_pictures.py

lock: setup-dev ## bring the locks in line with pyproject.toml, keeping the versions in them
	$(UV_COMPILE) $(UV_FLAGS) pyproject.toml --output-file requirements.lock
	$(UV_COMPILE) $(UV_FLAGS) pyproject.toml --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock

upgrade: ## the same, with the newest versions
	@$(MAKE) lock UV_FLAGS=--upgrade

clean: ## remove what the other targets made
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis out
