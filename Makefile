# dbtools: five filters that make tables of Vietnamese provincial news.
#
#   make demo     set up, build, run the main job over examples/
#   make check    set up, build, run all tests (T=cases/dbnums: those that begin so)
#   make          build only
#   make asan     the tests on a build with AddressSanitizer and UndefinedBehaviorSanitizer
#   make portable the tests on a build that does without SSE2
#   make deps     install the libraries where pkg-config does not find them (Debian)
#   make bench    speed beside common tools, over SIZE=110 MB
#   make lint     clang-format, cppcheck, warnings of gcc and clang, shellcheck, mandoc: those that are there
#   make fuzz     libFuzzer over each of tests/fuzz, spoilt pages through the programs, FUZZ=60 seconds each (clang)
#   make install  with man pages and completions, into DESTDIR and PREFIX=/usr/local; make uninstall
#   make dist     a tarball
#   make clean

CC ?= cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
B = build

PROGRAMS = dbclean dbsplit dbmeta dbnums dbofficials
PACKAGES = libpcre2-8 libutf8proc

WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
DEFINES = -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64
INCLUDES = -Icommon -I$(B)
OURFLAGS := -std=c11 $(WARNINGS) $(DEFINES) $(INCLUDES) $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
# demo and check may find the libraries only after deps: they call make again, on all cores.
AGAIN = $(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$$(nproc 2>/dev/null || echo 1))

COMMON = $(patsubst %.c,$(B)/%.o,$(filter-out common/%gen.c,$(wildcard common/*.c)))
TABLES = $(sort $(wildcard common/*.tsv bin/*/*.tsv))
TABLE_OBJECTS = $(patsubst %.tsv,$(B)/tables/%.o,$(TABLES))
# A program is there once its main.c is.
BUILT = $(foreach p,$(PROGRAMS),$(if $(wildcard bin/$(p)/main.c),$(B)/$(p)))
# All of the programs but their main, and what the tests bring.
PARTS = $(patsubst %.c,$(B)/%.o,$(filter-out %/main.c,$(wildcard bin/*/*.c)))
UNITS = $(wildcard tests/unit/*.c)
FUZZERS = $(patsubst tests/fuzz/%.c,$(B)/%,$(wildcard tests/fuzz/*.c))

all: $(BUILT)

demo: deps
	+@$(AGAIN) all
	@examples/demo $(B)

check: deps
	+@$(AGAIN) run-tests

deps:
	@.ci/deps $(PACKAGES)

# Told before the compiler tells it at length.
libraries:
	@$(if $(LIBS),:,echo 'PCRE2 and utf8proc are not found by pkg-config; on Debian and its kin: make deps' >&2; exit 1)

LINK = $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# ---- the programs: one folder a program, linked with what it uses of common/
# Twice: with lexgen it writes the phrases of its tables laid out as C, with that it starts at once.

define PROGRAM
$(B)/$(1): $(patsubst %.c,$(B)/%.o,$(wildcard bin/$(1)/*.c)) $(B)/lexicon/$(1).o $(B)/libcommon.a
	$$(LINK)
$(B)/lexgen/$(1): $(patsubst %.c,$(B)/%.o,$(wildcard bin/$(1)/*.c)) $(B)/common/lexgen.o $(B)/libcommon.a
	@mkdir -p $$(@D)
	$$(LINK)
$(B)/lexicon/$(1).c: $(B)/lexgen/$(1)
	@mkdir -p $$(@D)
	$$< >$$@.new && mv $$@.new $$@
endef
$(foreach p,$(PROGRAMS),$(eval $(call PROGRAM,$(p))))

$(B)/libcommon.a: $(COMMON) $(TABLE_OBJECTS)
	rm -f $@ && $(AR) rcs $@ $^

$(B)/%.o: %.c | $(B)/tables.h $(B)/units.h
	@mkdir -p $(@D)
	$(CC) $(OURFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# ---- tables: .tsv beside the code, checked and turned into C by tablegen

# It runs here and now, so the flags of the programs are not for it.
$(B)/tablegen: common/tablegen.c common/str.c common/utf8.c | libraries
	@mkdir -p $(@D)
	$(CC) $(OURFLAGS) -O1 -o $@ $^ $(LIBS)

$(B)/tables/%.c: %.tsv $(B)/tablegen
	@mkdir -p $(@D)
	$(B)/tablegen $< >$@.new && mv $@.new $@

$(B)/%.o: $(B)/%.c
	$(CC) $(OURFLAGS) $(CFLAGS) -c -o $@ $<

# Generated headers are written anew only when they change, whatever the times of the files.
if_new = cmp -s $@.new $@ && rm $@.new || mv $@.new $@

# extern declarations of all tables, and their names for -t
$(B)/tables.h: FORCE | libraries
	@mkdir -p $(@D)
	@{ echo '/* generated: all tables */'; echo '#include "table.h"'; \
	   for t in $(basename $(notdir $(TABLES))); do echo "extern const Table table_$$t;"; done; \
	   echo '#define TABLE_NAMES \'; \
	   for t in $(basename $(notdir $(TABLES))); do echo "    \"$$t\", \\"; done; echo '    NULL'; } >$@.new; $(if_new)

# ---- tests

$(B)/unit: $(UNITS:%.c=$(B)/%.o) $(B)/libparts.a $(B)/libcommon.a
	$(LINK)

$(B)/libparts.a: $(PARTS)
	rm -f $@ && $(AR) rcs $@ $^

$(B)/units.h: FORCE
	@mkdir -p $(@D)
	@{ echo '/* generated: all tests/unit/NAME.c */'; \
	   for u in $(filter-out unit,$(basename $(notdir $(UNITS)))); do echo "UNIT($$u)"; done; } >$@.new; $(if_new)

# every read(2) of standard input so many bytes, for the tests
$(B)/trickle: tests/trickle.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) $(CFLAGS) $(LDFLAGS) -o $@ $<

run-tests: all $(B)/unit $(B)/trickle
	@B=$(abspath $(B)) tests/run $(T)

SANITIZE = -fsanitize=address,undefined
ASAN = B=$(B)/asan LDFLAGS='$(SANITIZE)' \
    CFLAGS='-O1 -g $(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer'
asan: deps
	+@$(AGAIN) run-tests $(ASAN)

# As on processors that are not x86.
portable: deps
	+@$(AGAIN) run-tests B=$(B)/portable CFLAGS='$(CFLAGS) -DMASK_PORTABLE'

# The modules by libFuzzer, then the programs over spoilt pages.
FUZZ = 60
fuzz: deps
	+@$(AGAIN) all $(ASAN)
	+@$(AGAIN) fuzzers B=$(B)/fuzz CC=clang LDFLAGS='-fsanitize=fuzzer' \
	    CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all'
	@tests/fuzz/run $(B)/fuzz $(FUZZ)
	@tests/fuzz/programs $(B)/asan $(FUZZ)

fuzzers: $(FUZZERS)
$(FUZZERS): $(B)/%: $(B)/tests/fuzz/%.o $(B)/libparts.a $(B)/libcommon.a
	$(LINK)

bench: all $(B)/measure
	@B=$(B) tests/bench/run $(SIZE)

$(B)/measure: tests/bench/measure.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) -D_DEFAULT_SOURCE $(CFLAGS) -o $@ $<

lint:
	@B=$(B) tests/lint

# ---- installation

VERSION := $(shell sed -n 's/.*DBTOOLS_VERSION "\(.*\)"/\1/p' common/version.h)
ROOT = $(DESTDIR)$(PREFIX)
MANUALS = $(notdir $(wildcard man/*.[157]))

install: all
	install -d $(ROOT)/bin $(foreach n,1 5 7,$(ROOT)/share/man/man$(n))
	install $(BUILT) $(ROOT)/bin
	for m in $(MANUALS); do install -m 644 man/$$m $(ROOT)/share/man/man$${m##*.}/; done
	man/completions $(B) $(ROOT)/share

# Files only: an empty folder may be another's.
uninstall:
	rm -f $(PROGRAMS:%=$(ROOT)/bin/%)
	for m in $(MANUALS); do rm -f $(ROOT)/share/man/man$${m##*.}/$$m; done
	rm -f $(foreach p,$(PROGRAMS),$(ROOT)/share/bash-completion/completions/$(p) \
	    $(ROOT)/share/zsh/site-functions/_$(p) $(ROOT)/share/fish/vendor_completions.d/$(p).fish)

dist:
	@mkdir -p $(B)
	(git ls-files 2>/dev/null || find Makefile README.md bin common tests man examples .ci .gitignore .clang-format -type f) | \
	    LC_ALL=C sort | tar -czf $(B)/dbtools-$(VERSION).tar.gz --transform 's,^,dbtools-$(VERSION)/,' -T -
	@echo $(B)/dbtools-$(VERSION).tar.gz

clean:
	rm -rf $(B)

-include $(wildcard $(B)/common/*.d $(B)/bin/*/*.d $(B)/tests/*/*.d)

.PHONY: all demo check deps libraries run-tests asan portable fuzz fuzzers bench lint install uninstall dist clean FORCE
.DELETE_ON_ERROR:
.SECONDARY:
