/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From one difference of two texts to the next. */

#include "config.h"

#include "dialogs/plx-revision-window-private.h"

#include "compat/plx-announce.h"
#include "dialogs/plx-revision-texts.h"
#include "model/plx-diff.h"

#include <glib/gi18n.h>

static int
count_differences (PlxRevisionWindow *self)
{
  const GArray *runs = plx_carrier_get_runs (self->revision->carrier);
  int n = 0;

  for (guint i = 0; i < runs->len; i++)
    n += !g_array_index (runs, PlxDiffRun, i).kept;
  return n;
}

static const PlxDiffRun *
get_difference (PlxRevisionWindow *self,
                int number)
{
  const GArray *runs = plx_carrier_get_runs (self->revision->carrier);

  for (guint i = 0; i < runs->len; i++)
    if (!g_array_index (runs, PlxDiffRun, i).kept && number-- == 0)
      return &g_array_index (runs, PlxDiffRun, i);
  g_return_val_if_reached (NULL);
}

static void
show_number (PlxRevisionWindow *self)
{
  int n = count_differences (self);
  g_autofree char *all = g_strdup_printf (ngettext ("%d difference", "%d differences", (gulong) n), n);
  /* Translators: number of a difference of two texts, and how many there are */
  g_autofree char *one = g_strdup_printf (_ ("Difference %d of %d"), self->difference + 1, n);

  gtk_label_set_label (self->n_differences, self->difference < 0 ? all : one);
  gtk_widget_set_visible (self->differences, n > 0);
}

void
plx_revision_window_show_differences (PlxRevisionWindow *self)
{
  self->difference = -1;
  plx_revision_sync_set_runs (self->sync, plx_carrier_get_runs (self->revision->carrier));
  show_number (self);
}

void
plx_revision_window_point_out (PlxRevisionWindow *self,
                               const GArray *before,
                               const GArray *after)
{
  plx_revision_sync_set_leader (self->sync, NULL);
  plx_revision_texts_point_out (self->before, before);
  plx_revision_texts_point_out (self->after, after);
}

/* Offsets of what is seen of the new text. */
static PlxSpan
find_seen (PlxRevisionWindow *self)
{
  GdkRectangle seen;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (self->after, &seen);
  gtk_text_view_get_line_at_y (self->after, &start, seen.y, NULL);
  gtk_text_view_get_line_at_y (self->after, &end, seen.y + seen.height, NULL);
  gtk_text_iter_forward_to_line_end (&end);
  return (PlxSpan){ gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };
}

/* From the one that was gone to, or where that is out of sight, from what is seen. */
static int
find_next (PlxRevisionWindow *self,
           int step)
{
  PlxSpan seen = find_seen (self);
  int n = count_differences (self), start, first = 0;

  if (self->difference >= 0)
    {
      start = get_difference (self, self->difference)->after.start;
      if (start >= seen.start && start <= seen.end)
        return (self->difference + step + n) % n;
    }
  while (first < n && get_difference (self, first)->after.start < seen.start)
    first++;
  return (step > 0 ? first : first - 1 + n) % n;
}

static GArray *
make_spans (const PlxSpan *span)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  g_array_append_val (spans, *span);
  return spans;
}

static void
go (PlxRevisionWindow *self,
    int step)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  const PlxDiffRun *run;

  if (self->revision == NULL || count_differences (self) == 0)
    return;
  self->difference = find_next (self, step);
  run = get_difference (self, self->difference);
  before = make_spans (&run->before);
  after = make_spans (&run->after);
  plx_revision_window_point_out (self, before, after);
  show_number (self);
  plx_announce (GTK_WIDGET (self->after), gtk_label_get_label (self->n_differences), NULL);
}

void
plx_revision_window_next_difference (GtkWidget *widget,
                                     const char *name,
                                     GVariant *parameter)
{
  go (PLX_REVISION_WINDOW (widget), 1);
}

void
plx_revision_window_previous_difference (GtkWidget *widget,
                                         const char *name,
                                         GVariant *parameter)
{
  go (PLX_REVISION_WINDOW (widget), -1);
}
