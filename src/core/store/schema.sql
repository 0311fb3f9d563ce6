-- The project file: tables and indexes only, no views and no triggers.
--
-- Files are compared with this text to the letter, so a column that came later
-- stands as ALTER TABLE writes it: behind a comma at the start of the last line.
-- What a version changed stands in upgrade-N.sql too.
--
-- Rules.  Ids are time-ordered 63-bit integers (base/plx-id.h); 0 is no id.
-- Moments are milliseconds since 1970 in UTC.  Offsets are Unicode code
-- points, half open.  Text that may be absent is '', a reference NULL.
-- Every content table is journaled: TEMP triggers made from its columns write
-- the old and new image of each changed row into change (store/plx-journal.c).
-- Content tables: annotator outlet field document field_value tag entity alias
-- question annotation span claim silence rejection relation_kind relation
-- foreign_id.

-- Facts about the project as a whole: 'uuid', 'name', 'created'.
CREATE TABLE project (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Texts never change and are kept as long as the file, so they need no
-- journal: undoing an intake or a removal only adds or removes the document.
CREATE TABLE text (
  id         INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  sha256     TEXT    NOT NULL UNIQUE CHECK (length (sha256) = 64), -- of the UTF-8
  codepoints INTEGER NOT NULL CHECK (codepoints >= 0),
  body       TEXT    NOT NULL
) STRICT;

-- Parts of a text that are more than plain paragraphs.  They belong to the text
-- and do not change either: the first who brings them says what they are.
CREATE TABLE block (
  text  INTEGER NOT NULL REFERENCES text,
  start INTEGER NOT NULL CHECK (start >= 0),
  end   INTEGER NOT NULL CHECK (end > start),
  kind  TEXT    NOT NULL CHECK (kind IN ('heading', 'item', 'quotation')),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 9), -- of a heading, or how deep in lists or quotations
  PRIMARY KEY (text, start, end, kind)
) STRICT, WITHOUT ROWID;

-- The words of every text, folded as model/plx-token.h says and with one blank
-- between them, which is all that the tokenizer has to know: FTS5's own ones cut
-- Arabic words at vowel signs and take a line of Chinese for one word.  Filled
-- by store/plx-word-index.c.
CREATE VIRTUAL TABLE words USING fts5 (body, content = '', columnsize = 0, tokenize = 'ascii');

-- Files that texts were read from, where somebody wished to keep them.
CREATE TABLE original (
  sha256 TEXT    NOT NULL PRIMARY KEY CHECK (length (sha256) = 64), -- of the file
  size   INTEGER NOT NULL CHECK (size >= 0),
  packed BLOB    NOT NULL -- zlib
) STRICT;

-- Who works on the project.
CREATE TABLE annotator (
  id      INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  name    TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  created INTEGER NOT NULL
) STRICT;

-- What is known of outlets.  Articles name theirs; one that has no row is known
-- by its name only.
CREATE TABLE outlet (
  id     INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  name   TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  short  TEXT    NOT NULL DEFAULT '', -- for narrow places
  colour TEXT    NOT NULL DEFAULT '' CHECK (colour = '' OR colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  note   TEXT    NOT NULL DEFAULT ''
) STRICT;

-- Fields of articles that people made up for this project.
CREATE TABLE field (
  id       INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  position INTEGER NOT NULL, -- order on the screen
  name     TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  kind     TEXT    NOT NULL CHECK (kind IN ('text', 'number', 'date')) -- how it sorts, and what may be written
) STRICT;

-- Articles: what is known about a text.  Each earlier version of an article is
-- a row too, which names the article in the last columns; it keeps what could
-- not be carried over to the next version.
CREATE TABLE document (
  id        INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  text      INTEGER NOT NULL REFERENCES text,
  position  INTEGER NOT NULL,            -- order in the list of articles
  title     TEXT    NOT NULL,
  outlet    TEXT    NOT NULL DEFAULT '',
  author    TEXT    NOT NULL DEFAULT '',
  url       TEXT    NOT NULL DEFAULT '',
  published TEXT    NOT NULL DEFAULT '', -- ISO 8601: 2024, 2024-11, 2024-11-28 or with time
  language  TEXT    NOT NULL DEFAULT '', -- BCP 47
  note      TEXT    NOT NULL DEFAULT '',
  filename  TEXT    NOT NULL DEFAULT '', -- where it came from, base name only
  created   INTEGER NOT NULL
, direction TEXT NOT NULL DEFAULT '' CHECK (direction IN ('', 'ltr', 'rtl')), original TEXT NOT NULL DEFAULT '', article INTEGER REFERENCES document ON DELETE CASCADE, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0), made TEXT NOT NULL DEFAULT '' CHECK (made IN ('', 'revised', 'corrected'))) STRICT; -- original: SHA-256 of the file; article: of an earlier version, else NULL; version: counts from 1; made: how the text came about
CREATE INDEX document_text ON document (text);
CREATE INDEX document_position ON document (position) WHERE article IS NULL;
CREATE INDEX document_article ON document (article) WHERE article IS NOT NULL;

-- What an article says in the fields of this project.
CREATE TABLE field_value (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  field    INTEGER NOT NULL REFERENCES field ON DELETE CASCADE,
  value    TEXT    NOT NULL CHECK (value <> ''),
  PRIMARY KEY (document, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX field_value_field ON field_value (field);

-- Articles that somebody has read.  No content: reading is nothing to undo.
CREATE TABLE seen (
  document INTEGER NOT NULL PRIMARY KEY, -- may be gone
  at       INTEGER NOT NULL
) STRICT;

-- The codebook: a tree of tags.
CREATE TABLE tag (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  parent      INTEGER REFERENCES tag ON DELETE CASCADE CHECK (parent <> id),
  position    INTEGER NOT NULL,            -- order among its siblings
  kind        TEXT    NOT NULL CHECK (kind IN ('actor', 'place', 'claim', 'other')),
  name        TEXT    NOT NULL CHECK (name <> '' AND instr (name, '/') = 0),
  colour      TEXT    NOT NULL CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  hotkey      TEXT    NOT NULL DEFAULT '', -- '1' to '9'
  description TEXT    NOT NULL DEFAULT ''
, examples TEXT NOT NULL DEFAULT '') STRICT; -- one a line
CREATE UNIQUE INDEX tag_name ON tag (coalesce (parent, 0), name);

-- Actors and places shared by the whole project.
CREATE TABLE entity (
  id        INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  kind      TEXT    NOT NULL CHECK (kind IN ('actor', 'place')),
  sort      TEXT    NOT NULL DEFAULT '' CHECK (sort IN ('', 'person', 'organisation')), -- of actors
  name      TEXT    NOT NULL CHECK (name <> ''),
  uri       TEXT    NOT NULL DEFAULT '', -- in an authority file
  latitude  REAL    CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL    CHECK (longitude BETWEEN -180 AND 180),
  note      TEXT    NOT NULL DEFAULT '',
  created   INTEGER NOT NULL,
  CHECK (kind = 'actor' OR sort = ''),
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;
CREATE INDEX entity_name ON entity (name);

-- Other names of an entity.
CREATE TABLE alias (
  entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  name   TEXT    NOT NULL CHECK (name <> ''),
  PRIMARY KEY (entity, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_name ON alias (name);

-- What several claims speak about.
CREATE TABLE question (
  id       INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  position INTEGER NOT NULL,
  text     TEXT    NOT NULL UNIQUE CHECK (text <> ''),
  unit     TEXT    NOT NULL DEFAULT '',
  answer   TEXT    NOT NULL DEFAULT 'fixed' CHECK (answer IN ('fixed', 'grows', 'varies')), -- with time
  note     TEXT    NOT NULL DEFAULT '',
  created  INTEGER NOT NULL
) STRICT;

-- A tag applied to spans of one document by one annotator.
CREATE TABLE annotation (
  id        INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  tag       INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
  annotator INTEGER NOT NULL REFERENCES annotator,
  entity    INTEGER REFERENCES entity ON DELETE SET NULL, -- of which it is a mention
  note      TEXT    NOT NULL DEFAULT '',
  prefix    TEXT    NOT NULL, -- 32 code points before the first span
  suffix    TEXT    NOT NULL, -- 32 code points after the last span
  created   INTEGER NOT NULL,
  modified  INTEGER           -- NULL until it is changed
) STRICT;
-- Covers what the reading board needs, so that a document loads in one scan.
CREATE INDEX annotation_document ON annotation (document, id, tag, entity, annotator);
CREATE INDEX annotation_tag ON annotation (tag);
CREATE INDEX annotation_entity ON annotation (entity) WHERE entity IS NOT NULL;
CREATE INDEX annotation_noted ON annotation (document) WHERE note <> '';

-- Where annotations lie; clustered by document.
CREATE TABLE span (
  document   INTEGER NOT NULL,
  start      INTEGER NOT NULL CHECK (start >= 0),
  end        INTEGER NOT NULL CHECK (end > start),
  annotation INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
  quote      TEXT    NOT NULL CHECK (length (quote) = end - start), -- the exact text
  PRIMARY KEY (document, start, end, annotation)
) STRICT, WITHOUT ROWID;
CREATE INDEX span_annotation ON span (annotation);

-- What an annotation of kind claim says; every field is optional.
CREATE TABLE claim (
  annotation  INTEGER NOT NULL PRIMARY KEY REFERENCES annotation ON DELETE CASCADE,
  question    INTEGER REFERENCES question ON DELETE SET NULL,
  value       TEXT    NOT NULL DEFAULT '', -- expression, see model/plx-value.h
  said_by     INTEGER REFERENCES entity ON DELETE SET NULL,
  by_outlet   INTEGER NOT NULL DEFAULT 0 CHECK (by_outlet IN (0, 1)), -- the outlet itself says it
  attribution TEXT    NOT NULL DEFAULT '' CHECK (attribution IN ('', 'quoted', 'reported', 'own-voice')),
  polarity    TEXT    NOT NULL DEFAULT '' CHECK (polarity IN ('', 'affirms', 'denies')),
  certainty   TEXT    NOT NULL DEFAULT '' CHECK (certainty IN ('', 'stated', 'hedged', 'alleged', 'predicted')),
  event_time  TEXT    NOT NULL DEFAULT '', -- ISO 8601 date, interval, or open interval
  place       INTEGER REFERENCES entity ON DELETE SET NULL,
  CHECK (by_outlet = 0 OR said_by IS NULL)
) STRICT;
CREATE INDEX claim_question ON claim (question) WHERE question IS NOT NULL;
CREATE INDEX claim_said_by ON claim (said_by) WHERE said_by IS NOT NULL;
CREATE INDEX claim_place ON claim (place) WHERE place IS NOT NULL;

-- Somebody checked: the document says nothing on the question.
CREATE TABLE silence (
  id        INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  question  INTEGER NOT NULL REFERENCES question ON DELETE CASCADE,
  document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  annotator INTEGER NOT NULL REFERENCES annotator,
  note      TEXT    NOT NULL DEFAULT '',
  created   INTEGER NOT NULL,
  UNIQUE (question, document, annotator)
) STRICT;
CREATE INDEX silence_document ON silence (document);

-- A suggestion that somebody refused: it is not made again at this place.
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

-- Kinds of relations: part of the codebook.
CREATE TABLE relation_kind (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  position    INTEGER NOT NULL,
  name        TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  directed    INTEGER NOT NULL CHECK (directed IN (0, 1)),
  description TEXT    NOT NULL DEFAULT ''
) STRICT;

-- Typed links between two annotations, also across documents.
CREATE TABLE relation (
  id        INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  kind      INTEGER NOT NULL REFERENCES relation_kind ON DELETE CASCADE,
  source    INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
  target    INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE CHECK (target <> source),
  annotator INTEGER NOT NULL REFERENCES annotator,
  note      TEXT    NOT NULL DEFAULT '',
  created   INTEGER NOT NULL,
  modified  INTEGER,
  UNIQUE (kind, source, target, annotator)
) STRICT;
CREATE INDEX relation_source ON relation (source);
CREATE INDEX relation_target ON relation (target);

-- Ids under which rows were known elsewhere, kept from imported data.
-- Columns stand in the order of the key: where they do not, the quick check of
-- SQLite 3.40 takes a table without rowid for damaged.
CREATE TABLE foreign_id (
  scheme  TEXT    NOT NULL, -- 'uuid', or the format that it came from
  value   TEXT    NOT NULL CHECK (value <> ''),
  subject INTEGER NOT NULL, -- id of the row, in whichever table
  PRIMARY KEY (scheme, value, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX foreign_id_subject ON foreign_id (subject);

-- The history.  An edit is one named change made in one transaction.
CREATE TABLE edit (
  id           INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  verb         TEXT    NOT NULL CHECK (verb <> ''), -- 'tag', 'retag', ...: what was done
  detail       TEXT    NOT NULL DEFAULT '',         -- to what, in the user's words
  annotator    TEXT    NOT NULL,                    -- name: history outlives the annotator row
  created      INTEGER NOT NULL,
  state        TEXT    NOT NULL CHECK (state IN ('done', 'undone', 'dropped')), -- dropped: undone, then other work was done
  first_change INTEGER NOT NULL, -- its rows in change; none if last < first
  last_change  INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX edit_order ON edit (first_change);
CREATE INDEX edit_undone ON edit (first_change) WHERE state = 'undone';

-- Old and new images of changed rows, as JSON objects of all columns.
CREATE TABLE change (
  ordinal INTEGER NOT NULL PRIMARY KEY,
  edit    INTEGER NOT NULL,
  tbl     TEXT    NOT NULL,
  op      TEXT    NOT NULL CHECK (op = 'insert' OR op = 'update' OR op = 'delete'), -- quicker than IN
  old     TEXT,
  new     TEXT
) STRICT;

-- Every doing, undoing and redoing in order: how other processes, and the
-- models of this one, learn what happened.
CREATE TABLE step (
  serial  INTEGER NOT NULL PRIMARY KEY,
  edit    INTEGER NOT NULL REFERENCES edit,
  forward INTEGER NOT NULL CHECK (forward IN (0, 1)), -- 1 done or redone, 0 undone
  at      INTEGER NOT NULL
) STRICT;
