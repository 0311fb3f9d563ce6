/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a value counts: the words behind its number. */

#include "config.h"

#include "model/plx-propose-private.h"

#include <string.h>

/* How many words of what is counted are taken: enough for an adjective or two. */
#define MAX_COUNTED 3

const PlxWordingWord *
plx_propose_get (const PlxProposeScan *self,
                 guint at)
{
  return at < self->words->len ? &g_array_index (self->words, PlxWordingWord, at) : NULL;
}

guint
plx_propose_match (const PlxProposeScan *self,
                   PlxWordingKind kind,
                   guint at)
{
  return plx_wording_rules_match (self->rules, kind, self->words, at, NULL);
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

gboolean
plx_propose_is_wanted (const PlxProposeScan *self,
                       guint at)
{
  for (guint i = 0; i < self->unit->len; i++)
    if (is_akin (plx_propose_get (self, at)->folded, g_array_index (self->unit, PlxWordingWord, i).folded))
      return TRUE;
  return FALSE;
}

gboolean
plx_propose_goes_on (const PlxProposeScan *self,
                     guint at)
{
  const PlxWordingWord *word = plx_propose_get (self, at);

  return word != NULL && !word->is_broken && !word->is_digits && g_unichar_isalpha (g_utf8_get_char (word->start)) &&
         plx_propose_match (self, PLX_WORDING_STOP, at) == 0;
}

gboolean
plx_propose_is_number (const PlxProposeScan *self,
                       guint at)
{
  return plx_propose_get (self, at) != NULL && (plx_propose_get (self, at)->is_digits || plx_propose_match (self, PLX_WORDING_NUMBER, at) > 0);
}

/* What follows what is counted and says what became of it: `18 people died`.  Not
 * in `three newly captured villages`. */
static gboolean
is_verb (const PlxProposeScan *self,
         guint at)
{
  return !plx_propose_get (self, at)->is_joined && plx_propose_match (self, PLX_WORDING_VERB, at) > 0 && !g_str_has_suffix (plx_propose_get (self, at - 1)->folded, "ly");
}

/* `villages`, `regime-held territories`, `towns and villages`. */
guint
plx_propose_skip_counted (const PlxProposeScan *self,
                          guint at,
                          gboolean *fits)
{
  int left = MAX_COUNTED;

  while (left > 0 && plx_propose_goes_on (self, at) && (left == MAX_COUNTED || !is_verb (self, at)))
    {
      if (plx_propose_match (self, PLX_WORDING_JOIN, at) > 0)
        {
          if (left == MAX_COUNTED || !plx_propose_goes_on (self, at + 1) || plx_propose_match (self, PLX_WORDING_JOIN, at + 1) > 0 || plx_propose_is_number (self, at + 1))
            break;
          left = 1;
          at++;
          continue;
        }
      if (!plx_propose_get (self, at)->is_joined)
        left--;
      at++;
      if (!plx_propose_is_wanted (self, at - 1))
        continue;
      *fits = TRUE;
      if (plx_propose_match (self, PLX_WORDING_JOIN, at) == 0)
        break;
    }
  return at;
}

/* Whether nothing that is counted follows the verb: `dozens were`, `dozens
 * wounded`, but `dozens of wounded soldiers`. */
static gboolean
is_verb_alone (const PlxProposeScan *self,
               guint at)
{
  return at > 0 && !g_str_has_suffix (plx_propose_get (self, at - 1)->folded, "of") && plx_propose_match (self, PLX_WORDING_VERB, at) > 0 && !plx_propose_goes_on (self, at + 1);
}

void
plx_propose_read_counted (const PlxProposeScan *self,
                          PlxProposeFound *found,
                          guint at)
{
  guint of = plx_propose_match (self, PLX_WORDING_OF, at), n;

  found->counted = found->end = at;
  if (found->counts_nothing)
    return;
  /* `a 50,000-strong army`: not armies are counted */
  n = plx_propose_match (self, PLX_WORDING_STRONG, at);
  if (n > 0 && !plx_propose_get (self, at)->is_broken)
    {
      found->counted = found->end = at + n;
      return;
    }
  at += plx_propose_match (self, PLX_WORDING_MORE, at);
  /* `dozens killed` */
  if (found->is_name && of == 0 && plx_propose_get (self, at) != NULL && is_verb_alone (self, at))
    return;
  if (of > 0 || found->is_name)
    at += of + plx_propose_match (self, PLX_WORDING_DETERMINER, at + of);
  found->counted = at;
  n = plx_propose_match (self, PLX_WORDING_UNIT, at);
  if (n > 0 && !plx_propose_get (self, at)->is_broken)
    {
      g_autofree char *unit = g_strndup (plx_propose_get (self, at)->start, (gsize) (plx_propose_get (self, at + n - 1)->end - plx_propose_get (self, at)->start));

      found->end = at + n;
      found->fits = self->unit->len > 0 && plx_unit_read (unit).family == self->family;
      return;
    }
  found->end = plx_propose_skip_counted (self, at, &found->fits);
  if (found->end == found->counted && of > 0)
    found->counted = found->end = at - of;
}
