-- Versions of quotes, and their index keys: docs/groups.md.
CREATE TABLE IF NOT EXISTS version (
    id INTEGER PRIMARY KEY,
    -- the normalized words, and the speaker as first written
    folded TEXT NOT NULL,
    speaker TEXT,
    -- the normalized name of the speaker, and whether its confidence is high; with the words they
    -- identify a version
    name TEXT NOT NULL,
    sure INTEGER NOT NULL,
    -- the weight of the words, in bits
    weight REAL NOT NULL,
    -- the most similar fuller version, the relation of the two speakers, and the similarity
    parent INTEGER,
    relation INTEGER NOT NULL DEFAULT 0,
    share REAL NOT NULL DEFAULT 0,
    bits REAL NOT NULL DEFAULT 0,
    -- the root of the tree: the version itself if it has no parent
    root INTEGER,
    UNIQUE (folded, name, sure)
);
CREATE INDEX IF NOT EXISTS version_parent ON version (parent) WHERE parent IS NOT NULL;
CREATE INDEX IF NOT EXISTS version_root ON version (root);
-- the index keys of versions, with the number of keys of the version
CREATE TABLE IF NOT EXISTS key (
    key INTEGER, version INTEGER, size INTEGER NOT NULL, PRIMARY KEY (key, version)
) WITHOUT ROWID;
