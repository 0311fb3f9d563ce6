/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake.h"

#include "intake/plx-intake-text.h"
#include "store/plx-documents.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_CHUNK (256 << 10)

void
plx_intake_item_free (PlxIntakeItem *self)
{
  g_clear_pointer (&self->document, plx_document_free);
  g_clear_pointer (&self->text, plx_text_unref);
  g_free (self);
}

/* Reading a file */

static gboolean
refuse_unreadable (const char *name,
                   int number,
                   GError **error)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_UNREADABLE,
                   _ ("There is no file “%s”. Check its name."), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_UNREADABLE,
                   _ ("“%s” may not be read. Check its permissions."), name);
      break;
    default:
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_UNREADABLE,
                   _ ("“%s” cannot be read: %s. Copy it to another place and try again."), name, g_strerror (number));
      break;
    }
  return FALSE;
}

static gboolean
refuse_large (const char *name,
              GError **error)
{
  g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %d MiB. Split it into several files."), name, PLX_INTAKE_MAX_BYTES >> 20);
  return FALSE;
}

static gboolean
check_regular (int fd,
               const char *name,
               GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    return refuse_unreadable (name, errno, error);
  if (S_ISDIR (info.st_mode))
    g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT,
                 _ ("“%s” is a folder. Choose the files in it."), name);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT,
                 _ ("“%s” is a device or a pipe, not a file. Save its text to a file first."), name);
  else if (info.st_size > PLX_INTAKE_MAX_BYTES)
    return refuse_large (name, error);
  else
    return TRUE;
  return FALSE;
}

/* To the end, however long the file said it is: some grow, some lie. */
static gboolean
read_to_end (int fd,
             const char *name,
             GByteArray *bytes,
             GError **error)
{
  while (bytes->len <= PLX_INTAKE_MAX_BYTES)
    {
      guint before = bytes->len;
      ssize_t n;

      g_byte_array_set_size (bytes, before + READ_CHUNK);
      n = read (fd, bytes->data + before, READ_CHUNK);
      g_byte_array_set_size (bytes, before + (n > 0 ? (guint) n : 0));
      if (n < 0 && errno != EINTR)
        return refuse_unreadable (name, errno, error);
      if (n == 0)
        return TRUE;
    }
  return refuse_large (name, error);
}

static gboolean
read_bytes (const char *path,
            const char *name,
            GByteArray *bytes,
            GError **error)
{
  gboolean done;
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);

  if (fd < 0)
    return refuse_unreadable (name, errno, error);
  done = check_regular (fd, name, error) && read_to_end (fd, name, bytes, error);
  g_close (fd, NULL);
  return done;
}

PlxIntakeItem *
plx_intake_read_file (GFile *file,
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
  if (!read_bytes (path, name, bytes, error))
    return NULL;
  return plx_intake_read_text ((const char *) bytes->data, bytes->len, base, error);
}

/* Making an item of bytes */

static PlxIntakeItem *
item_new (PlxDecoded *decoded,
          const char *filename)
{
  PlxIntakeItem *self = g_new0 (PlxIntakeItem, 1);

  self->document = plx_document_new ();
  g_free (self->document->filename);
  self->document->filename = g_strdup (filename);
  g_free (self->document->title);
  self->document->title = plx_intake_dup_title (decoded->utf8, *filename != '\0' ? filename : _ ("Untitled"));
  self->text = plx_text_new (decoded->utf8, (gssize) decoded->n_bytes);
  self->had_bom = decoded->had_bom;
  self->was_utf16 = decoded->was_utf16;
  self->n_line_ends = decoded->n_line_ends;
  self->n_replaced = decoded->n_replaced;
  self->replaced_line = decoded->replaced_line;
  self->replaced_column = decoded->replaced_column;
  self->repeats = -1;
  return self;
}

PlxIntakeItem *
plx_intake_read_text (const char *bytes,
                      gssize length,
                      const char *filename,
                      GError **error)
{
  gsize n_bytes = length >= 0 ? (gsize) length : strlen (bytes);
  const char *binary = plx_intake_name_binary (bytes, n_bytes);
  g_autofree char *base = g_utf8_make_valid (filename != NULL ? filename : "", -1);
  const char *name = *base != '\0' ? base : _ ("The text");
  g_auto (PlxDecoded) decoded = { 0 };

  if (n_bytes > PLX_INTAKE_MAX_BYTES)
    return refuse_large (name, error), NULL;
  if (binary != NULL)
    {
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT,
                   _ ("“%s” is %s, not plain text. Save it as plain text (UTF-8) and choose that file."), name, binary);
      return NULL;
    }
  plx_intake_decode (bytes, n_bytes, &decoded);
  if (plx_intake_is_blank (decoded.utf8))
    {
      g_set_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_EMPTY,
                   _ ("“%s” holds no text. Choose another file, or paste the article."), name);
      return NULL;
    }
  return item_new (&decoded, base);
}

char *
plx_intake_item_dup_report (const PlxIntakeItem *self)
{
  if (self->n_replaced == 0)
    return NULL;
  return g_strdup_printf (ngettext ("“%s”: %d character that could not be read was replaced by “�”, in line %d, column %d. If the text looks wrong, save it as UTF-8 and add it again.",
                                    "“%s”: %d characters that could not be read were replaced by “�”, the first in line %d, column %d. If the text looks wrong, save it as UTF-8 and add it again.",
                                    (gulong) self->n_replaced),
                          *self->document->filename != '\0' ? self->document->filename : self->document->title,
                          self->n_replaced, self->replaced_line, self->replaced_column);
}

/* Folders */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
expand_folder (GFile *folder,
               GPtrArray *expanded,
               GError **error)
{
  const char *path = g_file_peek_path (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      g_autofree char *display = g_filename_display_name (path);

      return refuse_unreadable (display, errno, error);
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (*name != '.' && g_file_test (child, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (expanded, g_file_get_child (folder, g_ptr_array_index (names, i)));
  return TRUE;
}

GPtrArray *
plx_intake_expand (GPtrArray *files,
                   GError **error)
{
  g_autoptr (GPtrArray) expanded = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      const char *path = g_file_peek_path (file);

      if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (expanded, g_object_ref (file));
      else if (!expand_folder (file, expanded, error))
        return NULL;
    }
  return g_steal_pointer (&expanded);
}

/* Duplicates */

gboolean
plx_intake_find_duplicates (PlxConnection *connection,
                            GPtrArray *items,
                            GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      PlxIntakeItem *item = g_ptr_array_index (items, i);
      g_autofree char *sha256 = plx_text_dup_sha256 (item->text);
      gpointer earlier;

      if (!plx_documents_find_sha256 (connection, sha256, &item->duplicate_of, error))
        return FALSE;
      item->repeats = -1;
      if (g_hash_table_lookup_extended (seen, sha256, NULL, &earlier))
        item->repeats = GPOINTER_TO_INT (earlier);
      else
        g_hash_table_insert (seen, g_steal_pointer (&sha256), GINT_TO_POINTER ((int) i));
    }
  return TRUE;
}

gboolean
plx_intake_item_is_skipped (const PlxIntakeItem *self)
{
  return !self->allow_duplicate && (self->duplicate_of != PLX_ID_NONE || self->repeats >= 0);
}

/* The verb */

static gboolean
add_items (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  GPtrArray *items = data;

  if (!plx_intake_find_duplicates (connection, items, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      PlxIntakeItem *item = g_ptr_array_index (items, i);

      if (!plx_intake_item_is_skipped (item) && !plx_documents_add (connection, item->document, item->text, error))
        return FALSE;
    }
  return TRUE;
}

PlxVerb *
plx_intake_verb (GPtrArray *items)
{
  g_autofree char *detail = NULL;

  if (items->len == 1)
    detail = g_strdup (((PlxIntakeItem *) g_ptr_array_index (items, 0))->document->title);
  else
    detail = g_strdup_printf (ngettext ("%d article", "%d articles", items->len), (int) items->len);
  return plx_verb_new ("import", detail, add_items, g_ptr_array_ref (items), (GDestroyNotify) g_ptr_array_unref);
}
