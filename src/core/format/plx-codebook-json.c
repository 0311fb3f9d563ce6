/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads codebooks in JSON, as plx-format-codebook.c writes them. */

#include "config.h"

#include "format/plx-codebook-private.h"
#include "format/plx-json-guard.h"
#include "model/plx-check.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define VERSION 1

typedef struct
{
  PlxCodebookFile *file;
  GHashTable *by_uuid; /* (owned) (element-type utf8 int): index of the entry, plus one */
  const char *what;    /* of which list a row is */
  guint row;           /* that is read, from 1 */
} Reader;

static gboolean G_GNUC_PRINTF (3, 4)
    refuse (Reader *self,
            GError **error,
            const char *format,
            ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: a file, the number of a row, the name of a table, what is wrong there */
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED, _ ("“%s”, row %u of “%s”: %s"), self->file->name, self->row,
               self->what, message);
  return FALSE;
}

/* Members */

/* Empty for what is not there or null. */
static gboolean
get_string (Reader *self,
            JsonObject *object,
            const char *key,
            const char **string,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  *string = "";
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (self, error, _ ("“%s” is not a string."), key);
  *string = json_node_get_string (node);
  return TRUE;
}

static gboolean
set_string (Reader *self,
            JsonObject *object,
            const char *key,
            char **field,
            GError **error)
{
  const char *string;

  if (!get_string (self, object, key, &string, error))
    return FALSE;
  g_free (*field);
  *field = g_strdup (string);
  return TRUE;
}

/* The array @key, or %NULL if it is not there. */
static gboolean
get_array (Reader *self,
           JsonObject *object,
           const char *key,
           JsonArray **array,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  *array = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (self, error, _ ("“%s” is not an array."), key);
  *array = json_node_get_array (node);
  return TRUE;
}

static gboolean
is_string (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
set_examples (Reader *self,
              JsonObject *object,
              char **examples,
              GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  JsonArray *array;

  if (!get_array (self, object, "examples", &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      if (!is_string (json_array_get_element (array, i)))
        return refuse (self, error, _ ("an example is not a string."));
      g_string_append_printf (lines, "%s\n", json_array_get_string_element (array, i));
    }
  g_free (*examples);
  *examples = plx_examples_normalize (lines->str);
  return TRUE;
}

/* Its own UUID, then those it had elsewhere: pairs of scheme and value. */
static gboolean
set_uuids (Reader *self,
           JsonObject *object,
           char ***uuids,
           GError **error)
{
  const char *own;
  JsonArray *array;

  if (!get_string (self, object, "uuid", &own, error) || !get_array (self, object, "foreign-ids", &array, error))
    return FALSE;
  plx_uuids_add (uuids, own);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (pair == NULL || json_array_get_length (pair) != 2 || !is_string (json_array_get_element (pair, 0)) ||
          !is_string (json_array_get_element (pair, 1)))
        return refuse (self, error, _ ("“%s” is not made of pairs of strings."), "foreign-ids");
      if (strcmp (json_array_get_string_element (pair, 0), "uuid") == 0)
        plx_uuids_add (uuids, json_array_get_string_element (pair, 1));
    }
  return TRUE;
}

/* Tags */

static gboolean
find_parent (Reader *self,
             JsonObject *object,
             int *parent,
             GError **error)
{
  const char *uuid;
  int found;

  *parent = -1;
  if (!get_string (self, object, "parent", &uuid, error))
    return FALSE;
  if (*uuid == '\0')
    return TRUE;
  found = GPOINTER_TO_INT (g_hash_table_lookup (self->by_uuid, uuid));
  if (found == 0)
    return refuse (self, error, _ ("its parent %s is not above it."), uuid);
  *parent = found - 1;
  return TRUE;
}

static gboolean
set_kind (Reader *self,
          JsonObject *object,
          PlxCodebookEntry *entry,
          GError **error)
{
  const char *kind;

  if (!get_string (self, object, "kind", &kind, error))
    return FALSE;
  if (*kind == '\0')
    return TRUE;
  entry->kind = TRUE;
  return plx_kind_from_string (kind, &entry->tag->kind) ||
         refuse (self, error, _ ("“%s” is no kind; there are “actor”, “place”, “claim” and “other”."), kind);
}

static gboolean
remember (Reader *self,
          PlxCodebookEntry *entry,
          GError **error)
{
  if (entry->uuids[0] == NULL)
    return TRUE;
  return g_hash_table_insert (self->by_uuid, entry->uuids[0], GINT_TO_POINTER ((int) self->file->tags->len)) ||
         refuse (self, error, _ ("the UUID %s is there twice."), entry->uuids[0]);
}

static gboolean
read_tag (Reader *self,
          JsonObject *object,
          GError **error)
{
  const char *name, *colour;
  PlxCodebookEntry *entry;
  int parent;

  if (!get_string (self, object, "name", &name, error) || !get_string (self, object, "colour", &colour, error) ||
      !find_parent (self, object, &parent, error))
    return FALSE;
  if (plx_string_is_blank (name))
    return refuse (self, error, _ ("a tag needs a “name”."));
  entry = plx_codebook_file_add (self->file, parent, name);
  if (entry == NULL)
    return refuse (self, error, _ ("there are more than %d tags, which is too many."), PLX_CODEBOOK_MAX_TAGS);
  plx_codebook_file_set_colour (self->file, entry, colour);
  return set_kind (self, object, entry, error) && set_string (self, object, "hotkey", &entry->tag->hotkey, error) &&
         set_string (self, object, "description", &entry->tag->description, error) &&
         set_examples (self, object, &entry->tag->examples, error) && set_uuids (self, object, &entry->uuids, error) &&
         remember (self, entry, error);
}

/* Kinds of relations */

static gboolean
read_relation_kind (Reader *self,
                    JsonObject *object,
                    GError **error)
{
  PlxCodebookRelationKind *row = g_new0 (PlxCodebookRelationKind, 1);
  JsonNode *directed = json_object_get_member (object, "directed");

  row->kind = plx_relation_kind_new ();
  row->uuids = g_new0 (char *, 1);
  g_ptr_array_add (self->file->relation_kinds, row);
  if (!set_string (self, object, "name", &row->kind->name, error) ||
      !set_string (self, object, "description", &row->kind->description, error) || !set_uuids (self, object, &row->uuids, error))
    return FALSE;
  if (plx_string_is_blank (row->kind->name))
    return refuse (self, error, _ ("a kind of relation needs a “name”."));
  if (directed == NULL || json_node_get_value_type (directed) != G_TYPE_BOOLEAN)
    return refuse (self, error, _ ("“%s” is neither true nor false."), "directed");
  row->kind->directed = json_node_get_boolean (directed);
  return TRUE;
}

/* The whole */

static gboolean
read_list (Reader *self,
           JsonObject *root,
           const char *key,
           gboolean (*read_row) (Reader *self, JsonObject *object, GError **error),
           GError **error)
{
  JsonArray *array;

  self->what = key;
  self->row = 0;
  if (!get_array (self, root, key, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      self->row = i + 1;
      if (i >= PLX_CODEBOOK_MAX_TAGS)
        return refuse (self, error, _ ("there are more than %d rows, which is too many."), PLX_CODEBOOK_MAX_TAGS);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return refuse (self, error, _ ("it is not an object."));
      if (!read_row (self, json_node_get_object (node), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_head (PlxCodebookFile *file,
            JsonNode *root,
            GError **error)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *format = object != NULL ? json_object_get_member (object, "format") : NULL;
  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;

  if (format == NULL || !is_string (format) || strcmp (json_node_get_string (format), PLX_CODEBOOK_JSON_FORMAT) != 0)
    g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN,
                 _ ("“%s” is JSON, but no codebook of Parallax. Choose another file."), file->name);
  else if (version == NULL || json_node_get_value_type (version) != G_TYPE_INT64 || json_node_get_int (version) != VERSION)
    g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN,
                 _ ("“%s” was made by a newer Parallax. Update this one to read it."), file->name);
  else
    return TRUE;
  return FALSE;
}

/* json-glib begins its messages with a name, the line and the column. */
static guint
get_line (const GError *error)
{
  const char *colon = strchr (error->message, ':');

  return colon != NULL ? (guint) g_ascii_strtoull (colon + 1, NULL, 10) : 0;
}

/* Without the mark that may stand before UTF-8. */
static void
skip_mark (const char **bytes,
           gsize *length)
{
  if (*length < 3 || memcmp (*bytes, "\xef\xbb\xbf", 3) != 0)
    return;
  *bytes += 3;
  *length -= 3;
}

static gboolean
load (PlxCodebookFile *file,
      JsonParser *parser,
      const char *bytes,
      gsize length,
      GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!plx_json_guard (bytes, length, &local))
    g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED, "“%s”: %s", file->name, local->message);
  else if (!json_parser_load_from_data (parser, bytes, (gssize) length, &local))
    /* Translators: a file, the number of a line */
    g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED, _ ("“%s”, line %u: this is no JSON."), file->name,
                 get_line (local));
  else
    return TRUE;
  return FALSE;
}

gboolean
plx_codebook_parse_json (PlxCodebookFile *file,
                         const char *bytes,
                         gsize length,
                         GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  Reader self = { .file = file };
  JsonObject *root;
  gboolean done;

  skip_mark (&bytes, &length);
  if (!load (file, parser, bytes, length, error) || !check_head (file, json_parser_get_root (parser), error))
    return FALSE;
  root = json_node_get_object (json_parser_get_root (parser));
  self.by_uuid = g_hash_table_new (g_str_hash, g_str_equal);
  done = read_list (&self, root, "tags", read_tag, error) && read_list (&self, root, "relation-kinds", read_relation_kind, error);
  g_hash_table_unref (self.by_uuid);
  return done;
}
