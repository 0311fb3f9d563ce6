/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-list-window.h"

#include "compat/plx-text-scale.h"
#include "plx-ask.h"
#include "plx-words.h"

#include <glib/gi18n.h>

typedef struct
{
  PlxSession *session; /* (owned) (nullable): until it closes */

  /* Of the window */
  GtkBox *content;
  GtkBox *parts;
  GtkLabel *problem;
} PlxListWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlxListWindow, plx_list_window, ADW_TYPE_WINDOW)

static PlxListWindowPrivate *
get_private (PlxListWindow *self)
{
  return plx_list_window_get_instance_private (self);
}

PlxSession *
plx_list_window_get_session (PlxListWindow *self)
{
  return get_private (self)->session;
}

/* Storing */

static void
tell (PlxListWindow *self,
      const char *problem)
{
  GtkLabel *label = get_private (self)->problem;

  gtk_label_set_text (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
}

/* What was refused is shown as it is again. */
static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxListWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = plx_project_do_finish (PLX_PROJECT (source), result, &error);

  if (get_private (self)->session == NULL)
    return;
  tell (self, done ? NULL : error->message);
  if (!done)
    PLX_LIST_WINDOW_GET_CLASS (self)->load (self);
}

void
plx_list_window_do (PlxListWindow *self,
                    PlxVerb *verb)
{
  plx_project_do_async (plx_session_get_project (get_private (self)->session), verb, NULL, done_cb, g_object_ref (self));
}

/* Deleting */

typedef struct
{
  PlxListWindow *window; /* (owned) */
  PlxVerb *verb;         /* (owned) (nullable): until it is done */
} Deletion;

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  g_object_unref (deletion->window);
  g_clear_pointer (&deletion->verb, plx_verb_free);
  g_free (deletion);
}

static void
delete_cb (gpointer data)
{
  Deletion *deletion = data;

  if (get_private (deletion->window)->session != NULL)
    plx_list_window_do (deletion->window, g_steal_pointer (&deletion->verb));
}

void
plx_list_window_ask_to_delete (PlxListWindow *self,
                               const char *name,
                               const char *body,
                               PlxVerb *verb)
{
  Deletion *deletion = g_new (Deletion, 1);
  g_autofree char *isolated = plx_words_isolate (name);
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), isolated);

  *deletion = (Deletion){ g_object_ref (self), verb };
  plx_ask (GTK_WIDGET (self), heading, body, _ ("_Delete"), TRUE, delete_cb, deletion, deletion_free);
}

/* Life */

static void
project_changed_cb (PlxListWindow *self,
                    PlxChanges *changes)
{
  PlxListWindowClass *klass = PLX_LIST_WINDOW_GET_CLASS (self);

  if (get_private (self)->session != NULL && plx_changes_touch_any (changes, klass->tables))
    klass->load (self);
}

static void
plx_list_window_dispose (GObject *object)
{
  PlxListWindowPrivate *private = get_private (PLX_LIST_WINDOW (object));

  g_clear_object (&private->session);
  G_OBJECT_CLASS (plx_list_window_parent_class)->dispose (object);
}

static void
plx_list_window_class_init (PlxListWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_list_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
scroller_new (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkLabel *
problem_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_add_css_class (label, "error");
  return GTK_LABEL (label);
}

static void
plx_list_window_init (PlxListWindow *self)
{
  PlxListWindowPrivate *private = get_private (self);
  GtkWidget *floor = gtk_overlay_new (); /* for suggestions of fields */

  private->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  private->parts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  private->problem = problem_new ();
  g_object_set (private->parts, "margin-top", 12, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  gtk_box_append (private->parts, GTK_WIDGET (private->problem));
  gtk_box_append (private->content, adw_header_bar_new ());
  gtk_box_append (private->content, scroller_new (GTK_WIDGET (private->parts)));
  gtk_overlay_set_child (GTK_OVERLAY (floor), GTK_WIDGET (private->content));
  adw_window_set_content (ADW_WINDOW (self), floor);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

void
plx_list_window_append (PlxListWindow *self,
                        GtkWidget *child)
{
  gtk_box_append (get_private (self)->parts, child);
}

void
plx_list_window_set_list (PlxListWindow *self,
                          GtkWidget *list)
{
  PlxListWindowPrivate *private = get_private (self);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (private->parts), GTK_TYPE_SCROLLED_WINDOW);

  g_object_ref (private->parts);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_box_append (private->content, GTK_WIDGET (private->parts));
  g_object_unref (private->parts);
}

void
plx_list_window_present (PlxListWindow *self,
                         GtkWidget *widget,
                         PlxSession *session)
{
  get_private (self)->session = g_object_ref (session);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  PLX_LIST_WINDOW_GET_CLASS (self)->load (self);
  g_signal_connect_object (plx_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
