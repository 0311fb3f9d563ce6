/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-field-entry.h"

#include "plx-pick-list.h"

#include "base/plx-string.h"
#include "compat/plx-hanging.h"

#include <glib/gi18n.h>

struct _PlxFieldEntry
{
  GtkEntry parent_instance;

  PlxHanging *hanging; /* (owned) */
  PlxPickList *list;   /* in it */
  GListModel *names;   /* (owned) (nullable): all that is offered */
  char *stored;        /* (owned) */
  gboolean is_setting; /* the text changes, but nobody types */
  PlxSuggestFunc suggest;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (PlxFieldEntry, plx_field_entry, GTK_TYPE_ENTRY)

enum
{
  COMMIT,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (PlxFieldEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

static gboolean
is_touched (PlxFieldEntry *self)
{
  return !g_str_equal (get_text (self), self->stored);
}

/* GtkText tells of what can be undone only when that changes: until then its
 * actions take the keys for nothing. */
static void
disable_undo (GtkEditable *editable)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (editable));

  gtk_widget_action_set_enabled (text, "text.undo", FALSE);
  gtk_widget_action_set_enabled (text, "text.redo", FALSE);
}

/* From now on undoing takes back what is stored, not what was typed before. */
static void
forget_typing (PlxFieldEntry *self)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), TRUE);
  disable_undo (GTK_EDITABLE (self));
}

/* Sets the text and leaves the caret where it was.  The entry's own undo, which is
 * for what is typed, must not go back to another fact. */
static void
set_text (PlxFieldEntry *self,
          const char *text)
{
  int position = gtk_editable_get_position (GTK_EDITABLE (self));

  if (g_str_equal (get_text (self), text))
    return;
  self->is_setting = TRUE;
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), TRUE);
  disable_undo (GTK_EDITABLE (self));
  gtk_editable_set_position (GTK_EDITABLE (self), MIN (position, (int) g_utf8_strlen (text, -1)));
  self->is_setting = FALSE;
}

static void
close_list (PlxFieldEntry *self)
{
  plx_hanging_close (self->hanging);
}

/* Storing */

/* Names are the same in upper and lower case: what is there already is taken. */
static char *
dup_known_spelling (PlxFieldEntry *self,
                    const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  guint n = self->names != NULL ? g_list_model_get_n_items (self->names) : 0;
  char *found = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (self->names, i);
      g_autofree char *folded_name = NULL;

      if (g_str_equal (gtk_string_object_get_string (name), text))
        {
          g_free (found);
          return g_strdup (text);
        }
      folded_name = g_utf8_casefold (gtk_string_object_get_string (name), -1);
      if (found == NULL && g_str_equal (folded_name, folded))
        found = g_strdup (gtk_string_object_get_string (name));
    }
  return found != NULL ? found : g_strdup (text);
}

void
plx_field_entry_flush (PlxFieldEntry *self)
{
  g_autofree char *stripped = NULL;
  g_autofree char *text = NULL;
  gboolean in_order = FALSE;

  g_return_if_fail (PLX_IS_FIELD_ENTRY (self));

  close_list (self);
  if (!is_touched (self))
    return;
  stripped = g_strstrip (g_strdup (get_text (self)));
  text = dup_known_spelling (self, stripped);
  set_text (self, text);
  if (!is_touched (self))
    return;
  g_signal_emit (self, signals[COMMIT], 0, text, &in_order);
  if (in_order)
    {
      forget_typing (self);
      g_free (self->stored);
      self->stored = g_steal_pointer (&text);
    }
}

static void
picked_cb (PlxFieldEntry *self,
           GtkStringObject *name)
{
  set_text (self, gtk_string_object_get_string (name));
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  plx_field_entry_flush (self);
}

/* Typing */

static void
offer (PlxFieldEntry *self)
{
  if (self->names != NULL && plx_pick_list_search (self->list, get_text (self), FALSE) > 0)
    plx_hanging_open (self->hanging);
  else
    close_list (self);
}

/* What is stored looks for nothing: all of them. */
static void
offer_all (PlxFieldEntry *self)
{
  if (is_touched (self))
    offer (self);
  else if (self->names != NULL && plx_pick_list_search (self->list, "", FALSE) > 0)
    plx_hanging_open (self->hanging);
}

static void
icon_cb (PlxFieldEntry *self)
{
  gboolean open = plx_hanging_is_open (self->hanging);

  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self));
  if (open)
    close_list (self);
  else
    offer_all (self);
}

static void
changed_cb (PlxFieldEntry *self)
{
  if (!self->is_setting && *get_text (self) != '\0')
    offer (self);
  else
    close_list (self);
}

/* Tells what is too long to be seen. */
static gboolean
query_tooltip_cb (PlxFieldEntry *self,
                  int x,
                  int y,
                  gboolean by_keyboard,
                  GtkTooltip *tooltip)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), get_text (self));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_tooltip_set_text (tooltip, get_text (self));
  return width > gtk_widget_get_width (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))));
}

static gboolean
escape (PlxFieldEntry *self)
{
  gboolean open = plx_hanging_is_open (self->hanging);

  if (!open && !is_touched (self))
    return GDK_EVENT_PROPAGATE;
  close_list (self);
  if (!open)
    set_text (self, self->stored);
  return GDK_EVENT_STOP;
}

/* Enter: what is chosen in the list is taken, else what was typed. */
static void
enter (PlxFieldEntry *self)
{
  if (!plx_hanging_is_open (self->hanging) || !plx_pick_list_activate (self->list))
    plx_field_entry_flush (self);
  if (!is_touched (self))
    g_signal_emit (self, signals[ENTERED], 0);
}

static gboolean
pressed_cb (PlxFieldEntry *self,
            guint key,
            guint code,
            GdkModifierType modifiers)
{
  gboolean open = plx_hanging_is_open (self->hanging);

  switch (key)
    {
    case GDK_KEY_Down:
      if (open)
        plx_pick_list_move (self->list, TRUE);
      else
        offer_all (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      plx_pick_list_move (self->list, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      enter (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return escape (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static const char *
get_name (gpointer item)
{
  return gtk_string_object_get_string (item);
}

static void
enter_cb (PlxFieldEntry *self)
{
  if (self->suggest == NULL)
    return;
  g_clear_object (&self->names);
  self->names = self->suggest (self->data);
  plx_pick_list_set_items (self->list, self->names, get_name, NULL);
}

/* The focus is still here while the person looks at another window. */
static void
leave_cb (PlxFieldEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    plx_field_entry_flush (self);
}

static void
plx_field_entry_dispose (GObject *object)
{
  PlxFieldEntry *self = PLX_FIELD_ENTRY (object);

  g_clear_object (&self->names);
  if (self->hanging != NULL)
    close_list (self);
  g_clear_object (&self->hanging);
  G_OBJECT_CLASS (plx_field_entry_parent_class)->dispose (object);
}

static void
plx_field_entry_finalize (GObject *object)
{
  g_free (PLX_FIELD_ENTRY (object)->stored);
  G_OBJECT_CLASS (plx_field_entry_parent_class)->finalize (object);
}

static void
plx_field_entry_class_init (PlxFieldEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_field_entry_dispose;
  object_class->finalize = plx_field_entry_finalize;
  signals[COMMIT] = g_signal_new ("commit", PLX_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[ENTERED] = g_signal_new ("entered", PLX_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (PlxFieldEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
plx_field_entry_init (PlxFieldEntry *self)
{
  self->stored = g_strdup ("");
  disable_undo (GTK_EDITABLE (self));
  self->list = PLX_PICK_LIST (plx_pick_list_new ());
  self->hanging = g_object_ref_sink (plx_hanging_new (GTK_WIDGET (self), GTK_WIDGET (self->list)));

  g_signal_connect_swapped (self->list, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "icon-press", G_CALLBACK (icon_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  add_controllers (self);
}

void
plx_field_entry_set_suggest (PlxFieldEntry *self,
                             PlxSuggestFunc suggest,
                             gpointer data)
{
  g_return_if_fail (PLX_IS_FIELD_ENTRY (self));

  self->suggest = suggest;
  self->data = data;
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY, "pan-down-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY, _ ("Suggestions (Down)"));
}

void
plx_field_entry_show (PlxFieldEntry *self,
                      const char *stored,
                      gboolean is_new)
{
  gboolean keeps;

  g_return_if_fail (PLX_IS_FIELD_ENTRY (self));

  keeps = !is_new && is_touched (self);
  plx_set_str (&self->stored, stored);
  if (!keeps)
    set_text (self, stored);
}

void
plx_field_entry_show_problem (PlxFieldEntry *self,
                              GtkLabel *label,
                              const char *problem)
{
  g_return_if_fail (PLX_IS_FIELD_ENTRY (self));

  gtk_label_set_text (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

void
plx_field_entry_leave_undo (GtkEditable *editable)
{
  gtk_editable_set_enable_undo (editable, FALSE);
  disable_undo (editable);
}
