/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-dataset-dialog.h"

#include "compat/plx-dialog-title.h"
#include "compat/plx-isolate.h"
#include "compat/plx-text-scale.h"
#include "dialogs/plx-progress.h"
#include "dialogs/plx-tag-map.h"
#include "format/plx-format.h"

#include <glib/gi18n.h>

/* Lines of problems and of remarks that are shown; the rest are counted. */
#define MAX_LINES 100

struct _PlxDatasetDialog
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkButton *import_button;
  GtkLabel *reading;
  GtkProgressBar *progress;
  GtkLabel *name;
  GtkListBox *counts;
  PlxTagMap *tag_map;
  GtkLabel *problems_title;
  GtkListBox *problems;
  GtkLabel *remarks_title;
  GtkListBox *remarks;

  /* Owned References */
  PlxSession *session;
  char *path;
  char *shown_name;
  PlxImportReport *report;
  GCancellable *cancellable; /* (nullable): while it runs */

  guint progress_id;
  PlxProgress running; /* written by the thread; a run holds the dialog */
  PlxImportMode mode;  /* of what runs */
  gboolean stale;      /* what runs knows not all that was chosen */
};

G_DEFINE_FINAL_TYPE (PlxDatasetDialog, plx_dataset_dialog, ADW_TYPE_WINDOW)

/* The report */

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
line_new (const char *text,
          const char *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), label_new (text));
  if (*place != '\0')
    {
      GtkWidget *label = label_new (place);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
append (GtkListBox *list,
        GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
}

static void
add_count (PlxDatasetDialog *self,
           const char *what,
           const PlxImportCount *count)
{
  g_autofree char *numbers = NULL;
  GtkWidget *box, *value;

  if (count->n_new + count->n_there == 0)
    return;
  numbers = count->n_there == 0 ? g_strdup_printf (_ ("%d new"), count->n_new)
                                /* Translators: how many articles or annotations of a file */
                                : g_strdup_printf (_ ("%d new, %d there already"), count->n_new, count->n_there);
  box = line_new (what, "");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_HORIZONTAL);
  value = gtk_label_new (numbers);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_set_halign (value, GTK_ALIGN_END);
  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (box), value);
  append (self->counts, box);
}

static void
add_more (GtkListBox *list,
          int n)
{
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("and %d more", "and %d more", (gulong) n), n) : NULL;

  if (words != NULL)
    append (list, line_new (words, ""));
}

static void
list_problems (PlxDatasetDialog *self)
{
  const PlxImportReport *report = self->report;
  guint n = MIN (report->problems->len, MAX_LINES);
  g_autofree char *title = g_strdup_printf (ngettext ("%d problem: it will be left out", "%d problems: they will be left out", (gulong) report->n_problems),
                                            report->n_problems);

  for (guint i = 0; i < n; i++)
    {
      const PlxImportProblem *problem = g_ptr_array_index (report->problems, i);

      append (self->problems, line_new (problem->reason, problem->place));
    }
  add_more (self->problems, report->n_problems - (int) n);
  gtk_label_set_text (self->problems_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_title), report->n_problems > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), report->n_problems > 0);
}

static void
list_remarks (PlxDatasetDialog *self)
{
  const PlxImportReport *report = self->report;
  guint n = MIN (report->remarks->len, MAX_LINES);
  gboolean any = n > 0 || report->n_different > 0;

  for (guint i = 0; i < n; i++)
    append (self->remarks, line_new (g_ptr_array_index (report->remarks, i), ""));
  add_more (self->remarks, (int) (report->remarks->len - n));
  if (report->n_different > 0)
    {
      g_autofree char *line = g_strdup_printf (ngettext ("%d annotation is not the same in the project and stays as it is there.",
                                                         "%d annotations are not the same in the project and stay as they are there.", (gulong) report->n_different),
                                               report->n_different);

      append (self->remarks, line_new (line, ""));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_title), any);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), any);
}

static void
show_report (PlxDatasetDialog *self)
{
  const PlxImportReport *report = self->report;
  const PlxImportCount *count;
  const char *title;
  gboolean first = gtk_list_box_get_row_at_index (self->counts, 0) == NULL;
  gboolean any;

  clear (self->counts);
  clear (self->problems);
  clear (self->remarks);
  for (guint i = 0; (count = plx_import_report_get_count (report, i, &title)) != NULL; i++)
    add_count (self, title, count);
  any = gtk_list_box_get_row_at_index (self->counts, 0) != NULL;
  if (!any)
    append (self->counts, line_new (_ ("There is nothing in the file that could be imported."), ""));
  plx_tag_map_show (self->tag_map, plx_session_get_codebook (self->session), report->new_tags);
  list_problems (self);
  list_remarks (self);
  gtk_button_set_label (self->import_button, report->n_problems > 0 ? _ ("_Import the Rest") : _ ("_Import"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.import", any);
  gtk_stack_set_visible_child_name (self->stack, "report");
  if (any && first)
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

/* Running */

static gboolean
progress_cb (gpointer data)
{
  PlxDatasetDialog *self = data;

  plx_progress_show (&self->running, self->progress);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  return G_SOURCE_CONTINUE;
}

static void
stop (PlxDatasetDialog *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->cancellable);
}

static void
tell_done (PlxDatasetDialog *self)
{
  g_autofree char *counts = plx_import_report_dup_counts (self->report);
  /* Translators: "Imported: Articles: 3 new, 2 there; Annotations: …" */
  g_autofree char *message = g_strdup_printf (_ ("Imported: %s"), counts);

  plx_progress_end (&self->running, message);
  g_signal_emit_by_name (self->session, "done", message, plx_import_report_has_news (self->report));
}

/* Somebody has to look at what it brings. */
static void
tell_read (PlxDatasetDialog *self)
{
  /* Translators: %s is the name of a file of annotated data */
  g_autofree char *message = g_strdup_printf (_ ("“%s” has been read and can be imported"), self->shown_name);

  plx_progress_end (&self->running, message);
}

static void run (PlxDatasetDialog *self,
                 PlxImportMode mode);

/* The report of a preview, unless more was chosen while it was made. */
static void
previewed (PlxDatasetDialog *self)
{
  if (self->stale)
    {
      run (self, PLX_IMPORT_PREVIEW);
      return;
    }
  tell_read (self);
  show_report (self);
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxDatasetDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean cancelled = self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable);
  gboolean done = plx_project_do_finish (PLX_PROJECT (source), result, &error);

  stop (self);
  if (done)
    tell_done (self);
  else if (!cancelled && self->mode == PLX_IMPORT_PREVIEW && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      previewed (self);
      return;
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      plx_progress_end (&self->running, error->message);
      plx_session_fail (self->session, error->message);
    }
  plx_progress_end (&self->running, NULL);
  if (!cancelled)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
run (PlxDatasetDialog *self,
     PlxImportMode mode)
{
  PlxProject *project = plx_session_get_project (self->session);
  g_autoptr (GHashTable) tag_map = plx_tag_map_dup (self->tag_map);
  PlxVerb *verb;

  self->mode = mode;
  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  self->running = (PlxProgress){ 0 };
  self->progress_id = g_timeout_add (PLX_PROGRESS_MS, progress_cb, self);
  g_clear_pointer (&self->report, plx_import_report_unref);
  self->report = plx_import_report_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.import", FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  verb = plx_verb_import_dataset (plx_formats_sniff (self->path), self->path, mode, tag_map, self->report, plx_progress_note, &self->running, self->cancellable);
  plx_project_do_async (project, verb, self->cancellable, done_cb, g_object_ref (self));
}

/* Actions */

static void
mapped_cb (PlxDatasetDialog *self)
{
  if (self->cancellable != NULL)
    self->stale = TRUE;
  else
    run (self, PLX_IMPORT_PREVIEW);
}

static void
import_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  PlxDatasetDialog *self = PLX_DATASET_DIALOG (widget);

  run (self, self->report->n_problems > 0 ? PLX_IMPORT_REST : PLX_IMPORT_STRICT);
}

static void
cancel_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  PlxDatasetDialog *self = PLX_DATASET_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
plx_dataset_dialog_show (GtkWindow *parent,
                         PlxSession *session,
                         GFile *file)
{
  PlxDatasetDialog *self = g_object_new (PLX_TYPE_DATASET_DIALOG, "transient-for", parent, NULL);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (base);
  g_autofree char *words = NULL;

  self->session = g_object_ref (session);
  self->path = g_file_get_path (file);
  self->shown_name = plx_isolate (display);
  words = g_strdup_printf (_ ("Reading “%s”…"), self->shown_name);
  gtk_label_set_text (self->reading, words);
  gtk_label_set_text (self->name, display);
  run (self, PLX_IMPORT_PREVIEW);
  gtk_window_present (GTK_WINDOW (self));
}

/* Class */

static void
plx_dataset_dialog_dispose (GObject *object)
{
  PlxDatasetDialog *self = PLX_DATASET_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_DATASET_DIALOG);
  G_OBJECT_CLASS (plx_dataset_dialog_parent_class)->dispose (object);
}

static void
plx_dataset_dialog_finalize (GObject *object)
{
  PlxDatasetDialog *self = PLX_DATASET_DIALOG (object);

  stop (self);
  g_clear_object (&self->session);
  g_free (self->path);
  g_free (self->shown_name);
  g_clear_pointer (&self->report, plx_import_report_unref);
  G_OBJECT_CLASS (plx_dataset_dialog_parent_class)->finalize (object);
}

static void
plx_dataset_dialog_class_init (PlxDatasetDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_dataset_dialog_dispose;
  object_class->finalize = plx_dataset_dialog_finalize;

  g_type_ensure (PLX_TYPE_TAG_MAP);
  g_type_ensure (PLX_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-dataset-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, name);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, tag_map);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, problems_title);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, remarks_title);
  gtk_widget_class_bind_template_child (widget_class, PlxDatasetDialog, remarks);
  gtk_widget_class_install_action (widget_class, "dialog.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.cancel", NULL);
}

static void
plx_dataset_dialog_init (PlxDatasetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  gtk_button_set_label (self->import_button, _ ("_Import"));
}
