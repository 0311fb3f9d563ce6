/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-kinds-dialog.h"

#include "plx-field-entry.h"
#include "plx-field-rows.h"
#include "plx-list-window.h"
#include "plx-words.h"

#include "session/plx-kind-label.h"

#include "store/plx-relations.h"
#include "verb/plx-relation-verbs.h"

#include <glib/gi18n.h>

#define PLX_TYPE_KINDS_DIALOG (plx_kinds_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxKindsDialog, plx_kinds_dialog, PLX, KINDS_DIALOG, PlxListWindow)

struct _PlxKindsDialog
{
  PlxListWindow parent_instance;

  GPtrArray *kinds; /* (owned) (element-type PlxRelationKind): as they are shown */
  GtkBox *rows;     /* of the window */
  GtkWidget *add;   /* of the window: the card for a new one */
};

G_DEFINE_FINAL_TYPE (PlxKindsDialog, plx_kinds_dialog, PLX_TYPE_LIST_WINDOW)

static PlxProject *
get_project (PlxKindsDialog *self)
{
  return plx_session_get_project (plx_list_window_get_session (PLX_LIST_WINDOW (self)));
}

/* Storing */

/* The kind that a widget of a row is about; nothing once the window is closed. */
static const PlxRelationKind *
get_kind (PlxKindsDialog *self,
          gpointer widget)
{
  if (plx_list_window_get_session (PLX_LIST_WINDOW (self)) == NULL)
    return NULL;
  return plx_field_rows_get (self->kinds, widget);
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
  /* In the language of the window it says what is in the project. */
  if (g_str_equal (text, plx_kind_get_label (stored->name)))
    return FALSE;
  take (&kind->name, text);
  plx_list_window_do (PLX_LIST_WINDOW (self), plx_verb_update_relation_kind (kind));
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
  plx_list_window_do (PLX_LIST_WINDOW (self), plx_verb_update_relation_kind (kind));
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
  plx_list_window_do (PLX_LIST_WINDOW (self), plx_verb_update_relation_kind (kind));
}

static gboolean
add_commit_cb (PlxFieldEntry *entry,
               const char *text,
               PlxKindsDialog *self)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();

  plx_field_entry_show (entry, "", TRUE);
  if (*text == '\0' || plx_list_window_get_session (PLX_LIST_WINDOW (self)) == NULL)
    return FALSE;
  take (&kind->name, text);
  plx_list_window_do (PLX_LIST_WINDOW (self), plx_verb_add_relation_kind (kind));
  return FALSE; /* the entry stays empty */
}

/* Deleting */

static void
remove_cb (GtkWidget *button,
           PlxKindsDialog *self)
{
  const PlxRelationKind *kind = get_kind (self, button);
  g_autofree char *body = NULL;
  guint n = 0;

  if (kind == NULL)
    return;
  plx_relation_kinds_count (plx_project_get_reader (get_project (self)), kind->id, &n, NULL);
  body = g_strdup_printf (ngettext ("%u relation of this kind goes with it. It can be undone.",
                                    "%u relations of this kind go with it. It can be undone.", n),
                          n);
  if (n == 0)
    plx_list_window_do (PLX_LIST_WINDOW (self), plx_verb_remove_relation_kind (kind));
  else
    plx_list_window_ask_to_delete (PLX_LIST_WINDOW (self), plx_kind_get_label (kind->name), body, plx_verb_remove_relation_kind (kind));
}

/* Rows */

static GtkWidget *
entry_new (PlxKindsDialog *self,
           const char *text,
           const char *label,
           const char *name,
           GCallback callback)
{
  GtkWidget *entry = plx_field_new (label, name);

  plx_field_entry_show (PLX_FIELD_ENTRY (entry), text, TRUE);
  g_signal_connect (entry, "commit", callback, self);
  return entry;
}

static GtkWidget *
direction_new (PlxKindsDialog *self,
               const PlxRelationKind *kind)
{
  const char *ways[] = { _ ("From one to the other"), _ ("Both ways"), NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (ways);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), kind->directed ? 0 : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Direction"), -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (directed_cb), self);
  return drop_down;
}

static GtkWidget *
remove_button_new (PlxKindsDialog *self,
                   const PlxRelationKind *kind)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = plx_words_isolate (plx_kind_get_label (kind->name));
  g_autofree char *words = g_strdup_printf (_ ("Delete “%s”"), name);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "plx-small-button");
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

static GtkWidget *
row_new (gpointer data,
         guint i)
{
  PlxKindsDialog *self = data;
  const PlxRelationKind *kind = g_ptr_array_index (self->kinds, i);
  g_autofree char *id = g_strdup_printf ("kind-name-%u", i + 1);
  GtkWidget *name = entry_new (self, plx_kind_get_label (kind->name), _ ("Name"), id, G_CALLBACK (name_commit_cb));
  GtkWidget *description = entry_new (self, kind->description, _ ("What it means"), "kind-description", G_CALLBACK (description_commit_cb));
  GtkWidget *row = plx_field_card_new (plx_field_line_new (name, direction_new (self, kind), remove_button_new (self, kind), NULL),
                                       plx_field_line_new (description, NULL), NULL);

  gtk_widget_set_sensitive (row, !plx_project_is_read_only (get_project (self)));
  return row;
}

static void
plx_kinds_dialog_load (PlxListWindow *window)
{
  PlxKindsDialog *self = PLX_KINDS_DIALOG (window);

  plx_field_rows_show (self->rows, &self->kinds, plx_session_list_relation_kinds (plx_list_window_get_session (window)), row_new, self);
  gtk_widget_set_sensitive (self->add, !plx_project_is_read_only (get_project (self)));
}

/* Life */

static void
plx_kinds_dialog_finalize (GObject *object)
{
  PlxKindsDialog *self = PLX_KINDS_DIALOG (object);

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_kinds_dialog_parent_class)->finalize (object);
}

static void
plx_kinds_dialog_class_init (PlxKindsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_kinds_dialog_finalize;
  PLX_LIST_WINDOW_CLASS (klass)->load = plx_kinds_dialog_load;
  PLX_LIST_WINDOW_CLASS (klass)->tables = 1 << PLX_TABLE_RELATION_KIND;
}

static void
plx_kinds_dialog_init (PlxKindsDialog *self)
{
}

void
plx_kinds_dialog_show (GtkWidget *widget,
                       PlxSession *session)
{
  PlxKindsDialog *self = g_object_new (PLX_TYPE_KINDS_DIALOG, "title", _ ("Kinds of Relations"), "default-width", 520, "default-height", 620,
                                       "name", "kinds-dialog", NULL);

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->add = plx_field_line_new (entry_new (self, "", _ ("New kind of relation"), "new-kind", G_CALLBACK (add_commit_cb)), NULL);
  gtk_widget_add_css_class (self->add, "card");
  plx_list_window_append (PLX_LIST_WINDOW (self), GTK_WIDGET (self->rows));
  plx_list_window_append (PLX_LIST_WINDOW (self), self->add);
  plx_list_window_present (PLX_LIST_WINDOW (self), widget, session);
}
