/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-codebook-file.h"

#include "format/plx-codebook-private.h"
#include "model/plx-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Enough of a file to tell what it is. */
#define HEAD_SIZE 2048

/* What stands for the slash that a name may not have. */
#define INSTEAD_OF_SLASH "-"

static void
entry_free (PlxCodebookEntry *entry)
{
  plx_tag_free (entry->tag);
  g_strfreev (entry->uuids);
  g_free (entry);
}

static void
relation_kind_free (PlxCodebookRelationKind *kind)
{
  plx_relation_kind_free (kind->kind);
  g_strfreev (kind->uuids);
  g_free (kind);
}

static PlxCodebookFile *
file_new (const char *name)
{
  PlxCodebookFile *self = g_atomic_rc_box_new0 (PlxCodebookFile);

  self->name = g_strdup (name);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->relation_kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_kind_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

static void
file_clear (gpointer data)
{
  PlxCodebookFile *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->relation_kinds);
  g_ptr_array_unref (self->remarks);
  g_hash_table_unref (self->places);
}

PlxCodebookFile *
plx_codebook_file_ref (PlxCodebookFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
plx_codebook_file_unref (PlxCodebookFile *self)
{
  g_atomic_rc_box_release_full (self, file_clear);
}

void
plx_codebook_file_remark (PlxCodebookFile *self,
                          const char *format,
                          ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->remarks, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Names */

/* Whether @name can be taken under @parent; if so, it is from now on. */
static gboolean
take_place (PlxCodebookFile *self,
            int parent,
            const char *name,
            int *n_asked)
{
  g_autofree char *place = g_strdup_printf ("%d/%s", parent, name);
  int n = GPOINTER_TO_INT (g_hash_table_lookup (self->places, place)) + 1;

  *n_asked = n;
  g_hash_table_replace (self->places, g_steal_pointer (&place), GINT_TO_POINTER (n));
  return n == 1;
}

/* Other programs allow slashes, and the same name twice at one place. */
static char *
dup_possible_name (PlxCodebookFile *self,
                   int parent,
                   const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  g_autofree char *whole = g_strstrip (g_strjoinv (INSTEAD_OF_SLASH, parts));
  g_autofree char *free_name = g_strdup (whole);
  int n, n_again;

  /* The number of the last one of that name is known, so that a file full of
   * the same name does no harm. */
  if (!take_place (self, parent, free_name, &n))
    do
      {
        g_free (free_name);
        free_name = g_strdup_printf ("%s (%d)", whole, n++);
      }
    while (!take_place (self, parent, free_name, &n_again));
  if (strcmp (free_name, name) != 0)
    /* Translators: the name in the file, the name in the project */
    plx_codebook_file_remark (self, _ ("The tag “%s” is called “%s” here."), name, free_name);
  return g_steal_pointer (&free_name);
}

PlxCodebookEntry *
plx_codebook_file_add (PlxCodebookFile *self,
                       int parent,
                       const char *name)
{
  PlxCodebookEntry *entry;

  if (self->tags->len >= PLX_CODEBOOK_MAX_TAGS)
    return NULL;
  entry = g_new0 (PlxCodebookEntry, 1);
  entry->tag = plx_tag_new ();
  entry->parent = parent;
  entry->uuids = g_new0 (char *, 1);
  g_free (entry->tag->name);
  entry->tag->name = dup_possible_name (self, parent, name);
  g_ptr_array_add (self->tags, entry);
  return entry;
}

/* Fields */

void
plx_uuids_add (char ***uuids,
               const char *uuid)
{
  g_autofree char *bare = g_ascii_strdown (uuid, -1);
  guint n = g_strv_length (*uuids);
  gsize length;

  g_strstrip (bare);
  length = strlen (bare);
  if (length > 2 && bare[0] == '{' && bare[length - 1] == '}')
    {
      memmove (bare, bare + 1, length - 2);
      bare[length - 2] = '\0';
    }
  if (!g_uuid_string_is_valid (bare) || g_strv_contains ((const char *const *) *uuids, bare))
    return;
  *uuids = g_renew (char *, *uuids, n + 2);
  (*uuids)[n] = g_steal_pointer (&bare);
  (*uuids)[n + 1] = NULL;
}

static gboolean
is_colour (const char *colour)
{
  gsize length = strlen (colour);

  return colour[0] == '#' && (length == 4 || length == 7) &&
         strspn (colour + 1, "0123456789abcdefABCDEF") == length - 1;
}

void
plx_codebook_file_set_colour (PlxCodebookFile *self,
                              PlxCodebookEntry *entry,
                              const char *colour)
{
  const char *c = colour;

  if (*colour == '\0')
    return;
  if (!is_colour (colour))
    {
      /* Translators: what the file has for a colour, the name of a tag */
      plx_codebook_file_remark (self, _ ("“%s” is no colour; the tag “%s” gets another one."), colour, entry->tag->name);
      return;
    }
  g_free (entry->tag->colour);
  entry->tag->colour = strlen (colour) == 7 ? g_ascii_strdown (colour, -1)
                                            : g_strdup_printf ("#%c%c%c%c%c%c", c[1], c[1], c[2], c[2], c[3], c[3]);
  for (char *p = entry->tag->colour; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
}

/* Reading */

static gboolean
begins_with (const char *bytes,
             gsize length,
             char what)
{
  gsize i = 0;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    i = 3;
  while (i < length && g_ascii_isspace (bytes[i]))
    i++;
  return i < length && bytes[i] == what;
}

/* XML in UTF-16 begins with a byte order mark. */
static gboolean
is_xml (const char *bytes,
        gsize length)
{
  return begins_with (bytes, length, '<') ||
         (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0));
}

static gboolean
parse (PlxCodebookFile *self,
       const char *bytes,
       gsize length,
       GError **error)
{
  if (is_xml (bytes, length))
    return plx_codebook_parse_qdc (self, bytes, length, error);
  if (begins_with (bytes, length, '{'))
    return plx_codebook_parse_json (self, bytes, length, error);
  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN,
               _ ("“%s” is no codebook: neither REFI-QDA (.qdc) nor JSON as Parallax writes it. Choose another file."), self->name);
  return FALSE;
}

PlxCodebookFile *
plx_codebook_file_parse (const char *name,
                         const char *bytes,
                         gsize length,
                         GError **error)
{
  g_autoptr (PlxCodebookFile) self = file_new (name);

  return parse (self, bytes, length, error) ? g_steal_pointer (&self) : NULL;
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

/* At most @limit bytes, so that a device that never ends does no harm. */
static GBytes *
read_bytes (GFile *file,
            gsize limit,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *buffer = g_malloc (limit);
  gsize length;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, limit, &length, cancellable, error))
    return NULL;
  buffer = g_realloc (buffer, MAX (length, 1));
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

static gboolean
is_regular (GFile *file)
{
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);

  return type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN;
}

PlxCodebookFile *
plx_codebook_file_read (GFile *file,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *name = dup_name (file);
  g_autoptr (GBytes) bytes = NULL;

  if (!is_regular (file))
    {
      g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN, _ ("“%s” is a folder or a device. Choose a file."), name);
      return NULL;
    }
  bytes = read_bytes (file, PLX_CODEBOOK_MAX_BYTES + 1, cancellable, error);
  if (bytes == NULL)
    return g_prefix_error (error, "%s: ", name), NULL;
  if (g_bytes_get_size (bytes) > PLX_CODEBOOK_MAX_BYTES)
    {
      g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED,
                   /* Translators: a file, a size */
                   _ ("“%s” is larger than %d MiB, which no codebook is. Choose another file."), name, PLX_CODEBOOK_MAX_BYTES >> 20);
      return NULL;
    }
  return plx_codebook_file_parse (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

gboolean
plx_codebook_file_is_one (GFile *file)
{
  g_autofree char *name = dup_name (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autoptr (GBytes) head = NULL;
  g_autofree char *text = NULL;

  if (!is_regular (file) || (head = read_bytes (file, HEAD_SIZE, NULL, NULL)) == NULL)
    return FALSE;
  if (g_str_has_suffix (lower, PLX_CODEBOOK_QDC) || g_str_has_suffix (lower, PLX_CODEBOOK_JSON))
    return TRUE;
  text = g_strndup (g_bytes_get_data (head, NULL), g_bytes_get_size (head));
  return (begins_with (text, strlen (text), '<') && strstr (text, "<CodeBook") != NULL) ||
         (begins_with (text, strlen (text), '{') && strstr (text, "\"" PLX_CODEBOOK_JSON_FORMAT "\"") != NULL);
}
