/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format.h"

#include "format/plx-capability.h"
#include "format/plx-csv.h"
#include "format/plx-export.h"
#include "format/plx-format-brat.h"
#include "format/plx-format-codebook.h"
#include "format/plx-format-gate.h"
#include "format/plx-format-jsonl.h"
#include "format/plx-format-qdc.h"
#include "format/plx-format-qdpx.h"
#include "format/plx-format-tei.h"
#include "format/plx-format-webanno.h"
#include "format/plx-format-xmi.h"
#include "format/plx-source.h"

#include "base/plx-time.h"
#include "store/plx-documents.h"
#include "store/plx-library.h"
#include "store/plx-place.h"
#include "store/plx-versions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const PlxFormat *const *
plx_formats_list (void)
{
  static const PlxFormat *const formats[] = {
    &plx_format_tei,
    &plx_format_tei_inline,
    &plx_format_jsonl,
    &plx_format_qdpx,
    &plx_format_qdpx_utf16,
    &plx_format_xmi,
    &plx_format_gate,
    &plx_format_webanno,
    &plx_format_webanno_utf16,
    &plx_format_brat,
    &plx_format_csv,
    &plx_format_qdc,
    &plx_format_codebook,
    NULL,
  };

  return formats;
}

const PlxFormat *
plx_formats_find (const char *name,
                  GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (const PlxFormat *const *format = plx_formats_list (); *format != NULL; format++)
    {
      if (g_strcmp0 ((*format)->name, name) == 0)
        return *format;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", (*format)->name);
    }
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN,
               /* Translators: the word that was typed, names of formats */
               _ ("There is no format “%s”. Choose one of: %s."), name, known->str);
  return NULL;
}

/* Enough of a file to tell what it is. */
#define HEAD_SIZE 4096

const PlxFormat *
plx_formats_sniff (const char *path)
{
  g_autoptr (PlxSource) source = plx_source_open (path, NULL);
  char head[HEAD_SIZE + 1];
  gssize length = source != NULL ? plx_source_read (source, head, HEAD_SIZE, NULL) : -1;

  head[MAX (length, 0)] = '\0';
  for (const PlxFormat *const *format = plx_formats_list (); length > 0 && *format != NULL; format++)
    if ((*format)->sniff != NULL && (*format)->sniff (head, (gsize) length))
      return *format;
  return NULL;
}

/* The report */

static void
loss_free (PlxExportLoss *loss)
{
  g_free (loss->title);
  g_free (loss);
}

static PlxExportReport *
report_new (void)
{
  PlxExportReport *report = g_new0 (PlxExportReport, 1);

  report->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) loss_free);
  report->remarks = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
plx_export_report_free (PlxExportReport *self)
{
  g_ptr_array_unref (self->losses);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

char *
plx_export_report_dup_summary (const PlxExportReport *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < self->losses->len; i++)
    {
      const PlxExportLoss *loss = g_ptr_array_index (self->losses, i);

      /* Translators: the title of an article, how many characters */
      g_string_append_printf (lines, ngettext ("%s: %d character that the format cannot hold was written as “�”.\n", "%s: %d characters that the format cannot hold were written as “�”.\n", (gulong) loss->n_replaced),
                              loss->title != NULL ? loss->title : _ ("Codebook, entities and questions"), loss->n_replaced);
    }
  if (self->n_relations_left_out > 0)
    g_string_append_printf (lines, ngettext ("%d relation was left out, because it leads to an article that is not in the file.\n", "%d relations were left out, because they lead to articles that are not in the file.\n", (gulong) self->n_relations_left_out),
                            self->n_relations_left_out);
  for (guint i = 0; i < self->remarks->len; i++)
    g_string_append_printf (lines, "%s\n", (const char *) g_ptr_array_index (self->remarks, i));
  if (lines->len == 0)
    return NULL;
  g_string_truncate (lines, lines->len - 1);
  return g_strdup (lines->str);
}

/* Of a codebook its own, of a dataset what the table says. */
static gboolean
list_losses (PlxConnection *connection,
             const PlxFormat *format,
             const PlxNames *names,
             GPtrArray *lines,
             GError **error)
{
  if (!format->codebook)
    return plx_capabilities_list_losses (connection, format, lines, error);
  if (format->list_losses != NULL)
    format->list_losses (names, lines);
  return TRUE;
}

char *
plx_format_dup_losses (PlxConnection *connection,
                       const PlxFormat *format)
{
  g_autoptr (PlxNames) names = plx_names_load (connection, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (names == NULL || !list_losses (connection, format, names, lines, NULL) || lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Reading the project */

static char *
dup_fact (PlxConnection *connection,
          const char *key)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT value FROM project WHERE key = :key");

  plx_statement_bind_text (statement, ":key", key);
  if (plx_statement_step (statement, NULL) != PLX_STEP_ROW)
    return g_strdup ("");
  return plx_statement_dup_text (statement, 0);
}

static void
load_facts (PlxExport *self)
{
  self->facts.uuid = dup_fact (self->connection, "uuid");
  self->facts.name = dup_fact (self->connection, "name");
  self->facts.created = dup_fact (self->connection, "created");
  self->facts.exported = plx_time_format (plx_time_now () / 1000 * 1000);
  if (*self->facts.name == '\0')
    {
      g_autofree char *base = g_path_get_basename (plx_connection_get_path (self->connection));

      if (g_str_has_suffix (base, PLX_PROJECT_SUFFIX) && strlen (base) > strlen (PLX_PROJECT_SUFFIX))
        base[strlen (base) - strlen (PLX_PROJECT_SUFFIX)] = '\0';
      g_free (self->facts.name);
      self->facts.name = g_filename_display_name (base);
    }
}

/* Leaves only the articles that were asked for, in the order of the project. */
static gboolean
select_documents (PlxExport *self,
                  const PlxId *documents,
                  gsize n_documents,
                  GError **error)
{
  self->selected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (gsize i = 0; i < n_documents; i++)
    g_hash_table_add (self->selected, g_memdup2 (&documents[i], sizeof (PlxId)));

  for (guint i = self->documents->len; i-- > 0;)
    if (!g_hash_table_contains (self->selected, &((PlxDocument *) g_ptr_array_index (self->documents, i))->id))
      g_ptr_array_remove_index (self->documents, i);
  if (self->documents->len == g_hash_table_size (self->selected))
    return TRUE;
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                       _ ("An article that should be exported is not in the project any more. Choose the articles again."));
  return FALSE;
}

static gboolean
load_project (PlxExport *self,
              const PlxId *documents,
              gsize n_documents,
              GError **error)
{
  load_facts (self);
  return (self->names = plx_names_load (self->connection, error)) != NULL &&
         (self->documents = plx_documents_list (self->connection, error)) != NULL &&
         plx_versions_exist (self->connection, &self->has_versions, error) &&
         (documents == NULL || select_documents (self, documents, n_documents, error));
}

/* Exporting */

static gboolean
refuse_project_itself (PlxConnection *connection,
                       const char *path,
                       GError **error)
{
  g_autofree char *real = plx_place_resolve (path);
  g_autofree char *name = g_filename_display_name (path);

  if (g_strcmp0 (real, plx_connection_get_path (connection)) != 0)
    return FALSE;
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE,
               _ ("“%s” is the project itself. Choose another name for the export."), name);
  return TRUE;
}

static gboolean
refuse_losses (PlxExport *self,
               GError **error)
{
  g_autofree char *summary = plx_export_report_dup_summary (self->report);

  if (summary == NULL)
    return FALSE;
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_LOSSES, _ ("Nothing was written, because the file would not hold everything.\n%s"), summary);
  return TRUE;
}

static gboolean
run (PlxExport *self,
     const char *path,
     const PlxId *documents,
     gsize n_documents,
     GError **error)
{
  if (!load_project (self, documents, n_documents, error) ||
      (self->target = plx_target_open (path, error)) == NULL)
    return FALSE;
  if (self->progress != NULL)
    self->progress (0, (int) self->documents->len, self->progress_data);
  if (!self->format->write (self, error) || !plx_export_check (self, error))
    return FALSE;
  if (!list_losses (self->connection, self->format, self->names, self->report->remarks, error))
    return FALSE;
  self->report->n_bytes = plx_target_get_n_bytes (self->target);
  if (self->strict && refuse_losses (self, error))
    return FALSE;
  return plx_target_commit (self->target, error);
}

static void
clear (PlxExport *self)
{
  g_clear_pointer (&self->target, plx_target_free);
  g_clear_pointer (&self->names, plx_names_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_clear_pointer (&self->report, plx_export_report_free);
  g_free (self->facts.uuid);
  g_free (self->facts.name);
  g_free (self->facts.created);
  g_free (self->facts.exported);
}

/* Fills in what all exports have in common, and runs. */
static gboolean
export_project (PlxExport *self,
                PlxConnection *connection,
                const char *path,
                const PlxId *documents,
                gsize n_documents,
                PlxExportReport **report,
                GError **error)
{
  gboolean done;

  if (refuse_project_itself (connection, path, error) || !plx_connection_execute (connection, "BEGIN", error))
    return FALSE;
  self->connection = connection;
  self->report = report_new ();
  done = run (self, path, documents, n_documents, error);
  plx_connection_execute (connection, "ROLLBACK", NULL);
  if (done && report != NULL)
    *report = g_steal_pointer (&self->report);
  clear (self);
  return done;
}

gboolean
plx_format_export (PlxConnection *connection,
                   const PlxFormat *format,
                   const char *path,
                   const PlxId *documents,
                   gsize n_documents,
                   PlxFormatProgressFunc progress,
                   gpointer progress_data,
                   GCancellable *cancellable,
                   PlxExportReport **report,
                   GError **error)
{
  PlxExport self = { .format = format, .cancellable = cancellable, .progress = progress, .progress_data = progress_data };

  return export_project (&self, connection, path, documents, n_documents, report, error);
}

gboolean
plx_format_export_strictly (PlxConnection *connection,
                            const PlxFormat *format,
                            const char *path,
                            const PlxId *documents,
                            gsize n_documents,
                            GCancellable *cancellable,
                            GError **error)
{
  PlxExport self = { .format = format, .cancellable = cancellable, .strict = TRUE };

  return export_project (&self, connection, path, documents, n_documents, NULL, error);
}
