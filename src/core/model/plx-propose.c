/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From every word of the passage on it is tried to read
 *
 *   hedges  number | interval | name  [per cent]  [hedge]  [what is counted]
 *
 * and the best of what was found is taken. */

#include "config.h"

#include "model/plx-propose-private.h"

#include <string.h>

/* Choosing */

static void
found_clear (PlxProposeFound *self)
{
  if (self->expression != NULL)
    g_string_free (self->expression, TRUE);
  self->expression = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxProposeFound, found_clear)

static const char *
get_sign (PlxWordingKind sign)
{
  switch ((int) sign)
    {
    case PLX_WORDING_OVER:
      return ">";
    case PLX_WORDING_AT_LEAST:
      return ">=";
    case PLX_WORDING_UNDER:
      return "<";
    case PLX_WORDING_AT_MOST:
      return "<=";
    case PLX_WORDING_ABOUT:
      return "~";
    default:
      return "";
    }
}

static char *
dup_expression (const PlxProposeScan *self,
                const PlxProposeFound *found,
                guint counted_end)
{
  g_autoptr (GString) result = g_string_new (get_sign (found->sign));

  g_string_append (result, found->expression->str);
  if (counted_end > found->counted)
    {
      const char *start = plx_propose_get (self, found->counted)->start;

      g_string_append_c (result, ' ');
      g_string_append_len (result, start, plx_propose_get (self, counted_end - 1)->end - start);
    }
  else if (found->currency != NULL)
    {
      g_string_append_c (result, ' ');
      g_string_append_unichar (result, g_utf8_get_char (found->currency));
    }
  else if (g_str_has_suffix (result->str, " of"))
    g_string_truncate (result, result->len - strlen (" of"));
  return g_strdup (result->str);
}

static int
rate (const PlxProposeFound *found)
{
  return (found->fits ? 4 : 0) + (found->sign != PLX_WORDING_EXACTLY || found->is_name || found->is_words ? 2 : 0) +
         (found->end > found->counted ? 1 : 0);
}

/* Words that end a value may stand behind what is counted, so the end of that is
 * looked for again. */
static guint
get_counted_end (const PlxProposeScan *self,
                 const PlxProposeFound *found)
{
  guint unit = plx_propose_match (self, PLX_WORDING_UNIT, found->counted);
  gboolean fits = FALSE;

  if (found->counted >= found->end)
    return found->counted;
  return unit > 0 ? found->counted + unit : plx_propose_skip_counted (self, found->counted, &fits);
}

static gboolean
is_value (const char *expression,
          gboolean is_words)
{
  g_autoptr (PlxValue) value = plx_value_parse (expression, NULL);

  return value != NULL && (value->has_range || is_words);
}

/* `Gate No. 2`, `Radio Nine`: a number that is a name. */
static gboolean
is_label (const PlxProposeScan *self,
          guint first,
          guint number)
{
  if (plx_propose_get (self, number) == NULL || plx_propose_match (self, PLX_WORDING_NAME, first) > 0)
    return FALSE;
  return plx_propose_get (self, number)->is_digits ||
         (plx_propose_is_number (self, number) && g_unichar_isupper (g_utf8_get_char (plx_propose_get (self, first)->start)) &&
          g_unichar_isupper (g_utf8_get_char (plx_propose_get (self, number)->start)));
}

/* (nullable): the best reading from [@first, @last), which covers all if it
 * shall. */
static char *
choose (const PlxProposeScan *self,
        guint last,
        gboolean all)
{
  g_autofree char *best = NULL;
  int best_rate = -1;

  for (guint i = 0; i < last;)
    {
      g_auto (PlxProposeFound) found = { .sign = PLX_WORDING_EXACTLY, .expression = g_string_new (NULL) };
      g_autofree char *expression = NULL;
      guint skip = plx_propose_match (self, PLX_WORDING_SKIP, i);

      if (skip > 0 && is_label (self, i, i + skip))
        {
          i += skip + 1;
          continue;
        }
      if (!plx_propose_read (self, &found, i) || (all && found.end != self->words->len))
        {
          i++;
          continue;
        }
      expression = dup_expression (self, &found, get_counted_end (self, &found));
      if (rate (&found) > best_rate && is_value (expression, found.is_words))
        {
          best_rate = rate (&found);
          g_free (best);
          best = g_steal_pointer (&expression);
        }
      i = MAX (found.end, i + 1);
    }
  return g_steal_pointer (&best);
}

static gboolean
has_arabic (const char *passage)
{
  for (const char *p = passage; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_ARABIC)
      return TRUE;
  return FALSE;
}

static const PlxWordingRules *
choose_rules (const char *passage,
              const char *language)
{
  const PlxWordingRules *rules = plx_wording_rules_get (language);

  if (rules != NULL)
    return rules;
  return plx_wording_rules_get (has_arabic (passage) ? "ar" : "en");
}

char *
plx_value_propose (const char *passage,
                   const char *language,
                   const char *unit)
{
  g_autofree char *text = g_utf8_make_valid (passage, -1);
  g_autoptr (GArray) words = plx_wording_split (text);
  g_autoptr (GArray) wanted = plx_wording_split (unit);
  PlxProposeScan scan = { choose_rules (text, language), words, wanted, plx_unit_read (unit).family };

  return choose (&scan, words->len, FALSE);
}

/* (nullable): the number that words speak of and of nothing else. */
static PlxValue *
understand_words (const char *words)
{
  g_autoptr (GArray) split = plx_wording_split (words);
  g_autoptr (GArray) unit = plx_wording_split ("");
  PlxProposeScan scan = { choose_rules (words, ""), split, unit, PLX_UNIT_COUNT };
  g_autofree char *expression = split->len > 0 ? choose (&scan, 1, TRUE) : NULL;

  return expression != NULL ? plx_value_parse (expression, NULL) : NULL;
}

PlxValue *
plx_value_understand (const char *expression)
{
  g_autofree char *text = g_utf8_make_valid (expression, -1);
  g_autoptr (PlxValue) value = plx_value_parse (text, NULL);
  PlxValue *understood;

  if (value == NULL)
    return plx_value_new_words (text);
  if (value->has_range)
    return g_steal_pointer (&value);
  understood = understand_words (text);
  return understood != NULL ? understood : g_steal_pointer (&value);
}
