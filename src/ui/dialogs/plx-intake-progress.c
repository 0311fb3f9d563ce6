/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-intake-progress.h"

#include <glib/gi18n.h>
#include <math.h>

/* What is over sooner needs no window. */
#define PATIENCE_MS 600

/* From then on its speed is known. */
#define SURE_SECONDS 2.0

struct _PlxIntakeProgress
{
  GtkWindow *parent;         /* (nullable): weak */
  GtkWidget *window;         /* (nullable): weak, once it is on screen */
  GtkLabel *words;           /* (nullable): of the window */
  GtkProgressBar *bar;       /* (nullable): of the window */
  GtkLabel *left;            /* (nullable): of the window */
  GCancellable *cancellable; /* (owned) */
  PlxProgress progress;
  char *doing;  /* (owned) (nullable) */
  gint64 since; /* microseconds */
  guint show_id;
  guint update_id;
};

char *
plx_intake_progress_dup_time_left (double seconds,
                                   int done,
                                   int total)
{
  double left;
  int minutes;

  if (done <= 0 || total <= done || seconds < SURE_SECONDS)
    return g_strdup ("");
  left = seconds / done * (total - done);
  if (left < 60)
    {
      int rounded = MAX ((int) ceil (left / 5) * 5, 5);

      return g_strdup_printf (ngettext ("About %d second left", "About %d seconds left", rounded), rounded);
    }
  minutes = (int) ceil (left / 60);
  return g_strdup_printf (ngettext ("About %d minute left", "About %d minutes left", minutes), minutes);
}

static gboolean
update_cb (gpointer data)
{
  PlxIntakeProgress *self = data;
  int done = g_atomic_int_get (&self->progress.done);
  int total = g_atomic_int_get (&self->progress.total);
  double seconds = (double) (g_get_monotonic_time () - self->since) / G_USEC_PER_SEC;
  g_autofree char *left = plx_intake_progress_dup_time_left (seconds, done, total);
  g_autofree char *count = NULL;
  g_autofree char *both = NULL;

  if (self->window == NULL)
    return G_SOURCE_CONTINUE;
  /* Translators: how many of how many: 120 of 300 */
  count = total > 0 ? g_strdup_printf (_ ("%d of %d"), done, total) : g_strdup ("");
  both = *left != '\0' ? g_strdup_printf ("%s · %s", count, left) : g_strdup (count);
  gtk_label_set_text (self->words, self->doing);
  gtk_label_set_text (self->left, both);
  plx_progress_show (&self->progress, self->bar);
  return G_SOURCE_CONTINUE;
}

static void
cancel_cb (PlxIntakeProgress *self)
{
  g_cancellable_cancel (self->cancellable);
}

static gboolean
close_cb (PlxIntakeProgress *self)
{
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static GtkWidget *
content_new (PlxIntakeProgress *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->words = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "heading");
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->left = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->left, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "numeric");
  gtk_widget_set_name (cancel, "cancel-intake");
  gtk_widget_set_halign (cancel, GTK_ALIGN_END);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->left));
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  return box;
}

static gboolean
show_cb (gpointer data)
{
  PlxIntakeProgress *self = data;

  self->show_id = 0;
  if (self->parent == NULL)
    return G_SOURCE_REMOVE;
  g_set_weak_pointer (&self->window, g_object_new (ADW_TYPE_WINDOW,
                                                   "transient-for", self->parent,
                                                   "modal", TRUE,
                                                   "title", _ ("Add Articles"),
                                                   "default-width", 380,
                                                   "resizable", FALSE,
                                                   NULL));
  adw_window_set_content (ADW_WINDOW (self->window), content_new (self));
  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (close_cb), self);
  update_cb (self);
  self->update_id = g_timeout_add (PLX_PROGRESS_MS, update_cb, self);
  gtk_window_present (GTK_WINDOW (self->window));
  return G_SOURCE_REMOVE;
}

PlxIntakeProgress *
plx_intake_progress_new (GtkWindow *parent)
{
  PlxIntakeProgress *self = g_new0 (PlxIntakeProgress, 1);

  g_set_weak_pointer (&self->parent, parent);
  self->cancellable = g_cancellable_new ();
  self->show_id = g_timeout_add (PATIENCE_MS, show_cb, self);
  return self;
}

void
plx_intake_progress_free (PlxIntakeProgress *self)
{
  GtkWidget *window = self->window;

  plx_progress_end (&self->progress, NULL);
  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->parent);
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (self->cancellable);
  g_free (self->doing);
  g_free (self);
}

PlxProgress *
plx_intake_progress_begin (PlxIntakeProgress *self,
                           const char *words)
{
  g_free (self->doing);
  self->doing = g_strdup (words);
  self->since = g_get_monotonic_time ();
  plx_progress_note (0, 0, &self->progress);
  return &self->progress;
}

GCancellable *
plx_intake_progress_get_cancellable (PlxIntakeProgress *self)
{
  return self->cancellable;
}
