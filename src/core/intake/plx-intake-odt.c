/* SPDX-License-Identifier: GPL-3.0-or-later */

/* OpenDocument text: paragraphs, headings, lists, quotations, without what
 * tracked changes took away, comments and tables of contents; notes come at the
 * end. */

#include "config.h"

#include "intake/plx-intake-packed.h"
#include "intake/plx-intake-xml.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

typedef struct
{
  PlxIntakeBuilder *builder;
  GHashTable *parents; /* (owned) (element-type utf8 utf8): style: the one it is based on */
  GPtrArray *notes;    /* (owned) (element-type GString) */
  GString *note;       /* (nullable): the one that is read, in notes */
  GArray *opened;      /* (owned) (element-type int): for each paragraph that is open, its kind or -1 */
  int skipped;         /* depth of elements whose text does not count */
} Content;

static gboolean
is_skipped (const char *name)
{
  static const char *const names[] = { "tracked-changes", "annotation", "table-of-content", "note-citation", "forms",
                                       "ruby-text", "sequence-decls", "title", "desc", "script", "hidden-text" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

/* The kind of a paragraph with a style, or -1. */
static int
get_kind (Content *self,
          const char *style)
{
  for (int i = 0; style != NULL && i < 2; i++)
    {
      if (g_str_equal (style, "Quotations") || g_str_equal (style, "Quote"))
        return PLX_BLOCK_QUOTATION;
      if (g_str_equal (style, "Title"))
        return PLX_BLOCK_HEADING;
      style = g_hash_table_lookup (self->parents, style);
    }
  return -1;
}

static void
add (Content *self,
     const char *text)
{
  if (self->note != NULL)
    g_string_append (self->note, text);
  else
    plx_intake_builder_add (self->builder, text, -1);
}

static void
start_paragraph (Content *self,
                 const char *name,
                 xmlTextReaderPtr reader)
{
  g_autofree char *style = plx_intake_xml_dup_attribute (reader, "style-name");
  g_autofree char *level = plx_intake_xml_dup_attribute (reader, "outline-level");
  int kind = g_str_equal (name, "h") ? PLX_BLOCK_HEADING : get_kind (self, style);

  if (self->note != NULL)
    {
      g_string_append_c (self->note, ' ');
      kind = -2;
    }
  else if (kind >= 0)
    plx_intake_builder_open (self->builder, (PlxBlockKind) kind, level != NULL ? atoi (level) : 1);
  else
    plx_intake_builder_end_block (self->builder);
  g_array_append_val (self->opened, kind);
}

static void
end_paragraph (Content *self)
{
  int kind;

  if (self->opened->len == 0)
    return;
  kind = g_array_index (self->opened, int, self->opened->len - 1);
  g_array_set_size (self->opened, self->opened->len - 1);
  if (kind >= 0)
    plx_intake_builder_close (self->builder, (PlxBlockKind) kind);
  else if (kind == -1)
    plx_intake_builder_end_block (self->builder);
}

static void
start_note (Content *self)
{
  self->note = g_string_new (NULL);
  g_ptr_array_add (self->notes, self->note);
}

static void
remember_style (Content *self,
                xmlTextReaderPtr reader)
{
  char *name = plx_intake_xml_dup_attribute (reader, "name");
  char *parent = plx_intake_xml_dup_attribute (reader, "parent-style-name");

  if (name != NULL && parent != NULL)
    g_hash_table_replace (self->parents, g_steal_pointer (&name), g_steal_pointer (&parent));
  g_free (name);
  g_free (parent);
}

static void
content_start (const char *name,
               xmlTextReaderPtr reader,
               gpointer data)
{
  Content *self = data;

  if (self->skipped > 0 || is_skipped (name))
    self->skipped++;
  else if (g_str_equal (name, "style"))
    remember_style (self, reader);
  else if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    start_paragraph (self, name, reader);
  else if (g_str_equal (name, "list-item") && self->note == NULL)
    plx_intake_builder_open (self->builder, PLX_BLOCK_ITEM, 0);
  else if (g_str_equal (name, "note-body"))
    start_note (self);
  else if (g_str_equal (name, "s") || g_str_equal (name, "tab"))
    add (self, " ");
  else if (g_str_equal (name, "line-break") && self->note == NULL)
    plx_intake_builder_end_line (self->builder);
  else if (g_str_equal (name, "line-break"))
    add (self, " ");
}

static void
content_end (const char *name,
             gpointer data)
{
  Content *self = data;

  if (self->skipped > 0)
    self->skipped--;
  else if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    end_paragraph (self);
  else if (g_str_equal (name, "list-item") && self->note == NULL)
    plx_intake_builder_close (self->builder, PLX_BLOCK_ITEM);
  else if (g_str_equal (name, "note-body"))
    self->note = NULL;
}

static void
content_text (const char *text,
              gpointer data)
{
  Content *self = data;

  if (self->skipped == 0 && self->opened->len > 0)
    add (self, text);
}

static void
free_note (gpointer data)
{
  g_string_free (data, TRUE);
}

gboolean
plx_intake_read_odt (PlxZip *zip,
                     PlxIntakeItem *item,
                     GError **error)
{
  static const PlxIntakeXmlHandler handler = { content_start, content_end, content_text };
  g_autoptr (PlxIntakeBuilder) builder = plx_intake_builder_new ();
  g_autoptr (GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (free_note);
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (int));
  Content content = { .builder = builder, .parents = parents, .notes = notes, .opened = opened };
  GBytes *part = plx_zip_get (zip, "content.xml");

  if (part == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("its text is missing or locked with a password"));
      return FALSE;
    }
  if (!plx_intake_xml_walk (part, &handler, &content, error))
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      plx_intake_builder_end_block (builder);
      plx_intake_builder_add (builder, ((GString *) g_ptr_array_index (notes, i))->str, -1);
    }
  plx_intake_describe_packed (plx_zip_get (zip, "meta.xml"), FALSE, item->document);
  plx_intake_take_built (item, builder);
  return TRUE;
}
