/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-settings.h"

#include <glib/gi18n.h>

#define PROJECT_SCHEMA PLX_APP_ID ".Project"
#define PROJECT_PATH "/org/parallaxworkbench/Parallax/projects/"

static GSettings *
open_schema (const char *id,
             const char *path)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, id, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, path) : NULL;
}

GSettings *
plx_settings_new (void)
{
  return open_schema (PLX_APP_ID, NULL);
}

GSettings *
plx_settings_new_for_project (const char *uuid)
{
  g_autofree char *path = NULL;

  /* It becomes part of a path, so nothing but a UUID will do. */
  if (uuid == NULL || !g_uuid_string_is_valid (uuid))
    return NULL;
  path = g_strconcat (PROJECT_PATH, uuid, "/", NULL);
  return open_schema (PROJECT_SCHEMA, path);
}

static gboolean
has_key (GSettings *self,
         const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (self == NULL)
    return FALSE;
  g_object_get (self, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key);
}

GVariant *
plx_settings_dup_value (GSettings *self,
                        const char *key,
                        const char *type)
{
  g_autoptr (GVariant) value = NULL;

  if (!has_key (self, key))
    return NULL;
  value = g_settings_get_value (self, key);
  return g_variant_is_of_type (value, G_VARIANT_TYPE (type)) ? g_steal_pointer (&value) : NULL;
}

int
plx_settings_get_int (GSettings *self,
                      const char *key,
                      int fallback)
{
  g_autoptr (GVariant) value = plx_settings_dup_value (self, key, "i");

  return value != NULL ? g_variant_get_int32 (value) : fallback;
}

gboolean
plx_settings_get_boolean (GSettings *self,
                          const char *key,
                          gboolean fallback)
{
  g_autoptr (GVariant) value = plx_settings_dup_value (self, key, "b");

  return value != NULL ? g_variant_get_boolean (value) : fallback;
}

char *
plx_settings_dup_string (GSettings *self,
                         const char *key)
{
  g_autoptr (GVariant) value = plx_settings_dup_value (self, key, "s");

  return g_strdup (value != NULL ? g_variant_get_string (value, NULL) : "");
}

void
plx_settings_set_value (GSettings *self,
                        const char *key,
                        GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) schema_key = NULL;

  if (!has_key (self, key))
    return;
  g_object_get (self, "settings-schema", &schema, NULL);
  schema_key = g_settings_schema_get_key (schema, key);
  if (g_variant_is_of_type (owned, g_settings_schema_key_get_value_type (schema_key)) &&
      g_settings_schema_key_range_check (schema_key, owned))
    g_settings_set_value (self, key, owned);
}

/* An enumerated key is a string whose range is `enum`. */
static gboolean
has_enum (GSettings *self,
          const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) schema_key = NULL;
  g_autoptr (GVariant) range = NULL;
  const char *kind = NULL;

  if (!has_key (self, key))
    return FALSE;
  g_object_get (self, "settings-schema", &schema, NULL);
  schema_key = g_settings_schema_get_key (schema, key);
  range = g_settings_schema_key_get_range (schema_key);
  g_variant_get (range, "(&sv)", &kind, NULL);
  return g_str_equal (kind, "enum");
}

int
plx_settings_get_enum (GSettings *self,
                       const char *key,
                       int fallback)
{
  return has_enum (self, key) ? g_settings_get_enum (self, key) : fallback;
}

void
plx_settings_set_enum (GSettings *self,
                       const char *key,
                       int value)
{
  if (has_enum (self, key))
    g_settings_set_enum (self, key, value);
}

char *
plx_settings_dup_annotator (GSettings *self)
{
  g_autofree char *name = g_strstrip (plx_settings_dup_string (self, "annotator"));
  const char *real = g_get_real_name ();

  if (*name != '\0')
    return g_steal_pointer (&name);
  /* GLib says "Unknown" where the account has no name. */
  if (real == NULL || *real == '\0' || g_str_equal (real, "Unknown"))
    real = g_get_user_name ();
  if (real == NULL || *real == '\0' || !g_utf8_validate (real, -1, NULL))
    real = _ ("Analyst");
  return g_strdup (real);
}
