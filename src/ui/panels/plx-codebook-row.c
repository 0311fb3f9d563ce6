/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-codebook-row.h"

#include "plx-swatch.h"

#include "compat/plx-list-row.h"

#include <glib/gi18n.h>

/* Pixels by which a child stands further in than its parent. */
#define INDENT 14

/* So long over a folded tag, and it opens for what is dragged. */
#define OPEN_MS 600

struct _PlxCodebookRow
{
  GtkWidget parent_instance;

  GtkWidget *box; /* the only child; the others are in it */
  GtkImage *expander;
  PlxSwatch *swatch;
  GtkLabel *name;
  GtkLabel *hotkey; /* (nullable): made when there is one */
  GtkLabel *count;  /* (nullable): the same */

  GtkWidget *entry;      /* (unowned) (nullable): while it is renamed; child of box */
  PlxCodebookTree *tree; /* (owned) (nullable) */
  GSignalGroup *of_item; /* (owned) */
  GSignalGroup *of_tree; /* (owned) */
  guint open_id;
  int folding;           /* what the expander shows, -1 at first */
  gboolean has_controls; /* made when it comes into view */
};

G_DEFINE_FINAL_TYPE (PlxCodebookRow, plx_codebook_row, GTK_TYPE_WIDGET)

static const char *const zone_classes[] = {
  [PLX_TAG_BEFORE] = "drop-before",
  [PLX_TAG_INTO] = "drop-into",
  [PLX_TAG_AFTER] = "drop-after",
};

PlxTagItem *
plx_codebook_row_get_item (PlxCodebookRow *self)
{
  g_autoptr (PlxTagItem) item = g_signal_group_dup_target (self->of_item);

  return item;
}

static const PlxTag *
get_tag (PlxCodebookRow *self)
{
  PlxTagItem *item = plx_codebook_row_get_item (self);

  return item != NULL ? plx_tag_item_get_tag (item) : NULL;
}

/* What it shows */

/* Labels that few rows need; the list makes hundreds of rows at once. */

static GtkLabel *
make_label (PlxCodebookRow *self,
            GtkWidget *before,
            const char *name,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_name (label, name);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_insert_child_after (GTK_BOX (self->box), label, before);
  return GTK_LABEL (label);
}

static void
ensure_count (PlxCodebookRow *self)
{
  if (self->count != NULL)
    return;
  self->count = make_label (self, gtk_widget_get_last_child (self->box), "count", "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_label_set_xalign (self->count, 1);
}

static void
ensure_hotkey (PlxCodebookRow *self)
{
  if (self->hotkey == NULL)
    self->hotkey = make_label (self, GTK_WIDGET (self->name), "hotkey", "plx-key");
}

static void
show_count (PlxCodebookRow *self,
            guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u annotation", "%u annotations", n), n);

  if (n > 0)
    ensure_count (self);
  if (self->count == NULL)
    return;
  gtk_label_set_text (self->count, number);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_hotkey (PlxCodebookRow *self,
             const char *hotkey)
{
  /* Translators: said by screen readers: the key that applies a tag */
  g_autofree char *words = g_strdup_printf (_ ("Key %s"), hotkey);

  if (*hotkey != '\0')
    ensure_hotkey (self);
  if (self->hotkey == NULL)
    return;
  gtk_label_set_text (self->hotkey, hotkey);
  gtk_widget_set_visible (GTK_WIDGET (self->hotkey), *hotkey != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hotkey), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static gboolean
plx_codebook_row_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean by_keyboard,
                                GtkTooltip *tooltip)
{
  const PlxTag *tag = get_tag (PLX_CODEBOOK_ROW (widget));
  g_autoptr (GString) text = NULL;

  if (tag == NULL)
    return FALSE;
  text = g_string_new (tag->path);
  if (*tag->description != '\0')
    g_string_append_printf (text, "\n%s", tag->description);
  if (*tag->examples != '\0')
    g_string_append_printf (text, "\n\n%s", tag->examples);
  gtk_tooltip_set_text (tooltip, text->str);
  return TRUE;
}

typedef enum
{
  FOLDING_NONE, /* there is nothing under it */
  FOLDING_OPEN,
  FOLDING_FOLDED,
} Folding;

static Folding
get_folding (PlxCodebookRow *self)
{
  const PlxTag *tag = get_tag (self);

  if (tag == NULL || self->tree == NULL || !plx_codebook_tree_has_children (self->tree, tag->id))
    return FOLDING_NONE;
  return plx_codebook_tree_is_open (self->tree, tag->id) ? FOLDING_OPEN : FOLDING_FOLDED;
}

/* Every row is asked whenever something is folded: only what differs is touched. */
static void
show_folding (PlxCodebookRow *self)
{
  Folding folding = get_folding (self);

  if (self->folding == (int) folding)
    return;
  self->folding = (int) folding;
  gtk_widget_set_opacity (GTK_WIDGET (self->expander), folding != FOLDING_NONE ? 1 : 0);
  gtk_image_set_from_icon_name (self->expander, folding == FOLDING_OPEN ? "pan-down-symbolic" : "pan-end-symbolic");
  if (folding != FOLDING_NONE)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, folding == FOLDING_OPEN, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
show_item (PlxCodebookRow *self)
{
  const PlxTag *tag = get_tag (self);

  if (tag == NULL)
    return;
  plx_swatch_set_tag (self->swatch, tag);
  gtk_label_set_text (self->name, tag->name);
  gtk_widget_set_margin_start (self->box, tag->depth * INDENT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tag->path, GTK_ACCESSIBLE_PROPERTY_LEVEL, tag->depth + 1, -1);
  show_hotkey (self, tag->hotkey);
  show_count (self, plx_tag_item_get_n_annotations (plx_codebook_row_get_item (self)));
  show_folding (self);
  plx_list_row_set_label (GTK_WIDGET (self), tag->path);
}

/* Folding */

static void
expander_pressed_cb (PlxCodebookRow *self,
                     int n_press,
                     double x,
                     double y,
                     GtkGesture *gesture)
{
  const PlxTag *tag = get_tag (self);

  if (tag == NULL || !plx_codebook_tree_has_children (self->tree, tag->id))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  plx_codebook_tree_set_open (self->tree, tag->id, !plx_codebook_tree_is_open (self->tree, tag->id));
}

/* Renaming */

static void
end_rename (PlxCodebookRow *self,
            gboolean keep)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);
  const PlxTag *tag = get_tag (self);
  g_autofree char *name = NULL;
  gboolean had_focus;

  if (entry == NULL)
    return;
  had_focus = gtk_widget_get_focus_child (self->box) == entry;
  name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_widget_set_visible (GTK_WIDGET (self->name), TRUE);
  gtk_box_remove (GTK_BOX (self->box), entry);
  if (had_focus)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  if (keep && tag != NULL)
    plx_codebook_tree_rename (self->tree, tag->id, name);
}

static void
entry_activate_cb (PlxCodebookRow *self)
{
  end_rename (self, TRUE);
}

static void
entry_leave_cb (PlxCodebookRow *self)
{
  end_rename (self, TRUE);
}

static gboolean
entry_key_cb (PlxCodebookRow *self,
              guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_rename (self, FALSE);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_entry (PlxCodebookRow *self,
            const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_name (entry, "tag-name-entry");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the tag"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

void
plx_codebook_row_rename (PlxCodebookRow *self)
{
  const PlxTag *tag = get_tag (self);

  if (tag == NULL || self->entry != NULL)
    return;
  self->entry = make_entry (self, tag->name);
  gtk_widget_set_visible (GTK_WIDGET (self->name), FALSE);
  gtk_box_insert_child_after (GTK_BOX (self->box), self->entry, GTK_WIDGET (self->name));
  gtk_widget_grab_focus (self->entry);
}

/* Dragging */

static GdkContentProvider *
drag_prepare_cb (PlxCodebookRow *self)
{
  PlxTagItem *item = plx_codebook_row_get_item (self);

  if (item == NULL || self->entry != NULL || plx_project_is_read_only (plx_session_get_project (plx_codebook_tree_get_session (self->tree))))
    return NULL;
  return gdk_content_provider_new_typed (PLX_TYPE_TAG_ITEM, item);
}

static void
drag_begin_cb (PlxCodebookRow *self,
               GdkDrag *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static void
clear_zone (PlxCodebookRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (zone_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), zone_classes[i]);
  g_clear_handle_id (&self->open_id, g_source_remove);
}

static gboolean
open_cb (gpointer data)
{
  PlxCodebookRow *self = data;
  const PlxTag *tag = get_tag (self);

  self->open_id = 0;
  if (tag != NULL)
    plx_codebook_tree_set_open (self->tree, tag->id, TRUE);
  return G_SOURCE_REMOVE;
}

/* Whether @dragged can be dropped at @y, and where it would go. */
static gboolean
find_drop (PlxCodebookRow *self,
           const GValue *value,
           double y,
           PlxTagZone *zone,
           PlxTagPlace *place)
{
  const PlxTag *tag = get_tag (self);
  PlxTagItem *dragged = value != NULL && G_VALUE_HOLDS (value, PLX_TYPE_TAG_ITEM) ? g_value_get_object (value) : NULL;

  *zone = plx_tag_zone_at (y, gtk_widget_get_height (GTK_WIDGET (self)));
  return tag != NULL && dragged != NULL &&
         plx_codebook_tree_find_drop (self->tree, plx_tag_item_get_tag (dragged)->id, tag->id, *zone, place);
}

static GdkDragAction
drop_motion_cb (PlxCodebookRow *self,
                double x,
                double y,
                GtkDropTarget *target)
{
  PlxTagPlace place;
  PlxTagZone zone;
  gboolean can_drop = find_drop (self, gtk_drop_target_get_value (target), y, &zone, &place);
  guint open_id = self->open_id;

  self->open_id = 0;
  clear_zone (self);
  self->open_id = open_id;
  if (self->open_id == 0 && get_tag (self) != NULL && !plx_codebook_tree_is_open (self->tree, get_tag (self)->id))
    self->open_id = g_timeout_add (OPEN_MS, open_cb, self);
  if (!can_drop)
    return 0;
  gtk_widget_add_css_class (GTK_WIDGET (self), zone_classes[zone]);
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (PlxCodebookRow *self,
         const GValue *value,
         double x,
         double y)
{
  PlxTagPlace place;
  PlxTagZone zone;
  gboolean can_drop = find_drop (self, value, y, &zone, &place);

  clear_zone (self);
  if (can_drop)
    plx_codebook_tree_move (self->tree, GTK_WIDGET (self), plx_tag_item_get_tag (g_value_get_object (value))->id, &place);
  return can_drop;
}

/* Construction */

static void
plx_codebook_row_dispose (GObject *object)
{
  PlxCodebookRow *self = PLX_CODEBOOK_ROW (object);

  g_clear_handle_id (&self->open_id, g_source_remove);
  self->entry = NULL;
  g_clear_object (&self->of_item);
  g_clear_object (&self->of_tree);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_codebook_row_parent_class)->dispose (object);
}

static void
add_drag_source (PlxCodebookRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
add_drop_target (PlxCodebookRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (PLX_TYPE_TAG_ITEM, GDK_ACTION_MOVE);

  /* Only then is the value known while it is still dragged. */
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (clear_zone), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
add_expander_click (PlxCodebookRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (expander_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->expander), GTK_EVENT_CONTROLLER (click));
}

/* A list makes many more rows than are in view: those need nothing to drag. */
static void
plx_codebook_row_map (GtkWidget *widget)
{
  PlxCodebookRow *self = PLX_CODEBOOK_ROW (widget);

  if (!self->has_controls)
    {
      add_drag_source (self);
      add_drop_target (self);
      add_expander_click (self);
    }
  self->has_controls = TRUE;
  GTK_WIDGET_CLASS (plx_codebook_row_parent_class)->map (widget);
}

static void
plx_codebook_row_class_init (PlxCodebookRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_codebook_row_dispose;
  widget_class->map = plx_codebook_row_map;
  widget_class->query_tooltip = plx_codebook_row_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "plx-codebook-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE_ITEM);
}

/* Without a template, which would take as long again as the widgets. */
static void
add_widgets (PlxCodebookRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->expander = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->swatch = PLX_SWATCH (plx_swatch_new ());
  self->name = g_object_new (GTK_TYPE_LABEL, "name", "name", "xalign", 0., "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->expander), "plx-expander");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->expander));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->swatch));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->name));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
plx_codebook_row_init (PlxCodebookRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_widgets (self);
  self->folding = -1;
  self->of_item = g_signal_group_new (PLX_TYPE_TAG_ITEM);
  g_signal_group_connect_swapped (self->of_item, "notify", G_CALLBACK (show_item), self);
  self->of_tree = g_signal_group_new (PLX_TYPE_CODEBOOK_TREE);
  g_signal_group_connect_swapped (self->of_tree, "changed", G_CALLBACK (show_folding), self);
}

/* Rows for lists */

static void
set_item (PlxCodebookRow *self,
          PlxTagItem *item,
          PlxCodebookTree *tree)
{
  end_rename (self, FALSE);
  clear_zone (self);
  g_set_object (&self->tree, tree);
  g_signal_group_set_target (self->of_item, item);
  g_signal_group_set_target (self->of_tree, tree);
  show_item (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          PlxCodebookTree *tree)
{
  gtk_list_item_set_child (list_item, g_object_new (PLX_TYPE_CODEBOOK_ROW, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         PlxCodebookTree *tree)
{
  set_item (PLX_CODEBOOK_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item), tree);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item,
           PlxCodebookTree *tree)
{
  set_item (PLX_CODEBOOK_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

GtkListItemFactory *
plx_codebook_row_factory_new (PlxCodebookTree *tree)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), tree, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), tree, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), tree, 0);
  return factory;
}
