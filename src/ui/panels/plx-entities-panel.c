/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-entities-panel.h"

#include "plx-entities-model.h"
#include "plx-entity-chooser.h"
#include "plx-entity-line.h"
#include "plx-field-entry.h"
#include "plx-section.h"
#include "plx-unlinked-line.h"
#include "plx-words.h"

#include "compat/plx-list-row.h"
#include "compat/plx-tab-stop.h"
#include "verb/plx-entity-verbs.h"

#include <glib/gi18n.h>

struct _PlxEntitiesPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkSearchEntry *search;
  GtkWidget *new_button;
  GtkStack *stack;
  GtkLabel *hint;
  GtkListView *view;

  PlxEntityChooser *chooser;     /* (nullable): ours, made when it is asked for */
  PlxSession *session;           /* (owned) (nullable) */
  PlxEntitiesModel *model;       /* (owned) (nullable) */
  PlxUnlinkedList *unlinked;     /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable) */
  PlxUnlinkedItem *asking;       /* (owned) (nullable): for what the chooser asks */
  PlxEntitiesShow show;
  gboolean by_mentions;
  gboolean is_watching;
  gboolean was_loaded;
  gboolean is_following; /* the selection changes, but nobody selects */
};

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

/* Linking */

/* All with one text, in one edit. */
static void
link_group (PlxEntitiesPanel *self,
            const PlxUnlinkedGroup *group,
            const PlxMention *mention)
{
  guint n = group->annotations->len;
  g_autofree char *name = plx_words_isolate (mention->name);
  /* Translators: passages were linked to an actor or place */
  g_autofree char *message = g_strdup_printf (ngettext ("Linked %u mention to “%s”", "Linked %u mentions to “%s”", n), n, name);

  plx_session_do (self->session, plx_verb_link ((const PlxId *) (gpointer) group->annotations->data, n, mention), message);
}

static void
link_cb (PlxUnlinkedLine *line,
         PlxEntitiesPanel *self)
{
  const PlxUnlinkedGroup *group = plx_unlinked_item_get_group (plx_unlinked_line_get_item (line));
  PlxEntityItem *known = plx_entity_list_find_name (plx_session_get_entities (self->session), group->kind, group->folded);
  g_autofree char *name = g_strdup (group->text);
  PlxMention mention = { .name = g_strstrip (g_strdelimit (name, "\n\r\t", ' ')), .learn = TRUE };

  if (known != NULL)
    {
      mention.entity = plx_entity_item_get_row (known)->entity->id;
      mention.name = plx_entity_item_get_row (known)->entity->name;
    }
  link_group (self, group, &mention);
}

static void
chosen_cb (PlxEntitiesPanel *self,
           PlxId entity,
           const char *name,
           gboolean learn)
{
  const PlxMention mention = { entity, name, learn };

  if (self->asking != NULL)
    link_group (self, plx_unlinked_item_get_group (self->asking), &mention);
  g_clear_object (&self->asking);
  /* Not on the row that goes, nor in the popover that closes. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ensure_chooser (PlxEntitiesPanel *self)
{
  if (self->chooser != NULL)
    return;
  self->chooser = PLX_ENTITY_CHOOSER (plx_entity_chooser_new (self->session));
  gtk_widget_set_parent (GTK_WIDGET (self->chooser), GTK_WIDGET (self));
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
}

static void
ask_for (PlxEntitiesPanel *self,
         PlxUnlinkedItem *item,
         GtkWidget *at)
{
  const PlxUnlinkedGroup *group = plx_unlinked_item_get_group (item);
  const PlxEntityQuestion question = { .kind = group->kind, .text = group->text, .may_add = TRUE };

  ensure_chooser (self);
  g_set_object (&self->asking, item);
  plx_entity_chooser_ask (self->chooser, at, &question);
}

static void
choose_cb (PlxUnlinkedLine *line,
           PlxEntitiesPanel *self)
{
  ask_for (self, plx_unlinked_line_get_item (line), GTK_WIDGET (line));
}

/* Selecting */

static gboolean
is_editable (PlxEntitiesPanel *self)
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
  else if (PLX_IS_UNLINKED_ITEM (item) && is_editable (self))
    ask_for (self, PLX_UNLINKED_ITEM (item), gtk_root_get_focus (root));
}

/* Rows */

static void
more_cb (PlxEntitiesPanel *self)
{
  g_object_set (self, "show", "unlinked", NULL);
}

static GtkWidget *
section_new (PlxEntitiesPanel *self,
             PlxSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (plx_section_get_title (section));
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "plx-section");
  plx_list_row_set_label (box, plx_section_get_title (section));
  gtk_box_append (GTK_BOX (box), label);
  if (plx_section_get_more (section) == NULL)
    return box;
  button = gtk_button_new_with_label (plx_section_get_more (section));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, "show-all-unlinked");
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
unlinked_new (PlxEntitiesPanel *self,
              PlxUnlinkedItem *item)
{
  GtkWidget *line = plx_unlinked_line_new (item, plx_session_get_entities (self->session), is_editable (self));

  g_signal_connect_object (line, "link", G_CALLBACK (link_cb), self, 0);
  g_signal_connect_object (line, "choose", G_CALLBACK (choose_cb), self, 0);
  return line;
}

static void
bind_cb (PlxEntitiesPanel *self,
         GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  gboolean is_section = PLX_IS_SECTION (item);
  GtkWidget *row;

  if (is_section)
    row = section_new (self, item);
  else if (PLX_IS_UNLINKED_ITEM (item))
    row = unlinked_new (self, item);
  else
    row = plx_entity_line_new (item);
  gtk_list_item_set_selectable (list_item, !is_section);
  gtk_list_item_set_activatable (list_item, !is_section);
  gtk_list_item_set_child (list_item, row);
}

static void
unbind_cb (PlxEntitiesPanel *self,
           GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
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
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  plx_field_entry_leave_undo (GTK_EDITABLE (self->search));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
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
  gtk_widget_set_sensitive (self->new_button, is_editable (self));
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
