/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-locale.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#define FIELD "\nLanguage: "

char *
plx_locale_dup_language (void)
{
  /* What stands for no words is the head of the catalogue. */
  const char *head = gettext ("");
  const char *field = strstr (head, FIELD);

  if (field == NULL)
    return g_strdup ("en");
  field += strlen (FIELD);
  return g_strndup (field, strcspn (field, "\n"));
}

/* Whether @locale, such as `de_DE.UTF-8`, is one of @language. */
static gboolean
speaks (const char *locale,
        const char *language)
{
  return locale != NULL && g_str_has_prefix (locale, language) && !g_ascii_isalpha (locale[strlen (language)]);
}

/* Months and days come from the C library, words from the catalogue.  Where the two
 * differ there is no catalogue, or the words are in a language that the user set for
 * them alone. */
static void
follow_words (void)
{
  g_autofree char *language = plx_locale_dup_language ();
  g_autofree char *country = g_ascii_strup (language, -1);
  g_autofree char *locale = g_strdup_printf ("%s_%s.UTF-8", language, country);

  if (speaks (setlocale (LC_TIME, NULL), language))
    return;
  if (g_str_equal (language, "en"))
    setlocale (LC_TIME, "C");
  else if (!speaks (setlocale (LC_MESSAGES, NULL), language) || setlocale (LC_TIME, setlocale (LC_MESSAGES, NULL)) == NULL)
    setlocale (LC_TIME, locale);
}

void
plx_locale_init (void)
{
  const char *folder = g_getenv ("PARALLAX_LOCALE_DIR");

  /* A locale that is not installed leaves "C": the program speaks English.  Plain
   * "C" knows no letters but English ones, not even in names inside of zips. */
  if (setlocale (LC_ALL, "") == NULL || g_str_has_prefix (nl_langinfo (CODESET), "ANSI"))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : PLX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  follow_words ();
}
