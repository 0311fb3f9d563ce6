/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-packed.h"

#include "intake/plx-intake-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Describing */

typedef struct
{
  PlxDocument *document;
  gboolean dated;
  char **field; /* that the text goes to, or %NULL */
  gboolean in_date;
  gboolean in_language;
  GString *text; /* (owned) */
} Description;

static void
describe_start (const char *name,
                xmlTextReaderPtr reader,
                gpointer data)
{
  Description *self = data;

  g_string_truncate (self->text, 0);
  self->in_date = self->dated && g_str_equal (name, "date");
  self->in_language = g_str_equal (name, "language");
  self->field = NULL;
  if (g_str_equal (name, "title"))
    self->field = &self->document->title;
  else if (g_str_equal (name, "creator") || g_str_equal (name, "initial-creator"))
    self->field = &self->document->author;
  else if (g_str_equal (name, "publisher"))
    self->field = &self->document->outlet;
}

static void
describe_end (const char *name,
              gpointer data)
{
  Description *self = data;

  if (self->field != NULL)
    plx_intake_set_field (self->field, self->text->str);
  if (self->in_date)
    plx_intake_set_published (self->document, self->text->str);
  if (self->in_language)
    plx_intake_set_language (self->document, self->text->str);
  self->field = NULL;
  self->in_date = FALSE;
  self->in_language = FALSE;
}

static void
describe_text (const char *text,
               gpointer data)
{
  Description *self = data;

  if (self->text->len < 10000)
    g_string_append (self->text, text);
}

void
plx_intake_describe_packed (GBytes *part,
                            gboolean dated,
                            PlxDocument *document)
{
  static const PlxIntakeXmlHandler handler = { describe_start, describe_end, describe_text };
  g_autoptr (GString) text = g_string_new (NULL);
  Description description = { .document = document, .dated = dated, .text = text };

  if (part != NULL)
    plx_intake_xml_walk (part, &handler, &description, NULL);
}

/* Reading */

static gboolean
claims (const PlxIntakeSource *source)
{
  return source->length >= 4 && memcmp (source->bytes, "PK\003\004", 4) == 0;
}

static gboolean
is_wanted (const char *name,
           gpointer data)
{
  static const char *const suffixes[] = { ".xml", ".rels", ".opf", ".xhtml", ".html", ".htm" };

  if (g_str_equal (name, "mimetype"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_type (PlxZip *zip,
          const char *type)
{
  GBytes *bytes = plx_zip_get (zip, "mimetype");
  gsize size = 0;
  const char *found = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return found != NULL && size >= strlen (type) && memcmp (found, type, strlen (type)) == 0;
}

static gboolean
read_zip (PlxZip *zip,
          PlxIntakeItem *item,
          GError **error)
{
  if (plx_zip_get (zip, "META-INF/container.xml") != NULL && !has_type (zip, "application/vnd.oasis"))
    return plx_intake_read_epub (zip, item, error);
  if (has_type (zip, "application/vnd.oasis.opendocument.text"))
    return plx_intake_read_odt (zip, item, error);
  if (plx_zip_get (zip, "_rels/.rels") != NULL && plx_zip_get (zip, "word/document.xml") != NULL)
    return plx_intake_read_docx (zip, item, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("it is a packed file, but no DOCX, ODT or EPUB"));
  return FALSE;
}

static gboolean
read_packed (const PlxIntakeSource *source,
             PlxIntakeItem *item,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PlxZip) zip = plx_zip_new (source->bytes, source->length, is_wanted, &local);

  if (zip != NULL && read_zip (zip, item, &local))
    return TRUE;
  g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_DAMAGED,
               /* Translators: a file, what is wrong with it */
               _ ("“%s” cannot be read: %s. Open it in the program that made it, save its text and choose that file."),
               plx_intake_source_get_name (source), local->message);
  return FALSE;
}

const PlxIntakeReader plx_intake_reader_packed = { claims, read_packed };
