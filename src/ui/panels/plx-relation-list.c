/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-relation-list.h"

#include "plx-relation-row.h"

#include "compat/plx-key-words.h"

#include <glib/gi18n.h>

struct _PlxRelationList
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *button;

  PlxSession *session; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlxRelationList, plx_relation_list, GTK_TYPE_WIDGET)

/* Whether the rows are those of @list, in that order. */
static gboolean
has_same_rows (PlxRelationList *self,
               GPtrArray *list)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; i < list->len; i++, row = gtk_widget_get_next_sibling (row))
    if (row == NULL ||
        plx_relation_row_get_relation (PLX_RELATION_ROW (row)) != ((PlxRelated *) g_ptr_array_index (list, i))->relation->id)
      return FALSE;
  return row == NULL;
}

static void
clear_rows (PlxRelationList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
}

static void
show_rows (PlxRelationList *self,
           GPtrArray *list)
{
  GtkWidget *row;

  if (!has_same_rows (self, list))
    {
      clear_rows (self);
      for (guint i = 0; i < list->len; i++)
        gtk_box_append (GTK_BOX (self->rows), plx_relation_row_new (self->session));
    }
  row = gtk_widget_get_first_child (self->rows);
  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++, row = gtk_widget_get_next_sibling (row))
    plx_relation_row_show (PLX_RELATION_ROW (row), g_ptr_array_index (list, i));
  gtk_widget_set_visible (self->rows, list->len > 0);
}

void
plx_relation_list_show (PlxRelationList *self,
                        PlxSession *session,
                        PlxId annotation)
{
  PlxConnection *connection = session != NULL ? plx_project_get_reader (plx_session_get_project (session)) : NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLX_IS_RELATION_LIST (self));

  if (g_set_object (&self->session, session))
    clear_rows (self);
  if (connection == NULL || annotation == PLX_ID_NONE)
    return;
  list = plx_related_list (connection, annotation, &error);
  if (list != NULL)
    show_rows (self, list);
  else
    plx_session_fail (session, error->message);
  gtk_widget_set_sensitive (self->button, !plx_project_is_read_only (plx_session_get_project (session)));
}

void
plx_relation_list_flush (PlxRelationList *self)
{
  g_return_if_fail (PLX_IS_RELATION_LIST (self));

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    plx_relation_row_flush (PLX_RELATION_ROW (row));
}

static void
relate_cb (PlxRelationList *self)
{
  if (self->session != NULL)
    plx_session_mark_related (self->session);
}

static GtkWidget *
button_new (PlxRelationList *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  g_autofree char *keys = plx_key_dup_control_words ("R");

  gtk_box_append (GTK_BOX (content), gtk_label_new (_ ("Relate to another…")));
  gtk_box_append (GTK_BOX (content), plx_key_label_new (keys));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_name (button, "relate-button");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Then select the other annotation and press Ctrl+R; or drag the ring at the end of this one to it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Relate to another…"),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Control+R", -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (relate_cb), self);
  return button;
}

static void
plx_relation_list_dispose (GObject *object)
{
  PlxRelationList *self = PLX_RELATION_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_relation_list_parent_class)->dispose (object);
}

static void
plx_relation_list_class_init (PlxRelationListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_relation_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plx_relation_list_init (PlxRelationList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->button = button_new (self);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_set_visible (self->rows, FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
