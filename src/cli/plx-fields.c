/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-fields.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* What every edit takes. */
static const PlxField common[] = {
  { "op", PLX_FIELD_STRING, TRUE },
  { "annotator", PLX_FIELD_STRING, FALSE },
  { NULL }
};

static const PlxField *
find_field (const PlxField *fields,
            const char *key)
{
  for (; fields->key != NULL; fields++)
    if (strcmp (fields->key, key) == 0)
      return fields;
  return NULL;
}

/* Types */

static gboolean
is_string (JsonNode *node)
{
  const char *string;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  string = json_node_get_string (node);
  return string != NULL && g_utf8_validate (string, -1, NULL);
}

static gboolean
is_number (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static gboolean
is_whole (JsonNode *node,
          gint64 least)
{
  gint64 value = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;

  return value >= least && value <= G_MAXINT;
}

static gboolean
is_array_of (JsonNode *node,
             gboolean (*is_element) (JsonNode *node))
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!is_element (json_array_get_element (array, i)))
      return FALSE;
  return array != NULL;
}

static gboolean
is_span (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) == 2 &&
         is_whole (json_array_get_element (array, 0), 0) && is_whole (json_array_get_element (array, 1), 0);
}

static gboolean
is_spans (JsonNode *node)
{
  return is_array_of (node, is_span) && json_array_get_length (json_node_get_array (node)) > 0;
}

/* Returns: what is expected, if @node is something else */
static const char *
find_fault (PlxFieldType type,
            JsonNode *node)
{
  switch (type)
    {
    case PLX_FIELD_STRING:
      return is_string (node) ? NULL : _ ("a string");
    case PLX_FIELD_STRINGS:
      return is_array_of (node, is_string) ? NULL : _ ("an array of strings");
    case PLX_FIELD_NUMBER:
      return is_number (node) ? NULL : _ ("a number");
    case PLX_FIELD_BOOLEAN:
      return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? NULL : _ ("true or false");
    case PLX_FIELD_COUNT:
      return is_whole (node, 1) ? NULL : _ ("a whole number from 1");
    case PLX_FIELD_SPANS:
      return is_spans (node) ? NULL : _ ("an array of pairs of offsets, such as [[0, 5]]");
    default:
      g_assert_not_reached ();
    }
}

/* Checking */

static gboolean
refuse_unknown (const char *op,
                const char *key,
                const PlxField *fields,
                GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *shown = g_utf8_make_valid (key, -1);

  for (; fields->key != NULL; fields++)
    g_string_append_printf (known, "%s, ", fields->key);
  g_string_append (known, "annotator");
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: an operation, a key of its JSON object, the keys that can be */
               _ ("“%s” knows no key “%s”. It takes: %s."), op, shown, known->str);
  return FALSE;
}

static gboolean
check_member (JsonNode *node,
              const char *op,
              const char *key,
              const PlxField *fields,
              GError **error)
{
  const PlxField *field = find_field (common, key);
  const char *expected;

  if (field == NULL)
    field = find_field (fields, key);
  if (field == NULL)
    return refuse_unknown (op, key, fields, error);
  if (JSON_NODE_HOLDS_NULL (node) || (expected = find_fault (field->type, node)) == NULL)
    return TRUE;
  /* Translators: a key of a JSON object, an operation, “a text” or another kind of value */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” of “%s” must be %s."), key, op, expected);
  return FALSE;
}

gboolean
plx_fields_check (JsonObject *object,
                  const char *op,
                  const PlxField *fields,
                  GError **error)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *l = keys; l != NULL; l = l->next)
    if (!check_member (json_object_get_member (object, l->data), op, l->data, fields, error))
      return FALSE;
  for (const PlxField *field = fields; field->key != NULL; field++)
    if (field->required && !plx_fields_has (object, field->key))
      {
        /* Translators: an operation, a key of its JSON object */
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” needs “%s”."), op, field->key);
        return FALSE;
      }
  return TRUE;
}

/* Reading */

gboolean
plx_fields_has (JsonObject *object,
                const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

const char *
plx_fields_get_string (JsonObject *object,
                       const char *key,
                       const char *fallback)
{
  return plx_fields_has (object, key) ? json_object_get_string_member (object, key) : fallback;
}

gboolean
plx_fields_get_boolean (JsonObject *object,
                        const char *key,
                        gboolean fallback)
{
  return plx_fields_has (object, key) ? json_object_get_boolean_member (object, key) : fallback;
}

void
plx_fields_set_string (JsonObject *object,
                       const char *key,
                       char **target)
{
  if (!plx_fields_has (object, key))
    return;
  g_free (*target);
  *target = g_strdup (json_object_get_string_member (object, key));
}

char **
plx_fields_dup_strings (JsonObject *object,
                        const char *key)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = plx_fields_has (object, key) ? json_object_get_array_member (object, key) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

GArray *
plx_fields_dup_spans (JsonObject *object,
                      const char *key)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  JsonArray *array = json_object_get_array_member (object, key);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonArray *pair = json_array_get_array_element (array, i);
      PlxSpan span = { (int) json_array_get_int_element (pair, 0), (int) json_array_get_int_element (pair, 1) };

      g_array_append_val (spans, span);
    }
  return spans;
}
