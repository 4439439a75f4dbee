# dbtools: five filters that make tables of Vietnamese provincial news.
#
#   make demo     set up, build, run the main job over examples/
#   make check    set up, build, run all tests
#   make          build only
#   make asan     the tests of a build with AddressSanitizer and UndefinedBehaviorSanitizer
#   make deps     install the libraries where pkg-config does not find them (Debian)
#   make clean

CC ?= cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
B = build

PROGRAMS = dbclean dbsplit dbmeta dbnums dbofficials
PACKAGES = libpcre2-8 libutf8proc

WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
DEFINES = -D_POSIX_C_SOURCE=200809L
INCLUDES = -Icommon -I$(B)
OURFLAGS := -std=c11 $(WARNINGS) $(DEFINES) $(INCLUDES) $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
# demo and check may find the libraries only after deps: they call make again, on all cores.
AGAIN = $(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$$(nproc 2>/dev/null || echo 1))

COMMON = $(patsubst %.c,$(B)/%.o,$(filter-out common/tablegen.c,$(wildcard common/*.c)))
TABLES = $(sort $(wildcard common/*.tsv bin/*/*.tsv))
TABLE_OBJECTS = $(patsubst %.tsv,$(B)/tables/%.o,$(TABLES))
# A program is there once its main.c is.
BUILT = $(foreach p,$(PROGRAMS),$(if $(wildcard bin/$(p)/main.c),$(B)/$(p)))

all: $(BUILT)

# One folder a program, linked with what it uses of common/.
define PROGRAM
$(B)/$(1): $(patsubst %.c,$(B)/%.o,$(wildcard bin/$(1)/*.c)) $(B)/libcommon.a
	$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LIBS)
endef
$(foreach p,$(PROGRAMS),$(eval $(call PROGRAM,$(p))))

$(B)/libcommon.a: $(COMMON) $(TABLE_OBJECTS)
	rm -f $@ && $(AR) rcs $@ $^

$(B)/%.o: %.c | $(B)/tables.h
	@mkdir -p $(@D)
	$(CC) $(OURFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Tables: .tsv beside the code, checked and turned into C by tablegen.
$(B)/tablegen: common/tablegen.c common/str.c common/utf8.c
	@mkdir -p $(@D)
	$(CC) $(OURFLAGS) $(CFLAGS) -o $@ $^ $(LIBS)

$(B)/tables/%.c: %.tsv $(B)/tablegen
	@mkdir -p $(@D)
	$(B)/tablegen $< >$@.new && mv $@.new $@

$(B)/tables/%.o: $(B)/tables/%.c
	$(CC) $(OURFLAGS) $(CFLAGS) -c -o $@ $<

# Unit tests: functions of tests/unit/NAME.c, linked with the libraries and all of the programs but their main.
UNIT_SOURCES = $(wildcard tests/unit/*.c)
UNIT_NAMES = $(filter-out unit,$(basename $(notdir $(UNIT_SOURCES))))
PARTS = $(patsubst %.c,$(B)/%.o,$(filter-out %/main.c,$(wildcard bin/*/*.c)))

$(B)/unit: $(UNIT_SOURCES:%.c=$(B)/%.o) $(B)/libparts.a $(B)/libcommon.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/libparts.a: $(PARTS)
	rm -f $@ && $(AR) rcs $@ $^

$(UNIT_SOURCES:%.c=$(B)/%.o): | $(B)/units.h

$(B)/units.h: FORCE
	@mkdir -p $(@D)
	@{ echo '/* generated: all tests/unit/NAME.c */'; for u in $(UNIT_NAMES); do echo "UNIT($$u)"; done; } >$@.new; $(if_new)

$(B)/tests/unit/unit.o: $(B)/units.h

run-tests: all $(B)/unit
	@B=$(abspath $(B)) tests/run $(T)

demo: deps
	@$(AGAIN) all
	@examples/demo $(B)

check: deps
	@$(AGAIN) run-tests

# The same tests under the sanitizers, in a build of their own.
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
asan: deps
	@$(AGAIN) run-tests B=$(B)/asan CFLAGS='$(SANITIZE)' LDFLAGS='-fsanitize=address,undefined'

deps:
	@.ci/deps $(PACKAGES)

# Generated headers are written anew only when they change, whatever the times of the files.
if_new = cmp -s $@.new $@ && rm $@.new || mv $@.new $@

# extern declarations of all tables, and their names for -t
$(B)/tables.h: FORCE
	@mkdir -p $(@D)
	@{ echo '/* generated: all tables */'; echo '#include "table.h"'; \
	   for t in $(basename $(notdir $(TABLES))); do echo "extern const Table table_$$t;"; done; \
	   echo '#define TABLE_NAMES \'; \
	   for t in $(basename $(notdir $(TABLES))); do echo "    \"$$t\", \\"; done; echo '    NULL'; } >$@.new; $(if_new)

clean:
	rm -rf $(B)

-include $(COMMON:.o=.d) $(patsubst %.c,$(B)/%.d,$(wildcard bin/*/*.c tests/unit/*.c))

.PHONY: all demo check run-tests asan deps clean FORCE
.DELETE_ON_ERROR:
.SECONDARY:
