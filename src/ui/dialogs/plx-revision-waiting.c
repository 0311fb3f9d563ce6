/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations that wait for a decision, and what all of it comes to. */

#include "config.h"

#include "dialogs/plx-revision-window-private.h"

#include "dialogs/plx-revision-row.h"
#include "dialogs/plx-revision-texts.h"

#include <glib/gi18n.h>
#include <string.h>

/* More rows than anybody decides on at once; the others go on waiting. */
#define MAX_ROWS 300

/* What is shown */

static gboolean
is_changed (PlxRevisionWindow *self)
{
  return strcmp (plx_text_get_utf8 (self->revision->before), plx_text_get_utf8 (self->revision->after)) != 0;
}

static PlxRevisionRow *
get_row (PlxRevisionWindow *self,
         int i)
{
  return PLX_REVISION_ROW (gtk_list_box_get_row_at_index (self->rows, i));
}

GPtrArray *
plx_revision_window_collect_decisions (PlxRevisionWindow *self)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_decision_free);

  for (int i = 0; get_row (self, i) != NULL; i++)
    {
      PlxDecision *decision = plx_revision_row_dup_decision (get_row (self, i));

      if (decision != NULL)
        g_ptr_array_add (decisions, decision);
    }
  return decisions;
}

static char *
dup_waiting_summary (PlxRevisionWindow *self,
                     const GPtrArray *decisions)
{
  guint n = self->revision->annotations->len - decisions->len;

  if (n == 0)
    return g_strdup (_ ("Nothing waits any more."));
  return g_strdup_printf (ngettext ("%u annotation waits to be placed or dropped.", "%u annotations wait to be placed or dropped.", n), n);
}

static guint
count_dropped (const GPtrArray *decisions)
{
  guint n = 0;

  for (guint i = 0; i < decisions->len; i++)
    n += ((PlxDecision *) g_ptr_array_index (decisions, i))->spans == NULL;
  return n;
}

/* The plan, with what was decided since. */
char *
plx_revision_window_dup_summary (PlxRevisionWindow *self,
                                 const GPtrArray *decisions)
{
  PlxRevision told = *self->revision;
  guint n_dropped = count_dropped (decisions);
  g_autofree char *dropped = NULL;
  g_autofree char *summary = NULL;

  if (self->mode == PLX_REVISION_MODE_WAITING)
    return dup_waiting_summary (self, decisions);
  if (!is_changed (self))
    return g_strdup (_ ("Both texts are the same so far."));
  told.n_carried += decisions->len - n_dropped;
  told.n_waiting -= decisions->len;
  summary = plx_revision_dup_summary (&told);
  /* Translators: annotations */
  dropped = g_strdup_printf (ngettext ("%u is dropped.", "%u are dropped.", n_dropped), n_dropped);
  return n_dropped > 0 ? g_strconcat (summary, " ", dropped, NULL) : g_steal_pointer (&summary);
}

void
plx_revision_window_show_summary (PlxRevisionWindow *self)
{
  g_autoptr (GPtrArray) decisions = plx_revision_window_collect_decisions (self);
  g_autofree char *summary = plx_revision_window_dup_summary (self, decisions);
  gboolean ready = self->mode == PLX_REVISION_MODE_WAITING ? decisions->len > 0 : is_changed (self);

  gtk_label_set_label (self->summary, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revision.apply", ready && !plx_project_is_read_only (plx_session_get_project (self->session)));
}

/* Rows */

static void
place_cb (PlxRevisionWindow *self,
          PlxRevisionRow *row)
{
  g_autoptr (GArray) selected = plx_revision_texts_dup_selection (self->after);

  plx_revision_row_set_place (row, selected);
  plx_revision_window_point_out (self, plx_revision_row_get_revised (row)->annotation->spans, plx_revision_row_get_place (row));
}

/* Shows where it was and where it could go. */
void
plx_revision_window_row_activated (PlxRevisionWindow *self,
                                   GtkListBoxRow *row)
{
  plx_revision_window_point_out (self, plx_revision_row_get_revised (PLX_REVISION_ROW (row))->annotation->spans,
                                 plx_revision_row_get_place (PLX_REVISION_ROW (row)));
}

void
plx_revision_window_clear_rows (PlxRevisionWindow *self)
{
  while (get_row (self, 0) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (get_row (self, 0)));
}

static void
add_row (PlxRevisionWindow *self,
         const PlxRevised *revised)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), revised->annotation->tag);
  GtkWidget *row = plx_revision_row_new (revised, tag, self->revision->after);

  g_signal_connect_object (row, "place", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "decided", G_CALLBACK (plx_revision_window_show_summary), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rows, row);
}

/* What waits in an earlier version may have its words again by now. */
static gboolean
needs_decision (PlxRevisionWindow *self,
                const PlxRevised *revised)
{
  return revised->waits || self->mode == PLX_REVISION_MODE_WAITING;
}

void
plx_revision_window_show_rows (PlxRevisionWindow *self)
{
  gboolean any_proposed = FALSE;
  int n = 0;

  for (guint i = 0; i < self->revision->annotations->len && n < MAX_ROWS; i++)
    {
      const PlxRevised *revised = g_ptr_array_index (self->revision->annotations, i);

      if (!needs_decision (self, revised))
        continue;
      add_row (self, revised);
      any_proposed |= revised->spans != NULL;
      n++;
    }
  gtk_widget_set_visible (self->waiting, n > 0);
  gtk_widget_set_visible (self->place_all, any_proposed);
}

void
plx_revision_window_place_all (GtkWidget *widget,
                               const char *name,
                               GVariant *parameter)
{
  PlxRevisionWindow *self = PLX_REVISION_WINDOW (widget);

  for (int i = 0; get_row (self, i) != NULL; i++)
    if (plx_revision_row_get_place (get_row (self, i)) != NULL)
      plx_revision_row_set_place (get_row (self, i), NULL);
}
