/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake.h"

#include "intake/plx-intake-encoding.h"
#include "intake/plx-intake-reader.h"
#include "intake/plx-intake-revision.h"
#include "intake/plx-intake-text.h"
#include "model/plx-language.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"
#include "store/plx-originals.h"
#include "verb/plx-version-verbs.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_CHUNK (256 << 10)

/* Folders in folders are gone into so far. */
#define MAX_FOLDERS 16

void
plx_intake_item_free (PlxIntakeItem *self)
{
  g_clear_pointer (&self->document, plx_document_free);
  g_clear_pointer (&self->text, plx_text_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->original, g_bytes_unref);
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
               gsize *size,
               GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    return refuse_unreadable (name, errno, error);
  *size = (gsize) info.st_size;
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
             gsize size,
             GByteArray *bytes,
             GError **error)
{
  guint room = (guint) size + 1;

  while (bytes->len <= PLX_INTAKE_MAX_BYTES)
    {
      guint before = bytes->len;
      ssize_t n;

      g_byte_array_set_size (bytes, before + room);
      n = read (fd, bytes->data + before, room);
      g_byte_array_set_size (bytes, before + (n > 0 ? (guint) n : 0));
      if (n < 0 && errno != EINTR)
        return refuse_unreadable (name, errno, error);
      if (n == 0)
        return TRUE;
      room = READ_CHUNK;
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
  gsize size = 0;
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);

  if (fd < 0)
    return refuse_unreadable (name, errno, error);
  done = check_regular (fd, name, &size, error) && read_to_end (fd, name, size, bytes, error);
  g_close (fd, NULL);
  return done;
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
    return refuse_large (plx_intake_source_get_name (source), error), NULL;
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
  if (!read_bytes (path, name, bytes, error))
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

  if (!read_bytes (path, name, bytes, error))
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

static const char *
item_get_name (const PlxIntakeItem *self)
{
  return *self->document->filename != '\0' ? self->document->filename : self->document->title;
}

/* “A, B, C”: the readings besides the one that was taken. */
static char *
dup_other_guesses (const PlxIntakeItem *self)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (int i = 1; i < self->n_guesses; i++)
    g_string_append_printf (others, "%s%s", i > 1 ? ", " : "", self->guesses[i]);
  return g_strdup (others->str);
}

static char *
dup_guess_report (const PlxIntakeItem *self)
{
  g_autofree char *others = dup_other_guesses (self);

  if (*others == '\0')
    return g_strdup_printf (_ ("“%s” does not say its encoding and was read as %s."), item_get_name (self), self->charset);
  /* Translators: the second and third %s are names of encodings, the third a list */
  return g_strdup_printf (_ ("“%s” does not say its encoding and was read as %s. If the text looks wrong, it may be %s."),
                          item_get_name (self), self->charset, others);
}

char *
plx_intake_item_dup_report (const PlxIntakeItem *self)
{
  if (self->n_replaced == 0)
    return self->is_guessed ? dup_guess_report (self) : NULL;
  if (self->replaced_line == 0)
    return g_strdup_printf (ngettext ("“%s”: %d character that could not be read was replaced by “�”.",
                                      "“%s”: %d characters that could not be read were replaced by “�”.", (gulong) self->n_replaced),
                            item_get_name (self), self->n_replaced);
  return g_strdup_printf (ngettext ("“%s”: %d character that could not be read was replaced by “�”, in line %d, column %d. If the text looks wrong, save it as UTF-8 and add it again.",
                                    "“%s”: %d characters that could not be read were replaced by “�”, the first in line %d, column %d. If the text looks wrong, save it as UTF-8 and add it again.",
                                    (gulong) self->n_replaced),
                          item_get_name (self), self->n_replaced, self->replaced_line, self->replaced_column);
}

/* Folders */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in a folder, sorted, without hidden ones. */
static GPtrArray *
list_folder (const char *path,
             GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names;
  const char *name;

  if (dir == NULL)
    {
      g_autofree char *display = g_filename_display_name (path);

      return refuse_unreadable (display, errno, error), NULL;
    }
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

/* Folders inside that cannot be listed, links that lead nowhere, and what is
 * no file stand for themselves and are refused when they are read. */
static gboolean
expand_folder (GFile *folder,
               int depth,
               GPtrArray *expanded,
               GError **error)
{
  const char *path = g_file_peek_path (folder);
  g_autoptr (GPtrArray) names = list_folder (path, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autoptr (GFile) child = g_file_get_child (folder, g_ptr_array_index (names, i));
      const char *child_path = g_file_peek_path (child);

      if (is_folder (child_path))
        {
          if (depth >= MAX_FOLDERS || !expand_folder (child, depth + 1, expanded, NULL))
            g_ptr_array_add (expanded, g_object_ref (child));
        }
      else if (!g_file_test (child_path, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (expanded, g_object_ref (child));
    }
  return names != NULL;
}

GPtrArray *
plx_intake_expand (GFile *file,
                   GError **error)
{
  g_autoptr (GPtrArray) expanded = g_ptr_array_new_with_free_func (g_object_unref);
  const char *path = g_file_peek_path (file);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_DIR))
    g_ptr_array_add (expanded, g_object_ref (file));
  else if (!expand_folder (file, 1, expanded, error))
    return NULL;
  return g_steal_pointer (&expanded);
}

/* Duplicates */

gboolean
plx_intake_find_duplicates (PlxConnection *connection,
                            GPtrArray *items,
                            GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      PlxIntakeItem *item = g_ptr_array_index (items, i);
      const char *sha256 = plx_text_get_sha256 (item->text);
      gpointer earlier;

      if (!plx_documents_find_sha256 (connection, sha256, &item->duplicate_of, error))
        return FALSE;
      item->repeats = -1;
      if (g_hash_table_lookup_extended (seen, sha256, NULL, &earlier))
        item->repeats = GPOINTER_TO_INT (earlier);
      else
        g_hash_table_insert (seen, (gpointer) sha256, GINT_TO_POINTER ((int) i));
    }
  return TRUE;
}

gboolean
plx_intake_item_is_skipped (const PlxIntakeItem *self)
{
  return !self->allow_duplicate && (self->duplicate_of != PLX_ID_NONE || self->repeats >= 0);
}

/* The verb */

/* Another text of an article that is there. */
static gboolean
revise_item (PlxConnection *connection,
             PlxId annotator,
             const PlxIntakeItem *item,
             GError **error)
{
  g_autoptr (PlxDocument) article = plx_documents_get (connection, item->revises, error);
  g_autoptr (PlxDocument) revised = article != NULL ? plx_intake_item_dup_revised (item, article) : NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (revised == NULL)
    return FALSE;
  verb = plx_verb_revise (revised, item->text, item->blocks, item->original, FALSE, NULL);
  item->document->id = item->revises;
  return verb->func (connection, annotator, verb->data, error);
}

static gboolean
add_item (PlxConnection *connection,
          PlxId annotator,
          const PlxIntakeItem *item,
          GError **error)
{
  PlxDocument *document = item->document;

  if (item->as_version && item->revises != PLX_ID_NONE)
    return revise_item (connection, annotator, item, error);
  return plx_documents_add (connection, document, item->text, error) &&
         (item->blocks == NULL || plx_blocks_add (connection, document->text, item->blocks, error)) &&
         (item->original == NULL || plx_originals_add (connection, document->original, item->original, error));
}

typedef struct
{
  GPtrArray *items;          /* (owned) (element-type PlxIntakeItem) */
  GCancellable *cancellable; /* (owned) (nullable) */
  PlxIntakeProgressFunc progress;
  gpointer data;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_ptr_array_unref (adding->items);
  g_clear_object (&adding->cancellable);
  g_free (adding);
}

static gboolean
add_items (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  const Adding *adding = data;
  GPtrArray *items = adding->items;

  if (!plx_intake_find_duplicates (connection, items, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      PlxIntakeItem *item = g_ptr_array_index (items, i);

      if (g_cancellable_set_error_if_cancelled (adding->cancellable, error))
        return FALSE;
      if (!plx_intake_item_is_skipped (item) && !add_item (connection, annotator, item, error))
        return FALSE;
      if (adding->progress != NULL)
        adding->progress ((int) i + 1, (int) items->len, adding->data);
    }
  return TRUE;
}

PlxVerb *
plx_intake_verb_watched (GPtrArray *items,
                         GCancellable *cancellable,
                         PlxIntakeProgressFunc progress,
                         gpointer data)
{
  g_autofree char *detail = NULL;
  Adding *adding = g_new0 (Adding, 1);

  if (items->len == 1)
    detail = g_strdup (((PlxIntakeItem *) g_ptr_array_index (items, 0))->document->title);
  else
    detail = g_strdup_printf (ngettext ("%d article", "%d articles", items->len), (int) items->len);
  adding->items = g_ptr_array_ref (items);
  adding->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  adding->progress = progress;
  adding->data = data;
  return plx_verb_new ("import", detail, add_items, adding, adding_free);
}

PlxVerb *
plx_intake_verb (GPtrArray *items)
{
  return plx_intake_verb_watched (items, NULL, NULL, NULL);
}
