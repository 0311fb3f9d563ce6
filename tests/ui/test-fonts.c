/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where no font has the letters of an article, the article says so and can be
 * worked on. */

#include "config.h"

#include "plx-test-column.h"
#include "plx-test-dir.h"

#include "board/plx-font-notice.h"
#include "reader/plx-missing-font.h"

#include <string.h>

#define FONTS "/usr/share/fonts"

static const char arabic[] = "انهيار بوابة السد";

/* The only fonts that there are have letters of Europe. */
static void
leave_latin (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *cache = g_build_filename (folder, "fonts-cache", NULL);
  g_autofree char *contents = g_strdup_printf ("<?xml version=\"1.0\"?><fontconfig><dir>" FONTS "/opentype/cantarell</dir>"
                                               "<dir>" FONTS "/truetype/cantarell</dir><cachedir>%s</cachedir></fontconfig>",
                                               cache);
  GError *error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
}

static gboolean
has_fonts (void)
{
  return g_file_test (FONTS "/opentype/cantarell", G_FILE_TEST_IS_DIR) || g_file_test (FONTS "/truetype/cantarell", G_FILE_TEST_IS_DIR);
}

static GtkWidget *
find_notice (PlxTestColumn *column)
{
  return plx_test_column_find_widget (column->column, PLX_TYPE_FONT_NOTICE);
}

static void
wait_looked (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_missing (void)
{
  PlxTestColumn column;
  GtkWidget *notice;

  plx_test_column_init (&column, arabic, 400, 300);
  notice = find_notice (&column);
  while (!gtk_widget_get_visible (notice))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (plx_missing_font_find (GTK_WIDGET (column.reader), arabic), ==, "Noto Naskh Arabic");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (notice))), "Noto Naskh Arabic"));
  plx_test_column_tag (&column, "بوابة", "Place");
  plx_test_session_settle (column.session);
  plx_test_column_clear (&column);
}

static void
test_there (void)
{
  PlxTestColumn column;

  plx_test_column_init (&column, "Café Müller über Łódź – “naïve” €", 400, 300);
  wait_looked ();
  g_assert_false (gtk_widget_get_visible (find_notice (&column)));
  /* Signs are no letters, and one odd letter is no script. */
  g_assert_null (plx_missing_font_find (GTK_WIDGET (column.reader), "⟦☃⟧ 12 … \xef\xb7\xbd"));
  g_assert_null (plx_missing_font_find (GTK_WIDGET (column.reader), ""));
  g_assert_cmpstr (plx_missing_font_find (GTK_WIDGET (column.reader), "Tokyo 東京都"), ==, "Noto Sans CJK SC");
  plx_test_column_clear (&column);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *folder = plx_test_dir_new ();
  int status;

  if (!has_fonts ())
    {
      g_print ("1..0 # SKIP fonts-cantarell is not there\n");
      return 0;
    }
  leave_latin (folder);
  plx_test_frame_init (&argc, &argv);
  g_test_add_func ("/fonts/missing", test_missing);
  g_test_add_func ("/fonts/there", test_there);
  status = g_test_run ();
  plx_test_dir_remove (folder);
  return status;
}
