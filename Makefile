# Everything one types while working on quotetrack; `make help` lists it.

ENVIRONMENT := .venv
BIN := $(ENVIRONMENT)/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

.PHONY: help
help: ## List these commands.
	@awk -F ':.*## ' '/^[a-z.]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: $(ENVIRONMENT)/ready-to-run ## Open quotetrack on a private copy of the sample database.
	@$(BIN)/quotetrack demo

# pytest comes last: its summary is the line that everyone looks for.
.PHONY: test
test: check ## Run everything that CI runs: style, types, doors between rooms, tests, coverage.
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -q -p development.coverage_gates \
		--cov=quotetrack.domain --cov=quotetrack.store --cov-report=

.PHONY: check
check: $(ENVIRONMENT)/ready-to-develop ## Check style, types and the doors between rooms, without running tests.
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo 'Run: $(BIN)/ruff format .'; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/lint-imports > $(ENVIRONMENT)/import-contracts 2>&1 || { cat $(ENVIRONMENT)/import-contracts; exit 1; }

.PHONY: sample.db
sample.db: $(ENVIRONMENT)/ready-to-develop ## Rebuild the sample database from sample/.
	@$(BIN)/python -m sample.build

.PHONY: docs
docs: $(ENVIRONMENT)/ready-to-develop ## Regenerate the generated pages and the picture in the README.
	@$(BIN)/python -m development.documentation
	@$(BIN)/python -m development.picture

.PHONY: benchmark
benchmark: $(ENVIRONMENT)/ready-to-develop ## Measure start, search command and keys.
	@$(BIN)/python -m benchmarks.search_command
	@$(BIN)/python -m benchmarks.start
	@$(BIN)/python -m benchmarks.keys

.PHONY: clean
clean: ## Remove the virtual environment and everything else that can be made again.
	@rm -rf $(ENVIRONMENT) build dist .coverage .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache snapshot_report.html
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps below are newer than what they were made from, so a second call has nothing to do.

$(ENVIRONMENT)/created:
	@python=$$(sh development/find_python.sh "$(PYTHON)") && \
		echo "Making a virtual environment in $(ENVIRONMENT) with $$python ..." && \
		"$$python" -m venv --clear $(ENVIRONMENT)
	@touch $@

# The build backend is installed first, at its pinned version, instead of unpinned in an isolated build.
$(ENVIRONMENT)/ready-to-run: $(ENVIRONMENT)/created pyproject.toml constraints.txt
	@echo "Installing what quotetrack needs ..."
	@$(INSTALL) hatchling
	@$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(ENVIRONMENT)/ready-to-develop: $(ENVIRONMENT)/ready-to-run
	@echo "Installing what its tests need ..."
	@$(INSTALL) --no-build-isolation --editable '.[dev]'
	@touch $@
