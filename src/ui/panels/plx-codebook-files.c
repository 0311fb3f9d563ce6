/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-codebook-files.h"

#include "plx-ask.h"
#include "plx-words.h"

#include "compat/plx-portal.h"
#include "format/plx-codebook-load.h"
#include "format/plx-format.h"

#include <glib/gi18n.h>

/* How many remarks a question holds; the rest are counted. */
#define MAX_REMARKS 8

/* A file on its way out or in. */
typedef struct
{
  PlxSession *session;       /* (owned) */
  GtkWidget *widget;         /* (owned): in whose window things are asked */
  GFile *file;               /* (owned) */
  const PlxFormat *format;   /* (nullable): to save in */
  PlxCodebookFile *codebook; /* (owned) (nullable): that was read */
  PlxCodebookReport *report; /* (owned) (nullable) */
} Errand;

static Errand *
errand_new (GtkWidget *widget,
            PlxSession *session,
            GFile *file)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->session = g_object_ref (session);
  errand->widget = g_object_ref (widget);
  errand->file = g_object_ref (file);
  return errand;
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->session);
  g_object_unref (errand->widget);
  g_object_unref (errand->file);
  g_clear_pointer (&errand->codebook, plx_codebook_file_unref);
  g_clear_pointer (&errand->report, plx_codebook_report_unref);
  g_free (errand);
}

static Errand *
errand_copy (Errand *errand)
{
  Errand *copy = errand_new (errand->widget, errand->session, errand->file);

  copy->format = errand->format;
  copy->codebook = errand->codebook != NULL ? plx_codebook_file_ref (errand->codebook) : NULL;
  return copy;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
say (PlxSession *session,
     const char *message)
{
  g_signal_emit_by_name (session, "done", message, FALSE);
}

/* Saving */

static gboolean
write_func (PlxConnection *connection,
            gpointer data,
            GError **error)
{
  Errand *errand = data;
  g_autofree char *path = g_file_get_path (errand->file);

  if (path != NULL)
    return plx_format_export (connection, errand->format, path, NULL, 0, NULL, NULL, NULL, NULL, error);
  g_set_error_literal (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE, _ ("A codebook can be saved to local folders only. Choose another place."));
  return FALSE;
}

static void
tell_written (Errand *errand)
{
  g_autofree char *base = g_file_get_basename (errand->file);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *name = plx_words_isolate (shown);
  /* Translators: the name of a file */
  g_autofree char *message = g_strdup_printf (_ ("Codebook saved as “%s”"), name);

  say (errand->session, message);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;

  if (plx_project_run_finish (PLX_PROJECT (source), result, &error))
    tell_written (errand);
  else
    plx_session_fail (errand->session, error->message);
}

/* A project that can only be read has no thread for writing. */
static void
write_here (Errand *errand)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (errand->session));
  g_autoptr (GError) error = NULL;

  if (reader == NULL)
    return;
  if (write_func (reader, errand, &error))
    tell_written (errand);
  else
    plx_session_fail (errand->session, error->message);
}

static void
write_cb (gpointer data)
{
  Errand *errand = data;
  PlxProject *project = plx_session_get_project (errand->session);

  if (plx_project_is_read_only (project))
    write_here (errand);
  else
    plx_project_run_async (project, write_func, errand_copy (errand), errand_free, written_cb, errand_copy (errand));
}

static const PlxFormat *
find_format (GFile *file,
             gboolean qdc)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (base != NULL ? base : "", -1);

  if (g_str_has_suffix (lower, PLX_CODEBOOK_QDC))
    qdc = TRUE;
  else if (g_str_has_suffix (lower, ".json"))
    qdc = FALSE;
  return plx_formats_find (qdc ? "qdc" : "codebook", NULL);
}

static void
save_to (GtkWidget *widget,
         PlxSession *session,
         GFile *file,
         gboolean qdc)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (session));
  Errand *errand = errand_new (widget, session, file);
  g_autofree char *losses = NULL;

  errand->format = find_format (file, qdc);
  losses = reader != NULL ? plx_format_dup_losses (reader, errand->format) : NULL;
  if (losses != NULL)
    {
      plx_ask (widget, _ ("Save Without These?"), losses, _ ("_Save"), FALSE, write_cb, errand, errand_free);
      return;
    }
  write_cb (errand);
  errand_free (errand);
}

void
plx_codebook_files_save_to (GtkWidget *widget,
                            PlxSession *session,
                            GFile *file)
{
  save_to (widget, session, file, FALSE);
}

/* Choosing files */

static GtkFileFilter *
make_filter (const char *name,
             const char *first,
             const char *second)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, first);
  if (second != NULL)
    gtk_file_filter_add_suffix (filter, second);
  return filter;
}

static void
add_filter (GtkFileChooserNative *chooser,
            GtkFileFilter *taken)
{
  g_autoptr (GtkFileFilter) filter = taken;

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/* Shows @chooser, which stays alive until it is answered. */
static void
ask_for_file (GtkFileChooserNative *chooser,
              GtkWidget *widget,
              PlxSession *session,
              GCallback callback)
{
  g_object_set_data_full (G_OBJECT (chooser), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (chooser, "response", callback, widget, 0);
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  plx_portal_show_chooser (chooser);
}

static void
save_chosen_cb (GtkFileChooser *chooser,
                int response,
                GtkWidget *widget)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  if (file != NULL)
    save_to (widget, g_object_get_data (G_OBJECT (chooser), "session"), file,
             filter != NULL && filter == g_object_get_data (G_OBJECT (chooser), "qdc"));
}

void
plx_codebook_files_save (GtkWidget *widget,
                         PlxSession *session)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save Codebook"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autofree char *title = plx_project_dup_title (plx_session_get_project (session));
  g_autofree char *base = g_strconcat (title, PLX_CODEBOOK_JSON, NULL);
  GtkFileFilter *qdc = make_filter (_ ("For other programs: REFI-QDA (.qdc)"), "qdc", NULL);

  g_object_set_data (G_OBJECT (chooser), "qdc", qdc);
  add_filter (chooser, make_filter (_ ("Everything: JSON (.codebook.json)"), "json", NULL));
  add_filter (chooser, qdc);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), base);
  ask_for_file (chooser, widget, session, G_CALLBACK (save_chosen_cb));
}

/* Loading */

static void
load_cb (gpointer data)
{
  Errand *errand = data;
  g_autofree char *summary = plx_codebook_report_dup_summary (errand->report);
  /* Translators: "12 new, 3 changed, 2 same" */
  g_autofree char *message = g_strdup_printf (_ ("Codebook loaded: %s"), summary);
  g_autoptr (PlxCodebookReport) report = plx_codebook_report_new ();

  plx_session_do (errand->session, plx_verb_load_codebook (errand->codebook, report, FALSE), message);
}

static char *
dup_preview (const PlxCodebookReport *report)
{
  g_autofree char *summary = plx_codebook_report_dup_summary (report);
  g_autoptr (GString) text = g_string_new (summary);
  guint n = MIN (report->remarks->len, MAX_REMARKS);

  g_string_append (text, "\n");
  g_string_append (text, _ ("Nothing is deleted. Undo takes it back."));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s• %s", i == 0 ? "\n\n" : "\n", (const char *) g_ptr_array_index (report->remarks, i));
  if (report->remarks->len > n)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", report->remarks->len - n), report->remarks->len - n);
    }
  return g_strdup (text->str);
}

static void
previewed_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  Errand *errand = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *preview = NULL;

  plx_project_do_finish (PLX_PROJECT (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      plx_session_fail (errand->session, error != NULL ? error->message : _ ("Nothing was changed."));
      errand_free (errand);
      return;
    }
  preview = dup_preview (errand->report);
  plx_ask (errand->widget, _ ("Load the Codebook?"), preview, _ ("_Load"), FALSE, load_cb, errand, errand_free);
}

static void
read_func (GTask *task,
           gpointer source,
           gpointer data,
           GCancellable *cancellable)
{
  GError *error = NULL;
  PlxCodebookFile *codebook = plx_codebook_file_read (data, cancellable, &error);

  if (codebook != NULL)
    g_task_return_pointer (task, codebook, (GDestroyNotify) plx_codebook_file_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Errand *errand = data;
  g_autoptr (GError) error = NULL;

  errand->codebook = g_task_propagate_pointer (G_TASK (result), &error);
  if (errand->codebook == NULL)
    {
      plx_session_fail (errand->session, error->message);
      errand_free (errand);
      return;
    }
  errand->report = plx_codebook_report_new ();
  plx_project_do_async (plx_session_get_project (errand->session),
                        plx_verb_load_codebook (errand->codebook, errand->report, TRUE), NULL, previewed_cb, errand);
}

void
plx_codebook_files_load_from (GtkWidget *widget,
                              PlxSession *session,
                              GFile *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, errand_new (widget, session, file));

  g_task_set_source_tag (task, plx_codebook_files_load_from);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_func);
}

static void
load_chosen_cb (GtkFileChooser *chooser,
                int response,
                GtkWidget *widget)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;

  if (file != NULL)
    plx_codebook_files_load_from (widget, g_object_get_data (G_OBJECT (chooser), "session"), file);
}

void
plx_codebook_files_load (GtkWidget *widget,
                         PlxSession *session)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Load Codebook"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Load"), NULL);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  add_filter (chooser, make_filter (_ ("Codebooks: REFI-QDA (.qdc) and JSON"), "qdc", "json"));
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  ask_for_file (chooser, widget, session, G_CALLBACK (load_chosen_cb));
}
