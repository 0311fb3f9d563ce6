/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei-read.h"

#include "base/plx-time.h"

#include <stdlib.h>
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

static void
set (char **field,
     char *value)
{
  g_free (*field);
  *field = value;
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
  set (&tag->name, plx_node_dup_text (plx_node_child (description, "term")));
  set (&tag->description, plx_node_dup_text (plx_node_child (description, "gloss")));
  set (&tag->hotkey, plx_node_dup_text (plx_node_child_with (description, "ident", "type", "hotkey")));
  set (&tag->colour, g_strdup (g_str_has_prefix (rend, "color:") ? rend + strlen ("color:") : ""));
  for (xmlNode *example = plx_node_child (description, "mentioned"); example != NULL; example = plx_node_next (example, "mentioned"))
    append_example (examples, example);
  set (&tag->examples, g_string_free (examples, FALSE));
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
      set (&kind->name, plx_node_dup_text (plx_node_child (description, "term")));
      set (&kind->description, plx_node_dup_text (plx_node_child (description, "gloss")));
      g_hash_table_replace (self->relation_kinds, g_strdup (key), g_memdup2 (&id, sizeof id));
      if (!plx_import_relation_kind (self->import, kind, error) || !plx_tei_read_foreign_ids (self, description, id, error))
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
  const char *key = plx_node_attribute (node, "xml:id");

  if (strcmp (key, "codebook") == 0)
    return read_tags (self, node, PLX_ID_NONE, error);
  if (strcmp (key, "relation-kinds") == 0)
    return read_relation_kinds (self, node, error);
  if (strcmp (key, "kinds") != 0 && strcmp (key, "judgements") != 0 && strcmp (key, "directions") != 0)
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

/* One article */

static void
read_source (PlxTeiRead *self,
             xmlNode *bibl)
{
  PlxDocument *head = self->head;
  xmlNode *date = plx_node_child (bibl, "date");
  xmlNode *url = plx_node_child_with (bibl, "idno", "type", "URL");
  const char *when = plx_node_attribute (date, "when");

  set (&head->author, plx_node_dup_text (plx_node_child (bibl, "author")));
  set (&head->outlet, plx_node_dup_text (plx_node_child (bibl, "publisher")));
  set (&head->published, *when != '\0' ? g_strdup (when) : plx_node_dup_text (date));
  set (&head->url, url != NULL ? plx_node_dup_text (url) : g_strdup (plx_node_attribute (plx_node_child (bibl, "ptr"), "target")));
  set (&head->note, plx_node_dup_text (plx_node_child_with (bibl, "note", "type", "comment")));
  set (&head->filename, plx_node_dup_text (plx_node_child_with (bibl, "idno", "type", "filename")));
  set (&self->sha256, plx_node_dup_text (plx_node_child_with (bibl, "idno", "type", "SHA-256")));
  g_ptr_array_add (self->head_ids, g_strdup ("uuid"));
  g_ptr_array_add (self->head_ids, plx_node_dup_text (plx_node_child_with (bibl, "idno", "type", "UUID")));
  for (xmlNode *idno = plx_node_child (bibl, "idno"); idno != NULL; idno = plx_node_next (idno, "idno"))
    if (strcmp (plx_node_attribute (idno, "type"), "foreign-id") == 0)
      {
        g_ptr_array_add (self->head_ids, g_strdup (plx_node_attribute (idno, "n")));
        g_ptr_array_add (self->head_ids, plx_node_dup_text (idno));
      }
}

/* White space in a header of other programs is layout. */
static char *
dup_line (const xmlNode *node)
{
  g_autofree char *text = plx_node_dup_text (node);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (strchr (text, '\n') == NULL)
    return g_steal_pointer (&text);
  words = g_strsplit_set (text, " \t\n\r", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

gboolean
plx_tei_read_article_header (PlxTeiRead *self,
                             xmlNode *node,
                             GError **error)
{
  xmlNode *file = plx_node_child (node, "fileDesc");
  xmlNode *bibl = plx_node_child (plx_node_child (file, "sourceDesc"), "bibl");
  xmlNode *profile = plx_node_child (node, "profileDesc");
  xmlNode *language = plx_node_child (plx_node_child (profile, "langUsage"), "language");
  xmlNode *replaced = plx_node_child_with (plx_node_child (file, "extent"), "measure", "type", "replaced");
  g_autofree char *unusual = plx_node_dup_text (language);
  const char *ident = plx_node_attribute (language, "ident");
  xmlNode *change = plx_node_child_with (plx_node_child (node, "revisionDesc"), "change", "status", "created");

  g_clear_pointer (&self->head, plx_document_free);
  self->head = plx_document_new ();
  set (&self->head->title, dup_line (plx_node_child (plx_node_child (file, "titleStmt"), "title")));
  if (bibl != NULL)
    read_source (self, bibl);
  set (&self->head->language, g_strdup (strcmp (ident, "und") == 0 ? unusual : ident));
  plx_time_parse (plx_node_attribute (change, "when"), &self->head->created);
  self->n_replaced = atoi (plx_node_attribute (replaced, "quantity"));
  return TRUE;
}
