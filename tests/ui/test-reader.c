/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader and its label bar on a screen: places, drawing, selecting, tagging. */

#include "config.h"

#include "plx-test-frame.h"

#include "board/plx-column.h"
#include "reader/plx-label-bar.h"
#include "reader/plx-reader-private.h"
#include "reader/plx-tag-button.h"
#include "reader/plx-tag-search.h"
#include "store/plx-annotations.h"
#include "store/plx-tags.h"

#include <string.h>

static const char *const latin =
    "Gate fails above Lower Merrow\n"
    "\n"
    "Fighters of Hay’at Tahrir al-Sham and Shi’ite militias clashed near Aleppo’s airport on Wednesday, and the U.S. "
    "counted 10.5 km of road; “waffle office affine” tests ligatures. The so-called de-escalation zone collapsed, said "
    "Mr. O'Neil, who had been in the town for twenty years and did not expect to leave it.\n"
    "1234 — 5678\n"
    "The second paragraph is short.";

static const char *const arabic =
    "غرق عشرات المنازل في ميرويك السفلى\n"
    "وقال المتحدث باسم الأمم المتحدة إن 12 مدنياً قتلوا في Aleppo يوم الأربعاء الماضي، وأضاف أن هيئة تحرير الشام وصلت إلى "
    "المدينة في الساعة 10:30 صباحاً.\n"
    "5678 — 1234\n"
    "واحد (two) ثلاثة";

static const char *const faces =
    "The team 👩‍👩‍👧‍👦 met under the 🇸🇾 flag and the 🇹🇷 flag — café naïve Ångström; e\u0301te\u0301 a\u0308. Thai: สวัสดีครับ, "
    "Devanagari: नमस्ते दुनिया, Hebrew: שלום עולם, and back to 👍🏽 English for the rest of the line.";

/* A column with one article, as the board shows it. */
typedef struct
{
  PlxTestSession *session;
  GtkWidget *frame;
  PlxReading *reading;
  GtkWidget *column;
  PlxReader *reader;
} Fixture;

static void
fixture_init (Fixture *self,
              const char *text,
              int width,
              int height)
{
  const char *texts[] = { text, NULL };

  self->session = plx_test_session_new (plx_test_project_new (texts));
  self->reading = plx_test_frame_open (self->session, 0);
  self->column = plx_column_new (self->session->session, self->reading);
  self->reader = plx_column_get_reader (PLX_COLUMN (self->column));
  self->frame = plx_test_frame_show (self->session, self->column, width, height);
}

static void
fixture_clear (Fixture *self)
{
  plx_test_frame_end (self->session);
}

static PlxSpan
find (Fixture *self,
      const char *quote)
{
  PlxText *text = plx_reading_get_text (self->reading);
  const char *utf8 = plx_text_get_utf8 (text);
  const char *found = strstr (utf8, quote);

  g_assert_nonnull (found);
  return (PlxSpan){ plx_text_offset_of_byte (text, (gsize) (found - utf8)),
                    plx_text_offset_of_byte (text, (gsize) (found - utf8) + strlen (quote)) };
}

static void
assert_selection (Fixture *self,
                  const char *quote)
{
  g_autofree char *selected = NULL;
  PlxSpan span;

  g_assert_true (plx_reader_get_selection_span (self->reader, &span));
  selected = plx_text_dup_slice (plx_reading_get_text (self->reading), span.start, span.end);
  g_assert_cmpstr (selected, ==, quote);
}

static const PlxTag *
find_tag (Fixture *self,
          const char *path)
{
  GListModel *codebook = G_LIST_MODEL (plx_session_get_codebook (self->session->session));

  for (guint i = 0; i < g_list_model_get_n_items (codebook); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);

      if (strcmp (plx_tag_item_get_tag (item)->path, path) == 0)
        return plx_tag_item_get_tag (item);
    }
  g_error ("No tag %s", path);
}

static PlxId
tag (Fixture *self,
     const char *quote,
     const char *path)
{
  PlxSpan span = find (self, quote);
  PlxId id = plx_session_tag (self->session->session, self->reading, &span, find_tag (self, path)->id);

  g_assert_cmpint (id, !=, PLX_ID_NONE);
  return id;
}

static PlxSpan
get_span (Fixture *self,
          PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  g_assert_true (plx_span_index_get_spans (plx_reading_get_index (self->reading), annotation, spans));
  g_assert_cmpuint (spans->len, ==, 1);
  return g_array_index (spans, PlxSpan, 0);
}

/* The tag of the selected annotation. */
static const char *
get_selected_path (Fixture *self)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  PlxId selected = plx_session_get_selected (self->session->session);

  plx_span_index_find (plx_reading_get_index (self->reading), 0, plx_text_get_length (plx_reading_get_text (self->reading)), found);
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, PlxIndexedSpan, i).annotation == selected)
      return plx_codebook_get_tag (plx_session_get_codebook (self->session->session), g_array_index (found, PlxIndexedSpan, i).tag)->path;
  return NULL;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
activate (Fixture *self,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->reader), action, NULL));
}

/* Places */

/* Whether every character is where the view has it; returns how many that are. */
static int
compare_places (Fixture *self,
                gboolean slow)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->reader);
  PlxText *text = plx_reading_get_text (self->reading);
  int n = 0;

  for (int i = 0; i < plx_text_get_length (text); i++)
    {
      GdkRectangle ours, theirs;
      GtkTextIter iter;
      PlxParagraph paragraph;

      plx_reader_get_iter (self->reader, i, &iter);
      /* What is left out has no place, a separator no width. */
      if (plx_reader_get_offset (self->reader, &iter) != i || gtk_text_iter_ends_line (&iter))
        continue;
      plx_reader_get_paragraph (self->reader, &iter, &paragraph);
      if (!slow)
        g_assert_false (plx_shadow_is_slow (paragraph.shadow));
      plx_reader_get_offset_rect (self->reader, i, &ours);
      gtk_text_view_get_iter_location (view, &iter, &theirs);
      gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, theirs.x, theirs.y, &theirs.x, &theirs.y);
      if (theirs.width < 0)
        {
          theirs.x += theirs.width;
          theirs.width = -theirs.width;
        }
      g_assert_cmpint (ABS (ours.x - theirs.x), <=, 1);
      g_assert_cmpint (ABS (ours.x + ours.width - theirs.x - theirs.width), <=, 1);
      /* Ours is the line, theirs the run of one font on it. */
      g_assert_cmpint (theirs.y - ours.y, >=, -1);
      g_assert_cmpint (theirs.y + theirs.height - ours.y - ours.height, <=, 1);
      g_assert_cmpint (2 * theirs.height, >, ours.height);
      n++;
    }
  return n;
}

static void
test_places (gconstpointer data)
{
  static const int widths[] = { 300, 377, 463, 640, 1100 };
  Fixture fixture;
  int n = 0;

  fixture_init (&fixture, data, 500, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      plx_test_frame_resize (fixture.frame, widths[i], 700);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.reader)), ==, widths[i]);
      n += compare_places (&fixture, FALSE);
    }
  g_assert_cmpint (n, >, 500);
  g_test_message ("%d characters compared", n);
  fixture_clear (&fixture);
}

/* A view that lays text out in a way the shadow does not know is asked for every
 * character. */
static void
test_slow_places (void)
{
  Fixture fixture;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  PlxParagraph paragraph;

  fixture_init (&fixture, latin, 463, 700);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture.reader));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_iter_forward_chars (&start, 60);
  gtk_text_buffer_apply_tag (buffer, gtk_text_buffer_create_tag (buffer, NULL, "scale", 1.7, NULL), &start, &end);
  plx_test_frame_settle ();
  plx_reader_get_paragraph (fixture.reader, &start, &paragraph);
  g_assert_true (plx_shadow_is_slow (paragraph.shadow));
  g_assert_cmpint (compare_places (&fixture, TRUE), >, 300);

  /* Runs and hits come from the same characters. */
  for (gsize i = 0; i < plx_shadow_get_n_lines (paragraph.shadow); i++)
    {
      const PlxShadowLine *line = plx_shadow_get_line (paragraph.shadow, i);
      g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (PlxShadowRun));
      PlxShadowRun *run;
      int offset;

      plx_shadow_get_runs (paragraph.shadow, i, line->start, line->end, runs);
      g_assert_cmpuint (runs->len, ==, 1);
      run = &g_array_index (runs, PlxShadowRun, 0);
      g_assert_true (plx_shadow_find_char (paragraph.shadow, i, run->left + 1, &offset));
      g_assert_cmpint (offset, ==, line->start);
    }
  fixture_clear (&fixture);
}

static void
test_hits (void)
{
  Fixture fixture;
  int length, n = 0;

  fixture_init (&fixture, arabic, 463, 900);
  length = plx_text_get_length (plx_reading_get_text (fixture.reading));
  for (int i = 0; i < length; i++)
    {
      GdkRectangle rect;
      int lane;

      if (!plx_reader_get_offset_rect (fixture.reader, i, &rect) || rect.width < 3)
        continue;
      g_assert_cmpint (plx_reader_find_offset_at (fixture.reader, rect.x + rect.width / 2.0, rect.y + rect.height / 2.0, &lane), ==,
                       plx_text_floor_grapheme (plx_reading_get_text (fixture.reading), i));
      g_assert_cmpint (lane, ==, -1);
      n++;
    }
  g_assert_cmpint (n, >, 100);
  fixture_clear (&fixture);
}

/* A click on a bar means that bar, one on the text the innermost. */
static void
test_bars (void)
{
  Fixture fixture;
  GdkRectangle rect;
  PlxId outer, inner;
  double x, y;

  fixture_init (&fixture, latin, 463, 700);
  outer = tag (&fixture, "Fighters of Hay’at Tahrir al-Sham", "Claim");
  inner = tag (&fixture, "Hay’at Tahrir", "Actor");
  plx_session_select (fixture.session->session, NULL, PLX_ID_NONE);
  plx_reader_get_offset_rect (fixture.reader, find (&fixture, "Hay’at").start + 2, &rect);
  x = rect.x + rect.width / 2.0;
  y = rect.y + rect.height + PLX_LANE_GAP;
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, rect.y + 5), ==, inner);
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, y + 1), ==, outer);
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, y + PLX_LANE_PITCH + 1), ==, inner);
  plx_session_select (fixture.session->session, fixture.reading, inner);
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, rect.y + 5), ==, outer);
  plx_session_select (fixture.session->session, fixture.reading, outer);
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, rect.y + 5), ==, inner);
  /* Beside the text */
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, 2, rect.y + 5), ==, PLX_ID_NONE);
  plx_test_session_settle (fixture.session);
  fixture_clear (&fixture);
}

/* Selecting */

static void
test_snapping (void)
{
  Fixture fixture;
  PlxSpan span;

  fixture_init (&fixture, latin, 463, 700);
  span = find (&fixture, "’at Tah");
  plx_reader_set_selection (fixture.reader, &span);
  g_assert_true (plx_reader_commit_selection (fixture.reader, plx_session_get_snap (fixture.session->session)));
  assert_selection (&fixture, "Hay’at Tahrir");

  /* The switch snaps what was selected, not what it snapped to. */
  plx_session_set_snap (fixture.session->session, PLX_SNAP_CHARACTER);
  assert_selection (&fixture, "’at Tah");
  plx_session_set_snap (fixture.session->session, PLX_SNAP_PARAGRAPH);
  g_assert_true (plx_reader_get_selection_span (fixture.reader, &span));
  g_assert_cmpint (span.start, ==, find (&fixture, "Fighters").start);
  g_assert_cmpint (span.end, ==, find (&fixture, "leave it.").end);
  plx_session_set_snap (fixture.session->session, PLX_SNAP_WORD);
  assert_selection (&fixture, "Hay’at Tahrir");

  /* A selection of somebody else is left alone. */
  span = find (&fixture, "ighter");
  plx_reader_set_selection (fixture.reader, &span);
  plx_session_set_snap (fixture.session->session, PLX_SNAP_SENTENCE);
  assert_selection (&fixture, "ighter");
  fixture_clear (&fixture);
}

static void
test_graphemes (void)
{
  Fixture fixture;
  PlxSpan span;

  fixture_init (&fixture, faces, 463, 700);
  span = find (&fixture, "👩‍👩‍👧‍👦");
  span.start += 2;
  span.end -= 2;
  plx_reader_set_selection (fixture.reader, &span);
  assert_selection (&fixture, "👩‍👩‍👧‍👦");
  fixture_clear (&fixture);
}

static void
test_word_motion (void)
{
  Fixture fixture;

  fixture_init (&fixture, latin, 463, 700);
  plx_reader_place_caret (fixture.reader, find (&fixture, "Hay’at").start);
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, 1, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, find (&fixture, "Tahrir").start);
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, 1, TRUE);
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, 1, TRUE);
  assert_selection (&fixture, "Tahrir al-Sham");
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, -1, TRUE);
  assert_selection (&fixture, "Tahrir");
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, -2, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, find (&fixture, "Hay’at").start);
  fixture_clear (&fixture);

  /* To the left is forward where text runs to the left. */
  fixture_init (&fixture, arabic, 463, 700);
  plx_reader_place_caret (fixture.reader, find (&fixture, "المتحدث").start);
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, -1, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, find (&fixture, "باسم").start);
  fixture_clear (&fixture);
}

static void
test_copy (void)
{
  Fixture fixture;
  g_autoptr (GString) long_text = g_string_new ("First\n\n");
  PlxSpan all;
  GValue value = G_VALUE_INIT;
  GdkContentProvider *content;

  while (long_text->len < 20000)
    g_string_append (long_text, "A sentence that comes again and again. ");
  g_string_append (long_text, "\n\nLast");
  fixture_init (&fixture, long_text->str, 463, 700);
  all = (PlxSpan){ 0, plx_text_get_length (plx_reading_get_text (fixture.reading)) };
  plx_reader_set_selection (fixture.reader, &all);
  g_signal_emit_by_name (fixture.reader, "copy-clipboard");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture.reader)));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, long_text->str);
  g_value_unset (&value);
  fixture_clear (&fixture);
}

/* Tagging */

static void
test_label_bar (void)
{
  Fixture fixture;
  GtkWidget *bar;
  GdkRectangle place, first;
  PlxSpan span;
  double y;

  fixture_init (&fixture, latin, 463, 700);
  bar = find_widget (fixture.column, PLX_TYPE_LABEL_BAR);
  g_assert_false (gtk_widget_get_visible (bar));

  span = find (&fixture, "Tahrir");
  plx_reader_set_selection (fixture.reader, &span);
  g_assert_false (gtk_widget_get_visible (bar));
  plx_reader_commit_selection (fixture.reader, PLX_SNAP_WORD);
  PLX_WAIT_FOR (gtk_widget_get_mapped (bar) && gtk_widget_get_height (bar) > 0);

  /* Below the selection, inside the column. */
  plx_reader_get_offset_rect (fixture.reader, span.start, &first);
  gtk_widget_translate_coordinates (GTK_WIDGET (fixture.reader), gtk_widget_get_parent (bar), 0, first.y + first.height, NULL, &y);
  gtk_widget_get_allocation (bar, &place);
  g_assert_cmpint (place.y, >=, (int) y);
  g_assert_cmpint (place.x, >=, 0);
  g_assert_cmpint (place.x + place.width, <=, 463);

  g_signal_emit_by_name (find_widget (bar, PLX_TYPE_TAG_BUTTON), "clicked");
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpstr (get_selected_path (&fixture), ==, "Actor");
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, span.end);
  g_assert_true (plx_reading_is_saving (fixture.reading, plx_session_get_selected (fixture.session->session)));
  plx_test_session_settle (fixture.session);
  g_assert_false (plx_reading_is_saving (fixture.reading, plx_session_get_selected (fixture.session->session)));
  g_assert_null (fixture.session->failure);

  /* Now the last tag comes first. */
  plx_reader_set_selection (fixture.reader, &span);
  plx_reader_commit_selection (fixture.reader, PLX_SNAP_WORD);
  g_assert_cmpint (plx_tag_button_get_tag (PLX_TAG_BUTTON (find_widget (bar, PLX_TYPE_TAG_BUTTON))), ==, find_tag (&fixture, "Actor")->id);
  plx_label_bar_dismiss (PLX_LABEL_BAR (bar));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, span.end);
  fixture_clear (&fixture);
}

static void
test_search (void)
{
  Fixture fixture;
  GtkWidget *bar, *search, *entry;
  PlxSpan span;

  fixture_init (&fixture, latin, 463, 700);
  bar = find_widget (fixture.column, PLX_TYPE_LABEL_BAR);
  search = find_widget (bar, PLX_TYPE_TAG_SEARCH);
  entry = plx_tag_search_get_entry (PLX_TAG_SEARCH (search));
  span = find (&fixture, "militias");
  plx_reader_set_selection (fixture.reader, &span);
  plx_reader_commit_selection (fixture.reader, PLX_SNAP_WORD);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ARMED");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (get_selected_path (&fixture), ==, "Actor/Armed group");
  plx_test_session_settle (fixture.session);

  /* Nothing of that name: nothing happens. */
  span = find (&fixture, "airport");
  plx_reader_set_selection (fixture.reader, &span);
  plx_reader_commit_selection (fixture.reader, PLX_SNAP_WORD);
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture.reading)), ==, 1);

  g_assert_cmpint (plx_tag_search_rank ("Actor/Armed group", "arm"), ==, 0);
  g_assert_cmpint (plx_tag_search_rank ("Actor/Armed group", "group"), ==, 1);
  g_assert_cmpint (plx_tag_search_rank ("Actor/Armed group", "act"), ==, 1);
  g_assert_cmpint (plx_tag_search_rank ("Actor/Armed group", "roup"), ==, 2);
  g_assert_cmpint (plx_tag_search_rank ("Actor/Armed group", "place"), ==, -1);
  g_assert_cmpint (plx_tag_search_rank ("Akteur/Örtliche Miliz", "örtl"), ==, 0);
  g_assert_cmpint (plx_tag_search_rank ("Actor", ""), ==, 0);
  fixture_clear (&fixture);
}

static void
test_keys (void)
{
  Fixture fixture;
  PlxId outer, inner;

  fixture_init (&fixture, latin, 463, 700);
  plx_reader_place_caret (fixture.reader, find (&fixture, "Tahrir").start + 2);

  /* Enter takes the word at the caret, a digit tags it. */
  activate (&fixture, "reader.annotate");
  assert_selection (&fixture, "Tahrir");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.reader), "reader.tag", "s", "2"));
  inner = plx_session_get_selected (fixture.session->session);
  g_assert_cmpstr (get_selected_path (&fixture), ==, "Place");

  /* A digit without a selection retags. */
  plx_test_session_settle (fixture.session);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.reader), "reader.tag", "s", "1"));
  g_assert_cmpstr (get_selected_path (&fixture), ==, "Actor");
  plx_test_session_settle (fixture.session);

  /* Space steps through the stack. */
  outer = tag (&fixture, "Hay’at Tahrir al-Sham", "Claim");
  plx_reader_place_caret (fixture.reader, find (&fixture, "Tahrir").start + 2);
  plx_session_select (fixture.session->session, NULL, PLX_ID_NONE);
  activate (&fixture, "reader.select-at-caret");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, inner);
  activate (&fixture, "reader.select-at-caret");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, outer);

  /* Along the text. */
  activate (&fixture, "reader.next-annotation");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, inner);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, get_span (&fixture, inner).start);
  activate (&fixture, "reader.previous-annotation");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, outer);

  activate (&fixture, "reader.delete-annotation");
  plx_test_session_settle (fixture.session);
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture.reading)), ==, 1);
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, PLX_ID_NONE);

  activate (&fixture, "reader.next-annotation");
  activate (&fixture, "reader.cancel");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, PLX_ID_NONE);
  g_assert_null (fixture.session->failure);
  fixture_clear (&fixture);
}

static void
test_menu (void)
{
  Fixture fixture;
  GtkWidget *menu;

  fixture_init (&fixture, latin, 463, 700);
  tag (&fixture, "Tahrir", "Actor");
  activate (&fixture, "reader.menu");
  plx_test_frame_settle ();
  menu = find_widget (GTK_WIDGET (fixture.reader), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  plx_test_session_settle (fixture.session);
  fixture_clear (&fixture);
}

static void
test_accessible (void)
{
  Fixture fixture;

  fixture_init (&fixture, latin, 463, 700);
  gtk_test_accessible_assert_role (fixture.reader, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (fixture.reader, GTK_ACCESSIBLE_PROPERTY_LABEL, "Article 1");
  tag (&fixture, "Hay’at Tahrir al-Sham", "Claim");
  tag (&fixture, "Tahrir", "Actor/Person");
  plx_test_session_settle (fixture.session);
  plx_reader_place_caret (fixture.reader, find (&fixture, "Tahrir").start + 1);
  gtk_test_accessible_assert_property (fixture.reader, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Actor/Person, Claim");
  plx_reader_place_caret (fixture.reader, 0);
  gtk_test_accessible_assert_property (fixture.reader, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  fixture_clear (&fixture);
}

/* Long texts */

static char *
long_text (gsize n_bytes)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; text->len < n_bytes; i++)
    g_string_append_printf (text, "Paragraph %d: fighters of Hay’at Tahrir al-Sham clashed near the airport of the town on Wednesday, and the spokesman said that "
                                  "twelve people were killed in the villages to the north of it before the road was closed for the night.\n",
                            i);
  return g_string_free (text, FALSE);
}

static void
test_reveal (void)
{
  g_autofree char *text = long_text (1 << 20);
  Fixture fixture;
  GdkRectangle rect;
  int length, target;

  fixture_init (&fixture, text, 463, 700);
  length = plx_text_get_length (plx_reading_get_text (fixture.reading));
  target = length / 10 * 7;
  plx_reader_reveal (fixture.reader, target);
  for (int i = 0; i < 20 && (i < 4 || !plx_reader_get_offset_rect (fixture.reader, target, &rect)); i++)
    plx_test_frame_settle ();
  g_assert_true (plx_reader_get_offset_rect (fixture.reader, target, &rect));
  g_assert_cmpfloat_with_epsilon (plx_reader_get_scroll_fraction (fixture.reader), 0.7, 0.01);

  /* What is in view already stays where it is. */
  plx_reader_reveal (fixture.reader, target + 40);
  plx_test_frame_settle ();
  plx_reader_get_offset_rect (fixture.reader, target, &rect);
  g_assert_true (plx_reader_get_offset_rect (fixture.reader, target + 40, &rect));

  plx_reader_set_scroll_fraction (fixture.reader, 0.25);
  for (int i = 0; i < 4; i++)
    plx_test_frame_settle ();
  PLX_WAIT_FOR (fixture.reader->reveal.settled_id == 0);
  g_assert_cmpfloat_with_epsilon (plx_reader_get_scroll_fraction (fixture.reader), 0.25, 0.005);
  fixture_clear (&fixture);
}

static gboolean
add_many (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  static const char *const paths[] = { "Actor", "Place", "Claim", "Actor/Armed group", "Claim/Casualties" };
  PlxTestProject *files = data;
  PlxText *text = plx_test_project_get_text (files, 0);
  int length = plx_text_get_length (text);

  for (int i = 0; i < 10000; i++)
    {
      g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
      int start = (int) ((gint64) i * (length - 200) / 10000);
      PlxSpan span = { start, start + 5 + i % 7 * 25 };

      annotation->annotator = annotator;
      annotation->document = plx_test_project_get_document (files, 0);
      g_array_append_val (annotation->spans, span);
      if (!plx_tags_find (connection, paths[i % 5], &annotation->tag, error) ||
          !plx_annotations_add (connection, annotation, text, error))
        return FALSE;
    }
  return TRUE;
}

/* Time is told, not judged: that is for tests/perf on a quiet machine. */
static void
test_many (void)
{
  g_autofree char *text = long_text (1 << 20);
  const char *texts[] = { text, NULL };
  Fixture fixture;
  double least = G_MAXDOUBLE;

  fixture.session = plx_test_session_new (plx_test_project_new (texts));
  plx_test_project_edit (fixture.session->files, add_many, fixture.session->files);
  fixture.reading = plx_test_frame_open (fixture.session, 0);
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture.reading)), ==, 10000);
  fixture.column = plx_column_new (fixture.session->session, fixture.reading);
  fixture.reader = plx_column_get_reader (PLX_COLUMN (fixture.column));
  plx_test_frame_show (fixture.session, fixture.column, 700, 850);

  for (int i = 0; i < 200; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      gint64 begin = g_get_monotonic_time ();

      GTK_TEXT_VIEW_GET_CLASS (fixture.reader)->snapshot_layer (GTK_TEXT_VIEW (fixture.reader), GTK_TEXT_VIEW_LAYER_BELOW_TEXT, snapshot);
      least = MIN (least, (double) (g_get_monotonic_time () - begin) / 1000);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_nonnull (node);
      g_assert_true (gsk_render_node_get_node_type (node) != GSK_NOT_A_RENDER_NODE);
    }
  g_test_minimized_result (least, "highlights of a screen of 10,000 annotations: %.2f ms", least);
  fixture_clear (&fixture);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add_data_func ("/reader/places/latin", latin, test_places);
  g_test_add_data_func ("/reader/places/arabic", arabic, test_places);
  g_test_add_data_func ("/reader/places/faces", faces, test_places);
  g_test_add_func ("/reader/places/slow", test_slow_places);
  g_test_add_func ("/reader/hits", test_hits);
  g_test_add_func ("/reader/bars", test_bars);
  g_test_add_func ("/reader/snapping", test_snapping);
  g_test_add_func ("/reader/graphemes", test_graphemes);
  g_test_add_func ("/reader/word-motion", test_word_motion);
  g_test_add_func ("/reader/copy", test_copy);
  g_test_add_func ("/reader/label-bar", test_label_bar);
  g_test_add_func ("/reader/search", test_search);
  g_test_add_func ("/reader/keys", test_keys);
  g_test_add_func ("/reader/menu", test_menu);
  g_test_add_func ("/reader/accessible", test_accessible);
  g_test_add_func ("/reader/reveal", test_reveal);
  g_test_add_func ("/reader/many", test_many);
  return g_test_run ();
}
