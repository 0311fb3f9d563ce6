/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-propose-private.h"

#include "model/plx-wording-number.h"

/* Hedges */

static gboolean
is_bound (PlxWordingKind sign)
{
  return sign == PLX_WORDING_OVER || sign == PLX_WORDING_AT_LEAST || sign == PLX_WORDING_UNDER || sign == PLX_WORDING_AT_MOST;
}

/* A bound says more than `about`, and the first bound is the one that is meant. */
static void
take_sign (PlxProposeFound *found,
           PlxWordingKind sign)
{
  if (!is_bound (found->sign) && sign != PLX_WORDING_EXACTLY)
    found->sign = sign;
}

static guint
skip_hedges (const PlxProposeScan *self,
             PlxProposeFound *found,
             guint at)
{
  for (;;)
    {
      PlxWordingKind best = PLX_WORDING_EXACTLY;
      guint longest = 0;

      for (PlxWordingKind kind = PLX_WORDING_OVER; kind <= PLX_WORDING_EXACTLY; kind++)
        {
          guint n = plx_propose_match (self, kind, at);

          if (n > longest)
            {
              longest = n;
              best = kind;
            }
        }
      if (longest == 0)
        return at;
      take_sign (found, best);
      at += longest;
    }
}

static guint
skip_hedges_behind (const PlxProposeScan *self,
                    PlxProposeFound *found,
                    guint at)
{
  static const struct
  {
    PlxWordingKind behind;
    PlxWordingKind sign;
  } kinds[] = {
    { PLX_WORDING_AT_LEAST_AFTER, PLX_WORDING_AT_LEAST },
    { PLX_WORDING_AT_MOST_AFTER, PLX_WORDING_AT_MOST },
    { PLX_WORDING_ABOUT_AFTER, PLX_WORDING_ABOUT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = plx_propose_match (self, kinds[i].behind, at);

      if (n == 0)
        continue;
      take_sign (found, kinds[i].sign);
      return at + n;
    }
  return at;
}

/* Numbers and names */

static gboolean
is_joined (const PlxProposeScan *self,
           guint at)
{
  const PlxWordingWord *word = plx_propose_get (self, at);

  return word != NULL && word->is_joined;
}

/* The second number of an interval, from where the word between them stands. */
static gboolean
read_second (const PlxProposeScan *self,
             const PlxWordingNumber *first,
             PlxWordingKind between,
             PlxProposeFound *found,
             guint *at)
{
  g_auto (PlxWordingNumber) second = { 0 };
  guint next = *at, n = plx_propose_match (self, between, next);

  if (n == 0 && !(is_joined (self, next) && plx_propose_get (self, next)->is_digits))
    {
      const char *argument = NULL;

      if (between != PLX_WORDING_BETWEEN_AND ||
          plx_wording_rules_match_behind_prefix (self->rules, PLX_WORDING_NUMBER, self->words, next, &argument) != 1)
        return FALSE;
      g_string_append_printf (found->expression, "..%s", argument);
      *at = next + 1;
      return g_ascii_strtod (argument, NULL) >= first->value;
    }
  next += n;
  if (!plx_wording_number_read (&second, self->rules, self->words, &next) || second.value <= first->value ||
      second.is_year != first->is_year)
    return FALSE;
  g_string_append_printf (found->expression, "..%s", second.expression);
  *at = next;
  return TRUE;
}

static gboolean
read_between (const PlxProposeScan *self,
              PlxProposeFound *found,
              guint *at)
{
  g_auto (PlxWordingNumber) first = { 0 };
  guint next = *at, n = plx_propose_match (self, PLX_WORDING_BETWEEN, next);

  next += n;
  if (n == 0 || !plx_wording_number_read (&first, self->rules, self->words, &next) || first.is_year)
    return FALSE;
  g_string_assign (found->expression, first.expression);
  if (!read_second (self, &first, PLX_WORDING_BETWEEN_AND, found, &next))
    return FALSE;
  found->sign = PLX_WORDING_BETWEEN;
  *at = next;
  return TRUE;
}

/* Whether the number is one that counts: no year, no hour, no `one of them`. */
static gboolean
counts (const PlxProposeScan *self,
        const PlxWordingNumber *number,
        const PlxProposeFound *found,
        guint at)
{
  if (plx_propose_match (self, PLX_WORDING_CLOCK, at) > 0 && !plx_propose_get (self, at)->is_broken)
    return FALSE;
  if (number->is_one)
    return plx_propose_goes_on (self, at);
  return !number->is_year || is_bound (found->sign) || (plx_propose_goes_on (self, at) && plx_propose_is_wanted (self, at));
}

static gboolean
read_number (const PlxProposeScan *self,
             PlxProposeFound *found,
             guint *at)
{
  g_auto (PlxWordingNumber) number = { 0 };
  guint next = *at;

  if (is_joined (self, next) && plx_propose_get (self, next)->is_digits)
    return FALSE;
  if (!plx_wording_number_read (&number, self->rules, self->words, &next) || !counts (self, &number, found, next))
    return FALSE;
  g_string_assign (found->expression, number.expression);
  if (read_second (self, &number, PLX_WORDING_RANGE_TO, found, &next))
    found->sign = PLX_WORDING_BETWEEN;
  else if (is_joined (self, next) && plx_propose_match (self, PLX_WORDING_UNIT, next) == 0 && plx_propose_match (self, PLX_WORDING_STRONG, next) == 0)
    return FALSE;
  if (number.is_rough)
    take_sign (found, PLX_WORDING_ABOUT);
  *at = next;
  return TRUE;
}

static gboolean
read_name (const PlxProposeScan *self,
           PlxProposeFound *found,
           guint *at)
{
  const char *argument = NULL;
  guint n = plx_wording_rules_match (self->rules, PLX_WORDING_NAME, self->words, *at, &argument);

  if (n == 0)
    return FALSE;
  g_string_assign (found->expression, argument);
  found->sign = PLX_WORDING_EXACTLY;
  found->is_name = TRUE;
  found->counts_nothing = g_str_equal (argument, "none");
  *at += n;
  return TRUE;
}

/* `a third of the territory`: nobody measured that. */
static gboolean
read_share (const PlxProposeScan *self,
            PlxProposeFound *found,
            guint *at)
{
  const char *argument = NULL;
  guint n = plx_wording_rules_match (self->rules, PLX_WORDING_SHARE, self->words, *at, &argument);

  if (n == 0 || plx_propose_match (self, PLX_WORDING_SCALE, *at + n) > 0)
    return FALSE;
  g_string_printf (found->expression, "%s%%", argument);
  take_sign (found, PLX_WORDING_ABOUT);
  found->is_name = TRUE;
  *at += n;
  return TRUE;
}

/* `four out of ten homes`, `one in five`; not `twelve in three villages` */
static gboolean
read_out_of (const PlxProposeScan *self,
             PlxProposeFound *found,
             guint *at)
{
  g_auto (PlxWordingNumber) part = { 0 };
  g_auto (PlxWordingNumber) whole = { 0 };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  guint next = *at, n;

  if (!plx_wording_number_read (&part, self->rules, self->words, &next) || (n = plx_propose_match (self, PLX_WORDING_OUT_OF, next)) == 0)
    return FALSE;
  next += n;
  if (n == 1 && !part.is_one)
    return FALSE;
  if (!plx_wording_number_read (&whole, self->rules, self->words, &next) || whole.value < part.value || whole.value == 0 || whole.is_year)
    return FALSE;
  g_string_printf (found->expression, "%s%%", g_ascii_formatd (buffer, sizeof buffer, "%.3g", 100 * part.value / whole.value));
  *at = next;
  return TRUE;
}

/* `less than a kilometre`: one. */
static gboolean
read_article (const PlxProposeScan *self,
              PlxProposeFound *found,
              guint *at)
{
  guint n = plx_propose_match (self, PLX_WORDING_ARTICLE, *at);

  if (n == 0 || found->sign == PLX_WORDING_EXACTLY || plx_propose_match (self, PLX_WORDING_UNIT, *at + n) == 0)
    return FALSE;
  g_string_assign (found->expression, "1");
  *at += n;
  return TRUE;
}

/* `several villages`: as it stands there. */
static gboolean
read_quantifier (const PlxProposeScan *self,
                 PlxProposeFound *found,
                 guint *at)
{
  guint n = plx_propose_match (self, PLX_WORDING_WORDS, *at);

  if (n == 0 || !plx_propose_goes_on (self, *at + n))
    return FALSE;
  g_string_append_len (found->expression, plx_propose_get (self, *at)->start, plx_propose_get (self, *at + n - 1)->end - plx_propose_get (self, *at)->start);
  found->sign = PLX_WORDING_EXACTLY;
  found->is_words = TRUE;
  *at += n;
  return TRUE;
}

/* `no deaths`, where the question counts deaths. */
static gboolean
read_none (const PlxProposeScan *self,
           PlxProposeFound *found,
           guint *at)
{
  guint n = plx_propose_match (self, PLX_WORDING_NONE_OF, *at);
  gboolean fits = FALSE;

  if (n == 0)
    return FALSE;
  plx_propose_skip_counted (self, *at + n, &fits);
  if (!fits)
    return FALSE;
  g_string_assign (found->expression, "0");
  *at += n;
  return TRUE;
}

static guint
read_percent (const PlxProposeScan *self,
              PlxProposeFound *found,
              guint at)
{
  guint n = plx_propose_match (self, PLX_WORDING_PERCENT, at);

  if (n > 0)
    g_string_append_c (found->expression, '%');
  return at + n;
}

static guint
read_currency (const PlxProposeScan *self,
               PlxProposeFound *found,
               guint at)
{
  const PlxWordingWord *word = plx_propose_get (self, at);

  if (word == NULL || g_unichar_type (g_utf8_get_char (word->start)) != G_UNICODE_CURRENCY_SYMBOL)
    return at;
  found->currency = word->start;
  return at + 1;
}

/* Reads what begins at @at. */
gboolean
plx_propose_read (const PlxProposeScan *self,
                  PlxProposeFound *found,
                  guint at)
{
  at = skip_hedges (self, found, at);
  at = read_currency (self, found, at);
  if (!read_name (self, found, &at) && !read_share (self, found, &at) && !read_between (self, found, &at) &&
      !read_out_of (self, found, &at) && !read_number (self, found, &at) && !read_article (self, found, &at) &&
      !read_quantifier (self, found, &at) && !read_none (self, found, &at))
    return FALSE;
  at = read_percent (self, found, at);
  at = skip_hedges_behind (self, found, at);
  plx_propose_read_counted (self, found, at);
  found->end = MAX (skip_hedges_behind (self, found, found->end), at);
  return TRUE;
}
