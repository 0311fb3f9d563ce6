/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-sample.h"

#include "base/plx-string.h"
#include "intake/plx-intake.h"

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

static void
take_field (JsonObject *object,
            const char *key,
            char **field)
{
  const char *value = json_object_get_string_member_with_default (object, key, NULL);

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

static PlxIntakeItem *
read_article (JsonObject *object,
              GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (get_folder (), json_object_get_string_member_with_default (object, "file", ""), NULL);
  PlxIntakeItem *item = plx_intake_read_file (file, NULL, error);

  if (item != NULL)
    describe (item->document, object);
  return item;
}

GPtrArray *
plx_sample_read (GError **error)
{
  g_autofree char *path = g_build_filename (get_folder (), EDITS, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  g_autofree char *edits = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &edits, NULL, error))
    return NULL;
  lines = g_strsplit (edits, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], error);
      JsonObject *object;
      PlxIntakeItem *item;

      if (node == NULL)
        return NULL;
      object = json_node_get_object (node);
      if (g_strcmp0 (json_object_get_string_member_with_default (object, "op", NULL), "document") != 0)
        break;
      if ((item = read_article (object, error)) == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}
