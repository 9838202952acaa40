-- The tables of an archive, together with those of versions.sql. docs/archive.md describes them for
-- users of other tools.
CREATE TABLE IF NOT EXISTS article (
    number INTEGER PRIMARY KEY,
    -- the source of its records, and a hash of its text, which identifies an article without a source
    source TEXT UNIQUE,
    digest BLOB NOT NULL,
    -- the time of publication in UTC, as sortable ISO 8601
    moment TEXT,
    -- the fields of quoteattr.Article
    text, id, url, title, authors, publisher, published, language
);
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
    words INTEGER NOT NULL,
    -- the version of the quote, if it has the speaker's own words
    version INTEGER REFERENCES version (id),
    -- the whole record as JSON
    plain TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS record_article ON record (article);
CREATE INDEX IF NOT EXISTS record_speaker ON record (speaker);
CREATE INDEX IF NOT EXISTS record_version ON record (version);
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
    record.rule, record.words, record.number AS record
FROM record JOIN article ON article.number = record.article;
