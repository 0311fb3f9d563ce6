/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-entities-private.h"

#include "plx-field-entry.h"
#include "plx-section.h"

#include "compat/plx-tab-stop.h"
#include "verb/plx-entity-verbs.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlxEntitiesPanel, plx_entities_panel, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SHOW = 1,
  PROP_SORT,
} PlxEntitiesPanelProperty;

static GParamSpec *properties[PROP_SORT + 1];

static const char *const shows[] = {
  [PLX_SHOW_ALL] = "all",
  [PLX_SHOW_ACTORS] = "actors",
  [PLX_SHOW_PLACES] = "places",
  [PLX_SHOW_UNLINKED] = "unlinked",
};

/* Selecting */

gboolean
plx_entities_panel_is_editable (PlxEntitiesPanel *self)
{
  return !plx_project_is_read_only (plx_session_get_project (self->session));
}

static void
selected_cb (PlxEntitiesPanel *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_following && PLX_IS_ENTITY_ITEM (item))
    plx_session_set_entity (self->session, plx_entity_item_get_row (item)->entity->id);
}

static guint
find_position (PlxEntitiesPanel *self,
               PlxId entity)
{
  GListModel *rows = G_LIST_MODEL (self->selection);
  PlxEntityItem *wanted = entity != PLX_ID_NONE ? plx_entity_list_find (plx_session_get_entities (self->session), entity) : NULL;

  for (guint i = 0; wanted != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (rows, i);

      if (item == (GObject *) wanted)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* What is shown in the details is selected here. */
static void
follow (PlxEntitiesPanel *self)
{
  guint position = find_position (self, plx_session_get_entity (self->session));

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  self->is_following = FALSE;
}

static void
activate_cb (PlxEntitiesPanel *self,
             guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (PLX_IS_ENTITY_ITEM (item))
    plx_session_show_entity (self->session, plx_entity_item_get_row (PLX_ENTITY_ITEM (item))->entity->id);
  else if (PLX_IS_UNLINKED_ITEM (item) && plx_entities_panel_is_editable (self))
    plx_entities_ask_for (self, PLX_UNLINKED_ITEM (item), gtk_root_get_focus (root));
}

/* What to do where there is nothing to show */

static gboolean
is_loaded (PlxEntitiesPanel *self)
{
  return plx_entity_list_is_loaded (plx_session_get_entities (self->session)) && plx_unlinked_list_is_loaded (self->unlinked);
}

static void
show_state (PlxEntitiesPanel *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean any = g_list_model_get_n_items (plx_entities_model_get_rows (self->model)) > 0;
  const char *hint = _ ("Tag names as actors or places: they appear here and can be linked.");

  if (*query != '\0')
    hint = _ ("Nobody and nothing is called so.");
  else if (self->show == PLX_SHOW_UNLINKED)
    hint = _ ("All that is tagged as an actor or a place is linked.");
  gtk_label_set_text (self->hint, is_loaded (self) ? hint : _ ("Reading…"));
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

/* Headings come after the rows that they head, which must not stay the first
 * ones on screen. */
static void
go_to_top (PlxEntitiesPanel *self)
{
  if (self->was_loaded || !is_loaded (self))
    return;
  self->was_loaded = TRUE;
  if (plx_session_get_entity (self->session) == PLX_ID_NONE && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
}

static void
updated_cb (PlxEntitiesPanel *self)
{
  follow (self);
  show_state (self);
  go_to_top (self);
}

/* Search, order, new ones */

static void
search_changed_cb (PlxEntitiesPanel *self)
{
  if (self->model == NULL)
    return;
  plx_entities_model_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  updated_cb (self);
}

/* Selects the next row, or the one before, that is no heading; the focus stays
 * where one types. */
static void
move (PlxEntitiesPanel *self,
      int step)
{
  GListModel *rows = G_LIST_MODEL (self->selection);
  guint selected = gtk_single_selection_get_selected (self->selection);
  int n = (int) g_list_model_get_n_items (rows);
  int position = selected != GTK_INVALID_LIST_POSITION ? (int) selected : -1;

  for (position += step; position >= 0 && position < n; position += step)
    {
      g_autoptr (GObject) item = g_list_model_get_item (rows, (guint) position);

      if (PLX_IS_SECTION (item))
        continue;
      gtk_single_selection_set_selected (self->selection, (guint) position);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", (guint) position);
      return;
    }
}

/* Without a selection, the first row is meant. */
static void
activate_selected (PlxEntitiesPanel *self)
{
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    move (self, 1);
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    activate_cb (self, gtk_single_selection_get_selected (self->selection));
}

static gboolean
search_pressed_cb (PlxEntitiesPanel *self,
                   guint key,
                   guint code,
                   GdkModifierType modifiers)
{
  if (self->selection == NULL)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      activate_selected (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
stop_search_cb (PlxEntitiesPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* The new one is named after what is looked for, and shown to be filled in. */
static void
add (PlxEntitiesPanel *self,
     PlxKind kind)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  entity->id = plx_id_new ();
  entity->kind = kind;
  g_free (entity->name);
  if (*typed != '\0')
    entity->name = g_steal_pointer (&typed);
  else
    entity->name = g_strdup (kind == PLX_KIND_PLACE ? _ ("New Place") : _ ("New Actor"));
  plx_session_do (self->session, plx_verb_add_entity (entity), NULL);
  plx_session_set_entity (self->session, entity->id);
}

static void
add_actor_cb (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  add (PLX_ENTITIES_PANEL (widget), PLX_KIND_ACTOR);
}

static void
add_place_cb (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  add (PLX_ENTITIES_PANEL (widget), PLX_KIND_PLACE);
}

/* Properties */

static void
set_show (PlxEntitiesPanel *self,
          const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    if (g_strcmp0 (shows[i], name) == 0)
      self->show = (PlxEntitiesShow) i;
  if (self->model == NULL)
    return;
  plx_entities_model_set_show (self->model, self->show);
  updated_cb (self);
}

static void
set_sort (PlxEntitiesPanel *self,
          const char *name)
{
  self->by_mentions = g_strcmp0 (name, "mentions") == 0;
  if (self->model != NULL)
    plx_entities_model_set_by_mentions (self->model, self->by_mentions);
}

static void
plx_entities_panel_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  PlxEntitiesPanel *self = PLX_ENTITIES_PANEL (object);

  switch ((PlxEntitiesPanelProperty) id)
    {
    case PROP_SHOW:
      g_value_set_string (value, shows[self->show]);
      break;
    case PROP_SORT:
      g_value_set_string (value, self->by_mentions ? "mentions" : "name");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_entities_panel_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  PlxEntitiesPanel *self = PLX_ENTITIES_PANEL (object);

  switch ((PlxEntitiesPanelProperty) id)
    {
    case PROP_SHOW:
      set_show (self, g_value_get_string (value));
      break;
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Life: the lists are kept up to date while they are on screen. */

static void
watch (PlxEntitiesPanel *self,
       gboolean watching)
{
  if (self->session == NULL || self->is_watching == watching)
    return;
  self->is_watching = watching;
  plx_entity_list_set_active (plx_session_get_entities (self->session), watching);
  plx_unlinked_list_set_active (self->unlinked, watching);
}

static void
plx_entities_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_entities_panel_parent_class)->map (widget);
  watch (PLX_ENTITIES_PANEL (widget), TRUE);
}

static void
plx_entities_panel_unmap (GtkWidget *widget)
{
  watch (PLX_ENTITIES_PANEL (widget), FALSE);
  GTK_WIDGET_CLASS (plx_entities_panel_parent_class)->unmap (widget);
}

static gboolean
plx_entities_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLX_ENTITIES_PANEL (widget)->search));
}

static void
plx_entities_panel_dispose (GObject *object)
{
  PlxEntitiesPanel *self = PLX_ENTITIES_PANEL (object);

  if (self->box != NULL)
    plx_entities_panel_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_entities_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (PLX_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-entities-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxEntitiesPanel, box);
  gtk_widget_class_bind_template_child (widget_class, PlxEntitiesPanel, search);
  gtk_widget_class_bind_template_child (widget_class, PlxEntitiesPanel, new_button);
  gtk_widget_class_bind_template_child (widget_class, PlxEntitiesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxEntitiesPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, PlxEntitiesPanel, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
plx_entities_panel_class_init (PlxEntitiesPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_entities_panel_get_property;
  object_class->set_property = plx_entities_panel_set_property;
  object_class->dispose = plx_entities_panel_dispose;
  widget_class->map = plx_entities_panel_map;
  widget_class->unmap = plx_entities_panel_unmap;
  widget_class->grab_focus = plx_entities_panel_grab_focus;

  properties[PROP_SHOW] = g_param_spec_string ("show", NULL, NULL, "all", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "name", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "entities.show", "show");
  gtk_widget_class_install_property_action (widget_class, "entities.sort", "sort");
  gtk_widget_class_install_action (widget_class, "entities.add-actor", NULL, add_actor_cb);
  gtk_widget_class_install_action (widget_class, "entities.add-place", NULL, add_place_cb);
}

static void
plx_entities_panel_init (PlxEntitiesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_field_entry_leave_undo (GTK_EDITABLE (self->search));
  plx_entities_init_rows (self);
}

GtkWidget *
plx_entities_panel_new (void)
{
  return g_object_new (PLX_TYPE_ENTITIES_PANEL, NULL);
}

static void
let_go (PlxEntitiesPanel *self)
{
  watch (self, FALSE);
  gtk_list_view_set_model (self->view, NULL);
  if (self->chooser != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->chooser));
  self->chooser = NULL;
  g_clear_object (&self->asking);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->unlinked);
}

static void
take (PlxEntitiesPanel *self)
{
  PlxEntityList *entities = plx_session_get_entities (self->session);

  self->unlinked = plx_unlinked_list_new (plx_session_get_project (self->session));
  self->model = plx_entities_model_new (entities, self->unlinked);
  plx_entities_model_set_show (self->model, self->show);
  plx_entities_model_set_by_mentions (self->model, self->by_mentions);
  self->selection = gtk_single_selection_new (g_object_ref (plx_entities_model_get_rows (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unlinked, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entities, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (plx_session_get_focus (self->session), "notify::entity", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->new_button, plx_entities_panel_is_editable (self));
  updated_cb (self);
  watch (self, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

void
plx_entities_panel_set_session (PlxEntitiesPanel *self,
                                PlxSession *session)
{
  g_return_if_fail (PLX_IS_ENTITIES_PANEL (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (plx_session_get_focus (self->session), self);
      g_signal_handlers_disconnect_by_data (plx_session_get_entities (self->session), self);
      let_go (self);
    }
  g_set_object (&self->session, session);
  if (session != NULL)
    take (self);
}
