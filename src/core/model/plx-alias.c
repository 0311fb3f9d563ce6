/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-alias.h"

#include "model/plx-check.h"
#include "model/plx-fold.h"

#include <string.h>

/* Pronouns in lower case, one string for each language, blanks around each. */
static const char *const pronouns[] = {
  /* English */
  " i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself "
  "it its itself they them their theirs themselves one oneself who whom whose which that this these those others another "
  "here there both all some many ",
  /* French */
  " je me moi nous tu te toi vous il ils elle elles lui leur leurs eux on se soi qui que ce cela ça ceci celui celle ceux celles y en ",
  /* German */
  " ich mich mir wir uns du dich dir ihr euch er ihn ihm sie ihnen es man sich wer wen wem dieser diese dieses jener jene jenes dort hier ",
  /* Spanish */
  (" yo mí nosotros nosotras tú ti usted ustedes vosotros vosotras él ella ello ellos ellas lo la los las le les se quien quienes "
   "este esta esto estos estas ese esa eso esos esas aquel aquella aquellos aquellas allí aquí "),
  /* Italian */
  " io noi tu voi egli lui lei esso essa loro essi esse si chi questo questa questi queste quello quella quelli quelle ",
  /* Russian */
  " я меня мне мы нас нам ты тебя вы вас вам он его ему им она её ее ей оно они их ими кто кого кому это этот эта эти там здесь ",
  /* Turkish */
  " ben biz sen siz o onlar onu ona onun onları onların bu şu bunlar kim ",
  /* Arabic */
  " أنا نحن أنت أنتم هو هي هما هم هن هذا هذه هؤلاء ذلك تلك أولئك هناك هنا ",
  /* Hebrew */
  " אני אנחנו אתה את אתם אתן הוא היא הם הן אותו אותה אותם זה זאת אלה שם כאן ",
};

static gboolean
is_listed (const char *word)
{
  g_autofree char *needle = g_strconcat (" ", word, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (strstr (pronouns[i], needle) != NULL)
      return TRUE;
  return FALSE;
}

/* `US` stays as it is: only the first letter may be a capital. */
static gboolean
is_pronoun (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strdown (text, rest - text);
  g_autofree char *word = g_strconcat (first, rest, NULL);

  return strchr (word, ' ') == NULL && is_listed (word);
}

static gboolean
is_sign (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL;
}

gboolean
plx_alias_is_fit (const char *text)
{
  glong length = 0;
  guint n_signs = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || ++length > PLX_ALIAS_MAX)
        return FALSE;
      if (is_sign (c))
        n_signs++;
    }
  return n_signs >= 2 && !is_pronoun (text);
}

/* Adds @name as it compares with others to @known.
 *
 * Returns: whether it is new there */
static gboolean
note (GHashTable *known,
      const char *name)
{
  return g_hash_table_add (known, plx_fold_string (name, PLX_FOLD_ALL));
}

/* How the name and aliases of @entity fold; what folds to nothing is no name. */
static GHashTable *
collect_known (const PlxEntity *entity)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  note (known, "");
  note (known, entity->name);
  for (char **alias = entity->aliases; alias != NULL && *alias != NULL; alias++)
    note (known, *alias);
  return known;
}

gboolean
plx_entity_learn (PlxEntity *self,
                  GPtrArray *texts)
{
  g_autoptr (GHashTable) known = collect_known (self);
  g_autoptr (GPtrArray) learned = g_ptr_array_new ();
  guint n = self->aliases != NULL ? g_strv_length (self->aliases) : 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      if (plx_alias_is_fit (text) && note (known, text))
        g_ptr_array_add (learned, g_strdup (text));
    }
  if (learned->len == 0)
    return FALSE;
  self->aliases = g_renew (char *, self->aliases, n + learned->len + 1);
  for (guint i = 0; i < learned->len; i++)
    self->aliases[n + i] = g_ptr_array_index (learned, i);
  self->aliases[n + learned->len] = NULL;
  return TRUE;
}
