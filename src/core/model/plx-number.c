/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-number.h"

#include <math.h>
#include <string.h>

static const struct
{
  const char *word;
  double factor;
} scales[] = {
  { "dozen", 12 },
  { "hundred", 1e2 },
  { "thousand", 1e3 },
  { "million", 1e6 },
  { "billion", 1e9 },
};

void
plx_number_clear (PlxNumber *self)
{
  g_clear_pointer (&self->literal, g_free);
}

void
plx_number_skip_blanks (const char **p)
{
  while (g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
}

gboolean
plx_number_at_digit (const char *p)
{
  return g_unichar_isdigit (g_utf8_get_char (p));
}

gboolean
plx_number_at_border (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c == 0 || g_unichar_isspace (c);
}

static gboolean
starts_with_word (const char *p,
                  const char *word)
{
  return g_ascii_strncasecmp (p, word, strlen (word)) == 0;
}

gboolean
plx_number_read_word (const char **p,
                      const char *word)
{
  if (!starts_with_word (*p, word) || !plx_number_at_border (*p + strlen (word)))
    return FALSE;
  *p += strlen (word);
  return TRUE;
}

int
plx_number_read_digits (const char **p,
                        GString *ascii)
{
  int n = 0;

  for (; plx_number_at_digit (*p); *p = g_utf8_next_char (*p), n++)
    g_string_append_c (ascii, (char) ('0' + g_unichar_digit_value (g_utf8_get_char (*p))));
  return n;
}

/* Comma, Arabic thousands separator, and the blanks that do not break. */
static gboolean
is_separator (gunichar c)
{
  return c == ',' || c == 0x066c || c == 0x00a0 || c == 0x202f || c == 0x2009;
}

static void
read_groups (const char **p,
             GString *ascii)
{
  while (is_separator (g_utf8_get_char (*p)))
    {
      const char *next = g_utf8_next_char (*p);
      gsize length = ascii->len;

      if (plx_number_read_digits (&next, ascii) != 3)
        {
          g_string_truncate (ascii, length);
          return;
        }
      *p = next;
    }
}

static gboolean
read_fraction (const char **p,
               GString *ascii)
{
  gunichar c = g_utf8_get_char (*p);
  const char *next = *p;

  if (c != '.' && c != 0x066b)
    return FALSE;
  next = g_utf8_next_char (next);
  if (!plx_number_at_digit (next))
    return FALSE;
  g_string_append_c (ascii, '.');
  plx_number_read_digits (&next, ascii);
  *p = next;
  return TRUE;
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212;
}

/* Whether the other half of an interval follows, as in `2 million–3 million`. */
static gboolean
at_other_half (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (strncmp (p, "..", 2) == 0)
    return TRUE;
  if (c == '-')
    return plx_number_at_digit (p + 1);
  if (c != 0x2013)
    return FALSE;
  p = g_utf8_next_char (p);
  return plx_number_at_digit (is_minus (g_utf8_get_char (p)) ? g_utf8_next_char (p) : p);
}

double
plx_number_read_scale (const char **p,
                       gboolean plural)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *word = g_strconcat (scales[i].word, plural ? "s" : "", NULL);
      const char *end = *p + strlen (word);

      if (!starts_with_word (*p, word) || !(plx_number_at_border (end) || at_other_half (end)))
        continue;
      *p = end;
      return scales[i].factor;
    }
  return 0;
}

void
plx_number_multiply (PlxNumber *self,
                     double factor)
{
  double product = self->value * factor;

  /* 2.3 million is whole, whatever binary fractions make of it. */
  if (fabs (product - round (product)) < 1e-9 * fabs (product))
    product = round (product);
  self->whole = product == round (product);
  self->value = product;
  self->factor = factor;
}

/* What breaks a line within a number would break it on the screen too. */
static char *
one_line (const char *text,
          gsize length)
{
  return g_strdelimit (g_strndup (text, length), "\t\n\v\f\r", ' ');
}

gboolean
plx_number_read (const char **p,
                 PlxNumber *number)
{
  g_autoptr (GString) ascii = g_string_new (NULL);
  const char *next = *p, *behind;
  gunichar sign = g_utf8_get_char (next);
  double factor;

  if (is_minus (sign))
    {
      g_string_append_c (ascii, '-');
      next = g_utf8_next_char (next);
    }
  if (plx_number_read_digits (&next, ascii) == 0)
    return FALSE;
  if (ascii->len <= (is_minus (sign) ? 4 : 3))
    read_groups (&next, ascii);
  number->whole = !read_fraction (&next, ascii);
  number->value = g_ascii_strtod (ascii->str, NULL);
  number->factor = 1;

  behind = next;
  plx_number_skip_blanks (&behind);
  factor = plx_number_read_scale (&behind, FALSE);
  if (factor > 0)
    {
      plx_number_multiply (number, factor);
      next = behind;
    }
  number->literal = one_line (*p, (gsize) (next - *p));
  *p = next;
  return TRUE;
}
