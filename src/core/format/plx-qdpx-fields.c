/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Own fields of articles are variables of sources, out and in. */

#include "config.h"

#include "format/plx-qdpx-read.h"
#include "format/plx-qdpx-write.h"

#include "store/plx-own-fields.h"

#include <string.h>

/* What the description of a variable that is a field begins with. */
#define MARK "field: "

/* Out */

void
plx_qdpx_write_field_variables (PlxQdpxWrite *self)
{
  const GPtrArray *fields = self->export->names->fields;

  for (guint i = 0; i < fields->len; i++)
    {
      const PlxOwnField *field = g_ptr_array_index (fields, i);
      g_autofree char *description = g_strconcat (MARK, plx_field_kind_to_string (field->kind), NULL);

      plx_xml_start (&self->xml, "Variable");
      plx_xml_attribute_id (&self->xml, "guid", "", field->id);
      plx_xml_attribute (&self->xml, "name", field->name);
      plx_xml_attribute (&self->xml, "typeOfVariable", "Text");
      plx_xml_element (&self->xml, "Description", description);
      plx_xml_end (&self->xml);
    }
}

gboolean
plx_qdpx_write_field_values (PlxQdpxWrite *self,
                             PlxId document,
                             GError **error)
{
  const GPtrArray *fields = self->export->names->fields;
  g_autoptr (GHashTable) values = NULL;

  if (fields->len == 0)
    return TRUE;
  if ((values = plx_own_fields_load_values (self->export->connection, document, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    {
      const PlxOwnField *field = g_ptr_array_index (fields, i);
      const char *value = g_hash_table_lookup (values, &field->id);
      g_autofree char *guid = value != NULL ? plx_id_to_uuid (field->id) : NULL;

      if (value == NULL)
        continue;
      plx_xml_start (&self->xml, "VariableValue");
      plx_qdpx_write_reference (self, "VariableRef", guid);
      plx_xml_element_inline (&self->xml, "TextValue", value);
      plx_xml_end (&self->xml);
    }
  return TRUE;
}

/* In */

gboolean
plx_qdpx_read_fields (PlxQdpxRead *self,
                      xmlNode *node,
                      GError **error)
{
  for (xmlNode *child = plx_node_child (node, "Variable"); self->own && child != NULL; child = plx_node_next (child, "Variable"))
    {
      g_autofree char *description = plx_node_dup_text (plx_node_child (child, "Description"));
      g_autofree char *guid = plx_qdpx_dup_guid (child, "guid");
      g_autoptr (PlxOwnField) field = plx_own_field_new (plx_node_attribute (child, "name"), PLX_FIELD_KIND_TEXT);

      if (!g_str_has_prefix (description, MARK) || !plx_field_kind_from_string (description + strlen (MARK), &field->kind))
        continue;
      self->import->line = (int) xmlGetLineNo (child);
      field->id = plx_qdpx_get_id (self, guid);
      if (!plx_import_field (self->import, field, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the article takes the variable as one of its details. */
static gboolean
is_detail (PlxQdpxRead *self,
           const char *name,
           const char *guid)
{
  static const char *const details[] = { "outlet", "author", "url", "published", "language", "direction", "filename", NULL };
  g_autofree char *ours = plx_uuid_derive (PLX_QDPX_VARIABLES, name);

  return self->own ? strcmp (guid, ours) == 0 : g_strv_contains (details, name);
}

gboolean
plx_qdpx_read_field_values (PlxQdpxRead *self,
                            xmlNode *source,
                            PlxId document,
                            GError **error)
{
  for (xmlNode *node = plx_node_child (source, "VariableValue"); node != NULL; node = plx_node_next (node, "VariableValue"))
    {
      xmlNode *reference = plx_node_child (node, "VariableRef");
      g_autofree char *guid = plx_qdpx_dup_guid (reference, "targetGUID");
      g_autofree char *value = plx_node_dup_text (reference != NULL ? plx_node_next (reference, NULL) : NULL);
      const char *name = g_hash_table_lookup (self->variables, guid);

      self->import->line = (int) xmlGetLineNo (node);
      if (name != NULL && !is_detail (self, name, guid) && !plx_import_field_value (self->import, document, name, value, error))
        return FALSE;
    }
  return TRUE;
}
