/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei-read.h"

#include "base/plx-string.h"
#include "base/plx-time.h"

#include <stdlib.h>
#include <string.h>

/* Which version it is, and of what. */
static void
read_version (PlxTeiRead *self,
              xmlNode *bibl)
{
  xmlNode *edition = plx_node_child (bibl, "edition");
  g_autofree char *made = plx_node_dup_text (edition);
  guint64 version;

  if (edition == NULL || !plx_document_is_made (made) ||
      !g_ascii_string_to_unsigned (plx_node_attribute (edition, "n"), 10, 1, G_MAXINT / 2, &version, NULL))
    return;
  self->head->version = (int) version;
  plx_take_str (&self->head->made, g_steal_pointer (&made));
  self->head->article = plx_tei_find (self, PLX_TEI_SPACE_DOCUMENT,
                                      plx_node_attribute (plx_node_child_with (bibl, "relatedItem", "type", "current-version"), "target"), PLX_TEI_DOCUMENT);
}

static void
read_field_values (PlxTeiRead *self,
                   xmlNode *bibl)
{
  for (xmlNode *note = plx_node_child (bibl, "note"); note != NULL; note = plx_node_next (note, "note"))
    if (strcmp (plx_node_attribute (note, "type"), "field") == 0)
      {
        g_autofree char *key = plx_tei_dup_target (plx_node_attribute (note, "corresp"), "");
        const char *name = g_hash_table_lookup (self->fields, key);

        g_ptr_array_add (self->head_fields, g_strdup (name != NULL ? name : key));
        g_ptr_array_add (self->head_fields, plx_node_dup_text (note));
      }
}

static void
read_source (PlxTeiRead *self,
             xmlNode *bibl)
{
  PlxDocument *head = self->head;
  xmlNode *date = plx_node_child (bibl, "date");
  xmlNode *url = plx_node_child_with (bibl, "idno", "type", "URL");
  const char *when = plx_node_attribute (date, "when");

  plx_take_str (&head->author, plx_node_dup_text (plx_node_child (bibl, "author")));
  plx_take_str (&head->outlet, plx_node_dup_text (plx_node_child (bibl, "publisher")));
  plx_take_str (&head->published, *when != '\0' ? g_strdup (when) : plx_node_dup_text (date));
  plx_take_str (&head->url, url != NULL ? plx_node_dup_text (url) : g_strdup (plx_node_attribute (plx_node_child (bibl, "ptr"), "target")));
  plx_take_str (&head->note, plx_node_dup_text (plx_node_child_with (bibl, "note", "type", "comment")));
  plx_take_str (&head->filename, plx_node_dup_text (plx_node_child_with (bibl, "idno", "type", "filename")));
  plx_take_str (&head->original, plx_node_dup_text (plx_node_child_with (bibl, "idno", "type", "file-SHA-256")));
  plx_take_str (&self->sha256, plx_node_dup_text (plx_node_child_with (bibl, "idno", "type", "SHA-256")));
  read_version (self, bibl);
  read_field_values (self, bibl);
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
  plx_take_str (&self->head->title, dup_line (plx_node_child (plx_node_child (file, "titleStmt"), "title")));
  if (bibl != NULL)
    read_source (self, bibl);
  plx_take_str (&self->head->language, g_strdup (strcmp (ident, "und") == 0 ? unusual : ident));
  plx_time_parse (plx_node_attribute (change, "when"), &self->head->created);
  self->n_replaced = atoi (plx_node_attribute (replaced, "quantity"));
  return TRUE;
}

gboolean
plx_tei_add_head (PlxTeiRead *self,
                  GError **error)
{
  for (guint i = 0; i + 1 < self->head_ids->len; i += 2)
    if (!plx_import_foreign_id (self->import, self->document, g_ptr_array_index (self->head_ids, i), g_ptr_array_index (self->head_ids, i + 1), error))
      return FALSE;
  for (guint i = 0; i + 1 < self->head_fields->len; i += 2)
    if (!plx_import_field_value (self->import, self->document, g_ptr_array_index (self->head_fields, i), g_ptr_array_index (self->head_fields, i + 1), error))
      return FALSE;
  return TRUE;
}
