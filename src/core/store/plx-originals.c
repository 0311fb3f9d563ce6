/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-originals.h"

#include <glib/gi18n-lib.h>

/* A file of ours is never larger, whatever was put in its place. */
#define MAX_BYTES (64 << 20)

/* Puts @bytes through @converter, which may give @limit bytes at most. */
static GBytes *
convert (GBytes *bytes,
         GConverter *converter,
         gsize limit,
         GError **error)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) input = g_converter_input_stream_new (memory, converter);
  g_autoptr (GByteArray) result = g_byte_array_new ();
  gssize n = 1;

  while (n > 0 && result->len <= limit)
    {
      guint before = result->len;

      g_byte_array_set_size (result, before + (64 << 10));
      n = g_input_stream_read (input, result->data + before, 64 << 10, NULL, error);
      g_byte_array_set_size (result, before + (guint) MAX (n, 0));
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&result)) : NULL;
}

gboolean
plx_originals_add (PlxConnection *connection,
                   const char *sha256,
                   GBytes *bytes,
                   GError **error)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  g_autoptr (GBytes) packed = convert (bytes, compressor, G_MAXUINT32 / 2, error);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT OR IGNORE INTO original (sha256, size, packed) VALUES (:sha256, :size, :packed)");

  if (packed == NULL)
    return FALSE;
  plx_statement_bind_text (statement, ":sha256", sha256);
  plx_statement_bind_int (statement, ":size", (gint64) g_bytes_get_size (bytes));
  plx_statement_bind_bytes (statement, ":packed", packed);
  return plx_statement_run (statement, error);
}

/* Returns: (nullable): the file, if it is the one that was stored */
static GBytes *
unpack (GBytes *packed,
        const char *sha256)
{
  g_autoptr (GConverter) decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GBytes) bytes = convert (packed, decompressor, MAX_BYTES, NULL);
  g_autofree char *found = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  return g_strcmp0 (found, sha256) == 0 ? g_steal_pointer (&bytes) : NULL;
}

GBytes *
plx_originals_load (PlxConnection *connection,
                    const char *sha256,
                    GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT packed FROM original WHERE sha256 = :sha256");
  g_autoptr (GBytes) packed = NULL;
  GBytes *bytes;
  PlxStep step;

  plx_statement_bind_text (statement, ":sha256", sha256);
  step = plx_statement_step (statement, error);
  if (step == PLX_STEP_DONE)
    g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                         _ ("The file that the article was read from was not kept. Add the article with its file next time."));
  if (step != PLX_STEP_ROW)
    return NULL;
  packed = plx_statement_dup_bytes (statement, 0);
  bytes = unpack (packed, sha256);
  if (bytes == NULL)
    g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT,
                         _ ("The file that the article was read from is damaged. Open a backup of the project instead."));
  return bytes;
}
