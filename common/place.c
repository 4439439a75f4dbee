/* SPDX-License-Identifier: ISC */
#include "place.h"

#include <stdlib.h>

#include "names.h"
#include "ordinal.h"
#include "tables.h"

typedef struct {
    Str name;
    Level level;    /* of the unit, when it has but one */
    uint16_t units; /* bit of each UnitWord it is the name of */
} Name;

struct Places {
    const Lexicon *lexicon;
    const Persons *persons;
    Unit units[UNIT_COUNT];
    Name *names;
    size_t n, cap;
    uint32_t dash;
};

/* The order of UnitWord. Measured: every row of the table place asks which one it has. */
#define WORD(text)                                                                                           \
    {                                                                                                        \
        text, sizeof(text) - 1                                                                               \
    }
static const Str unit_words[UNIT_COUNT] = {
    WORD(""),   WORD("tỉnh"),   WORD("thành phố"), WORD("huyện"),   WORD("thị xã"),  WORD("quận"),
    WORD("xã"), WORD("phường"), WORD("thị trấn"),  WORD("đặc khu"), WORD("khu vực"),
};

static UnitWord unit_of(Str word)
{
    for (unsigned u = 1; u < UNIT_COUNT; u++)
        if (word.n == unit_words[u].n && memcmp(word.p, unit_words[u].p, word.n) == 0)
            return (UnitWord)u;
    return UNIT_NONE;
}

static Level level_of(Str name)
{
    if (str_eq(name, STR("province")))
        return LEVEL_PROVINCE;
    if (str_eq(name, STR("district")))
        return LEVEL_DISTRICT;
    return str_eq(name, STR("commune")) ? LEVEL_COMMUNE : LEVEL_NONE;
}

static void read_levels(Places *p, Lexicon *l, UserRows *user)
{
    Str cells[6];
    for (TableRows r = table_rows(&table_level, user); table_next(&r, cells);) {
        UnitWord unit = unit_of(cells[1]);
        if (!unit)
            continue;
        lexicon_add_forms(l, NAMES_LEVEL, cells[0], unit);
        p->units[unit] = (Unit){cells[1], cells[3], cells[4], cells[5], level_of(cells[2])};
    }
}

static void add_name(Places *p, Lexicon *l, unsigned table, Str forms, Name name)
{
    p->names = array_room(p->names, &p->cap, p->n, sizeof *p->names);
    p->names[p->n] = name;
    lexicon_add_forms(l, table, forms, (uint32_t)p->n++);
}

static void read_names(Places *p, Lexicon *l, UserRows *user)
{
    Str cells[7], piece;
    for (TableRows r = table_rows(&table_province, user); table_next(&r, cells);) {
        bool city = str_starts(cells[1], STR("thành phố")),
             since = city && !str_eq(cells[1], STR("thành phố"));
        uint16_t units =
            (uint16_t)((city ? 1u << UNIT_CITY : 0) | (!city || since ? 1u << UNIT_PROVINCE : 0));
        Str forms = cells[0], first;
        str_cut(&cells[0], '|', &first);
        add_name(p, l, NAMES_PROVINCE, forms, (Name){first, LEVEL_PROVINCE, units});
    }
    for (TableRows r = table_rows(&table_place, user); table_next(&r, cells);) {
        Name name = {.name = cells[0]};
        Str rest = cells[1];
        while (str_cut(&rest, '|', &piece)) {
            while (piece.n && (unsigned char)piece.p[piece.n - 1] <= '9') /* the province code behind it */
                piece.n--;
            name.units |= (uint16_t)(1u << unit_of(str_trim(piece)));
        }
        add_name(p, l, NAMES_PLACE, name.name, name);
    }
}

Places *places_new(Lexicon *l, const Persons *persons, UserRows *user)
{
    Places *p = xrealloc(NULL, 1, sizeof *p);
    *p = (Places){.lexicon = l, .persons = persons, .dash = lexicon_word(l, STR("-"))};
    read_levels(p, l, user);
    read_names(p, l, user);
    return p;
}

void places_free(Places *p)
{
    if (!p)
        return;
    free(p->names);
    free(p);
}

const Unit *place_unit(const Places *p, UnitWord unit)
{
    return &p->units[unit];
}

size_t place_unit_word(const Places *p, const Token *t, size_t n, size_t i, UnitWord *unit)
{
    uint32_t value;
    size_t used = lexicon_match(p->lexicon, NAMES_LEVEL, t, n, i, &value);
    if (used)
        *unit = (UnitWord)value;
    return used;
}

static bool is_capital(const Token *t)
{
    return t->type == TOKEN_WORD && (t->flags & TOKEN_CAP);
}

/* Is this name one of a unit that such a level word stands before? */
static bool fits(const Name *name, UnitWord unit, Level level)
{
    uint16_t districts = 1u << UNIT_RURAL | 1u << UNIT_TOWN | 1u << UNIT_URBAN | 1u << UNIT_CITY;
    uint16_t communes = 1u << UNIT_COMMUNE | 1u << UNIT_WARD | 1u << UNIT_TOWNLET | 1u << UNIT_ZONE;
    if (unit == UNIT_NONE && level == LEVEL_NONE)
        return true;
    if (unit == UNIT_CITY)
        return name->units & (1u << UNIT_CITY);
    if (level == LEVEL_PROVINCE || unit == UNIT_PROVINCE)
        return name->level == LEVEL_PROVINCE;
    if (name->level == LEVEL_PROVINCE)
        return false;
    if (level == LEVEL_DISTRICT)
        return name->units & districts;
    return name->units & communes;
}

/* Matches of a table at token i that end where a capitalised word ends; longest first by shrinking n. */
static size_t known_at(const Places *p, const Token *t, size_t n, size_t i, UnitWord unit, Level level,
                       const Name **name)
{
    uint32_t value;
    if (level == LEVEL_PROVINCE || level == LEVEL_NONE || unit == UNIT_CITY) {
        size_t used = lexicon_match(p->lexicon, NAMES_PROVINCE, t, n, i, &value);
        if (used && fits(&p->names[value], unit, level)) {
            *name = &p->names[value];
            return used;
        }
    }
    for (size_t end = n; end > i;) {
        size_t used = lexicon_match(p->lexicon, NAMES_PLACE, t, end, i, &value);
        if (!used)
            return 0;
        if (fits(&p->names[value], unit, level)) {
            *name = &p->names[value];
            return used;
        }
        end = i + used - 1;
    }
    return 0;
}

/* Best split of a run that no table knows: the unit's name before a person's. Returns the length of the
 * unit's name; 0 where all of the run is the person. */
static size_t split_run(const Places *p, Str text, const Token *t, size_t run)
{
    size_t best = run;
    unsigned most = 0;
    for (size_t k = run > 5 ? run - 5 : 0; k + 2 <= run; k++) {
        unsigned sure = person_like(p->persons, text, t + k, run - k);
        if (sure && k >= 2)
            sure += 2; /* names of units have two syllables or more */
        if (sure && k == 1)
            sure = sure > 2 ? sure - 2 : 1;
        if (k == 0 && run == 2 && sure < 2) /* xã Ngọc Vân */
            sure = 0;
        if (sure > most) {
            most = sure;
            best = k;
        }
    }
    return best;
}

static void set_known(PlaceName *out, const Name *name, size_t used)
{
    *out = (PlaceName){.name = name->name, .level = name->level, .tokens = used};
    for (unsigned u = 1; u < UNIT_COUNT; u++)
        if (name->units == 1u << u)
            out->unit = (UnitWord)u;
}

/* Each word with a capital, and not all in capitals. */
static bool well_written(const Token *t, size_t tokens)
{
    bool small = false;
    for (size_t i = 0; i < tokens; i++) {
        if (t[i].type == TOKEN_WORD && !(t[i].flags & TOKEN_CAP))
            return false;
        small = small || (t[i].type == TOKEN_WORD && !(t[i].flags & TOKEN_UPPER));
    }
    return small;
}

/* May a unit's name end with `rest` capitalised words behind it? What is behind it is a person's name, if one
 * may follow: not the one syllable of `Hòa An Nông`, nor `Đông Trang Văn Kỷ`. */
static bool suits(const Places *p, Str text, const Token *t, size_t run, size_t rest, bool name_follows)
{
    if (rest == 0)
        return true;
    if (rest == 1)
        return name_follows && !person_like(p->persons, text, t, run);
    unsigned like = person_like(p->persons, text, t + run - rest, rest);
    return name_follows ? like > 0 : like >= 3;
}

/* `UBND xã Hồng Ca, ông Đinh Xuân Hưng`: the person comes behind the comma. */
static bool address_follows(const Places *p, Str text, const Token *t, size_t n, size_t i)
{
    return i + 1 < n && text.p[t[i].at] == ',' &&
           lexicon_begins(p->lexicon, t[i + 1].word) >> NAMES_HONOR & 1;
}

/* `Quận 2`, `Phường 14`, `khu vực 2 - Lào Cai`: the word stays with the number. */
static size_t numbered(const Places *p, Arena *a, Str text, const Token *t, size_t n, size_t i, UnitWord unit,
                       PlaceName *out)
{
    uint32_t value;
    Buf b = {0};
    buf_str(&b, unit == UNIT_URBAN ? STR("Quận ") : unit == UNIT_WARD ? STR("Phường ") : STR("Khu vực "));
    buf_str(&b, token_str(text, &t[i]));
    *out = (PlaceName){arena_str(a, buf_get(&b)), p->units[unit].level, unit, 1};
    buf_free(&b);
    size_t province = unit == UNIT_AREA && i + 2 < n && t[i + 1].word == p->dash
                          ? lexicon_match(p->lexicon, NAMES_PROVINCE, t, n, i + 2, &value)
                          : 0;
    if (province)
        out->tokens += 1 + province;
    return out->tokens;
}

size_t place_name(const Places *p, Arena *a, Str text, const Token *t, size_t n, size_t i, UnitWord unit,
                  Level level, bool name_follows, PlaceName *out)
{
    if (i >= n)
        return 0;
    bool roman = unit == UNIT_AREA && t[i].flags & TOKEN_UPPER && roman_value(token_str(text, &t[i]));
    if (roman ||
        (t[i].type == TOKEN_NUMBER && (unit == UNIT_URBAN || unit == UNIT_WARD || unit == UNIT_AREA)))
        return numbered(p, a, text, t, n, i, unit, out);
    if (!is_capital(&t[i]))
        return 0;
    size_t run = person_run(t, n, i, 9);
    const Name *name = NULL;
    size_t known = 0;
    for (size_t end = n, used; (used = known_at(p, t, end, i, unit, level, &name)); end = i + used - 1) {
        size_t rest = used < run ? run - used : 0;
        if (!known || suits(p, text, t + i, run, rest, name_follows)) {
            set_known(out, name, used);
            if (name->level != LEVEL_PROVINCE &&
                well_written(t + i, used)) /* Kbang, Cư M’gar: as written here */
                out->name = token_span(text, &t[i], &t[i + used - 1]);
            known = used;
        }
        if (suits(p, text, t + i, run, rest, name_follows))
            return used;
    }
    bool whole = !name_follows && run <= 4 && known &&
                 out->level != LEVEL_PROVINCE; /* all of it is the unit's: xã Tả Van Chư */
    if (known && !whole && !(name_follows && split_run(p, text, t + i, run) < run))
        return known;
    if (level == LEVEL_PROVINCE || (level == LEVEL_NONE && unit == UNIT_NONE) || run > 8)
        return 0; /* provinces are all known */
    if (name_follows && run == 2 && address_follows(p, text, t, n, i + run))
        name_follows = false;
    size_t used = name_follows ? split_run(p, text, t + i, run) : run;
    if (!used)
        return 0;
    *out = (PlaceName){token_span(text, &t[i], &t[i + used - 1]), p->units[unit].level, unit, used};
    out->name = person_print(a, out->name);
    return used;
}

bool place_known(const Places *p, const Token *t, size_t i, size_t tokens)
{
    uint32_t value;
    return lexicon_match(p->lexicon, NAMES_PROVINCE, t, i + tokens, i, &value) == tokens ||
           lexicon_match(p->lexicon, NAMES_PLACE, t, i + tokens, i, &value) == tokens;
}
