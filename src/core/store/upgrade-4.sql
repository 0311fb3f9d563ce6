-- From version 3 to version 4: earlier versions of articles, outlets, fields of
-- one's own, what was read.

ALTER TABLE document ADD COLUMN article INTEGER REFERENCES document ON DELETE CASCADE;
ALTER TABLE document ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE document ADD COLUMN made TEXT NOT NULL DEFAULT '' CHECK (made IN ('', 'revised', 'corrected'));
DROP INDEX document_position;
CREATE INDEX document_position ON document (position) WHERE article IS NULL;
CREATE INDEX document_article ON document (article) WHERE article IS NOT NULL;

-- The history has to know the new columns, or else old edits could not be
-- undone.
UPDATE change SET old = json_insert (old, '$.article', NULL, '$.version', 1, '$.made', ''),
                  new = json_insert (new, '$.article', NULL, '$.version', 1, '$.made', '') WHERE tbl = 'document';

CREATE TABLE outlet (
  id     INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  name   TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  short  TEXT    NOT NULL DEFAULT '', -- for narrow places
  colour TEXT    NOT NULL DEFAULT '' CHECK (colour = '' OR colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  note   TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE field (
  id       INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  position INTEGER NOT NULL, -- order on the screen
  name     TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  kind     TEXT    NOT NULL CHECK (kind IN ('text', 'number', 'date')) -- how it sorts, and what may be written
) STRICT;

CREATE TABLE field_value (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  field    INTEGER NOT NULL REFERENCES field ON DELETE CASCADE,
  value    TEXT    NOT NULL CHECK (value <> ''),
  PRIMARY KEY (document, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX field_value_field ON field_value (field);

CREATE TABLE seen (
  document INTEGER NOT NULL PRIMARY KEY, -- may be gone
  at       INTEGER NOT NULL
) STRICT;
