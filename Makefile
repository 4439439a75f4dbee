# dbtools: five filters that make tables of Vietnamese provincial news.
# make all | check | demo | install | ...

CC ?= cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
B = build

PROGRAMS = dbclean dbsplit dbmeta dbnums dbofficials
PACKAGES = libpcre2-8 libutf8proc

WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
DEFINES = -D_POSIX_C_SOURCE=200809L
INCLUDES = -Icommon -I$(B)
OURFLAGS = -std=c11 $(WARNINGS) $(DEFINES) $(INCLUDES) $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LIBS = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)

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

# extern declarations of all tables, and their names for -t
$(B)/tables.h: $(TABLES)
	@mkdir -p $(@D)
	@{ echo '/* generated: all tables */'; echo '#include "table.h"'; \
	   for t in $(basename $(notdir $(TABLES))); do echo "extern const Table table_$$t;"; done; \
	   echo '#define TABLE_NAMES \'; \
	   for t in $(basename $(notdir $(TABLES))); do echo "    \"$$t\", \\"; done; echo '    NULL'; } >$@.new && mv $@.new $@

clean:
	rm -rf $(B)

-include $(COMMON:.o=.d) $(patsubst %.c,$(B)/%.d,$(wildcard bin/*/*.c))

.PHONY: all clean
.DELETE_ON_ERROR:
.SECONDARY:
