# Every task of the project is one command; `make` lists them.
# Each makes what it needs first (.venv, packages, a browser) and skips what is done.

EVENTS ?= events
HOST ?= 127.0.0.1
PORT ?= 8050
VIEW ?=
OUTPUT ?= build/timeline.html
PYTEST_ARGS ?=
# Tried in this order; each must be 3.11 or newer and able to make a virtual environment.
PYTHON ?=
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11 python

# What the picture of the README shows.
README_VIEW := country=ARM,AZE,BLR,KAZ,KGZ,MDA,RUS,TJK,TKM,UZB&window=2025-12-21/2025-12-22

VENV := .venv
RUN := $(VENV)/bin/python
VENV_MADE := $(VENV)/.made
RUNTIME_INSTALLED := $(VENV)/.runtime-installed
DEV_INSTALLED := $(VENV)/.dev-installed
VENDOR_BROUGHT := vendor/.brought
# Of plotly-basic.min.js, of the version that the plotly package of requirements.txt stands for.
PLOTLY_SHA256 := 99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba
export PLOTLY_IS_KNOWN = import hashlib, sys; \
  sys.exit(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest() != "$(PLOTLY_SHA256)")

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint format check export docs bench ci clean browser

help:  ## list these targets
	@echo "Sidelines: a timeline of international relations. Usage: make TARGET [NAME=value]"
	@echo
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  \1\t\2/p' Makefile | expand -t 12
	@echo
	@echo "Names: EVENTS=$(EVENTS) HOST=$(HOST) PORT=$(PORT) OUTPUT=$(OUTPUT) VIEW='country=ARM' PYTEST_ARGS='-k dates'"

run: $(RUNTIME_INSTALLED) $(VENDOR_BROUGHT)  ## serve the timeline: make run EVENTS=my-events PORT=9000
	@$(RUN) -m app serve "$(EVENTS)" --host "$(HOST)" --port "$(PORT)"

test: $(DEV_INSTALLED) $(VENDOR_BROUGHT) browser  ## run every test: make test PYTEST_ARGS='-m "not browser"'
	@OTHER_PYTHON="$${OTHER_PYTHON-$$($(RUN) tests/other_python.py)}"; export OTHER_PYTHON; \
	echo "==> running the tests"; $(RUN) -m pytest $(PYTEST_ARGS)

lint: $(DEV_INSTALLED)  ## style, formatting and types: ruff and mypy --strict
	@echo "==> checking style, formatting and types"
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check --quiet . || { echo "Formatting differs: run 'make format'." >&2; exit 1; }
	@$(RUN) -m mypy

format: $(DEV_INSTALLED)  ## format the Python code, and mend what can be mended
	@$(RUN) -m ruff check --fix --quiet . ; $(RUN) -m ruff format .

check: $(RUNTIME_INSTALLED)  ## check event files: make check EVENTS=my-events
	@$(RUN) -m app check "$(EVENTS)"

export: $(RUNTIME_INSTALLED)  ## write one file that works offline: make export OUTPUT=cis.html VIEW='country=ARM'
	@mkdir -p "$(dir $(OUTPUT))"
	@$(RUN) -m app export "$(EVENTS)" --output "$(OUTPUT)" --view "$(VIEW)"

docs: $(RUNTIME_INSTALLED)  ## write the generated pages of docs/ anew
	@mkdir -p build
	@$(call generate,app.cli.reference,cli.md)
	@$(call generate,app.schema.page,event-format.md)
	@$(call generate,app schema,event.schema.json)
	@$(call generate,app.error_reference tests/data/invalid,errors.md)
	@$(call generate,app.web.api_page,api.md)
	@$(call generate,app.web.openapi,openapi.json)
	@$(call picture,timeline.svg,light)
	@$(call picture,timeline-dark.svg,dark)

define picture
$(RUN) -m app export events --output docs/$(1) --theme $(2) --width 1100 --view "$(README_VIEW)" > /dev/null
endef

# A page is replaced only by a whole one.
define generate
$(RUN) -m $(1) > build/$(2) && mv build/$(2) docs/$(2) && echo "==> wrote docs/$(2)"
endef

bench: $(DEV_INSTALLED)  ## measure what reading, checking and drawing cost
	@for file in benchmarks/*.py; do echo "==> $$file"; PYTHONPATH=. $(RUN) "$$file" || exit 1; done

ci: test lint  ## what must pass before a change lands

clean:  ## remove everything that was made here, .venv included
	@rm -rf $(VENV) build vendor .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find app tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# A candidate may be a shim that exists and fails, so each one is run, not only looked up.
$(VENV_MADE):
	@chosen=; too_old=; no_venv=; \
	for python in $(if $(PYTHON),"$(PYTHON)",$(PYTHONS)); do \
	  "$$python" -c '' 2>/dev/null || continue; \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { too_old="$$python"; continue; }; \
	  "$$python" -c 'import venv, ensurepip' 2>/dev/null || { no_venv="$$python"; continue; }; \
	  chosen="$$python"; break; \
	done; \
	if [ -z "$$chosen" ]; then \
	  if [ -n "$$no_venv" ]; then \
	    echo "Sidelines: $$no_venv cannot make a virtual environment." >&2; \
	    echo "  Debian, Ubuntu: apt-get install python3-venv, then run make again." >&2; \
	  elif [ -n "$$too_old" ]; then \
	    echo "Sidelines needs Python 3.11 or newer; $$too_old is $$("$$too_old" --version 2>&1)." >&2; \
	    echo "  Install a newer one, or name it: make PYTHON=/path/to/python3.12" >&2; \
	  else \
	    echo "Sidelines needs Python 3.11 or newer, and found none$(if $(PYTHON), at $(PYTHON))." >&2; \
	    echo "  Debian, Ubuntu: apt-get install python3 python3-venv. Elsewhere: https://www.python.org/downloads/" >&2; \
	  fi; \
	  exit 1; \
	fi; \
	echo "==> making $(VENV) with $$("$$chosen" --version 2>&1)"; \
	"$$chosen" -m venv $(VENV) && touch $@

$(RUNTIME_INSTALLED): requirements.txt $(VENV_MADE)
	@echo "==> installing what Sidelines needs into $(VENV) (once, about a minute)"
	@$(call install,requirements.txt)
	@touch $@

$(DEV_INSTALLED): requirements-dev.txt $(RUNTIME_INSTALLED)
	@echo "==> installing what the tests and checks need (once, about a minute)"
	@$(call install,requirements-dev.txt)
	@touch $@

define install
$(RUN) -m pip install --quiet --quiet --disable-pip-version-check -r $(1) || { \
  echo "Sidelines could not install its packages (the lines above say why)." >&2; \
  echo "  It needs the Python Package Index once; behind a proxy set HTTPS_PROXY or pip's index-url, then run make again." >&2; \
  exit 1; }
endef

# The small plotly.js for the page, of the version that the plotly package stands for.
# Without npm the full one out of that package serves as well; the page is then heavier.
$(VENDOR_BROUGHT): requirements.txt | $(RUNTIME_INSTALLED)
	@mkdir -p vendor build
	@version=$$($(RUN) -c 'from plotly.offline import get_plotlyjs_version; print(get_plotlyjs_version())'); \
	if command -v npm >/dev/null 2>&1 \
	  && npm pack --silent --pack-destination build "plotly.js-basic-dist-min@$$version" >/dev/null 2>&1 \
	  && tar -xzf "build/plotly.js-basic-dist-min-$$version.tgz" -C build package; then \
	  if $(RUN) -c "$$PLOTLY_IS_KNOWN" build/package/plotly-basic.min.js; then \
	    mv build/package/plotly-basic.min.js vendor/plotly-basic.min.js; \
	    echo "==> brought plotly-basic.min.js $$version into vendor/"; \
	  else \
	    echo "==> refused plotly-basic.min.js $$version: its SHA-256 is not the one in the Makefile. Using the full plotly.js" >&2; \
	  fi; \
	else \
	  echo "==> npm is missing or offline: using the full plotly.js of the plotly package" >&2; \
	fi; \
	rm -rf build/package
	@touch $@

browser: $(DEV_INSTALLED)
	@$(RUN) tests/browser/chromium.py >/dev/null 2>&1 || { \
	  echo "==> bringing a Chromium for the tests (once)"; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null; \
	  else \
	    $(RUN) -m playwright install chromium; \
	  fi; \
	} || { \
	  echo "Sidelines could not bring a Chromium. Install one (chromium, chromium-browser or google-chrome on the PATH)," >&2; \
	  echo "  or run the other tests: make test PYTEST_ARGS='-m \"not browser\"'" >&2; \
	  exit 1; }
