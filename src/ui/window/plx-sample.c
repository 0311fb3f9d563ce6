/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-sample.h"

#include "base/plx-string.h"
#include "compat/plx-isolate.h"
#include "intake/plx-intake.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* Of the edits that tag the sample; only those that describe articles are read. */
#define EDITS "sample.jsonl"

static const char *
get_folder (void)
{
  const char *folder = g_getenv ("PARALLAX_SAMPLE");

  return folder != NULL ? folder : PLX_DATA_DIR "/sample";
}

gboolean
plx_sample_is_there (void)
{
  g_autofree char *edits = g_build_filename (get_folder (), EDITS, NULL);

  return g_file_test (edits, G_FILE_TEST_EXISTS);
}

static const char *
get_string (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
take_field (JsonObject *object,
            const char *key,
            char **field)
{
  const char *value = get_string (object, key);

  if (value != NULL)
    plx_set_str (field, value);
}

static void
describe (PlxDocument *document,
          JsonObject *object)
{
  take_field (object, "title", &document->title);
  take_field (object, "outlet", &document->outlet);
  take_field (object, "author", &document->author);
  take_field (object, "url", &document->url);
  take_field (object, "published", &document->published);
  take_field (object, "language", &document->language);
  take_field (object, "note", &document->note);
}

static void
set_unreadable (GError **error,
                const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *isolated = plx_isolate (shown);

  /* Translators: %s is the path of a file */
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("The sample cannot be read: “%s” is missing or damaged. Install Parallax anew."), isolated);
}

static PlxIntakeItem *
read_article (JsonObject *object,
              GError **error)
{
  g_autofree char *path = g_build_filename (get_folder (), get_string (object, "file"), NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PlxIntakeItem *item = plx_intake_read_file (file, NULL, NULL);

  if (item != NULL)
    describe (item->document, object);
  else
    set_unreadable (error, path);
  return item;
}

/* The edit in a line, as far as it is one. */
static JsonObject *
get_edit (JsonNode *line)
{
  return line != NULL && JSON_NODE_HOLDS_OBJECT (line) ? json_node_get_object (line) : NULL;
}

static gboolean
describes_article (JsonObject *edit)
{
  return g_strcmp0 (get_string (edit, "op"), "document") == 0;
}

GPtrArray *
plx_sample_read (GError **error)
{
  g_autofree char *path = g_build_filename (get_folder (), EDITS, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  g_autofree char *edits = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &edits, NULL, NULL))
    {
      set_unreadable (error, path);
      return NULL;
    }
  lines = g_strsplit (edits, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) line = json_from_string (lines[i], NULL);
      JsonObject *edit = get_edit (line);
      PlxIntakeItem *item;

      if (edit == NULL)
        {
          set_unreadable (error, path);
          return NULL;
        }
      if (!describes_article (edit))
        break;
      if ((item = read_article (edit, error)) == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  if (items->len > 0)
    return g_steal_pointer (&items);
  set_unreadable (error, path);
  return NULL;
}
