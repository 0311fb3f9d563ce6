/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-library-properties.h"

#include "compat/plx-text-scale.h"
#include "dialogs/plx-message.h"
#include "window/plx-library-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* An identifier stays on one line where a window is wide enough, longer words are broken. */
#define WIDTH 36
#define WIDTH_IF_NARROW 18

/* Of the window, beside letters of the usual size. */
#define NARROW 480

static void
add_fact (GtkGrid *grid,
          int row,
          int width,
          const char *name,
          const char *value)
{
  GtkWidget *left = gtk_label_new (name), *right = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (left), 1);
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  gtk_widget_add_css_class (left, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (right), 0);
  gtk_label_set_wrap (GTK_LABEL (right), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (right), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (right), width);
  gtk_label_set_max_width_chars (GTK_LABEL (right), width);
  gtk_label_set_selectable (GTK_LABEL (right), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (right), GTK_ACCESSIBLE_RELATION_LABELLED_BY, left, NULL, -1);
  gtk_grid_attach (grid, left, 0, row, 1, 1);
  gtk_grid_attach (grid, right, 1, row, 1, 1);
}

static GtkWidget *
make_facts (const PlxCard *card,
            int width)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *articles = g_strdup_printf ("%'d", (int) card->n_documents);
  g_autofree char *annotations = g_strdup_printf ("%'d", (int) card->n_annotations);
  g_autofree char *size = g_format_size_full ((guint64) card->size, G_FORMAT_SIZE_LONG_FORMAT);
  g_autofree char *name = g_filename_display_name (card->path);
  int row = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  if (card->problem == NULL)
    {
      add_fact (GTK_GRID (grid), row++, width, _ ("Articles"), articles);
      add_fact (GTK_GRID (grid), row++, width, _ ("Annotations"), annotations);
    }
  add_fact (GTK_GRID (grid), row++, width, _ ("Size"), size);
  if (card->problem == NULL)
    add_fact (GTK_GRID (grid), row++, width, _ ("Identifier"), card->uuid);
  add_fact (GTK_GRID (grid), row, width, _ ("File"), name);
  return grid;
}

GtkWidget *
plx_library_properties_show (GtkWindow *parent,
                             const PlxCard *card)
{
  g_autofree char *title = plx_library_dup_title (card->path);
  g_autofree char *moment = plx_library_dup_moment (card);
  g_autofree char *body = card->problem != NULL ? g_strdup_printf ("%s\n\n%s", card->problem->message, moment) : g_strdup (moment);
  GtkWidget *dialog = plx_message_show (parent, title, body);
  gboolean narrow = gtk_widget_get_width (GTK_WIDGET (parent)) < plx_text_scale_grow (GTK_WIDGET (parent), NARROW);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_facts (card, narrow ? WIDTH_IF_NARROW : WIDTH));
  /* Not into what can be selected. */
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  return dialog;
}
