-- From version 4 to version 5: a condition of the history that SQLite answers
-- without filling a table with the three words for each row.

ALTER TABLE change RENAME TO old_change;
CREATE TABLE change (
  ordinal INTEGER NOT NULL PRIMARY KEY,
  edit    INTEGER NOT NULL,
  tbl     TEXT    NOT NULL,
  op      TEXT    NOT NULL CHECK (op = 'insert' OR op = 'update' OR op = 'delete'), -- quicker than IN
  old     TEXT,
  new     TEXT
) STRICT;
INSERT INTO change SELECT * FROM old_change;
DROP TABLE old_change;
