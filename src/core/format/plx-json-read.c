/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-jsonl.h"
#include "format/plx-json-guard.h"
#include "format/plx-json-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
read_head (PlxJsonLine *self,
           GError **error)
{
  JsonNode *version = json_object_get_member (self->object, "version");

  if (version != NULL && json_node_get_value_type (version) == G_TYPE_INT64 && json_node_get_int (version) > PLX_JSONL_VERSION)
    return plx_import_malformed (self->import, error, _ ("it was written by a newer Parallax. Update Parallax first."));
  return TRUE;
}

static gboolean
read_row (PlxJsonLine *self,
          GError **error)
{
  static const struct
  {
    const char *type;
    gboolean (*read) (PlxJsonLine *self,
                      GError **error);
  } types[] = {
    { "annotation", plx_json_read_annotation },
    { "document", plx_json_read_document },
    { "relation", plx_json_read_relation },
    { "entity", plx_json_read_entity },
    { "tag", plx_json_read_tag },
    { "question", plx_json_read_question },
    { "silence", plx_json_read_silence },
    { "rejection", plx_json_read_rejection },
    { "relation-kind", plx_json_read_relation_kind },
    { "annotator", plx_json_read_annotator },
    { "outlet", plx_json_read_outlet },
    { "field", plx_json_read_field },
    { "project", read_head },
  };
  const char *type = plx_json_line_get_string (self, "type");
  int n_problems = self->import->report->n_problems;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i].type) == 0)
      return types[i].read (self, error) &&
             (self->import->report->n_problems > n_problems || plx_json_line_take_foreign_ids (self, error));
  plx_import_problem (self->import, _ ("There is no row of type “%s”."), type);
  return TRUE;
}

/* A line that is no JSON is told; the others may be good. */
static gboolean
read_line (PlxImport *self,
           JsonParser *parser,
           const GString *line,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  PlxJsonLine row = { .import = self };
  JsonNode *root;

  if (!plx_json_parse (parser, line->str, line->len, &local))
    {
      if (plx_source_get_position (self->source) >= plx_source_get_size (self->source) && line->str[line->len - 1] != '}')
        plx_import_problem (self, _ ("The file breaks off in this line. Get it again from where it came from."));
      else
        plx_import_problem (self, _ ("The line is no JSON: %s"), local->message);
      return TRUE;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      plx_import_problem (self, _ ("The line is no JSON object."));
      return TRUE;
    }
  row.object = json_node_get_object (root);
  return read_row (&row, error);
}

gboolean
plx_jsonl_read_by_name (PlxImport *self,
                        const char *line,
                        PlxId document,
                        GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  PlxJsonLine row = { .import = self, .document = document, .by_name = TRUE };
  JsonNode *root;

  if (!plx_json_parse (parser, line, strlen (line), &local) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      plx_import_problem (self, _ ("The line is no JSON: %s"), local != NULL ? local->message : "");
      return TRUE;
    }
  row.object = json_node_get_object (root);
  if (json_object_has_member (row.object, "from"))
    return plx_json_read_relation (&row, error);
  return json_object_has_member (row.object, "spans") ? plx_json_read_annotation (&row, error) : plx_json_read_silence (&row, error);
}

gboolean
plx_jsonl_read (PlxImport *self,
                GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gboolean end = FALSE;

  while (!end)
    {
      if (!plx_import_tick (self, error) || !plx_source_read_line (self->source, line, &end, error))
        return FALSE;
      self->line++;
      if (line->len > 0 && !read_line (self, parser, line, error))
        return FALSE;
    }
  return TRUE;
}
