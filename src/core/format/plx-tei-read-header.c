/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei-read.h"

#include "base/plx-string.h"
#include "base/plx-time.h"

#include <string.h>

char *
plx_tei_dup_target (const char *pointer,
                    const char *prefix)
{
  const char *target = *pointer == '#' ? pointer + 1 : pointer;

  if (g_str_has_prefix (target, prefix))
    target += strlen (prefix);
  return g_strndup (target, strcspn (target, " \t\n"));
}

PlxId
plx_tei_find (PlxTeiRead *self,
              const char *space,
              const char *pointer,
              const char *prefix)
{
  g_autofree char *key = plx_tei_dup_target (pointer, prefix);

  return plx_import_id (self->import, space, key);
}

void
plx_tei_not_understood (PlxTeiRead *self,
                        const char *name)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (self->not_understood, name));

  g_hash_table_replace (self->not_understood, g_strdup (name), GINT_TO_POINTER (n + 1));
}

gboolean
plx_tei_read_foreign_ids (PlxTeiRead *self,
                          xmlNode *node,
                          PlxId id,
                          GError **error)
{
  for (xmlNode *child = plx_node_child (node, NULL); child != NULL; child = plx_node_next (child, NULL))
    if (strcmp (plx_node_attribute (child, "type"), "foreign-id") == 0)
      {
        g_autofree char *value = plx_node_dup_text (child);

        if (!plx_import_foreign_id (self->import, id, plx_node_attribute (child, "n"), value, error))
          return FALSE;
      }
  return TRUE;
}

/* Annotators */

static gboolean
read_annotator (PlxTeiRead *self,
                xmlNode *node,
                GError **error)
{
  g_autofree char *name = plx_node_dup_text (plx_node_child (node, "name"));
  xmlNode *resp = plx_node_child (node, "resp");
  PlxAnnotator annotator = { .name = name };
  PlxId id;

  if (*plx_node_attribute (node, "xml:id") == '\0' || *name == '\0')
    return TRUE;
  id = annotator.id = plx_tei_find (self, PLX_TEI_SPACE_ANNOTATOR, plx_node_attribute (node, "xml:id"), PLX_TEI_ANNOTATOR);
  plx_time_parse (plx_node_attribute (resp, "when"), &annotator.created);
  return plx_import_annotator (self->import, &annotator, error) && plx_tei_read_foreign_ids (self, node, id, error);
}

/* The codebook */

static void
append_example (GString *examples,
                const xmlNode *node)
{
  g_autofree char *example = plx_node_dup_text (node);

  g_string_append_printf (examples, "%s%s", examples->len > 0 ? "\n" : "", example);
}

static PlxTag *
make_tag (PlxTeiRead *self,
          xmlNode *node,
          PlxId parent)
{
  PlxTag *tag = plx_tag_new ();
  xmlNode *description = plx_node_child (node, "catDesc");
  const char *rend = plx_node_attribute (node, "rend");
  g_autofree char *kind = plx_tei_dup_target (plx_node_attribute (node, "ana"), "kind.");
  GString *examples = g_string_new (NULL);

  tag->id = plx_tei_find (self, PLX_TEI_SPACE_TAG, plx_node_attribute (node, "xml:id"), PLX_TEI_TAG);
  tag->parent = parent;
  tag->kind = PLX_KIND_OTHER;
  plx_kind_from_string (kind, &tag->kind);
  plx_take_str (&tag->name, plx_node_dup_text (plx_node_child (description, "term")));
  plx_take_str (&tag->description, plx_node_dup_text (plx_node_child (description, "gloss")));
  plx_take_str (&tag->hotkey, plx_node_dup_text (plx_node_child_with (description, "ident", "type", "hotkey")));
  plx_take_str (&tag->colour, g_strdup (g_str_has_prefix (rend, "color:") ? rend + strlen ("color:") : ""));
  for (xmlNode *example = plx_node_child (description, "mentioned"); example != NULL; example = plx_node_next (example, "mentioned"))
    append_example (examples, example);
  plx_take_str (&tag->examples, g_string_free (examples, FALSE));
  return tag;
}

static gboolean
read_tags (PlxTeiRead *self,
           xmlNode *parent_node,
           PlxId parent,
           GError **error)
{
  for (xmlNode *node = plx_node_child (parent_node, "category"); node != NULL; node = plx_node_next (node, "category"))
    {
      g_autoptr (PlxTag) tag = make_tag (self, node, parent);
      PlxId id = tag->id;
      int n_problems = self->import->report->n_problems;

      self->import->line = (int) xmlGetLineNo (node);
      if (!plx_import_tag (self->import, tag, error))
        return FALSE;
      if (self->import->report->n_problems == n_problems && !plx_tei_read_foreign_ids (self, plx_node_child (node, "catDesc"), id, error))
        return FALSE;
      if (!read_tags (self, node, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_relation_kinds (PlxTeiRead *self,
                     xmlNode *taxonomy,
                     GError **error)
{
  for (xmlNode *node = plx_node_child (taxonomy, "category"); node != NULL; node = plx_node_next (node, "category"))
    {
      xmlNode *description = plx_node_child (node, "catDesc");
      g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();
      g_autofree char *uuid = plx_node_dup_text (plx_node_child_with (description, "idno", "type", "UUID"));
      const char *key = plx_node_attribute (node, "xml:id");
      PlxId id = plx_import_id (self->import, "relation-kind", *uuid != '\0' ? uuid : key);

      kind->id = id;
      kind->directed = strcmp (plx_node_attribute (node, "ana"), "#symmetric") != 0;
      plx_take_str (&kind->name, plx_node_dup_text (plx_node_child (description, "term")));
      plx_take_str (&kind->description, plx_node_dup_text (plx_node_child (description, "gloss")));
      g_hash_table_replace (self->relation_kinds, g_strdup (key), g_memdup2 (&id, sizeof id));
      if (!plx_import_relation_kind (self->import, kind, error) || !plx_tei_read_foreign_ids (self, description, id, error))
        return FALSE;
    }
  return TRUE;
}

/* Fields of articles */

static gboolean
read_fields (PlxTeiRead *self,
             xmlNode *taxonomy,
             GError **error)
{
  for (xmlNode *node = plx_node_child (taxonomy, "category"); node != NULL; node = plx_node_next (node, "category"))
    {
      xmlNode *description = plx_node_child (node, "catDesc");
      g_autofree char *name = plx_node_dup_text (plx_node_child (description, "term"));
      g_autofree char *kind = plx_tei_dup_target (plx_node_attribute (node, "ana"), PLX_TEI_FIELD);
      g_autoptr (PlxOwnField) field = plx_own_field_new (name, PLX_FIELD_KIND_TEXT);
      const char *key = plx_node_attribute (node, "xml:id");
      PlxId id = plx_tei_find (self, PLX_TEI_SPACE_FIELD, key, PLX_TEI_FIELD);

      self->import->line = (int) xmlGetLineNo (node);
      field->id = id != PLX_ID_NONE ? id : plx_id_new ();
      plx_field_kind_from_string (kind, &field->kind);
      g_hash_table_replace (self->fields, g_strdup (key), g_strdup (name));
      if (!plx_import_field (self->import, field, error) || !plx_tei_read_foreign_ids (self, description, id, error))
        return FALSE;
    }
  return TRUE;
}

/* Categories of other programs become tags when something points to them. */
static void
remember_categories (PlxTeiRead *self,
                     xmlNode *parent,
                     const char *path)
{
  for (xmlNode *node = plx_node_child (parent, "category"); node != NULL; node = plx_node_next (node, "category"))
    {
      xmlNode *description = plx_node_child (node, "catDesc");
      xmlNode *term = plx_node_find (description != NULL ? description : node, "term");
      const char *key = plx_node_attribute (node, "xml:id");
      g_autofree char *text = plx_node_dup_text (term != NULL ? term : description);
      g_autofree char *name = g_strdelimit (g_strstrip (g_strdup (*text != '\0' ? text : key)), "/\n\t", '-');
      g_autofree char *whole = *path != '\0' ? g_strconcat (path, "/", name, NULL) : g_strdup (name);

      if (*key != '\0' && *name != '\0')
        g_hash_table_replace (self->categories, g_strdup (key), g_strdup (whole));
      remember_categories (self, node, whole);
    }
}

static gboolean
read_taxonomy (PlxTeiRead *self,
               xmlNode *node,
               GError **error)
{
  static const char *const fixed[] = { "kinds", "judgements", "blocks", "directions", "field-kinds", NULL };
  const char *key = plx_node_attribute (node, "xml:id");

  if (strcmp (key, "codebook") == 0)
    return read_tags (self, node, PLX_ID_NONE, error);
  if (strcmp (key, "relation-kinds") == 0)
    return read_relation_kinds (self, node, error);
  if (strcmp (key, "fields") == 0)
    return read_fields (self, node, error);
  if (!g_strv_contains (fixed, key))
    remember_categories (self, node, "");
  return TRUE;
}

gboolean
plx_tei_read_header (PlxTeiRead *self,
                     xmlNode *node,
                     GError **error)
{
  xmlNode *title = plx_node_find (node, "titleStmt");
  xmlNode *classes = plx_node_find (node, "classDecl");

  for (xmlNode *child = plx_node_child (title, "respStmt"); child != NULL; child = plx_node_next (child, "respStmt"))
    if (!read_annotator (self, child, error))
      return FALSE;
  for (xmlNode *child = plx_node_child (classes, "taxonomy"); child != NULL; child = plx_node_next (child, "taxonomy"))
    if (!read_taxonomy (self, child, error))
      return FALSE;
  return TRUE;
}
