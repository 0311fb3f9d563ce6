/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-qdpx-read.h"

#include "base/plx-time.h"

#include <string.h>

/* Guids come in any case, with braces or without. */
char *
plx_qdpx_dup_guid (const xmlNode *node,
                   const char *attribute)
{
  char *guid = g_strstrip (g_ascii_strdown (plx_node_attribute (node, attribute), -1));
  gsize length = strlen (guid);

  if (length > 2 && guid[0] == '{' && guid[length - 1] == '}')
    {
      memmove (guid, guid + 1, length - 2);
      guid[length - 2] = '\0';
    }
  return guid;
}

PlxId
plx_qdpx_get_id (PlxQdpxRead *self,
                 const char *guid)
{
  return plx_import_id (self->import, "guid", guid);
}

/* The id of a row that has a guid of its own; programs know it by that again. */
gboolean
plx_qdpx_keep_guid (PlxQdpxRead *self,
                    PlxId id,
                    const char *guid,
                    GError **error)
{
  return !g_uuid_string_is_valid (guid) || plx_import_foreign_id (self->import, id, "uuid", guid, error);
}

gint64
plx_qdpx_get_time (const xmlNode *node,
                   const char *attribute)
{
  gint64 time = 0;

  plx_time_parse (plx_node_attribute (node, attribute), &time);
  return time;
}

char *
plx_qdpx_dup_value (PlxQdpxRead *self,
                    const xmlNode *node,
                    const char *variable)
{
  g_autofree char *ours = plx_uuid_derive (PLX_QDPX_VARIABLES, variable);

  for (xmlNode *value = plx_node_child (node, "VariableValue"); value != NULL; value = plx_node_next (value, "VariableValue"))
    {
      g_autofree char *guid = plx_qdpx_dup_guid (plx_node_child (value, "VariableRef"), "targetGUID");
      const char *name = g_hash_table_lookup (self->variables, guid);

      if (self->own ? strcmp (guid, ours) == 0 : name != NULL && strcmp (name, variable) == 0)
        for (xmlNode *child = plx_node_child (value, NULL); child != NULL; child = plx_node_next (child, NULL))
          if (!plx_node_is (child, "VariableRef"))
            return plx_node_dup_text (child);
    }
  return g_strdup ("");
}
