/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-relation-bar.h"

#include "compat/plx-isolate.h"
#include "reader/plx-floating.h"
#include "session/plx-kind-label.h"

#include <glib/gi18n.h>

#define WIDTH 460

/* Kinds that have a key. */
#define MAX_KEYS 9

struct _PlxRelationBar
{
  GtkBox parent_instance;

  PlxReader *reader; /* (not owned): lives in the same overlay */
  PlxSpan span;      /* of the annotation that was aimed at */
  GPtrArray *kinds;  /* (owned) (nullable) (element-type PlxRelationKind) */

  /* Children, made when the bar is shown first */
  GtkWidget *from; /* (nullable) */
  GtkWidget *to;
  GtkWidget *box; /* of the buttons */
};

G_DEFINE_FINAL_TYPE (PlxRelationBar, plx_relation_bar, GTK_TYPE_BOX)

static PlxSession *
get_session (PlxRelationBar *self)
{
  return plx_reader_get_session (self->reader);
}

static PlxRelating *
get_relating (PlxRelationBar *self)
{
  return plx_session_get_relating (get_session (self));
}

static gboolean
is_shown (PlxRelationBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

static void
give_up (PlxRelationBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  plx_relating_clear (get_relating (self));
}

/* Choosing */

static void
choose (PlxRelationBar *self,
        guint i)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  plx_session_relate (get_session (self), g_ptr_array_index (self->kinds, i));
}

static void
clicked_cb (GtkWidget *button,
            PlxRelationBar *self)
{
  choose (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind")));
}

static void
turn_cb (PlxRelationBar *self)
{
  plx_relating_turn (get_relating (self));
}

/* Content */

static GtkWidget *
quote_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "plx-relation-quote");
  return label;
}

static void
ensure_content (PlxRelationBar *self)
{
  GtkWidget *ends, *quotes, *turn;

  if (self->from != NULL)
    return;
  ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  quotes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->from = quote_new ();
  self->to = quote_new ();
  turn = gtk_button_new_from_icon_name ("plx-turn-symbolic");
  gtk_widget_set_name (turn, "turn-relation");
  gtk_widget_set_tooltip_text (turn, _ ("The Other Way Round"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (turn), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The Other Way Round"), -1);
  gtk_widget_set_valign (turn, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (turn, "flat");
  g_signal_connect_swapped (turn, "clicked", G_CALLBACK (turn_cb), self);
  gtk_box_append (GTK_BOX (quotes), self->from);
  gtk_box_append (GTK_BOX (quotes), self->to);
  gtk_box_append (GTK_BOX (ends), quotes);
  gtk_box_append (GTK_BOX (ends), turn);
  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_box_append (GTK_BOX (self), ends);
  gtk_box_append (GTK_BOX (self), self->box);
}

static GtkWidget *
button_new (PlxRelationBar *self,
            guint i)
{
  const PlxRelationKind *kind = g_ptr_array_index (self->kinds, i);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *label = gtk_label_new (plx_kind_get_label (kind->name));
  g_autofree char *name = g_strdup_printf ("relation-kind-%u", i + 1);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (i < MAX_KEYS)
    {
      g_autofree char *key = g_strdup_printf ("%u", i + 1);
      GtkWidget *badge = gtk_label_new (key);

      gtk_widget_add_css_class (badge, "plx-key");
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (row), badge);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
    }
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_set_name (button, name);
  if (*kind->description != '\0')
    gtk_widget_set_tooltip_text (button, kind->description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, plx_kind_get_label (kind->name), -1);
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (i));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

static void
fill_kinds (PlxRelationBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->box), child);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  self->kinds = plx_session_list_relation_kinds (get_session (self));
  for (guint i = 0; i < self->kinds->len; i++)
    {
      GtkWidget *place = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), button_new (self, i));
      gtk_widget_set_focusable (place, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (self->box), place);
    }
}

static void
show_end (GtkWidget *label,
          const char *format,
          const char *quote)
{
  g_autofree char *isolated = plx_isolate (quote);
  g_autofree char *words = g_strdup_printf (format, isolated);

  gtk_label_set_text (GTK_LABEL (label), words);
}

static void
fill_ends (PlxRelationBar *self)
{
  PlxRelating *relating = get_relating (self);

  /* Translators: the passage that a relation starts from */
  show_end (self->from, _ ("From: “%s”"), plx_relating_get_source_quote (relating));
  /* Translators: the passage that a relation leads to */
  show_end (self->to, _ ("To: “%s”"), plx_relating_get_target_quote (relating));
}

void
plx_relation_bar_get_position (PlxRelationBar *self,
                               GtkWidget *overlay,
                               GdkRectangle *position)
{
  plx_floating_place (self->reader, &self->span, GTK_WIDGET (self), overlay, WIDTH, position);
}

/* Showing and hiding */

static void
relating_changed_cb (PlxRelationBar *self)
{
  PlxRelating *relating = get_relating (self);
  PlxReading *reading = plx_reader_get_reading (self->reader);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  gboolean ours = plx_relating_get_place (relating) == reading &&
                  plx_span_index_get_spans (plx_reading_get_index (reading), plx_relating_get_aimed (relating), spans);

  if (!ours)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  self->span = g_array_index (spans, PlxSpan, 0);
  ensure_content (self);
  fill_ends (self);
  if (is_shown (self))
    return;
  fill_kinds (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
}

/* Who goes on to something else does not want it any more. */
static void
selected_cb (PlxRelationBar *self)
{
  if (is_shown (self))
    plx_relating_clear (get_relating (self));
}

static void
scrolled_cb (PlxRelationBar *self)
{
  if (is_shown (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Keys */

static gboolean
press_digit (PlxRelationBar *self,
             guint keyval)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));

  if (digit < 0)
    return GDK_EVENT_PROPAGATE;
  if (digit >= 1 && digit <= (int) MIN (self->kinds->len, MAX_KEYS))
    choose (self, (guint) digit - 1);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxRelationBar *self)
{
  if (!is_shown (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    {
      give_up (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  return press_digit (self, keyval);
}

static void
listen_to_keys (PlxRelationBar *self,
                GtkWidget *widget)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (widget, key);
}

/* Life */

static void
plx_relation_bar_finalize (GObject *object)
{
  g_clear_pointer (&PLX_RELATION_BAR (object)->kinds, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_relation_bar_parent_class)->finalize (object);
}

static void
plx_relation_bar_class_init (PlxRelationBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_relation_bar_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_relation_bar_init (PlxRelationBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_set_name (GTK_WIDGET (self), "relation-bar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-label-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Kind of relation"), -1);
}

GtkWidget *
plx_relation_bar_new (PlxReader *reader)
{
  PlxRelationBar *self = g_object_new (PLX_TYPE_RELATION_BAR, NULL);

  self->reader = reader;
  g_signal_connect_object (get_relating (self), "changed", G_CALLBACK (relating_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_session (self), "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (reader)), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  listen_to_keys (self, GTK_WIDGET (reader));
  listen_to_keys (self, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
