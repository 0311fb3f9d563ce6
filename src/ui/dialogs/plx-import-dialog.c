/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-import-dialog.h"

#include "compat/plx-text-scale.h"

#include <glib/gi18n.h>

/* So many lines are shown; the heading has the whole count. */
#define MAX_LINES 500

struct _PlxImportDialog
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkLabel *summary;
  GtkListBox *list;
  GtkWidget *add_button;
  GtkWidget *close_button;

  /* Owned References */
  PlxImportResult *result;
};

G_DEFINE_FINAL_TYPE (PlxImportDialog, plx_import_dialog, ADW_TYPE_WINDOW)

enum
{
  ADD_SKIPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *icon;
  const char *style;
} looks[] = {
  [PLX_IMPORT_ADDED] = { "object-select-symbolic", "success" },
  [PLX_IMPORT_CHANGED] = { "dialog-warning-symbolic", "warning" },
  [PLX_IMPORT_SKIPPED] = { "edit-copy-symbolic", "dim-label" },
  [PLX_IMPORT_REFUSED] = { "dialog-error-symbolic", "error" },
};

static GtkWidget *
make_row (PlxImportDialog *self,
          const PlxImportLine *line,
          PlxDocumentList *documents)
{
  PlxImportState state = plx_import_line_get_state (line);
  g_autofree char *words = plx_import_line_dup_words (line, self->result, documents);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[state].icon);

  gtk_widget_add_css_class (icon, looks[state].style);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *line->name != '\0' ? line->name : _ ("Pasted text"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

/* What needs attention comes first. */
static void
fill (PlxImportDialog *self,
      PlxDocumentList *documents)
{
  static const PlxImportState order[] = { PLX_IMPORT_REFUSED, PLX_IMPORT_CHANGED, PLX_IMPORT_SKIPPED, PLX_IMPORT_ADDED };
  GPtrArray *lines = self->result->lines;
  guint n_added = plx_import_result_count_added (self->result);
  /* Translators: how many were added, how many were chosen */
  g_autofree char *summary = g_strdup_printf (ngettext ("%u of %u article added", "%u of %u articles added", lines->len), n_added, lines->len);
  guint n = 0;

  gtk_label_set_label (self->summary, summary);
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < lines->len && n < MAX_LINES; i++)
      if (plx_import_line_get_state (g_ptr_array_index (lines, i)) == order[k])
        {
          gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (lines, i), documents));
          n++;
        }
  gtk_widget_set_visible (self->add_button, plx_import_result_count_skipped (self->result) > 0);
  if (plx_import_result_count_added (self->result) == 0)
    gtk_window_set_title (GTK_WINDOW (self), _ ("No Articles Added"));
}

GtkWidget *
plx_import_dialog_new (GtkWindow *parent,
                       PlxDocumentList *documents,
                       PlxImportResult *result)
{
  PlxImportDialog *self = g_object_new (PLX_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->result = result;
  fill (self, documents);
  gtk_window_set_focus (GTK_WINDOW (self), self->close_button);
  return GTK_WIDGET (self);
}

GPtrArray *
plx_import_dialog_steal_skipped (PlxImportDialog *self)
{
  return plx_import_result_steal_skipped (self->result);
}

static void
add_skipped_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  g_signal_emit (widget, signals[ADD_SKIPPED], 0);
  gtk_window_destroy (GTK_WINDOW (widget));
}

static void
plx_import_dialog_dispose (GObject *object)
{
  PlxImportDialog *self = PLX_IMPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (plx_import_dialog_parent_class)->dispose (object);
}

static void
plx_import_dialog_finalize (GObject *object)
{
  PlxImportDialog *self = PLX_IMPORT_DIALOG (object);

  g_clear_pointer (&self->result, plx_import_result_free);
  G_OBJECT_CLASS (plx_import_dialog_parent_class)->finalize (object);
}

static void
plx_import_dialog_class_init (PlxImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_import_dialog_dispose;
  object_class->finalize = plx_import_dialog_finalize;

  signals[ADD_SKIPPED] = g_signal_new ("add-skipped", PLX_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxImportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PlxImportDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlxImportDialog, close_button);
  gtk_widget_class_install_action (widget_class, "dialog.add-skipped", NULL, add_skipped_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_import_dialog_init (PlxImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
}
