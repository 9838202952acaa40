-- Versions of quotes, and their index keys: docs/groups.md.
CREATE TABLE version (
    -- a digest of the words, the name and whether it is sure
    id INTEGER PRIMARY KEY,
    -- the normalized words
    folded TEXT NOT NULL,
    -- the whole of the speaker's name as it is read, as JSON, and whether its confidence is high
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
    root INTEGER
);
CREATE INDEX version_parent ON version (parent) WHERE parent IS NOT NULL;
CREATE INDEX version_root ON version (root);
-- the index keys of versions, by fullness, with the number of keys of the version
CREATE TABLE key (
    key INTEGER, weight REAL, version INTEGER, size INTEGER NOT NULL,
    PRIMARY KEY (key, weight, version)
) WITHOUT ROWID;
