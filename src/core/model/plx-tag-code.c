/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-tag-code.h"

static char *
dup_pair (const char *first,
          gunichar second)
{
  char letter[7] = { 0 };

  g_unichar_to_utf8 (second, letter);
  return g_strconcat (first, letter, NULL);
}

/* @second with @first, if that is free. */
static char *
try_pair (const char *first,
          gunichar second,
          GHashTable *taken)
{
  g_autofree char *pair = dup_pair (first, second);

  return g_hash_table_contains (taken, pair) ? NULL : g_steal_pointer (&pair);
}

/* The first letter or digit of @name; its first character if there is none. */
static const char *
find_first (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return p;
  return name;
}

char *
plx_tag_code_choose (const char *name,
                     GHashTable *taken)
{
  const char *start = find_first (name);
  g_autofree char *letter = NULL;
  g_autofree char *first = NULL;
  char *pair = NULL;

  if (*start == '\0')
    return g_strdup ("?");
  letter = g_utf8_substring (start, 0, 1);
  first = g_utf8_strup (letter, -1);
  if (!g_hash_table_contains (taken, first))
    return g_steal_pointer (&first);
  for (const char *p = g_utf8_next_char (start); *p != '\0' && pair == NULL; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      pair = try_pair (first, g_unichar_tolower (g_utf8_get_char (p)), taken);
  for (gunichar digit = '2'; digit <= '9' && pair == NULL; digit++)
    pair = try_pair (first, digit, taken);
  return pair != NULL ? pair : g_steal_pointer (&first);
}
