/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-follow-header.h"

#include "compat/plx-isolate.h"

#include <glib/gi18n.h>

struct _PlxFollowHeader
{
  GtkBox parent_instance;

  PlxSession *session; /* (owned) */
  PlxReading *reading; /* (owned) */

  /* Children, or all %NULL */
  GtkWidget *label;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *look;    /* shows where there may be something */
  GtkWidget *check;   /* says that there is nothing */
  GtkWidget *uncheck; /* takes that back */
};

G_DEFINE_FINAL_TYPE (PlxFollowHeader, plx_follow_header, GTK_TYPE_BOX)

static PlxFollow *
get_follow (PlxFollowHeader *self)
{
  return plx_session_get_follow (self->session);
}

/* Showing */

static char *
dup_words (PlxFollowHeader *self)
{
  guint position;
  guint n = plx_follow_get_n (get_follow (self), self->reading, &position);

  switch (plx_follow_get_state (get_follow (self), self->reading))
    {
    case PLX_FOLLOW_FOUND:
      /* Translators: which passage of how many is shown */
      return g_strdup_printf (C_ ("passage", "%u of %u"), position + 1, n);
    case PLX_FOLLOW_NONE:
      /* Translators: the article does not mention the actor or place */
      return g_strdup (_ ("no mention"));
    case PLX_FOLLOW_SILENT:
      /* Translators: somebody checked: the article says nothing on the question */
      return g_strdup (_ ("silent"));
    case PLX_FOLLOW_UNCHECKED:
      /* Translators: nobody looked yet whether the article says anything on the question */
      return g_strdup (_ ("not checked"));
    case PLX_FOLLOW_OFF:
    default:
      return g_strdup ("");
    }
}

static char *
dup_tooltip (PlxFollowHeader *self)
{
  g_autofree char *name = plx_follow_dup_name (get_follow (self));
  g_autofree char *isolated = plx_isolate (name);

  if (plx_follow_get_subject (get_follow (self)).kind == PLX_SUBJECT_QUESTION)
    /* Translators: passages on the same question as what is selected */
    return g_strdup_printf (_ ("On “%s”"), isolated);
  /* Translators: mentions of the same actor or place as what is selected */
  return g_strdup_printf (_ ("Mentions of “%s”"), isolated);
}

/* The column of what is selected has something to tell only if there is more. */
static gboolean
is_worth_telling (PlxFollowHeader *self,
                  PlxFollowState state)
{
  if (state == PLX_FOLLOW_OFF)
    return FALSE;
  return self->reading != plx_session_get_selected_reading (self->session) ||
         plx_follow_get_n (get_follow (self), self->reading, NULL) > 1;
}

static void fill (PlxFollowHeader *self);

static void
show (PlxFollowHeader *self)
{
  PlxFollowState state = plx_follow_get_state (get_follow (self), self->reading);
  gboolean several = plx_follow_get_n (get_follow (self), self->reading, NULL) > 1;
  gboolean editable = !plx_project_is_read_only (plx_session_get_project (self->session));
  gboolean checked = plx_checking_get_reading (plx_session_get_checking (self->session)) == self->reading;
  gboolean visible = is_worth_telling (self, state);
  g_autofree char *words = NULL;
  g_autofree char *tooltip = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), visible);
  if (!visible)
    return;
  if (self->label == NULL)
    fill (self);
  words = dup_words (self);
  tooltip = dup_tooltip (self);
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_set_tooltip_text (self->label, tooltip);
  gtk_widget_set_visible (self->previous, several);
  gtk_widget_set_visible (self->next, several);
  gtk_widget_set_visible (self->look, state == PLX_FOLLOW_UNCHECKED && !checked);
  gtk_widget_set_visible (self->check, state == PLX_FOLLOW_UNCHECKED && !checked && editable);
  gtk_widget_set_visible (self->uncheck, state == PLX_FOLLOW_SILENT && editable);
}

/* Doing */

static void
step (PlxFollowHeader *self,
      gboolean forward)
{
  PlxFollow *follow = get_follow (self);

  plx_follow_step (follow, self->reading, forward);
  if (self->reading == plx_session_get_selected_reading (self->session))
    plx_session_select (self->session, self->reading, plx_follow_get_counterpart (follow, self->reading));
}

static void
previous_cb (PlxFollowHeader *self)
{
  step (self, FALSE);
}

static void
next_cb (PlxFollowHeader *self)
{
  step (self, TRUE);
}

static void
look_cb (PlxFollowHeader *self)
{
  plx_session_check (self->session, self->reading, plx_follow_get_subject (get_follow (self)).id);
}

static void
check_cb (PlxFollowHeader *self)
{
  plx_session_note_silence (self->session, self->reading, plx_follow_get_subject (get_follow (self)).id);
}

static void
uncheck_cb (PlxFollowHeader *self)
{
  const PlxSilence *silence = plx_follow_get_silence (get_follow (self), self->reading);

  if (silence != NULL)
    plx_session_remove_silence (self->session, silence);
}

/* Life */

static GtkWidget *
append_button (PlxFollowHeader *self,
               GtkWidget *button,
               const char *name,
               const char *tooltip,
               GCallback callback)
{
  g_autofree char *id = g_strdup_printf ("%s-%" G_GINT64_FORMAT, name, plx_reading_get_id (self->reading));

  gtk_widget_set_name (button, id);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
plx_follow_header_dispose (GObject *object)
{
  PlxFollowHeader *self = PLX_FOLLOW_HEADER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (plx_follow_header_parent_class)->dispose (object);
}

static void
plx_follow_header_class_init (PlxFollowHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_follow_header_dispose;
}

static void
plx_follow_header_init (PlxFollowHeader *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-follow");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Made when there is something to tell first. */
static void
fill (PlxFollowHeader *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_box_append (GTK_BOX (self), self->label);
  self->previous = append_button (self, gtk_button_new_from_icon_name ("go-up-symbolic"), "follow-previous",
                                  _ ("Previous Passage (Shift+N)"), G_CALLBACK (previous_cb));
  self->next = append_button (self, gtk_button_new_from_icon_name ("go-down-symbolic"), "follow-next",
                              _ ("Next Passage (N)"), G_CALLBACK (next_cb));
  self->look = append_button (self, gtk_button_new_from_icon_name ("edit-find-symbolic"), "follow-look",
                              _ ("Look Where the Article May Answer the Question (L)"), G_CALLBACK (look_cb));
  self->check = append_button (self, gtk_button_new_from_icon_name ("plx-silent-symbolic"), "follow-check",
                               _ ("Checked: the Article Says Nothing on the Question"), G_CALLBACK (check_cb));
  self->uncheck = append_button (self, gtk_button_new_from_icon_name ("edit-clear-symbolic"), "follow-uncheck",
                                 _ ("Not Silent After All"), G_CALLBACK (uncheck_cb));
}

GtkWidget *
plx_follow_header_new (PlxSession *session,
                       PlxReading *reading)
{
  PlxFollowHeader *self = g_object_new (PLX_TYPE_FOLLOW_HEADER, NULL);

  self->session = g_object_ref (session);
  self->reading = g_object_ref (reading);
  g_signal_connect_object (get_follow (self), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_checking (session), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
