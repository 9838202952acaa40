-- The tables of an archive, together with those of versions.sql. docs/archive.md describes them for
-- users of other tools.
CREATE TABLE IF NOT EXISTS article (
    number INTEGER PRIMARY KEY,
    -- the source of its records, and a hash of its text, which identifies an article without a source
    source TEXT UNIQUE,
    digest BLOB NOT NULL,
    -- the time of publication in UTC, as sortable ISO 8601
    moment TEXT,
    -- the fields of quoteattr.Article; a column that is added to an older table follows in a line of
    -- its own, as ALTER TABLE writes it
    text, id, url, title, authors, publisher, published, language
, section);
CREATE INDEX IF NOT EXISTS article_digest ON article (digest);
CREATE INDEX IF NOT EXISTS article_moment ON article (moment);
CREATE TABLE IF NOT EXISTS record (
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
CREATE INDEX IF NOT EXISTS record_article ON record (article);
CREATE INDEX IF NOT EXISTS record_speaker ON record (speaker);
CREATE INDEX IF NOT EXISTS record_version ON record (version);
-- who speaks in a record: one row for each speaker, with what an audit counts
CREATE TABLE IF NOT EXISTS speaker (
    record INTEGER NOT NULL REFERENCES record (number),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- the kind of the speaker; NULL in a record of an older version, which has only the name
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
CREATE VIRTUAL TABLE IF NOT EXISTS record_words USING fts5 (
    quote, speaker, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
-- a view for people and other tools: text with a lone surrogate is a blob in the tables, which not all
-- tools can read
CREATE VIEW IF NOT EXISTS quote AS
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
