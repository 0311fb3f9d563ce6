/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-diff.h"

#include "model/plx-shortest-script.h"
#include "model/plx-word.h"

#include <string.h>

/* A run of fewer code points between two changes may be there by chance. */
#define MAX_CRUMB 24

/* Words */

typedef struct
{
  int start;
  int end;
  guint number; /* the same for the same words of both texts */
} Word;

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) && !plx_char_is_ideographic (c);
}

/* Marks and joined signs are never cut off from what they belong to. */
static gboolean
goes_on (gunichar last,
         gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200D || last == 0x200D || (is_letter (last) && is_letter (c));
}

static GArray *
list_words (PlxText *text,
            GHashTable *numbers)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  int length = plx_text_get_length (text);

  for (int i = 0; i < length;)
    {
      gunichar first = plx_text_get_char (text, i);
      gunichar last = first;
      g_autofree char *key = NULL;
      Word word = { i, i + 1, 0 };

      if (plx_char_is_blank (first))
        {
          i++;
          continue;
        }
      for (gunichar c; word.end < length && goes_on (last, c = plx_text_get_char (text, word.end)); word.end++)
        if (!g_unichar_ismark (c))
          last = c;
      key = plx_text_dup_slice (text, word.start, word.end);
      word.number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));
      if (word.number == 0)
        {
          word.number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, g_steal_pointer (&key), GUINT_TO_POINTER (word.number));
        }
      g_array_append_val (words, word);
      i = word.end;
    }
  return words;
}

static guint *
dup_numbers (const GArray *words)
{
  guint *numbers = g_new (guint, words->len + 1);

  for (guint i = 0; i < words->len; i++)
    numbers[i] = g_array_index (words, Word, i).number;
  return numbers;
}

/* Runs that are kept */

typedef struct
{
  PlxText *before;
  PlxText *after;
  GArray *kept; /* (owned) (element-type PlxDiffRun): in order, all of them kept */
} Diff;

static gboolean
is_same (const Diff *self,
         int before,
         int after,
         int length)
{
  for (int i = 0; i < length; i++)
    if (plx_text_get_char (self->before, before + i) != plx_text_get_char (self->after, after + i))
      return FALSE;
  return TRUE;
}

/* Adds a word that is kept, to the last run if it goes on. */
static void
add_kept (Diff *self,
          const Word *before,
          const Word *after,
          gboolean is_next)
{
  PlxDiffRun run = { { before->start, before->end }, { after->start, after->end }, TRUE };
  PlxDiffRun *last = self->kept->len > 0 ? &g_array_index (self->kept, PlxDiffRun, self->kept->len - 1) : NULL;
  int blanks = last != NULL ? before->start - last->before.end : 0;

  if (last != NULL && is_next && after->start - last->after.end == blanks &&
      is_same (self, last->before.end, last->after.end, blanks))
    {
      last->before.end = before->end;
      last->after.end = after->end;
    }
  else
    g_array_append_val (self->kept, run);
}

static void
collect (Diff *self,
         const GArray *before,
         const GArray *after,
         const guint8 *gone,
         const guint8 *come)
{
  guint i = 0, j = 0;
  gboolean is_next = FALSE;

  while (i < before->len && j < after->len)
    {
      if (gone[i] || come[j])
        {
          is_next = FALSE;
          i += gone[i];
          j += come[j];
          continue;
        }
      add_kept (self, &g_array_index (before, Word, i++), &g_array_index (after, Word, j++), is_next);
      is_next = TRUE;
    }
}

/* Crumbs */

static int
count_visible (PlxText *text,
               const PlxSpan *span)
{
  int n = 0;

  for (int i = span->start; i < span->end; i++)
    n += !plx_char_is_blank (plx_text_get_char (text, i));
  return n;
}

/* The larger of what went and what came between two runs. */
static int
count_between (const Diff *self,
               const PlxDiffRun *first,
               const PlxDiffRun *second)
{
  const PlxSpan before = { first->before.end, second->before.start };
  const PlxSpan after = { first->after.end, second->after.start };

  return MAX (count_visible (self->before, &before), count_visible (self->after, &after));
}

static gboolean
is_crumb (const Diff *self,
          const PlxDiffRun *last,
          const PlxDiffRun *run,
          const PlxDiffRun *next)
{
  int size = count_visible (self->before, &run->before);

  return size < MAX_CRUMB && size <= count_between (self, last, run) && size <= count_between (self, run, next);
}

static void
drop_crumbs (Diff *self)
{
  const PlxDiffRun start = { { 0, 0 }, { 0, 0 }, TRUE };
  int old_end = plx_text_get_length (self->before), new_end = plx_text_get_length (self->after);
  const PlxDiffRun end = { { old_end, old_end }, { new_end, new_end }, TRUE };
  PlxDiffRun *runs = (PlxDiffRun *) (void *) self->kept->data;
  guint n = 0;

  for (guint i = 0; i < self->kept->len; i++)
    {
      const PlxDiffRun *last = n > 0 ? &runs[n - 1] : &start;
      const PlxDiffRun *next = i + 1 < self->kept->len ? &runs[i + 1] : &end;

      if (!is_crumb (self, last, &runs[i], next))
        runs[n++] = runs[i];
    }
  g_array_set_size (self->kept, n);
}

/* Blanks beside what is kept are kept with it, where both texts have them. */
static void
take_blanks (Diff *self)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      PlxDiffRun *run = &g_array_index (self->kept, PlxDiffRun, i);
      const PlxDiffRun *last = i > 0 ? run - 1 : NULL;
      const PlxDiffRun *next = i + 1 < self->kept->len ? run + 1 : NULL;
      PlxSpan floor = { last != NULL ? last->before.end : 0, last != NULL ? last->after.end : 0 };
      PlxSpan ceiling = { next != NULL ? next->before.start : plx_text_get_length (self->before),
                          next != NULL ? next->after.start : plx_text_get_length (self->after) };

      while (run->before.start > floor.start && run->after.start > floor.end &&
             plx_char_is_blank (plx_text_get_char (self->before, run->before.start - 1)) &&
             is_same (self, run->before.start - 1, run->after.start - 1, 1))
        {
          run->before.start--;
          run->after.start--;
        }
      while (run->before.end < ceiling.start && run->after.end < ceiling.end &&
             plx_char_is_blank (plx_text_get_char (self->before, run->before.end)) &&
             is_same (self, run->before.end, run->after.end, 1))
        {
          run->before.end++;
          run->after.end++;
        }
    }
}

/* All */

static void
add_changed (GArray *runs,
             int before_end,
             int after_end)
{
  const PlxDiffRun *last = runs->len > 0 ? &g_array_index (runs, PlxDiffRun, runs->len - 1) : NULL;
  PlxDiffRun run = { { last != NULL ? last->before.end : 0, before_end }, { last != NULL ? last->after.end : 0, after_end }, FALSE };

  if (run.before.start < before_end || run.after.start < after_end)
    g_array_append_val (runs, run);
}

/* Runs that touch are one. */
static void
add_run (GArray *runs,
         const PlxDiffRun *run)
{
  PlxDiffRun *last = runs->len > 0 ? &g_array_index (runs, PlxDiffRun, runs->len - 1) : NULL;

  if (last == NULL || !last->kept || last->before.end != run->before.start || last->after.end != run->after.start)
    {
      g_array_append_vals (runs, run, 1);
      return;
    }
  last->before.end = run->before.end;
  last->after.end = run->after.end;
}

static GArray *
fill_up (const Diff *self)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (PlxDiffRun));

  for (guint i = 0; i < self->kept->len; i++)
    {
      const PlxDiffRun *run = &g_array_index (self->kept, PlxDiffRun, i);

      add_changed (runs, run->before.start, run->after.start);
      add_run (runs, run);
    }
  add_changed (runs, plx_text_get_length (self->before), plx_text_get_length (self->after));
  return runs;
}

GArray *
plx_diff_texts (PlxText *before,
                PlxText *after)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) old_words = list_words (before, numbers);
  g_autoptr (GArray) new_words = list_words (after, numbers);
  g_autofree guint *old_numbers = dup_numbers (old_words);
  g_autofree guint *new_numbers = dup_numbers (new_words);
  g_autofree guint8 *gone = g_new0 (guint8, old_words->len + 1);
  g_autofree guint8 *come = g_new0 (guint8, new_words->len + 1);
  Diff diff = { before, after, g_array_new (FALSE, FALSE, sizeof (PlxDiffRun)) };
  GArray *runs;

  plx_shortest_script (old_numbers, (int) old_words->len, new_numbers, (int) new_words->len, gone, come);
  collect (&diff, old_words, new_words, gone, come);
  drop_crumbs (&diff);
  take_blanks (&diff);
  runs = fill_up (&diff);
  g_array_unref (diff.kept);
  return runs;
}

int
plx_diff_map (const GArray *runs,
              int offset,
              gboolean back)
{
  int end = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const PlxDiffRun *run = &g_array_index (runs, PlxDiffRun, i);
      const PlxSpan *here = back ? &run->after : &run->before;
      const PlxSpan *there = back ? &run->before : &run->after;

      if (offset < here->end)
        return there->start + (int) ((gint64) (MAX (offset, here->start) - here->start) * (there->end - there->start) / (here->end - here->start));
      end = there->end;
    }
  return end;
}

int
plx_diff_find (const GArray *runs,
               int offset)
{
  guint first = 0, last = runs->len;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;
      const PlxDiffRun *run = &g_array_index (runs, PlxDiffRun, middle);

      if (offset < run->before.start)
        last = middle;
      else if (offset >= run->before.end)
        first = middle + 1;
      else
        return (int) middle;
    }
  return -1;
}
