/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-language.h"

#include "plx-core-resources.h"

#include <string.h>

#define WORDS_PATH "/org/parallaxworkbench/Parallax/core/model/common-words.txt"

/* So many code points tell enough. */
#define MAX_LOOK 1500

/* Fewer common words tell nothing. */
#define MIN_FOUND 3

/* A long word is in no list. */
#define MAX_WORD 24

/* Scripts */

/* What a script says by itself; %NULL where words have to. */
static const struct
{
  GUnicodeScript script;
  const char *language;
} scripts[] = {
  { G_UNICODE_SCRIPT_LATIN, NULL },
  { G_UNICODE_SCRIPT_ARABIC, NULL },
  { G_UNICODE_SCRIPT_CYRILLIC, NULL },
  { G_UNICODE_SCRIPT_HAN, "zh" },
  { G_UNICODE_SCRIPT_HIRAGANA, "ja" },
  { G_UNICODE_SCRIPT_KATAKANA, "ja" },
  { G_UNICODE_SCRIPT_HANGUL, "ko" },
  { G_UNICODE_SCRIPT_HEBREW, "he" },
  { G_UNICODE_SCRIPT_GREEK, "el" },
  { G_UNICODE_SCRIPT_ARMENIAN, "hy" },
  { G_UNICODE_SCRIPT_GEORGIAN, "ka" },
  { G_UNICODE_SCRIPT_THAI, "th" },
  { G_UNICODE_SCRIPT_DEVANAGARI, "hi" },
  { G_UNICODE_SCRIPT_BENGALI, "bn" },
  { G_UNICODE_SCRIPT_TAMIL, "ta" },
  { G_UNICODE_SCRIPT_ETHIOPIC, "am" },
  { G_UNICODE_SCRIPT_KHMER, "km" },
  { G_UNICODE_SCRIPT_MYANMAR, "my" },
};

enum
{
  HAN = 3,
  HIRAGANA,
  KATAKANA,
};

/* Where to stop looking. */
static const char *
find_end (PlxText *text)
{
  const char *utf8 = plx_text_get_utf8 (text);

  return g_utf8_offset_to_pointer (utf8, MIN (plx_text_get_length (text), MAX_LOOK));
}

static void
count_scripts (PlxText *text,
               guint *counts)
{
  const char *end = find_end (text);
  guint n_latin = 0;

  for (const char *p = plx_text_get_utf8 (text); p < end; p = g_utf8_next_char (p))
    {
      GUnicodeScript script;

      if ((guchar) *p < 0x80)
        {
          n_latin += g_ascii_isalpha (*p);
          continue;
        }
      script = g_unichar_get_script (g_utf8_get_char (p));
      for (guint s = 0; s < G_N_ELEMENTS (scripts); s++)
        counts[s] += scripts[s].script == script;
    }
  counts[0] += n_latin;
}

/* The index of the script that prevails, or -1 in a text without letters. */
static int
find_script (PlxText *text)
{
  guint counts[G_N_ELEMENTS (scripts)] = { 0 };
  guint kana;
  int best = -1;

  count_scripts (text, counts);
  /* Japanese has more Han than Kana in headlines, and Chinese has none. */
  kana = counts[HIRAGANA] + counts[KATAKANA];
  if (kana * 10 >= counts[HAN])
    {
      counts[HIRAGANA] = kana + counts[HAN];
      counts[HAN] = 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (counts[i] > 0 && (best < 0 || counts[i] > counts[best]))
      best = (int) i;
  return best;
}

/* Words */

typedef struct
{
  GPtrArray *languages; /* (element-type utf8): interned, in the order of the file */
  GHashTable *words;    /* (element-type utf8 GArray): indexes of the languages that have a word */
} Table;

static void
add_word (Table *table,
          const char *word)
{
  guint language = table->languages->len - 1;
  GArray *list = g_hash_table_lookup (table->words, word);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table->words, g_strdup (word), list);
    }
  if (list->len == 0 || g_array_index (list, guint, list->len - 1) != language)
    g_array_append_val (list, language);
}

static void
add_line (Table *table,
          const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *tag = NULL;
  g_auto (GStrv) words = NULL;

  if (*line == '#' || colon == NULL)
    return;
  tag = g_strndup (line, (gsize) (colon - line));
  g_ptr_array_add (table->languages, (gpointer) g_intern_string (tag));
  words = g_strsplit (colon + 1, " ", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      add_word (table, *word);
}

/* Read once, kept for ever. */
static const Table *
get_table (void)
{
  static Table *kept;

  if (g_once_init_enter (&kept))
    {
      g_autoptr (GBytes) bytes = g_resource_lookup_data (plx_core_get_resource (), WORDS_PATH, 0, NULL);
      g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
      Table *table = g_new (Table, 1);

      table->languages = g_ptr_array_new ();
      table->words = g_hash_table_new (g_str_hash, g_str_equal);
      for (char **line = lines; *line != NULL; line++)
        add_line (table, *line);
      g_once_init_leave (&kept, table);
    }
  return kept;
}

static gboolean
is_of_word (const char *p)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    return g_ascii_isalpha (*p);
  c = g_utf8_get_char (p);
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Most words are ASCII, and need no memory of their own. */
static GArray *
find_word (const Table *table,
           const char *word,
           gsize length)
{
  char ascii[MAX_WORD + 1];
  g_autofree char *folded = NULL;
  gsize n = 0;

  while (n < length && n < MAX_WORD && (guchar) word[n] < 0x80)
    {
      ascii[n] = g_ascii_tolower (word[n]);
      n++;
    }
  ascii[n] = '\0';
  if (n == length)
    return g_hash_table_lookup (table->words, ascii);
  folded = g_utf8_strdown (word, (gssize) length);
  return g_hash_table_lookup (table->words, folded);
}

static void
count_word (const Table *table,
            const char *word,
            gsize length,
            guint *counts)
{
  GArray *list = find_word (table, word, length);

  for (guint i = 0; list != NULL && i < list->len; i++)
    counts[g_array_index (list, guint, i)]++;
}

/* How often each language’s words come; returns how many words there are. */
static guint
count_words (PlxText *text,
             const Table *table,
             guint *counts)
{
  const char *last = find_end (text);
  guint n_words = 0;

  for (const char *start = plx_text_get_utf8 (text); start < last;)
    {
      const char *end = start;
      int length = 0;

      for (; end < last && is_of_word (end); end = g_utf8_next_char (end))
        length++;
      if (length > 0 && length <= MAX_WORD)
        count_word (table, start, (gsize) (end - start), counts);
      n_words += length > 0;
      start = length > 0 ? end : g_utf8_next_char (start);
    }
  return n_words;
}

static const char *
guess_by_words (PlxText *text)
{
  const Table *table = get_table ();
  g_autofree guint *counts = g_new0 (guint, table->languages->len);
  guint n_words = count_words (text, table, counts);
  guint best = 0, next = 0;

  for (guint i = 1; i < table->languages->len; i++)
    if (counts[i] > counts[best])
      best = i;
  for (guint i = 0; i < table->languages->len; i++)
    if (i != best)
      next = MAX (next, counts[i]);
  if (counts[best] < MIN_FOUND || counts[best] * 12 < n_words || counts[best] * 4 < next * 5)
    return "";
  return g_ptr_array_index (table->languages, best);
}

const char *
plx_language_guess (PlxText *text)
{
  int script = find_script (text);

  if (script < 0)
    return "";
  return scripts[script].language != NULL ? scripts[script].language : guess_by_words (text);
}
