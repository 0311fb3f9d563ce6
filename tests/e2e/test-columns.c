/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the board, with the real mouse and keyboard. */

#include "config.h"

#include "plx-e2e-state.h"

#include <math.h>

#define MAX_COLUMNS 8

typedef struct
{
  PlxE2e *e2e;
  char *project; /* (owned) */
  PlxText *harbour;
} Fixture;

#define HARBOUR PLX_E2E_HARBOUR
#define VALLEY PLX_E2E_VALLEY

/* What is asked about the board. */
typedef struct
{
  gint64 document;
  int x;
  int width;
  gboolean pinned;
  char direction[4];
  int top;
  double scrolled;
} Column;

typedef struct
{
  Column columns[MAX_COLUMNS];
  guint n;
  int zoom;
  gboolean sync;
  gint64 focus;
  gint64 current;
} Board;

static Column
read_column (JsonObject *object)
{
  Column column = {
    .document = json_object_get_int_member (object, "document"),
    .x = (int) json_object_get_int_member (object, "x"),
    .width = (int) json_object_get_int_member (object, "width"),
    .pinned = json_object_get_boolean_member (object, "pinned"),
    .top = (int) json_object_get_int_member (object, "top"),
    .scrolled = json_object_get_double_member (object, "scrolled"),
  };

  g_strlcpy (column.direction, json_object_get_string_member (object, "direction"), sizeof column.direction);
  return column;
}

static Board
read_board (JsonObject *state)
{
  JsonArray *columns = json_object_get_array_member (state, "columns");
  Board board = {
    .n = json_array_get_length (columns),
    .zoom = (int) json_object_get_int_member (state, "zoom"),
    .sync = json_object_get_boolean_member (state, "sync"),
    .focus = json_object_get_int_member (state, "focus"),
    .current = json_object_get_int_member (state, "current"),
  };

  g_assert_cmpuint (board.n, <=, MAX_COLUMNS);
  for (guint i = 0; i < board.n; i++)
    board.columns[i] = read_column (json_array_get_object_element (columns, i));
  return board;
}

static Board
ask (Fixture *fixture)
{
  g_autoptr (JsonNode) state = plx_e2e_dump (fixture->e2e);

  return read_board (json_node_get_object (state));
}

/* Waiting for columns */

typedef struct
{
  const gint64 *order;
  guint n;
} Order;

static gboolean
has_order (JsonObject *state,
           gpointer data)
{
  const Order *order = data;
  Board board = read_board (state);

  if (board.n != order->n)
    return FALSE;
  for (guint i = 0; i < board.n; i++)
    if (board.columns[i].document != order->order[i])
      return FALSE;
  return TRUE;
}

static void
wait_order (Fixture *fixture,
            const gint64 *documents,
            guint n)
{
  Order order = { documents, n };

  plx_e2e_wait (fixture->e2e, has_order, &order, "the columns in another order");
}

/* Where a place on a part of a column is on the screen. */
static PlxE2eRect
locate_part (Fixture *fixture,
             const char *part,
             gint64 document)
{
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT, part, document);

  return plx_e2e_locate_widget (fixture->e2e, name);
}

static void
choose (Fixture *fixture,
        gint64 document,
        const char *first,
        const char *second)
{
  PlxE2eRect button = locate_part (fixture, "column-menu", document);
  g_autofree char *label = g_strconcat ("label:", first, NULL);

  plx_e2e_click (fixture->e2e, button.x + button.width / 2, button.y + button.height / 2, 1);
  plx_e2e_click_widget (fixture->e2e, label);
  if (second != NULL)
    {
      g_autofree char *sub = g_strconcat ("label:", second, NULL);

      plx_e2e_click_widget (fixture->e2e, sub);
    }
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  static const char *const files[] = { "1-harbour-post.txt", "2-valley-daily.txt", "3-river-news.txt", "4-radio-nine.txt", "5-oby-courier.txt" };

  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->project = g_build_filename (plx_e2e_get_folder (fixture->e2e), "columns.parallax", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), files[i], NULL);
      g_autofree char *output = plx_e2e_run_cli (fixture->e2e, NULL, "import", fixture->project, path, NULL);
    }
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "three columns");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  g_free (fixture->project);
}

static void
open_all (Fixture *fixture)
{
  plx_e2e_click_widget (fixture->e2e, "label:LIVE: Flooding");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (4), "four columns");
  plx_e2e_click_widget (fixture->e2e, "label:The night the river");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (5), "five columns");
}

/* Dragging */

static void
test_drag_header (Fixture *fixture,
                  gconstpointer data)
{
  Board board = ask (fixture);
  gint64 a = board.columns[0].document, b = board.columns[1].document, c = board.columns[2].document;
  PlxE2eRect from = locate_part (fixture, "column-header", a);
  PlxE2eRect to = locate_part (fixture, "column-header", c);

  /* Past the middle of the last one: behind it. */
  plx_e2e_drag (fixture->e2e, from.x + 60, from.y + 20, to.x + to.width * 3 / 4, to.y + 20);
  wait_order (fixture, (gint64[]){ b, c, a }, 3);
  g_assert_cmpint (ask (fixture).focus, ==, a);

  /* Not past the middle of the neighbour: it stays. */
  from = locate_part (fixture, "column-header", b);
  plx_e2e_drag (fixture->e2e, from.x + 60, from.y + 20, from.x + from.width + 40, from.y + 20);
  wait_order (fixture, (gint64[]){ b, c, a }, 3);
  plx_e2e_key (fixture->e2e, "ctrl+shift+Page_Down");
  wait_order (fixture, (gint64[]){ c, b, a }, 3);
  g_assert_cmpint (ask (fixture).focus, ==, b);
}

static gboolean
is_wide (JsonObject *state,
         gpointer width)
{
  return ABS (read_board (state).columns[0].width - GPOINTER_TO_INT (width)) <= 2;
}

static void
wait_width (Fixture *fixture,
            int width)
{
  plx_e2e_wait (fixture->e2e, is_wide, GINT_TO_POINTER (width), "a width of the first column");
}

static void
test_widths (Fixture *fixture,
             gconstpointer data)
{
  int width;
  PlxE2eRect handle;

  /* Two columns have room to change their widths. */
  plx_e2e_key (fixture->e2e, "ctrl+w");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
  handle = plx_e2e_locate_widget (fixture->e2e, "column-handle-0");
  width = ask (fixture).columns[0].width;
  plx_e2e_drag (fixture->e2e, handle.x + handle.width / 2, handle.y + 300, handle.x + handle.width / 2 + 80, handle.y + 300);
  wait_width (fixture, width + 80);

  handle = plx_e2e_locate_widget (fixture->e2e, "column-handle-0");
  plx_e2e_click (fixture->e2e, handle.x + handle.width / 2, handle.y + 300, 2);
  wait_width (fixture, width);

  /* A click gives it the focus: the arrows move it, Enter makes all alike. */
  plx_e2e_key (fixture->e2e, "Left");
  wait_width (fixture, width - 20);
  plx_e2e_key (fixture->e2e, "Right");
  plx_e2e_key (fixture->e2e, "Right");
  wait_width (fixture, width + 20);
  plx_e2e_key (fixture->e2e, "Return");
  wait_width (fixture, width);
}

/* Pins */

static gboolean
has_focus (JsonObject *state,
           gpointer document)
{
  return read_board (state).focus == *(gint64 *) document;
}

static void
test_pins (Fixture *fixture,
           gconstpointer data)
{
  Board board;
  gint64 c, e;

  open_all (fixture);
  board = ask (fixture);
  c = board.columns[2].document;
  e = board.columns[4].document;
  g_assert_cmpint (board.columns[0].x, <, board.columns[4].x - 1000);
  plx_e2e_screenshot (fixture->e2e, "30-five-columns");
  choose (fixture, c, "Pin", NULL);
  wait_order (fixture, (gint64[]){ c, board.columns[0].document, board.columns[1].document, board.columns[3].document, e }, 5);
  plx_e2e_wait (fixture->e2e, has_focus, &c, "the focus in the pinned column");
  board = ask (fixture);
  g_assert_true (board.columns[0].pinned);
  g_assert_false (board.columns[1].pinned);

  /* To the last one and back: the pinned one stays in its place. */
  for (int i = 0; i < 4; i++)
    plx_e2e_key (fixture->e2e, "ctrl+Page_Down");
  board = ask (fixture);
  g_assert_cmpint (board.focus, ==, e);
  g_assert_cmpint (board.columns[1].x, <, board.columns[0].x + board.columns[0].width - 100);
  g_assert_cmpint (board.columns[4].x, >=, board.columns[0].x + board.columns[0].width);
  plx_e2e_screenshot (fixture->e2e, "31-pinned");

  choose (fixture, e, "Close Others", NULL);
  wait_order (fixture, (gint64[]){ c, e }, 2);
  plx_e2e_wait (fixture->e2e, has_focus, &e, "the focus in the column that is left");
  choose (fixture, c, "Pin", NULL);
  g_assert_false (ask (fixture).columns[0].pinned);
}

/* Zoom */

static gboolean
has_zoom (JsonObject *state,
          gpointer zoom)
{
  return read_board (state).zoom == GPOINTER_TO_INT (zoom);
}

static void
test_zoom (Fixture *fixture,
           gconstpointer data)
{
  PlxE2eRect before, after;
  int start, end;
  gint64 id;

  plx_e2e_find (fixture->harbour, "Quillhead Dam", 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, HARBOUR, start, end);
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation");
  id = plx_e2e_find_annotation (fixture->e2e, HARBOUR, "Place", start, end);
  plx_e2e_key (fixture->e2e, "Escape");

  before = plx_e2e_locate (fixture->e2e, HARBOUR, start);
  plx_e2e_hold (fixture->e2e, "ctrl", TRUE);
  plx_e2e_wheel (fixture->e2e, before.x, before.y + 5, -3);
  plx_e2e_hold (fixture->e2e, "ctrl", FALSE);
  plx_e2e_wait (fixture->e2e, has_zoom, GINT_TO_POINTER (150), "150 %");
  after = plx_e2e_locate (fixture->e2e, HARBOUR, start);
  g_assert_cmpint (after.height, >, before.height * 5 / 4);

  /* The annotation is where its text is now. */
  plx_e2e_click (fixture->e2e, after.x + after.width / 2, after.y + after.height / 2, 1);
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), ==, id);
  plx_e2e_screenshot (fixture->e2e, "32-zoomed");

  /* And what is dragged over is what is tagged, at every size. */
  plx_e2e_find (fixture->harbour, "Engineers", 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, HARBOUR, start, end);
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (2), "the second annotation");
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Actor", start, end);

  plx_e2e_key (fixture->e2e, "ctrl+minus");
  plx_e2e_wait (fixture->e2e, has_zoom, GINT_TO_POINTER (125), "125 %");
  plx_e2e_key (fixture->e2e, "ctrl+equal");
  plx_e2e_wait (fixture->e2e, has_zoom, GINT_TO_POINTER (150), "150 % again");
  plx_e2e_key (fixture->e2e, "ctrl+0");
  plx_e2e_wait (fixture->e2e, has_zoom, GINT_TO_POINTER (100), "100 %");
  plx_e2e_find (fixture->harbour, "Quillhead Dam", 1, &start, &end);
  after = plx_e2e_locate (fixture->e2e, HARBOUR, start);
  g_assert_cmpint (after.height, ==, before.height);
  plx_e2e_click_widget (fixture->e2e, "view_button");
  plx_e2e_click_widget (fixture->e2e, "label:Sans");
  plx_e2e_screenshot (fixture->e2e, "33-view");
  plx_e2e_key (fixture->e2e, "Escape");
  after = plx_e2e_locate (fixture->e2e, HARBOUR, start);
  plx_e2e_click (fixture->e2e, after.x + after.width / 2, after.y + after.height / 2, 1);
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), ==, id);
}

/* Scrolling together */

static gboolean
are_together (JsonObject *state,
              gpointer data)
{
  Board board = read_board (state);

  return board.columns[0].scrolled > 0.05 &&
         fabs (board.columns[0].scrolled - board.columns[1].scrolled) < 0.02 &&
         fabs (board.columns[0].scrolled - board.columns[2].scrolled) < 0.02;
}

static gboolean
are_at_end (JsonObject *state,
            gpointer data)
{
  return are_together (state, data) && read_board (state).columns[0].scrolled > 0.8;
}

static void
test_sync (Fixture *fixture,
           gconstpointer data)
{
  PlxE2eRect place = locate_part (fixture, "column-header", ask (fixture).columns[0].document);
  PlxE2eRect other = locate_part (fixture, "column-header", ask (fixture).columns[1].document);
  Board board;

  /* Each for itself at first. */
  plx_e2e_wheel (fixture->e2e, place.x + 100, place.y + 300, 2);
  board = ask (fixture);
  g_assert_cmpfloat (board.columns[0].scrolled, >, 0);
  g_assert_cmpfloat (board.columns[1].scrolled, ==, 0);

  plx_e2e_key (fixture->e2e, "ctrl+shift+l");
  g_assert_true (ask (fixture).sync);
  plx_e2e_wheel (fixture->e2e, place.x + 100, place.y + 300, 2);
  plx_e2e_wait (fixture->e2e, are_together, NULL, "columns that scroll together");
  plx_e2e_screenshot (fixture->e2e, "34-together");
  plx_e2e_wheel (fixture->e2e, other.x + 100, other.y + 300, 1);
  plx_e2e_wait (fixture->e2e, are_together, NULL, "columns that scroll together with another leader");
  /* With keys. */
  plx_e2e_click (fixture->e2e, place.x + 100, place.y + 300, 1);
  plx_e2e_key (fixture->e2e, "ctrl+End");
  plx_e2e_wait (fixture->e2e, are_at_end, NULL, "columns at their ends");

  /* Once it is there, nothing moves on by itself. */
  board = ask (fixture);
  g_usleep (500000);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (ask (fixture).columns[i].scrolled, board.columns[i].scrolled, 0.001);

  plx_e2e_click_widget (fixture->e2e, "sync");
  g_assert_false (ask (fixture).sync);
}

/* Reading direction */

static gboolean
has_direction (JsonObject *state,
               gpointer direction)
{
  return g_str_equal (read_board (state).columns[0].direction, direction) && !json_object_get_boolean_member (state, "saving");
}

static void
test_direction (Fixture *fixture,
                gconstpointer data)
{
  gint64 harbour = ask (fixture).columns[0].document;
  PlxE2eRect header = locate_part (fixture, "column-header", harbour);
  PlxE2eRect before, after;
  int start, end;

  plx_e2e_find (fixture->harbour, "under water", 1, &start, &end);
  before = plx_e2e_locate (fixture->e2e, HARBOUR, end - 1);
  g_assert_cmpint (before.x, <, header.x + header.width - 90);
  choose (fixture, harbour, "Reading Direction", "Right to Left");
  plx_e2e_wait (fixture->e2e, has_direction, (gpointer) "rtl", "right to left");
  after = plx_e2e_locate (fixture->e2e, HARBOUR, end - 1);
  g_assert_cmpint (after.x + after.width, >, header.x + header.width - 60);
  plx_e2e_drag_text (fixture->e2e, HARBOUR, start, end);
  plx_e2e_key (fixture->e2e, "3");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_annotations, GINT_TO_POINTER (1), "the annotation");
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Claim", start, end);
  plx_e2e_screenshot (fixture->e2e, "35-right-to-left");

  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait (fixture->e2e, has_direction, (gpointer) "", "the direction undone");
  after = plx_e2e_locate (fixture->e2e, HARBOUR, end - 1);
  g_assert_cmpint (after.x, ==, before.x);
}

/* Remembering */

static gboolean
is_as_before (JsonObject *state,
              gpointer data)
{
  const Board *before = data;
  Board board;

  if (!json_object_has_member (state, "columns"))
    return FALSE;
  board = read_board (state);
  if (board.n != before->n || board.zoom != before->zoom || board.sync != before->sync || board.current != before->current)
    return FALSE;
  for (guint i = 0; i < board.n; i++)
    if (board.columns[i].document != before->columns[i].document || board.columns[i].pinned != before->columns[i].pinned ||
        ABS (board.columns[i].width - before->columns[i].width) > 2 || board.columns[i].top != before->columns[i].top)
      return FALSE;
  return TRUE;
}

static gboolean
holds_nothing (JsonObject *state,
               gpointer data)
{
  JsonArray *columns = json_object_get_array_member (state, "columns");

  for (guint i = 0; i < json_array_get_length (columns); i++)
    if (json_object_get_boolean_member (json_array_get_object_element (columns, i), "holding"))
      return FALSE;
  return TRUE;
}

/* Until what was at the top when letters grew is not held there any longer. */
static void
hold_still (Fixture *fixture)
{
  plx_e2e_settle (fixture->e2e);
  plx_e2e_wait (fixture->e2e, holds_nothing, NULL, "columns that hold nothing");
}

static void
test_remembers (Fixture *fixture,
                gconstpointer data)
{
  Board board = ask (fixture);
  gint64 a = board.columns[0].document, b = board.columns[1].document;
  PlxE2eRect place = locate_part (fixture, "column-header", b);
  PlxE2eRect handle;

  plx_e2e_key (fixture->e2e, "ctrl+w");
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (2), "two columns");
  board = ask (fixture);
  a = board.columns[0].document;
  b = board.columns[1].document;
  choose (fixture, b, "Pin", NULL);
  wait_order (fixture, (gint64[]){ b, a }, 2);
  handle = plx_e2e_locate_widget (fixture->e2e, "column-handle-0");
  plx_e2e_drag (fixture->e2e, handle.x + handle.width / 2, handle.y + 300, handle.x + handle.width / 2 + 60, handle.y + 300);
  plx_e2e_key (fixture->e2e, "ctrl+equal");
  plx_e2e_wheel (fixture->e2e, place.x + 100, place.y + 300, 5);
  plx_e2e_key (fixture->e2e, "ctrl+shift+l");
  hold_still (fixture);
  board = ask (fixture);
  g_assert_cmpint (board.zoom, ==, 110);
  g_assert_true (board.sync);
  g_assert_cmpint (MAX (board.columns[0].top, board.columns[1].top), >, 0);

  plx_e2e_restart (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, is_as_before, &board, "the board as it was");

  /* Two seconds later it is written, whatever happens. */
  plx_e2e_wheel (fixture->e2e, place.x + 100, place.y + 300, -3);
  plx_e2e_key (fixture->e2e, "ctrl+0");
  plx_e2e_key (fixture->e2e, "ctrl+shift+l");
  plx_e2e_wait (fixture->e2e, has_zoom, GINT_TO_POINTER (100), "100 %");
  hold_still (fixture);
  board = ask (fixture);
  g_usleep (2 * G_USEC_PER_SEC);
  plx_e2e_settle (fixture->e2e);
  plx_e2e_kill (fixture->e2e);
  plx_e2e_start (fixture->e2e, fixture->project);
  plx_e2e_wait (fixture->e2e, is_as_before, &board, "the board as it was before it was killed");
}

#define ADD(name, func) g_test_add ("/e2e/columns/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("drag-header", test_drag_header);
  ADD ("widths", test_widths);
  ADD ("pins", test_pins);
  ADD ("zoom", test_zoom);
  ADD ("sync", test_sync);
  ADD ("direction", test_direction);
  ADD ("remembers", test_remembers);
  return g_test_run ();
}
