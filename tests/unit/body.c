/* SPDX-License-Identifier: ISC */
#include "body.h"
#include "unit.h"

/* The body that a text begins with: name, place, tokens. */
void unit_body(Str in, Buf *out)
{
    Lexicon *l = lexicon_new();
    Persons *persons = persons_new(l, NULL);
    Places *places = places_new(l, persons, NULL);
    Links *links = links_new(l, NULL);
    Bodies *bodies = bodies_new(l, places, persons, links, NULL);
    lexicon_done(l);
    Tokenizer *tokenizer = tokenizer_new(l);
    Arena arena = {0};
    Token *t;
    Body body;
    size_t n = tokenize(tokenizer, in, &t);
    size_t used = body_parse(bodies, &arena, in, t, n, 0, true, &body);
    if (used) {
        buf_str(out, body_name(&body, places, &arena));
        buf_str(out, STR(", "));
        buf_str(out, body.place);
        buf_str(out, STR(", "));
    }
    buf_uint(out, used);
    arena_free(&arena);
    tokenizer_free(tokenizer);
    bodies_free(bodies);
    links_free(links);
    places_free(places);
    persons_free(persons);
    lexicon_free(l);
}
