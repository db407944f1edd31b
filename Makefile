# Everything that is done with Privity's source. Each target installs what it
# needs and says little; "make" alone lists them.

SHELL       := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS   += --no-print-directory
.SILENT:
.DEFAULT_GOAL := help

# .ci/need unpacks Go here where the system's is too old.
export PATH := $(CURDIR)/.cache/go/bin:$(PATH)

# No build id, no paths and no symbol tables: the same source gives the same bytes.
GO_BUILD := CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags="-s -w -buildid="

# Run by version, so that the linter's own dependencies stay out of go.mod.
GOLANGCI_LINT := go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

FUZZTIME ?= 10s

.PHONY: help build build-cloud demo test test-go test-pages sweep race lint bench fuzz golden notice tidy \
	check-notice generate reproducible screenshots clean need-go need-npm

help: ## list the targets
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: need-go ## build bin/privity
	$(GO_BUILD) -o bin/privity ./cmd/privity

build-cloud: need-go ## build bin/privity-cloud, which keeps histories in object storage too
	cd cmd/privity-cloud && $(GO_BUILD) -o "$(CURDIR)/bin/privity-cloud" .

demo: build ## compile the example policy of Monta and say which page to open
	bin/privity -C examples/monta build --as-of 2026-06-30 -o "$(CURDIR)/dist/monta"
	echo "Open dist/monta/index.html in a browser."

test: test-go test-pages ## run all tests: Go, then the built pages

test-go: need-go
	go vet ./...
	go test ./...
	cd cmd/privity-cloud && go vet ./... && go test ./...

# The pages of every example, those of a version and a redline are made and checked
# against the HTML standard; none may need a script.
test-pages: build testdata/web/node_modules/.package-lock.json
	rm -rf dist/pages dist/history
	for example in examples/*/; do \
		name=$$(basename "$$example"); \
		bin/privity -q -C "$$example" build --no-rules -o "$(CURDIR)/dist/pages/$$name"; \
		grep -q "</html>" "dist/pages/$$name/index.html" || { echo "examples/$$name: build wrote no whole index.html" >&2; exit 1; }; \
	done
	bin/privity -q -C examples/quickstart publish -o "$(CURDIR)/dist/pages/published" --history "$(CURDIR)/dist/history"
	bin/privity -q diff examples/benetics examples/monta --format html --out dist/pages/redline.html
	testdata/web/node_modules/.bin/html-validate --max-warnings 0 \
		--config testdata/web/.htmlvalidate.json --ext html dist/pages
	if grep -rli --include='*.html' '<script' dist/pages; then echo "these pages hold a script" >&2; exit 1; fi
	echo "ok  	$$(find dist/pages -name '*.html' | wc -l) pages of $$(ls -d examples/*/ | wc -l) examples, a version and a redline are valid HTML"

%/node_modules/.package-lock.json: %/package-lock.json | need-npm
	npm ci --prefix $* --ignore-scripts --no-audit --no-fund --silent
	touch $@

sweep: need-go ## fail and kill every operation of a publish, mutate histories, and print how often
	go test -count=1 -v -run 'Fails|Leaves|Killed|AtOnce|Mutation' ./internal/output ./internal/history ./internal/publish | \
		grep -E 'states|processes|mutations|^(--- FAIL|FAIL|ok)'

race: need-go ## run the Go tests under the race detector
	.ci/need gcc
	CGO_ENABLED=1 go test -race ./...

lint: need-go ## run the linters that .golangci.yml names
	$(GOLANGCI_LINT) run ./...
	cd cmd/privity-cloud && $(GOLANGCI_LINT) run ./...

bench: need-go ## measure validate and build against a bare parse of the same files
	go run ./internal/bench

fuzz: need-go ## run every fuzz target for FUZZTIME (10s) each
	go test -list '^Fuzz' ./... | awk '/^Fuzz/ { names[++n] = $$1 } /^ok/ { while (n > 0) print $$2, names[n--] } { if (!/^Fuzz/) n = 0 }' | \
	while read -r package name; do \
		echo "$$package $$name"; \
		go test "$$package" -run='^$$' -fuzz="^$$name\$$" -fuzztime=$(FUZZTIME) </dev/null; \
	done

golden: need-go ## rewrite the expected outputs of the tests; read the diff before committing it
	grep -rlE 'flag\.Bool\("update"' --include='*_test.go' cmd internal | xargs -r -n 1 dirname | sort -u | \
	while read -r folder; do go test "./$$folder" -update </dev/null; done

tidy: need-go ## bring go.mod and go.sum in line with what is imported, here and in cmd/privity-cloud
	go mod tidy
	cd cmd/privity-cloud && go mod tidy

notice: need-go ## rewrite NOTICE and the embedded list of third parties
	go run ./internal/licences/generate

check-notice: need-go
	go run ./internal/licences/generate --check

generate: need-go internal/locale/generate/node_modules/.package-lock.json ## rewrite generated files
	go generate ./...

reproducible: need-go ## build twice in different folders and compare the bytes
	.ci/reproducible

screenshots: build ## render the examples at phone and desktop width into dist/screenshots
	.ci/need chromium
	.ci/screenshots

clean: ## remove everything that these targets made
	rm -rf bin dist .cache testdata/web/node_modules internal/locale/generate/node_modules

need-go:
	.ci/need go

need-npm:
	.ci/need npm
