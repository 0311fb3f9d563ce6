/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A hand-written reader: a sign or not, a number or two, a unit.  Whatever
 * begins otherwise is words.  What begins with a number and goes on as prose
 * (`3-day siege`, `28.11.2024`, `1st`) is words too; an error is only what
 * somebody certainly meant as a number or interval and would lose.
 */

#include "config.h"

#include "model/plx-value.h"

#include "base/plx-error.h"
#include "model/plx-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Doubles count exactly up to here and somewhat beyond. */
#define LARGEST 1e15

/* What became of an attempt to read something. */
typedef enum
{
  READ_YES,
  READ_NO, /* it is something else */
  READ_ERROR,
} Read;

static const struct
{
  const char *sign;
  PlxValueForm form;
} signs[] = {
  { ">=", PLX_VALUE_AT_LEAST },
  { "≥", PLX_VALUE_AT_LEAST },
  { ">", PLX_VALUE_OVER },
  { "<=", PLX_VALUE_AT_MOST },
  { "≤", PLX_VALUE_AT_MOST },
  { "<", PLX_VALUE_UNDER },
  { "~", PLX_VALUE_ABOUT },
  { "≈", PLX_VALUE_ABOUT },
};

/* Names of intervals, and words that take a unit like a number. */
static const struct
{
  const char *word;
  gboolean has_range;
  double low;
  double high;
} names[] = {
  { "none", TRUE, 0, 0 },
  { "dozens", TRUE, 24, 99 },
  { "tens", TRUE, 20, 99 },
  { "hundreds", TRUE, 100, 999 },
  { "thousands", TRUE, 1000, 9999 },
  { "millions", TRUE, 1000000, 9999999 },
  { "several", FALSE, 0, 0 },
  { "many", FALSE, 0, 0 },
};

/* @problem is a clause that tells what is wrong, @example what would be right. */
static Read
fail (const char *expression,
      const char *problem,
      const char *example,
      GError **error)
{
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: what was entered, what is wrong with it, an example */
               _ ("“%s” is not a value: %s. Write for example %s."), expression, problem, example);
  return READ_ERROR;
}

static gboolean
at_dots (const char *p)
{
  return strncmp (p, "..", 2) == 0;
}

static Read
read_number (const char *expression,
             const char **p,
             PlxNumber *number,
             GError **error)
{
  if (!plx_number_read (p, number))
    return READ_NO;
  if (fabs (number->value) >= LARGEST)
    return fail (expression, _ ("the number is too large to count with"), "7,000", error);
  return READ_YES;
}

/* The largest number below and the smallest above one that is excluded. */
static double
next_below (const PlxNumber *number)
{
  return number->whole ? number->value - 1 : nextafter (number->value, -INFINITY);
}

static double
next_above (const PlxNumber *number)
{
  return number->whole ? number->value + 1 : nextafter (number->value, INFINITY);
}

static void
set_range (PlxValue *self,
           double low,
           double high)
{
  self->has_range = TRUE;
  self->low = low;
  self->high = high;
}

static void
set_number (PlxValue *self,
            PlxNumber *number)
{
  double tenth = fabs (number->value) / 10;

  switch (self->form)
    {
    case PLX_VALUE_AT_LEAST:
      set_range (self, number->value, INFINITY);
      break;
    case PLX_VALUE_OVER:
      set_range (self, next_above (number), INFINITY);
      break;
    case PLX_VALUE_AT_MOST:
      set_range (self, -INFINITY, number->value);
      break;
    case PLX_VALUE_UNDER:
      set_range (self, -INFINITY, next_below (number));
      break;
    case PLX_VALUE_ABOUT:
      set_range (self, number->value - tenth, number->value + tenth);
      break;
    case PLX_VALUE_WORDS:
    case PLX_VALUE_BETWEEN:
    case PLX_VALUE_EXACT:
    default:
      set_range (self, number->value, number->value);
    }
  g_free (self->first);
  self->first = g_steal_pointer (&number->literal);
}

/* `2..3 million` means millions on both sides. */
static gboolean
align (PlxNumber *low,
       const PlxNumber *high)
{
  if (low->factor == 1 && high->factor != 1)
    plx_number_multiply (low, high->factor);
  return low->value <= high->value;
}

static void
set_between (PlxValue *self,
             PlxNumber *low,
             PlxNumber *high)
{
  self->form = PLX_VALUE_BETWEEN;
  set_range (self, low->value, high->value);
  g_free (self->first);
  self->first = g_steal_pointer (&low->literal);
  g_free (self->second);
  self->second = g_steal_pointer (&high->literal);
}

static void
set_unit (PlxValue *self,
          const char *unit)
{
  g_free (self->unit);
  self->unit = g_strdup (unit);
}

static gboolean
starts_unit (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (c == '%' || c == 0x066a || c == 0x2030)
    return TRUE;
  return g_unichar_isalpha (c) || type == G_UNICODE_CURRENCY_SYMBOL || type == G_UNICODE_OTHER_SYMBOL; /* € ° */
}

/* Whether the letters right behind a number make it 1st, 2nd, 3rd, or go on in
 * digits as in 4x4: then it is a word and no number. */
static gboolean
is_part_of_word (const char *p)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strncasecmp (p, endings[i], 2) == 0 && plx_number_at_border (p + 2))
      return TRUE;
  for (; !plx_number_at_border (p); p = g_utf8_next_char (p))
    if (plx_number_at_digit (p))
      return TRUE;
  return FALSE;
}

static gboolean
read_unit (PlxValue *self,
           const char *p)
{
  const char *unit = p;

  plx_number_skip_blanks (&unit);
  if (*unit == '\0')
    return TRUE;
  if (unit == p && is_part_of_word (unit))
    return FALSE;
  if (!starts_unit (g_utf8_get_char (unit)) && *unit != '(')
    return FALSE;
  set_unit (self, unit);
  return TRUE;
}

/* What stands at @p, behind a number, is no unit.  Tells the mistakes from
 * prose that happens to begin with a number. */
static Read
explain_rest (const char *expression,
              const char *p,
              gboolean after_sign,
              GError **error)
{
  g_autoptr (GString) ascii = g_string_new (NULL);
  const char *rest = p;

  if (*p == ',' && plx_number_at_digit (p + 1))
    return fail (expression, _ ("a comma stands before groups of three digits only"), "7,000 or 3.5", error);
  plx_number_skip_blanks (&rest);
  if (rest != p && plx_number_at_digit (rest) && plx_number_read_digits (&rest, ascii) == 3 && plx_number_at_border (rest))
    return fail (expression, _ ("a blank parts the number"), "7000 or 7,000", error);
  if (after_sign)
    return fail (expression, _ ("what follows the number is no unit"), ">=40 homes", error);
  return READ_NO;
}

/* Units stand once, at the end: in `5 km..7 km` the second half is lost. */
static Read
check_unit (const PlxValue *self,
            const char *expression,
            GError **error)
{
  const char *dots = strstr (self->unit, "..");

  if (dots != NULL && plx_number_at_digit (dots + 2))
    return fail (expression, _ ("the unit stands in the middle of the interval"), "5..7 km", error);
  return READ_YES;
}

/* `5..7`, from the dots on. */
static Read
read_upper (PlxValue *self,
            const char *expression,
            const char *p,
            PlxNumber *low,
            GError **error)
{
  g_auto (PlxNumber) high = { 0 };
  Read read;

  p += strlen ("..");
  plx_number_skip_blanks (&p);
  read = read_number (expression, &p, &high, error);
  if (read == READ_ERROR)
    return READ_ERROR;
  if (read == READ_NO)
    return fail (expression, _ ("after “..” comes no number"), "5..7, or >=5", error);
  if (!align (low, &high))
    return fail (expression, _ ("the first number is larger than the second"), "5..7", error);
  if (!read_unit (self, p))
    return fail (expression, _ ("what follows the interval is no unit"), "5..7 km", error);
  set_between (self, low, &high);
  return check_unit (self, expression, error);
}

/* `5-7` and `5–7`; a second dash, as in dates, or a smaller second number makes
 * it words. */
static gboolean
read_dashed (PlxValue *self,
             const char *expression,
             const char *p,
             PlxNumber *low)
{
  g_auto (PlxNumber) high = { 0 };
  gunichar dash = g_utf8_get_char (p);

  if (dash != '-' && dash != 0x2013)
    return FALSE;
  p = g_utf8_next_char (p);
  if (dash == '-' && !plx_number_at_digit (p))
    return FALSE;
  if (read_number (expression, &p, &high, NULL) != READ_YES || !align (low, &high) || !read_unit (self, p))
    return FALSE;
  set_between (self, low, &high);
  return TRUE;
}

static Read
read_number_led (PlxValue *self,
                 const char *expression,
                 const char *p,
                 GError **error)
{
  g_auto (PlxNumber) number = { 0 };
  const char *rest;
  Read read = read_number (expression, &p, &number, error);

  if (read != READ_YES)
    return read;
  rest = p;
  plx_number_skip_blanks (&rest);
  if (at_dots (rest))
    return read_upper (self, expression, rest, &number, error);
  if (read_dashed (self, expression, p, &number))
    return READ_YES;
  if (!read_unit (self, p))
    return explain_rest (expression, p, FALSE, error);
  self->form = PLX_VALUE_EXACT;
  set_number (self, &number);
  return check_unit (self, expression, error);
}

static gboolean
is_sign (gunichar c)
{
  return c == '<' || c == '>' || c == '=' || c == '~' || c == 0x2264 || c == 0x2265 || c == 0x2248;
}

static Read
read_sign (const char *expression,
           const char **p,
           PlxValueForm *form,
           GError **error)
{
  const char *end = *p;
  g_autofree char *sign = NULL;

  while (is_sign (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (end == *p)
    return READ_NO;
  sign = g_strndup (*p, (gsize) (end - *p));
  *p = end;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (sign, signs[i].sign) == 0)
      {
        *form = signs[i].form;
        return READ_YES;
      }
  return fail (expression, _ ("it begins with none of the signs >=, >, <=, <, ~"), ">=18", error);
}

/* A sign, a number, and perhaps a unit. */
static Read
read_comparison (PlxValue *self,
                 const char *expression,
                 GError **error)
{
  g_auto (PlxNumber) number = { 0 };
  const char *p = expression;
  Read read = read_sign (expression, &p, &self->form, error);

  if (read != READ_YES)
    return read;
  plx_number_skip_blanks (&p);
  read = read_number (expression, &p, &number, error);
  if (read == READ_ERROR)
    return READ_ERROR;
  if (read == READ_NO)
    return fail (expression, _ ("after the sign comes no number"), ">=18", error);
  if (!read_unit (self, p))
    return explain_rest (expression, p, TRUE, error);
  set_number (self, &number);
  return check_unit (self, expression, error);
}

/* `hundreds of thousands`: from the second word on. */
static void
read_factor (const char **p,
             PlxValue *self)
{
  const char *next = *p;
  double factor;

  plx_number_skip_blanks (&next);
  if (!plx_number_read_word (&next, "of"))
    return;
  plx_number_skip_blanks (&next);
  factor = plx_number_read_scale (&next, TRUE);
  if (factor > 0)
    {
      set_range (self, self->low * factor, (self->high + 1) * factor - 1);
      *p = next;
    }
}

/* A name, and what it counts.  `several hundred` is no such name. */
static gboolean
read_name (PlxValue *self,
           const char *expression,
           gsize i)
{
  const char *p = expression, *end;

  if (!plx_number_read_word (&p, names[i].word))
    return FALSE;
  self->has_range = names[i].has_range;
  self->low = names[i].low;
  self->high = names[i].high;
  if (self->high > 0)
    read_factor (&p, self);
  g_free (self->words);
  self->words = g_strndup (expression, (gsize) (p - expression));

  plx_number_skip_blanks (&p);
  end = p;
  if (plx_number_read_word (&p, "of"))
    end = p;
  plx_number_skip_blanks (&p);
  if (plx_number_read_scale (&p, FALSE) > 0 || (*p != '\0' && !starts_unit (g_utf8_get_char (p))))
    return FALSE;
  g_free (self->first);
  self->first = g_strchomp (g_strndup (expression, (gsize) (end - expression)));
  set_unit (self, p);
  return TRUE;
}

static void
set_words (PlxValue *self,
           const char *expression)
{
  self->form = PLX_VALUE_WORDS;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (read_name (self, expression, i))
      return;

  self->has_range = FALSE;
  self->low = self->high = 0;
  g_free (self->words);
  self->words = g_strdup (expression);
  g_free (self->first);
  self->first = g_strdup (expression);
  set_unit (self, "");
}

static PlxValue *
value_new (void)
{
  PlxValue *self = g_new0 (PlxValue, 1);

  self->unit = g_strdup ("");
  self->words = g_strdup ("");
  self->first = g_strdup ("");
  self->second = g_strdup ("");
  return self;
}

PlxValue *
plx_value_parse (const char *expression,
                 GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (PlxValue) self = NULL;
  Read read;

  g_return_val_if_fail (expression != NULL, NULL);

  text = g_strstrip (g_utf8_make_valid (expression, -1));
  self = value_new ();
  if (at_dots (text) && plx_number_at_digit (text + 2))
    read = fail (text, _ ("before “..” comes no number"), "5..7, or <=7", error);
  else
    read = read_comparison (self, text, error);
  if (read == READ_NO)
    read = read_number_led (self, text, text, error);
  if (read == READ_ERROR)
    return NULL;
  if (read == READ_NO)
    set_words (self, text);
  return g_steal_pointer (&self);
}

PlxValue *
plx_value_new_words (const char *words)
{
  PlxValue *self = value_new ();

  g_free (self->words);
  self->words = g_strdup (words);
  g_free (self->first);
  self->first = g_strdup (words);
  return self;
}

void
plx_value_free (PlxValue *self)
{
  g_free (self->unit);
  g_free (self->words);
  g_free (self->first);
  g_free (self->second);
  g_free (self);
}

static char *
format_number (const PlxValue *self)
{
  switch (self->form)
    {
    case PLX_VALUE_AT_LEAST:
      return g_strconcat ("≥ ", self->first, NULL);
    case PLX_VALUE_OVER:
      return g_strconcat ("> ", self->first, NULL);
    case PLX_VALUE_AT_MOST:
      return g_strconcat ("≤ ", self->first, NULL);
    case PLX_VALUE_UNDER:
      return g_strconcat ("< ", self->first, NULL);
    case PLX_VALUE_ABOUT:
      return g_strconcat ("≈ ", self->first, NULL);
    case PLX_VALUE_BETWEEN:
      return g_strconcat (self->first, "–", self->second, NULL);
    case PLX_VALUE_WORDS:
    case PLX_VALUE_EXACT:
    default:
      return g_strdup (self->first);
    }
}

/* Per cent goes right behind the digits. */
static gboolean
is_attached (const char *number,
             const char *unit)
{
  const char *last = g_utf8_find_prev_char (number, number + strlen (number));
  gunichar c = g_utf8_get_char (unit);

  return last != NULL && plx_number_at_digit (last) && (c == '%' || c == 0x066a) &&
         plx_number_at_border (g_utf8_next_char (unit));
}

char *
plx_value_format (const PlxValue *self)
{
  g_autofree char *number = format_number (self);

  if (*self->unit == '\0')
    return g_steal_pointer (&number);
  return g_strconcat (number, is_attached (number, self->unit) ? "" : " ", self->unit, NULL);
}
