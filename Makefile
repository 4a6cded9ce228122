# make edition   the example edition, built into output/
# make test      everything that can be tested on this machine
# make bench     what the passes cost, measured against parsing the same document; what a site of
#                1,000 documents costs, against rendering them alone; what whole builds cost, up to
#                10,000 documents (about a quarter of an hour)
# make docs      the documentation as pages of the web, in build/docs
# make weights   the weights of the evidence learned anew, and measured, from texts of known truth
# make reliability   docs/reliability.md from the tables that were learned without one volume each
# make schemas   RNG and XSD derived anew from schemas/edition.rnc
# make guide     the ODD and the guide to the encoding, from the schemas and schemas/guide.xml
# make clean     removes what was made here, but not output/, where TEI may have been corrected
#
# Each makes its own environment in .venv when it is first needed; nothing but Python is asked for.
# Another interpreter: make PYTHON=/path/to/python edition

.DELETE_ON_ERROR:
.PHONY: help edition test docs bench weights reliability schemas guide clean unusable

PYTHON   ?= python3.13 python3.12 python3.11 python3
VENV     := .venv
RUN      := $(VENV)/bin/python
SUITABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
OUTPUT   := output
KNOWN    ?= ../shared/dev

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

# An environment belongs to the folder it was made in: one that was copied along would run the other
# folder's program, and one whose interpreter is gone runs nothing. Both are made anew.
define UNUSABLE
test ! -e $(VENV) || { $(RUN) -c '' 2>/dev/null && \
  { test ! -e $(VENV)/made-in || test "$$(cat $(VENV)/made-in)" = "$$(pwd -P)"; }; } || echo unusable
endef
$(RUN) $(VENV)/ready $(VENV)/ready-to-test: $(shell $(UNUSABLE))
unusable:
	@rm -rf $(VENV)

$(RUN):
	@for python in $(PYTHON); do \
	  if "$$python" -c '$(SUITABLE)' 2>/dev/null; then \
	    echo "making the environment $(VENV) with $$("$$python" --version)"; \
	    exec "$$python" -m venv $(VENV); \
	  fi; \
	done; \
	echo "no Python 3.11 or later with venv was found (tried: $(PYTHON))"; \
	echo "hint: on Debian and Ubuntu, apt install python3-venv; elsewhere, make PYTHON=/path/to/python"; \
	exit 1

# pip compares what is there with what is asked for, so an environment that was made by hand stays.
$(VENV)/ready: pyproject.toml | $(RUN)
	@echo "installing the converter into $(VENV) (the first time, a minute or two)"
	@$(RUN) -m pip --version >/dev/null 2>&1 || $(RUN) -m ensurepip >/dev/null
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[search]'
	@pwd -P > $(VENV)/made-in
	@touch $@

$(VENV)/ready-to-test: $(VENV)/ready
	@echo "installing what the tests need into $(VENV)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

edition: $(VENV)/ready
	@$(VENV)/bin/converter build examples -o $(OUTPUT)
	@count() { find $(OUTPUT)/$$1 -name "$$2" 2>/dev/null | wc -l | tr -d ' '; }; \
	echo; \
	echo "the edition is in $(OUTPUT)/: $$(count tei '*.xml') TEI files," \
	  "$$(count html '*.html') HTML pages, $$(count text '*.txt') plain texts"; \
	echo "open $(OUTPUT)/html/index.html in a browser: file://$(CURDIR)/$(OUTPUT)/html/index.html"

# All three always run, so that one call tells everything; pytest is last and ends with what could
# not run and why.
test: $(VENV)/ready-to-test
	@failed=; \
	echo "ruff";  $(RUN) -m ruff check . || failed="$$failed ruff"; \
	echo "mypy";  $(RUN) -m mypy || failed="$$failed mypy"; \
	echo "pytest"; $(RUN) -m pytest $(PYTEST) || failed="$$failed pytest"; \
	test -z "$$failed" || { echo "failed:$$failed"; exit 1; }

bench: $(VENV)/ready
	@mkdir -p build
	@failed=; \
	$(RUN) benchmarks/bench.py --json build/bench.json || failed=1; \
	$(RUN) benchmarks/site.py --json build/site.json || failed=1; \
	$(RUN) benchmarks/build.py --json build/build.json || failed=1; \
	test -z "$$failed"

docs: $(VENV)/ready
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@NO_MKDOCS_2_WARNING=1 $(RUN) -m mkdocs build --strict --quiet
	@echo "open build/docs/index.html in a browser: file://$(CURDIR)/build/docs/index.html"
	@echo "(to search in it: $(RUN) -m http.server --directory build/docs)"

weights: $(VENV)/ready-to-test
	@$(RUN) tools/learn_weights.py $(KNOWN) -o converter/weights.json --held-out tests/held_out \
	  --reliability docs/reliability.md

reliability: $(VENV)/ready-to-test
	@$(RUN) tools/learn_weights.py $(KNOWN) --tables tests/held_out --reliability docs/reliability.md

schemas:
	@tools/derive_schemas.sh

guide: $(VENV)/ready
	@$(RUN) tools/make_odd.py
	@$(RUN) tools/make_guide.py

# The TEI in the output may be the work of an editor's hands: nobody loses that by tidying up.
clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
