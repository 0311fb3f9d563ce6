/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-label-bar.h"

#include "compat/plx-key-words.h"
#include "compat/plx-text-scale.h"
#include "reader/plx-highlight-painter.h"
#include "reader/plx-label-foot.h"
#include "reader/plx-tag-button.h"
#include "reader/plx-tag-search.h"

#include "model/plx-hotkey.h"
#include "session/plx-occurrence-count.h"

#include <glib/gi18n.h>

#define WIDTH 490

/* Between the bar and the borders of the page. */
#define PAGE_GAP 8

/* Between the bar and the selection. */
#define SELECTION_GAP 6

struct _PlxLabelBar
{
  GtkBox parent_instance;

  PlxReader *reader;    /* (not owned): lives in the same overlay */
  PlxSpan span;         /* what is offered to be tagged */
  gboolean is_above;    /* it was placed above the selection */
  GListStore *commands; /* (owned) (element-type PlxPickRow) */
  PlxPickRow *tag_all;  /* (owned): one of them */
  GCancellable *count;  /* (owned) (nullable): of its occurrences */

  /* Children, made when the bar is shown first */
  GtkWidget *tags; /* (nullable): flow box of PlxTagButton */
  GtkWidget *last; /* (nullable): PlxTagButton of the last tag */
  GtkWidget *search;
};

G_DEFINE_FINAL_TYPE (PlxLabelBar, plx_label_bar, GTK_TYPE_BOX)

static PlxSession *
get_session (PlxLabelBar *self)
{
  return plx_reader_get_session (self->reader);
}

/* Tagging */

static void
tag (PlxLabelBar *self,
     PlxId tag_id)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  plx_reader_tag (self->reader, tag_id);
}

static void
button_clicked_cb (PlxTagButton *button,
                   PlxLabelBar *self)
{
  tag (self, plx_tag_button_get_tag (button));
}

static void
tag_mention (PlxLabelBar *self,
             PlxPickRow *row)
{
  const PlxMention mention = { plx_pick_row_get_entity (row), plx_pick_row_get_name (row), TRUE };

  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  plx_reader_tag_mention (self->reader, plx_pick_row_get_tag (row), &mention);
}

static void
chosen_cb (PlxTagSearch *search,
           PlxPickRow *row,
           PlxLabelBar *self)
{
  switch (plx_pick_row_get_pick_type (row))
    {
    case PLX_PICK_TAG:
      tag (self, plx_pick_row_get_tag (row));
      break;
    case PLX_PICK_ENTITY:
    case PLX_PICK_NEW:
      tag_mention (self, row);
      break;
    case PLX_PICK_COMMAND:
      gtk_widget_activate_action (GTK_WIDGET (self->reader), plx_pick_row_get_action (row), NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
plx_label_bar_dismiss (PlxLabelBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  plx_making_give_up (plx_session_get_making (get_session (self)));
  plx_reader_place_caret (self->reader, self->span.end);
}

/* Buttons */

static GtkWidget *
append_button (PlxLabelBar *self,
               const PlxTag *known,
               const char *text,
               const char *key)
{
  GtkWidget *button = plx_tag_button_new (plx_session_get_codebook (get_session (self)), known->id, text, key);
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *name = g_strconcat ("tag-button-", key, NULL);

  gtk_widget_set_name (button, name);
  g_signal_connect (button, "clicked", G_CALLBACK (button_clicked_cb), self);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (GTK_FLOW_BOX (self->tags), child);
  return button;
}

/* Enter gives the last tag, unless something that suits better is marked. */
static void
marked_cb (PlxLabelBar *self)
{
  if (self->last != NULL)
    plx_tag_button_show_key (PLX_TAG_BUTTON (self->last), plx_tag_search_get_marked (PLX_TAG_SEARCH (self->search)) == NULL);
}

static void
fill_tags (PlxLabelBar *self)
{
  PlxCodebook *codebook = plx_session_get_codebook (get_session (self));
  const PlxTag *last = plx_codebook_get_tag (codebook, plx_session_get_last_tag (get_session (self)));
  GtkWidget *child;

  if (self->tags == NULL)
    return;
  self->last = NULL;
  while ((child = gtk_widget_get_first_child (self->tags)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->tags), child);
  if (last != NULL)
    {
      g_autofree char *text = g_strdup_printf ("⟳ %s", last->name);

      self->last = append_button (self, last, text, "⏎");
      marked_cb (self);
    }
  for (const char *const *hotkey = plx_hotkeys_list (); *hotkey != NULL; hotkey++)
    {
      const PlxTag *known = plx_codebook_find_hotkey (codebook, *hotkey);

      if (known != NULL)
        append_button (self, known, known->name, known->hotkey);
    }
}

/* Place */

void
plx_label_bar_place (const GdkRectangle *page,
                     const GdkRectangle *selection,
                     GdkRectangle *bar)
{
  int above = selection->y - page->y;
  int below = page->y + page->height - selection->y - selection->height;
  int right = page->x + page->width - bar->width;

  if (bar->height <= below || (bar->height > above && below >= above))
    bar->y = selection->y + selection->height;
  else
    bar->y = selection->y - bar->height;
  bar->y = CLAMP (bar->y, page->y, MAX (page->y, page->y + page->height - bar->height));
  bar->x = CLAMP (selection->x + selection->width / 2 - bar->width / 2, page->x, MAX (page->x, right));
}

/* What must not be covered, in the coordinates of @overlay: all lines of the
 * span with their lanes, as wide as its last line. */
static void
get_selection (PlxLabelBar *self,
               GtkWidget *overlay,
               GdkRectangle *selection)
{
  GdkRectangle first, last;
  double x, y;

  plx_reader_get_offset_rect (self->reader, self->span.start, &first);
  plx_reader_get_offset_rect (self->reader, MAX (self->span.end - 1, self->span.start), &last);
  *selection = last;
  if (first.y == last.y)
    {
      selection->x = MIN (first.x, last.x);
      selection->width = MAX (first.x + first.width, last.x + last.width) - selection->x;
    }
  gtk_widget_translate_coordinates (GTK_WIDGET (self->reader), overlay, selection->x, first.y, &x, &y);
  selection->x = (int) x;
  selection->y = (int) y - SELECTION_GAP;
  selection->height = last.y + last.height + plx_reader_get_lanes_height (self->reader) - first.y + 2 * SELECTION_GAP;
}

/* What the bar may cover of @overlay. */
static GdkRectangle
get_page (GtkWidget *overlay)
{
  return (GdkRectangle){ PAGE_GAP, PAGE_GAP, gtk_widget_get_width (overlay) - 2 * PAGE_GAP, gtk_widget_get_height (overlay) - 2 * PAGE_GAP };
}

static void
get_size (PlxLabelBar *self,
          const GdkRectangle *page,
          GdkRectangle *size)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  size->width = MAX (minimum, MIN (plx_text_scale_grow (GTK_WIDGET (self), WIDTH), page->width));
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, size->width, &minimum, &natural, NULL, NULL);
  size->height = MAX (minimum, MIN (natural, page->height));
}

void
plx_label_bar_get_position (PlxLabelBar *self,
                            GtkWidget *overlay,
                            GdkRectangle *position)
{
  GdkRectangle page = get_page (overlay);
  GdkRectangle selection;

  get_size (self, &page, position);
  get_selection (self, overlay, &selection);
  plx_label_bar_place (&page, &selection, position);
  /* Above once is above until it is closed, however long its list is by then. */
  if (self->is_above && position->height <= selection.y - page.y)
    position->y = selection.y - position->height;
  self->is_above = position->y < selection.y;
  gtk_widget_set_child_visible (GTK_WIDGET (self), TRUE);
}

/* A selection that fills the view leaves no room above or below: the text goes
 * up until the bar fits below. */
static void
make_room (PlxLabelBar *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->reader));
  GtkWidget *overlay = gtk_widget_get_parent (GTK_WIDGET (self));
  GdkRectangle page = get_page (overlay);
  GdkRectangle selection, size;
  int below;

  get_size (self, &page, &size);
  get_selection (self, overlay, &selection);
  below = page.y + page.height - selection.y - selection.height;
  if (size.height > below && size.height > selection.y - page.y && below > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + size.height - below);
}

/* The bar has another height than before. */
static void
make_room_again (PlxLabelBar *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  make_room (self);
  gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* Showing and hiding */

static GtkWidget *
tag_box_new (void)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 5);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  return box;
}

/* The content costs more than the rest of a column, and most columns are only
 * read. */
static void
ensure_content (PlxLabelBar *self)
{
  if (self->tags != NULL)
    return;
  self->tags = tag_box_new ();
  self->search = plx_tag_search_new (get_session (self), G_LIST_MODEL (self->commands));
  g_signal_connect (self->search, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->search, "marked", G_CALLBACK (marked_cb), self);
  g_signal_connect_swapped (self->search, "marked", G_CALLBACK (make_room_again), self);
  g_signal_connect_swapped (self->search, "cancelled", G_CALLBACK (plx_label_bar_dismiss), self);
  gtk_box_append (GTK_BOX (self), self->tags);
  gtk_box_append (GTK_BOX (self), self->search);
  gtk_box_append (GTK_BOX (self), plx_label_foot_new (self->reader));
  fill_tags (self);
}

/* Counting what would be tagged with all others */

static void
counted_cb (guint n_places,
            guint n_articles,
            gpointer data)
{
  PlxLabelBar *self = data;
  g_autofree char *articles = NULL;
  g_autofree char *title = NULL;

  if (n_places == 0)
    return;
  /* Translators: under it stands “in 5 articles” */
  title = g_strdup_printf (ngettext ("Tag %u other occurrence…", "Tag %u other occurrences…", n_places), n_places);
  /* Translators: under “Tag 14 other occurrences…” */
  articles = g_strdup_printf (ngettext ("in %u article", "in %u articles", n_articles), n_articles);
  plx_pick_row_set_words (self->tag_all, title, articles);
}

static void
stop_counting (PlxLabelBar *self)
{
  g_cancellable_cancel (self->count);
  g_clear_object (&self->count);
}

static void
start_counting (PlxLabelBar *self,
                const char *selected)
{
  PlxPlacement place = { 0 };

  stop_counting (self);
  place.document = plx_reading_get_id (plx_reader_get_reading (self->reader));
  place.span = self->span;
  plx_pick_row_set_words (self->tag_all, _ ("Tag all occurrences…"), NULL);
  self->count = g_cancellable_new ();
  plx_occurrence_count_run (get_session (self), selected, &place, PLX_ID_NONE, self->count, counted_cb, G_OBJECT (self));
}

static void
selection_finished_cb (PlxLabelBar *self,
                       int start,
                       int end)
{
  g_autofree char *selected = plx_text_dup_slice (plx_reading_get_text (plx_reader_get_reading (self->reader)), start, end);

  self->span = (PlxSpan){ start, end };
  ensure_content (self);
  plx_tag_search_reset (PLX_TAG_SEARCH (self->search), selected);
  start_counting (self, selected);
  self->is_above = FALSE;
  /* Until the next frame its parts are where they were the last time, perhaps
   * under the pointer, whose next click is meant for the text. */
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  make_room_again (self);
}

static void
hide_if_gone (PlxLabelBar *self)
{
  PlxSpan span;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) ||
      (plx_reader_get_selection_span (self->reader, &span) && plx_span_compare (&span, &self->span) == 0))
    return;
  stop_counting (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
mark_set_cb (GtkTextBuffer *buffer,
             GtkTextIter *location,
             GtkTextMark *mark,
             PlxLabelBar *self)
{
  if (mark == gtk_text_buffer_get_insert (buffer) || mark == gtk_text_buffer_get_selection_bound (buffer))
    hide_if_gone (self);
}

/* Keys */

static gboolean
press_enter (PlxLabelBar *self)
{
  PlxId last = plx_session_get_last_tag (get_session (self));

  if (plx_tag_search_get_marked (PLX_TAG_SEARCH (self->search)) != NULL)
    plx_tag_search_choose_marked (PLX_TAG_SEARCH (self->search));
  else if (plx_codebook_get_tag (plx_session_get_codebook (get_session (self)), last) != NULL)
    tag (self, last);
  else
    gtk_widget_grab_focus (plx_tag_search_get_entry (PLX_TAG_SEARCH (self->search)));
  return TRUE;
}

/* What is typed in the text goes to the search, so that it can be composed by
 * an input method there. */
static gboolean
start_search (PlxLabelBar *self,
              GtkEventControllerKey *controller)
{
  GtkWidget *entry = plx_tag_search_get_entry (PLX_TAG_SEARCH (self->search));

  gtk_widget_grab_focus (entry);
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PlxLabelBar *self)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  gunichar typed = gdk_keyval_to_unicode (keyval);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || (state & modifiers) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    return press_enter (self);
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return gtk_widget_grab_focus (plx_tag_search_get_entry (PLX_TAG_SEARCH (self->search)));
  if (keyval == GDK_KEY_Escape)
    {
      plx_label_bar_dismiss (self);
      return TRUE;
    }
  return g_unichar_isalpha (typed) && start_search (self, controller);
}

static void
scrolled_cb (PlxLabelBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
vadjustment_changed_cb (PlxLabelBar *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->reader));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/* Life */

static void
plx_label_bar_finalize (GObject *object)
{
  PlxLabelBar *self = PLX_LABEL_BAR (object);

  g_clear_object (&self->commands);
  g_clear_object (&self->tag_all);
  g_clear_object (&self->count);
  G_OBJECT_CLASS (plx_label_bar_parent_class)->finalize (object);
}

static void
plx_label_bar_class_init (PlxLabelBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_label_bar_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_commands (PlxLabelBar *self)
{
  g_autofree char *keys = plx_key_dup_control_words ("⏎");

  self->tag_all = plx_pick_row_new_command (_ ("Tag all occurrences…"), keys, "reader.tag-all");
  g_list_store_append (self->commands, self->tag_all);
}

static void
plx_label_bar_init (PlxLabelBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->commands = g_list_store_new (PLX_TYPE_PICK_ROW);
  add_commands (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (widget, "plx-label-bar");
  gtk_widget_set_name (widget, "label-bar");
  gtk_widget_set_visible (widget, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tag the selection"), -1);
}

static void
follow (PlxLabelBar *self)
{
  PlxSession *session = get_session (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reader));

  g_signal_connect_object (self->reader, "selection-finished", G_CALLBACK (selection_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::vadjustment", G_CALLBACK (vadjustment_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set_cb), self, 0);
  g_signal_connect_object (session, "notify::last-tag", G_CALLBACK (fill_tags), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_codebook (session), "changed", G_CALLBACK (fill_tags), self, G_CONNECT_SWAPPED);
}

GtkWidget *
plx_label_bar_new (PlxReader *reader)
{
  PlxLabelBar *self = g_object_new (PLX_TYPE_LABEL_BAR, NULL);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->reader = reader;
  /* Added after the reader's own controller, so it comes first. */
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (reader), key);

  follow (self);
  vadjustment_changed_cb (self);
  return GTK_WIDGET (self);
}
