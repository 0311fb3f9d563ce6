/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Word documents (WordprocessingML): paragraphs with their styles, without what
 * tracked changes took away, fields' instructions and comments; notes come at
 * the end. */

#include "config.h"

#include "intake/plx-intake-packed.h"
#include "intake/plx-intake-xml.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* How far a style is followed through those it is based on. */
#define MAX_BASES 10

/* What a style makes of a paragraph. */
typedef struct
{
  gboolean is_block;
  PlxBlockKind kind;
  int level;
  char *base; /* (owned) (nullable): id of the style it is based on */
} Style;

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->base);
  g_free (style);
}

static void
set_style (Style *style,
           PlxBlockKind kind,
           int level)
{
  style->is_block = TRUE;
  style->kind = kind;
  style->level = level;
}

static void
take_name (Style *style,
           const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_prefix (lower, "heading ") && g_ascii_isdigit (lower[8]))
    set_style (style, PLX_BLOCK_HEADING, g_ascii_digit_value (lower[8]));
  else if (g_str_equal (lower, "title"))
    set_style (style, PLX_BLOCK_HEADING, 1);
  else if (g_str_equal (lower, "quote") || g_str_equal (lower, "intense quote"))
    set_style (style, PLX_BLOCK_QUOTATION, 1);
  else if (g_str_has_prefix (lower, "list bullet") || g_str_has_prefix (lower, "list number"))
    set_style (style, PLX_BLOCK_ITEM, 1);
}

/* styles.xml */

typedef struct
{
  GHashTable *styles; /* (owned) (element-type utf8 Style): by id */
  Style *style;       /* (nullable): the one that is read, in styles */
} Styles;

static void
style_start (const char *name,
             xmlTextReaderPtr reader,
             gpointer data)
{
  Styles *self = data;
  g_autofree char *value = NULL;

  if (g_str_equal (name, "style"))
    {
      char *id = plx_intake_xml_dup_attribute (reader, "styleId");

      self->style = id != NULL ? g_new0 (Style, 1) : NULL;
      if (id != NULL)
        g_hash_table_replace (self->styles, id, self->style);
      return;
    }
  if (self->style == NULL || !(g_str_equal (name, "name") || g_str_equal (name, "basedOn") || g_str_equal (name, "outlineLvl")))
    return;
  value = plx_intake_xml_dup_attribute (reader, "val");
  if (value == NULL)
    return;
  if (g_str_equal (name, "name"))
    take_name (self->style, value);
  else if (g_str_equal (name, "basedOn") && self->style->base == NULL)
    self->style->base = g_steal_pointer (&value);
  else if (g_str_equal (name, "outlineLvl") && g_ascii_isdigit (*value) && *value != '9')
    set_style (self->style, PLX_BLOCK_HEADING, g_ascii_digit_value (*value) + 1);
}

static void
style_end (const char *name,
           gpointer data)
{
  if (g_str_equal (name, "style"))
    ((Styles *) data)->style = NULL;
}

static const Style *
find_style (GHashTable *styles,
            const char *id)
{
  for (int i = 0; id != NULL && i < MAX_BASES; i++)
    {
      const Style *style = g_hash_table_lookup (styles, id);

      if (style == NULL || style->is_block)
        return style;
      id = style->base;
    }
  return NULL;
}

/* document.xml and notes */

typedef struct
{
  PlxBlockKind kind;
  int n; /* how often it was opened: the depth of a list item; 0 for a plain paragraph */
} Opened;

typedef struct
{
  PlxIntakeBuilder *builder;
  GHashTable *styles;
  GArray *opened;     /* (owned) (element-type Opened): for each paragraph that is open */
  const Style *style; /* (nullable): of the paragraph */
  int item_level;     /* of the paragraph: 0 if it is no list item */
  int skipped;        /* depth of elements whose text does not count */
  gboolean in_text;
} Body;

/* What tracked changes took away, comments, and second versions. */
static gboolean
is_skipped (const char *name)
{
  static const char *const names[] = { "del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "footnotePr", "sectPr" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

static void
start_paragraph (Body *self)
{
  const Opened none = { 0 };

  plx_intake_builder_end_block (self->builder);
  g_array_append_val (self->opened, none);
  self->style = NULL;
  self->item_level = 0;
}

/* What the paragraph is, once its properties are known. */
static void
end_properties (Body *self)
{
  const Style *style = self->style != NULL && self->style->is_block ? self->style : NULL;
  Opened *opened = self->opened->len > 0 ? &g_array_index (self->opened, Opened, self->opened->len - 1) : NULL;

  if (opened == NULL || opened->n > 0)
    return;
  if (self->item_level > 0 && (style == NULL || style->kind != PLX_BLOCK_HEADING))
    *opened = (Opened){ PLX_BLOCK_ITEM, self->item_level };
  else if (style != NULL)
    *opened = (Opened){ style->kind, 1 };
  for (int i = 0; i < opened->n; i++)
    plx_intake_builder_open (self->builder, opened->kind, style != NULL ? style->level : 1);
}

static void
end_paragraph (Body *self)
{
  Opened opened = { 0 };

  plx_intake_builder_end_block (self->builder);
  if (self->opened->len > 0)
    {
      opened = g_array_index (self->opened, Opened, self->opened->len - 1);
      g_array_set_size (self->opened, self->opened->len - 1);
    }
  for (int i = 0; i < opened.n; i++)
    plx_intake_builder_close (self->builder, opened.kind);
}

static void
take_property (Body *self,
               const char *name,
               xmlTextReaderPtr reader)
{
  g_autofree char *value = plx_intake_xml_dup_attribute (reader, "val");

  if (g_str_equal (name, "pStyle"))
    self->style = find_style (self->styles, value);
  else if (g_str_equal (name, "ilvl"))
    self->item_level = CLAMP (value != NULL ? atoi (value) + 1 : 1, 1, PLX_BLOCK_MAX_LEVEL);
  else if (g_str_equal (name, "numId"))
    self->item_level = g_strcmp0 (value, "0") == 0 ? 0 : MAX (self->item_level, 1);
}

static void
body_start (const char *name,
            xmlTextReaderPtr reader,
            gpointer data)
{
  Body *self = data;

  if (self->skipped > 0 || is_skipped (name))
    {
      self->skipped++;
      return;
    }
  if (g_str_equal (name, "p"))
    start_paragraph (self);
  else if (g_str_equal (name, "t"))
    self->in_text = TRUE;
  else if (g_str_equal (name, "pStyle") || g_str_equal (name, "ilvl") || g_str_equal (name, "numId"))
    take_property (self, name, reader);
  else if (g_str_equal (name, "tab") || g_str_equal (name, "ptab"))
    plx_intake_builder_add (self->builder, " ", 1);
  else if (g_str_equal (name, "br") || g_str_equal (name, "cr"))
    plx_intake_builder_end_line (self->builder);
  else if (g_str_equal (name, "noBreakHyphen"))
    plx_intake_builder_add (self->builder, "\u2011", -1);
}

static void
body_end (const char *name,
          gpointer data)
{
  Body *self = data;

  if (self->skipped > 0)
    {
      self->skipped--;
      return;
    }
  if (g_str_equal (name, "pPr"))
    end_properties (self);
  else if (g_str_equal (name, "p"))
    end_paragraph (self);
  else if (g_str_equal (name, "t"))
    self->in_text = FALSE;
}

static void
body_text (const char *text,
           gpointer data)
{
  Body *self = data;

  if (self->in_text && self->skipped == 0)
    plx_intake_builder_add (self->builder, text, -1);
}

static gboolean
read_part (PlxZip *zip,
           const char *name,
           GHashTable *styles,
           PlxIntakeBuilder *builder,
           GError **error)
{
  static const PlxIntakeXmlHandler handler = { body_start, body_end, body_text };
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (Opened));
  Body body = { .builder = builder, .styles = styles, .opened = opened };
  GBytes *part = plx_zip_get (zip, name);

  return part == NULL || plx_intake_xml_walk (part, &handler, &body, error);
}

gboolean
plx_intake_read_docx (PlxZip *zip,
                      PlxIntakeItem *item,
                      GError **error)
{
  static const PlxIntakeXmlHandler handler = { style_start, style_end, NULL };
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  g_autoptr (PlxIntakeBuilder) builder = plx_intake_builder_new ();
  Styles styles = { .styles = table };
  GBytes *part = plx_zip_get (zip, "word/styles.xml");

  if (part != NULL && !plx_intake_xml_walk (part, &handler, &styles, error))
    return FALSE;
  if (!read_part (zip, "word/document.xml", table, builder, error) ||
      !read_part (zip, "word/footnotes.xml", table, builder, error) ||
      !read_part (zip, "word/endnotes.xml", table, builder, error))
    return FALSE;
  plx_intake_describe_packed (plx_zip_get (zip, "docProps/core.xml"), FALSE, item->document);
  plx_intake_take_built (item, builder);
  return TRUE;
}
