/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-history-row.h"

#include "plx-words.h"

#include "base/plx-time.h"
#include "compat/plx-list-row.h"
#include "session/plx-start-label.h"
#include "session/plx-verb-label.h"

#include <glib/gi18n.h>

struct _PlxHistoryRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkWidget *here;
  GtkLabel *day;
  GtkLabel *label;
  GtkLabel *caption;

  GSignalGroup *signals; /* (owned): of the item */
};

G_DEFINE_FINAL_TYPE (PlxHistoryRow, plx_history_row, GTK_TYPE_WIDGET)

const char *
plx_history_row_get_state_words (PlxEditState state)
{
  switch (state)
    {
    case PLX_EDIT_UNDONE:
      return _ ("undone");
    case PLX_EDIT_DROPPED:
      /* Translators: an edit that was undone, before other work was done; it
       * cannot be done again */
      return _ ("undone for good");
    case PLX_EDIT_DONE:
    default:
      return "";
    }
}

static char *
dup_caption (const PlxEdit *edit,
             gint64 now)
{
  g_autofree char *who = plx_words_isolate (edit->annotator);
  g_autofree char *when = plx_words_dup_ago (edit->created, now);

  if (edit->state == PLX_EDIT_DONE)
    /* Translators: who made an edit, and when */
    return g_strdup_printf (C_ ("edit", "%s · %s"), who, when);
  /* Translators: the state of an edit (undone), who made it, and when */
  return g_strdup_printf (C_ ("edit", "%s · %s · %s"), plx_history_row_get_state_words (edit->state), who, when);
}

static void
toggle_class (PlxHistoryRow *self,
              const char *name,
              gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
show_edit (PlxHistoryRow *self,
           const PlxEdit *edit)
{
  gint64 now = plx_time_now ();
  g_autofree char *label = plx_verb_dup_label (edit->verb, edit->detail);
  g_autofree char *caption = dup_caption (edit, now);
  g_autofree char *day = plx_words_dup_day (edit->created, now);
  g_autofree char *moment = plx_words_dup_moment (edit->created, now);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", label, moment);

  gtk_label_set_text (self->label, label);
  gtk_label_set_text (self->caption, caption);
  gtk_label_set_text (self->day, day);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
}

static void
show_beginning (PlxHistoryRow *self)
{
  gtk_label_set_text (self->label, _ ("Beginning of the Project"));
  gtk_label_set_text (self->caption, _ ("before the first edit"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
}

/* All of it for who does not see the row. */
static void
name_row (PlxHistoryRow *self,
          PlxHistoryItem *item)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", gtk_label_get_text (self->label), gtk_label_get_text (self->caption));
  /* Translators: said by screen readers: an edit, which is the last one that is done */
  g_autofree char *here = g_strdup_printf (_ ("%s, you are here"), name);

  plx_list_row_set_label (GTK_WIDGET (self), plx_history_item_is_here (item) ? here : name);
}

static void
show_item (PlxHistoryRow *self)
{
  g_autoptr (PlxHistoryItem) item = g_signal_group_dup_target (self->signals);
  const PlxEdit *edit;

  if (item == NULL)
    return;
  edit = plx_history_item_get_edit (item);
  if (edit != NULL)
    show_edit (self, edit);
  else
    show_beginning (self);
  name_row (self, item);
  gtk_widget_set_visible (self->here, plx_history_item_is_here (item));
  gtk_widget_set_visible (GTK_WIDGET (self->day), plx_history_item_starts_day (item));
  toggle_class (self, "undone", edit != NULL && edit->state == PLX_EDIT_UNDONE);
  toggle_class (self, "dropped", edit != NULL && edit->state == PLX_EDIT_DROPPED);
}

void
plx_history_row_refresh (PlxHistoryRow *self)
{
  g_return_if_fail (PLX_IS_HISTORY_ROW (self));

  show_item (self);
}

static void
plx_history_row_dispose (GObject *object)
{
  PlxHistoryRow *self = PLX_HISTORY_ROW (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_history_row_parent_class)->dispose (object);
}

static void
plx_history_row_class_init (PlxHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_history_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plx-edit");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryRow, box);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryRow, here);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryRow, day);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryRow, label);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryRow, caption);
}

static void
plx_history_row_init (PlxHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_start_label_follow (self->label);
  self->signals = g_signal_group_new (PLX_TYPE_HISTORY_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_item), self);
}

/* Rows for lists */

static void
set_item (GtkListItem *list_item,
          PlxHistoryItem *item)
{
  PlxHistoryRow *row = PLX_HISTORY_ROW (gtk_list_item_get_child (list_item));

  g_signal_group_set_target (row->signals, item);
  show_item (row);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          gpointer data)
{
  gtk_list_item_set_child (list_item, g_object_new (PLX_TYPE_HISTORY_ROW, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         gpointer data)
{
  set_item (list_item, gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item,
           gpointer data)
{
  set_item (list_item, NULL);
}

GtkListItemFactory *
plx_history_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
