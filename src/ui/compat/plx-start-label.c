/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-start-label.h"

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
  g_return_val_if_fail (words != NULL, NULL);

  return g_strconcat (is_right_to_left (label) ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, words, NULL);
}
