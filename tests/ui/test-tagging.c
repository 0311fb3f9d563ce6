/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tagging on a screen: label bar, keys, menu, and what screen readers are told. */

#include "config.h"

#include "plx-test-column.h"

#include "reader/plx-label-bar.h"
#include "reader/plx-tag-button.h"
#include "reader/plx-tag-search.h"

static void
test_label_bar (void)
{
  PlxTestColumn fixture;
  GtkWidget *bar;
  GdkRectangle place, first;
  PlxSpan span;
  double y;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  bar = plx_test_column_find_widget (fixture.column, PLX_TYPE_LABEL_BAR);
  g_assert_false (gtk_widget_get_visible (bar));

  span = plx_test_column_find (&fixture, "Tahrir");
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

  g_signal_emit_by_name (plx_test_column_find_widget (bar, PLX_TYPE_TAG_BUTTON), "clicked");
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpstr (plx_test_column_get_selected_path (&fixture), ==, "Actor");
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, span.end);
  g_assert_true (plx_reading_is_saving (fixture.reading, plx_session_get_selected (fixture.session->session)));
  plx_test_session_settle (fixture.session);
  g_assert_false (plx_reading_is_saving (fixture.reading, plx_session_get_selected (fixture.session->session)));
  g_assert_null (fixture.session->failure);

  /* Now the last tag comes first. */
  plx_reader_set_selection (fixture.reader, &span);
  plx_reader_commit_selection (fixture.reader, PLX_SNAP_WORD);
  g_assert_cmpint (plx_tag_button_get_tag (PLX_TAG_BUTTON (plx_test_column_find_widget (bar, PLX_TYPE_TAG_BUTTON))), ==, plx_test_column_find_tag (&fixture, "Actor")->id);
  plx_label_bar_dismiss (PLX_LABEL_BAR (bar));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, span.end);
  plx_test_column_clear (&fixture);
}

/* The window goes with the project; what is on its way is stored all the same. */
static void
test_close_while_saving (void)
{
  PlxTestColumn fixture;
  PlxSpan span;
  PlxId annotation;
  g_autoptr (PlxReading) reading = NULL;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  reading = g_object_ref (fixture.reading);
  span = plx_test_column_find (&fixture, "Tahrir");
  annotation = plx_session_tag (fixture.session->session, reading, &span, 1, plx_test_column_find_tag (&fixture, "Actor")->id, NULL);
  g_assert_true (plx_reading_is_saving (reading, annotation));
  plx_test_column_clear (&fixture);
  g_assert_false (plx_reading_is_saving (reading, annotation));
}

/* A bar that comes back is where it was before until the next frame: a click in
 * between is meant for the text under it. */
static void
test_click_before_frame (void)
{
  PlxTestColumn fixture;
  GtkWidget *bar, *overlay;
  GdkRectangle place;
  GtkTextBuffer *buffer;
  GdkClipboard *primary;
  PlxSpan span;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  bar = plx_test_column_find_widget (fixture.column, PLX_TYPE_LABEL_BAR);
  overlay = gtk_widget_get_parent (bar);
  span = plx_test_column_find (&fixture, "Tahrir");
  plx_reader_set_selection (fixture.reader, &span);
  plx_reader_commit_selection (fixture.reader, PLX_SNAP_WORD);
  PLX_WAIT_FOR (gtk_widget_get_height (bar) > 0 && gtk_widget_get_mapped (bar));
  gtk_widget_get_allocation (bar, &place);
  g_assert_true (gtk_widget_is_ancestor (gtk_widget_pick (overlay, place.x + place.width / 2, place.y + 20, GTK_PICK_DEFAULT), bar));

  /* The X server may tell late that the first selection is no more the primary one;
   * GTK would then take the second one away. */
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture.reader));
  primary = gtk_widget_get_primary_clipboard (fixture.column);
  gtk_text_buffer_remove_selection_clipboard (buffer, primary);
  plx_label_bar_dismiss (PLX_LABEL_BAR (bar));
  span = plx_test_column_find (&fixture, "airport");
  plx_reader_set_selection (fixture.reader, &span);
  plx_reader_commit_selection (fixture.reader, PLX_SNAP_WORD);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_false (gtk_widget_is_ancestor (gtk_widget_pick (overlay, place.x + place.width / 2, place.y + 20, GTK_PICK_DEFAULT), bar));
  PLX_WAIT_FOR (gtk_widget_get_mapped (bar));
  gtk_text_buffer_add_selection_clipboard (buffer, primary);
  plx_test_column_clear (&fixture);
}

static void
test_search (void)
{
  PlxTestColumn fixture;
  GtkWidget *bar, *search, *entry;
  PlxSpan span;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  bar = plx_test_column_find_widget (fixture.column, PLX_TYPE_LABEL_BAR);
  span = plx_test_column_find (&fixture, "militias");
  plx_reader_set_selection (fixture.reader, &span);
  plx_reader_commit_selection (fixture.reader, PLX_SNAP_WORD);
  /* The bar has content once it was shown. */
  search = plx_test_column_find_widget (bar, PLX_TYPE_TAG_SEARCH);
  entry = plx_tag_search_get_entry (PLX_TAG_SEARCH (search));
  gtk_editable_set_text (GTK_EDITABLE (entry), "ARMED");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (plx_test_column_get_selected_path (&fixture), ==, "Actor/Armed group");
  plx_test_session_settle (fixture.session);

  /* Nothing of that name: nothing happens. */
  span = plx_test_column_find (&fixture, "airport");
  plx_reader_set_selection (fixture.reader, &span);
  plx_reader_commit_selection (fixture.reader, PLX_SNAP_WORD);
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture.reading)), ==, 1);

  plx_test_column_clear (&fixture);
}

static void
test_keys (void)
{
  PlxTestColumn fixture;
  PlxId outer, inner;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  plx_reader_place_caret (fixture.reader, plx_test_column_find (&fixture, "Tahrir").start + 2);

  /* Enter takes the word at the caret, a digit tags it. */
  plx_test_column_activate (&fixture, "reader.annotate");
  plx_test_column_assert_selection (&fixture, "Tahrir");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.reader), "reader.tag", "s", "2"));
  inner = plx_session_get_selected (fixture.session->session);
  g_assert_cmpstr (plx_test_column_get_selected_path (&fixture), ==, "Place");

  /* A digit without a selection retags. */
  plx_test_session_settle (fixture.session);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.reader), "reader.tag", "s", "1"));
  g_assert_cmpstr (plx_test_column_get_selected_path (&fixture), ==, "Actor");
  plx_test_session_settle (fixture.session);

  /* Space steps through the stack. */
  outer = plx_test_column_tag (&fixture, "Hay’at Tahrir al-Sham", "Claim");
  plx_reader_place_caret (fixture.reader, plx_test_column_find (&fixture, "Tahrir").start + 2);
  plx_session_select (fixture.session->session, NULL, PLX_ID_NONE);
  plx_test_column_activate (&fixture, "reader.select-at-caret");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, inner);
  plx_test_column_activate (&fixture, "reader.select-at-caret");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, outer);

  /* Along the text. */
  plx_test_column_activate (&fixture, "reader.next-annotation");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, inner);
  g_assert_cmpint (plx_reader_get_caret (fixture.reader), ==, plx_test_column_get_span (&fixture, inner).start);
  plx_test_column_activate (&fixture, "reader.previous-annotation");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, outer);

  plx_test_column_activate (&fixture, "reader.delete-annotation");
  plx_test_session_settle (fixture.session);
  g_assert_cmpuint (plx_span_index_get_n_annotations (plx_reading_get_index (fixture.reading)), ==, 1);
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, PLX_ID_NONE);

  plx_test_column_activate (&fixture, "reader.next-annotation");
  plx_test_column_activate (&fixture, "reader.cancel");
  g_assert_cmpint (plx_session_get_selected (fixture.session->session), ==, PLX_ID_NONE);
  g_assert_null (fixture.session->failure);
  plx_test_column_clear (&fixture);
}

static void
test_menu (void)
{
  PlxTestColumn fixture;
  GtkWidget *menu;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  plx_test_column_tag (&fixture, "Tahrir", "Actor");
  plx_test_column_activate (&fixture, "reader.menu");
  plx_test_frame_settle ();
  menu = plx_test_column_find_widget (GTK_WIDGET (fixture.reader), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  plx_test_session_settle (fixture.session);
  plx_test_column_clear (&fixture);
}

static void
test_accessible (void)
{
  PlxTestColumn fixture;

  plx_test_column_init (&fixture, plx_test_column_text, 463, 700);
  gtk_test_accessible_assert_role (fixture.reader, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (fixture.reader, GTK_ACCESSIBLE_PROPERTY_LABEL, "Article 1");
  plx_test_column_tag (&fixture, "Hay’at Tahrir al-Sham", "Claim");
  plx_test_column_tag (&fixture, "Tahrir", "Actor/Person");
  plx_test_session_settle (fixture.session);
  plx_reader_place_caret (fixture.reader, plx_test_column_find (&fixture, "Tahrir").start + 1);
  gtk_test_accessible_assert_property (fixture.reader, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Actor/Person, selected: “Tahrir”, Claim: “Hay’at Tahrir al-Sham”");

  /* What is said follows the selection and undo, not only the caret. */
  plx_session_select (fixture.session->session, NULL, PLX_ID_NONE);
  plx_test_session_settle (fixture.session);
  gtk_test_accessible_assert_property (fixture.reader, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Actor/Person: “Tahrir”, Claim: “Hay’at Tahrir al-Sham”");
  plx_test_session_undo (fixture.session);
  gtk_test_accessible_assert_property (fixture.reader, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Claim: “Hay’at Tahrir al-Sham”");
  plx_reader_place_caret (fixture.reader, 0);
  gtk_test_accessible_assert_property (fixture.reader, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  plx_test_column_clear (&fixture);
}

int
main (int argc,
      char **argv)
{
  plx_test_frame_init (&argc, &argv);
  g_test_add_func ("/tagging/label-bar", test_label_bar);
  g_test_add_func ("/tagging/click-before-frame", test_click_before_frame);
  g_test_add_func ("/tagging/close-while-saving", test_close_while_saving);
  g_test_add_func ("/tagging/search", test_search);
  g_test_add_func ("/tagging/keys", test_keys);
  g_test_add_func ("/tagging/menu", test_menu);
  g_test_add_func ("/tagging/accessible", test_accessible);
  return g_test_run ();
}
