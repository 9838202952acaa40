-- The tables of an archive; those of versions.sql come with them. docs/archive.md tells what they
-- are to whoever opens the file with another tool.
CREATE TABLE IF NOT EXISTS article (
    number INTEGER PRIMARY KEY,
    -- what its records call it, and a digest of its text: an article without a name goes by that
    source TEXT UNIQUE,
    digest BLOB NOT NULL,
    -- when it was published, in UTC, as ISO 8601 that can be sorted
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
    -- how sure the speaker is: speaker_confidence of the record, or confidence where it has none
    confidence REAL NOT NULL,
    rule TEXT,
    words INTEGER NOT NULL,
    -- the version of the quote, if it has words of the speaker's own
    version INTEGER REFERENCES version (id),
    -- all of it, as JSON
    plain TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS record_article ON record (article);
CREATE INDEX IF NOT EXISTS record_speaker ON record (speaker);
CREATE INDEX IF NOT EXISTS record_version ON record (version);
-- the words that records are found by; a row has the number of its record
CREATE VIRTUAL TABLE IF NOT EXISTS record_words USING fts5 (
    quote, speaker, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
-- for people, and for tools that read SQLite: what is no text, since half a surrogate pair is in it,
-- is a blob above, with which not all of these can do
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
