/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-entity-chooser.h"

#include "plx-entity-line.h"
#include "plx-field-entry.h"
#include "plx-words.h"

#include "model/plx-check.h"
#include "model/plx-fold.h"

#include <glib/gi18n.h>

struct _PlxEntityChooser
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkWidget *scroller;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkFilterListModel *matches;
  GtkCustomFilter *filter;
  GtkWidget *nothing;
  GtkButton *add_button;
  GtkLabel *add_label;
  GtkWidget *learn;

  PlxSession *session; /* (owned) */
  PlxKind kind;
  PlxId except;
  gboolean may_add;
  char **words; /* (owned): what is typed, folded */
};

G_DEFINE_FINAL_TYPE (PlxEntityChooser, plx_entity_chooser, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static PlxEntityList *
get_entities (PlxEntityChooser *self)
{
  return plx_session_get_entities (self->session);
}

/* Returns: (transfer full): what is typed, without blanks at its ends */
static char *
dup_typed (PlxEntityChooser *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
}

/* Finding */

static gboolean
match (gpointer item,
       gpointer data)
{
  PlxEntityChooser *self = data;
  const PlxEntityRow *row = plx_entity_item_get_row (item);

  return row->entity->kind == self->kind && row->entity->id != self->except && plx_entity_row_matches (row, self->words);
}

static void
show_add (PlxEntityChooser *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *name = plx_words_isolate (typed);
  g_autofree char *label = self->kind == PLX_KIND_PLACE ? g_strdup_printf (_ ("New Place “%s”"), name) : g_strdup_printf (_ ("New Actor “%s”"), name);

  gtk_label_set_text (self->add_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), self->may_add && *typed != '\0');
}

static void
show_matches (PlxEntityChooser *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_widget_set_visible (self->scroller, any);
  gtk_widget_set_visible (self->nothing, !any);
}

/* The one that is called so is marked at once; otherwise the first if something
 * was typed that cannot be a new name. */
static void
mark_best (PlxEntityChooser *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *folded = plx_fold_string (typed, PLX_FOLD_ALL);
  PlxEntityItem *best = plx_entity_list_find_name (get_entities (self), self->kind, folded);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (*typed != '\0' && !self->may_add && n > 0)
    gtk_single_selection_set_selected (self->selection, 0);
  for (guint i = 0; i < n && best != NULL; i++)
    {
      g_autoptr (PlxEntityItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item != best)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
    }
}

static void
typed_cb (PlxEntityChooser *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *folded = plx_fold_string (typed, PLX_FOLD_ALL);

  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " \n", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  mark_best (self);
  show_matches (self);
  show_add (self);
}

static void
updated_cb (PlxEntityChooser *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    typed_cb (self);
}

/* Choosing */

static void
choose (PlxEntityChooser *self,
        PlxId entity,
        const char *name)
{
  g_autofree char *kept = g_strdup (name);
  gboolean learn = self->may_add && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->learn));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, entity, kept, learn);
}

static void
choose_item (PlxEntityChooser *self,
             PlxEntityItem *item)
{
  const PlxEntity *entity = plx_entity_item_get_row (item)->entity;

  choose (self, entity->id, entity->name);
}

static void
row_activated_cb (PlxEntityChooser *self,
                  guint position)
{
  g_autoptr (PlxEntityItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    choose_item (self, item);
}

static void
add_cb (PlxEntityChooser *self)
{
  g_autofree char *typed = dup_typed (self);

  if (self->may_add && !plx_string_is_blank (typed))
    choose (self, PLX_ID_NONE, typed);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
search_activated_cb (PlxEntityChooser *self)
{
  PlxEntityItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    choose_item (self, item);
  else
    add_cb (self);
}

static void
stop_search_cb (PlxEntityChooser *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
move (PlxEntityChooser *self,
      gboolean down)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (at == GTK_INVALID_LIST_POSITION)
    at = down && n > 0 ? 0 : GTK_INVALID_LIST_POSITION;
  else if (down)
    at = MIN (at + 1, n - 1);
  else
    at = at > 0 ? at - 1 : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, at);
  if (at != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", at);
}

static gboolean
pressed_cb (PlxEntityChooser *self,
            guint key,
            guint code,
            GdkModifierType modifiers)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  move (self, key == GDK_KEY_Down);
  return GDK_EVENT_STOP;
}

/* Rows */

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, plx_entity_line_new (gtk_list_item_get_item (list_item)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

/* Life */

static void
plx_entity_chooser_closed (GtkPopover *popover)
{
  PlxEntityChooser *self = PLX_ENTITY_CHOOSER (popover);

  plx_entity_list_set_active (get_entities (self), FALSE);
}

static void
plx_entity_chooser_dispose (GObject *object)
{
  PlxEntityChooser *self = PLX_ENTITY_CHOOSER (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_ENTITY_CHOOSER);
  G_OBJECT_CLASS (plx_entity_chooser_parent_class)->dispose (object);
}

static void
plx_entity_chooser_finalize (GObject *object)
{
  g_strfreev (PLX_ENTITY_CHOOSER (object)->words);
  G_OBJECT_CLASS (plx_entity_chooser_parent_class)->finalize (object);
}

static void
plx_entity_chooser_class_init (PlxEntityChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_entity_chooser_dispose;
  object_class->finalize = plx_entity_chooser_finalize;
  GTK_POPOVER_CLASS (klass)->closed = plx_entity_chooser_closed;
  signals[CHOSEN] = g_signal_new ("chosen", PLX_TYPE_ENTITY_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-entity-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, search);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, view);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, selection);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, matches);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, filter);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, nothing);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, add_label);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityChooser, learn);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
plx_entity_chooser_init (PlxEntityChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->words = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_field_entry_leave_undo (GTK_EDITABLE (self->search));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_custom_filter_set_filter_func (self->filter, match, self, NULL);
}

GtkWidget *
plx_entity_chooser_new (PlxSession *session)
{
  PlxEntityChooser *self = g_object_new (PLX_TYPE_ENTITY_CHOOSER, NULL);

  self->session = g_object_ref (session);
  gtk_filter_list_model_set_model (self->matches, G_LIST_MODEL (get_entities (self)));
  g_signal_connect_object (get_entities (self), "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
point_to (PlxEntityChooser *self,
          GtkWidget *at)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (at == NULL || !gtk_widget_compute_bounds (at, parent, &bounds))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height });
}

void
plx_entity_chooser_ask (PlxEntityChooser *self,
                        GtkWidget *at,
                        const PlxEntityQuestion *question)
{
  g_return_if_fail (PLX_IS_ENTITY_CHOOSER (self));

  self->kind = question->kind;
  self->except = question->except;
  self->may_add = question->may_add;
  gtk_widget_set_visible (self->learn, question->may_add);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->learn), TRUE);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    plx_entity_list_set_active (get_entities (self), TRUE);
  point_to (self, at);
  gtk_editable_set_text (GTK_EDITABLE (self->search), question->text);
  typed_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
