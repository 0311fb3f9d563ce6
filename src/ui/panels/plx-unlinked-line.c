/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-unlinked-line.h"

#include "plx-entity-line.h"
#include "plx-words.h"

#include "compat/plx-list-row.h"

#include <glib/gi18n.h>

struct _PlxUnlinkedLine
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *text;
  GtkLabel *count;
  GtkLabel *hint;
  GtkButton *link_button;
  GtkButton *choose_button;

  PlxUnlinkedItem *item;   /* (owned) */
  PlxEntityList *entities; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxUnlinkedLine, plx_unlinked_line, GTK_TYPE_WIDGET)

enum
{
  LINK,
  CHOOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What it shows */

/* What the button does, in a sentence, and whom it would link to. */
static char *
dup_offer (const PlxUnlinkedGroup *group,
           const char *known)
{
  guint n = group->annotations->len;
  g_autofree char *name = plx_words_isolate (known != NULL ? known : group->text);

  if (known != NULL)
    /* Translators: links passages to a known actor or place */
    return g_strdup_printf (ngettext ("Link %u Mention to “%s”", "Link %u Mentions to “%s”", n), n, name);
  if (group->kind == PLX_KIND_PLACE)
    /* Translators: how many mentions, the name of the place that is made */
    return g_strdup_printf (ngettext ("Link %u Mention to the New Place “%s”", "Link %u Mentions to the New Place “%s”", n), n, name);
  /* Translators: how many mentions, the name of the actor that is made */
  return g_strdup_printf (ngettext ("Link %u Mention to the New Actor “%s”", "Link %u Mentions to the New Actor “%s”", n), n, name);
}

static void
show_offer (PlxUnlinkedLine *self,
            const PlxUnlinkedGroup *group,
            const char *known)
{
  g_autofree char *offer = dup_offer (group, known);

  gtk_button_set_icon_name (self->link_button, known != NULL ? "insert-link-symbolic" : "list-add-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->link_button), offer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_button), GTK_ACCESSIBLE_PROPERTY_LABEL, offer, -1);
}

static void
show_hint (PlxUnlinkedLine *self,
           const PlxUnlinkedGroup *group,
           const char *known)
{
  g_autofree char *name = known != NULL ? plx_words_isolate (known) : NULL;
  /* Translators: the name of the actor or place that some words may mean */
  g_autofree char *hint = name != NULL ? g_strdup_printf (_ ("Like “%s”"), name)
                                       : g_strdup_printf (ngettext ("In %u article", "In %u articles", group->n_documents), group->n_documents);

  gtk_label_set_text (self->hint, hint);
}

static void
show_text (PlxUnlinkedLine *self,
           const PlxUnlinkedGroup *group)
{
  guint n = group->annotations->len;
  g_autofree char *line = g_strdelimit (g_strdup (group->text), "\n\r\t", ' ');
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);

  gtk_image_set_from_icon_name (self->icon, plx_entity_line_get_icon (group->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, plx_words_get_kind (group->kind), -1);
  gtk_label_set_text (self->text, line);
  gtk_label_set_text (self->count, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), line);
  plx_list_row_set_label (GTK_WIDGET (self), line);
}

static void
name_buttons (PlxUnlinkedLine *self,
              const PlxUnlinkedGroup *group)
{
  g_autofree char *link = g_strconcat ("link-", group->text, NULL);
  g_autofree char *choose = g_strconcat ("choose-", group->text, NULL);

  gtk_widget_set_name (GTK_WIDGET (self->link_button), link);
  gtk_widget_set_name (GTK_WIDGET (self->choose_button), choose);
}

static void
show_item (PlxUnlinkedLine *self)
{
  const PlxUnlinkedGroup *group = plx_unlinked_item_get_group (self->item);
  PlxEntityItem *known = plx_entity_list_find_name (self->entities, group->kind, group->folded);
  const char *name = known != NULL ? plx_entity_item_get_row (known)->entity->name : NULL;

  show_text (self, group);
  show_hint (self, group, name);
  show_offer (self, group, name);
  name_buttons (self, group);
}

static void
link_cb (PlxUnlinkedLine *self)
{
  g_signal_emit (self, signals[LINK], 0);
}

static void
choose_cb (PlxUnlinkedLine *self)
{
  g_signal_emit (self, signals[CHOOSE], 0);
}

/* Life */

static void
plx_unlinked_line_dispose (GObject *object)
{
  PlxUnlinkedLine *self = PLX_UNLINKED_LINE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->entities);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_unlinked_line_parent_class)->dispose (object);
}

static void
plx_unlinked_line_class_init (PlxUnlinkedLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_unlinked_line_dispose;
  signals[LINK] = g_signal_new ("link", PLX_TYPE_UNLINKED_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOOSE] = g_signal_new ("choose", PLX_TYPE_UNLINKED_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-unlinked-line.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxUnlinkedLine, box);
  gtk_widget_class_bind_template_child (widget_class, PlxUnlinkedLine, icon);
  gtk_widget_class_bind_template_child (widget_class, PlxUnlinkedLine, text);
  gtk_widget_class_bind_template_child (widget_class, PlxUnlinkedLine, count);
  gtk_widget_class_bind_template_child (widget_class, PlxUnlinkedLine, hint);
  gtk_widget_class_bind_template_child (widget_class, PlxUnlinkedLine, link_button);
  gtk_widget_class_bind_template_child (widget_class, PlxUnlinkedLine, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
plx_unlinked_line_init (PlxUnlinkedLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
plx_unlinked_line_new (PlxUnlinkedItem *item,
                       PlxEntityList *entities,
                       gboolean editable)
{
  PlxUnlinkedLine *self = g_object_new (PLX_TYPE_UNLINKED_LINE, NULL);

  self->item = g_object_ref (item);
  self->entities = g_object_ref (entities);
  gtk_widget_set_visible (GTK_WIDGET (self->link_button), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->choose_button), editable);
  g_signal_connect_object (item, "notify::n-annotations", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entities, "updated", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
  return GTK_WIDGET (self);
}

PlxUnlinkedItem *
plx_unlinked_line_get_item (PlxUnlinkedLine *self)
{
  return self->item;
}
