/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-import.h"

#include "store/plx-foreign-ids.h"
#include "store/plx-rows.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Progress is told, and cancelling noticed, every so many rows. */
#define TICKS 256

typedef struct
{
  const PlxFormat *format;
  char *path;                /* (owned) */
  PlxImportReport *report;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  PlxImportMode mode;
  GHashTable *tag_map; /* (owned) (nullable) */
  PlxFormatProgressFunc progress;
  gpointer progress_data;
} Work;

/* Problems and remarks */

static char *
dup_place (PlxImport *self)
{
  if (self->member != NULL && self->line > 0)
    /* Translators: a file in a container, the number of a line */
    return g_strdup_printf (_ ("%s, line %d"), self->member, self->line);
  if (self->line > 0)
    return g_strdup_printf (_ ("line %d"), self->line);
  return g_strdup (self->member != NULL ? self->member : "");
}

static void
take_problem (PlxImport *self,
              char *reason)
{
  self->report->n_problems++;
  if (self->report->problems->len < PLX_IMPORT_MAX_LINES)
    {
      PlxImportProblem *problem = g_new (PlxImportProblem, 1);

      problem->place = dup_place (self);
      problem->reason = g_steal_pointer (&reason);
      g_ptr_array_add (self->report->problems, problem);
    }
  g_free (reason);
}

void
plx_import_problem (PlxImport *self,
                    const char *format,
                    ...)
{
  va_list arguments;

  va_start (arguments, format);
  take_problem (self, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
plx_import_remark (PlxImport *self,
                   const char *format,
                   ...)
{
  va_list arguments;

  if (self->report->remarks->len >= PLX_IMPORT_MAX_LINES)
    return;
  va_start (arguments, format);
  g_ptr_array_add (self->report->remarks, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

gboolean
plx_import_malformed (PlxImport *self,
                      GError **error,
                      const char *format,
                      ...)
{
  g_autofree char *place = dup_place (self);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED, "“%s”%s%s: %s", plx_source_get_name (self->source),
               *place != '\0' ? ", " : "", place, message);
  return FALSE;
}

gboolean
plx_import_tick (PlxImport *self,
                 GError **error)
{
  gint64 size = plx_source_get_size (self->source);

  if (self->n_ticks++ % TICKS != 0)
    return TRUE;
  if (self->progress != NULL)
    self->progress ((int) ((plx_source_get_position (self->source) + self->pass * size) >> 10), (int) ((self->n_passes * size) >> 10),
                    self->progress_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

gboolean
plx_import_settle (PlxImport *self,
                   GError *local,
                   GError **error)
{
  if (!g_error_matches (local, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT) &&
      !g_error_matches (local, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  take_problem (self, g_strdup (local->message));
  g_error_free (local);
  return TRUE;
}

/* Ids */

static PlxId *
new_key (PlxId id)
{
  return g_memdup2 (&id, sizeof id);
}

void
plx_import_move (PlxImport *self,
                 PlxId id,
                 PlxId there)
{
  if (id != PLX_ID_NONE && id != there)
    g_hash_table_insert (self->moved, new_key (id), new_key (there));
}

PlxId
plx_import_resolve (PlxImport *self,
                    PlxId id)
{
  const PlxId *there = g_hash_table_size (self->moved) > 0 ? g_hash_table_lookup (self->moved, &id) : NULL;

  return there != NULL ? *there : id;
}

void
plx_import_note_added (PlxImport *self,
                       PlxId id)
{
  g_hash_table_add (self->added, new_key (id));
}

gboolean
plx_import_was_added (PlxImport *self,
                      PlxId id)
{
  return g_hash_table_contains (self->added, &id);
}

/* Rows of other programs are known again by the UUIDs that they had there. */
static PlxId
find_foreign (PlxImport *self,
              const char *key)
{
  g_autofree char *lower = g_ascii_strdown (key, -1);
  PlxId id = PLX_ID_NONE;

  if (g_uuid_string_is_valid (lower))
    plx_foreign_ids_find (self->connection, "uuid", lower, &id, NULL);
  return id != PLX_ID_NONE ? id : plx_id_new ();
}

PlxId
plx_import_id (PlxImport *self,
               const char *space,
               const char *key)
{
  g_autofree char *whole = NULL;
  PlxId *known, id;

  if (*key == '\0')
    return PLX_ID_NONE;
  if (plx_id_from_uuid (key, &id))
    return id;
  whole = g_strconcat (space, "\n", key, NULL);
  known = g_hash_table_lookup (self->keys, whole);
  if (known != NULL)
    return *known;
  id = find_foreign (self, key);
  g_hash_table_insert (self->keys, g_steal_pointer (&whole), new_key (id));
  return id;
}

const char *
plx_import_skip_urn (const char *iri)
{
  return g_str_has_prefix (iri, "urn:uuid:") ? iri + strlen ("urn:uuid:") : iri;
}

gboolean
plx_import_foreign_id (PlxImport *self,
                       PlxId id,
                       const char *scheme,
                       const char *value,
                       GError **error)
{
  PlxId there = plx_import_resolve (self, id);
  g_autoptr (PlxStatement) statement = NULL;
  PlxId same, own;

  if (*value == '\0' || (plx_id_from_uuid (value, &own) && own == there))
    return TRUE;
  statement = plx_connection_prepare (self->connection, "SELECT subject FROM foreign_id WHERE scheme = :scheme AND value = :value AND subject = :subject");
  plx_statement_bind_text (statement, ":scheme", scheme);
  plx_statement_bind_text (statement, ":value", value);
  plx_statement_bind_id (statement, ":subject", there);
  if (!plx_rows_find (statement, &same, error))
    return FALSE;
  return same != PLX_ID_NONE || plx_foreign_ids_add (self->connection, there, scheme, value, error);
}

gboolean
plx_import_begin_codebook (PlxImport *self,
                           GError **error)
{
  gboolean begun = self->codebook_begun;

  self->codebook_begun = TRUE;
  /* What the new tags are to be taken as may be among the first ones. */
  return begun || (self->tag_map != NULL && g_hash_table_size (self->tag_map) > 0) || plx_tags_drop_default (self->connection, error);
}

/* The verb */

static gboolean
load_state (PlxImport *self,
            GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->connection, "SELECT EXISTS (SELECT 1 FROM annotation)");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  self->had_annotations = plx_statement_get_int (statement, 0) != 0;
  return TRUE;
}

static gboolean
refuse_problems (PlxImport *self,
                 GError **error)
{
  const PlxImportProblem *first = g_ptr_array_index (self->report->problems, 0);
  int n = self->report->n_problems;

  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_PROBLEMS,
               /* Translators: a file, how many problems, where the first of them is, “: ”, what it is */
               ngettext ("“%s” has %d problem, so nothing was imported. %s%s%s", "“%s” has %d problems, so nothing was imported. The first: %s%s%s", (gulong) n),
               plx_source_get_name (self->source), n, first->place, *first->place != '\0' ? ": " : "", first->reason);
  return FALSE;
}

/* What breaks the format ends the file; what came before may be wanted. */
static gboolean
read_rows (PlxImport *self,
           PlxImportMode mode,
           GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self->format->read (self, &local))
    return TRUE;
  if (mode == PLX_IMPORT_STRICT || !g_error_matches (local, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  take_problem (self, g_strdup (local->message));
  return TRUE;
}

static gboolean
run (PlxImport *self,
     const Work *work,
     GError **error)
{
  if ((self->source = plx_source_open (work->path, error)) == NULL || !load_state (self, error) || !read_rows (self, work->mode, error))
    return FALSE;
  plx_import_check_map (self);
  if (work->mode == PLX_IMPORT_STRICT && self->report->n_problems > 0)
    return refuse_problems (self, error);
  if (work->mode != PLX_IMPORT_PREVIEW)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Nothing was changed."));
  return FALSE;
}

static gboolean
import_cb (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  const Work *work = data;
  PlxImport self = {
    .format = work->format,
    .connection = connection,
    .annotator = annotator,
    .report = work->report,
    .tag_map = work->tag_map,
    .cancellable = work->cancellable,
    .progress = work->progress,
    .progress_data = work->progress_data,
    .n_passes = 1,
  };
  gboolean done;

  self.moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self.added = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.tag_paths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self.named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  done = run (&self, work, error);
  g_hash_table_unref (self.moved);
  g_hash_table_unref (self.added);
  g_hash_table_unref (self.keys);
  g_hash_table_unref (self.tag_paths);
  g_hash_table_unref (self.named);
  g_clear_pointer (&self.before, plx_connection_close);
  g_clear_pointer (&self.text, plx_text_unref);
  g_clear_pointer (&self.source, plx_source_free);
  return done;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  plx_import_report_unref (work->report);
  g_clear_object (&work->cancellable);
  g_clear_pointer (&work->tag_map, g_hash_table_unref);
  g_free (work);
}

PlxVerb *
plx_verb_import_dataset (const PlxFormat *format,
                         const char *path,
                         PlxImportMode mode,
                         GHashTable *tag_map,
                         PlxImportReport *report,
                         PlxFormatProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable)
{
  Work *work = g_new0 (Work, 1);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  work->format = format;
  work->path = g_strdup (path);
  work->report = plx_import_report_ref (report);
  work->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  work->mode = mode;
  work->tag_map = tag_map != NULL ? g_hash_table_ref (tag_map) : NULL;
  work->progress = progress;
  work->progress_data = progress_data;
  return plx_verb_new ("dataset", name, import_cb, work, work_free);
}
