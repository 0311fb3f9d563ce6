/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-wording-number.h"

#include "model/plx-number.h"

#include <math.h>
#include <string.h>

/* Scales as value expressions write them. */
static const struct
{
  double factor;
  const char *word;
} scales[] = {
  { 12, "dozen" },
  { 1e2, "hundred" },
  { 1e3, "thousand" },
  { 1e6, "million" },
  { 1e9, "billion" },
};

void
plx_wording_number_clear (PlxWordingNumber *self)
{
  g_clear_pointer (&self->expression, g_free);
}

static const PlxWordingWord *
get (const GArray *words,
     guint at)
{
  return at < words->len ? &g_array_index (words, PlxWordingWord, at) : NULL;
}

static double
match_number (const PlxWordingRules *rules,
              PlxWordingKind kind,
              const GArray *words,
              guint at,
              guint *n)
{
  const char *argument = NULL;

  *n = plx_wording_rules_match (rules, kind, words, at, &argument);
  return *n > 0 ? g_ascii_strtod (argument, NULL) : 0;
}

/* Digits */

/* Whether the letters right behind digits leave them a number: 10km, but not
 * 13th, 5G or 3-day; 10-kilometre and 50,000-strong are. */
static gboolean
check_next (const PlxWordingRules *rules,
            const GArray *words,
            guint next)
{
  const PlxWordingWord *word = get (words, next);

  if (word == NULL || word->is_digits)
    return TRUE;
  if (word->is_joined)
    return plx_wording_rules_match (rules, PLX_WORDING_UNIT, words, next, NULL) > 0 ||
           plx_wording_rules_match (rules, PLX_WORDING_STRONG, words, next, NULL) > 0;
  return !word->is_glued || *word->folded == '+' || plx_wording_rules_match (rules, PLX_WORDING_UNIT, words, next, NULL) > 0 ||
         plx_wording_rules_match (rules, PLX_WORDING_SCALE, words, next, NULL) > 0 ||
         plx_wording_rules_match (rules, PLX_WORDING_PERCENT, words, next, NULL) > 0;
}

static const char *
get_scale_word (double factor)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i].factor == factor)
      return scales[i].word;
  return NULL;
}

static gboolean
is_money (const GArray *words,
          guint number)
{
  return number > 0 && g_unichar_type (g_utf8_get_char (get (words, number - 1)->start)) == G_UNICODE_CURRENCY_SYMBOL;
}

/* `1.5m people`, `1.5m displaced people`; not `2m of water`. */
static gboolean
is_counted (const PlxWordingRules *rules,
            const GArray *words,
            guint at)
{
  for (guint i = at; i < at + 2; i++)
    {
      if (get (words, i) == NULL || get (words, i)->is_broken || plx_wording_rules_match (rules, PLX_WORDING_STOP, words, i, NULL) > 0)
        return FALSE;
      if (plx_wording_rules_match (rules, PLX_WORDING_COUNTED, words, i, NULL) > 0)
        return TRUE;
    }
  return FALSE;
}

/* What the number at @number is multiplied by: the scale behind it. */
static double
match_scale (const PlxWordingRules *rules,
             const GArray *words,
             guint number,
             guint *n)
{
  double factor = match_number (rules, PLX_WORDING_SCALE, words, number + 1, n);

  if (*n > 0)
    return factor;
  factor = match_number (rules, PLX_WORDING_SHORT_SCALE, words, number + 1, n);
  if (*n > 0 && !is_money (words, number) && !is_counted (rules, words, number + 1 + *n))
    *n = 0;
  return factor;
}

static gboolean
read_digits (PlxWordingNumber *self,
             const PlxWordingRules *rules,
             const GArray *words,
             guint *at)
{
  const PlxWordingWord *word = get (words, *at);
  g_autofree char *literal = g_strndup (word->start, (gsize) (word->end - word->start));
  g_auto (PlxNumber) number = { 0 };
  const char *p = literal;
  double factor;
  guint n;

  if (word->is_odd || !plx_number_read (&p, &number) || *p != '\0' || !check_next (rules, words, *at + 1))
    return FALSE;
  factor = match_scale (rules, words, *at, &n);
  (*at)++;
  if (n > 0 && get_scale_word (factor) != NULL)
    {
      *at += n;
      self->value = number.value * factor;
      self->is_rough = factor == 12;
      self->expression = g_strconcat (literal, " ", get_scale_word (factor), NULL);
      return TRUE;
    }
  self->value = number.value;
  self->is_year = number.whole && g_utf8_strlen (literal, -1) == 4 && number.value >= 1900 && number.value < 2100;
  self->expression = g_steal_pointer (&literal);
  return TRUE;
}

/* Words */

typedef struct
{
  double total;
  double current; /* below the next thousand */
  gboolean is_rough;
  gboolean after_scale;
  gboolean any;
} Sum;

/* Whether @n goes on with what was said: twenty + five, hundred + twenty, and
 * the other way round where languages say five-and-twenty. */
static gboolean
can_add (const Sum *sum,
         double n,
         gboolean with_prefix)
{
  double below = fmod (sum->current, 100);

  if (sum->current == 0)
    return !sum->any || sum->after_scale;
  if (below == 0)
    return n < 100;
  if (below >= 20 && fmod (below, 10) == 0)
    return n < 10;
  return with_prefix && below < 10 && n >= 20 && n < 100;
}

static gboolean
add_number (Sum *sum,
            const PlxWordingRules *rules,
            const GArray *words,
            guint *at)
{
  const char *argument = NULL;
  gboolean with_prefix = FALSE;
  guint n = plx_wording_rules_match (rules, PLX_WORDING_NUMBER, words, *at, &argument);
  double value;

  if (n == 0 && sum->any)
    {
      n = plx_wording_rules_match_behind_prefix (rules, PLX_WORDING_NUMBER, words, *at, &argument);
      with_prefix = TRUE;
    }
  if (n == 0)
    return FALSE;
  value = g_ascii_strtod (argument, NULL);
  if (!can_add (sum, value, with_prefix))
    return FALSE;
  if (value >= 1000)
    sum->total += value;
  else
    sum->current += value;
  sum->any = TRUE;
  sum->after_scale = value >= 1000;
  *at += n;
  return TRUE;
}

static gboolean
add_scale (Sum *sum,
           const PlxWordingRules *rules,
           const GArray *words,
           guint *at)
{
  guint n;
  double factor = match_number (rules, PLX_WORDING_SCALE, words, *at, &n);

  if (n == 0)
    return FALSE;
  if (sum->any && sum->current == 0)
    return FALSE;
  sum->is_rough |= factor == 12;
  if (factor >= 1000)
    {
      sum->total += (sum->any ? sum->current : 1) * factor;
      sum->current = 0;
    }
  else
    sum->current = (sum->any ? sum->current : 1) * factor;
  sum->any = TRUE;
  sum->after_scale = TRUE;
  *at += n;
  return TRUE;
}

/* `and` and `a` inside a number. */
static guint
skip_filler (const Sum *sum,
             const PlxWordingRules *rules,
             const GArray *words,
             guint at)
{
  guint n = 0;

  if (sum->after_scale)
    n = plx_wording_rules_match (rules, PLX_WORDING_NUMBER_AND, words, at, NULL);
  else if (!sum->any || sum->current == 0.5)
    n = plx_wording_rules_match (rules, PLX_WORDING_ARTICLE, words, at, NULL);
  return n;
}

static gboolean
add_words (Sum *sum,
           const PlxWordingRules *rules,
           const GArray *words,
           guint *at)
{
  guint next = *at, filler = skip_filler (sum, rules, words, *at);
  gboolean is_article = filler > 0 && !sum->after_scale;

  if (next > 0 && sum->any && next < words->len && get (words, next)->is_broken)
    return FALSE;
  if (add_number (sum, rules, words, at) || add_scale (sum, rules, words, at))
    return TRUE;
  next += filler;
  if (filler == 0 || !((!is_article && add_number (sum, rules, words, &next)) || (is_article && add_scale (sum, rules, words, &next))))
    return FALSE;
  *at = next;
  return TRUE;
}

static gboolean
read_words (PlxWordingNumber *self,
            const PlxWordingRules *rules,
            const GArray *words,
            guint *at)
{
  Sum sum = { 0 };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean in_millions;

  while (add_words (&sum, rules, words, at))
    ;
  self->value = sum.total + sum.current;
  if (!sum.any || self->value == 0.5)
    return FALSE;
  self->is_one = self->value == 1;
  self->is_rough = sum.is_rough;
  in_millions = self->value >= 1e6 && fmod (self->value, 1e5) == 0;
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", in_millions ? self->value / 1e6 : self->value);
  self->expression = g_strconcat (buffer, in_millions ? " million" : "", NULL);
  return TRUE;
}

gboolean
plx_wording_number_read (PlxWordingNumber *self,
                         const PlxWordingRules *rules,
                         const GArray *words,
                         guint *at)
{
  const PlxWordingWord *word = get (words, *at);

  *self = (PlxWordingNumber){ 0 };
  if (word == NULL)
    return FALSE;
  return word->is_digits ? read_digits (self, rules, words, at) : read_words (self, rules, words, at);
}
