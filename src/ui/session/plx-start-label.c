/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-start-label.h"

#include "model/plx-direction.h"

#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define RIGHT_TO_LEFT_MARK "\342\200\217"

static gboolean
is_right_to_left (GtkLabel *label)
{
  return gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL;
}

/* Lines that run against the label are justified the other way round by Pango. */
static void
changed_cb (GtkLabel *label)
{
  PlxDirection direction = plx_direction_find (gtk_label_get_text (label), -1);
  gboolean against = direction == (is_right_to_left (label) ? PLX_DIRECTION_LTR : PLX_DIRECTION_RTL);

  gtk_label_set_justify (label, against ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

void
plx_start_label_follow (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "notify::label", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (label, "direction-changed", G_CALLBACK (changed_cb), NULL);
  changed_cb (label);
}

char *
plx_start_label_dup_words (GtkLabel *label,
                           const char *words)
{
  const char *mark = is_right_to_left (label) ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  g_autofree char *between = g_strconcat ("\n", mark, NULL);
  GString *marked = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  marked = g_string_new (words);
  g_string_replace (marked, "\n", between, 0);
  g_string_prepend (marked, mark);
  return g_string_free (marked, FALSE);
}
