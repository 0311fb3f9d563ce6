/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake.h"

#include "intake/plx-intake-child.h"
#include "intake/plx-intake-encoding.h"
#include "intake/plx-intake-file.h"
#include "intake/plx-intake-reader.h"
#include "intake/plx-intake-text.h"
#include "model/plx-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
plx_intake_item_free (PlxIntakeItem *self)
{
  g_clear_pointer (&self->document, plx_document_free);
  g_clear_pointer (&self->text, plx_text_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->original, g_bytes_unref);
  g_free (self);
}

/* Making an item of bytes */

static const PlxIntakeReader *const readers[] = {
  &plx_intake_reader_packed,
#ifdef PLX_HAVE_PDF
  &plx_intake_reader_pdf,
#endif
  &plx_intake_reader_mhtml,
  &plx_intake_reader_html,
  &plx_intake_reader_plain,
};

void
plx_intake_init (int argc,
                 char **argv)
{
#ifdef PLX_HAVE_PDF
  plx_intake_child_init (argc, argv, plx_intake_pdf_answer);
#endif
}

static PlxIntakeItem *
item_new (const char *filename)
{
  PlxIntakeItem *self = g_new0 (PlxIntakeItem, 1);

  self->document = plx_document_new ();
  g_free (self->document->filename);
  self->document->filename = g_strdup (filename);
  self->repeats = -1;
  self->resembles_item = -1;
  return self;
}

/* What no reader has found out. */
static gboolean
finish_item (PlxIntakeItem *self,
             const PlxIntakeSource *source,
             GError **error)
{
  PlxDocument *document = self->document;

  if (plx_intake_is_blank (plx_text_get_utf8 (self->text)))
    {
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_EMPTY,
                   _ ("“%s” holds no text. Choose another file, or paste the article."), plx_intake_source_get_name (source));
      return FALSE;
    }
  if (*document->title == '\0')
    {
      g_free (document->title);
      document->title = plx_intake_dup_title (plx_text_get_utf8 (self->text), *source->filename != '\0' ? source->filename : _ ("Untitled"));
    }
  if (*document->language == '\0')
    {
      g_free (document->language);
      document->language = g_strdup (plx_language_guess (self->text));
    }
  return TRUE;
}

static PlxIntakeItem *
read_source (const PlxIntakeSource *source,
             const PlxIntakeReader *const *kinds,
             GError **error)
{
  g_autoptr (PlxIntakeItem) item = item_new (source->filename);

  if (source->length > PLX_INTAKE_MAX_BYTES)
    return plx_intake_file_refuse_large (plx_intake_source_get_name (source), error), NULL;
  while (!(*kinds)->claims (source))
    kinds++;
  if (!(*kinds)->read (source, item, error) || !finish_item (item, source, error))
    return NULL;
  return g_steal_pointer (&item);
}

PlxIntakeItem *
plx_intake_read_text (const char *bytes,
                      gssize length,
                      const char *filename,
                      GError **error)
{
  static const PlxIntakeReader *const plain[] = { &plx_intake_reader_plain };
  g_autofree char *name = g_utf8_make_valid (filename != NULL ? filename : "", -1);
  const PlxIntakeSource source = { bytes, length >= 0 ? (gsize) length : strlen (bytes), name, NULL };

  return read_source (&source, plain, error);
}

/* The hash of the file, which is that of the text if this was read as it stands. */
static char *
dup_sha256 (PlxText *text,
            const char *bytes,
            gsize length)
{
  if (plx_text_get_n_bytes (text) == length && memcmp (plx_text_get_utf8 (text), bytes, length) == 0)
    return g_strdup (plx_text_get_sha256 (text));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

PlxIntakeItem *
plx_intake_read_bytes (const char *bytes,
                       gsize length,
                       const char *filename,
                       const PlxIntakeWishes *wishes,
                       GError **error)
{
  g_autofree char *name = g_utf8_make_valid (filename != NULL ? filename : "", -1);
  const PlxIntakeSource source = { bytes != NULL ? bytes : "", length, name, wishes != NULL ? wishes->charset : NULL };
  PlxIntakeItem *item = read_source (&source, readers, error);

  if (item == NULL)
    return NULL;
  g_free (item->document->original);
  item->document->original = dup_sha256 (item->text, source.bytes, length);
  if (wishes != NULL && wishes->keep_original)
    item->original = g_bytes_new (bytes, length);
  return item;
}

PlxIntakeItem *
plx_intake_read_file (GFile *file,
                      const PlxIntakeWishes *wishes,
                      GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (path == NULL)
    {
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_UNREADABLE,
                   _ ("“%s” is not on this computer. Copy it to a local folder and choose the copy."), name);
      return NULL;
    }
  if (!plx_intake_file_read (path, name, bytes, error))
    return NULL;
  return plx_intake_read_bytes ((const char *) bytes->data, bytes->len, base, wishes, error);
}

gboolean
plx_intake_item_keep_original (PlxIntakeItem *self,
                               GFile *file,
                               GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *sha256 = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_return_val_if_fail (path != NULL, FALSE);

  if (!plx_intake_file_read (path, name, bytes, error))
    return FALSE;
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
  if (strcmp (sha256, self->document->original) != 0)
    {
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_UNREADABLE,
                   _ ("“%s” changed while it was being added. Add it again."), name);
      return FALSE;
    }
  g_clear_pointer (&self->original, g_bytes_unref);
  self->original = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return TRUE;
}

/* Whether the title is the first line of the text. */
static gboolean
has_own_title (const PlxIntakeItem *self)
{
  g_autofree char *title = plx_intake_dup_title (plx_text_get_utf8 (self->text), "");

  return strcmp (title, self->document->title) == 0;
}

gboolean
plx_intake_item_read_again (PlxIntakeItem *self,
                            GFile *file,
                            const char *charset,
                            GError **error)
{
  const PlxIntakeWishes wishes = { .charset = charset };
  g_autoptr (PlxIntakeItem) again = plx_intake_read_file (file, &wishes, error);

  if (again == NULL)
    return FALSE;
  if (has_own_title (self))
    {
      g_free (self->document->title);
      self->document->title = g_strdup (again->document->title);
    }
  plx_text_unref (self->text);
  self->text = g_steal_pointer (&again->text);
  g_clear_pointer (&self->blocks, g_array_unref);
  self->blocks = g_steal_pointer (&again->blocks);
  self->charset = again->charset;
  self->is_guessed = FALSE;
  self->had_bom = again->had_bom;
  self->was_utf16 = again->was_utf16;
  self->n_line_ends = again->n_line_ends;
  self->n_replaced = again->n_replaced;
  self->replaced_line = again->replaced_line;
  self->replaced_column = again->replaced_column;
  return TRUE;
}

gboolean
plx_intake_check_charset (const char *charset,
                          GError **error)
{
  if (plx_encoding_is_known (charset))
    return TRUE;
  g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT,
               _ ("“%s” is not an encoding that can be read. Write for example UTF-8, windows-1252, windows-1256 or GB18030."), charset);
  return FALSE;
}
