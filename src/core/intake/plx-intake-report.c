/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake.h"

#include <glib/gi18n-lib.h>

static const char *
item_get_name (const PlxIntakeItem *self)
{
  return *self->document->filename != '\0' ? self->document->filename : self->document->title;
}

/* “A, B, C”: the readings besides the one that was taken. */
static char *
dup_other_guesses (const PlxIntakeItem *self)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (int i = 1; i < self->n_guesses; i++)
    g_string_append_printf (others, "%s%s", i > 1 ? ", " : "", self->guesses[i]);
  return g_strdup (others->str);
}

static char *
dup_guess_report (const PlxIntakeItem *self)
{
  g_autofree char *others = dup_other_guesses (self);

  if (*others == '\0')
    /* Translators: a file, the name of an encoding */
    return g_strdup_printf (_ ("“%s” does not say its encoding and was read as %s."), item_get_name (self), self->charset);
  /* Translators: the second and third %s are names of encodings, the third a list */
  return g_strdup_printf (_ ("“%s” does not say its encoding and was read as %s. If the text looks wrong, it may be %s."),
                          item_get_name (self), self->charset, others);
}

char *
plx_intake_item_dup_report (const PlxIntakeItem *self)
{
  if (self->n_replaced == 0)
    return self->is_guessed ? dup_guess_report (self) : NULL;
  if (self->replaced_line == 0)
    /* Translators: a file, how many characters */
    return g_strdup_printf (ngettext ("“%s”: %d character that could not be read was replaced by “�”.",
                                      "“%s”: %d characters that could not be read were replaced by “�”.", (gulong) self->n_replaced),
                            item_get_name (self), self->n_replaced);
  /* Translators: a file, how many characters, where the first of them is */
  return g_strdup_printf (ngettext ("“%s”: %d character that could not be read was replaced by “�”, in line %d, column %d. If the text looks wrong, save it as UTF-8 and add it again.",
                                    "“%s”: %d characters that could not be read were replaced by “�”, the first in line %d, column %d. If the text looks wrong, save it as UTF-8 and add it again.",
                                    (gulong) self->n_replaced),
                          item_get_name (self), self->n_replaced, self->replaced_line, self->replaced_column);
}
