/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei.h"

#include "base/plx-time.h"

#include <string.h>

void
plx_tei_start_change (PlxTei *self,
                      PlxId subject,
                      const char *suffix,
                      const char *status,
                      gint64 time,
                      PlxId annotator)
{
  char when[PLX_TIME_ROOM];

  plx_time_print (time, when);
  plx_xml_start (&self->xml, "change");
  if (subject != PLX_ID_NONE)
    {
      g_autofree char *uuid = plx_id_to_uuid (subject);
      g_autofree char *id = g_strconcat (PLX_TEI_CHANGE, uuid, suffix, NULL);

      plx_xml_attribute (&self->xml, "xml:id", id);
    }
  plx_xml_attribute (&self->xml, "status", status);
  plx_xml_attribute (&self->xml, "when", when);
  if (annotator != PLX_ID_NONE)
    plx_xml_attribute_id (&self->xml, "who", "#" PLX_TEI_ANNOTATOR, annotator);
}

void
plx_tei_write_change (PlxTei *self,
                      const char *status,
                      gint64 time,
                      PlxId annotator)
{
  plx_tei_start_change (self, PLX_ID_NONE, "", status, time, annotator);
  plx_xml_end (&self->xml);
}

gboolean
plx_tei_write_foreign_ids (PlxTei *self,
                           const char *element,
                           PlxId subject,
                           GError **error)
{
  g_auto (GStrv) ids = NULL;

  if (!plx_names_list_foreign_ids (self->export->names, self->export->connection, subject, &ids, error))
    return FALSE;
  for (char **id = ids; *id != NULL; id += 2)
    {
      plx_xml_start (&self->xml, element);
      plx_xml_attribute (&self->xml, "type", "foreign-id");
      plx_xml_attribute (&self->xml, "n", id[0]);
      plx_xml_text (&self->xml, id[1]);
      plx_xml_end (&self->xml);
    }
  return TRUE;
}

char *
plx_tei_dup_relation_kind_id (const PlxRelationKind *kind)
{
  g_autofree char *uuid = NULL;

  for (const char *p = kind->name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_.", *p) == NULL)
      {
        uuid = plx_id_to_uuid (kind->id);
        return g_strconcat (PLX_TEI_RELATION_KIND, uuid, NULL);
      }
  return g_strconcat (PLX_TEI_RELATION_KIND, kind->name, NULL);
}

char *
plx_tei_dup_word (const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (word, g_unichar_isgraph (c) && g_unichar_isdefined (c) ? c : '-');
    }
  return g_strdup (word->str);
}
