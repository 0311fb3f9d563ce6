/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-qdpx-write.h"

#include "base/plx-time.h"

#include <string.h>

void
plx_qdpx_write_reference (PlxQdpxWrite *self,
                          const char *element,
                          const char *guid)
{
  plx_xml_start_inline (&self->xml, element);
  plx_xml_attribute (&self->xml, "targetGUID", guid);
  plx_xml_end (&self->xml);
}

void
plx_qdpx_write_time (PlxQdpxWrite *self,
                     const char *attribute,
                     gint64 time)
{
  char text[PLX_TIME_ROOM];

  plx_time_print (time, text);
  plx_xml_attribute (&self->xml, attribute, text);
}

void
plx_qdpx_write_value (PlxQdpxWrite *self,
                      const char *name,
                      const char *value)
{
  g_autofree char *guid = plx_uuid_derive (PLX_QDPX_VARIABLES, name);

  if (*value == '\0')
    return;
  plx_xml_start (&self->xml, "VariableValue");
  plx_qdpx_write_reference (self, "VariableRef", guid);
  plx_xml_element_inline (&self->xml, "TextValue", value);
  plx_xml_end (&self->xml);
}

/* The first piece has the annotation's own guid. */
char *
plx_qdpx_dup_piece (const PlxAnnotation *annotation,
                    guint i)
{
  g_autofree char *uuid = plx_id_to_uuid (annotation->id);
  g_autofree char *name = NULL;

  if (i == 0)
    return g_steal_pointer (&uuid);
  name = g_strdup_printf ("piece %u", i);
  return plx_uuid_derive (uuid, name);
}

gboolean
plx_qdpx_has_note (const PlxClaim *claim)
{
  return claim != NULL && (*claim->value != '\0' || *claim->event_time != '\0' || claim->by_outlet || claim->said_by != PLX_ID_NONE || claim->place != PLX_ID_NONE);
}
