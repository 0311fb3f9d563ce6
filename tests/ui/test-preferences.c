/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preferences go into the settings, and nonsense there does no harm. */

#include "config.h"

#include "plx-test-session.h"

#include "compat/plx-settings.h"
#include "dialogs/plx-preferences.h"
#include "session/plx-look.h"
#include "window/plx-look-settings.h"

#include <adwaita.h>

static GtkWidget *
get (PlxPreferences *preferences,
     const char *name)
{
  GtkWidget *child = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (preferences), PLX_TYPE_PREFERENCES, name));

  g_assert_nonnull (child);
  return child;
}

static void
test_write (void)
{
  g_autoptr (GSettings) settings = plx_settings_new ();
  g_autofree char *font = NULL;
  g_autofree char *annotator = NULL;
  PlxPreferences *preferences;

  g_assert_nonnull (settings);
  preferences = g_object_new (PLX_TYPE_PREFERENCES, NULL);
  /* Looking changes nothing. */
  g_assert_null (g_settings_get_user_value (settings, "snapping"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (preferences, "snapping")), 2);
  g_assert_cmpint (plx_settings_get_enum (settings, "snapping", -1), ==, 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (preferences, "font")), 1);
  font = plx_settings_dup_string (settings, "font");
  g_assert_cmpstr (font, ==, PLX_FONT_SANS);
  gtk_switch_set_active (GTK_SWITCH (get (preferences, "captions")), TRUE);
  g_assert_true (plx_settings_get_boolean (settings, "captions", FALSE));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (preferences, "colours")), 2);
  g_assert_cmpint (plx_settings_get_enum (settings, "colour-scheme", -1), ==, 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (preferences, "palette")), PLX_PALETTE_KINDS);
  g_assert_cmpint (plx_settings_get_enum (settings, "palette", -1), ==, PLX_PALETTE_KINDS);
  gtk_editable_set_text (GTK_EDITABLE (get (preferences, "annotator")), "  Ada ");
  g_signal_emit_by_name (get (preferences, "annotator"), "apply");
  annotator = plx_settings_dup_annotator (settings);
  g_assert_cmpstr (annotator, ==, "Ada");
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* A window that is open follows at once. */
static void
test_follow (void)
{
  g_autoptr (GSettings) settings = plx_settings_new ();
  g_autoptr (PlxLook) look = plx_look_new ();

  plx_look_settings_bind (look, settings, NULL);
  plx_settings_set_enum (settings, "line-width", PLX_LINE_WIDTH_FULL);
  g_assert_cmpint (plx_look_get_line_width (look), ==, PLX_LINE_WIDTH_FULL);
  plx_settings_set_value (settings, "font", g_variant_new_string (PLX_FONT_SERIF));
  g_assert_cmpstr (plx_look_get_font (look), ==, PLX_FONT_SERIF);
  /* What the view menu sets goes the other way and stays. */
  g_object_set (look, "line-width", PLX_LINE_WIDTH_NARROW, "captions", FALSE, NULL);
  g_assert_cmpint (plx_settings_get_enum (settings, "line-width", -1), ==, PLX_LINE_WIDTH_NARROW);
  g_assert_false (plx_settings_get_boolean (settings, "captions", TRUE));
}

static const PlxTag *
find_tag (PlxSession *session,
          const char *path)
{
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (plx_session_get_codebook (session));

  for (guint i = 0; i < tags->len; i++)
    if (g_str_equal (((const PlxTag *) g_ptr_array_index (tags, i))->path, path))
      return g_ptr_array_index (tags, i);
  g_error ("There is no tag “%s”", path);
}

static void
changed_cb (PlxCodebook *codebook,
            int *n)
{
  ++*n;
}

/* A palette changes what is shown, and no tag. */
static void
test_palette (void)
{
  static const char *const texts[] = { "Rebels took Nubl.", NULL };
  g_autoptr (GSettings) settings = plx_settings_new ();
  g_autoptr (PlxTestSession) test = plx_test_session_new (plx_test_project_new (texts));
  g_autofree char *own = g_strdup (find_tag (test->session, "Actor/State")->colour);
  int n_changes = 0;

  plx_settings_set_enum (settings, "palette", PLX_PALETTE_OWN);
  plx_look_settings_bind (plx_session_get_look (test->session), settings, NULL);
  g_signal_connect (plx_session_get_codebook (test->session), "changed", G_CALLBACK (changed_cb), &n_changes);
  g_assert_cmpstr (plx_tag_get_shown_colour (find_tag (test->session, "Actor/State")), ==, own);
  plx_settings_set_enum (settings, "palette", PLX_PALETTE_KINDS);
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_cmpstr (plx_tag_get_shown_colour (find_tag (test->session, "Actor/State")), ==, find_tag (test->session, "Actor")->colour);
  g_assert_cmpstr (plx_tag_get_shown_colour (find_tag (test->session, "Place/Site")), ==, find_tag (test->session, "Place")->colour);
  g_assert_cmpstr (find_tag (test->session, "Actor/State")->colour, ==, own);
  plx_settings_set_enum (settings, "palette", PLX_PALETTE_BLACK);
  g_assert_cmpstr (plx_tag_get_shown_colour (find_tag (test->session, "Actor/State")), ==, "#000000");
  plx_settings_set_enum (settings, "palette", PLX_PALETTE_OWN);
  g_assert_cmpstr (plx_tag_get_shown_colour (find_tag (test->session, "Actor/State")), ==, own);
  g_assert_cmpint (n_changes, ==, 3);
}

static void
test_nonsense (void)
{
  g_autoptr (GSettings) settings = plx_settings_new ();
  g_autoptr (PlxLook) look = plx_look_new ();
  PlxPreferences *preferences;
  g_autofree char *annotator = NULL;

  plx_settings_set_value (settings, "font", g_variant_new_string ("\n\t no such font <b> 99999"));
  plx_settings_set_value (settings, "annotator", g_variant_new_string (" \n "));
  plx_look_settings_bind (look, settings, NULL);
  preferences = g_object_new (PLX_TYPE_PREFERENCES, NULL);
  annotator = plx_settings_dup_annotator (settings);
  g_assert_cmpstr (annotator, !=, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (preferences, "annotator"))), ==, annotator);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/preferences/write", test_write);
  g_test_add_func ("/preferences/follow", test_follow);
  g_test_add_func ("/preferences/palette", test_palette);
  g_test_add_func ("/preferences/nonsense", test_nonsense);
  return g_test_run ();
}
