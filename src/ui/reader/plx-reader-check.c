/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the reader in checking what an article says on a question: the
 * passage that is shown, and the keys. */

#include "config.h"

#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

/* Less than what is selected. */
#define STRENGTH 0.5f

static PlxChecking *
get_checking (PlxReader *self)
{
  return plx_session_get_checking (self->session);
}

gboolean
plx_reader_is_checked (PlxReader *self)
{
  return plx_checking_get_reading (get_checking (self)) == self->reading;
}

gboolean
plx_reader_stop_check (PlxReader *self)
{
  if (!plx_reader_is_checked (self))
    return FALSE;
  plx_checking_stop (get_checking (self));
  return TRUE;
}

static void
next_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  if (plx_session_check_next (self->session))
    return;
  gtk_widget_error_bell (widget);
  if (plx_follow_get_subject (plx_session_get_follow (self->session)).kind == PLX_SUBJECT_QUESTION)
    plx_session_say (self->session, _ ("Every open article is checked on this question."), FALSE);
  else
    plx_session_say (self->session, _ ("Select a claim that answers a question first."), FALSE);
}

static void
silent_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  if (plx_reader_is_checked (self))
    plx_session_check_silent (self->session);
  else
    gtk_widget_error_bell (widget);
}

void
plx_reader_install_check_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.check-next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "reader.check-silent", NULL, silent_cb);
}

void
plx_reader_draw_check (PlxReader *self,
                       GtkSnapshot *snapshot,
                       const PlxParagraph *paragraph,
                       const graphene_point_t *origin)
{
  const PlxSpan *passage = plx_checking_get_passage (get_checking (self), self->reading);

  if (passage != NULL)
    plx_reader_draw_span (self, snapshot, paragraph, origin, passage, STRENGTH);
}

void
plx_reader_init_check (PlxReader *self)
{
  g_signal_connect_object (get_checking (self), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
