/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-dotted-label.h"

#include <string.h>

#define DOT "●"

void
plx_dotted_label_set (GtkLabel *label,
                      const char *text,
                      const char *colour)
{
  g_autofree char *dotted = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoAttribute *coloured;
  PangoColor dot;

  if (*colour == '\0' || !pango_color_parse (&dot, colour))
    {
      gtk_label_set_attributes (label, NULL);
      gtk_label_set_text (label, text);
      return;
    }
  dotted = g_strconcat (DOT " ", text, NULL);
  attributes = pango_attr_list_new ();
  coloured = pango_attr_foreground_new (dot.red, dot.green, dot.blue);
  coloured->start_index = 0;
  coloured->end_index = strlen (DOT);
  pango_attr_list_insert (attributes, coloured);
  gtk_label_set_text (label, dotted);
  gtk_label_set_attributes (label, attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
