-- From version 1 to version 2: the reading direction of articles, examples of
-- tags, suggestions that were refused.

ALTER TABLE document ADD COLUMN direction TEXT NOT NULL DEFAULT '' CHECK (direction IN ('', 'ltr', 'rtl'));
ALTER TABLE tag ADD COLUMN examples TEXT NOT NULL DEFAULT '';

-- The history has to know the new columns, or else old edits could not be
-- undone.
UPDATE change SET old = json_insert (old, '$.direction', ''), new = json_insert (new, '$.direction', '') WHERE tbl = 'document';
UPDATE change SET old = json_insert (old, '$.examples', ''), new = json_insert (new, '$.examples', '') WHERE tbl = 'tag';

CREATE TABLE rejection (
  id        INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start     INTEGER NOT NULL CHECK (start >= 0),
  end       INTEGER NOT NULL CHECK (end > start),
  entity    INTEGER REFERENCES entity ON DELETE CASCADE, -- that was suggested
  tag       INTEGER REFERENCES tag ON DELETE CASCADE,
  annotator INTEGER NOT NULL REFERENCES annotator,
  created   INTEGER NOT NULL
) STRICT;
CREATE INDEX rejection_document ON rejection (document);
CREATE INDEX rejection_entity ON rejection (entity) WHERE entity IS NOT NULL;
CREATE INDEX rejection_tag ON rejection (tag) WHERE tag IS NOT NULL;
