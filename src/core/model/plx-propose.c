/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From every word of the passage on it is tried to read
 *
 *   hedges  number | interval | name  [per cent]  [hedge]  [what is counted]
 *
 * and the best of what was found is taken. */

#include "config.h"

#include "model/plx-propose.h"

#include "model/plx-number.h"
#include "model/plx-unit.h"
#include "model/plx-wording-number.h"

#include <string.h>

/* How many words of what is counted are taken: enough for an adjective or two. */
#define MAX_COUNTED 3

typedef struct
{
  const PlxWordingRules *rules;
  const GArray *words;  /* (element-type PlxWordingWord): of the passage */
  const GArray *unit;   /* (element-type PlxWordingWord): of the question */
  PlxUnitFamily family; /* of the question */
} Scan;

/* What was read from one place. */
typedef struct
{
  PlxWordingKind sign;  /* a hedge, or PLX_WORDING_EXACTLY */
  GString *expression;  /* (owned): without sign and unit */
  const char *currency; /* (nullable): in the passage, a single character */
  guint counted;        /* what is counted: words from here … */
  guint end;            /* … to here; also where the reading ends */
  gboolean is_words;
  gboolean is_name;
  gboolean counts_nothing; /* `nobody` */
  gboolean fits;           /* the question's unit */
} Found;

static const PlxWordingWord *
get (const Scan *self,
     guint at)
{
  return at < self->words->len ? &g_array_index (self->words, PlxWordingWord, at) : NULL;
}

static guint
match (const Scan *self,
       PlxWordingKind kind,
       guint at)
{
  return plx_wording_rules_match (self->rules, kind, self->words, at, NULL);
}

/* Hedges */

static gboolean
is_bound (PlxWordingKind sign)
{
  return sign == PLX_WORDING_OVER || sign == PLX_WORDING_AT_LEAST || sign == PLX_WORDING_UNDER || sign == PLX_WORDING_AT_MOST;
}

/* A bound says more than `about`, and the first bound is the one that is meant. */
static void
take_sign (Found *found,
           PlxWordingKind sign)
{
  if (!is_bound (found->sign) && sign != PLX_WORDING_EXACTLY)
    found->sign = sign;
}

static guint
skip_hedges (const Scan *self,
             Found *found,
             guint at)
{
  for (;;)
    {
      PlxWordingKind best = PLX_WORDING_EXACTLY;
      guint longest = 0;

      for (PlxWordingKind kind = PLX_WORDING_OVER; kind <= PLX_WORDING_EXACTLY; kind++)
        {
          guint n = match (self, kind, at);

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
skip_hedges_behind (const Scan *self,
                    Found *found,
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
      guint n = match (self, kinds[i].behind, at);

      if (n == 0)
        continue;
      take_sign (found, kinds[i].sign);
      return at + n;
    }
  return at;
}

/* What is counted */

/* Whether both are forms of one word: they begin alike as far as it matters. */
static gboolean
is_akin (const char *a,
         const char *b)
{
  size_t common = 0, shorter = MIN (strlen (a), strlen (b));

  while (common < shorter && a[common] == b[common])
    common++;
  return common >= 3 && common + 2 >= shorter;
}

static gboolean
is_wanted (const Scan *self,
           guint at)
{
  for (guint i = 0; i < self->unit->len; i++)
    if (is_akin (get (self, at)->folded, g_array_index (self->unit, PlxWordingWord, i).folded))
      return TRUE;
  return FALSE;
}

static gboolean
goes_on (const Scan *self,
         guint at)
{
  const PlxWordingWord *word = get (self, at);

  return word != NULL && !word->is_broken && !word->is_digits && g_unichar_isalpha (g_utf8_get_char (word->start)) &&
         match (self, PLX_WORDING_STOP, at) == 0;
}

/* Whether a number begins at @at, so that something else is counted from there. */
static gboolean
is_number (const Scan *self,
           guint at)
{
  return get (self, at) != NULL && (get (self, at)->is_digits || match (self, PLX_WORDING_NUMBER, at) > 0);
}

/* What follows what is counted and says what became of it: `18 people died`.  Not
 * in `three newly captured villages`. */
static gboolean
is_verb (const Scan *self,
         guint at)
{
  return !get (self, at)->is_joined && match (self, PLX_WORDING_VERB, at) > 0 && !g_str_has_suffix (get (self, at - 1)->folded, "ly");
}

/* `villages`, `regime-held territories`, `towns and villages`. */
static guint
skip_counted (const Scan *self,
              guint at,
              gboolean *fits)
{
  int left = MAX_COUNTED;

  while (left > 0 && goes_on (self, at) && (left == MAX_COUNTED || !is_verb (self, at)))
    {
      if (match (self, PLX_WORDING_JOIN, at) > 0)
        {
          if (left == MAX_COUNTED || !goes_on (self, at + 1) || match (self, PLX_WORDING_JOIN, at + 1) > 0 || is_number (self, at + 1))
            break;
          left = 1;
          at++;
          continue;
        }
      if (!get (self, at)->is_joined)
        left--;
      at++;
      if (!is_wanted (self, at - 1))
        continue;
      *fits = TRUE;
      if (match (self, PLX_WORDING_JOIN, at) == 0)
        break;
    }
  return at;
}

/* Whether nothing that is counted follows the verb: `dozens were`, `dozens
 * wounded`, but `dozens of wounded soldiers`. */
static gboolean
is_verb_alone (const Scan *self,
               guint at)
{
  return at > 0 && !g_str_has_suffix (get (self, at - 1)->folded, "of") && match (self, PLX_WORDING_VERB, at) > 0 && !goes_on (self, at + 1);
}

static void
read_counted (const Scan *self,
              Found *found,
              guint at)
{
  guint of = match (self, PLX_WORDING_OF, at), n;

  found->counted = found->end = at;
  if (found->counts_nothing)
    return;
  /* `a 50,000-strong army`: not armies are counted */
  n = match (self, PLX_WORDING_STRONG, at);
  if (n > 0 && !get (self, at)->is_broken)
    {
      found->counted = found->end = at + n;
      return;
    }
  at += match (self, PLX_WORDING_MORE, at);
  /* `dozens killed` */
  if (found->is_name && of == 0 && get (self, at) != NULL && is_verb_alone (self, at))
    return;
  if (of > 0 || found->is_name)
    at += of + match (self, PLX_WORDING_DETERMINER, at + of);
  found->counted = at;
  n = match (self, PLX_WORDING_UNIT, at);
  if (n > 0 && !get (self, at)->is_broken)
    {
      g_autofree char *unit = g_strndup (get (self, at)->start, (gsize) (get (self, at + n - 1)->end - get (self, at)->start));

      found->end = at + n;
      found->fits = self->unit->len > 0 && plx_unit_read (unit).family == self->family;
      return;
    }
  found->end = skip_counted (self, at, &found->fits);
  if (found->end == found->counted && of > 0)
    found->counted = found->end = at - of;
}

/* Numbers and names */

static gboolean
is_joined (const Scan *self,
           guint at)
{
  const PlxWordingWord *word = get (self, at);

  return word != NULL && word->is_joined;
}

/* The second number of an interval, from where the word between them stands. */
static gboolean
read_second (const Scan *self,
             const PlxWordingNumber *first,
             PlxWordingKind between,
             Found *found,
             guint *at)
{
  g_auto (PlxWordingNumber) second = { 0 };
  guint next = *at, n = match (self, between, next);

  if (n == 0 && !(is_joined (self, next) && get (self, next)->is_digits))
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
read_between (const Scan *self,
              Found *found,
              guint *at)
{
  g_auto (PlxWordingNumber) first = { 0 };
  guint next = *at, n = match (self, PLX_WORDING_BETWEEN, next);

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
counts (const Scan *self,
        const PlxWordingNumber *number,
        const Found *found,
        guint at)
{
  if (match (self, PLX_WORDING_CLOCK, at) > 0 && !get (self, at)->is_broken)
    return FALSE;
  if (number->is_one)
    return goes_on (self, at);
  return !number->is_year || is_bound (found->sign) || (goes_on (self, at) && is_wanted (self, at));
}

static gboolean
read_number (const Scan *self,
             Found *found,
             guint *at)
{
  g_auto (PlxWordingNumber) number = { 0 };
  guint next = *at;

  if (is_joined (self, next) && get (self, next)->is_digits)
    return FALSE;
  if (!plx_wording_number_read (&number, self->rules, self->words, &next) || !counts (self, &number, found, next))
    return FALSE;
  g_string_assign (found->expression, number.expression);
  if (read_second (self, &number, PLX_WORDING_RANGE_TO, found, &next))
    found->sign = PLX_WORDING_BETWEEN;
  else if (is_joined (self, next) && match (self, PLX_WORDING_UNIT, next) == 0 && match (self, PLX_WORDING_STRONG, next) == 0)
    return FALSE;
  if (number.is_rough)
    take_sign (found, PLX_WORDING_ABOUT);
  *at = next;
  return TRUE;
}

static gboolean
read_name (const Scan *self,
           Found *found,
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
read_share (const Scan *self,
            Found *found,
            guint *at)
{
  const char *argument = NULL;
  guint n = plx_wording_rules_match (self->rules, PLX_WORDING_SHARE, self->words, *at, &argument);

  if (n == 0 || match (self, PLX_WORDING_SCALE, *at + n) > 0)
    return FALSE;
  g_string_printf (found->expression, "%s%%", argument);
  take_sign (found, PLX_WORDING_ABOUT);
  found->is_name = TRUE;
  *at += n;
  return TRUE;
}

/* `four out of ten homes`, `one in five`; not `twelve in three villages` */
static gboolean
read_out_of (const Scan *self,
             Found *found,
             guint *at)
{
  g_auto (PlxWordingNumber) part = { 0 };
  g_auto (PlxWordingNumber) whole = { 0 };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  guint next = *at, n;

  if (!plx_wording_number_read (&part, self->rules, self->words, &next) || (n = match (self, PLX_WORDING_OUT_OF, next)) == 0)
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
read_article (const Scan *self,
              Found *found,
              guint *at)
{
  guint n = match (self, PLX_WORDING_ARTICLE, *at);

  if (n == 0 || found->sign == PLX_WORDING_EXACTLY || match (self, PLX_WORDING_UNIT, *at + n) == 0)
    return FALSE;
  g_string_assign (found->expression, "1");
  *at += n;
  return TRUE;
}

/* `several villages`: as it stands there. */
static gboolean
read_quantifier (const Scan *self,
                 Found *found,
                 guint *at)
{
  guint n = match (self, PLX_WORDING_WORDS, *at);

  if (n == 0 || !goes_on (self, *at + n))
    return FALSE;
  g_string_append_len (found->expression, get (self, *at)->start, get (self, *at + n - 1)->end - get (self, *at)->start);
  found->sign = PLX_WORDING_EXACTLY;
  found->is_words = TRUE;
  *at += n;
  return TRUE;
}

/* `no deaths`, where the question counts deaths. */
static gboolean
read_none (const Scan *self,
           Found *found,
           guint *at)
{
  guint n = match (self, PLX_WORDING_NONE_OF, *at);
  gboolean fits = FALSE;

  if (n == 0)
    return FALSE;
  skip_counted (self, *at + n, &fits);
  if (!fits)
    return FALSE;
  g_string_assign (found->expression, "0");
  *at += n;
  return TRUE;
}

static guint
read_percent (const Scan *self,
              Found *found,
              guint at)
{
  guint n = match (self, PLX_WORDING_PERCENT, at);

  if (n > 0)
    g_string_append_c (found->expression, '%');
  return at + n;
}

static guint
read_currency (const Scan *self,
               Found *found,
               guint at)
{
  const PlxWordingWord *word = get (self, at);

  if (word == NULL || g_unichar_type (g_utf8_get_char (word->start)) != G_UNICODE_CURRENCY_SYMBOL)
    return at;
  found->currency = word->start;
  return at + 1;
}

/* Reads what begins at @at. */
static gboolean
read_here (const Scan *self,
           Found *found,
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
  read_counted (self, found, at);
  found->end = MAX (skip_hedges_behind (self, found, found->end), at);
  return TRUE;
}

/* Choosing */

static void
found_clear (Found *self)
{
  if (self->expression != NULL)
    g_string_free (self->expression, TRUE);
  self->expression = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

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
dup_expression (const Scan *self,
                const Found *found,
                guint counted_end)
{
  g_autoptr (GString) result = g_string_new (get_sign (found->sign));

  g_string_append (result, found->expression->str);
  if (counted_end > found->counted)
    {
      const char *start = get (self, found->counted)->start;

      g_string_append_c (result, ' ');
      g_string_append_len (result, start, get (self, counted_end - 1)->end - start);
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
rate (const Found *found)
{
  return (found->fits ? 4 : 0) + (found->sign != PLX_WORDING_EXACTLY || found->is_name || found->is_words ? 2 : 0) +
         (found->end > found->counted ? 1 : 0);
}

/* Words that end a value may stand behind what is counted, so the end of that is
 * looked for again. */
static guint
get_counted_end (const Scan *self,
                 const Found *found)
{
  guint unit = match (self, PLX_WORDING_UNIT, found->counted);
  gboolean fits = FALSE;

  if (found->counted >= found->end)
    return found->counted;
  return unit > 0 ? found->counted + unit : skip_counted (self, found->counted, &fits);
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
is_label (const Scan *self,
          guint first,
          guint number)
{
  if (get (self, number) == NULL || match (self, PLX_WORDING_NAME, first) > 0)
    return FALSE;
  return get (self, number)->is_digits ||
         (is_number (self, number) && g_unichar_isupper (g_utf8_get_char (get (self, first)->start)) &&
          g_unichar_isupper (g_utf8_get_char (get (self, number)->start)));
}

/* (nullable): the best reading from [@first, @last), which covers all if it
 * shall. */
static char *
choose (const Scan *self,
        guint last,
        gboolean all)
{
  g_autofree char *best = NULL;
  int best_rate = -1;

  for (guint i = 0; i < last;)
    {
      g_auto (Found) found = { .sign = PLX_WORDING_EXACTLY, .expression = g_string_new (NULL) };
      g_autofree char *expression = NULL;
      guint skip = match (self, PLX_WORDING_SKIP, i);

      if (skip > 0 && is_label (self, i, i + skip))
        {
          i += skip + 1;
          continue;
        }
      if (!read_here (self, &found, i) || (all && found.end != self->words->len))
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
  Scan scan = { choose_rules (text, language), words, wanted, plx_unit_read (unit).family };

  return choose (&scan, words->len, FALSE);
}

/* (nullable): the number that words speak of and of nothing else. */
static PlxValue *
understand_words (const char *words)
{
  g_autoptr (GArray) split = plx_wording_split (words);
  g_autoptr (GArray) unit = plx_wording_split ("");
  Scan scan = { choose_rules (words, ""), split, unit, PLX_UNIT_COUNT };
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
