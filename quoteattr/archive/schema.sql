-- The tables of an archive, together with those of versions.sql. docs/archive.md describes them for
-- users of other tools.
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    -- the source of its records, and a hash of its text, which identifies an article without a source
    source TEXT UNIQUE,
    digest BLOB NOT NULL,
    -- the time of publication in UTC, as sortable ISO 8601
    moment TEXT,
    -- the fields of quoteattr.Article
    text, id, url, title, authors, publisher, published, language, section
);
CREATE INDEX article_digest ON article (digest);
CREATE INDEX article_moment ON article (moment);
CREATE TABLE record (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (number),
    speaker TEXT,
    quote TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- overall_confidence of the record: speaker_confidence, or else confidence
    confidence REAL NOT NULL,
    rule TEXT,
    act TEXT NOT NULL,
    factuality TEXT,
    words INTEGER NOT NULL,
    -- how many of the words are word for word
    verbatim INTEGER NOT NULL,
    -- the version of the quote, if it has the speaker's own words
    version INTEGER REFERENCES version (id),
    -- the whole record as JSON
    plain TEXT NOT NULL
);
CREATE INDEX record_article ON record (article);
CREATE INDEX record_speaker ON record (speaker);
CREATE INDEX record_version ON record (version);
-- who speaks in a record: one row for each speaker, with what an audit counts
CREATE TABLE speaker (
    record INTEGER NOT NULL REFERENCES record (number),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- the kind of the speaker; NULL in a record without speakers, which has only the name
    kind TEXT,
    -- m, f or x, as the article's own words show it
    gender TEXT,
    -- the fullest words that say who this is, and the body that they name
    role TEXT,
    affiliation TEXT,
    -- of a known person
    id TEXT,
    PRIMARY KEY (record, place)
) WITHOUT ROWID;
-- the full-text index of records; the rowid is the number of the record
CREATE VIRTUAL TABLE record_words USING fts5 (
    quote, speaker, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
-- the records of an article as they were extracted, kept from the first correction of the article on:
-- the table "record" then has the records as people corrected them
CREATE TABLE machine_record (
    article INTEGER NOT NULL REFERENCES article (number),
    place INTEGER NOT NULL,
    plain TEXT NOT NULL,
    PRIMARY KEY (article, place)
) WITHOUT ROWID;
-- what people corrected; rows are added, never changed. A correction is undone by a row of its own
CREATE TABLE correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- of the article, which may be replaced or removed
    source TEXT NOT NULL,
    -- correct, add or undo
    action TEXT NOT NULL,
    -- the first correction of the same quote, and the correction that this row undoes
    first INTEGER REFERENCES correction (id),
    undoes INTEGER REFERENCES correction (id),
    -- the words of the quote, as selectors of the W3C Web Annotation model
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    -- what the machine said and what a person said, as JSON; NULL: there is no such quote
    value_before TEXT,
    value_after TEXT,
    -- the names of the values that a person gave, separated by spaces
    changed TEXT NOT NULL,
    -- who, by which way, when (UTC), why, and with which version of the package
    made_by TEXT NOT NULL,
    via TEXT NOT NULL,
    made_at TEXT NOT NULL,
    note TEXT NOT NULL,
    version TEXT NOT NULL
);
CREATE INDEX correction_source ON correction (source);
CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction
BEGIN SELECT raise(ABORT, 'corrections are never deleted'); END;
CREATE TRIGGER correction_is_final BEFORE UPDATE ON correction
BEGIN SELECT raise(ABORT, 'corrections are never changed'); END;
-- where the words of a correction stand in the present text of the article: NULL where they do not;
-- new_start and new_end: where the words stand that a person set as the bounds of the quote
CREATE TABLE correction_place (
    correction INTEGER PRIMARY KEY REFERENCES correction (id),
    article INTEGER NOT NULL REFERENCES article (number),
    span_start INTEGER,
    span_end INTEGER,
    new_start INTEGER,
    new_end INTEGER
);
CREATE INDEX correction_place_article ON correction_place (article);
-- who looked at all quotes of an article; rows are added, never changed
CREATE TABLE review (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    -- the hash of the text that was reviewed
    digest BLOB NOT NULL,
    -- marks (all words between quotation marks) or all
    scope TEXT NOT NULL,
    -- 1 if the reviewer did not see what the machine said
    blind INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    via TEXT NOT NULL,
    made_at TEXT NOT NULL,
    note TEXT NOT NULL,
    version TEXT NOT NULL
);
CREATE INDEX review_source ON review (source);
-- names that are one person's in all articles; rows are added, never changed
CREATE TABLE speaker_merge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- the merge that this row undoes
    undoes INTEGER REFERENCES speaker_merge (id),
    -- the names, a list in JSON, and the person, an object in JSON
    names TEXT NOT NULL,
    person TEXT NOT NULL,
    made_by TEXT NOT NULL,
    via TEXT NOT NULL,
    made_at TEXT NOT NULL,
    note TEXT NOT NULL,
    version TEXT NOT NULL
);
-- a view for people and other tools: text with a lone surrogate is a blob in the tables, which not all
-- tools can read
CREATE VIEW quote AS
SELECT
    CASE typeof(record.speaker) WHEN 'blob' THEN char(65533) ELSE record.speaker END AS speaker,
    record.quote, record.kind, record.confidence,
    CASE typeof(article.source) WHEN 'blob' THEN char(65533) ELSE article.source END AS source,
    CASE typeof(article.publisher) WHEN 'blob' THEN char(65533) ELSE article.publisher END
        AS publisher,
    CASE typeof(article.published) WHEN 'blob' THEN char(65533) ELSE article.published END
        AS published,
    CASE typeof(article.section) WHEN 'blob' THEN char(65533) ELSE article.section END AS section,
    record.rule, record.words, record.number AS record
FROM record JOIN article ON article.number = record.article;
