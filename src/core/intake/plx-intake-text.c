/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-text.h"

#include "base/plx-string.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLACEMENT 0xfffd
#define BYTE_ORDER_MARK 0xfeff
#define TITLE_MAX 120

void
plx_decoded_clear (PlxDecoded *self)
{
  g_clear_pointer (&self->utf8, g_free);
}

/* Characters come in here one by one, in order. */
typedef struct
{
  GString *text;
  PlxDecoded *decoded;
  int line;
  int column; /* of the next character */
  gboolean after_cr;
} Sink;

static void
sink_append (Sink *sink,
             gunichar c)
{
  if (c < 0x80)
    g_string_append_c (sink->text, (char) c);
  else
    g_string_append_unichar (sink->text, c);
  sink->column++;
  if (c == '\n')
    {
      sink->line++;
      sink->column = 1;
    }
}

static void
sink_replace (Sink *sink)
{
  PlxDecoded *decoded = sink->decoded;

  if (decoded->n_replaced == 0)
    {
      decoded->replaced_line = sink->line;
      decoded->replaced_column = sink->column;
    }
  decoded->n_replaced++;
  sink->after_cr = FALSE;
  sink_append (sink, REPLACEMENT);
}

static void
sink_take (Sink *sink,
           gunichar c)
{
  gboolean after_cr = sink->after_cr;

  sink->after_cr = c == '\r';
  if (c == 0)
    {
      sink_replace (sink);
      return;
    }
  if (c == '\n' && after_cr)
    return; /* the CR has become the LF */
  if (c == '\r')
    sink->decoded->n_line_ends++;
  sink_append (sink, c == '\r' ? '\n' : c);
}

/* UTF-8 */

/* How a sequence goes on after its first byte: its length and the range of the
 * second byte, which excludes overlong forms, surrogates and what lies beyond
 * U+10FFFF.  Length 0: no sequence begins so. */
static int
classify (guchar first,
          guchar *low,
          guchar *high)
{
  *low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90
                                              : 0x80;
  *high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f
                                               : 0xbf;
  if (first >= 0xc2 && first <= 0xdf)
    return 2;
  if (first >= 0xe0 && first <= 0xef)
    return 3;
  if (first >= 0xf0 && first <= 0xf4)
    return 4;
  return 0;
}

/* Returns: the bytes of the sequence at @p, or of its longest beginning that
 * could have been one, with *c 0 */
static gsize
read_sequence (const guchar *p,
               const guchar *end,
               gunichar *c)
{
  guchar low, high;
  int length = classify (*p, &low, &high);
  gunichar value = length == 0 ? 0 : *p & (0xff >> (length + 1));
  int n = 1;

  *c = 0;
  while (n < length && p + n < end && p[n] >= low && p[n] <= high)
    {
      value = value << 6 | (p[n] & 0x3f);
      low = 0x80;
      high = 0xbf;
      n++;
    }
  if (length > 0 && n == length)
    *c = value;
  return (gsize) n;
}

/* Plain characters in one line, as many as stand there.
 *
 * Returns: what follows */
static const guchar *
take_plain (const guchar *p,
            const guchar *end,
            Sink *sink)
{
  const guchar *first = p;

  while (p < end && *p >= ' ' && *p < 0x80)
    p++;
  g_string_append_len (sink->text, (const char *) first, p - first);
  sink->column += (int) (p - first);
  sink->after_cr = sink->after_cr && p == first;
  return p;
}

static void
decode_utf8 (const guchar *p,
             const guchar *end,
             Sink *sink)
{
  while ((p = take_plain (p, end, sink)) < end)
    {
      gunichar c;

      if (*p < 0x80)
        {
          sink_take (sink, *p++);
          continue;
        }
      p += read_sequence (p, end, &c);
      if (c == 0)
        sink_replace (sink);
      else
        sink_take (sink, c);
    }
}

/* UTF-16 */

static gunichar
read_unit (const guchar *p,
           gboolean big)
{
  return big ? (gunichar) (p[0] << 8 | p[1]) : (gunichar) (p[1] << 8 | p[0]);
}

static void
decode_utf16 (const guchar *p,
              const guchar *end,
              gboolean big,
              Sink *sink)
{
  for (; p + 2 <= end; p += 2)
    {
      gunichar unit = read_unit (p, big);
      gunichar next = p + 4 <= end ? read_unit (p + 2, big) : 0;

      if (unit < 0xd800 || unit > 0xdfff)
        sink_take (sink, unit);
      else if (unit < 0xdc00 && next >= 0xdc00 && next <= 0xdfff)
        {
          sink_take (sink, 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
          p += 2;
        }
      else
        sink_replace (sink);
    }
  if (p < end)
    sink_replace (sink);
}

/* Other encodings */

/* Gives what came out so far to the sink. */
static void
flush (char *buffer,
       char **out,
       gsize *room,
       gsize size,
       Sink *sink)
{
  decode_utf8 ((const guchar *) buffer, (const guchar *) *out, sink);
  *out = buffer;
  *room = size;
}

static void
decode_charset (const char *charset,
                const char *bytes,
                gsize length,
                Sink *sink)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  char buffer[4096];
  char *in = (char *) bytes, *out = buffer;
  gsize left = length, room = sizeof buffer;

  while (left > 0)
    {
      if (g_iconv (converter, &in, &left, &out, &room) != (gsize) -1)
        break;
      flush (buffer, &out, &room, sizeof buffer, sink);
      if (errno == E2BIG)
        continue;
      sink_replace (sink);
      in++;
      left--;
    }
  g_iconv (converter, NULL, NULL, &out, &room); /* some keep the last letter, as a mark may follow */
  flush (buffer, &out, &room, sizeof buffer, sink);
  g_iconv_close (converter);
}

static gboolean
is_utf16 (const char *charset,
          gboolean *big)
{
  *big = g_ascii_strcasecmp (charset, "UTF-16BE") == 0;
  return *big || g_ascii_strcasecmp (charset, "UTF-16LE") == 0 || g_ascii_strcasecmp (charset, "UTF-16") == 0;
}

void
plx_intake_decode_as (const char *bytes,
                      gsize length,
                      const char *charset,
                      PlxDecoded *decoded)
{
  const guchar *p = (const guchar *) bytes;
  Sink sink = { .text = g_string_sized_new (length + 1), .decoded = decoded, .line = 1, .column = 1 };
  gboolean big;

  memset (decoded, 0, sizeof *decoded);
  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    decode_utf8 (p, p + length, &sink);
  else if (is_utf16 (charset, &big))
    decode_utf16 (p, p + length, big, &sink);
  else
    decode_charset (charset, bytes, length, &sink);
  decoded->n_bytes = sink.text->len;
  decoded->utf8 = g_string_free (sink.text, FALSE);
}

void
plx_intake_decode (const char *bytes,
                   gsize length,
                   PlxDecoded *decoded)
{
  const guchar *p = (const guchar *) bytes;
  const guchar *end = p + length;
  Sink sink = { .text = g_string_sized_new (length + 1), .decoded = decoded, .line = 1, .column = 1 };

  memset (decoded, 0, sizeof *decoded);
  decoded->was_utf16 = length >= 2 && (memcmp (p, "\xff\xfe", 2) == 0 || memcmp (p, "\xfe\xff", 2) == 0);
  decoded->had_bom = decoded->was_utf16 || (length >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0);
  if (decoded->was_utf16)
    decode_utf16 (p + 2, end, *p == 0xfe, &sink);
  else
    decode_utf8 (decoded->had_bom ? p + 3 : p, end, &sink);

  decoded->n_bytes = sink.text->len;
  decoded->utf8 = g_string_free (sink.text, FALSE);
}

/* Titles */

/* Nothing to see, or nothing that may stand in one line. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
         c == 0x2028 || c == 0x2029;
}

gboolean
plx_intake_is_blank (const char *utf8)
{
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_invisible (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Appends the line at @p with single blanks between its words, one code point
 * longer than a title at most.  Returns: where it stopped */
static const char *
take_line (const char *p,
           GString *line)
{
  gboolean blank = FALSE;
  int n = 0;

  for (; *p != '\0' && !is_line_end (g_utf8_get_char (p)) && n <= TITLE_MAX; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          blank = line->len > 0;
          continue;
        }
      if (blank)
        {
          g_string_append_c (line, ' ');
          n++;
        }
      blank = FALSE;
      g_string_append_unichar (line, c);
      n++;
    }
  return p;
}

char *
plx_intake_dup_line (const char *utf8)
{
  GString *line = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || is_line_end (c))
        {
          blank = line->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (line, ' ');
      blank = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

char *
plx_intake_dup_title (const char *utf8,
                      const char *fallback)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *p = utf8;

  while (*p != '\0')
    {
      p = take_line (p, line);
      if (!plx_intake_is_blank (line->str))
        return plx_dup_cut (line->str, TITLE_MAX);
      g_string_truncate (line, 0);
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
  return g_strdup (fallback);
}

/* Files that are often taken for text */

const char *
plx_intake_name_binary (const char *bytes,
                        gsize length)
{
  static const struct
  {
    const char *magic;
    gsize length;
    const char *name;
  } kinds[] = {
    { "%PDF-", 5, N_ ("a PDF document") },
    { "PK\003\004", 4, N_ ("a packed file, such as an office document or e-book") },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, N_ ("an old office document") },
    { "{\\rtf", 5, N_ ("a rich text document") },
    { "\x1f\x8b", 2, N_ ("a compressed file") },
    { "SQLite format 3", 16, N_ ("a database or a Parallax project") },
    { "\x89PNG", 4, N_ ("a picture") },
    { "\xff\xd8\xff", 3, N_ ("a picture") },
    { "GIF8", 4, N_ ("a picture") },
    { "\177ELF", 4, N_ ("a program") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (bytes, kinds[i].magic, kinds[i].length) == 0)
      return _ (kinds[i].name);
  return NULL;
}
