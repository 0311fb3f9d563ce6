/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-qdpx.h"

#include "base/plx-time.h"
#include "base/plx-zip.h"
#include "format/plx-qdpx-units.h"
#include "format/plx-qdpx-write.h"
#include "store/plx-documents.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The project */

static void
write_users (PlxQdpxWrite *self)
{
  const GPtrArray *annotators = self->export->names->annotators;

  plx_xml_start (&self->xml, "Users");
  for (guint i = 0; i < annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (annotators, i);

      plx_xml_start (&self->xml, "User");
      plx_xml_attribute_id (&self->xml, "guid", "", annotator->id);
      plx_xml_attribute (&self->xml, "name", annotator->name);
      plx_xml_end (&self->xml);
    }
  plx_xml_end (&self->xml);
}

static void
write_sets (PlxQdpxWrite *self)
{
  const GPtrArray *tags = self->export->names->tags;

  plx_xml_start (&self->xml, "Sets");
  for (int kind = PLX_KIND_ACTOR; kind <= PLX_KIND_OTHER; kind++)
    {
      g_autofree char *name = g_strconcat ("kind: ", plx_kind_to_string ((PlxKind) kind), NULL);
      g_autofree char *guid = plx_uuid_derive (PLX_QDPX_SETS, name);

      plx_xml_start (&self->xml, "Set");
      plx_xml_attribute (&self->xml, "guid", guid);
      plx_xml_attribute (&self->xml, "name", name);
      for (guint i = 0; i < tags->len; i++)
        if ((int) ((const PlxTag *) g_ptr_array_index (tags, i))->kind == kind)
          {
            plx_xml_start (&self->xml, "MemberCode");
            plx_xml_attribute_id (&self->xml, "targetGUID", "", ((const PlxTag *) g_ptr_array_index (tags, i))->id);
            plx_xml_end (&self->xml);
          }
      plx_xml_end (&self->xml);
    }
  plx_xml_end (&self->xml);
}

static gboolean
write_project (PlxQdpxWrite *self,
               GError **error)
{
  plx_xml_start (&self->xml, "Project");
  plx_xml_attribute (&self->xml, "xmlns", "urn:QDA-XML:project:1.0");
  plx_xml_attribute (&self->xml, "name", self->export->facts.name);
  plx_xml_attribute (&self->xml, "origin", "Parallax " PLX_VERSION);
  plx_xml_attribute (&self->xml, "creationDateTime", self->export->facts.created);
  plx_export_begin (self->export, NULL);
  write_users (self);
  plx_xml_start (&self->xml, "CodeBook");
  plx_qdpx_write_codes (self);
  plx_xml_end (&self->xml);
  plx_qdpx_write_variables (self);
  if (!plx_qdpx_write_cases (self, error))
    return FALSE;
  self->export->n_replaced = plx_xml_take_n_replaced (&self->xml);
  plx_export_end (self->export);
  if (!plx_qdpx_write_sources (self, error) || !plx_qdpx_write_notes_and_links (self, error))
    return FALSE;
  write_sets (self);
  plx_xml_end (&self->xml);
  plx_xml_finish (&self->xml);
  return TRUE;
}

/* The container */

static void
zip_func (gpointer data,
          const char *bytes,
          gsize length)
{
  plx_container_write (data, bytes, length);
}

static void
add_text (PlxQdpxWrite *self,
          const char *name,
          const char *text)
{
  g_autoptr (GString) lines = NULL;

  if (!self->utf16)
    {
      plx_container_add (self->zip, name, text, strlen (text));
      return;
    }
  lines = g_string_new (text);
  g_string_replace (lines, "\n", "\r\n", 0);
  g_string_prepend (lines, PLX_QDPX_BOM);
  plx_container_add (self->zip, name, lines->str, lines->len);
}

/* The texts have been checked when their passages were written. */
static gboolean
add_texts (PlxQdpxWrite *self,
           GError **error)
{
  for (guint i = 0; i < self->export->documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (self->export->documents, i);
      g_autofree char *text = plx_documents_dup_body (self->export->connection, document->id, error);
      g_autofree char *uuid = plx_id_to_uuid (document->id);
      g_autofree char *name = g_strconcat ("sources/", uuid, ".txt", NULL);

      if (text == NULL || !plx_export_check (self->export, error))
        return FALSE;
      add_text (self, name, text);
    }
  return TRUE;
}

static gboolean
write_file (PlxExport *export,
            gboolean utf16,
            GError **error)
{
  PlxQdpxWrite self = { .export = export, .utf16 = utf16 };
  gboolean done;

  self.line_ends = g_array_new (FALSE, FALSE, sizeof (int));
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.zip = plx_container_new (export->target);
  plx_container_begin (self.zip, "project.qde", -1);
  plx_xml_init_func (&self.xml, zip_func, self.zip);
  done = write_project (&self, error);
  plx_xml_clear (&self.xml);
  if (done && add_texts (&self, error))
    done = plx_container_finish (self.zip, error);
  else
    {
      plx_container_abandon (self.zip);
      done = FALSE;
    }
  g_array_unref (self.line_ends);
  g_hash_table_unref (self.names);
  return done;
}

static gboolean
write_qdpx (PlxExport *export,
            GError **error)
{
  return write_file (export, FALSE, error);
}

static gboolean
write_utf16 (PlxExport *export,
             GError **error)
{
  return write_file (export, TRUE, error);
}

static gboolean
sniff_qdpx (const char *head,
            gsize length)
{
  g_autofree char *name = plx_zip_dup_first_name (head, length);

  return g_str_has_suffix (name, ".qde") || g_str_has_prefix (name, "sources/");
}

#define CARRIES (PLX_CARRIES_WHOLE & ~(guint) (PLX_CARRIES_KEYS | PLX_CARRIES_REJECTIONS | PLX_CARRIES_STRUCTURE | PLX_CARRIES_VERSIONS | PLX_CARRIES_OUTLETS))

const PlxFormat plx_format_qdpx = {
  .name = "qdpx",
  .title = N_ ("REFI-QDA"),
  .extension = ".qdpx",
  .mime_type = "application/zip",
  .carries = CARRIES,
  .write = write_qdpx,
  .sniff = sniff_qdpx,
  .read = plx_qdpx_read,
  .variant = &plx_format_qdpx_utf16,
  .variant_option = "utf16",
  .variant_title = N_ ("Positions in UTF-16 units, as NVivo counts"),
};

const PlxFormat plx_format_qdpx_utf16 = {
  .name = "qdpx-utf16",
  .title = N_ ("REFI-QDA, UTF-16 units"),
  .extension = ".qdpx",
  .mime_type = "application/zip",
  .carries = CARRIES,
  .write = write_utf16,
  .read = plx_qdpx_read,
  .is_variant = TRUE,
};
