/* SPDX-License-Identifier: GPL-3.0-or-later */

/* E-books: the chapters in the order of the spine, as one text. */

#include "config.h"

#include "intake/plx-html-article.h"
#include "intake/plx-intake-packed.h"
#include "intake/plx-intake-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *package;        /* (owned) (nullable): name of the package document */
  GHashTable *manifest; /* (owned) (element-type utf8 utf8): id: address */
  GPtrArray *spine;     /* (owned) (element-type utf8): ids in order */
} Book;

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

static void
no_end (const char *name,
        gpointer data)
{
}

static void
container_start (const char *name,
                 xmlTextReaderPtr reader,
                 gpointer data)
{
  Book *book = data;

  if (g_str_equal (name, "rootfile") && book->package == NULL)
    book->package = plx_intake_xml_dup_attribute (reader, "full-path");
}

static void
add_to_manifest (Book *book,
                 xmlTextReaderPtr reader)
{
  char *id = plx_intake_xml_dup_attribute (reader, "id");
  char *address = plx_intake_xml_dup_attribute (reader, "href");
  g_autofree char *properties = plx_intake_xml_dup_attribute (reader, "properties");

  /* The table of contents is no chapter. */
  if (id != NULL && address != NULL && (properties == NULL || strstr (properties, "nav") == NULL))
    g_hash_table_replace (book->manifest, g_steal_pointer (&id), g_steal_pointer (&address));
  g_free (id);
  g_free (address);
}

static void
package_start (const char *name,
               xmlTextReaderPtr reader,
               gpointer data)
{
  Book *book = data;
  char *id;

  if (g_str_equal (name, "item"))
    add_to_manifest (book, reader);
  else if (g_str_equal (name, "itemref") && (id = plx_intake_xml_dup_attribute (reader, "idref")) != NULL)
    g_ptr_array_add (book->spine, id);
}

/* The member that an address in the package means. */
static GBytes *
find_chapter (PlxZip *zip,
              const Book *book,
              const char *address)
{
  g_autofree char *folder = g_path_get_dirname (book->package);
  g_autofree char *plain = g_strndup (address, strcspn (address, "#"));
  g_autofree char *name = g_uri_unescape_string (plain, NULL);
  g_autofree char *path = NULL;
  g_autofree char *canonical = NULL;

  if (name == NULL)
    return NULL;
  path = g_build_filename ("/", folder, name, NULL);
  canonical = g_canonicalize_filename (path, "/");
  return plx_zip_get (zip, canonical + 1);
}

static gboolean
read_chapter (GBytes *chapter,
              PlxIntakeBuilder *builder,
              GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (chapter, &size);
  g_auto (PlxDecoded) decoded = { 0 };
  g_autoptr (xmlDoc) page = NULL;

  if (size == 0)
    return TRUE;
  plx_intake_decode (bytes, size, &decoded);
  page = plx_html_parse (g_steal_pointer (&decoded.utf8), error);
  if (page == NULL)
    return FALSE;
  plx_html_write_all (page, builder);
  return TRUE;
}

/* A chapter that is missing must not go unnoticed. */
static gboolean
read_chapters (PlxZip *zip,
               const Book *book,
               PlxIntakeBuilder *builder,
               GError **error)
{
  for (guint i = 0; i < book->spine->len; i++)
    {
      const char *address = g_hash_table_lookup (book->manifest, g_ptr_array_index (book->spine, i));
      GBytes *chapter = address != NULL ? find_chapter (zip, book, address) : NULL;

      if (address == NULL)
        continue;
      if (chapter == NULL && (g_str_has_suffix (address, "html") || g_str_has_suffix (address, "htm") || g_str_has_suffix (address, "xml")))
        return refuse (error, _ ("a chapter of it is missing"));
      if (chapter != NULL && !read_chapter (chapter, builder, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_book (PlxZip *zip,
           Book *book,
           PlxIntakeItem *item,
           GError **error)
{
  static const PlxIntakeXmlHandler container = { container_start, no_end, NULL };
  static const PlxIntakeXmlHandler package = { package_start, no_end, NULL };
  g_autoptr (PlxIntakeBuilder) builder = plx_intake_builder_new ();
  GBytes *part;

  if (!plx_intake_xml_walk (plx_zip_get (zip, "META-INF/container.xml"), &container, book, error))
    return FALSE;
  part = book->package != NULL ? plx_zip_get (zip, book->package) : NULL;
  if (part == NULL)
    return refuse (error, _ ("its list of chapters is missing"));
  if (plx_zip_get (zip, "META-INF/encryption.xml") != NULL && plx_zip_get (zip, "META-INF/rights.xml") != NULL)
    return refuse (error, _ ("it is protected against copying"));
  if (!plx_intake_xml_walk (part, &package, book, error) || !read_chapters (zip, book, builder, error))
    return FALSE;
  plx_intake_describe_packed (part, TRUE, item->document);
  plx_intake_take_built (item, builder);
  return TRUE;
}

gboolean
plx_intake_read_epub (PlxZip *zip,
                      PlxIntakeItem *item,
                      GError **error)
{
  g_autoptr (GHashTable) manifest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) spine = g_ptr_array_new_with_free_func (g_free);
  Book book = { .manifest = manifest, .spine = spine };
  gboolean done = read_book (zip, &book, item, error);

  g_free (book.package);
  return done;
}
