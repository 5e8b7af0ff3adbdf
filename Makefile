# `make demo` and `make test` do everything; `make help` lists the rest.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
PORT   ?= 8080

.PHONY: help setup demo test lint words bench pictures clean

help:            ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: $(VENV)/full  ## the virtual environment with everything that tests, checks and benchmarks need

$(VENV)/pip:
	@echo "Making $(VENV) with $(PYTHON)"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; set PYTHON=" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/base: $(VENV)/pip pyproject.toml constraints.txt
	@echo "Installing Referatsøgning"
	@$(PIP) --editable .
	@touch $@

$(VENV)/full: $(VENV)/base
	@echo "Installing what tests, checks and benchmarks need (torch is large)"
	@$(PIP) --editable '.[sentence-transformers,test,lint]'
	@touch $@

demo: $(VENV)/base  ## index the examples, answer a question, serve the pages
	REFERAT_DATA=examples/data $(BIN)/referat index examples/minutes
	REFERAT_DATA=examples/data $(BIN)/referat search "tidligere beslutninger om hjemmearbejde" --size 3
	REFERAT_DATA=examples/data REFERAT_SOURCES=published $(BIN)/referat serve --port $(PORT)

test: $(VENV)/full  ## everything that can be tested here
	$(BIN)/python -m pytest

lint: $(VENV)/full  ## format, style, types, and the arrows between the rooms
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

words: $(VENV)/full  ## the catalogues of texts, with what code and templates say now; then translate what is empty
	$(BIN)/pybabel --quiet extract --mapping=pyproject.toml --add-location=file --sort-output --no-wrap --output=$(VENV)/words.pot .
	$(BIN)/pybabel --quiet update --input-file=$(VENV)/words.pot --output-dir=web/translations --no-wrap \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

bench: $(VENV)/full  ## speed and quality, as ratios
	$(BIN)/python -m benchmarks

pictures: $(VENV)/full  ## the pictures of the README, made anew from the examples (needs chromium)
	$(BIN)/python -m benchmarks.pictures

clean:           ## the virtual environment and what the demo made
	rm -rf $(VENV) examples/data build *.egg-info
