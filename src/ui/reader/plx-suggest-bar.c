/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-suggest-bar.h"

#include "compat/plx-isolate.h"
#include "reader/plx-highlight-painter.h"
#include "reader/plx-label-bar.h"
#include "reader/plx-reader-private.h"
#include "reader/plx-tag-dot.h"

#include <glib/gi18n.h>

/* Between the bar and the borders of the page, and the suggestion. */
#define PAGE_GAP 8
#define GAP 6

struct _PlxSuggestBar
{
  GtkBox parent_instance;

  PlxReader *reader; /* (not owned): lives in the same overlay */
  PlxPlacement place;

  /* Children, made when the bar is shown first */
  GtkWidget *dot; /* (nullable) */
  GtkWidget *name;
  GtkWidget *here; /* row of the next two: where there are several */
  GtkWidget *accept_here;
  GtkWidget *reject_here;
};

G_DEFINE_FINAL_TYPE (PlxSuggestBar, plx_suggest_bar, GTK_TYPE_BOX)

static PlxSession *
get_session (PlxSuggestBar *self)
{
  return plx_reader_get_session (self->reader);
}

static PlxSuggester *
get_suggester (PlxSuggestBar *self)
{
  return plx_session_get_suggester (get_session (self));
}

static void
dismiss (PlxSuggestBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Doing */

/* Suggestions of the same entity in this article. */
static GArray *
collect_here (PlxSuggestBar *self)
{
  const GArray *all = plx_suggester_get (get_suggester (self), self->place.document);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, PlxPlacement, i).entity == self->place.entity)
      g_array_append_val (places, g_array_index (all, PlxPlacement, i));
  return places;
}

static void
decide_one (PlxSuggestBar *self,
            gboolean accept)
{
  PlxPlacement place = self->place;

  dismiss (self);
  plx_reader_decide_suggestions (self->reader, &place, 1, accept);
}

static void
decide_here (PlxSuggestBar *self,
             gboolean accept)
{
  g_autoptr (GArray) places = collect_here (self);

  dismiss (self);
  plx_reader_decide_suggestions (self->reader, (const PlxPlacement *) (gpointer) places->data, places->len, accept);
}

static void
accept_cb (PlxSuggestBar *self)
{
  decide_one (self, TRUE);
}

static void
reject_cb (PlxSuggestBar *self)
{
  decide_one (self, FALSE);
}

static void
accept_here_cb (PlxSuggestBar *self)
{
  decide_here (self, TRUE);
}

static void
reject_here_cb (PlxSuggestBar *self)
{
  decide_here (self, FALSE);
}

static void
everywhere_cb (PlxSuggestBar *self)
{
  dismiss (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.review-suggestions", "x", self->place.entity);
}

/* Parts */

static GtkWidget *
append_button (GtkWidget *row,
               const char *label,
               const char *tooltip,
               const char *name,
               GCallback callback,
               PlxSuggestBar *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkWidget *
append_row (PlxSuggestBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (self), row);
  return row;
}

static void
ensure_content (PlxSuggestBar *self)
{
  GtkWidget *row, *button;

  if (self->dot != NULL)
    return;
  row = append_row (self);
  self->dot = plx_tag_dot_new (plx_session_get_codebook (get_session (self)), self->place.tag);
  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), 30);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_box_append (GTK_BOX (row), self->dot);
  gtk_box_append (GTK_BOX (row), self->name);
  row = append_row (self);
  button = append_button (row, _ ("_Accept"), _ ("Alt+Enter"), "accept-suggestion", G_CALLBACK (accept_cb), self);
  gtk_widget_add_css_class (button, "suggested-action");
  append_button (row, _ ("_Reject"), _ ("Alt+Delete"), "reject-suggestion", G_CALLBACK (reject_cb), self);
  row = append_row (self);
  self->accept_here = append_button (row, "", NULL, "accept-here", G_CALLBACK (accept_here_cb), self);
  self->reject_here = append_button (row, "", NULL, "reject-here", G_CALLBACK (reject_here_cb), self);
  self->here = row;
  row = append_row (self);
  button = append_button (row, _ ("All Ar_ticles…"), _ ("Look at all suggestions of this name in all articles"), "suggestions-everywhere",
                          G_CALLBACK (everywhere_cb), self);
  gtk_widget_add_css_class (button, "flat");
}

static void
fill (PlxSuggestBar *self)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (get_session (self)), self->place.tag);
  const char *name = plx_suggester_get_name (get_suggester (self), self->place.entity);
  g_autoptr (GArray) here = collect_here (self);
  g_autofree char *isolated = plx_isolate (name != NULL ? name : "");
  g_autofree char *accept = g_strdup_printf (ngettext ("Accept %u Here", "Accept %u Here", here->len), here->len);
  g_autofree char *reject = g_strdup_printf (ngettext ("Reject %u Here", "Reject %u Here", here->len), here->len);
  g_autofree char *title = g_strdup_printf ("%s · %s", isolated, tag != NULL ? tag->path : "");

  plx_tag_dot_set_tag (PLX_TAG_DOT (self->dot), self->place.tag);
  gtk_label_set_text (GTK_LABEL (self->name), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (self->here, here->len > 1);
  gtk_button_set_label (GTK_BUTTON (self->accept_here), accept);
  gtk_button_set_label (GTK_BUTTON (self->reject_here), reject);
}

/* Place */

static void
get_suggestion (PlxSuggestBar *self,
                GtkWidget *overlay,
                GdkRectangle *rect)
{
  GdkRectangle first, last;
  double x, y;

  plx_reader_get_offset_rect (self->reader, self->place.span.start, &first);
  plx_reader_get_offset_rect (self->reader, MAX (self->place.span.end - 1, self->place.span.start), &last);
  *rect = last;
  if (first.y == last.y)
    {
      rect->x = MIN (first.x, last.x);
      rect->width = MAX (first.x + first.width, last.x + last.width) - rect->x;
    }
  gtk_widget_translate_coordinates (GTK_WIDGET (self->reader), overlay, rect->x, first.y, &x, &y);
  rect->x = (int) x;
  rect->y = (int) y - GAP;
  rect->height = last.y + last.height + plx_reader_get_lanes_height (self->reader) - first.y + 2 * GAP;
}

void
plx_suggest_bar_get_position (PlxSuggestBar *self,
                              GtkWidget *overlay,
                              GdkRectangle *position)
{
  GdkRectangle page = { PAGE_GAP, PAGE_GAP, gtk_widget_get_width (overlay) - 2 * PAGE_GAP, gtk_widget_get_height (overlay) - 2 * PAGE_GAP };
  GdkRectangle suggestion;
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  position->width = MAX (minimum, MIN (natural, page.width));
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, position->width, NULL, &natural, NULL, NULL);
  position->height = natural;
  get_suggestion (self, overlay, &suggestion);
  plx_label_bar_place (&page, &suggestion, position);
  gtk_widget_set_child_visible (GTK_WIDGET (self), TRUE);
}

/* Showing and hiding */

static void
activated_cb (PlxReader *reader,
              int start,
              int end,
              PlxSuggestBar *self)
{
  const PlxPlacement *place = plx_suggester_find (get_suggester (self), plx_reading_get_id (plx_reader_get_reading (reader)), start);

  if (place == NULL)
    return;
  self->place = *place;
  ensure_content (self);
  fill (self);
  /* It is still where it was the last time. */
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
suggestions_changed_cb (PlxSuggestBar *self)
{
  const PlxPlacement *place;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  place = plx_suggester_find (get_suggester (self), self->place.document, self->place.span.start);
  if (place == NULL || place->entity != self->place.entity || place->span.start != self->place.span.start)
    dismiss (self);
  else
    fill (self);
}

static void
caret_moved_cb (PlxSuggestBar *self)
{
  int caret = plx_reader_get_caret (self->reader);

  if (gtk_widget_get_visible (GTK_WIDGET (self)) && (caret < self->place.span.start || caret > self->place.span.end))
    dismiss (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxSuggestBar *self)
{
  if (keyval != GDK_KEY_Escape || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  dismiss (self);
  return GDK_EVENT_STOP;
}

static void
scrolled_cb (PlxSuggestBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plx_suggest_bar_class_init (PlxSuggestBarClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_suggest_bar_init (PlxSuggestBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_name (GTK_WIDGET (self), "suggest-bar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-label-bar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-suggest-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
plx_suggest_bar_new (PlxReader *reader)
{
  PlxSuggestBar *self = g_object_new (PLX_TYPE_SUGGEST_BAR, NULL);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->reader = reader;
  g_signal_connect_object (reader, "suggestion-activated", G_CALLBACK (activated_cb), self, 0);
  g_signal_connect_object (reader, "selection-finished", G_CALLBACK (dismiss), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_suggester (self), "changed", G_CALLBACK (suggestions_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), "mark-set", G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (reader)), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (reader), key);
  return GTK_WIDGET (self);
}
