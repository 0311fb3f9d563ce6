/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-export-dialog.h"

#include "compat/plx-dialog-title.h"
#include "compat/plx-isolate.h"
#include "compat/plx-portal.h"
#include "compat/plx-text-scale.h"
#include "dialogs/plx-message.h"
#include "dialogs/plx-progress.h"
#include "format/plx-format.h"

#include <glib/gi18n.h>

/* One export: shared by the dialog, which may be gone first, and the thread. */
typedef struct
{
  PlxExportDialog *dialog; /* (nullable): weak */
  PlxSession *session;     /* (owned) */
  const PlxFormat *format;
  char *path;              /* (owned) */
  PlxExportReport *report; /* (owned) (nullable) */
  PlxProgress progress;    /* written by the thread */
} Export;

struct _PlxExportDialog
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  AdwPreferencesGroup *formats;
  GtkLabel *problem;
  AdwPreferencesGroup *variants;
  AdwActionRow *variant_row;
  GtkSwitch *variant;
  GtkLabel *losses;
  GtkLabel *target;
  GtkProgressBar *progress;
  GtkWidget *choose_button;

  /* Owned References */
  PlxSession *session;
  GtkFileChooserNative *chooser; /* (nullable) */
  GCancellable *cancellable;     /* (nullable): while it runs */

  const PlxFormat *format;
  Export *export; /* (nullable): while it runs, owned by the job */
  guint progress_id;
};

G_DEFINE_FINAL_TYPE (PlxExportDialog, plx_export_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *format;
  const char *words;
} descriptions[] = {
  { "tei", N_ ("Standard annotation XML for archives and other programs; the text itself stays untouched") },
  { "xmi", N_ ("For INCEpTION, WebAnno, DKPro and other language tools: a zip with a file for each article") },
  { "gate", N_ ("For GATE: a zip with a document for each article") },
  { "qdpx", N_ ("For NVivo, MAXQDA, ATLAS.ti, QualCoder and other programs of social research") },
  { "jsonl", N_ ("One JSON object a line, for scripts") },
  { "brat", N_ ("A folder of texts and standoff in a zip, for brat and other language tools") },
  { "webanno", N_ ("JSON-LD for annotation tools of the web and linked data; the texts are not in it") },
  { "csv", N_ ("One row for each annotation, for spreadsheets") },
};

static void
export_free (Export *self)
{
  g_clear_weak_pointer (&self->dialog);
  g_object_unref (self->session);
  g_clear_pointer (&self->report, plx_export_report_free);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* Running */

static gboolean
write_func (PlxConnection *connection,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  Export *export = data;

  return plx_format_export (connection, export->format, export->path, NULL, 0,
                            plx_progress_note, &export->progress, cancellable, &export->report, error);
}

static gboolean
progress_cb (gpointer data)
{
  PlxExportDialog *self = data;

  plx_progress_show (&self->export->progress, self->progress);
  return G_SOURCE_CONTINUE;
}

static void
show_choice (PlxExportDialog *self,
             const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_stack_set_visible_child_name (self->stack, "choice");
}

static void
stop_progress (PlxExportDialog *self)
{
  self->export = NULL;
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->cancellable);
}

static void
tell_success (Export *export)
{
  g_autofree char *basename = g_filename_display_basename (export->path);
  g_autofree char *name = plx_isolate (basename);
  g_autofree char *message = g_strdup_printf (_ ("Exported as “%s”"), name);
  g_autofree char *missing = plx_export_report_dup_summary (export->report);
  GtkWindow *parent = export->dialog != NULL ? gtk_window_get_transient_for (GTK_WINDOW (export->dialog)) : NULL;

  plx_progress_end (&export->progress, message);
  if (export->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (export->dialog));
  if (missing != NULL)
    plx_message_show (parent, message, missing);
  else
    g_signal_emit_by_name (export->session, "done", message, FALSE);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  gboolean written = plx_project_export_finish (PLX_PROJECT (source), result, &error);

  if (export->dialog != NULL)
    stop_progress (export->dialog);
  if (written)
    {
      tell_success (export);
      return;
    }
  plx_progress_end (&export->progress, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message);
  if (export->dialog != NULL)
    show_choice (export->dialog, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    plx_session_fail (export->session, error->message);
}

/* The format in the way in which it is to be written. */
static const PlxFormat *
get_format (PlxExportDialog *self)
{
  return self->format->variant != NULL && gtk_switch_get_active (self->variant) ? self->format->variant : self->format;
}

static void
start (PlxExportDialog *self,
       const char *path)
{
  Export *export = g_new0 (Export, 1);
  g_autofree char *basename = g_filename_display_basename (path);
  g_autofree char *name = plx_isolate (basename);
  g_autofree char *words = g_strdup_printf (_ ("Writing “%s”…"), name);

  g_set_weak_pointer (&export->dialog, self);
  export->session = g_object_ref (self->session);
  export->format = get_format (self);
  export->path = g_strdup (path);

  self->export = export;
  self->cancellable = g_cancellable_new ();
  self->progress_id = g_timeout_add (PLX_PROGRESS_MS, progress_cb, self);
  gtk_label_set_label (self->target, words);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  plx_project_export_async (plx_session_get_project (self->session), write_func, export, self->cancellable, written_cb, export);
}

/* Choosing */

static void
chosen_cb (GtkNativeDialog *chooser,
           int response,
           PlxExportDialog *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  gtk_native_dialog_hide (chooser);
  if (path != NULL)
    start (self, path);
  else if (file != NULL)
    show_choice (self, _ ("This place is not on this computer. Choose a folder on it, and copy the file from there."));
}

static void
choose_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  PlxExportDialog *self = PLX_EXPORT_DIALOG (widget);
  g_autofree char *title = plx_project_dup_title (plx_session_get_project (self->session));
  g_autofree char *name = g_strconcat (title, self->format->extension, NULL);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  plx_portal_show_chooser (self->chooser);
}

static void
cancel_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  PlxExportDialog *self = PLX_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

/* What the chosen format would not carry of this project. */
static void
show_losses (PlxExportDialog *self)
{
  PlxConnection *reader = self->session != NULL ? plx_project_get_reader (plx_session_get_project (self->session)) : NULL;
  g_autofree char *losses = reader != NULL ? plx_format_dup_losses (reader, get_format (self)) : NULL;

  gtk_label_set_text (self->losses, losses != NULL ? losses : _ ("This format carries everything that is in the project."));
}

static void
format_toggled_cb (GtkCheckButton *check,
                   PlxExportDialog *self)
{
  if (!gtk_check_button_get_active (check))
    return;
  self->format = g_object_get_data (G_OBJECT (check), "format");
  gtk_switch_set_active (self->variant, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->variants), self->format->variant != NULL);
  if (self->format->variant != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->variant_row), gettext (self->format->variant_title));
  show_losses (self);
}

static void
variant_toggled_cb (PlxExportDialog *self)
{
  show_losses (self);
}

static const char *
describe (const PlxFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    if (g_str_equal (descriptions[i].format, format->name))
      return gettext (descriptions[i].words);
  return format->extension;
}

static void
list_formats (PlxExportDialog *self)
{
  const PlxFormat *const *formats = plx_formats_list ();
  GtkCheckButton *group = NULL;

  for (guint i = 0; formats[i] != NULL; i++)
    {
      GtkWidget *row;
      GtkWidget *check;

      /* The codebook has a menu of its own, and a switch says how to write. */
      if (formats[i]->codebook || formats[i]->is_variant)
        continue;
      row = adw_action_row_new ();
      check = gtk_check_button_new ();
      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
      group = GTK_CHECK_BUTTON (check);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (check), "format", (gpointer) formats[i]);
      g_signal_connect_object (check, "toggled", G_CALLBACK (format_toggled_cb), self, 0);
      gtk_check_button_set_active (group, i == 0);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gettext (formats[i]->title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), describe (formats[i]));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (self->formats, row);
    }
}

void
plx_export_dialog_show (GtkWindow *parent,
                        PlxSession *session)
{
  PlxExportDialog *self = g_object_new (PLX_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  show_losses (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->choose_button);
}

static void
plx_export_dialog_dispose (GObject *object)
{
  PlxExportDialog *self = PLX_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  stop_progress (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (plx_export_dialog_parent_class)->dispose (object);
}

static void
plx_export_dialog_class_init (PlxExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_export_dialog_dispose;

  g_type_ensure (PLX_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, variants);
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, variant_row);
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, variant);
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, losses);
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, target);
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, PlxExportDialog, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, variant_toggled_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.cancel", NULL);
}

static void
plx_export_dialog_init (PlxExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  list_formats (self);
}
