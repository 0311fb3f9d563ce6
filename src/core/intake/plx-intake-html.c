/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-html.h"

#include "intake/plx-html-about.h"
#include "intake/plx-html-article.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a page says its encoding and that it is a page. */
#define HEAD_BYTES 4096

static char *
dup_head (const PlxIntakeSource *source)
{
  char *head = g_strndup (source->bytes, MIN (source->length, HEAD_BYTES));
  char *lower = g_ascii_strdown (head, -1);

  g_free (head);
  return lower;
}

static gboolean
claims (const PlxIntakeSource *source)
{
  g_autofree char *head = dup_head (source);
  const char *start = head;

  if (plx_intake_source_has_suffix (source, ".html") || plx_intake_source_has_suffix (source, ".htm") ||
      plx_intake_source_has_suffix (source, ".xhtml"))
    return TRUE;
  if (g_str_has_prefix (start, "\xef\xbb\xbf"))
    start += 3;
  start += strspn (start, " \t\r\n");
  return g_str_has_prefix (start, "<!doctype html") || g_str_has_prefix (start, "<html") ||
         (g_str_has_prefix (start, "<?xml") && strstr (start, "<html") != NULL);
}

/* charset=… in a meta element, or encoding="…" in an XML declaration. */
static char *
find_charset (const PlxIntakeSource *source)
{
  g_autofree char *head = dup_head (source);
  const char *place = strstr (head, "charset=");
  gsize length;

  if (place != NULL)
    place += strlen ("charset=");
  else if (g_str_has_prefix (head, "<?xml") && (place = strstr (head, "encoding=")) != NULL)
    place += strlen ("encoding=");
  if (place == NULL)
    return NULL;
  place += strspn (place, " \"'");
  length = strspn (place, "abcdefghijklmnopqrstuvwxyz0123456789-_:");
  return length > 0 ? g_strndup (place, length) : NULL;
}

gboolean
plx_intake_read_page (const PlxIntakeSource *source,
                      const char *declared,
                      PlxIntakeItem *item,
                      GError **error)
{
  g_autofree char *charset = find_charset (source);
  g_autoptr (PlxIntakeBuilder) builder = plx_intake_builder_new ();
  g_autoptr (xmlDoc) page = NULL;
  g_autoptr (GError) local = NULL;
  g_auto (PlxDecoded) decoded = { 0 };

  if (source->length > PLX_HTML_MAX_BYTES)
    {
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_TOO_LARGE,
                   /* Translators: a file, a size */
                   _ ("“%s” is larger than %d MiB. Save the article alone, or as plain text."),
                   plx_intake_source_get_name (source), PLX_HTML_MAX_BYTES >> 20);
      return FALSE;
    }
  plx_intake_source_decode (source, declared != NULL ? declared : charset, item, &decoded);
  page = plx_html_parse (g_steal_pointer (&decoded.utf8), &local);
  if (page == NULL)
    {
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_DAMAGED,
                   /* Translators: a file, what is wrong with it */
                   _ ("“%s”: %s. Save the page again, or its text, and choose that file."),
                   plx_intake_source_get_name (source), local->message);
      return FALSE;
    }
  plx_html_describe (page, item->document);
  plx_html_write_article (page, builder);
  plx_intake_take_built (item, builder);
  return TRUE;
}

static gboolean
read_html (const PlxIntakeSource *source,
           PlxIntakeItem *item,
           GError **error)
{
  return plx_intake_read_page (source, NULL, item, error);
}

const PlxIntakeReader plx_intake_reader_html = { claims, read_html };
