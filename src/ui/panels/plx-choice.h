/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drop-down for one of the fixed words of the database, or none of them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A word of the database and what people see. */
typedef struct
{
  const char *word;
  const char *label; /* not yet translated */
} PlxChoiceWord;

#define PLX_TYPE_CHOICE (plx_choice_get_type ())

/* Signal "chosen" (const char *word): by a person; empty for none. */
G_DECLARE_FINAL_TYPE (PlxChoice, plx_choice, PLX, CHOICE, GtkWidget)

/**
 * plx_choice_set_words:
 * @words: (array zero-terminated=1): static; the empty choice comes before them
 * @name: what is chosen, for screen readers
 */
void plx_choice_set_words (PlxChoice *self,
                           const PlxChoiceWord *words,
                           const char *name);

/* Shows @word, or the empty choice if it is none of the words. */
void plx_choice_show (PlxChoice *self,
                      const char *word);

G_END_DECLS
