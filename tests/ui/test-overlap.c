/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Overlaps on a screen: letters, counts with their list, the card, captions,
 * the strip. */

#include "config.h"

#include "plx-test-column.h"

#include "reader/plx-bar.h"
#include "reader/plx-density-strip.h"
#include "reader/plx-reader-private.h"
#include "store/plx-annotations.h"
#include "store/plx-tags.h"

#define N_STACKED 30

static const char *const paths[] = { "Actor", "Actor/Person", "Place", "Place/Region", "Claim", "Claim/Event" };

/* The middle of the character at @offset. */
static void
locate (PlxTestColumn *self,
        int offset,
        double *x,
        double *y)
{
  GdkRectangle rect;

  g_assert_true (plx_reader_get_offset_rect (self->reader, offset, &rect));
  *x = rect.x + rect.width / 2.0;
  *y = rect.y + rect.height / 2.0;
}

typedef struct
{
  PlxTestColumn *column;
  PlxSpan spans[2];
  gsize n_spans;
  int n;
} Stack;

static gboolean
add_stack (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  Stack *stack = data;

  for (int i = 0; i < stack->n; i++)
    {
      g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();

      annotation->document = plx_reading_get_id (stack->column->reading);
      annotation->annotator = annotator;
      g_array_append_vals (annotation->spans, stack->spans, (guint) stack->n_spans);
      /* The same tag once only on the same spans: each a little longer. */
      g_array_index (annotation->spans, PlxSpan, 0).end += i / (int) G_N_ELEMENTS (paths);
      if (!plx_tags_find (connection, paths[(gsize) i % G_N_ELEMENTS (paths)], &annotation->tag, error) ||
          !plx_annotations_add (connection, annotation, plx_reading_get_text (stack->column->reading), error))
        return FALSE;
    }
  return TRUE;
}

static void
stack (PlxTestColumn *self,
       const PlxSpan *spans,
       gsize n_spans,
       int n)
{
  Stack data = { self, { spans[0], n_spans > 1 ? spans[1] : spans[0] }, n_spans, n };

  plx_test_project_edit (self->session->files, add_stack, &data);
  plx_project_refresh (self->session->project);
  plx_test_frame_settle ();
}

/* Letters */

static void
test_letters (void)
{
  PlxTestColumn fixture;
  PlxId claim, actor;
  double x, y;

  plx_test_column_init (&fixture, plx_test_column_text, 520, 700);
  claim = plx_test_column_tag (&fixture, "Fighters of Hay’at", "Claim");
  actor = plx_test_column_tag (&fixture, "Fighters", "Actor");
  plx_session_select (fixture.session->session, NULL, PLX_ID_NONE);
  plx_test_session_settle (fixture.session);

  /* Both start at the same place: the letters of the outer one stand at it, those
   * of the inner one behind them, in the height of all lanes. */
  locate (&fixture, plx_test_column_find (&fixture, "Fighters").start, &x, &y);
  {
    GdkRectangle rect;

    plx_reader_get_offset_rect (fixture.reader, plx_test_column_find (&fixture, "Fighters").start, &rect);
    g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, rect.x + 4, rect.y + rect.height + 6), ==, claim);
    g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, rect.x + 14, rect.y + rect.height + 3), ==, actor);
    g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, rect.x + 14, rect.y + rect.height + 8), ==, actor);
  }
  g_assert_cmpint (plx_reader_find_annotation_at (fixture.reader, x, y), ==, actor);
  plx_test_column_clear (&fixture);
}

static void
test_codes (void)
{
  PlxTestColumn fixture;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 300);
  g_assert_cmpstr (plx_test_column_find_tag (&fixture, "Actor")->code, ==, "A");
  g_assert_cmpstr (plx_test_column_find_tag (&fixture, "Actor/Armed group")->code, ==, "Ar");
  g_assert_cmpstr (plx_test_column_find_tag (&fixture, "Claim/Casualties")->code, ==, "Ca");
  g_assert_cmpstr (plx_test_column_find_tag (&fixture, "Place/Country")->code, ==, "C");
  plx_test_column_clear (&fixture);
}

/* Counts */

static void
test_count (void)
{
  PlxTestColumn fixture;
  PlxSpan word;
  GdkRectangle rect;
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PlxId));

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  word = plx_test_column_find (&fixture, "Hay’at");
  g_assert_false (plx_reader_get_count_rect (fixture.reader, word.start, &rect));
  stack (&fixture, &word, 1, N_STACKED);
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture.reading)), ==, N_STACKED);

  /* In the margin, inside the reader, and it names what has no bar. */
  g_assert_true (plx_reader_get_count_rect (fixture.reader, word.start, &rect));
  g_assert_cmpint (rect.x + rect.width, <=, gtk_widget_get_width (GTK_WIDGET (fixture.reader)));
  g_assert_cmpint (rect.width, >=, 18);
  g_assert_true (plx_reader_find_count_at (fixture.reader, rect.x + 2, rect.y + 2, &rect, hidden));
  g_assert_cmpuint (hidden->len, ==, N_STACKED - PLX_LANES);
  g_assert_false (plx_reader_find_count_at (fixture.reader, rect.x - 40, rect.y + 2, &rect, NULL));
  plx_reader_list_line (fixture.reader, word.start, all);
  g_assert_cmpuint (all->len, ==, N_STACKED);
  plx_test_column_clear (&fixture);
}

static GtkListBoxRow *
get_row (PlxTestColumn *self,
         int i)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (plx_test_column_find_widget (self->reader->list, GTK_TYPE_LIST_BOX)), i);
}

static void
test_list (void)
{
  PlxTestColumn fixture;
  PlxSpan word;
  PlxId selected;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  word = plx_test_column_find (&fixture, "Hay’at");
  stack (&fixture, &word, 1, N_STACKED);
  plx_reader_place_caret (fixture.reader, word.start);
  plx_test_column_activate (&fixture, "reader.list-annotations");
  PLX_WAIT_FOR (fixture.reader->list != NULL && gtk_widget_get_mapped (fixture.reader->list));
  g_assert_nonnull (get_row (&fixture, N_STACKED - 1));
  g_assert_null (get_row (&fixture, N_STACKED));
  g_signal_emit_by_name (get_row (&fixture, 17), "activate");
  selected = plx_session_get_selected (fixture.session->session);
  g_assert_cmpint (selected, !=, PLX_ID_NONE);
  PLX_WAIT_FOR (!gtk_widget_get_visible (fixture.reader->list));

  /* Where nothing is there is no list. */
  plx_reader_place_caret (fixture.reader, plx_test_column_find (&fixture, "Gate").start);
  plx_test_column_activate (&fixture, "reader.list-annotations");
  g_assert_false (gtk_widget_get_visible (fixture.reader->list));
  plx_test_frame_settle ();
  plx_test_column_clear (&fixture);
}

/* Two parts on one line are one annotation in the count and in the list. */
static void
test_fragments (void)
{
  PlxTestColumn fixture;
  PlxSpan spans[2];
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PlxId));
  int first, last;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  spans[0] = plx_test_column_find (&fixture, "Fighters");
  spans[1] = plx_test_column_find (&fixture, "Tahrir");
  stack (&fixture, spans, 2, 6);
  plx_reader_list_line (fixture.reader, spans[0].start, all);
  g_assert_cmpuint (all->len, ==, 6);
  g_assert_true (plx_span_index_get_extent (plx_reading_get_index (fixture.reading), g_array_index (all, PlxId, 0), &first, &last));
  g_assert_cmpint (first, ==, spans[0].start);
  g_assert_cmpint (last, ==, spans[1].start);
  g_assert_false (plx_span_index_get_extent (plx_reading_get_index (fixture.reading), 1, &first, &last));
  plx_test_column_clear (&fixture);
}

/* Captions */

static void
test_captions (void)
{
  PlxTestColumn fixture;
  PlxLook *look;
  GdkRectangle before, after;
  PlxSpan word;
  GtkTextIter iter;
  PlxParagraph paragraph;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  look = plx_session_get_look (fixture.session->session);
  plx_test_column_tag (&fixture, "Hay’at Tahrir", "Actor");
  word = plx_test_column_find (&fixture, "second paragraph");
  plx_reader_get_offset_rect (fixture.reader, word.start, &before);
  g_object_set (look, "captions", TRUE, NULL);
  plx_test_frame_settle ();
  plx_reader_get_offset_rect (fixture.reader, word.start, &after);
  /* The lines make room, and the places are still those of the view. */
  g_assert_cmpint (after.y, >=, before.y + 4 * plx_mark_sizes_for_scale (1).caption_height);
  plx_reader_get_iter (fixture.reader, word.start, &iter);
  plx_reader_get_paragraph (fixture.reader, &iter, &paragraph);
  g_assert_false (plx_shadow_is_slow (paragraph.shadow));
  g_object_set (look, "captions", FALSE, NULL);
  plx_test_frame_settle ();
  plx_reader_get_offset_rect (fixture.reader, word.start, &after);
  g_assert_cmpint (after.y, ==, before.y);
  plx_test_session_settle (fixture.session);
  plx_test_column_clear (&fixture);
}

/* Strip */

static char *
make_long_text (void)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 400; i++)
    g_string_append_printf (text, "Paragraph %d tells what happened at the gate on that day.\n", i);
  return g_string_free (text, FALSE);
}

static gboolean
draws (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  return node != NULL;
}

static void
test_strip (void)
{
  g_autofree char *text = make_long_text ();
  PlxTestColumn fixture;
  GtkWidget *strip;
  PlxSpan span;
  double first, last, height;

  plx_test_column_init (&fixture, text, 463, 700);
  strip = plx_test_column_find_widget (fixture.column, PLX_TYPE_DENSITY_STRIP);
  g_assert_nonnull (strip);
  gtk_test_accessible_assert_role (strip, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL));
  height = gtk_widget_get_height (strip);
  g_assert_false (draws (strip));
  plx_test_column_tag (&fixture, "Paragraph 300", "Claim");
  plx_test_session_settle (fixture.session);
  g_assert_true (draws (strip));
  span = plx_test_column_find (&fixture, "Paragraph 300");

  /* A click near the tick brings the annotation into view. */
  plx_density_strip_go_to (PLX_DENSITY_STRIP (strip), height * span.start / plx_text_get_length (plx_reading_get_text (fixture.reading)));
  plx_test_frame_settle ();
  plx_reader_get_view_range (fixture.reader, &first, &last);
  g_assert_cmpfloat (first * plx_text_get_length (plx_reading_get_text (fixture.reading)), <=, span.start);
  g_assert_cmpfloat (last * plx_text_get_length (plx_reading_get_text (fixture.reading)), >=, span.end);

  /* Elsewhere the place itself, at the ends too. */
  plx_density_strip_go_to (PLX_DENSITY_STRIP (strip), height / 2);
  plx_test_frame_settle ();
  plx_reader_get_view_range (fixture.reader, &first, &last);
  g_assert_cmpfloat_with_epsilon ((first + last) / 2, 0.5, 0.02);
  plx_density_strip_go_to (PLX_DENSITY_STRIP (strip), -50);
  PLX_WAIT_FOR ((plx_reader_get_view_range (fixture.reader, &first, &last), first < 0.001));
  plx_density_strip_go_to (PLX_DENSITY_STRIP (strip), height + 50);
  PLX_WAIT_FOR ((plx_reader_get_view_range (fixture.reader, &first, &last), last > 0.999));
  plx_test_column_clear (&fixture);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add_func ("/overlap/letters", test_letters);
  g_test_add_func ("/overlap/codes", test_codes);
  g_test_add_func ("/overlap/count", test_count);
  g_test_add_func ("/overlap/list", test_list);
  g_test_add_func ("/overlap/fragments", test_fragments);
  g_test_add_func ("/overlap/captions", test_captions);
  g_test_add_func ("/overlap/strip", test_strip);
  return g_test_run ();
}
