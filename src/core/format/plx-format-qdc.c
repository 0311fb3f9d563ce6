/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-qdc.h"

#include "format/plx-codebook-private.h"
#include "format/plx-export.h"
#include "format/plx-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Kinds are sets of codes; each set has the same guid in every file. */
static const struct
{
  PlxKind kind;
  const char *guid;
} kinds[] = {
  { PLX_KIND_ACTOR, "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1a01" },
  { PLX_KIND_PLACE, "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1a02" },
  { PLX_KIND_CLAIM, "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1a03" },
  { PLX_KIND_OTHER, "5b0c5f0e-7f4d-4c3a-9a55-0d7f3f5f1a04" },
};

typedef struct
{
  PlxExport *export;
  PlxXml xml;
  GHashTable *names; /* (owned) (element-type utf8): that are taken */
  GPtrArray *guids;  /* (owned) (element-type utf8): of the tags, in order */
} Qdc;

/* Other programs know a code by its guid there, which came from them. */
static char *
dup_guid (Qdc *self,
          PlxId tag,
          GError **error)
{
  g_auto (GStrv) ids = NULL;

  if (!plx_names_list_foreign_ids (self->export->names, self->export->connection, tag, &ids, error))
    return NULL;
  for (char **id = ids; *id != NULL; id += 2)
    if (strcmp (id[0], "uuid") == 0 && g_uuid_string_is_valid (id[1]))
      return g_strdup (id[1]);
  return plx_id_to_uuid (tag);
}

static gboolean
load_guids (Qdc *self,
            GError **error)
{
  const GPtrArray *tags = self->export->names->tags;

  for (guint i = 0; i < tags->len; i++)
    {
      char *guid = dup_guid (self, ((const PlxTag *) g_ptr_array_index (tags, i))->id, error);

      if (guid == NULL)
        return FALSE;
      g_ptr_array_add (self->guids, guid);
    }
  return TRUE;
}

/* Some programs keep only one of two codes of the same name, wherever they
 * stand, and lose what carries the other. */
static char *
dup_unique_name (Qdc *self,
                 const PlxTag *tag)
{
  const PlxTag *parent = plx_names_get_tag (self->export->names, tag->parent);
  g_autofree char *name = g_strdup (tag->name);
  g_autofree char *longer = NULL;

  if (g_hash_table_contains (self->names, name))
    {
      longer = g_strdup_printf ("%s (%s)", tag->name, parent != NULL ? parent->name : "");
      g_free (name);
      name = g_strdup (longer);
    }
  for (int n = 2; g_hash_table_contains (self->names, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %d", longer, n);
    }
  g_hash_table_add (self->names, g_strdup (name));
  return g_steal_pointer (&name);
}

static void
start_code (Qdc *self,
            guint i)
{
  const PlxTag *tag = g_ptr_array_index (self->export->names->tags, i);
  g_autofree char *name = dup_unique_name (self, tag);

  plx_xml_start (&self->xml, "Code");
  plx_xml_attribute (&self->xml, "guid", g_ptr_array_index (self->guids, i));
  plx_xml_attribute (&self->xml, "name", name);
  plx_xml_attribute (&self->xml, "isCodable", "true");
  plx_xml_attribute (&self->xml, "color", tag->colour);
  plx_xml_element (&self->xml, "Description", tag->description);
}

/* Tags come parents first, so the depth tells where a branch ends. */
static gboolean
write_codes (Qdc *self,
             GError **error)
{
  const GPtrArray *tags = self->export->names->tags;
  int open = 0;

  plx_xml_start (&self->xml, "Codes");
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      for (; open > tag->depth; open--)
        plx_xml_end (&self->xml);
      start_code (self, i);
      open = tag->depth + 1;
      if (!plx_export_check (self->export, error))
        return FALSE;
    }
  for (; open > 0; open--)
    plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  return TRUE;
}

static gboolean
has_kind (const GPtrArray *tags,
          PlxKind kind)
{
  for (guint i = 0; i < tags->len; i++)
    if (((const PlxTag *) g_ptr_array_index (tags, i))->kind == kind)
      return TRUE;
  return FALSE;
}

static void
write_set (Qdc *self,
           guint which)
{
  const GPtrArray *tags = self->export->names->tags;
  g_autofree char *name = g_strconcat ("kind: ", plx_kind_to_string (kinds[which].kind), NULL);

  if (!has_kind (tags, kinds[which].kind))
    return;
  plx_xml_start (&self->xml, "Set");
  plx_xml_attribute (&self->xml, "guid", kinds[which].guid);
  plx_xml_attribute (&self->xml, "name", name);
  for (guint i = 0; i < tags->len; i++)
    if (((const PlxTag *) g_ptr_array_index (tags, i))->kind == kinds[which].kind)
      {
        plx_xml_start (&self->xml, "MemberCode");
        plx_xml_attribute (&self->xml, "guid", g_ptr_array_index (self->guids, i));
        plx_xml_end (&self->xml);
      }
  plx_xml_end (&self->xml);
}

static gboolean
write_root (Qdc *self,
            GError **error)
{
  plx_xml_start (&self->xml, "CodeBook");
  plx_xml_attribute (&self->xml, "xmlns", "urn:QDA-XML:codebook:1.0");
  plx_xml_attribute (&self->xml, "origin", "Parallax " PLX_VERSION);
  if (!write_codes (self, error))
    return FALSE;
  plx_xml_start (&self->xml, "Sets");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    write_set (self, i);
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  plx_xml_finish (&self->xml);
  return TRUE;
}

static gboolean
write_qdc (PlxExport *export,
           GError **error)
{
  Qdc self = { .export = export };
  gboolean done;

  if (export->names->tags->len == 0)
    {
      g_set_error_literal (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE,
                           _ ("The codebook holds no tags, and REFI-QDA needs at least one. Add a tag first, or save as JSON."));
      return FALSE;
    }
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.guids = g_ptr_array_new_with_free_func (g_free);
  plx_xml_init (&self.xml, export->target);
  plx_export_begin (export, NULL);
  done = load_guids (&self, error) && write_root (&self, error);
  export->n_replaced = plx_xml_take_n_replaced (&self.xml);
  plx_export_end (export);
  plx_xml_clear (&self.xml);
  g_ptr_array_unref (self.guids);
  g_hash_table_unref (self.names);
  return done;
}

static void
list_losses (const PlxNames *names,
             GPtrArray *lines)
{
  guint n_keys = 0, n_examples = 0;
  guint n_kinds = names->relation_kinds->len;

  for (guint i = 0; i < names->tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (names->tags, i);

      n_keys += *tag->hotkey != '\0';
      n_examples += *tag->examples != '\0';
    }
  if (n_keys > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("The key of %u tag is not in the file.", "The keys of %u tags are not in the file.", n_keys), n_keys));
  if (n_examples > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("The examples of %u tag are not in the file.", "The examples of %u tags are not in the file.", n_examples), n_examples));
  if (n_kinds > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u kind of relation is not in the file.", "%u kinds of relations are not in the file.", n_kinds), n_kinds));
}

const PlxFormat plx_format_qdc = {
  .name = "qdc",
  .title = N_ ("Codebook for Other Programs (REFI-QDA)"),
  .extension = PLX_CODEBOOK_QDC,
  .mime_type = "application/xml",
  .codebook = TRUE,
  .write = write_qdc,
  .list_losses = list_losses,
};
