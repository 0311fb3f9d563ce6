/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei.h"

#include "store/plx-own-fields.h"

/* Outlets */

static gboolean
write_outlet (PlxTei *self,
              const PlxOutlet *outlet,
              GError **error)
{
  g_autofree char *colour = *outlet->colour != '\0' ? g_strconcat ("color:", outlet->colour, NULL) : NULL;

  plx_xml_start (&self->xml, "org");
  plx_xml_attribute_id (&self->xml, "xml:id", PLX_TEI_OUTLET, outlet->id);
  plx_xml_attribute (&self->xml, "type", "outlet");
  if (colour != NULL)
    plx_xml_attribute (&self->xml, "rend", colour);
  plx_xml_element_with (&self->xml, "orgName", "type", "main", outlet->name);
  plx_xml_element_with (&self->xml, "orgName", "type", "short", outlet->brief);
  if (!plx_tei_write_foreign_ids (self, "idno", outlet->id, error))
    return FALSE;
  plx_xml_element_with (&self->xml, "note", "type", "comment", outlet->note);
  plx_xml_end (&self->xml);
  return TRUE;
}

gboolean
plx_tei_write_outlets (PlxTei *self,
                       GError **error)
{
  const GPtrArray *outlets = self->export->names->outlets;

  if (outlets->len == 0)
    return TRUE;
  plx_xml_start (&self->xml, "listOrg");
  plx_xml_attribute (&self->xml, "type", "outlets");
  for (guint i = 0; i < outlets->len; i++)
    if (!write_outlet (self, g_ptr_array_index (outlets, i), error))
      return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

/* Fields */

static gboolean
write_field (PlxTei *self,
             const PlxOwnField *field,
             GError **error)
{
  g_autofree char *kind = g_strconcat ("#" PLX_TEI_FIELD, plx_field_kind_to_string (field->kind), NULL);

  plx_xml_start (&self->xml, "category");
  plx_xml_attribute_id (&self->xml, "xml:id", PLX_TEI_FIELD, field->id);
  plx_xml_attribute (&self->xml, "ana", kind);
  plx_xml_start (&self->xml, "catDesc");
  plx_xml_start_inline (&self->xml, "term");
  plx_xml_text (&self->xml, field->name);
  plx_xml_end (&self->xml);
  if (!plx_tei_write_foreign_ids (self, "idno", field->id, error))
    return FALSE;
  plx_xml_end (&self->xml);
  plx_xml_end (&self->xml);
  return TRUE;
}

static void
write_kinds (PlxTei *self)
{
  for (PlxFieldKind kind = PLX_FIELD_KIND_TEXT; kind <= PLX_FIELD_KIND_DATE; kind++)
    {
      const char *name = plx_field_kind_to_string (kind);
      g_autofree char *id = g_strconcat (PLX_TEI_FIELD, name, NULL);

      plx_xml_start (&self->xml, "category");
      plx_xml_attribute (&self->xml, "xml:id", id);
      plx_xml_element_inline (&self->xml, "catDesc", name);
      plx_xml_end (&self->xml);
    }
}

gboolean
plx_tei_write_fields (PlxTei *self,
                      GError **error)
{
  const GPtrArray *fields = self->export->names->fields;

  if (fields->len == 0)
    return TRUE;
  plx_xml_start (&self->xml, "taxonomy");
  plx_xml_attribute (&self->xml, "xml:id", "field-kinds");
  write_kinds (self);
  plx_xml_end (&self->xml);
  plx_xml_start (&self->xml, "taxonomy");
  plx_xml_attribute (&self->xml, "xml:id", "fields");
  for (guint i = 0; i < fields->len; i++)
    if (!write_field (self, g_ptr_array_index (fields, i), error))
      return FALSE;
  plx_xml_end (&self->xml);
  return TRUE;
}

gboolean
plx_tei_write_field_values (PlxTei *self,
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

      if (value == NULL)
        continue;
      plx_xml_start_inline (&self->xml, "note");
      plx_xml_attribute (&self->xml, "type", "field");
      plx_xml_attribute_id (&self->xml, "corresp", "#" PLX_TEI_FIELD, field->id);
      plx_xml_text (&self->xml, value);
      plx_xml_end (&self->xml);
    }
  return TRUE;
}
