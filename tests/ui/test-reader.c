/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader on a screen: places, drawing, selecting, long texts. */

#include "config.h"

#include "plx-test-column.h"

#include "reader/plx-bar.h"
#include "reader/plx-reader-private.h"
#include "store/plx-annotations.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"
#include "store/plx-tags.h"
#include "verb/plx-document-verbs.h"

#include <string.h>

static const char *const arabic =
    "غرق عشرات المنازل في ميرويك السفلى\n"
    "وقال المتحدث باسم الأمم المتحدة إن 12 مدنياً قتلوا في Aleppo يوم الأربعاء الماضي، وأضاف أن هيئة تحرير الشام وصلت إلى "
    "المدينة في الساعة 10:30 صباحاً.\n"
    "5678 — 1234\n"
    "واحد (two) ثلاثة";

static const char *const faces =
    "The team 👩‍👩‍👧‍👦 met under the 🇸🇾 flag and the 🇹🇷 flag — café naïve Ångström; e\u0301te\u0301 a\u0308. Thai: สวัสดีครับ, "
    "Devanagari: नमस्ते दुनिया, Hebrew: שלום עולם, and back to 👍🏽 English for the rest of the line.";

/* Places */

/* Whether every character is where the view has it; returns how many that are. */
static int
compare_places (PlxTestColumn *self,
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
  PlxTestColumn fixture;
  int n = 0;

  plx_test_column_init (&fixture, data, 500, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      plx_test_frame_resize (fixture.frame, widths[i], 700);
      /* Beside it are the scrollbar and the strip. */
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.reader)), >, widths[i] - 50);
      n += compare_places (&fixture, FALSE);
    }
  g_assert_cmpint (n, >, 500);
  g_test_message ("%d characters compared", n);
  plx_test_column_clear (&fixture);
}

/* At every zoom and in every font there is room for the lanes, and the shadows
 * keep in step. */
static void
test_looks (gconstpointer data)
{
  static const char *const fonts[] = { PLX_FONT_SERIF, PLX_FONT_SANS, "DejaVu Sans Mono", "No \"Such\" \\ Font" };
  static const int zooms[] = { PLX_ZOOM_MIN, 110, 175, PLX_ZOOM_MAX };
  PlxTestColumn fixture;
  PlxLook *look;

  plx_test_column_init (&fixture, data, 640, 900);
  look = plx_session_get_look (fixture.session->session);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_object_set (look, "zoom", zooms[i], "font", fonts[i],
                    "line-height", (int) i % (PLX_LINE_HEIGHT_WIDE + 1), "line-width", (int) i, NULL);
      plx_test_frame_settle ();
      g_assert_cmpint (compare_places (&fixture, FALSE), >, 100);
      g_assert_cmpint (gtk_text_view_get_pixels_below_lines (GTK_TEXT_VIEW (fixture.reader)), >=, plx_reader_get_lanes_height (fixture.reader));
      g_assert_cmpint (gtk_text_view_get_pixels_inside_wrap (GTK_TEXT_VIEW (fixture.reader)) + PLX_LINE_HEAD * zooms[i] / 100, >=,
                       plx_reader_get_lanes_height (fixture.reader));
    }
  plx_test_column_clear (&fixture);
}

/* Reading direction */

static void
set_direction (PlxTestColumn *fixture,
               const char *direction)
{
  g_object_set (fixture->column, "direction", direction, NULL);
  plx_test_session_settle (fixture->session);
  plx_test_frame_settle ();
  g_assert_cmpstr (plx_reading_get_document (fixture->reading)->direction, ==, direction);
}

/* Whether the last line of the paragraph with @quote stands at the right. */
static gboolean
begins_at_right (PlxTestColumn *fixture,
                 const char *quote)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->reader));
  int margin = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->reader));
  int left = G_MAXINT, right = 0;
  PlxParagraph paragraph;
  GtkTextIter iter;
  const PlxShadowLine *line;

  plx_reader_get_iter (fixture->reader, plx_test_column_find (fixture, quote).start, &iter);
  plx_reader_get_paragraph (fixture->reader, &iter, &paragraph);
  line = plx_shadow_get_line (paragraph.shadow, plx_shadow_get_n_lines (paragraph.shadow) - 1);
  for (int i = MAX (line->start, paragraph.lead); i < line->end; i++)
    {
      GdkRectangle rect;

      plx_reader_get_offset_rect (fixture->reader, paragraph.source + i, &rect);
      left = MIN (left, rect.x);
      right = MAX (right, rect.x + rect.width);
    }
  if (plx_shadow_is_rtl (paragraph.shadow))
    g_assert_cmpint (ABS (right - width + margin), <=, 3);
  else
    g_assert_cmpint (ABS (left - margin), <=, 2);
  return plx_shadow_is_rtl (paragraph.shadow);
}

static const char *const mixed =
    "Reuters: غرق عشرات المنازل في ميرويك السفلى بعد انهيار البوابة\n"
    "وقال المتحدث إن 12 مدنياً قتلوا في Aleppo يوم الأربعاء الماضي وأضاف أن المدينة آمنة\n"
    "\n"
    "1234 — 5678\n"
    "English in the middle of it.";

static void
test_direction (gconstpointer data)
{
  static const int widths[] = { 300, 463, 800 };
  static const char *const directions[] = { "", "rtl", "ltr", "rtl", "" };
  gboolean mirrored = GPOINTER_TO_INT (data);
  PlxTestColumn fixture;

  if (mirrored)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  plx_test_column_init (&fixture, mixed, 463, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      set_direction (&fixture, directions[i]);
      for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
        {
          plx_test_frame_resize (fixture.frame, widths[j], 700);
          g_assert_cmpint (compare_places (&fixture, FALSE), >, 100);
          g_assert_true (begins_at_right (&fixture, "Reuters") == g_str_equal (directions[i], "rtl"));
          g_assert_true (begins_at_right (&fixture, "وقال") == !g_str_equal (directions[i], "ltr"));
          g_assert_true (begins_at_right (&fixture, "English") == g_str_equal (directions[i], "rtl"));
        }
      /* The title decides where nobody does: it is Latin. */
      g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (fixture.reader)), ==,
                       g_str_equal (directions[i], "rtl") ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
    }
  plx_test_session_undo (fixture.session);
  plx_test_frame_settle ();
  g_assert_true (begins_at_right (&fixture, "English"));
  plx_test_column_clear (&fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Marks are nowhere but in what is shown. */
static void
test_direction_edits (void)
{
  PlxTestColumn fixture;
  GtkTextView *view;
  GdkRectangle rect;
  PlxSpan span;
  PlxId id;
  int lane, english;

  plx_test_column_init (&fixture, mixed, 463, 700);
  view = GTK_TEXT_VIEW (fixture.reader);
  span = plx_test_column_find (&fixture, "English in");
  plx_reader_set_selection (fixture.reader, &span);
  set_direction (&fixture, "rtl");
  plx_test_column_assert_selection (&fixture, "English in");

  /* Tagging and hitting at the start of a paragraph that begins with a mark. */
  id = plx_test_column_tag (&fixture, "English", "Place");
  span = plx_test_column_get_span (&fixture, id);
  english = plx_test_column_find (&fixture, "English").start;
  g_assert_cmpint (span.start, ==, english);
  plx_reader_get_offset_rect (fixture.reader, english, &rect);
  g_assert_cmpint (rect.width, >, 3);
  g_assert_cmpint (plx_reader_find_offset_at (fixture.reader, rect.x + 2, rect.y + 5, &lane), ==, english);
  plx_session_select (fixture.session->session, NULL, PLX_ID_NONE);
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, rect.x + 2, rect.y + 5), ==, id);

  /* The caret needs one step, not two. */
  plx_reader_place_caret (fixture.reader, english + 1);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, -1, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, english);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, -1, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, english - 1);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, english);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, TRUE);
  plx_test_column_assert_selection (&fixture, "E");
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_PARAGRAPH_ENDS, -1, FALSE);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, english + 1);
  /* At the very beginning there is nothing before the mark. */
  plx_reader_place_caret (fixture.reader, 0);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, -1, FALSE);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, 1);
  plx_test_session_settle (fixture.session);
  plx_test_column_clear (&fixture);
}

/* A view that lays text out in a way the shadow does not know is asked for every
 * character. */
static void
test_slow_places (void)
{
  PlxTestColumn fixture;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  PlxParagraph paragraph;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
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
  plx_test_column_clear (&fixture);
}

/* Structure */

static const char *const structured =
    "Rebels take Saraqib after two days of fighting on the motorway\n"
    "\n"
    "Plain paragraph between a heading and a list, long enough to be wrapped in a column.\n"
    "First item of the list, which is wrapped too because it goes on and on in a narrow column\n"
    "بند ثان في القائمة يمتد على أكثر من سطر واحد في عمود ضيق كهذا العمود\n"
    "We ask all sides to let civilians leave by the roads that remain open, and to spare the hospitals\n"
    "Smaller heading\n"
    "The end.";

static void
add_block (GArray *blocks,
           const char *quote,
           const char *until,
           PlxBlockKind kind,
           int level)
{
  const char *from = strstr (structured, quote);
  PlxBlock block = { (int) g_utf8_pointer_to_offset (structured, from),
                     (int) g_utf8_pointer_to_offset (structured, strstr (from, until)), kind, level };

  g_array_append_val (blocks, block);
}

static gboolean
add_blocks (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));
  g_autoptr (PlxDocument) document = plx_documents_get (connection, *(PlxId *) data, error);

  add_block (blocks, "Rebels", "\n", PLX_BLOCK_HEADING, 1);
  add_block (blocks, "First", "\n", PLX_BLOCK_ITEM, 1);
  add_block (blocks, "بند", "\n", PLX_BLOCK_ITEM, 2);
  add_block (blocks, "We ask", "\n", PLX_BLOCK_QUOTATION, 1);
  add_block (blocks, "Smaller", "\n", PLX_BLOCK_HEADING, 3);
  /* An edit that changes no row of a document is none. */
  g_assert_nonnull (document);
  g_free (document->note);
  document->note = g_strdup ("Built");
  return plx_documents_update (connection, document, error) && plx_blocks_add (connection, document->text, blocks, error);
}

static void
get_rect (PlxTestColumn *self,
          const char *quote,
          GdkRectangle *rect)
{
  plx_reader_get_offset_rect (self->reader, plx_test_column_find (self, quote).start, rect);
}

static void
assert_looks (PlxTestColumn *self)
{
  GdkRectangle heading, plain, item, arabic_item, last, quotation;

  get_rect (self, "Rebels", &heading);
  get_rect (self, "Plain", &plain);
  get_rect (self, "First", &item);
  get_rect (self, "بند", &arabic_item);
  get_rect (self, "We ask", &quotation);
  get_rect (self, "The end", &last);
  g_assert_cmpint (heading.height, >, plain.height * 6 / 5);
  g_assert_cmpint (heading.x, ==, plain.x);
  g_assert_cmpint (item.x, >, plain.x + 10);
  g_assert_cmpint (quotation.x, >, plain.x + 10);
  g_assert_cmpint (last.x, ==, plain.x);
  /* Deeper, and from the other side. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->reader)) - arabic_item.x - arabic_item.width, >, 2 * (item.x - plain.x));
}

/* Headings, items and quotations stand out, and what is drawn keeps in step. */
static void
test_blocks (void)
{
  const char *texts[] = { structured, NULL };
  PlxTestProject *files = plx_test_project_new (texts);
  PlxId id = plx_test_project_get_document (files, 0);
  PlxTestColumn fixture;
  g_autoptr (PlxDocument) document = NULL;

  plx_test_project_edit (files, add_blocks, &id);
  plx_test_column_init_files (&fixture, files, 420, 1400);
  g_assert_cmpuint (plx_reading_get_blocks (fixture.reading)->len, ==, 5);
  assert_looks (&fixture);
  g_assert_cmpint (compare_places (&fixture, FALSE), >, 300);

  g_object_set (plx_session_get_look (fixture.session->session), "zoom", 150, NULL);
  plx_test_frame_resize (fixture.frame, 560, 1800);
  assert_looks (&fixture);
  g_assert_cmpint (compare_places (&fixture, FALSE), >, 300);

  /* Somebody says that it is read the other way. */
  document = plx_document_copy (plx_reading_get_document (fixture.reading));
  plx_session_do (fixture.session->session, plx_verb_set_direction (document, "rtl"), NULL);
  plx_test_session_settle (fixture.session);
  plx_test_frame_settle ();
  g_assert_cmpint (compare_places (&fixture, FALSE), >, 300);
  plx_test_column_clear (&fixture);
}

static void
test_hits (void)
{
  PlxTestColumn fixture;
  int length, n = 0;

  plx_test_column_init (&fixture, arabic, 463, 900);
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
  plx_test_column_clear (&fixture);
}

/* A click on a bar means that bar, one on the text the innermost. */
static void
test_bars (void)
{
  PlxTestColumn fixture;
  GdkRectangle rect;
  PlxMarkSizes sizes = plx_mark_sizes_for_scale (1);
  PlxId outer, inner;
  double x, y;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  outer = plx_test_column_tag (&fixture, "Fighters of Hay’at Tahrir al-Sham", "Claim");
  inner = plx_test_column_tag (&fixture, "Hay’at Tahrir", "Actor");
  plx_session_select (fixture.session->session, NULL, PLX_ID_NONE);
  plx_reader_get_offset_rect (fixture.reader, plx_test_column_find (&fixture, "Hay’at").start + 2, &rect);
  x = rect.x + rect.width / 2.0;
  y = rect.y + rect.height + sizes.lane_gap;
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, rect.y + 5), ==, inner);
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, y + 1), ==, outer);
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, y + sizes.lane_pitch + 1), ==, inner);
  plx_session_select (fixture.session->session, fixture.reading, inner);
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, rect.y + 5), ==, outer);
  plx_session_select (fixture.session->session, fixture.reading, outer);
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, rect.y + 5), ==, inner);
  /* Beside the text */
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, 2, rect.y + 5), ==, PLX_ID_NONE);
  plx_test_session_settle (fixture.session);
  plx_test_column_clear (&fixture);
}

/* The annotation under the start of @word, @right and @below beside its lower corner. */
static PlxId
find_beside (PlxTestColumn *fixture,
             const char *word,
             int right,
             int below)
{
  GdkRectangle rect;

  g_assert_true (plx_reader_get_offset_rect (fixture->reader, plx_test_column_find (fixture, word).start, &rect));
  return plx_reader_find_annotation_at (fixture->reader, rect.x + right, rect.y + rect.height + below);
}

static void
set_text_scale (PlxTestColumn *fixture,
                double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (scale * 96 * 1024), NULL);
  plx_test_frame_settle ();
  g_assert_cmpint (compare_places (fixture, FALSE), >, 100);
}

/* Bars, letters and captions grow with the letters of the desktop at once, and are
 * hit where they are drawn. */
static void
test_large_text (void)
{
  PlxTestColumn fixture;
  PlxId outer, inner;
  int usual;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  outer = plx_test_column_tag (&fixture, "Fighters of Hay’at Tahrir al-Sham", "Claim");
  inner = plx_test_column_tag (&fixture, "Hay’at Tahrir", "Actor");
  plx_session_select (fixture.session->session, NULL, PLX_ID_NONE);
  plx_test_session_settle (fixture.session);
  set_text_scale (&fixture, 1);
  usual = plx_reader_get_lanes_height (fixture.reader);
  /* The letters of the inner one stand in the way of the bar of the outer one. */
  g_assert_cmpint (find_beside (&fixture, "Hay’at", 5, 3), ==, inner);
  g_assert_cmpint (find_beside (&fixture, "Hay’at", 14, 3), ==, outer);
  g_assert_cmpint (find_beside (&fixture, "Hay’at", 14, 6), ==, inner);

  g_object_set (plx_session_get_look (fixture.session->session), "captions", TRUE, NULL);
  set_text_scale (&fixture, 2);
  g_assert_cmpint (gtk_text_view_get_pixels_above_lines (GTK_TEXT_VIEW (fixture.reader)), >=, 2 * plx_mark_sizes_for_scale (1).caption_height);
  g_assert_cmpint (plx_reader_get_lanes_height (fixture.reader), ==, 2 * usual);
  g_assert_cmpint (gtk_text_view_get_pixels_below_lines (GTK_TEXT_VIEW (fixture.reader)), >=, 2 * usual);
  g_assert_cmpint (find_beside (&fixture, "Hay’at", 14, 6), ==, inner);
  g_assert_cmpint (find_beside (&fixture, "Hay’at", 40, 6), ==, outer);
  g_assert_cmpint (find_beside (&fixture, "Hay’at", 40, 12), ==, inner);

  /* Small ones do not make anything harder to see. */
  set_text_scale (&fixture, 0.75);
  g_assert_cmpint (plx_reader_get_lanes_height (fixture.reader), ==, usual);
  set_text_scale (&fixture, 1);
  plx_test_column_clear (&fixture);
}

/* Selecting */

static void
test_snapping (void)
{
  PlxTestColumn fixture;
  PlxSpan span;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  span = plx_test_column_find (&fixture, "’at Tah");
  plx_reader_set_selection (fixture.reader, &span);
  g_assert_true (plx_reader_commit_selection (fixture.reader, plx_session_get_snap (fixture.session->session)));
  plx_test_column_assert_selection (&fixture, "Hay’at Tahrir");

  /* The switch snaps what was selected, not what it snapped to. */
  plx_session_set_snap (fixture.session->session, PLX_SNAP_CHARACTER);
  plx_test_column_assert_selection (&fixture, "’at Tah");
  plx_session_set_snap (fixture.session->session, PLX_SNAP_PARAGRAPH);
  g_assert_true (plx_reader_get_selection_span (fixture.reader, &span));
  g_assert_cmpint (span.start, ==, plx_test_column_find (&fixture, "Fighters").start);
  g_assert_cmpint (span.end, ==, plx_test_column_find (&fixture, "leave it.").end);
  plx_session_set_snap (fixture.session->session, PLX_SNAP_WORD);
  plx_test_column_assert_selection (&fixture, "Hay’at Tahrir");

  /* A selection of somebody else is left alone. */
  span = plx_test_column_find (&fixture, "ighter");
  plx_reader_set_selection (fixture.reader, &span);
  plx_session_set_snap (fixture.session->session, PLX_SNAP_SENTENCE);
  plx_test_column_assert_selection (&fixture, "ighter");
  plx_test_column_clear (&fixture);
}

static void
test_graphemes (void)
{
  PlxTestColumn fixture;
  PlxSpan span;

  plx_test_column_init (&fixture, faces, 463, 700);
  span = plx_test_column_find (&fixture, "👩‍👩‍👧‍👦");
  span.start += 2;
  span.end -= 2;
  plx_reader_set_selection (fixture.reader, &span);
  plx_test_column_assert_selection (&fixture, "👩‍👩‍👧‍👦");
  plx_test_column_clear (&fixture);
}

static void
test_word_motion (void)
{
  PlxTestColumn fixture;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  plx_reader_place_caret (fixture.reader, plx_test_column_find (&fixture, "Hay’at").start);
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, 1, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, plx_test_column_find (&fixture, "Tahrir").start);
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, 1, TRUE);
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, 1, TRUE);
  plx_test_column_assert_selection (&fixture, "Tahrir al-Sham");
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, -1, TRUE);
  plx_test_column_assert_selection (&fixture, "Tahrir");
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, -2, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, plx_test_column_find (&fixture, "Hay’at").start);
  plx_test_column_clear (&fixture);

  /* To the left is forward where text runs to the left. */
  plx_test_column_init (&fixture, arabic, 463, 700);
  plx_reader_place_caret (fixture.reader, plx_test_column_find (&fixture, "المتحدث").start);
  g_signal_emit_by_name (fixture.reader, "move-cursor", GTK_MOVEMENT_WORDS, -1, FALSE);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, plx_test_column_find (&fixture, "باسم").start);
  plx_test_column_clear (&fixture);
}

static void
test_copy (void)
{
  PlxTestColumn fixture;
  g_autoptr (GString) long_text = g_string_new ("First\n\n");
  PlxSpan all;
  GValue value = G_VALUE_INIT;
  GdkContentProvider *content;

  while (long_text->len < 20000)
    g_string_append (long_text, "A sentence that comes again and again. ");
  g_string_append (long_text, "\n\nLast");
  plx_test_column_init (&fixture, long_text->str, 463, 700);
  all = (PlxSpan){ 0, plx_text_get_length (plx_reading_get_text (fixture.reading)) };
  plx_reader_set_selection (fixture.reader, &all);
  g_signal_emit_by_name (fixture.reader, "copy-clipboard");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture.reader)));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, long_text->str);
  g_value_unset (&value);
  plx_test_column_clear (&fixture);
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
  PlxTestColumn fixture;
  GdkRectangle rect;
  int length, target;

  plx_test_column_init (&fixture, text, 463, 700);
  length = plx_text_get_length (plx_reading_get_text (fixture.reading));
  target = length / 10 * 7;
  plx_reader_reveal (fixture.reader, target);
  for (int i = 0; i < 20 && (i < 4 || !plx_reader_get_offset_rect (fixture.reader, target, &rect)); i++)
    plx_test_frame_settle ();
  g_assert_true (plx_reader_get_offset_rect (fixture.reader, target, &rect));
  g_assert_cmpint (ABS (plx_reader_get_top (fixture.reader) - target), <, length / 100);

  /* What is in view already stays where it is. */
  plx_reader_reveal (fixture.reader, target + 40);
  plx_test_frame_settle ();
  plx_reader_get_offset_rect (fixture.reader, target, &rect);
  g_assert_true (plx_reader_get_offset_rect (fixture.reader, target + 40, &rect));

  plx_reader_set_top (fixture.reader, length / 4);
  for (int i = 0; i < 4; i++)
    plx_test_frame_settle ();
  PLX_WAIT_FOR (fixture.reader->reveal.settled_id == 0);
  g_assert_cmpint (plx_reader_get_top (fixture.reader), ==, length / 4);

  /* The beginning is shown with the margin above it. */
  plx_reader_set_top (fixture.reader, 0);
  PLX_WAIT_FOR (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture.reader))) == 0);
  plx_test_column_clear (&fixture);
}

static void
assert_stays (PlxTestColumn *fixture,
              int top)
{
  GdkRectangle rect;

  PLX_WAIT_FOR (fixture->reader->reveal.settled_id == 0);
  plx_test_frame_settle ();
  g_assert_cmpint (plx_reader_get_top (fixture->reader), ==, top);
  g_assert_true (plx_reader_get_offset_rect (fixture->reader, top, &rect));
  g_assert_cmpint (rect.y + rect.height, >, 0);
  g_assert_cmpint (rect.y, <, 2 * rect.height);
}

/* What is at the top of the view is still there when it is laid out anew, and
 * does not creep away when that happens again and again. */
static void
test_holds_top (void)
{
  g_autofree char *text = long_text (1 << 16);
  PlxTestColumn fixture;
  PlxLook *look;
  int top;

  plx_test_column_init (&fixture, text, 463, 700);
  look = plx_session_get_look (fixture.session->session);
  top = plx_text_get_length (plx_reading_get_text (fixture.reading)) / 2;
  plx_reader_set_top (fixture.reader, top);
  assert_stays (&fixture, top);
  for (int i = 0; i < 3; i++)
    {
      plx_look_step_zoom (look, 2);
      assert_stays (&fixture, top);
      plx_test_frame_resize (fixture.frame, 640, 700);
      assert_stays (&fixture, top);
      plx_look_set_zoom (look, 70);
      plx_test_frame_resize (fixture.frame, 377, 500);
      assert_stays (&fixture, top);
    }

  /* Whoever scrolls means another place. */
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture.reader)), 2000);
  plx_test_frame_settle ();
  g_assert_cmpint (plx_reader_get_top (fixture.reader), <, top);
  plx_test_column_clear (&fixture);
}

/* How many rectangles a bar of 60 pixels is made of. */
static guint
count_parts (PlxKind kind,
             float left)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA black = { 0, 0, 0, 1 };
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds;

  plx_bar_append (snapshot, kind, &black, graphene_point_zero (), left, left + 60, 5, PLX_BAR_HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_true (graphene_rect_contains_rect (&GRAPHENE_RECT_INIT (left, 5, 60, PLX_BAR_HEIGHT), &bounds));
  return gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE ? gsk_container_node_get_n_children (node) : 1;
}

static void
test_patterns (void)
{
  g_assert_cmpuint (count_parts (PLX_KIND_ACTOR, 0), ==, 1);
  g_assert_cmpuint (count_parts (PLX_KIND_CLAIM, 0), ==, 2);
  g_assert_cmpuint (count_parts (PLX_KIND_PLACE, 0), ==, 6);
  g_assert_cmpuint (count_parts (PLX_KIND_OTHER, 0), ==, 10);
  /* A bar that begins within a dash begins with the rest of it. */
  g_assert_cmpuint (count_parts (PLX_KIND_PLACE, 3), ==, 7);
  g_assert_cmpuint (count_parts (PLX_KIND_PLACE, -3), ==, 6);
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
  PlxTestColumn fixture;
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
  plx_test_column_clear (&fixture);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add_data_func ("/reader/places/latin", plx_test_column_text, test_places);
  g_test_add_data_func ("/reader/places/arabic", arabic, test_places);
  g_test_add_data_func ("/reader/places/faces", faces, test_places);
  g_test_add_func ("/reader/places/slow", test_slow_places);
  g_test_add_data_func ("/reader/looks/latin", plx_test_column_text, test_looks);
  g_test_add_data_func ("/reader/looks/arabic", arabic, test_looks);
  g_test_add_data_func ("/reader/looks/faces", faces, test_looks);
  g_test_add_data_func ("/reader/direction/window-ltr", GINT_TO_POINTER (FALSE), test_direction);
  g_test_add_data_func ("/reader/direction/window-rtl", GINT_TO_POINTER (TRUE), test_direction);
  g_test_add_func ("/reader/direction/edits", test_direction_edits);
  g_test_add_func ("/reader/hits", test_hits);
  g_test_add_func ("/reader/bars", test_bars);
  g_test_add_func ("/reader/large-text", test_large_text);
  g_test_add_func ("/reader/snapping", test_snapping);
  g_test_add_func ("/reader/graphemes", test_graphemes);
  g_test_add_func ("/reader/word-motion", test_word_motion);
  g_test_add_func ("/reader/blocks", test_blocks);
  g_test_add_func ("/reader/copy", test_copy);
  g_test_add_func ("/reader/reveal", test_reveal);
  g_test_add_func ("/reader/holds-top", test_holds_top);
  g_test_add_func ("/reader/patterns", test_patterns);
  g_test_add_func ("/reader/many", test_many);
  return g_test_run ();
}
