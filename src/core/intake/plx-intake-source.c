/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-encoding.h"
#include "intake/plx-intake-reader.h"
#include "intake/plx-intake-text.h"

#include "base/plx-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* More than one in so many characters that are no UTF-8, and it is none. */
#define UTF8_TOLERANCE 5

const char *
plx_intake_source_get_name (const PlxIntakeSource *self)
{
  return *self->filename != '\0' ? self->filename : _ ("The text");
}

gboolean
plx_intake_source_has_suffix (const PlxIntakeSource *self,
                              const char *suffix)
{
  gsize length = strlen (self->filename);
  gsize n = strlen (suffix);

  return length > n && g_ascii_strcasecmp (self->filename + length - n, suffix) == 0;
}

/* Encodings */

static gboolean
has_bom (const PlxIntakeSource *self)
{
  return (self->length >= 2 && (memcmp (self->bytes, "\xff\xfe", 2) == 0 || memcmp (self->bytes, "\xfe\xff", 2) == 0)) ||
         (self->length >= 3 && memcmp (self->bytes, "\xef\xbb\xbf", 3) == 0);
}

/* Whether the bytes are UTF-8 but for some that are damaged. */
static gboolean
is_mostly_utf8 (const PlxDecoded *decoded)
{
  int n_others = 0;

  if (decoded->n_replaced == 0)
    return TRUE;
  for (const char *p = decoded->utf8; *p != '\0'; p = g_utf8_next_char (p))
    n_others += (guchar) *p >= 0x80;
  return (n_others - decoded->n_replaced) > decoded->n_replaced * UTF8_TOLERANCE;
}

static void
take_guess (const PlxIntakeSource *self,
            GArray *guesses,
            PlxIntakeItem *item,
            PlxDecoded *decoded)
{
  const PlxEncodingGuess *best = &g_array_index (guesses, PlxEncodingGuess, 0);

  plx_decoded_clear (decoded);
  plx_intake_decode_as (self->bytes, self->length, best->charset, decoded);
  item->charset = best->charset;
  item->is_guessed = TRUE;
  item->n_guesses = 0;
  for (guint i = 0; i < guesses->len && i < G_N_ELEMENTS (item->guesses); i++)
    item->guesses[item->n_guesses++] = g_array_index (guesses, PlxEncodingGuess, i).charset;
}

static void
guess (const PlxIntakeSource *self,
       PlxIntakeItem *item,
       PlxDecoded *decoded)
{
  g_autoptr (GArray) guesses = plx_encoding_guess (self->bytes, self->length);

  if (guesses->len > 0)
    take_guess (self, guesses, item, decoded);
}

/* A declared encoding that gives nothing but damage is not the right one. */
static gboolean
read_declared (const PlxIntakeSource *self,
               const char *declared,
               PlxIntakeItem *item,
               PlxDecoded *decoded)
{
  /* What browsers read where these are declared. */
  if (g_ascii_strcasecmp (declared, "iso-8859-1") == 0 || g_ascii_strcasecmp (declared, "latin1") == 0 || g_ascii_strcasecmp (declared, "us-ascii") == 0)
    declared = "windows-1252";
  if (g_ascii_strncasecmp (declared, "utf-16", 6) == 0 || !plx_encoding_is_known (declared))
    return FALSE;
  plx_intake_decode_as (self->bytes, self->length, declared, decoded);
  if (g_ascii_strcasecmp (declared, "utf-8") == 0 && !is_mostly_utf8 (decoded))
    {
      plx_decoded_clear (decoded);
      return FALSE;
    }
  item->charset = g_intern_string (declared);
  return TRUE;
}

void
plx_intake_source_decode (const PlxIntakeSource *self,
                          const char *declared,
                          PlxIntakeItem *item,
                          PlxDecoded *decoded)
{
  if (self->charset != NULL && plx_encoding_is_known (self->charset))
    {
      plx_intake_decode_as (self->bytes, self->length, self->charset, decoded);
      item->charset = g_intern_string (self->charset);
    }
  else if (has_bom (self) || declared == NULL || !read_declared (self, declared, item, decoded))
    {
      plx_intake_decode (self->bytes, self->length, decoded);
      item->charset = decoded->was_utf16 ? "UTF-16" : "UTF-8";
      if (!decoded->had_bom && !is_mostly_utf8 (decoded))
        guess (self, item, decoded);
    }
  item->had_bom = decoded->had_bom;
  item->was_utf16 = decoded->was_utf16;
  item->n_line_ends = decoded->n_line_ends;
  item->n_replaced = decoded->n_replaced;
  item->replaced_line = decoded->replaced_line;
  item->replaced_column = decoded->replaced_column;
}

/* Items */

static int
count_replaced (const char *utf8)
{
  int n = 0;

  for (const char *p = strstr (utf8, REPLACEMENT); p != NULL; p = strstr (p + strlen (REPLACEMENT), REPLACEMENT))
    n++;
  return n;
}

void
plx_intake_take_built (PlxIntakeItem *item,
                       PlxIntakeBuilder *builder)
{
  g_clear_pointer (&item->text, plx_text_unref);
  g_clear_pointer (&item->blocks, g_array_unref);
  item->text = plx_intake_builder_finish (builder, &item->blocks);
  /* Lines of the file are not those of the text. */
  item->n_line_ends = 0;
  item->replaced_line = 0;
  item->n_replaced = count_replaced (plx_text_get_utf8 (item->text));
}

void
plx_intake_set_field (char **field,
                      const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  if (valid == NULL || **field != '\0' || plx_intake_is_blank (valid))
    return;
  g_free (*field);
  *field = plx_intake_dup_line (valid);
}

void
plx_intake_set_published (PlxDocument *document,
                          const char *value)
{
  g_autofree char *date = value != NULL ? g_strstrip (g_strdup (value)) : NULL;
  g_autofree char *day = NULL;

  if (date == NULL || *document->published != '\0' || *date == '\0')
    return;
  day = g_strndup (date, 10);
  if (!plx_date_is_valid (date) && !plx_date_is_valid (day))
    return;
  g_free (document->published);
  document->published = g_strdup (plx_date_is_valid (date) ? date : day);
}

void
plx_intake_set_language (PlxDocument *document,
                         const char *value)
{
  g_autofree char *tag = value != NULL ? g_strdelimit (g_strstrip (g_strdup (value)), "_", '-') : NULL;
  g_autofree char *before = NULL;

  if (tag == NULL || *document->language != '\0' || *tag == '\0')
    return;
  before = g_steal_pointer (&document->language);
  document->language = g_steal_pointer (&tag);
  if (plx_document_has_language (document))
    return;
  g_free (document->language);
  document->language = g_steal_pointer (&before);
}
