/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-key-words.h"

char *
plx_key_dup_control_words (const char *sign)
{
  /* GTK names no modifier without a key: the name of the key is cut off again. */
  g_autofree char *label = gtk_accelerator_get_label (GDK_KEY_k, GDK_CONTROL_MASK);
  char *plus = strrchr (label, '+');

  if (plus != NULL)
    *plus = '\0';
  return g_strdup_printf ("%s %s", plus != NULL ? label : "Ctrl", sign);
}

GtkWidget *
plx_key_label_new (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "plx-key");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}
