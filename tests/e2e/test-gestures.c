/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every gesture on the text, with the real mouse and keyboard. */

#include "config.h"

#include "plx-e2e-state.h"

typedef struct
{
  PlxE2e *e2e;
  PlxText *harbour;
  PlxText *valley;
  PlxText *radio;
} Fixture;

#define HARBOUR PLX_E2E_HARBOUR
#define VALLEY PLX_E2E_VALLEY
#define RADIO PLX_E2E_RADIO

/* Clicks further apart than this are no double click. */
#define DOUBLE_US 600000

/* Three articles side by side, nothing tagged. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *project = NULL;

  fixture->e2e = plx_e2e_new ();
  fixture->harbour = plx_e2e_load_sample ("1-harbour-post.txt");
  fixture->valley = plx_e2e_load_sample ("2-valley-daily.txt");
  fixture->radio = plx_e2e_load_sample ("4-radio-nine.txt");
  project = plx_e2e_new_project (fixture->e2e, "gestures.parallax", "1-harbour-post.txt", "2-valley-daily.txt", "4-radio-nine.txt", NULL);
  plx_e2e_animate (fixture->e2e);
  plx_e2e_start (fixture->e2e, project);
  /* A project that is opened for the first time shows its first articles. */
  plx_e2e_wait (fixture->e2e, plx_e2e_has_columns, GINT_TO_POINTER (3), "three columns");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_e2e_end (fixture->e2e);
  plx_text_unref (fixture->harbour);
  plx_text_unref (fixture->valley);
  plx_text_unref (fixture->radio);
}

static void
click_text (Fixture *fixture,
            const char *title,
            int offset,
            int times)
{
  PlxE2eRect rect = plx_e2e_locate (fixture->e2e, title, offset);

  plx_e2e_click (fixture->e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, times);
}

static void
test_double_and_triple_click (Fixture *fixture,
                              gconstpointer data)
{
  int start, end;

  /* Our words: apostrophe and hyphen join. */
  plx_e2e_find (fixture->harbour, "wasn’t", 1, &start, &end);
  click_text (fixture, HARBOUR, start + 1, 2);
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Actor", start, end);

  plx_e2e_find (fixture->radio, "Saint-Oby", 1, &start, &end);
  click_text (fixture, RADIO, start + 7, 2);
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait_annotations (fixture->e2e, 2);
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Place", start, end);

  /* Our sentence: the dots of a.m. do not end it. */
  plx_e2e_find (fixture->harbour, "One of the three gates of Quillhead Dam gave way shortly after 4 a.m. on Friday and sent a wall of brown water down the Ildwen valley.", 1, &start, &end);
  start = plx_text_offset_of_byte (fixture->harbour, plx_text_byte_of_offset (fixture->harbour, start));
  click_text (fixture, HARBOUR, start + 30, 3);
  plx_e2e_key (fixture->e2e, "3");
  plx_e2e_wait_annotations (fixture->e2e, 3);
  plx_e2e_screenshot (fixture->e2e, "10-triple-click");
  {
    int sentence;

    plx_e2e_find (fixture->harbour, "MERROWICK, Saturday", 1, &sentence, &start);
    plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Claim", sentence, end);
  }
}

static void
test_right_to_left_and_emoji (Fixture *fixture,
                              gconstpointer data)
{
  int start, end;

  plx_e2e_drag_and_tag (fixture->e2e, VALLEY, fixture->valley, "هيئة حوض", "1", 1);
  plx_e2e_find (fixture->valley, "هيئة حوض", 1, &start, &end);
  plx_e2e_assert_tagged (fixture->e2e, VALLEY, "Actor", start, end);

  /* Part of a family is the whole family. */
  plx_e2e_find (fixture->radio, "👨‍👩‍👧‍👦", 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, RADIO, start, end);
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait_annotations (fixture->e2e, 2);
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Actor", start, end);

  plx_e2e_find (fixture->radio, "🇺🇳", 2, &start, &end);
  plx_e2e_drag_text (fixture->e2e, RADIO, start, end);
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait_annotations (fixture->e2e, 3);
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Place", start, end);
  plx_e2e_screenshot (fixture->e2e, "11-emoji");
}

static void
test_stack (Fixture *fixture,
            gconstpointer data)
{
  int claim_start, claim_end, place_start, place_end;
  gint64 claim, place;

  plx_e2e_drag_and_tag (fixture->e2e, HARBOUR, fixture->harbour, "at least 40 homes in Lower Merrowick were flooded", "3", 1);
  plx_e2e_drag_and_tag (fixture->e2e, HARBOUR, fixture->harbour, "Lower Merrowick", "2", 2);
  plx_e2e_find (fixture->harbour, "at least 40 homes in Lower Merrowick were flooded", 1, &claim_start, &claim_end);
  plx_e2e_find (fixture->harbour, "Lower Merrowick", 1, &place_start, &place_end);
  claim = plx_e2e_find_annotation (fixture->e2e, HARBOUR, "Claim", claim_start, claim_end);
  place = plx_e2e_find_annotation (fixture->e2e, HARBOUR, "Place", place_start, place_end);

  /* The innermost first, then what is around it, then again. */
  click_text (fixture, HARBOUR, claim_start + 2, 1);
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), ==, claim);
  plx_e2e_key (fixture->e2e, "Escape");
  g_usleep (DOUBLE_US);
  click_text (fixture, HARBOUR, place_start + 3, 1);
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), ==, place);
  g_usleep (DOUBLE_US);
  click_text (fixture, HARBOUR, place_start + 3, 1);
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), ==, claim);
  g_usleep (DOUBLE_US);
  click_text (fixture, HARBOUR, place_start + 3, 1);
  g_assert_cmpint (plx_e2e_get_selected (fixture->e2e), ==, place);
  plx_e2e_screenshot (fixture->e2e, "12-stack");
}

static void
test_change_and_delete (Fixture *fixture,
                        gconstpointer data)
{
  int start, end;

  plx_e2e_drag_and_tag (fixture->e2e, HARBOUR, fixture->harbour, "Quillhead Dam", "1", 1);
  plx_e2e_find (fixture->harbour, "Quillhead Dam", 1, &start, &end);

  /* It is selected: another key changes its tag. */
  plx_e2e_key (fixture->e2e, "2");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Place", start, end);
  plx_e2e_key (fixture->e2e, "Delete");
  plx_e2e_wait_annotations (fixture->e2e, 0);
  plx_e2e_screenshot (fixture->e2e, "13-deleted");

  /* Back, step by step. */
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Place", start, end);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Actor", start, end);
  plx_e2e_key (fixture->e2e, "ctrl+z");
  plx_e2e_wait_annotations (fixture->e2e, 0);
}

static void
test_exact_and_escape (Fixture *fixture,
                       gconstpointer data)
{
  int start, end;
  PlxE2eRect first, last;

  /* Alt: exactly these characters. */
  plx_e2e_find (fixture->harbour, "gineer", 1, &start, &end);
  first = plx_e2e_locate (fixture->e2e, HARBOUR, start);
  last = plx_e2e_locate (fixture->e2e, HARBOUR, end);
  plx_e2e_hold (fixture->e2e, "alt", TRUE);
  plx_e2e_drag (fixture->e2e, first.x + 1, first.y + first.height / 2, last.x, last.y + last.height / 2);
  plx_e2e_hold (fixture->e2e, "alt", FALSE);
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_assert_tagged (fixture->e2e, HARBOUR, "Actor", start, end);

  /* Escape gives up: the key after it tags nothing new. */
  plx_e2e_find (fixture->radio, "Mill", 1, &start, &end);
  plx_e2e_drag_text (fixture->e2e, RADIO, start, end);
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_key (fixture->e2e, "Escape");
  plx_e2e_key (fixture->e2e, "3");
  plx_e2e_wait_annotations (fixture->e2e, 1);
}

static void
test_keyboard_alone (Fixture *fixture,
                     gconstpointer data)
{
  int start, end;

  /* The caret goes where a click puts it, the rest is typed. */
  plx_e2e_find (fixture->radio, "Radio Nine newsroom", 1, &start, &end);
  click_text (fixture, RADIO, start, 1);
  plx_e2e_key (fixture->e2e, "Home");
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_locate_widget (fixture->e2e, "tag-button-1");
  plx_e2e_screenshot (fixture->e2e, "14-keyboard");
  plx_e2e_key (fixture->e2e, "1");
  plx_e2e_wait_annotations (fixture->e2e, 1);
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Actor", start, start + 10);

  /* Over the blank, over the word; typing finds a tag by name. */
  plx_e2e_key (fixture->e2e, "ctrl+Right");
  plx_e2e_key (fixture->e2e, "ctrl+shift+Right");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_key (fixture->e2e, "s");
  plx_e2e_type (fixture->e2e, "ite");
  plx_e2e_screenshot (fixture->e2e, "15-search");
  plx_e2e_key (fixture->e2e, "Return");
  plx_e2e_wait_annotations (fixture->e2e, 2);
  plx_e2e_assert_tagged (fixture->e2e, RADIO, "Place/Site", start + 11, end);
}

#define ADD(name, func) g_test_add ("/e2e/gestures/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("double-and-triple-click", test_double_and_triple_click);
  ADD ("right-to-left-and-emoji", test_right_to_left_and_emoji);
  ADD ("stack", test_stack);
  ADD ("change-and-delete", test_change_and_delete);
  ADD ("exact-and-escape", test_exact_and_escape);
  ADD ("keyboard-alone", test_keyboard_alone);
  return g_test_run ();
}
