/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-json-line.h"

#include "base/plx-time.h"

#include <glib/gi18n-lib.h>

/* Empty for what is not there or null. */
const char *
plx_json_line_get_string (PlxJsonLine *self,
                          const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return "";
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  self->bad = key;
  return "";
}

void
plx_json_line_set (PlxJsonLine *self,
                   char **field,
                   const char *key)
{
  const char *value = plx_json_line_get_string (self, key);

  g_free (*field);
  *field = g_strdup (value);
}

PlxId
plx_json_line_get_id (PlxJsonLine *self,
                      const char *space,
                      const char *key)
{
  return plx_import_id (self->import, space, plx_json_line_get_string (self, key));
}

/* The id of the row itself, a new one if it has none. */
PlxId
plx_json_line_get_own_id (PlxJsonLine *self,
                          const char *space)
{
  self->id = plx_json_line_get_id (self, space, "uuid");
  if (self->id == PLX_ID_NONE)
    self->id = plx_id_new ();
  return self->id;
}

PlxId
plx_json_line_get_document (PlxJsonLine *self)
{
  return self->document != PLX_ID_NONE ? self->document : plx_json_line_get_id (self, PLX_JSON_SPACE_DOCUMENT, "document");
}

/* The id of what the row refers to, unless that is to be found by name. */
PlxId
plx_json_line_get_reference (PlxJsonLine *self,
                             const char *space,
                             const char *key)
{
  return self->by_name ? PLX_ID_NONE : plx_json_line_get_id (self, space, key);
}

/* Files without a codebook say with each row of what kind a name is. */
PlxKind
plx_json_line_get_kind (PlxJsonLine *self,
                        const char *key,
                        PlxKind otherwise)
{
  PlxKind kind;

  return self->by_name && plx_kind_from_string (plx_json_line_get_string (self, key), &kind) ? kind : otherwise;
}

gint64
plx_json_line_get_time (PlxJsonLine *self,
                        const char *key)
{
  const char *string = plx_json_line_get_string (self, key);
  gint64 time = 0;

  if (*string != '\0' && !plx_time_parse (string, &time))
    self->bad = key;
  return time;
}

JsonArray *
plx_json_line_get_array (PlxJsonLine *self,
                         const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  self->bad = key;
  return NULL;
}

gboolean
plx_json_line_is_string (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING;
}

char **
plx_json_line_dup_strings (PlxJsonLine *self,
                           const char *key)
{
  JsonArray *array = plx_json_line_get_array (self, key);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  char **strings = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!plx_json_line_is_string (node))
        self->bad = key;
      strings[i] = g_strdup (plx_json_line_is_string (node) ? json_node_get_string (node) : "");
    }
  return strings;
}

gboolean
plx_json_line_get_number (JsonNode *node,
                          double *number)
{
  GType type = json_node_get_value_type (node);

  *number = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : 0;
  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

gboolean
plx_json_line_get_coordinate (PlxJsonLine *self,
                              const char *key,
                              double *number)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  if (!plx_json_line_get_number (node, number))
    self->bad = key;
  return TRUE;
}

JsonObject *
plx_json_line_get_object (PlxJsonLine *self,
                          const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  self->bad = key;
  return NULL;
}

/* [start, end] */
gboolean
plx_json_line_get_span (JsonNode *node,
                        PlxSpan *span)
{
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 start, end;

  if (pair == NULL || json_array_get_length (pair) != 2 ||
      json_node_get_value_type (json_array_get_element (pair, 0)) != G_TYPE_INT64 ||
      json_node_get_value_type (json_array_get_element (pair, 1)) != G_TYPE_INT64)
    return FALSE;
  start = json_array_get_int_element (pair, 0);
  end = json_array_get_int_element (pair, 1);
  if (start != (int) start || end != (int) end)
    return FALSE;
  *span = (PlxSpan){ (int) start, (int) end };
  return TRUE;
}

/* Whether all members were what they should be; if not, the row is a problem. */
gboolean
plx_json_line_is_sound (PlxJsonLine *self)
{
  if (self->bad != NULL)
    plx_import_problem (self->import, _ ("“%s” is not what it should be; the row is left out."), self->bad);
  return self->bad == NULL;
}

gboolean
plx_json_line_take_foreign_ids (PlxJsonLine *self,
                                GError **error)
{
  JsonArray *pairs = plx_json_line_get_array (self, "foreign-ids");

  for (guint i = 0; pairs != NULL && i < json_array_get_length (pairs); i++)
    {
      JsonNode *node = json_array_get_element (pairs, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (pair == NULL || json_array_get_length (pair) != 2 || !plx_json_line_is_string (json_array_get_element (pair, 0)) ||
          !plx_json_line_is_string (json_array_get_element (pair, 1)))
        plx_import_problem (self->import, _ ("“%s” is not what it should be."), "foreign-ids");
      else if (!plx_import_foreign_id (self->import, self->id, json_array_get_string_element (pair, 0),
                                       json_array_get_string_element (pair, 1), error))
        return FALSE;
    }
  return TRUE;
}
