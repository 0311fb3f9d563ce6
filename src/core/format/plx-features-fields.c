/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Own fields of articles as one feature, out and in. */

#include "config.h"

#include "format/plx-features.h"

#include "format/plx-json-guard.h"
#include "format/plx-json.h"
#include "store/plx-own-fields.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

char *
plx_features_dup_fields (PlxExport *export,
                         PlxId document,
                         GError **error)
{
  const GPtrArray *fields = export->names->fields;
  g_autoptr (GHashTable) values = plx_own_fields_load_values (export->connection, document, error);
  g_auto (PlxJson) json = { NULL };

  if (values == NULL || g_hash_table_size (values) == 0)
    return values != NULL ? g_strdup ("") : NULL;
  plx_json_init (&json);
  plx_json_begin_array (&json, NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const PlxOwnField *field = g_ptr_array_index (fields, i);
      const char *value = g_hash_table_lookup (values, &field->id);

      if (value == NULL)
        continue;
      plx_json_begin_array (&json, NULL);
      plx_json_add_string (&json, NULL, field->name);
      plx_json_add_string (&json, NULL, plx_field_kind_to_string (field->kind));
      plx_json_add_string (&json, NULL, value);
      plx_json_end_array (&json);
    }
  plx_json_end_array (&json);
  return g_strdup (json.line->str);
}

/* In */

static gboolean
get_strings (JsonNode *node,
             const char *strings[3])
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return FALSE;
      strings[i] = json_node_get_string (element);
    }
  return TRUE;
}

/* A field of the kind that the first article has it. */
static gboolean
read_field (PlxImport *import,
            PlxId document,
            JsonNode *node,
            GError **error)
{
  g_autoptr (PlxOwnField) field = NULL;
  const char *strings[3];
  PlxFieldKind kind;
  PlxId there;

  if (!get_strings (node, strings) || !plx_field_kind_from_string (strings[1], &kind))
    {
      plx_import_problem (import, _ ("“%s” is not what it should be."), "fields");
      return TRUE;
    }
  if (!plx_own_fields_find (import->connection, strings[0], &there, error))
    return FALSE;
  field = plx_own_field_new (strings[0], kind);
  return (there != PLX_ID_NONE || plx_import_field (import, field, error)) &&
         plx_import_field_value (import, document, strings[0], strings[2], error);
}

gboolean
plx_features_read_fields (PlxImport *import,
                          PlxId document,
                          const char *list,
                          GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root = NULL;
  JsonArray *array;

  if (*list == '\0')
    return TRUE;
  if (plx_json_parse (parser, list, strlen (list), NULL))
    root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      plx_import_problem (import, _ ("“%s” is not what it should be."), "fields");
      return TRUE;
    }
  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_field (import, document, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}
