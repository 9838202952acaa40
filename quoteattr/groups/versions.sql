-- Versions of quotes, and what they are found by: docs/groups.md.
CREATE TABLE IF NOT EXISTS version (
    id INTEGER PRIMARY KEY,
    -- its words without typography, and the speaker as first written
    folded TEXT NOT NULL,
    speaker TEXT,
    -- the speaker without titles and case, and whether it is sure that it is this one: they and the
    -- words tell two versions apart
    name TEXT NOT NULL,
    sure INTEGER NOT NULL,
    -- how full it is, in bits
    weight REAL NOT NULL,
    -- the fuller version that it is most like, how their speakers stand to each other, and what the
    -- two have in common
    parent INTEGER,
    relation INTEGER NOT NULL DEFAULT 0,
    share REAL NOT NULL DEFAULT 0,
    bits REAL NOT NULL DEFAULT 0,
    -- the root of its tree, itself if it has no parent
    root INTEGER,
    UNIQUE (folded, name, sure)
);
CREATE INDEX IF NOT EXISTS version_parent ON version (parent) WHERE parent IS NOT NULL;
CREATE INDEX IF NOT EXISTS version_root ON version (root);
-- what versions are found by, with the number of keys that each has
CREATE TABLE IF NOT EXISTS key (
    key INTEGER, version INTEGER, size INTEGER NOT NULL, PRIMARY KEY (key, version)
) WITHOUT ROWID;
