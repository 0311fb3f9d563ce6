/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-citation.h"

#include <glib/gi18n.h>
#include <string.h>

/* Adds @part after @separator, which is left out at the beginning and after a
 * sign that ends a sentence. */
static void
add (GString *source,
     const char *separator,
     const char *part)
{
  g_autofree char *stripped = g_strstrip (g_strdelimit (g_strdup (part), "\r\n\t", ' '));

  if (*stripped == '\0')
    return;
  if (source->len > 0 && *separator == '.' && strchr (".!?", source->str[source->len - 1]) != NULL)
    separator++;
  if (source->len > 0)
    g_string_append (source, separator);
  g_string_append (source, stripped);
}

char *
plx_citation_dup_source (const PlxDocument *document)
{
  GString *source = g_string_new (NULL);

  add (source, "", document->author);
  add (source, ": ", document->title);
  add (source, ". ", document->outlet);
  add (source, *document->outlet != '\0' ? ", " : ". ", document->published);
  add (source, ". ", document->url);
  return g_string_free (source, FALSE);
}

char *
plx_citation_dup (const PlxDocument *document,
                  const char *quote)
{
  g_autofree char *source = plx_citation_dup_source (document);
  g_autofree char *stripped = g_strstrip (g_strdup (quote));
  /* Translators: words of an article, as your language marks quotations */
  g_autofree char *quoted = g_strdup_printf (C_ ("quotation", "“%s”"), stripped);

  return g_strconcat (quoted, "\n— ", source, NULL);
}
