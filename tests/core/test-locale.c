/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The language of the words, and of the months between them. */

#include "config.h"

#include "plx-test-dir.h"

#include "base/plx-locale.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define PLAIN_LOCALE "/usr/lib/locale/C.utf8"

/* Its months are called of no language. */
#define TIMES                                                                        \
  "LC_TIME\n"                                                                        \
  "abday \"ua\";\"ub\";\"uc\";\"ud\";\"ue\";\"uf\";\"ug\"\n"                         \
  "day \"dua\";\"dub\";\"duc\";\"dud\";\"due\";\"duf\";\"dug\"\n"                    \
  "abmon \"a\";\"b\";\"c\";\"d\";\"xe\";\"f\";\"g\";\"h\";\"i\";\"j\";\"k\";\"l\"\n" \
  "mon \"a\";\"b\";\"c\";\"d\";\"moxe\";\"f\";\"g\";\"h\";\"i\";\"j\";\"k\";\"l\"\n" \
  "d_t_fmt \"%c\"\n"                                                                 \
  "d_fmt \"%x\"\n"                                                                   \
  "t_fmt \"%X\"\n"                                                                   \
  "am_pm \"\";\"\"\n"                                                                \
  "t_fmt_ampm \"\"\n"                                                                \
  "END LC_TIME\n"

/* Those of the system belong to a package that need not be there. */
#define LETTERS                      \
  "<code_set_name> ANSI_X3.4-1968\n" \
  "<mb_cur_min> 1\n"                 \
  "<mb_cur_max> 1\n"                 \
  "<escape_char> /\n"                \
  "CHARMAP\n"                        \
  "<U0000>..<U007F> /x00 x\n"        \
  "END CHARMAP\n"

static char *folder; /* (owned) */

/* Returns: (transfer full): where its times are */
static char *
build_times (void)
{
  g_autofree char *letters = g_build_filename (folder, "letters", NULL);
  g_autofree char *source = g_build_filename (folder, "times", NULL);
  g_autofree char *locale = g_build_filename (folder, "times.UTF-8", NULL);
  const char *arguments[] = { "localedef", "--quiet", "--no-archive", "--force", "--charmap", letters, "--inputfile", source, locale, NULL };

  g_assert_true (g_file_set_contents (letters, LETTERS, -1, NULL));
  g_assert_true (g_file_set_contents (source, TIMES, -1, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, NULL));
  return g_build_filename (locale, "LC_TIME", NULL);
}

/* Makes a locale that is like any other in all but its times. */
static void
build_locale (const char *name,
              const char *times)
{
  g_autofree char *place = g_build_filename (folder, name, NULL);
  g_autoptr (GDir) plain = g_dir_open (PLAIN_LOCALE, 0, NULL);
  const char *category;

  g_assert_nonnull (plain);
  g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
  while ((category = g_dir_read_name (plain)) != NULL)
    {
      g_autofree char *from = g_build_filename (PLAIN_LOCALE, category, NULL);
      g_autofree char *to = g_build_filename (place, category, NULL);

      g_assert_cmpint (symlink (g_str_equal (category, "LC_TIME") ? times : from, to), ==, 0);
    }
}

/* Speaks as somebody hears who has set @locale and, if not empty, @language. */
static void
speak (const char *locale,
       const char *language)
{
  g_setenv ("LC_ALL", locale, TRUE);
  g_setenv ("LANGUAGE", language, TRUE);
  plx_locale_init ();
}

static char *
dup_month (void)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (2031, 5, 3, 12, 0, 0);

  return g_date_time_format (day, "%-d %B %Y");
}

static void
test_catalogue (void)
{
  g_autofree char *language = NULL;
  g_autofree char *month = NULL;

  speak ("de_XX", "");
  language = plx_locale_dup_language ();
  month = dup_month ();
  g_assert_cmpstr (language, ==, "de");
  g_assert_cmpstr (month, ==, "3 moxe 2031");
}

/* Words are English there, and so are months. */
static void
test_no_catalogue (void)
{
  g_autofree char *language = NULL;
  g_autofree char *month = NULL;

  speak ("xx_XX", "");
  language = plx_locale_dup_language ();
  month = dup_month ();
  g_assert_cmpstr (language, ==, "en");
  g_assert_cmpstr (month, ==, "3 May 2031");
}

/* The words alone are of another language: so are months, if the system knows it. */
static void
test_other_words (void)
{
  g_autofree char *language = NULL;
  g_autofree char *month = NULL;

  speak ("xx_XX", "es");
  language = plx_locale_dup_language ();
  month = dup_month ();
  g_assert_cmpstr (language, ==, "es");
  g_assert_cmpstr (month, ==, "3 May 2031");
  speak ("xx_XX", "tr");
  g_clear_pointer (&month, g_free);
  month = dup_month ();
  g_assert_cmpstr (month, ==, "3 moxe 2031");
}

int
main (int argc,
      char **argv)
{
  g_autofree char *times = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = plx_test_dir_new ();
  g_setenv ("LOCPATH", folder, TRUE);
  times = build_times ();
  build_locale ("de_XX", times);
  build_locale ("es_ES.UTF-8", PLAIN_LOCALE "/LC_TIME");
  build_locale ("xx_XX", times);
  g_test_add_func ("/locale/catalogue", test_catalogue);
  g_test_add_func ("/locale/no-catalogue", test_no_catalogue);
  g_test_add_func ("/locale/other-words", test_other_words);
  status = g_test_run ();
  plx_test_dir_remove (folder);
  g_free (folder);
  return status;
}
