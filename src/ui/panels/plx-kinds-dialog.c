/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-kinds-dialog.h"

#include "plx-ask.h"
#include "plx-field-entry.h"
#include "plx-words.h"

#include "store/plx-relations.h"
#include "verb/plx-relation-verbs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PLX_TYPE_KINDS_DIALOG (plx_kinds_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxKindsDialog, plx_kinds_dialog, PLX, KINDS_DIALOG, AdwWindow)

struct _PlxKindsDialog
{
  AdwWindow parent_instance;

  PlxSession *session; /* (owned) */
  GPtrArray *kinds;    /* (owned) (element-type PlxRelationKind): as they are shown */
  GtkWidget *rows;     /* of the window */
  GtkLabel *problem;   /* of the window */
};

G_DEFINE_FINAL_TYPE (PlxKindsDialog, plx_kinds_dialog, ADW_TYPE_WINDOW)

static void show_kinds (PlxKindsDialog *self);

/* Storing */

static void
tell (PlxKindsDialog *self,
      const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/* What was refused is shown as it is again. */
static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxKindsDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = plx_project_do_finish (PLX_PROJECT (source), result, &error);

  if (self->rows == NULL)
    return;
  tell (self, done ? NULL : error->message);
  if (!done)
    show_kinds (self);
}

static void
do_verb (PlxKindsDialog *self,
         PlxVerb *verb)
{
  plx_project_do_async (plx_session_get_project (self->session), verb, NULL, done_cb, g_object_ref (self));
}

/* The kind that a widget of a row is about; nothing once the window is closed. */
static const PlxRelationKind *
get_kind (PlxKindsDialog *self,
          gpointer widget)
{
  if (self->rows == NULL)
    return NULL;
  return g_ptr_array_index (self->kinds, GPOINTER_TO_UINT (g_object_get_data (widget, "kind")));
}

static void
take (char **field,
      const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static gboolean
name_commit_cb (GtkWidget *entry,
                const char *text,
                PlxKindsDialog *self)
{
  const PlxRelationKind *stored = get_kind (self, entry);
  g_autoptr (PlxRelationKind) kind = NULL;

  if (stored == NULL)
    return FALSE;
  kind = plx_relation_kind_copy (stored);
  take (&kind->name, text);
  do_verb (self, plx_verb_update_relation_kind (kind));
  return TRUE;
}

static gboolean
description_commit_cb (GtkWidget *entry,
                       const char *text,
                       PlxKindsDialog *self)
{
  const PlxRelationKind *stored = get_kind (self, entry);
  g_autoptr (PlxRelationKind) kind = NULL;

  if (stored == NULL)
    return FALSE;
  kind = plx_relation_kind_copy (stored);
  take (&kind->description, text);
  do_verb (self, plx_verb_update_relation_kind (kind));
  return TRUE;
}

static void
directed_cb (GtkWidget *drop_down,
             GParamSpec *pspec,
             PlxKindsDialog *self)
{
  const PlxRelationKind *stored = get_kind (self, drop_down);
  g_autoptr (PlxRelationKind) kind = NULL;
  gboolean directed = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) == 0;

  if (stored == NULL || stored->directed == directed)
    return;
  kind = plx_relation_kind_copy (stored);
  kind->directed = directed;
  do_verb (self, plx_verb_update_relation_kind (kind));
}

static gboolean
add_commit_cb (PlxFieldEntry *entry,
               const char *text,
               PlxKindsDialog *self)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();

  plx_field_entry_reset (entry, "");
  if (*text == '\0' || self->rows == NULL)
    return FALSE;
  take (&kind->name, text);
  do_verb (self, plx_verb_add_relation_kind (kind));
  return FALSE; /* the entry stays empty */
}

/* Deleting */

typedef struct
{
  PlxKindsDialog *dialog; /* (owned) */
  PlxRelationKind *kind;  /* (owned) */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->dialog);
  plx_relation_kind_free (removal->kind);
  g_free (removal);
}

static void
remove_kind (gpointer data)
{
  Removal *removal = data;

  do_verb (removal->dialog, plx_verb_remove_relation_kind (removal->kind));
}

static void
remove_cb (GtkWidget *button,
           PlxKindsDialog *self)
{
  const PlxRelationKind *kind = get_kind (self, button);
  Removal *removal = g_new (Removal, 1);
  g_autofree char *name = plx_words_isolate (kind->name);
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), name);
  g_autofree char *body = NULL;
  guint n = 0;

  *removal = (Removal){ g_object_ref (self), plx_relation_kind_copy (kind) };
  plx_relation_kinds_count (plx_project_get_reader (plx_session_get_project (self->session)), kind->id, &n, NULL);
  if (n == 0)
    {
      remove_kind (removal);
      removal_free (removal);
      return;
    }
  body = g_strdup_printf (ngettext ("%u relation of this kind goes with it. It can be undone.",
                                    "%u relations of this kind go with it. It can be undone.", n),
                          n);
  plx_ask (GTK_WIDGET (self), heading, body, _ ("_Delete"), TRUE, remove_kind, removal, removal_free);
}

/* Rows */

static GtkWidget *
entry_new (PlxKindsDialog *self,
           const char *text,
           const char *placeholder,
           const char *name,
           guint i,
           GCallback callback)
{
  GtkWidget *entry = g_object_new (PLX_TYPE_FIELD_ENTRY, "hexpand", TRUE, "has-frame", FALSE, "placeholder-text", placeholder, NULL);

  g_object_set_data (G_OBJECT (entry), "kind", GUINT_TO_POINTER (i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  gtk_widget_set_name (entry, name);
  plx_field_entry_reset (PLX_FIELD_ENTRY (entry), text);
  g_signal_connect (entry, "commit", callback, self);
  return entry;
}

static GtkWidget *
line_new (GtkWidget *first,
          GtkWidget *second,
          GtkWidget *third)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (line, "plx-field");
  gtk_box_append (GTK_BOX (line), first);
  if (second != NULL)
    gtk_box_append (GTK_BOX (line), second);
  if (third != NULL)
    gtk_box_append (GTK_BOX (line), third);
  return line;
}

static GtkWidget *
direction_new (PlxKindsDialog *self,
               const PlxRelationKind *kind,
               guint i)
{
  const char *ways[] = { _ ("From one to the other"), _ ("Both ways"), NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (ways);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), kind->directed ? 0 : 1);
  g_object_set_data (G_OBJECT (drop_down), "kind", GUINT_TO_POINTER (i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Direction"), -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (directed_cb), self);
  return drop_down;
}

static GtkWidget *
remove_button_new (PlxKindsDialog *self,
                   const PlxRelationKind *kind,
                   guint i)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = plx_words_isolate (kind->name);
  g_autofree char *words = g_strdup_printf (_ ("Delete “%s”"), name);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "plx-small-button");
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (i));
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

static GtkWidget *
row_new (PlxKindsDialog *self,
         guint i)
{
  const PlxRelationKind *kind = g_ptr_array_index (self->kinds, i);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_strdup_printf ("kind-name-%u", i + 1);

  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "plx-fields");
  gtk_box_append (GTK_BOX (row), line_new (entry_new (self, kind->name, _ ("Name"), name, i, G_CALLBACK (name_commit_cb)),
                                           direction_new (self, kind, i), remove_button_new (self, kind, i)));
  gtk_box_append (GTK_BOX (row), line_new (entry_new (self, kind->description, _ ("What it means"), "kind-description", i,
                                                      G_CALLBACK (description_commit_cb)),
                                           NULL, NULL));
  gtk_widget_set_sensitive (row, !plx_project_is_read_only (plx_session_get_project (self->session)));
  return row;
}

/* The number of the row the focus is in, or -1. */
static int
find_focused (PlxKindsDialog *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->rows);
  int i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row), i++)
    if (row == focus)
      return i;
  return -1;
}

static void
focus_row (PlxKindsDialog *self,
           int i)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (; i > 0 && row != NULL && gtk_widget_get_next_sibling (row) != NULL; i--)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
show_kinds (PlxKindsDialog *self)
{
  int focused = find_focused (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  self->kinds = plx_session_list_relation_kinds (self->session);
  for (guint i = 0; i < self->kinds->len; i++)
    gtk_box_append (GTK_BOX (self->rows), row_new (self, i));
  if (focused >= 0)
    focus_row (self, focused);
}

static void
project_changed_cb (PlxKindsDialog *self,
                    PlxChanges *changes)
{
  if (self->rows != NULL && plx_changes_touch (changes, PLX_TABLE_RELATION_KIND))
    show_kinds (self);
}

/* Life */

static void
plx_kinds_dialog_dispose (GObject *object)
{
  PlxKindsDialog *self = PLX_KINDS_DIALOG (object);

  self->rows = NULL;
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_kinds_dialog_parent_class)->dispose (object);
}

static void
plx_kinds_dialog_class_init (PlxKindsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_kinds_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_kinds_dialog_init (PlxKindsDialog *self)
{
}

static GtkWidget *
problem_new (PlxKindsDialog *self)
{
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  return GTK_WIDGET (self->problem);
}

static GtkWidget *
content_new (PlxKindsDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *add = entry_new (self, "", _ ("New kind of relation"), "new-kind", 0, G_CALLBACK (add_commit_cb));
  GtkWidget *card = line_new (add, NULL, NULL);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_sensitive (card, !plx_project_is_read_only (plx_session_get_project (self->session)));
  gtk_box_append (GTK_BOX (inner), problem_new (self));
  gtk_box_append (GTK_BOX (inner), self->rows);
  gtk_box_append (GTK_BOX (inner), card);
  g_object_set (inner, "margin-top", 12, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), inner);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scroller);
  return content;
}

void
plx_kinds_dialog_show (GtkWidget *widget,
                       PlxSession *session)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  PlxKindsDialog *self = g_object_new (PLX_TYPE_KINDS_DIALOG, "title", _ ("Kinds of Relations"), "modal", TRUE, "destroy-with-parent", TRUE,
                                       "default-width", 520, "default-height", 620, "name", "kinds-dialog", NULL);

  self->session = g_object_ref (session);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  adw_window_set_content (ADW_WINDOW (self), content_new (self));
  show_kinds (self);
  g_signal_connect_object (plx_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
