/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-salvage-table.h"

/* A table with more gaps than these is given up: it was made to be endless. */
#define MAX_GAPS 10000

#define MAX_KEYS 2

typedef struct
{
  sqlite3 *from;
  sqlite3 *to;
  const char *name;
  char *columns;        /* (owned): that both have, for SQL */
  int n_columns;        /* of those */
  char *keys[MAX_KEYS]; /* (owned) (nullable): whole numbers by which it is sorted */
  int n_keys;
  sqlite3_stmt *read;  /* (owned) */
  sqlite3_stmt *write; /* (owned) */
  PlxSalvageCounts *counts;
  gboolean failed; /* to write */
} Table;

static void
table_clear (Table *self)
{
  sqlite3_finalize (self->read);
  sqlite3_finalize (self->write);
  for (int i = 0; i < MAX_KEYS; i++)
    g_free (self->keys[i]);
  g_free (self->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

/* Names are those of our own schema, never of the damaged file. */
static sqlite3_stmt *
prepare (sqlite3 *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  return statement;
}

/* What it looks like */

static GHashTable *
list_names (sqlite3 *db,
            const char *table)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement = prepare (db, "SELECT name FROM pragma_table_info (?1)");

  sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_add (names, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return names;
}

static void
find_columns (Table *self)
{
  g_autoptr (GHashTable) there = list_names (self->from, self->name);
  g_autoptr (GHashTable) here = list_names (self->to, self->name);
  g_autoptr (GString) columns = g_string_new (NULL);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, here);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_hash_table_contains (there, name))
      {
        g_string_append_printf (columns, "%s\"%s\"", self->n_columns > 0 ? ", " : "", (const char *) name);
        self->n_columns++;
      }
  self->columns = g_string_free (g_steal_pointer (&columns), FALSE);
}

static gboolean
has_rowid (Table *self)
{
  sqlite3_stmt *statement = prepare (self->to, "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1");
  gboolean without;

  sqlite3_bind_text (statement, 1, self->name, -1, SQLITE_STATIC);
  without = sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) != 0;
  sqlite3_finalize (statement);
  return !without;
}

/* The first columns of the key, as long as they are whole numbers. */
static void
find_keys (Table *self)
{
  sqlite3_stmt *statement;

  if (has_rowid (self))
    {
      self->keys[self->n_keys++] = g_strdup ("rowid");
      return;
    }
  statement = prepare (self->to, "SELECT name, type FROM pragma_table_info (?1) WHERE pk > 0 ORDER BY pk");
  sqlite3_bind_text (statement, 1, self->name, -1, SQLITE_STATIC);
  while (self->n_keys < MAX_KEYS && sqlite3_step (statement) == SQLITE_ROW &&
         g_strcmp0 ((const char *) sqlite3_column_text (statement, 1), "INTEGER") == 0)
    self->keys[self->n_keys++] = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
}

static void
prepare_read (Table *self)
{
  g_autofree char *sql = NULL;

  if (self->n_keys == 0)
    sql = g_strdup_printf ("SELECT %s FROM \"%s\" NOT INDEXED", self->columns, self->name);
  else if (self->n_keys == 1)
    sql = g_strdup_printf ("SELECT %s, %s FROM \"%s\" NOT INDEXED WHERE %s >= ?1 ORDER BY %s",
                           self->keys[0], self->columns, self->name, self->keys[0], self->keys[0]);
  else
    sql = g_strdup_printf ("SELECT %s, %s, %s FROM \"%s\" NOT INDEXED WHERE (%s, %s) >= (?1, ?2) ORDER BY %s, %s",
                           self->keys[0], self->keys[1], self->columns, self->name,
                           self->keys[0], self->keys[1], self->keys[0], self->keys[1]);
  self->read = prepare (self->from, sql);
}

/* What a new project has already gives way to what was there. */
static void
prepare_write (Table *self)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT OR REPLACE INTO \"%s\" (%s) VALUES (", self->name, self->columns);
  for (int i = 0; i < self->n_columns; i++)
    g_string_append_printf (sql, "%s?%d", i > 0 ? ", " : "", i + 1);
  g_string_append (sql, ")");
  self->write = prepare (self->to, sql->str);
}

/* Copying */

static void
write_row (Table *self)
{
  int code;

  for (int i = 0; i < self->n_columns; i++)
    sqlite3_bind_value (self->write, i + 1, sqlite3_column_value (self->read, self->n_keys + i));
  code = sqlite3_step (self->write);
  sqlite3_reset (self->write);
  if (code == SQLITE_DONE)
    self->counts->n_rows++;
  /* What breaks a rule came out of the damage. */
  else if ((code & 0xff) != SQLITE_CONSTRAINT && (code & 0xff) != SQLITE_MISMATCH)
    self->failed = TRUE;
}

static int
begin (Table *self,
       const gint64 *at)
{
  sqlite3_reset (self->read);
  for (int i = 0; i < self->n_keys; i++)
    sqlite3_bind_int64 (self->read, i + 1, at[i]);
  return sqlite3_step (self->read);
}

/* Copies what begins at @at, which becomes the key of the last row that could be
 * read.
 *
 * Returns: whether that was the end of the table */
static gboolean
copy_on (Table *self,
         gint64 *at)
{
  int code;

  for (code = begin (self, at); code == SQLITE_ROW && !self->failed; code = sqlite3_step (self->read))
    {
      for (int i = 0; i < self->n_keys; i++)
        at[i] = sqlite3_column_int64 (self->read, i);
      write_row (self);
    }
  return code == SQLITE_DONE || self->failed;
}

/* @at, further on by @distance in its column @level. */
static gboolean
go_on (const Table *self,
       const gint64 *at,
       int level,
       guint64 distance,
       gint64 *there)
{
  gboolean in_range = distance <= (guint64) G_MAXINT64 - (guint64) at[level];

  for (int i = 0; i < self->n_keys; i++)
    there[i] = i <= level ? at[i] : 0;
  there[level] = in_range ? (gint64) ((guint64) at[level] + distance) : G_MAXINT64;
  return in_range;
}

static gboolean
can_read (Table *self,
          const gint64 *at)
{
  int code = begin (self, at);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* Moves @at to the next key in column @level from which something can be read. */
static gboolean
find_next (Table *self,
           gint64 *at,
           int level)
{
  gint64 there[MAX_KEYS];
  guint64 bad = 0, good = 1;

  for (;;)
    {
      gboolean in_range = go_on (self, at, level, good, there);

      if (can_read (self, there))
        break;
      if (!in_range || good > G_MAXINT64 / 2)
        return FALSE;
      bad = good;
      good *= 2;
    }
  while (good - bad > 1)
    {
      guint64 middle = bad + (good - bad) / 2;

      go_on (self, at, level, middle, there);
      if (can_read (self, there))
        good = middle;
      else
        bad = middle;
    }
  go_on (self, at, level, good, there);
  for (int i = 0; i < self->n_keys; i++)
    at[i] = there[i];
  return TRUE;
}

static gboolean
leap (Table *self,
      gint64 *at)
{
  for (int level = self->n_keys - 1; level >= 0; level--)
    if (find_next (self, at, level))
      return TRUE;
  return FALSE;
}

gboolean
plx_salvage_table (sqlite3 *from,
                   sqlite3 *to,
                   const char *name,
                   PlxSalvageCounts *counts)
{
  g_auto (Table) self = { .from = from, .to = to, .name = name, .counts = counts };
  gint64 at[MAX_KEYS] = { 0 };
  gint64 n_gaps = 0;

  find_columns (&self);
  if (self.n_columns == 0)
    return TRUE;
  find_keys (&self);
  prepare_read (&self);
  prepare_write (&self);
  while (self.read != NULL && self.write != NULL && !copy_on (&self, at))
    {
      n_gaps++;
      if (n_gaps == MAX_GAPS || !leap (&self, at))
        break;
    }
  counts->n_gaps += n_gaps;
  return !self.failed;
}
