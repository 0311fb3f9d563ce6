-- From version 2 to version 3: the words of texts, their structure, and the
-- files they were read from.

ALTER TABLE document ADD COLUMN original TEXT NOT NULL DEFAULT '';

-- The history has to know the new column, or else old edits could not be
-- undone.
UPDATE change SET old = json_insert (old, '$.original', ''), new = json_insert (new, '$.original', '') WHERE tbl = 'document';

CREATE TABLE block (
  text  INTEGER NOT NULL REFERENCES text,
  start INTEGER NOT NULL CHECK (start >= 0),
  end   INTEGER NOT NULL CHECK (end > start),
  kind  TEXT    NOT NULL CHECK (kind IN ('heading', 'item', 'quotation')),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 9), -- of a heading, or how deep in lists or quotations
  PRIMARY KEY (text, start, end, kind)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (body, content = '', columnsize = 0, tokenize = 'ascii');
INSERT INTO words (rowid, body) SELECT id, plx_words (body) FROM text ORDER BY id;

CREATE TABLE original (
  sha256 TEXT    NOT NULL PRIMARY KEY CHECK (length (sha256) = 64), -- of the file
  size   INTEGER NOT NULL CHECK (size >= 0),
  packed BLOB    NOT NULL -- zlib
) STRICT;

CREATE INDEX annotation_noted ON annotation (document) WHERE note <> '';
