/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-salvage-scan.h"

#include "store/plx-salvage-pages.h"

typedef struct
{
  char *name;              /* (owned) */
  int type;                /* SQLITE_INTEGER, … */
  gboolean may_be_null;    /* in the record */
  gboolean may_be_missing; /* at its end: the column came with a later version */
} Column;

/* What rows of a table look like in the file. */
typedef struct
{
  gboolean has_rowid;
  int n_columns;
  const Column *columns; /* borrowed: in the order of the record */
  int rowid;             /* of these, the one that stands beside the record; or -1 */
  sqlite3_stmt *insert;  /* (owned): takes them in that order */
} Shape;

typedef struct
{
  sqlite3 *to;
  GPtrArray *columns; /* (owned) (element-type GArray of Column): of each table */
  GPtrArray *shapes;  /* (owned) (element-type Shape): whole rows first */
  gint64 n_rows;
  gboolean failed; /* to write */
} Scan;

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->name);
}

static void
shape_free (gpointer data)
{
  Shape *self = data;

  sqlite3_finalize (self->insert);
  g_free (self);
}

/* Names are those of our own schema, never of the damaged file. */
static sqlite3_stmt *
prepare (sqlite3 *db,
         const char *sql,
         const char *parameter)
{
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, parameter, -1, SQLITE_STATIC);
  return statement;
}

/* What tables look like */

static int
type_from_name (const char *name)
{
  static const struct
  {
    const char *name;
    int type;
  } types[] = { { "INTEGER", SQLITE_INTEGER }, { "TEXT", SQLITE_TEXT }, { "REAL", SQLITE_FLOAT }, { "BLOB", SQLITE_BLOB } };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (name, types[i].name) == 0)
      return types[i].type;
  return SQLITE_NULL;
}

static gboolean
has_rowid (sqlite3 *db,
           const char *table)
{
  sqlite3_stmt *statement = prepare (db, "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1", table);
  gboolean without = sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) != 0;

  sqlite3_finalize (statement);
  return !without;
}

/* In the order of the record: tables without rowid begin with their key.
 *
 * Returns: (transfer full): @rowid is the key that stands beside it, or -1 */
static GArray *
list_columns (sqlite3 *db,
              const char *table,
              gboolean with_rowid,
              int *rowid)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  sqlite3_stmt *statement = prepare (db, with_rowid ? "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info (?1) ORDER BY cid" : "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info (?1) ORDER BY pk = 0, pk, cid",
                                     table);

  g_array_set_clear_func (columns, column_clear);
  *rowid = -1;
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gboolean is_key = sqlite3_column_int (statement, 4) > 0;
      Column column = { .type = type_from_name ((const char *) sqlite3_column_text (statement, 1)) };

      column.name = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      column.may_be_null = sqlite3_column_int (statement, 2) == 0;
      column.may_be_missing = with_rowid && !is_key && (column.may_be_null || sqlite3_column_type (statement, 3) != SQLITE_NULL);
      if (with_rowid && is_key && column.type == SQLITE_INTEGER)
        *rowid = (int) columns->len;
      g_array_append_val (columns, column);
    }
  sqlite3_finalize (statement);
  return columns;
}

static void
add_shape (Scan *self,
           const char *table,
           const GArray *columns,
           int n_columns,
           gboolean with_rowid,
           int rowid)
{
  Shape *shape = g_new0 (Shape, 1);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  g_autofree char *sql = NULL;

  shape->has_rowid = with_rowid;
  shape->n_columns = n_columns;
  shape->columns = (const Column *) (const void *) columns->data;
  shape->rowid = rowid;
  for (int i = 0; i < n_columns; i++)
    {
      g_string_append_printf (names, "%s\"%s\"", i > 0 ? ", " : "", shape->columns[i].name);
      g_string_append (places, i > 0 ? ", ?" : "?");
    }
  sql = g_strdup_printf ("INSERT OR IGNORE INTO \"%s\" (%s) VALUES (%s)", table, names->str, places->str);
  sqlite3_prepare_v2 (self->to, sql, -1, &shape->insert, NULL);
  g_ptr_array_add (self->shapes, shape);
}

/* Whole rows of all tables, then those that older versions wrote. */
static void
add_shapes (Scan *self,
            GPtrArray *tables,
            gboolean whole)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      gboolean with_rowid = has_rowid (self->to, table);
      int rowid;
      GArray *columns = list_columns (self->to, table, with_rowid, &rowid);
      int n = (int) columns->len;

      g_ptr_array_add (self->columns, columns);
      if (whole)
        add_shape (self, table, columns, n, with_rowid, rowid);
      while (!whole && n > 1 && g_array_index (columns, Column, n - 1).may_be_missing)
        add_shape (self, table, columns, --n, with_rowid, rowid);
    }
}

/* Which table a row is of */

static gboolean
fits_value (const Column *column,
            const PlxSalvageValue *value)
{
  if (value->type == SQLITE_NULL)
    return column->may_be_null;
  if (value->type == SQLITE_INTEGER && column->type == SQLITE_FLOAT)
    return TRUE; /* whole numbers are kept so */
  if (value->type == SQLITE_TEXT && !g_utf8_validate_len (value->bytes, (gsize) value->length, NULL))
    return FALSE;
  return value->type == column->type;
}

static gboolean
fits (const Shape *shape,
      const PlxSalvageRecord *record)
{
  if (record->n_values != shape->n_columns || record->has_rowid != shape->has_rowid)
    return FALSE;
  for (int i = 0; i < shape->n_columns; i++)
    if (i == shape->rowid ? record->values[i].type != SQLITE_NULL : !fits_value (&shape->columns[i], &record->values[i]))
      return FALSE;
  return TRUE;
}

static void
bind_value (sqlite3_stmt *statement,
            int place,
            const PlxSalvageValue *value)
{
  switch (value->type)
    {
    case SQLITE_INTEGER:
      sqlite3_bind_int64 (statement, place, value->integer);
      break;
    case SQLITE_FLOAT:
      sqlite3_bind_double (statement, place, value->real);
      break;
    case SQLITE_TEXT:
      sqlite3_bind_text (statement, place, value->bytes, value->length, SQLITE_STATIC);
      break;
    case SQLITE_BLOB:
      sqlite3_bind_blob (statement, place, value->bytes, value->length, SQLITE_STATIC);
      break;
    default:
      sqlite3_bind_null (statement, place);
      break;
    }
}

/* What breaks a rule is of another table, or came out of the damage. */
static void
insert (Scan *self,
        const Shape *shape,
        const PlxSalvageRecord *record)
{
  int code;

  for (int i = 0; i < shape->n_columns; i++)
    bind_value (shape->insert, i + 1, &record->values[i]);
  if (shape->rowid >= 0)
    sqlite3_bind_int64 (shape->insert, shape->rowid + 1, record->rowid);
  code = sqlite3_step (shape->insert);
  sqlite3_reset (shape->insert);
  sqlite3_clear_bindings (shape->insert);
  if (code == SQLITE_DONE)
    self->n_rows += sqlite3_changes (self->to);
  else if ((code & 0xff) != SQLITE_CONSTRAINT && (code & 0xff) != SQLITE_MISMATCH && (code & 0xff) != SQLITE_TOOBIG)
    self->failed = TRUE;
}

static gboolean
take_record (const PlxSalvageRecord *record,
             gpointer data)
{
  Scan *self = data;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const Shape *shape = g_ptr_array_index (self->shapes, i);

      if (shape->insert != NULL && fits (shape, record))
        {
          insert (self, shape, record);
          break;
        }
    }
  return !self->failed;
}

gboolean
plx_salvage_scan (const char *path,
                  sqlite3 *to,
                  GPtrArray *tables,
                  gint64 *n_rows,
                  GError **error)
{
  Scan self = { .to = to };
  GMappedFile *file = g_mapped_file_new (path, FALSE, error);

  if (file == NULL)
    return FALSE;
  self.columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.shapes = g_ptr_array_new_with_free_func (shape_free);
  add_shapes (&self, tables, TRUE);
  add_shapes (&self, tables, FALSE);
  plx_salvage_pages ((const guchar *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file), take_record, &self);
  *n_rows += self.n_rows;
  g_ptr_array_unref (self.shapes);
  g_ptr_array_unref (self.columns);
  g_mapped_file_unref (file);
  return !self.failed;
}
