# Everything a person types. `make help` lists it.
PYTHON ?= python3.11
BIN := .venv/bin
# Two workers, a file of tests each: most of a test's time is one thread of one process.
PARALLEL := --numprocesses 2 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help study ui test test-long check clean

help:  ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

study: .venv/.installed  ## Set up, and run the embedded study from images to the published database.
	@$(BIN)/medfrag study run

ui: .venv/.installed  ## Open the Dagster web UI on http://127.0.0.1:3000.
	@$(BIN)/medfrag ui

test: .venv/.installed  ## Set up, and run the tests.
	$(BIN)/python -m pytest $(PARALLEL) -m "not long"

test-long: .venv/.installed  ## Run what is too slow for every day.
	$(BIN)/python -m pytest $(PARALLEL) -m long

check: .venv/.installed  ## Lint, types, SQL style.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --disable-progress-bar dbt_reports

clean: .venv/.installed  ## Remove what runs wrote. Checkpoints (data/embedded, data/checkpoints) stay.
	@$(BIN)/medfrag clean
	rm -rf dbt_reports/target dbt_reports/logs .mypy_cache .ruff_cache .pytest_cache

# uv installs in seconds what takes pip minutes; without it, pip does the same. uv does not read pip's own
# setting of local wheels (find-links), so it is told.
.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet uv || echo "uv cannot be installed; pip takes its place"
	@if [ -x $(BIN)/uv ]; then \
	  UV_FIND_LINKS="$${PIP_FIND_LINKS:-$$($(BIN)/python -m pip config get global.find-links 2>/dev/null)}" \
	    $(BIN)/uv pip install --python $(BIN)/python --constraint constraints.txt --editable ".[dev]"; \
	else \
	  $(BIN)/python -m pip install --constraint constraints.txt --editable ".[dev]"; \
	fi
	@touch $@
