/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads GATE XML, our own and that of others: types become tags, features lines
 * of the note, annotation sets annotators. */

#include "config.h"

#include "format/plx-gate-read.h"

#include "format/plx-article-files.h"
#include "format/plx-format-gate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
begin_document (PlxGateRead *self)
{
  g_clear_pointer (&self->features, g_hash_table_unref);
  self->features = plx_features_new ();
  g_clear_pointer (&self->text, plx_text_unref);
  self->document = PLX_ID_NONE;
  g_hash_table_remove_all (self->nodes);
  g_hash_table_remove_all (self->ids);
}

static gboolean
read_element (PlxGateRead *self,
              xmlNode *node,
              GError **error)
{
  if (plx_node_is (node, "GateDocumentFeatures"))
    {
      g_clear_pointer (&self->features, g_hash_table_unref);
      self->features = plx_gate_dup_features (node);
      return TRUE;
    }
  if (plx_node_is (node, "TextWithNodes"))
    return plx_gate_read_text (self, node, error);
  if (plx_node_is (node, "Annotation"))
    return plx_gate_read_annotation (self, node, error);
  return plx_gate_read_relation (self, node, error);
}

static gboolean
is_small (const char *name)
{
  static const char *const names[] = { "GateDocumentFeatures", "TextWithNodes", "Annotation", "Relation", NULL };

  return g_strv_contains (names, name);
}

static gboolean
read_node (PlxGateRead *self,
           GError **error)
{
  const char *name = plx_xml_read_name (&self->xml);
  xmlNode *node;

  if (plx_xml_read_depth (&self->xml) == 0)
    return strcmp (name, "GateDocument") == 0 ||
           plx_import_malformed (self->import, error, _ ("this is no GATE document: the outermost element is “%s”."), name);
  if (strcmp (name, "AnnotationSet") == 0 || strcmp (name, "RelationSet") == 0)
    {
      g_free (self->set);
      self->set = plx_xml_read_dup_attribute (&self->xml, "Name");
      return TRUE;
    }
  if (!is_small (name))
    return TRUE;
  node = plx_xml_read_take (&self->xml, error);
  return node != NULL && plx_import_tick (self->import, error) && read_element (self, node, error) && plx_xml_read_skip (&self->xml, error);
}

static gboolean
read_nodes (PlxGateRead *self,
            GError **error)
{
  gboolean end;

  while (plx_xml_read_next (&self->xml, &end, error))
    {
      if (end)
        return TRUE;
      if (plx_xml_read_is_start (&self->xml) && !read_node (self, error))
        return FALSE;
    }
  return FALSE;
}

/* @bytes: (nullable): %NULL for the source itself. */
static gboolean
read_file (PlxGateRead *self,
           const char *bytes,
           gsize length,
           GError **error)
{
  gboolean done;

  begin_document (self);
  if (bytes != NULL)
    plx_xml_read_init_memory (&self->xml, self->import, bytes, length);
  else if (!plx_xml_read_init (&self->xml, self->import, error))
    return FALSE;
  done = read_nodes (self, error);
  plx_xml_read_clear (&self->xml);
  return done;
}

/* Containers */

static gboolean
file_cb (const char *name,
         const char *bytes,
         gsize length,
         gpointer data,
         GError **error)
{
  PlxGateRead *self = data;

  self->name = name;
  return read_file (self, bytes, length, error);
}

static gboolean
read_all (PlxGateRead *self,
          GError **error)
{
  gboolean packed;

  if (!plx_article_files_look (self->import, &packed, error))
    return FALSE;
  return packed ? plx_article_files_read (self->import, ".xml", file_cb, self, error) : read_file (self, NULL, 0, error);
}

gboolean
plx_gate_read (PlxImport *import,
               GError **error)
{
  PlxGateRead self = { .import = import };
  gboolean done;

  self.waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self.left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.name = plx_source_get_name (import->source);
  self.set = g_strdup ("");
  done = read_all (&self, error);
  if (done)
    {
      import->member = NULL;
      import->line = 0;
      done = plx_features_read_waiting (import, self.waiting, error);
    }
  plx_features_tell_left_out (import, self.left_out);
  begin_document (&self);
  g_hash_table_unref (self.features);
  g_ptr_array_unref (self.waiting);
  g_hash_table_unref (self.left_out);
  g_hash_table_unref (self.nodes);
  g_hash_table_unref (self.ids);
  g_free (self.set);
  return done;
}
