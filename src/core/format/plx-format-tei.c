/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-tei.h"

#include "format/plx-tei.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The file */

static gboolean
write_document (const PlxDocument *document,
                gpointer data,
                GError **error)
{
  PlxTei *self = data;

  if (!plx_tei_write_document (self, document, error))
    return FALSE;
  self->export->n_replaced = plx_xml_take_n_replaced (&self->xml);
  return TRUE;
}

static gboolean
write_corpus (PlxTei *self,
              GError **error)
{
  g_autofree char *id = g_strconcat ("project.", self->export->facts.uuid, NULL);

  plx_xml_start (&self->xml, "teiCorpus");
  plx_xml_attribute (&self->xml, "xmlns", "http://www.tei-c.org/ns/1.0");
  plx_xml_attribute (&self->xml, "version", PLX_TEI_VERSION);
  plx_xml_attribute (&self->xml, "xml:lang", "en");
  plx_xml_attribute (&self->xml, "xml:id", id);

  plx_export_begin (self->export, NULL);
  if (!plx_tei_write_header (self, error) || !plx_tei_write_lists (self, error))
    return FALSE;
  self->export->n_replaced = plx_xml_take_n_replaced (&self->xml);
  plx_export_end (self->export);

  if (!plx_export_foreach_document (self->export, write_document, self, error))
    return FALSE;
  plx_xml_end (&self->xml);
  plx_xml_finish (&self->xml);
  return TRUE;
}

static gboolean
write_file (PlxExport *export,
            gboolean reading_view,
            GError **error)
{
  PlxTei self = { .export = export, .reading_view = reading_view };
  gboolean done;

  if (export->documents->len == 0)
    {
      g_set_error_literal (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE,
                           _ ("The project holds no articles, and TEI needs at least one. Add an article first, or export as JSON Lines."));
      return FALSE;
    }
  plx_xml_init (&self.xml, export->target);
  done = write_corpus (&self, error);
  plx_xml_clear (&self.xml);
  return done;
}

static gboolean
write_tei (PlxExport *export,
           GError **error)
{
  return write_file (export, FALSE, error);
}

static gboolean
write_reading_view (PlxExport *export,
                    GError **error)
{
  return write_file (export, TRUE, error);
}

static gboolean
sniff_tei (const char *head,
           gsize length)
{
  return strstr (head, "http://www.tei-c.org/ns/1.0") != NULL && (strstr (head, "<teiCorpus") != NULL || strstr (head, "<TEI") != NULL);
}

const PlxFormat plx_format_tei = {
  .name = "tei",
  .title = N_ ("TEI P5"),
  .extension = ".tei.xml",
  .mime_type = "application/tei+xml",
  .carries = PLX_CARRIES_WHOLE,
  .write = write_tei,
  .sniff = sniff_tei,
  .read = plx_tei_read,
  .variant = &plx_format_tei_inline,
  .variant_option = "inline",
  .variant_title = N_ ("Annotations inside the text, for reading"),
};

const PlxFormat plx_format_tei_inline = {
  .name = "tei-inline",
  .title = N_ ("TEI P5, inside the text"),
  .extension = ".tei.xml",
  .mime_type = "application/tei+xml",
  .carries = PLX_CARRIES_TEXTS | PLX_CARRIES_METADATA | PLX_CARRIES_FRAGMENTS | PLX_CARRIES_ANNOTATORS | PLX_CARRIES_CODEBOOK | PLX_CARRIES_KEYS | PLX_CARRIES_ENTITIES | PLX_CARRIES_ENTITY_DETAILS | PLX_CARRIES_QUESTIONS | PLX_CARRIES_FIELDS | PLX_CARRIES_OUTLETS,
  .write = write_reading_view,
  .read = plx_tei_read,
  .is_variant = TRUE,
};
