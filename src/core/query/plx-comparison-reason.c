/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences that explain a status.  What people wrote stands in isolates, so
 * that a value in one script does not disturb a sentence in another. */

#include "config.h"

#include "query/plx-comparison.h"

#include "base/plx-string.h"
#include "model/plx-direction.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define ISOLATE "\u2068"
#define LEFT_TO_RIGHT "\u2066"
#define RIGHT_TO_LEFT "\u2067"
#define END "\u2069"

/* Enough to know an article without an outlet by its title, in code points. */
#define SOURCE_MAX 36

static char *
isolate (const char *string)
{
  return g_strconcat (ISOLATE, string, END, NULL);
}

/* Returns: (transfer full): what a claim says, as it is shown */
static char *
dup_value (const PlxSaid *said)
{
  return isolate (*said->shown != '\0' ? said->shown : said->quote);
}

static char *
dup_source (const PlxComparison *self,
            const PlxSaid *said)
{
  g_autofree char *name = plx_dup_cut (plx_comparison_get_source (self, said->document), SOURCE_MAX);

  return isolate (name);
}

/* Returns: (transfer full): `12 homes (Radio Nine)`, which runs as a whole as its own
 * words do: in a sentence that runs the other way the brackets stay about the source */
static char *
dup_statement (const PlxComparison *self,
               const PlxSaid *said)
{
  g_autofree char *value = dup_value (said);
  g_autofree char *source = dup_source (self, said);
  PlxDirection direction = plx_direction_find (value, -1);

  if (direction == PLX_DIRECTION_NONE)
    direction = plx_direction_find (source, -1);
  return g_strconcat (direction == PLX_DIRECTION_RTL ? RIGHT_TO_LEFT : LEFT_TO_RIGHT, value, " (", source, ")" END, NULL);
}

static char *
format_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", number));
}

/* Returns: (transfer full): `at least 24`, in the unit of the question */
static char *
dup_common (const PlxQuantity *common,
            const char *unit)
{
  PlxUnit read = plx_unit_read (unit);
  double factor = read.family == common->family ? read.factor : 1;
  g_autofree char *low = format_number (common->low / factor);
  g_autofree char *high = format_number (common->high / factor);

  if (isinf (common->low) && isinf (common->high))
    return g_strdup (_ ("any number"));
  if (isinf (common->high))
    return g_strdup_printf (_ ("at least %s"), low);
  if (isinf (common->low))
    return g_strdup_printf (_ ("at most %s"), high);
  if (common->low == common->high)
    return g_steal_pointer (&low);
  /* Translators: the smallest and the largest of some values */
  return g_strdup_printf (_ ("%s to %s"), low, high);
}

/* One denies what the other one affirms. */
static char *
explain_polarity (const PlxComparison *self,
                  const PlxSaid *a,
                  const PlxSaid *b)
{
  g_autofree char *value = dup_value (a);
  g_autofree char *source = dup_source (self, a);
  g_autofree char *other = dup_source (self, b);

  if (a->account.denies)
    /* Translators: an article, another article, the claim in words */
    return g_strdup_printf (_ ("%s denies what %s affirms: %s."), source, other, value);
  /* Translators: an article, another article, the claim in words */
  return g_strdup_printf (_ ("%s affirms what %s denies: %s."), source, other, value);
}

static char *
explain_pair (const PlxComparison *self,
              const PlxStatus *status,
              const PlxSaid *a,
              const PlxSaid *b)
{
  g_autofree char *one = dup_statement (self, a);
  g_autofree char *other = dup_statement (self, b);
  g_autofree char *annotator = isolate (plx_comparison_get_name (self, status->annotator));

  switch ((int) status->reason)
    {
    case PLX_REASON_TIME:
      /* Translators: a value with who says it, “12 homes (Radio Nine)”, and the one that came later */
      return g_strdup_printf (_ ("First %s, then %s."), one, other);
    case PLX_REASON_SHRINKS:
      /* Translators: a value with who says it, “12 homes (Radio Nine)”, and an earlier one */
      return g_strdup_printf (_ ("%s is later than %s, yet less."), one, other);
    case PLX_REASON_POLARITY:
      return explain_polarity (self, a, b);
    case PLX_REASON_JUDGEMENT:
      if (status->kind == PLX_STATUS_CONTRADICT)
        /* Translators: the name of an analyst; then a value with who says it, “12 homes (Radio Nine)”, twice */
        return g_strdup_printf (_ ("%s judges that %s and %s contradict each other."), annotator, one, other);
      /* Translators: the name of an analyst; then a value with who says it, “12 homes (Radio Nine)”, twice */
      return g_strdup_printf (_ ("%s judges that %s and %s go together."), annotator, one, other);
    default:
      /* Translators: a value with who says it, “12 homes (Radio Nine)”, and another one */
      return g_strdup_printf (_ ("%s and %s cannot both hold."), one, other);
    }
}

static char *
explain_same (const PlxComparison *self,
              const PlxStatus *status)
{
  const PlxSaid *said = plx_comparison_find (self, status->a);
  g_autofree char *value = said != NULL ? dup_value (said) : g_strdup ("");

  /* Translators: how many articles, a value */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article says %s.", "%u articles say %s.", status->n_documents),
                          status->n_documents, value);
}

static char *
explain_one (const PlxComparison *self,
             guint question)
{
  guint cell = question * self->documents->len;
  const PlxSaid *said = &g_array_index (self->said, PlxSaid, self->first_said[cell]);
  g_autofree char *source = dup_source (self, said);

  return g_strdup_printf (_ ("Only %s speaks of it."), source);
}

static char *
explain (const PlxComparison *self,
         const PlxStatus *status,
         guint question)
{
  const PlxQuestion *row = g_ptr_array_index (self->questions, question);
  const PlxSaid *a = plx_comparison_find (self, status->a), *b = plx_comparison_find (self, status->b);
  g_autofree char *common = NULL;

  switch (status->reason)
    {
    case PLX_REASON_NOTHING:
      return g_strdup (_ ("No article speaks of it yet."));
    case PLX_REASON_WORDS:
      return g_strdup (_ ("These are words; nobody has compared them yet."));
    case PLX_REASON_ONE:
      return explain_one (self, question);
    case PLX_REASON_SAME:
      return explain_same (self, status);
    case PLX_REASON_COMMON:
      common = dup_common (&status->common, row->unit);
      /* Translators: a number or interval, such as “at least 24” */
      return g_strdup_printf (_ ("All can hold at once: %s."), common);
    case PLX_REASON_TOGETHER:
      return g_strdup (_ ("All can hold at once."));
    case PLX_REASON_TIME:
    case PLX_REASON_DISJOINT:
    case PLX_REASON_SHRINKS:
    case PLX_REASON_POLARITY:
    case PLX_REASON_JUDGEMENT:
    default:
      return a != NULL && b != NULL ? explain_pair (self, status, a, b) : g_strdup ("");
    }
}

/* ` · 12 homes (Radio Nine)` */
static void
append_said (const PlxComparison *self,
             GString *list,
             const PlxSaid *said)
{
  g_autofree char *statement = dup_statement (self, said);

  g_string_append_printf (list, "%s%s", list->len > 0 ? " · " : "", statement);
}

/* Whether any of what is said in @cell contradicts @other. */
static gboolean
is_against (const PlxComparison *self,
            const PlxSaid *cell,
            guint n,
            const PlxSaid *other)
{
  for (guint i = 0; i < n; i++)
    if (cell[i].stand != PLX_STAND_FREE && plx_comparison_relate (self, &cell[i], other, NULL) == PLX_PAIR_CONTRADICT)
      return TRUE;
  return FALSE;
}

char *
plx_comparison_dup_against (const PlxComparison *self,
                            guint question,
                            guint document,
                            guint most)
{
  guint n_documents = self->documents->len, n, n_found = 0;
  guint first = self->first_said[question * n_documents], end = self->first_said[(question + 1) * n_documents];
  const PlxSaid *cell = plx_comparison_get_said (self, question, document, &n);
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = first; i < end && n_found <= most; i++)
    {
      const PlxSaid *other = &g_array_index (self->said, PlxSaid, i);

      if (other->stand == PLX_STAND_FREE || !is_against (self, cell, n, other))
        continue;
      if (++n_found > most)
        g_string_append (others, " · …");
      else
        append_said (self, others, other);
    }
  if (n_found == 0)
    return NULL;
  /* Translators: values and who says each, such as “12 homes (Radio Nine) · about 60 homes (The Courier)” */
  return g_strdup_printf (_ ("Contradicts %s."), others->str);
}

char *
plx_comparison_dup_reason (const PlxComparison *self,
                           guint question)
{
  const PlxStatus *status = &g_array_index (self->statuses, PlxStatus, question);
  g_autofree char *sentence = explain (self, status, question);

  if (status->n_words == 0 || status->reason == PLX_REASON_WORDS || status->reason == PLX_REASON_ONE)
    return g_steal_pointer (&sentence);
  /* Translators: a sentence about claims with a value, how many claims have none */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s %u claim in words is left out.", "%s %u claims in words are left out.",
                                       status->n_words),
                          sentence, status->n_words);
}
