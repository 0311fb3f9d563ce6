/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-relation-row.h"

#include "plx-field-entry.h"
#include "plx-kinds-dialog.h"
#include "plx-words.h"

#include "session/plx-kind-label.h"
#include "session/plx-start-label.h"
#include "verb/plx-relation-verbs.h"

#include <glib/gi18n.h>

struct _PlxRelationRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkMenuButton *kind;
  GtkLabel *kind_label;
  GtkWidget *remove_button;
  GtkLabel *quote;
  GtkLabel *article;
  PlxFieldEntry *note;

  PlxSession *session; /* (owned) */
  PlxRelated *related; /* (owned) (nullable): what is shown */
};

G_DEFINE_FINAL_TYPE (PlxRelationRow, plx_relation_row, GTK_TYPE_WIDGET)

/* Changing */

/* @relation: (transfer full): as it shall be */
static void
store (PlxRelationRow *self,
       PlxRelation *relation,
       const char *kind)
{
  plx_session_do (self->session, plx_verb_update_relation (relation, kind), NULL);
  plx_relation_free (relation);
}

static void
set_kind (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxRelationRow *self = PLX_RELATION_ROW (widget);
  g_autoptr (GPtrArray) kinds = plx_session_list_relation_kinds (self->session);
  PlxId id = g_variant_get_int64 (parameter);

  for (guint i = 0; i < kinds->len; i++)
    {
      const PlxRelationKind *kind = g_ptr_array_index (kinds, i);

      if (kind->id == id && id != self->related->relation->kind)
        {
          PlxRelation *relation = plx_relation_copy (self->related->relation);

          relation->kind = id;
          store (self, relation, kind->name);
        }
    }
}

static void
turn (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  PlxRelationRow *self = PLX_RELATION_ROW (widget);
  PlxRelation *relation = plx_relation_copy (self->related->relation);
  PlxId source = relation->source;

  relation->source = relation->target;
  relation->target = source;
  store (self, relation, self->related->kind);
}

static void
edit_kinds (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  plx_kinds_dialog_show (widget, PLX_RELATION_ROW (widget)->session);
}

static gboolean
note_commit_cb (PlxRelationRow *self,
                const char *text)
{
  PlxRelation *relation = plx_relation_copy (self->related->relation);

  g_free (relation->note);
  relation->note = g_strdup (text);
  store (self, relation, self->related->kind);
  return TRUE;
}

static void
remove_cb (PlxRelationRow *self)
{
  plx_session_do (self->session, plx_verb_unrelate (self->related->relation->id, self->related->kind), _ ("Relation deleted"));
}

static void
go_cb (PlxRelationRow *self)
{
  plx_session_go_to_place (self->session, self->related->document, self->related->other, self->related->start);
}

/* The menu of kinds, made when it is opened */

/* In a menu an underscore would mark the next letter. */
static char *
escape (const char *string)
{
  GString *escaped = g_string_new (string);

  g_string_replace (escaped, "_", "__", 0);
  return g_string_free (escaped, FALSE);
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer data)
{
  PlxRelationRow *self = data;
  g_autoptr (GPtrArray) kinds = plx_session_list_relation_kinds (self->session);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const PlxRelationKind *kind = g_ptr_array_index (kinds, i);
      g_autofree char *label = escape (plx_kind_get_label (kind->name));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "relation.kind", "x", kind->id);
      g_menu_append_item (section, item);
    }
  if (self->related->way != PLX_RELATED_BOTH)
    g_menu_append (rest, _ ("_The Other Way Round"), "relation.turn");
  g_menu_append (rest, _ ("_Edit Kinds…"), "relation.edit-kinds");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

/* Showing */

static const char *
get_arrow (PlxRelationRow *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (self->related->way)
    {
    case PLX_RELATED_FROM:
      return rtl ? "←" : "→";
    case PLX_RELATED_TO:
      return rtl ? "→" : "←";
    case PLX_RELATED_BOTH:
    default:
      return "↔";
    }
}

static const char *
get_way (PlxRelationRow *self)
{
  switch (self->related->way)
    {
    case PLX_RELATED_FROM:
      return _ ("From this passage to the other");
    case PLX_RELATED_TO:
      return _ ("From the other passage to this one");
    case PLX_RELATED_BOTH:
    default:
      return _ ("Both ways");
    }
}

static void
show_kind (PlxRelationRow *self)
{
  const char *name = plx_kind_get_label (self->related->kind);
  g_autofree char *kind = plx_words_isolate (name);
  g_autofree char *label = g_strdup_printf ("%s %s", get_arrow (self), kind);
  g_autofree char *words = g_strdup_printf ("%s. %s", name, get_way (self));

  gtk_label_set_text (self->kind_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind), get_way (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  /* It offers something else for another way. */
  gtk_menu_button_set_popover (self->kind, NULL);
}

static void
show_other (PlxRelationRow *self)
{
  const PlxRelated *related = self->related;
  g_autofree char *outlet = plx_words_isolate (related->outlet);
  g_autofree char *title = plx_words_isolate (related->title);
  g_autofree char *article = *related->outlet != '\0' ? g_strdup_printf ("%s · %s", outlet, title) : g_strdup (title);
  g_autofree char *line = g_strdelimit (g_strdup (related->quote), "\n\r\t", ' ');
  g_autofree char *isolated = plx_words_isolate (line);
  /* Translators: words of an article in quotation marks */
  g_autofree char *quote = g_strdup_printf (C_ ("quotation", "“%s”"), isolated);

  gtk_label_set_text (self->quote, quote);
  gtk_label_set_text (self->article, article);
}

void
plx_relation_row_show (PlxRelationRow *self,
                       PlxRelated *related)
{
  gboolean is_new;

  g_return_if_fail (PLX_IS_RELATION_ROW (self));

  is_new = self->related == NULL || self->related->relation->id != related->relation->id;
  g_clear_pointer (&self->related, plx_related_free);
  self->related = related;
  show_kind (self);
  show_other (self);
  plx_field_entry_show (self->note, related->relation->note, is_new);
}

PlxId
plx_relation_row_get_relation (PlxRelationRow *self)
{
  return self->related != NULL ? self->related->relation->id : PLX_ID_NONE;
}

void
plx_relation_row_flush (PlxRelationRow *self)
{
  plx_field_entry_flush (self->note);
}

/* Life */

static void
plx_relation_row_dispose (GObject *object)
{
  PlxRelationRow *self = PLX_RELATION_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->related, plx_related_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_relation_row_parent_class)->dispose (object);
}

static void
plx_relation_row_class_init (PlxRelationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_relation_row_dispose;
  g_type_ensure (PLX_TYPE_FIELD_ENTRY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-relation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRelationRow, box);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationRow, kind);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationRow, quote);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationRow, article);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationRow, note);
  gtk_widget_class_bind_template_callback (widget_class, note_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_install_action (widget_class, "relation.kind", "x", set_kind);
  gtk_widget_class_install_action (widget_class, "relation.turn", NULL, turn);
  gtk_widget_class_install_action (widget_class, "relation.edit-kinds", NULL, edit_kinds);
}

static void
plx_relation_row_init (PlxRelationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_start_label_follow (self->quote);
  plx_start_label_follow (self->article);
  gtk_menu_button_set_create_popup_func (self->kind, create_menu_cb, self, NULL);
}

GtkWidget *
plx_relation_row_new (PlxSession *session)
{
  PlxRelationRow *self = g_object_new (PLX_TYPE_RELATION_ROW, NULL);
  gboolean editable = !plx_project_is_read_only (plx_session_get_project (session));

  self->session = g_object_ref (session);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), editable);
  gtk_widget_set_sensitive (self->remove_button, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), editable);
  return GTK_WIDGET (self);
}
