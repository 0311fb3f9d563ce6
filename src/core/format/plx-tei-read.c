/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei-read.h"

#include "format/plx-format-tei.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Articles */

static void
leave_article (PlxTeiRead *self)
{
  self->document = PLX_ID_NONE;
  self->n_replaced = 0;
  g_clear_pointer (&self->head, plx_document_free);
  g_clear_pointer (&self->sha256, g_free);
  g_ptr_array_set_size (self->head_ids, 0);
  g_ptr_array_set_size (self->head_fields, 0);
  g_clear_pointer (&self->lines, g_array_unref);
}

/* Our own pointers count in paragraphs: where each begins. */
static void
load_lines (PlxTeiRead *self)
{
  PlxText *text = plx_import_get_text (self->import, self->document);
  g_autoptr (GArray) lines = text != NULL ? plx_tei_lines_new (plx_text_get_utf8 (text)) : NULL;

  if (lines == NULL)
    return;
  self->lines = g_array_new (FALSE, FALSE, sizeof (PlxTeiLine));
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, PlxTeiLine, i).paragraph > 0)
      g_array_append_vals (self->lines, &g_array_index (lines, PlxTeiLine, i), 1);
}

static void
enter_article (PlxTeiRead *self)
{
  g_autofree char *uuid = NULL;

  leave_article (self);
  g_free (self->key);
  self->key = plx_xml_read_dup_attribute (&self->xml, "xml:id");
  self->n_documents++;
  if (*self->key == '\0')
    {
      g_free (self->key);
      self->key = g_strdup_printf ("%d", self->n_documents);
    }
  uuid = plx_tei_dup_target (self->key, PLX_TEI_DOCUMENT);
  self->document = plx_import_id (self->import, PLX_TEI_SPACE_DOCUMENT, uuid);
  if (self->import->pass == 1)
    load_lines (self);
}

/* What an element is taken for, in one of the passes. */

static gboolean
take_header (PlxTeiRead *self,
             xmlNode *node,
             GError **error)
{
  /* A file of one article says all in one header. */
  if ((self->document == PLX_ID_NONE || plx_xml_read_depth (&self->xml) == 1) && !plx_tei_read_header (self, node, error))
    return FALSE;
  return self->document == PLX_ID_NONE || plx_tei_read_article_header (self, node, error);
}

static gboolean
take_text (PlxTeiRead *self,
           xmlNode *node,
           GError **error)
{
  if (self->import->pass == 0)
    return plx_tei_read_text (self, node, error);
  return !g_hash_table_contains (self->inline_texts, self->key) || plx_tei_read_marks (self, node, error);
}

static gboolean
take_span_group (PlxTeiRead *self,
                 xmlNode *node,
                 GError **error)
{
  for (xmlNode *span = plx_node_child (node, "span"); span != NULL; span = plx_node_next (span, "span"))
    if (!plx_tei_read_span (self, span, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_moment (PlxTeiRead *self,
             xmlNode *node,
             GError **error)
{
  plx_tei_read_moment (self, node);
  return TRUE;
}

/* Waits for the moments, which stand behind it. */
static gboolean
keep (PlxTeiRead *self,
      xmlNode *node,
      GError **error)
{
  g_ptr_array_add (self->pending, xmlCopyNode (node, 1));
  return TRUE;
}

typedef gboolean (*Take) (PlxTeiRead *self,
                          xmlNode *node,
                          GError **error);

#define FIRST (1 << 0)
#define SECOND (1 << 1)
#define BOTH (FIRST | SECOND)

static const struct
{
  const char *element;
  int passes;
  Take take;
} takes[] = {
  { "annotation", SECOND, plx_tei_read_annotation },
  { "change", BOTH, take_moment },
  { "relation", SECOND, keep },
  { "teiHeader", FIRST, take_header },
  { "text", BOTH, take_text },
  { "person", FIRST, keep },
  { "org", FIRST, keep },
  { "place", FIRST, keep },
  { "item", FIRST, keep },
  { "spanGrp", SECOND, take_span_group },
  { "span", SECOND, plx_tei_read_span },
};

/* Elements that hold what is read, and are gone into. */
static gboolean
is_container (const char *name)
{
  static const char *const names[] = { "teiCorpus", "TEI", "standOff", "listAnnotation", "listRelation", "listChange", "listPerson",
                                       "listOrg", "listPlace", "list", NULL };

  return g_strv_contains (names, name);
}

static gboolean
take_element (PlxTeiRead *self,
              const char *name,
              GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (takes); i++)
    if (strcmp (name, takes[i].element) == 0)
      {
        xmlNode *node = NULL;

        if ((takes[i].passes & (1 << self->import->pass)) != 0 &&
            ((node = plx_xml_read_take (&self->xml, error)) == NULL || !takes[i].take (self, node, error)))
          return FALSE;
        return plx_xml_read_skip (&self->xml, error);
      }
  if (self->import->pass == 0)
    plx_tei_not_understood (self, name);
  return plx_xml_read_skip (&self->xml, error);
}

/* Lists and relations */

static gboolean
read_pending (PlxTeiRead *self,
              xmlNode *node,
              GError **error)
{
  self->import->line = (int) xmlGetLineNo (node);
  if (plx_node_is (node, "relation"))
    return plx_tei_read_relation (self, node, error);
  if (plx_node_is (node, "org") && g_str_has_prefix (plx_node_attribute (node, "xml:id"), PLX_TEI_OUTLET))
    return plx_tei_read_outlet (self, node, error);
  return plx_node_is (node, "item") ? plx_tei_read_question (self, node, error) : plx_tei_read_entity (self, node, error);
}

static gboolean
flush (PlxTeiRead *self,
       GError **error)
{
  for (guint i = 0; i < self->pending->len; i++)
    if (!read_pending (self, g_ptr_array_index (self->pending, i), error))
      return FALSE;
  g_ptr_array_set_size (self->pending, 0);
  g_hash_table_remove_all (self->moments);
  return TRUE;
}

static void
swap (PlxTeiRead *self)
{
  GPtrArray *pending = self->pending;
  GHashTable *moments = self->moments;

  self->pending = self->corpus_pending;
  self->moments = self->corpus_moments;
  self->corpus_pending = pending;
  self->corpus_moments = moments;
}

/* Relations between articles stand before them, and wait for the end. */
static gboolean
end_stand_off (PlxTeiRead *self,
               GError **error)
{
  if (self->import->pass == 0 || self->document != PLX_ID_NONE)
    return flush (self, error);
  swap (self);
  return TRUE;
}

/* The passes */

static gboolean
read_element (PlxTeiRead *self,
              GError **error)
{
  const char *name = plx_xml_read_name (&self->xml);

  if (!plx_xml_read_is_start (&self->xml))
    {
      if (strcmp (name, "TEI") == 0)
        leave_article (self);
      return strcmp (name, "standOff") != 0 || end_stand_off (self, error);
    }
  if (plx_xml_read_depth (&self->xml) == 0 && strcmp (name, "TEI") != 0 && strcmp (name, "teiCorpus") != 0)
    return plx_import_malformed (self->import, error, _ ("the root is “%s”, which is no TEI."), name);
  if (strcmp (name, "TEI") == 0)
    enter_article (self);
  return is_container (name) || take_element (self, name, error);
}

static gboolean
read_pass (PlxTeiRead *self,
           GError **error)
{
  gboolean end = FALSE;

  leave_article (self);
  self->n_documents = 0;
  if (!plx_xml_read_init (&self->xml, self->import, error))
    return FALSE;
  while (!end)
    if (!plx_import_tick (self->import, error) || !plx_xml_read_next (&self->xml, &end, error) || (!end && !read_element (self, error)))
      return FALSE;
  if (!flush (self, error))
    return FALSE;
  swap (self);
  return flush (self, error);
}

static void
tell_rest (PlxTeiRead *self)
{
  GHashTableIter iter;
  gpointer name, n;

  g_hash_table_iter_init (&iter, self->not_understood);
  while (g_hash_table_iter_next (&iter, &name, &n))
    /* Translators: how many elements, their name in the XML */
    plx_import_remark (self->import, ngettext ("%d element “%s” was left out.", "%d elements “%s” were left out.", (gulong) GPOINTER_TO_INT (n)),
                       GPOINTER_TO_INT (n), (const char *) name);
}

static void
clear (PlxTeiRead *self)
{
  leave_article (self);
  plx_xml_read_clear (&self->xml);
  g_hash_table_unref (self->anchors);
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->entities);
  g_hash_table_unref (self->relation_kinds);
  g_hash_table_unref (self->fields);
  g_hash_table_unref (self->inline_texts);
  g_hash_table_unref (self->not_understood);
  g_hash_table_unref (self->moments);
  g_hash_table_unref (self->corpus_moments);
  g_ptr_array_unref (self->head_ids);
  g_ptr_array_unref (self->head_fields);
  g_ptr_array_unref (self->pending);
  g_ptr_array_unref (self->corpus_pending);
  g_array_unref (self->blocks);
  g_free (self->key);
}

gboolean
plx_tei_read (PlxImport *import,
              GError **error)
{
  PlxTeiRead self = { .import = import };
  gboolean done = TRUE;

  self.anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.relation_kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.inline_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.not_understood = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.moments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) plx_tei_moment_free);
  self.corpus_moments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) plx_tei_moment_free);
  self.head_ids = g_ptr_array_new_with_free_func (g_free);
  self.head_fields = g_ptr_array_new_with_free_func (g_free);
  self.pending = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeNode);
  self.corpus_pending = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeNode);
  self.blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));
  self.key = g_strdup ("");
  import->n_passes = 2;
  for (import->pass = 0; done && import->pass < 2; import->pass++)
    {
      done = read_pass (&self, error);
      plx_xml_read_clear (&self.xml);
    }
  done = done && plx_tei_flush_blocks (&self, error);
  if (done)
    tell_rest (&self);
  clear (&self);
  return done;
}
