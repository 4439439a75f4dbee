/* SPDX-License-Identifier: ISC */
#include "syllable.h"

#include "utf8.h"

/* Vowels, numbered so that three of them make an index. 0 is no vowel. */
enum { V0, VA, VAW, VAA, VE, VEE, VI, VO, VOO, VOW, VU, VUW, VY, VOWELS };

static const uint16_t vowel_cp[VOWELS][6] = {
    [VA] = {'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1},          /* a à á ả ã ạ */
    [VAW] = {0x103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7}, /* ă ằ ắ ẳ ẵ ặ */
    [VAA] = {0xE2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD},  /* â ầ ấ ẩ ẫ ậ */
    [VE] = {'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9},        /* e è é ẻ ẽ ẹ */
    [VEE] = {0xEA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7},  /* ê ề ế ể ễ ệ */
    [VI] = {'i', 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB},         /* i ì í ỉ ĩ ị */
    [VO] = {'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD},          /* o ò ó ỏ õ ọ */
    [VOO] = {0xF4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9},  /* ô ồ ố ổ ỗ ộ */
    [VOW] = {0x1A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3}, /* ơ ờ ớ ở ỡ ợ */
    [VU] = {'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5},         /* u ù ú ủ ũ ụ */
    [VUW] = {0x1B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1}, /* ư ừ ứ ử ữ ự */
    [VY] = {'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5},      /* y ỳ ý ỷ ỹ ỵ */
};

#define V(vowel, tone) (uint8_t)((vowel) << 3 | TONE_##tone)

/* U+00E0..00FF and U+1EA0..1EF9 (pairs of upper and lower case) as vowel and tone. */
static const uint8_t latin1[32] = {
    [0x00] = V(VA, GRAVE), [0x01] = V(VA, ACUTE), [0x02] = V(VAA, NONE), [0x03] = V(VA, TILDE),
    [0x08] = V(VE, GRAVE), [0x09] = V(VE, ACUTE), [0x0A] = V(VEE, NONE), [0x0C] = V(VI, GRAVE),
    [0x0D] = V(VI, ACUTE), [0x12] = V(VO, GRAVE), [0x13] = V(VO, ACUTE), [0x14] = V(VOO, NONE),
    [0x15] = V(VO, TILDE), [0x19] = V(VU, GRAVE), [0x1A] = V(VU, ACUTE), [0x1D] = V(VY, ACUTE),
};
static const uint8_t viet[45] = {
    V(VA, DOT),    V(VA, HOOK),   V(VAA, ACUTE), V(VAA, GRAVE), V(VAA, HOOK),  V(VAA, TILDE), V(VAA, DOT),
    V(VAW, ACUTE), V(VAW, GRAVE), V(VAW, HOOK),  V(VAW, TILDE), V(VAW, DOT),   V(VE, DOT),    V(VE, HOOK),
    V(VE, TILDE),  V(VEE, ACUTE), V(VEE, GRAVE), V(VEE, HOOK),  V(VEE, TILDE), V(VEE, DOT),   V(VI, HOOK),
    V(VI, DOT),    V(VO, DOT),    V(VO, HOOK),   V(VOO, ACUTE), V(VOO, GRAVE), V(VOO, HOOK),  V(VOO, TILDE),
    V(VOO, DOT),   V(VOW, ACUTE), V(VOW, GRAVE), V(VOW, HOOK),  V(VOW, TILDE), V(VOW, DOT),   V(VU, DOT),
    V(VU, HOOK),   V(VUW, ACUTE), V(VUW, GRAVE), V(VUW, HOOK),  V(VUW, TILDE), V(VUW, DOT),   V(VY, GRAVE),
    V(VY, DOT),    V(VY, HOOK),   V(VY, TILDE),
};

/* Vowel and tone of a lower-case letter, 0 for anything else. */
static uint8_t vowel_of(uint32_t c)
{
    if (c >= 0x1EA0 && c < 0x1EFA)
        return viet[(c - 0x1EA0) >> 1];
    if (c >= 0xE0 && c <= 0xFF)
        return latin1[c - 0xE0];
    switch (c) {
    case 'a':
        return V(VA, NONE);
    case 'e':
        return V(VE, NONE);
    case 'i':
        return V(VI, NONE);
    case 'o':
        return V(VO, NONE);
    case 'u':
        return V(VU, NONE);
    case 'y':
        return V(VY, NONE);
    case 0x103:
        return V(VAW, NONE);
    case 0x129:
        return V(VI, TILDE);
    case 0x169:
        return V(VU, TILDE);
    case 0x1A1:
        return V(VOW, NONE);
    case 0x1B0:
        return V(VUW, NONE);
    default:
        return 0;
    }
}

typedef struct {
    uint32_t cp;   /* lower case, without tone, with quality: ê */
    uint8_t vowel; /* V0: a consonant */
    uint8_t tone;
    bool upper;
} Letter;

typedef struct {
    Letter letter[SYLLABLE_MAX];
    size_t n;
    Tone tone;
    uint8_t onset; /* letters of it */
    uint8_t rime;  /* vowels of the nucleus, letter[onset] on */
    bool q;        /* the onset is qu */
} Syllable;

static bool set_tone(Letter *l, uint8_t tone)
{
    if (l->vowel == V0 || (l->tone != TONE_NONE && l->tone != tone))
        return false; /* two different tones on one vowel */
    l->tone = tone;
    return true;
}

static bool set_quality(Letter *l, uint32_t mark)
{
    uint8_t v = l->vowel;

    if (mark == 0x302) /* circumflex */
        v = v == VA || v == VAA ? VAA : v == VE || v == VEE ? VEE : v == VO || v == VOO ? VOO : V0;
    else if (mark == 0x306) /* breve */
        v = v == VA || v == VAW ? VAW : V0;
    else /* horn */
        v = v == VO || v == VOW ? VOW : v == VU || v == VUW ? VUW : V0;
    l->vowel = v;
    l->cp = vowel_cp[v][TONE_NONE];
    return v != V0;
}

/* A combining mark behind the last letter. */
static bool add_mark(Syllable *s, uint32_t c)
{
    Letter *last;

    if (s->n == 0)
        return false;
    last = &s->letter[s->n - 1];
    switch (c) {
    case 0x300:
    case 0x340:
        return set_tone(last, TONE_GRAVE);
    case 0x301:
    case 0x341:
        return set_tone(last, TONE_ACUTE);
    case 0x309:
        return set_tone(last, TONE_HOOK);
    case 0x303:
        return set_tone(last, TONE_TILDE);
    case 0x323:
        return set_tone(last, TONE_DOT);
    case 0x302:
    case 0x306:
    case 0x31B:
        return set_quality(last, c);
    default:
        return false;
    }
}

/* Letters of a word, marks gathered on them. False for what cannot be in a syllable. */
static bool read_letters(Str word, Syllable *s)
{
    size_t at = 0;

    s->n = 0;
    s->tone = TONE_NONE;
    while (at < word.n) {
        uint32_t c = utf8_next(word, &at), low;
        uint8_t v;

        if (c >= 0x300 && c < 0x370) {
            if (!add_mark(s, c))
                return false;
            continue;
        }
        low = cp_lower(c);
        v = vowel_of(low);
        if (s->n == SYLLABLE_MAX || (c >= 0x80 && low < 0x80)) /* a Turkish I, a Kelvin sign */
            return false;
        if (v == 0 && low != 0x111 && (low < 'b' || low > 'z'))
            return false;
        s->letter[s->n].cp = v ? vowel_cp[v >> 3][TONE_NONE] : low;
        s->letter[s->n].vowel = v >> 3;
        s->letter[s->n].tone = v & 7;
        s->letter[s->n++].upper = low != c;
    }
    /* "Tíếng": the same tone twice is one; two different tones are none. */
    for (size_t i = 0; i < s->n; i++) {
        if (s->letter[i].tone == TONE_NONE)
            continue;
        if (s->tone != TONE_NONE && s->tone != s->letter[i].tone)
            return false;
        s->tone = (Tone)s->letter[i].tone;
    }
    return s->n > 0;
}

/* Codas as bits. */
enum {
    OPEN = 1,
    C = 2,
    CH = 4,
    M = 8,
    N = 16,
    NG = 32,
    NH = 64,
    P = 128,
    T = 256,
    K = 512, /* Đắk Lắk, Đak Đoa */
    STOPS = C | CH | P | T,
    NASALS = M | N | NG,
    FULL = C | M | N | NG | P | T,
    Q = 1 << 12, /* bits for qu only: quyết */
    Y = 1 << 13, /* bits for no onset only: yêu */
    G = 1 << 14  /* bits for gi only: giêng */
};

#define R(a, b, c) ((a) << 8 | (b) << 4 | (c))

/* Codas that go with a nucleus. */
static const uint16_t codas[R(VOWELS, 0, 0)] = {
    [R(VA, 0, 0)] = OPEN | FULL | CH | NH | K,
    [R(VAW, 0, 0)] = FULL | K,
    [R(VAA, 0, 0)] = FULL,
    [R(VE, 0, 0)] = OPEN | FULL,
    [R(VEE, 0, 0)] = OPEN | CH | M | N | NH | P | T | G,
    [R(VI, 0, 0)] = OPEN | C | CH | M | N | NH | P | T,
    [R(VO, 0, 0)] = OPEN | FULL,
    [R(VOO, 0, 0)] = OPEN | FULL,
    [R(VOW, 0, 0)] = OPEN | M | N | P | T,
    [R(VU, 0, 0)] = OPEN | FULL,
    [R(VUW, 0, 0)] = OPEN | C | M | N | NG | T,
    [R(VY, 0, 0)] = OPEN | CH | N | NH | P | T | Q,
    [R(VA, VI, 0)] = OPEN,
    [R(VA, VO, 0)] = OPEN,
    [R(VA, VU, 0)] = OPEN,
    [R(VA, VY, 0)] = OPEN,
    [R(VAA, VU, 0)] = OPEN,
    [R(VAA, VY, 0)] = OPEN,
    [R(VE, VO, 0)] = OPEN,
    [R(VEE, VU, 0)] = OPEN,
    [R(VI, VA, 0)] = OPEN,
    [R(VI, VU, 0)] = OPEN,
    [R(VI, VEE, 0)] = C | NASALS | P | T,
    [R(VI, VEE, VU)] = OPEN,
    [R(VO, VA, 0)] = OPEN | FULL | CH | NH,
    [R(VO, VA, VI)] = OPEN,
    [R(VO, VA, VO)] = OPEN,
    [R(VO, VA, VY)] = OPEN,
    [R(VO, VAW, 0)] = C | NASALS | T,
    [R(VO, VE, 0)] = OPEN | M | N | NG | T,
    [R(VO, VE, VO)] = OPEN,
    [R(VO, VI, 0)] = OPEN,
    [R(VO, VO, 0)] = C | NG,
    [R(VOO, VI, 0)] = OPEN,
    [R(VOW, VI, 0)] = OPEN,
    [R(VU, VA, 0)] = OPEN,
    [R(VU, VAA, 0)] = N | NG | T,
    [R(VU, VAA, VY)] = OPEN,
    [R(VU, VEE, 0)] = OPEN | CH | NH,
    [R(VU, VI, 0)] = OPEN,
    [R(VU, VOO, 0)] = C | NASALS | P | T,
    [R(VU, VOO, VI)] = OPEN,
    [R(VU, VOW, 0)] = OPEN,
    [R(VU, VY, 0)] = OPEN | CH | N | NH | P | T,
    [R(VU, VY, VA)] = OPEN,
    [R(VU, VY, VEE)] = N | T,
    [R(VU, VY, VU)] = OPEN,
    [R(VUW, VA, 0)] = OPEN,
    [R(VUW, VI, 0)] = OPEN,
    [R(VUW, VU, 0)] = OPEN,
    [R(VUW, VOW, 0)] = OPEN | C | NASALS | P | T, /* open: thưở, a common spelling of thuở */
    [R(VUW, VOW, VI)] = OPEN,
    [R(VUW, VOW, VU)] = OPEN,
    [R(VY, VA, 0)] = OPEN | Q,
    [R(VY, VU, 0)] = OPEN | Q,
    [R(VY, VEE, 0)] = M | N | NG | T | Q | Y,
    [R(VY, VEE, VU)] = OPEN | Y,
};

/* The letters before or after the nucleus, up to three ASCII letters and đ (as 'D'), as one number. */
static uint32_t cluster(const Letter *l, size_t n)
{
    uint32_t key = 0;

    for (size_t i = 0; i < n; i++)
        key = key << 8 | (l[i].cp == 0x111 ? 'D' : l[i].cp);
    return key;
}

#define K2(a, b) ((uint32_t)(a) << 8 | (b))
#define K3(a, b, c) (K2(a, b) << 8 | (c))

/* Onsets other than qu and gi, and the vowel letters that they are written before. */
static bool onset_goes(uint32_t onset, uint8_t vowel)
{
    bool front = vowel == VE || vowel == VEE || vowel == VI || vowel == VY;

    switch (onset) {
    case 0:
    case 'b':
    case 'd':
    case 'D':
    case 'h':
    case 'l':
    case 'm':
    case 'n':
    case 'p':
    case 'r':
    case 's':
    case 't':
    case 'v':
    case 'x':
    case K2('c', 'h'):
    case K2('k', 'h'):
    case K2('n', 'h'):
    case K2('p', 'h'):
    case K2('t', 'h'):
    case K2('t', 'r'):
        return true;
    case 'c':
    case K2('n', 'g'):
        return !front;
    case 'g':
        return !front || vowel == VI; /* gì, gìn */
    case 'k':                         /* Bắc Kạn, Kon Tum, Hồng Kông */
        return front || vowel == VA || vowel == VO || vowel == VOO;
    case K2('g', 'h'):
        return front;
    case K3('n', 'g', 'h'): /* ngoằn nghoèo */
        return front || vowel == VO;
    default:
        return false;
    }
}

static uint16_t coda_bit(uint32_t coda)
{
    switch (coda) {
    case 0:
        return OPEN;
    case 'c':
        return C;
    case 'm':
        return M;
    case 'n':
        return N;
    case 'p':
        return P;
    case 't':
        return T;
    case 'k':
        return K;
    case K2('c', 'h'):
        return CH;
    case K2('n', 'g'):
        return NG;
    case K2('n', 'h'):
        return NH;
    default:
        return 0;
    }
}

/* Splits the letters behind an onset of `onset` letters into nucleus and coda; what: Q, G, or 0. */
static bool split_rime(Syllable *s, size_t onset, uint16_t what)
{
    const Letter *l = s->letter + onset;
    size_t n = s->n - onset, v = 0;
    unsigned nucleus = 0;
    uint16_t goes, coda;

    while (v < n && v < 3 && l[v].vowel != V0)
        nucleus |= (unsigned)l[v].vowel << (8 - 4 * v), v++;
    if (v == 0 || n - v > 2)
        return false;
    goes = codas[nucleus];
    coda = coda_bit(cluster(l + v, n - v));
    if (!(goes & coda)) {
        if (!(goes & G && what == G && coda == NG)) /* giêng: gi + êng */
            return false;
    }
    /* A lone y is open (kỳ) and takes a coda only after qu (quỳnh); ya, yu are after qu, yê after qu or
     * nothing. */
    if (nucleus == R(VY, 0, 0) ? coda != OPEN && what != Q
                               : goes & (Q | Y) && !(goes & Q && what == Q) && !(goes & Y && onset == 0))
        return false;
    if (coda & STOPS && s->tone != TONE_ACUTE && s->tone != TONE_DOT)
        return false;
    s->onset = (uint8_t)onset;
    s->rime = (uint8_t)v;
    s->q = what == Q;
    return true;
}

static bool analyse(Str word, Syllable *s)
{
    size_t on = 0;

    if (!read_letters(word, s))
        return false;
    while (on < s->n && s->letter[on].vowel == V0)
        on++;
    if (on > 3 || on == s->n)
        return false;
    if (on == 1 && s->letter[0].cp == 'q')
        return s->n > 2 && s->letter[1].vowel == VU && split_rime(s, 2, Q);
    if (on == 1 && s->letter[0].cp == 'g' && s->n > 2 && s->letter[1].vowel == VI &&
        s->letter[2].vowel != V0 && split_rime(s, 2, G))
        return true;
    return onset_goes(cluster(s->letter, on), s->letter[on].vowel) && split_rime(s, on, 0);
}

bool syllable_valid(Str word)
{
    Syllable s;

    return analyse(word, &s);
}

/* The letter that the tone stands on. */
static size_t tone_place(const Syllable *s, ToneStyle style)
{
    const Letter *l = s->letter + s->onset;
    size_t v = s->rime, i = v;

    while (i-- > 0) /* from the end: ươ has it on ơ */
        if (l[i].vowel == VAW || l[i].vowel == VAA || l[i].vowel == VEE || l[i].vowel == VOO ||
            l[i].vowel == VOW || l[i].vowel == VUW)
            return s->onset + i;
    if (v == 1 || v == 3)
        return s->onset + v / 2;
    if (s->onset + v < s->n)
        return s->onset + 1U;
    if (style != STYLE_OLD && ((l[0].vowel == VO && (l[1].vowel == VA || l[1].vowel == VE)) ||
                               (l[0].vowel == VU && l[1].vowel == VY))) {
        if (style == STYLE_NEW || (l[1].tone != TONE_NONE && l[0].tone == TONE_NONE))
            return s->onset + 1U;
    }
    return s->onset;
}

static void write_syllable(const Syllable *s, ToneStyle style, Buf *out)
{
    size_t place = tone_place(s, style);

    for (size_t i = 0; i < s->n; i++) {
        const Letter *l = &s->letter[i];
        uint32_t c = i == place ? vowel_cp[l->vowel][s->tone] : l->cp;

        buf_utf8(out, l->upper ? cp_upper(c) : c);
    }
}

/* "Vi ThoaÝ kiến bạn đọc": a capital behind a small letter begins another word, glued to this one. */
static bool glued(const Syllable *s)
{
    for (size_t i = 1; i < s->n; i++)
        if (s->letter[i].upper && !s->letter[i - 1].upper)
            return true;
    return false;
}

bool syllable_place(Str word, ToneStyle style, Buf *out)
{
    Syllable s;
    size_t was = out->n;

    if (!analyse(word, &s) || glued(&s))
        return false;
    write_syllable(&s, style, out);
    if (str_eq((Str){out->p + was, out->n - was}, word)) {
        out->n = was;
        return false;
    }
    return true;
}

static uint32_t fold_mark(uint32_t c)
{
    if (c < 0x2010)
        return c;
    if (c <= 0x2015) /* hyphens and dashes */
        return '-';
    if (c == 0x2018 || c == 0x2019 || c == 0x201B)
        return '\'';
    if (c == 0x201C || c == 0x201D || c == 0x201F)
        return '"';
    return c;
}

static void fold_other(Str word, Buf *out)
{
    size_t at = 0, was = out->n;
    bool nfc = true;

    while (at < word.n) {
        uint32_t c = utf8_next(word, &at);

        nfc &= cp_stays(c);
        buf_utf8(out, fold_mark(cp_lower(c)));
    }
    if (!nfc) {
        Buf lower = {0};

        buf_add(&lower, out->p + was, out->n - was);
        out->n = was;
        utf8_nfc(buf_get(&lower), out);
        buf_free(&lower);
    }
}

/* A vowel of the two bytes at p, lower case and not y: 1, with a tone 2; đ 0; anything else -1. */
static int two_byte_letter(const unsigned char *p)
{
    switch (p[0] << 8 | p[1]) {
    case 0xC491: /* đ */
        return 0;
    case 0xC3A2: /* â */
    case 0xC3AA: /* ê */
    case 0xC3B4: /* ô */
    case 0xC483: /* ă */
    case 0xC6A1: /* ơ */
    case 0xC6B0: /* ư */
        return 1;
    case 0xC3A0: /* à á ã */
    case 0xC3A1:
    case 0xC3A3:
    case 0xC3A8: /* è é */
    case 0xC3A9:
    case 0xC3AC: /* ì í ĩ */
    case 0xC3AD:
    case 0xC4A9:
    case 0xC3B2: /* ò ó õ */
    case 0xC3B3:
    case 0xC3B5:
    case 0xC3B9: /* ù ú ũ */
    case 0xC3BA:
    case 0xC5A9:
        return 2;
    default:
        return -1;
    }
}

/* Is a word of lower-case letters, without y, its own folding, seen without taking it apart? A tone stays
 * where it is when there is just one vowel. False where that does not tell. */
static bool folds_to_itself(Str word)
{
    const unsigned char *p = (const unsigned char *)word.p;
    unsigned vowels = 0, tones = 0;
    for (size_t i = 0; i < word.n;) {
        if (p[i] >= 'a' && p[i] < 'y') {
            vowels += p[i] == 'a' || p[i] == 'e' || p[i] == 'i' || p[i] == 'o' || p[i] == 'u';
            i++;
        } else if (p[i] >= 0xC3 && p[i] <= 0xC6 && i + 1 < word.n) {
            int letter = two_byte_letter(p + i);
            if (letter < 0)
                return false;
            vowels += letter > 0;
            tones += letter > 1;
            i += 2;
        } else if (p[i] == 0xE1 && i + 2 < word.n && (p[i + 1] == 0xBA || p[i + 1] == 0xBB) && p[i + 2] & 1) {
            if (p[i + 1] == 0xBA ? p[i + 2] < 0xA0 : p[i + 2] > 0xB1) /* ẁ …, ỳ … */
                return false;
            vowels++;
            tones++;
            i += 3;
        } else {
            return false;
        }
    }
    return vowels <= 1 || tones == 0;
}

void word_fold(Str word, Buf *out)
{
    Syllable s;

    if (folds_to_itself(word)) {
        buf_str(out, word);
        return;
    }
    if (!analyse(word, &s)) {
        fold_other(word, out);
        return;
    }
    for (size_t i = 0; i < s.n; i++)
        s.letter[i].upper = false;
    /* kỳ = kì, quý = quí; "y tế" and "Thủy" stay. */
    if (s.onset > 0 && s.rime == 1 && s.letter[s.onset].vowel == VY && s.onset + 1U == s.n) {
        s.letter[s.onset].vowel = VI;
        s.letter[s.onset].cp = 'i';
    }
    write_syllable(&s, STYLE_OLD, out);
}
