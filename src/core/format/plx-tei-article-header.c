/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei.h"

#include "base/plx-time.h"

#include <string.h>

static void
write_measure (PlxTei *self,
               const char *type,
               int quantity)
{
  g_autofree char *number = g_strdup_printf ("%d", quantity);

  plx_xml_start_inline (&self->xml, "measure");
  plx_xml_attribute (&self->xml, "type", type);
  plx_xml_attribute (&self->xml, "unit", "codepoint");
  plx_xml_attribute (&self->xml, "quantity", number);
  plx_xml_end (&self->xml);
}

static void
write_extent (PlxTei *self,
              PlxText *text)
{
  int n_replaced = plx_xml_count_illegal (plx_text_get_utf8 (text));

  plx_xml_start (&self->xml, "extent");
  write_measure (self, "length", plx_text_get_length (text));
  if (n_replaced > 0)
    write_measure (self, "replaced", n_replaced);
  plx_xml_end (&self->xml);
}

static void
write_date (PlxTei *self,
            const char *published)
{
  if (*published == '\0')
    return;
  plx_xml_start (&self->xml, "date");
  if (plx_date_is_valid (published))
    plx_xml_attribute (&self->xml, "when", published);
  else
    plx_xml_text (&self->xml, published);
  plx_xml_end (&self->xml);
}

/* A pointer takes no blanks and no stray signs; what it cannot take literally
 * is kept beside it. */
static void
write_url (PlxTei *self,
           const char *url)
{
  g_autofree char *escaped = g_uri_escape_string (url, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "?#%", TRUE);

  if (g_uri_is_valid (escaped, G_URI_FLAGS_NONE, NULL))
    {
      plx_xml_start (&self->xml, "ptr");
      plx_xml_attribute (&self->xml, "target", escaped);
      plx_xml_end (&self->xml);
    }
  else
    *escaped = '\0';
  if (strcmp (escaped, url) != 0)
    plx_xml_element_with (&self->xml, "idno", "type", "URL", url);
}

/* Which version this is, if the article has several. */
static void
write_version (PlxTei *self,
               const PlxDocument *document)
{
  g_autofree char *number = g_strdup_printf ("%d", document->version);

  if (document->version > 1 || document->article != PLX_ID_NONE)
    {
      plx_xml_start_inline (&self->xml, "edition");
      plx_xml_attribute (&self->xml, "n", number);
      plx_xml_text (&self->xml, document->made);
      plx_xml_end (&self->xml);
    }
  if (document->article != PLX_ID_NONE)
    {
      plx_xml_start (&self->xml, "relatedItem");
      plx_xml_attribute (&self->xml, "type", "current-version");
      plx_xml_attribute_id (&self->xml, "target", "#" PLX_TEI_DOCUMENT, document->article);
      plx_xml_end (&self->xml);
    }
}

static gboolean
write_source (PlxTei *self,
              const PlxDocument *document,
              GError **error)
{
  g_autofree char *uuid = plx_id_to_uuid (document->id);

  plx_xml_start (&self->xml, "sourceDesc");
  plx_xml_start (&self->xml, "bibl");
  plx_xml_element (&self->xml, "title", document->title);
  plx_xml_element (&self->xml, "author", document->author);
  write_version (self, document);
  plx_xml_element (&self->xml, "publisher", document->outlet);
  write_date (self, document->published);
  write_url (self, document->url);
  plx_xml_element_with (&self->xml, "note", "type", "comment", document->note);
  if (!plx_tei_write_field_values (self, document->id, error))
    return FALSE;
  plx_xml_element_with (&self->xml, "idno", "type", "UUID", uuid);
  plx_xml_element_with (&self->xml, "idno", "type", "filename", document->filename);
  plx_xml_element_with (&self->xml, "idno", "type", "SHA-256", document->sha256);
  plx_xml_element_with (&self->xml, "idno", "type", "file-SHA-256", document->original);
  if (!plx_tei_write_foreign_ids (self, "idno", document->id, error))
    return FALSE;
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  return TRUE;
}

static gboolean
write_file_description (PlxTei *self,
                        const PlxDocument *document,
                        PlxText *text,
                        GError **error)
{
  plx_xml_start (&self->xml, "fileDesc");
  plx_xml_start (&self->xml, "titleStmt");
  plx_xml_start_inline (&self->xml, "title");
  plx_xml_text (&self->xml, document->title);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  write_extent (self, text);
  plx_xml_start (&self->xml, "publicationStmt");
  plx_xml_element_inline (&self->xml, "p", "Not published");
  plx_xml_end (&self->xml);
  if (!write_source (self, document, error))
    return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

gboolean
plx_tei_is_language (const char *language)
{
  return g_regex_match_simple ("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", language, 0, 0);
}

static void
write_language (PlxTei *self,
                const char *language)
{
  if (*language == '\0')
    return;
  plx_xml_start (&self->xml, "profileDesc");
  plx_xml_start (&self->xml, "langUsage");
  plx_xml_start_inline (&self->xml, "language");
  plx_xml_attribute (&self->xml, "ident", plx_tei_is_language (language) ? language : "und");
  if (!plx_tei_is_language (language))
    plx_xml_text (&self->xml, language);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
}

gboolean
plx_tei_write_article_header (PlxTei *self,
                              const PlxDocument *document,
                              PlxText *text,
                              GError **error)
{
  plx_xml_start (&self->xml, "teiHeader");
  if (!write_file_description (self, document, text, error))
    return FALSE;
  write_language (self, document->language);
  plx_xml_start (&self->xml, "revisionDesc");
  plx_tei_write_change (self, "created", document->created, PLX_ID_NONE);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  return TRUE;
}
