/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads UIMA CAS XMI, our own and that of others: layers of spans become tags,
 * plain features lines of the note, layers of relations kinds of relations.
 * Positions are UTF-16 units. */

#include "config.h"

#include "format/plx-xmi-read.h"

#include "format/plx-article-files.h"
#include "format/plx-format-xmi.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
sofa_free (PlxXmiSofa *sofa)
{
  g_clear_pointer (&sofa->text, plx_text_unref);
  g_clear_pointer (&sofa->map, g_array_unref);
  g_hash_table_unref (sofa->features);
  g_free (sofa->raw);
  g_free (sofa->name);
  g_free (sofa);
}

static void
piece_free (PlxXmiPiece *piece)
{
  g_free (piece->begin);
  g_free (piece->end);
  g_free (piece);
}

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
}

static void
reader_init (PlxXmiRead *self,
             PlxImport *import)
{
  self->import = import;
  self->types = new_table (NULL);
  self->references = new_table (NULL);
  self->left_out = new_table (NULL);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->sofas = new_table ((GDestroyNotify) sofa_free);
  self->pieces = new_table ((GDestroyNotify) piece_free);
  self->links = new_table (g_free);
  self->lists = new_table (g_free);
  self->ends = new_table (g_free);
  self->ids = new_table (NULL);
  self->ours = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->relations = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
}

static void
reader_clear (PlxXmiRead *self)
{
  g_hash_table_unref (self->types);
  g_hash_table_unref (self->references);
  g_hash_table_unref (self->left_out);
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->sofas);
  g_hash_table_unref (self->pieces);
  g_hash_table_unref (self->links);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->ends);
  g_hash_table_unref (self->ids);
  g_array_unref (self->ours);
  g_ptr_array_unref (self->relations);
}

/* One file */

/* The file goes by in the first pass, and again in the second. */
static gboolean
read_node (PlxXmiRead *self,
           PlxXmlRead *xml,
           gboolean second,
           GError **error)
{
  xmlNode *node = plx_xml_read_take (xml, error);

  if (node == NULL || !plx_import_tick (self->import, error))
    return FALSE;
  if (!second)
    plx_xmi_collect (self, node);
  return (!second || plx_xmi_read_row (self, node, error)) && plx_xml_read_skip (xml, error);
}

static gboolean
check_root (PlxXmiRead *self,
            PlxXmlRead *xml,
            GError **error)
{
  return strcmp (plx_xml_read_name (xml), "XMI") == 0 ||
         plx_import_malformed (self->import, error, _ ("this is no XMI: the outermost element is “%s”."), plx_xml_read_name (xml));
}

static gboolean
read_pass (PlxXmiRead *self,
           PlxXmlRead *xml,
           gboolean second,
           GError **error)
{
  gboolean end;

  while (plx_xml_read_next (xml, &end, error))
    {
      if (end)
        return TRUE;
      if (!plx_xml_read_is_start (xml))
        continue;
      if (plx_xml_read_depth (xml) == 0 ? !check_root (self, xml, error) : !read_node (self, xml, second, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_file (PlxXmiRead *self,
           const char *bytes,
           gsize length,
           GError **error)
{
  plx_xmi_collect_begin (self);
  for (int pass = 0; pass < 2; pass++)
    {
      PlxXmlRead xml;
      gboolean done;

      if (bytes != NULL)
        plx_xml_read_init_memory (&xml, self->import, bytes, length);
      else if (!plx_xml_read_init (&xml, self->import, error))
        return FALSE;
      done = read_pass (self, &xml, pass > 0, error);
      plx_xml_read_clear (&xml);
      if (bytes == NULL)
        self->import->pass = pass + 1;
      if (!done || (pass == 0 && !plx_xmi_collect_end (self, error)))
        return FALSE;
    }
  return plx_xmi_read_relations (self, error);
}

/* Containers */

static gboolean
is_types (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, "typesystem.xml");
}

static gboolean
want_types (const char *name,
            gpointer data)
{
  return is_types (name);
}

static gboolean
types_cb (const char *name,
          const char *bytes,
          gsize length,
          gpointer data,
          GError **error)
{
  return plx_xmi_read_types (data, bytes, length, error);
}

static gboolean
file_cb (const char *name,
         const char *bytes,
         gsize length,
         gpointer data,
         GError **error)
{
  PlxXmiRead *self = data;

  self->name = name;
  return read_file (self, bytes, length, error);
}

static gboolean
read_container (PlxXmiRead *self,
                GError **error)
{
  return plx_container_foreach (self->import, FALSE, want_types, types_cb, self, error) &&
         plx_article_files_read (self->import, ".xmi", file_cb, self, error);
}

static void
tell_left_out (PlxXmiRead *self)
{
  plx_features_tell_left_out (self->import, self->left_out);
  if (self->n_undeclared > 0)
    plx_import_remark (self->import, ngettext ("%d is of a type that the type system does not declare; it was taken all the same.", "%d are of types that the type system does not declare; they were taken all the same.", (gulong) self->n_undeclared),
                       self->n_undeclared);
}

gboolean
plx_xmi_read (PlxImport *import,
              GError **error)
{
  PlxXmiRead self = { NULL };
  gboolean packed, done;

  if (!plx_article_files_look (import, &packed, error))
    return FALSE;
  reader_init (&self, import);
  import->n_passes = 2;
  self.name = plx_source_get_name (import->source);
  done = packed ? read_container (&self, error) : read_file (&self, NULL, 0, error);
  if (done)
    {
      import->member = NULL;
      import->line = 0;
      done = plx_features_read_waiting (import, self.waiting, error);
    }
  tell_left_out (&self);
  reader_clear (&self);
  return done;
}
