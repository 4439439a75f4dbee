-- SPDX-License-Identifier: ISC
-- The tables of make in SQLite: sqlite3 news.db <schema.sql, run where they are. Nothing known is NULL.
--
-- `.mode ascii` reads any text; the default would stumble over a lone quote.
PRAGMA foreign_keys = ON;
BEGIN;

CREATE TABLE documents (
    doc TEXT PRIMARY KEY, title TEXT, kicker TEXT, section TEXT, published TEXT, clock TEXT, held TEXT, session TEXT,
    province TEXT, province_code TEXT, province_now TEXT, host TEXT, publisher TEXT, source TEXT, author TEXT,
    views INTEGER, meeting TEXT, meeting_no INTEGER, extended TEXT, organ TEXT, term_no INTEGER, term TEXT,
    report_period TEXT, chair TEXT
) WITHOUT ROWID;

CREATE TABLE records (
    doc TEXT NOT NULL REFERENCES documents, pos TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (doc, pos)
) WITHOUT ROWID;

CREATE TABLE sentences (
    doc TEXT NOT NULL REFERENCES documents, pos TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (doc, pos)
) WITHOUT ROWID;

-- value is exact up to 15 digits; beyond, cast raw yourself
CREATE TABLE figures (
    doc TEXT NOT NULL, pos TEXT NOT NULL, start INTEGER NOT NULL, len INTEGER NOT NULL, raw TEXT NOT NULL,
    kind TEXT NOT NULL, value NUMERIC, value2 NUMERIC, unit TEXT, mod TEXT, dir TEXT, ind TEXT, subject TEXT,
    basis TEXT, period TEXT, aim TEXT,
    FOREIGN KEY (doc, pos) REFERENCES records
);

CREATE TABLE officials (
    doc TEXT NOT NULL, pos TEXT NOT NULL, start INTEGER NOT NULL, len INTEGER NOT NULL, name TEXT NOT NULL, post TEXT,
    body TEXT, place TEXT, status TEXT, act TEXT, raw TEXT, post_start INTEGER, post_len INTEGER,
    FOREIGN KEY (doc, pos) REFERENCES records
);

CREATE TABLE refs (
    doc TEXT NOT NULL, pos TEXT NOT NULL, start INTEGER NOT NULL, len INTEGER NOT NULL, raw TEXT NOT NULL,
    type TEXT, number TEXT, date TEXT, issuer TEXT,
    FOREIGN KEY (doc, pos) REFERENCES records
);

CREATE TABLE in_docs (
    doc, title, kicker, section, published, clock, held, session, province, province_code, province_now, host,
    publisher, source, author, views, meeting, meeting_no, extended, organ, term_no, term, report_period, chair
);
CREATE TABLE in_nums (
    doc, pos, start, len, raw, kind, value, value2, unit, mod, dir, ind, subject, basis, period, aim
);
CREATE TABLE in_officials (doc, pos, start, len, name, post, body, place, status, act, raw, post_start, post_len);
CREATE TABLE in_refs (doc, pos, start, len, raw, type, number, date, issuer);

.mode ascii
.separator "\t" "\n"
.import --skip 1 docs.tsv in_docs
.import --skip 1 nums.tsv in_nums
.import --skip 1 officials.tsv in_officials
.import --skip 1 refs.tsv in_refs

INSERT INTO documents SELECT doc, nullif(title, ''), nullif(kicker, ''), nullif(section, ''), nullif(published, ''),
    nullif(clock, ''), nullif(held, ''), nullif(session, ''), nullif(province, ''), nullif(province_code, ''),
    nullif(province_now, ''), nullif(host, ''), nullif(publisher, ''), nullif(source, ''), nullif(author, ''),
    nullif(views, ''), nullif(meeting, ''), nullif(meeting_no, ''), nullif(extended, ''), nullif(organ, ''),
    nullif(term_no, ''), nullif(term, ''), nullif(report_period, ''), nullif(chair, '') FROM in_docs;

.import records.tsv records
.import --skip 1 sents.tsv sentences

INSERT INTO figures SELECT doc, pos, start, len, raw, kind, nullif(value, ''), nullif(value2, ''), nullif(unit, ''),
    nullif(mod, ''), nullif(dir, ''), nullif(ind, ''), nullif(subject, ''), nullif(basis, ''), nullif(period, ''),
    nullif(aim, '') FROM in_nums;
INSERT INTO officials SELECT doc, pos, start, len, name, nullif(post, ''), nullif(body, ''), nullif(place, ''),
    nullif(status, ''), nullif(act, ''), nullif(raw, ''), nullif(post_start, ''), nullif(post_len, '')
    FROM in_officials;
INSERT INTO refs SELECT doc, pos, start, len, raw, nullif(type, ''), nullif(number, ''), nullif(date, ''),
    nullif(issuer, '') FROM in_refs;

DROP TABLE in_docs;
DROP TABLE in_nums;
DROP TABLE in_officials;
DROP TABLE in_refs;

CREATE INDEX documents_province ON documents (province, held);
CREATE INDEX figures_place ON figures (doc, pos);
CREATE INDEX figures_ind ON figures (ind, aim);
CREATE INDEX officials_place ON officials (doc, pos);
CREATE INDEX officials_name ON officials (name);
CREATE INDEX officials_post ON officials (body, post, place);
CREATE INDEX refs_place ON refs (doc, pos);
CREATE INDEX refs_number ON refs (type, number);

-- The latest level of each indicator by province: no goal, no share of a plan, no change (but of growth itself)
CREATE VIEW latest AS
SELECT province, ind, value, unit, mod, period, held, doc FROM (
    SELECT d.province, f.*, d.held,
        row_number() OVER (PARTITION BY d.province, f.ind, f.unit
                           ORDER BY substr(f.period, instr(f.period, '/') + 1) DESC, d.held DESC) AS nth
    FROM figures f JOIN documents d USING (doc)
    WHERE f.ind IS NOT NULL AND f.aim IS NULL AND (f.basis IS NULL OR f.basis = 'total')
        AND (f.dir IS NULL OR f.ind IN ('grdp_growth', 'iip', 'cpi')) AND d.province IS NOT NULL)
WHERE nth = 1;

-- Who held which post when, as far as the documents tell
CREATE VIEW held_posts AS
SELECT o.name, o.post, o.body, o.place, min(d.held) AS first_seen, max(d.held) AS last_seen,
    count(DISTINCT o.doc) AS documents
FROM officials o JOIN documents d USING (doc)
WHERE o.post IS NOT NULL AND (o.status IS NULL OR o.status = 'acting')
GROUP BY o.name, o.post, o.body, o.place;

-- Goals beside results: the same indicator and unit of the same province for the same year
CREATE VIEW goals AS
SELECT g.province, g.ind, g.unit, g.year, g.value AS goal, g.mod AS goal_mod, r.value AS result, r.period AS reached_in,
    g.doc AS goal_doc, r.doc AS result_doc
FROM (SELECT d.province, f.*, substr(f.period, 1, 4) AS year FROM figures f JOIN documents d USING (doc)
      WHERE f.aim = 'target' AND f.ind IS NOT NULL AND f.period IS NOT NULL) g
LEFT JOIN (SELECT d.province, f.*, substr(f.period, 1, 4) AS year FROM figures f JOIN documents d USING (doc)
      WHERE f.aim IS NULL AND f.basis IS NULL AND f.dir IS NULL AND f.ind IS NOT NULL) r
    ON r.province = g.province AND r.ind = g.ind AND r.unit = g.unit AND r.year = g.year;

COMMIT;
