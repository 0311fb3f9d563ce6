/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain text, and Markdown, whose marks are kept as they stand. */

#include "config.h"

#include "intake/plx-intake-reader.h"
#include "intake/plx-intake-text.h"

#include <glib/gi18n-lib.h>

/* Shorter texts are nobody's mistake. */
#define MIN_NOISE 16

static gboolean
claims (const PlxIntakeSource *source)
{
  return TRUE;
}

/* Whether more than half of it cannot be read. */
static gboolean
is_noise (const PlxDecoded *decoded)
{
  int n = 0, n_controls = 0;

  for (const char *p = decoded->utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      n++;
      n_controls += g_ascii_iscntrl (*p) && !g_ascii_isspace (*p);
    }
  return n > MIN_NOISE && decoded->n_replaced + n_controls > n / 2;
}

static gboolean
read_plain (const PlxIntakeSource *source,
            PlxIntakeItem *item,
            GError **error)
{
  const char *binary = plx_intake_name_binary (source->bytes, source->length);
  g_auto (PlxDecoded) decoded = { 0 };

  if (binary != NULL)
    {
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT,
                   /* Translators: a file, what it is instead, as “a picture” */
                   _ ("“%s” is %s, not plain text. Save it as plain text (UTF-8) and choose that file."),
                   plx_intake_source_get_name (source), binary);
      return FALSE;
    }
  plx_intake_source_decode (source, NULL, item, &decoded);
  if (is_noise (&decoded))
    {
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT,
                   _ ("“%s” is no text in any encoding that is known. Save it as plain text (UTF-8) and choose that file."),
                   plx_intake_source_get_name (source));
      return FALSE;
    }
  item->text = plx_text_new (decoded.utf8, (gssize) decoded.n_bytes);
  return TRUE;
}

const PlxIntakeReader plx_intake_reader_plain = { claims, read_plain };
