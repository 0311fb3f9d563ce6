/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding character by character.
 *
 * Everything that needs a look at the neighbours (joiners, blanks) is decided
 * on the source; the rest is a function of one character, and for ASCII no
 * function at all.
 */

#include "config.h"

#include "model/plx-fold.h"

#include "model/plx-word.h"

#include <string.h>

#define TATWEEL 0x640
#define ALEF 0x627

/* The longest canonical decomposition and case folding of one character. */
#define MAX_UNFOLDED 18

/* So many plain characters are taken at once. */
#define RUN 128

typedef struct
{
  const char *next; /* UTF-8 of the character at @offset */
  const char *end;
  int offset;
  gunichar before; /* the character before it, 0 at the start */
  PlxFold fold;
  GArray *folded;
  int pending; /* where a word began whose first characters were left out, or -1 */
} Folder;

/* Characters */

gboolean
plx_fold_is_apostrophe (gunichar c)
{
  switch (c)
    {
    case '\'':
    case '`':
    case 0xb4:
    case 0x5f3:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2032:
    case 0xff07:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Letters by their class, apostrophes by their use. */
static gboolean
is_half_ring (gunichar c)
{
  return c >= 0x2bb && c <= 0x2bf;
}

static gboolean
is_quote (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0xab:
    case 0xbb:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033:
    case 0xff02:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_hyphen (gunichar c)
{
  switch (c)
    {
    case '-':
    case 0x5be:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xfe63:
    case 0xff0d:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_format (gunichar c)
{
  return c >= 0xad && g_unichar_type (c) == G_UNICODE_FORMAT && c != 0x200b;
}

static gboolean
is_wordish (gunichar c)
{
  return c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));
}

/* Marks that only decorate: those of the scripts that write a letter without
 * them as well. */
static gboolean
is_decoration (gunichar c)
{
  if (c < 0x300 || g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
    return FALSE;
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_INHERITED:
      return c != 0x3099 && c != 0x309a;
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_SYRIAC:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Letters that take a decoration into themselves and have no decomposition, or
 * not the one that is meant. */
static gunichar
undecorate (gunichar c)
{
  static const struct
  {
    gunichar from;
    gunichar to;
  } letters[] = {
    { 0xd8, 'O' }, { 0xf8, 'o' }, { 0x110, 'D' }, { 0x111, 'd' }, { 0x126, 'H' }, { 0x127, 'h' }, { 0x131, 'i' }, { 0x141, 'L' }, { 0x142, 'l' }, { 0x622, ALEF }, { 0x623, ALEF }, { 0x625, ALEF }, { 0x671, ALEF }, { 0x672, ALEF }, { 0x673, ALEF }, { 0x6a9, 0x643 }, { 0x6cc, 0x64a }
  };

  if (c < 0xd8 || c > 0x6cc)
    return c;
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].from == c)
      return letters[i].to;
  return c;
}

/* й is no и, and ؤ and ئ are no و and ي. */
static gboolean
is_letter_of_its_own (gunichar c)
{
  return c == 0x419 || c == 0x439 || c == 0x624 || c == 0x626;
}

/* The forms that Arabic letters and Latin ones of full width have in old
 * encodings. */
static gboolean
is_presentation_form (gunichar c)
{
  return (c >= 0xfb50 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc) || (c >= 0xff01 && c <= 0xff5e);
}

/* The row */

/* Marks of one letter stand in canonical order, whatever order they came in. */
static void
sort_mark (Folder *self)
{
  PlxFolded *row = (PlxFolded *) self->folded->data;
  int class = g_unichar_combining_class (row[self->folded->len - 1].c);

  for (guint i = self->folded->len - 1; class > 0 && i > 0 && g_unichar_combining_class (row[i - 1].c) > class; i--)
    {
      PlxFolded mark = row[i];

      row[i].c = row[i - 1].c;
      row[i - 1].c = mark.c;
    }
}

static void
put (Folder *self,
     gunichar c)
{
  PlxFolded one = { c, self->pending >= 0 ? self->pending : self->offset, self->offset + 1 };

  g_array_append_val (self->folded, one);
  if (c >= 0x300)
    sort_mark (self);
}

/* What no mark can stand on. */
static gboolean
takes_no_mark (gunichar c)
{
  return c == 0 || g_unichar_iscntrl (c) || c == 0x200b || c == 0x2028 || c == 0x2029;
}

/* Leaves the character out: it counts to its neighbour in the word. */
static void
leave_out (Folder *self,
           gunichar c)
{
  GArray *row = self->folded;

  if (is_format (c))
    return;
  if (row->len > 0 && g_array_index (row, PlxFolded, row->len - 1).end == self->offset &&
      ((g_unichar_ismark (c) && !takes_no_mark (self->before)) || is_wordish (self->before)))
    {
      /* All that came from the same place. */
      for (guint i = row->len; i-- > 0 && g_array_index (row, PlxFolded, i).end == self->offset;)
        g_array_index (row, PlxFolded, i).end = self->offset + 1;
    }
  else if (self->pending < 0 && (!g_unichar_ismark (c) || takes_no_mark (self->before)))
    self->pending = self->offset;
}

static gboolean
has_case (gunichar c)
{
  if (c < 0x80)
    return c >= 'A' && c <= 'Z';
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_OTHER_SYMBOL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Where folding is making small, without a string. */
static gboolean
is_cyrillic (gunichar c)
{
  return c >= 0x400 && c < 0x530;
}

static void
put_case (Folder *self,
          gunichar c)
{
  char utf8[7] = { 0 };
  g_autofree char *lower = NULL;

  if ((self->fold & PLX_FOLD_CASE) == 0 || !has_case (c))
    {
      put (self, c);
      return;
    }
  if (c < 0x80 || is_cyrillic (c))
    {
      put (self, g_unichar_tolower (c));
      return;
    }
  g_unichar_to_utf8 (c, utf8);
  lower = g_utf8_casefold (utf8, -1);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    put (self, g_utf8_get_char (p));
}

/* Anything but ASCII, blanks and joiners. */
static void
put_unfolded (Folder *self,
              gunichar c)
{
  gboolean plain = (self->fold & PLX_FOLD_DIACRITICS) != 0;
  gunichar parts[MAX_UNFOLDED];
  gsize n;

  if (plain)
    c = undecorate (c);
  if (plain && is_letter_of_its_own (c))
    {
      put_case (self, c);
      return;
    }
  n = g_unichar_fully_decompose (c, is_presentation_form (c), parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < MIN (n, G_N_ELEMENTS (parts)); i++)
    if (!plain || !is_decoration (parts[i]))
      put_case (self, plain ? undecorate (parts[i]) : parts[i]);
}

/* Blanks: how many line ends are in the run does not matter up to one.  Format
 * characters after the last blank belong to what follows. */
static void
put_blank (Folder *self)
{
  PlxFolded one = { ' ', self->offset, self->offset };
  int n_lines = 0, offset = self->offset;

  for (const char *p = self->next; p < self->end; offset++)
    {
      gunichar c = g_utf8_get_char (p);

      if (!plx_char_is_blank (c))
        break;
      p = g_utf8_next_char (p);
      if (is_format (c))
        continue;
      n_lines += c == '\n';
      one.end = offset + 1;
      self->next = p;
      self->before = c;
    }
  if (n_lines > 1)
    one.c = '\n';
  g_array_append_val (self->folded, one);
  self->offset = one.end;
  self->pending = -1;
}

/* Looks through format characters. */
static gunichar
peek_after (Folder *self)
{
  for (const char *p = g_utf8_next_char (self->next); p < self->end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_format (c))
        return c;
    }
  return 0;
}

static gboolean
is_left_out (Folder *self,
             gunichar c)
{
  if (c == TATWEEL || is_format (c))
    return TRUE;
  if ((self->fold & PLX_FOLD_DIACRITICS) != 0 && is_decoration (c))
    return TRUE;
  return (self->fold & PLX_FOLD_APOSTROPHES) != 0 && is_half_ring (c);
}

/* Joins two letters and is not told apart from nothing; 10-15 is not 1015, and
 * one with a mark on it stands for itself. */
static gboolean
is_joiner (Folder *self,
           gunichar c)
{
  gunichar after;

  if (!((self->fold & PLX_FOLD_APOSTROPHES) != 0 && plx_fold_is_apostrophe (c)) &&
      !((self->fold & PLX_FOLD_HYPHENS) != 0 && is_hyphen (c)))
    return FALSE;
  if (!is_wordish (self->before))
    return FALSE;
  after = peek_after (self);
  return g_unichar_isalnum (after) && !(g_unichar_isdigit (self->before) && g_unichar_isdigit (after));
}

static void
put_character (Folder *self,
               gunichar c)
{
  if ((self->fold & PLX_FOLD_APOSTROPHES) != 0 && (plx_fold_is_apostrophe (c) || is_quote (c)))
    put (self, is_quote (c) ? '"' : '\'');
  else if ((self->fold & PLX_FOLD_HYPHENS) != 0 && is_hyphen (c))
    put (self, '-');
  else if (c < 0x80)
    put_case (self, c);
  else
    put_unfolded (self, c);
  self->pending = -1;
}

static void
step (Folder *self)
{
  gunichar c = g_utf8_get_char (self->next);

  if (plx_char_is_blank (c) && !is_format (c))
    {
      put_blank (self);
      return;
    }
  if (is_left_out (self, c))
    leave_out (self, c);
  else if (!is_joiner (self, c))
    put_character (self, c);
  if (!is_format (c))
    self->before = c;
  self->offset++;
  self->next = g_utf8_next_char (self->next);
}

/* Letters that are as they are: of ASCII but for their case, and of Arabic those
 * without another form.
 *
 * Returns: the letter at @p, or 0 */
static inline gunichar
peek_plain (const char *p,
            const char *end)
{
  gunichar c;

  if (p < end && g_ascii_isalnum (*p))
    return (gunichar) *p;
  if (p + 1 >= end || ((guchar) *p & 0xfc) != 0xd8)
    return 0;
  c = ((gunichar) *p & 0x1f) << 6 | ((gunichar) p[1] & 0x3f);
  return (c >= 0x627 && c <= 0x63a) || (c >= 0x641 && c <= 0x64a) ? c : 0;
}

static inline gunichar
lower_ascii (gunichar c)
{
  return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

/* Most of most texts: plain letters, and single blanks between them.
 *
 * Returns: whether the next character was one */
static gboolean
step_plain (Folder *self)
{
  gboolean fold_case = (self->fold & PLX_FOLD_CASE) != 0;
  PlxFolded run[RUN];
  guint n = 0;

  while (n < RUN && self->pending < 0)
    {
      gunichar c = peek_plain (self->next, self->end);

      if (c == 0 && self->next < self->end && *self->next == ' ' && peek_plain (self->next + 1, self->end) != 0)
        c = ' ';
      if (c == 0)
        break;
      run[n++] = (PlxFolded){ fold_case && c < 0x80 ? lower_ascii (c) : c, self->offset, self->offset + 1 };
      self->before = c;
      self->offset++;
      self->next += c < 0x80 ? 1 : 2;
    }
  g_array_append_vals (self->folded, run, n);
  return n > 0;
}

GArray *
plx_fold_text (PlxText *text,
               int start,
               int end,
               PlxFold fold)
{
  const char *utf8 = plx_text_get_utf8 (text);
  gsize first = plx_text_byte_of_offset (text, start);
  gsize last = plx_text_byte_of_offset (text, end);
  Folder folder = {
    .next = utf8 + first,
    .end = utf8 + last,
    .offset = start,
    .fold = fold,
    .folded = g_array_sized_new (FALSE, FALSE, sizeof (PlxFolded), (guint) (end - start) + 8),
    .pending = -1,
  };

  while (folder.next < folder.end)
    if (!step_plain (&folder))
      step (&folder);
  return folder.folded;
}

char *
plx_fold_string (const char *string,
                 PlxFold fold)
{
  g_autoptr (PlxText) text = plx_text_new (string, -1);
  g_autoptr (GArray) folded = plx_fold_text (text, 0, plx_text_get_length (text), fold);
  g_autoptr (GString) result = g_string_sized_new (folded->len);

  for (guint i = 0; i < folded->len; i++)
    g_string_append_unichar (result, g_array_index (folded, PlxFolded, i).c);
  return g_strdup (g_strstrip (result->str));
}
