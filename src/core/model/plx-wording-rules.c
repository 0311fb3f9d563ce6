/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-wording-rules.h"

#include "plx-core-resources.h"

#include <string.h>

#define FOLDER "/org/parallaxworkbench/Parallax/core/model/"

/* A phrase.  Words are folded. */
typedef struct
{
  char **words;   /* (owned) */
  guint n_words;  /* */
  char *argument; /* (owned) */
} Phrase;

struct _PlxWordingRules
{
  char *language;                           /* (owned) */
  char *prefix;                             /* (owned) (nullable) */
  GHashTable *phrases[PLX_WORDING_N_KINDS]; /* (owned) (element-type utf8 GPtrArray): by first word, longest first */
};

static const char *const kinds[PLX_WORDING_N_KINDS] = {
  [PLX_WORDING_NUMBER] = "number",
  [PLX_WORDING_SCALE] = "scale",
  [PLX_WORDING_SHORT_SCALE] = "short-scale",
  [PLX_WORDING_ARTICLE] = "article",
  [PLX_WORDING_NUMBER_AND] = "number-and",
  [PLX_WORDING_PREFIX] = "prefix",
  [PLX_WORDING_OVER] = "over",
  [PLX_WORDING_AT_LEAST] = "at-least",
  [PLX_WORDING_UNDER] = "under",
  [PLX_WORDING_AT_MOST] = "at-most",
  [PLX_WORDING_ABOUT] = "about",
  [PLX_WORDING_EXACTLY] = "exactly",
  [PLX_WORDING_BETWEEN] = "between",
  [PLX_WORDING_BETWEEN_AND] = "between-and",
  [PLX_WORDING_RANGE_TO] = "range-to",
  [PLX_WORDING_SKIP] = "skip",
  [PLX_WORDING_AT_LEAST_AFTER] = "at-least-after",
  [PLX_WORDING_AT_MOST_AFTER] = "at-most-after",
  [PLX_WORDING_ABOUT_AFTER] = "about-after",
  [PLX_WORDING_STRONG] = "strong",
  [PLX_WORDING_PERCENT] = "percent",
  [PLX_WORDING_CLOCK] = "clock",
  [PLX_WORDING_NAME] = "name",
  [PLX_WORDING_SHARE] = "share",
  [PLX_WORDING_OUT_OF] = "out-of",
  [PLX_WORDING_NONE_OF] = "none-of",
  [PLX_WORDING_WORDS] = "words",
  [PLX_WORDING_OF] = "of",
  [PLX_WORDING_STOP] = "stop",
  [PLX_WORDING_VERB] = "verb",
  [PLX_WORDING_MORE] = "more",
  [PLX_WORDING_JOIN] = "join",
  [PLX_WORDING_DETERMINER] = "determiner",
  [PLX_WORDING_COUNTED] = "counted",
  [PLX_WORDING_UNIT] = "unit",
};

/* The tables there are; another language is another file. */
static const char *const files[] = { "values-en.txt", "values-ar.txt" };

static const PlxWordingRules *tables[G_N_ELEMENTS (files)];

static PlxWordingKind
find_kind (const char *name)
{
  for (guint i = 0; i < PLX_WORDING_N_KINDS; i++)
    if (strcmp (kinds[i], name) == 0)
      return i;
  g_error ("There is no kind of rule “%s”", name);
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const Phrase *first = *(const Phrase *const *) a;
  const Phrase *second = *(const Phrase *const *) b;

  return (first->n_words < second->n_words) - (first->n_words > second->n_words);
}

static void
add_phrase (PlxWordingRules *self,
            PlxWordingKind kind,
            const char *argument,
            const char *text)
{
  g_autoptr (GArray) words = plx_wording_split (text);
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();
  Phrase *phrase = g_new0 (Phrase, 1);
  GPtrArray *list;

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (folded, g_strdup (g_array_index (words, PlxWordingWord, i).folded));
  g_assert (folded->len > 0);
  g_ptr_array_add (folded, NULL);
  phrase->n_words = folded->len - 1;
  phrase->words = (char **) g_ptr_array_steal (folded, NULL);
  phrase->argument = g_strdup (argument);

  if (self->phrases[kind] == NULL)
    self->phrases[kind] = g_hash_table_new (g_str_hash, g_str_equal);
  list = g_hash_table_lookup (self->phrases[kind], phrase->words[0]);
  if (list == NULL)
    g_hash_table_insert (self->phrases[kind], phrase->words[0], list = g_ptr_array_new ());
  g_ptr_array_add (list, phrase);
  g_ptr_array_sort (list, compare_phrases);
}

/* `KIND [ARGUMENT]: PHRASE | PHRASE` */
static void
add_line (PlxWordingRules *self,
          const char *line)
{
  g_auto (GStrv) halves = g_strsplit (line, ":", 2);
  g_auto (GStrv) head = g_strsplit (halves[0], " ", 2);
  g_auto (GStrv) phrases = g_strsplit (halves[1], "|", -1);

  if (strcmp (head[0], "language") == 0)
    {
      self->language = g_strdup (g_strstrip (halves[1]));
      return;
    }
  for (char **phrase = phrases; *phrase != NULL; phrase++)
    add_phrase (self, find_kind (head[0]), head[1] != NULL ? head[1] : "", g_strstrip (*phrase));
  if (strcmp (head[0], "prefix") == 0)
    self->prefix = g_strdup (g_strstrip (phrases[0]));
}

/* A table that does not read is a mistake in the program. */
static const PlxWordingRules *
load (const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (plx_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  PlxWordingRules *self = g_new0 (PlxWordingRules, 1);

  g_assert (bytes != NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#')
      add_line (self, *line);
  g_assert (self->language != NULL);
  return self;
}

const PlxWordingRules *const *
plx_wording_rules_list (guint *n)
{
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        tables[i] = load (files[i]);
      g_once_init_leave (&loaded, 1);
    }
  *n = G_N_ELEMENTS (files);
  return tables;
}

const PlxWordingRules *
plx_wording_rules_get (const char *language)
{
  guint n;
  const PlxWordingRules *const *all = plx_wording_rules_list (&n);
  size_t length = strcspn (language, "-_");

  for (guint i = 0; i < n; i++)
    if (strlen (all[i]->language) == length && g_ascii_strncasecmp (all[i]->language, language, length) == 0)
      return all[i];
  return NULL;
}

/* Whether the words behind the first, which is known to match, do. */
static gboolean
goes_on (const Phrase *phrase,
         const GArray *words,
         guint at)
{
  if (phrase->n_words > words->len - at)
    return FALSE;
  for (guint i = 1; i < phrase->n_words; i++)
    {
      const PlxWordingWord *word = &g_array_index (words, PlxWordingWord, at + i);

      if (strcmp (phrase->words[i], word->folded) != 0 || word->is_broken)
        return FALSE;
    }
  return TRUE;
}

/* The phrase that begins with @first, the rest being that of the passage. */
static guint
match (const PlxWordingRules *self,
       PlxWordingKind kind,
       const char *first,
       const GArray *words,
       guint at,
       const char **argument)
{
  const GPtrArray *list = self->phrases[kind] != NULL ? g_hash_table_lookup (self->phrases[kind], first) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Phrase *phrase = g_ptr_array_index (list, i);

      if (!goes_on (phrase, words, at))
        continue;
      if (argument != NULL)
        *argument = phrase->argument;
      return phrase->n_words;
    }
  return 0;
}

guint
plx_wording_rules_match (const PlxWordingRules *self,
                         PlxWordingKind kind,
                         const GArray *words,
                         guint at,
                         const char **argument)
{
  if (at >= words->len)
    return 0;
  return match (self, kind, g_array_index (words, PlxWordingWord, at).folded, words, at, argument);
}

guint
plx_wording_rules_match_behind_prefix (const PlxWordingRules *self,
                                       PlxWordingKind kind,
                                       const GArray *words,
                                       guint at,
                                       const char **argument)
{
  const char *first;

  if (self->prefix == NULL || at >= words->len)
    return 0;
  first = g_array_index (words, PlxWordingWord, at).folded;
  if (!g_str_has_prefix (first, self->prefix))
    return 0;
  return match (self, kind, first + strlen (self->prefix), words, at, argument);
}
