/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-block-style.h"

#define KEY "plx-block-style"

/* At 100 % */
#define ITEM_INSET 22
#define QUOTATION_INSET 24

/* Deeper ones stand where these do: columns are narrow. */
#define MAX_DEPTH 4

static double
get_letters (PlxBlockKind kind,
             int level)
{
  static const double scales[] = { 1.3, 1.18, 1.08 };

  return kind == PLX_BLOCK_HEADING && level <= (int) G_N_ELEMENTS (scales) ? scales[MAX (level, 1) - 1] : 1;
}

static void
measure (PlxBlockStyle *self,
         double scale)
{
  int depth = MIN (self->level, MAX_DEPTH);
  int inset = 0;

  if (self->kind == PLX_BLOCK_ITEM)
    inset = (int) (ITEM_INSET * depth * scale);
  else if (self->kind == PLX_BLOCK_QUOTATION)
    inset = (int) (QUOTATION_INSET * depth * scale);
  self->left = self->rtl ? 0 : inset;
  self->right = self->rtl ? inset : 0;
}

static void
set_margins (GtkTextTag *tag,
             const PlxBlockStyle *style)
{
  g_object_set (tag, "left-margin", style->left, "right-margin", style->right, NULL);
}

static GtkTextTag *
make_tag (GtkTextTagTable *table,
          const char *name,
          const PlxBlockStyle *style)
{
  GtkTextTag *tag = gtk_text_tag_new (name);

  /* Besides those of the view, which follow its width. */
  g_object_set (tag, "accumulative-margin", TRUE, NULL);
  set_margins (tag, style);
  if (style->bold)
    g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, NULL);
  if (style->scale > 1)
    g_object_set (tag, "scale", style->scale, NULL);
  g_object_set_data_full (G_OBJECT (tag), KEY, g_memdup2 (style, sizeof *style), g_free);
  gtk_text_tag_table_add (table, tag);
  g_object_unref (tag);
  return tag;
}

void
plx_block_style_apply (const GtkTextIter *line,
                       PlxBlockKind kind,
                       int level,
                       gboolean rtl,
                       double scale)
{
  PlxBlockStyle style = { kind, level, rtl, 0, 0, kind == PLX_BLOCK_HEADING, get_letters (kind, level) };
  g_autofree char *name = g_strdup_printf ("%s-%d-%s", plx_block_kind_get_name (kind), level, rtl ? "rtl" : "ltr");
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_iter_get_buffer (line));
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);
  GtkTextIter start = *line, end;

  if (tag == NULL)
    {
      measure (&style, scale);
      tag = make_tag (table, name, &style);
    }
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag (gtk_text_iter_get_buffer (line), tag, &start, &end);
}

static void
rescale_tag (GtkTextTag *tag,
             gpointer data)
{
  PlxBlockStyle *style = g_object_get_data (G_OBJECT (tag), KEY);

  if (style == NULL)
    return;
  measure (style, *(double *) data);
  set_margins (tag, style);
}

void
plx_block_style_rescale (GtkTextBuffer *buffer,
                         double scale)
{
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), rescale_tag, &scale);
}

const PlxBlockStyle *
plx_block_style_get (const GtkTextIter *start)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (start);

  for (GSList *l = tags; l != NULL; l = l->next)
    {
      const PlxBlockStyle *style = g_object_get_data (l->data, KEY);

      if (style != NULL)
        return style;
    }
  return NULL;
}

gboolean
plx_block_style_is_used (GtkTextBuffer *buffer)
{
  return gtk_text_tag_table_get_size (gtk_text_buffer_get_tag_table (buffer)) > 0;
}

void
plx_block_style_clear (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
}

PangoAttrList *
plx_block_style_dup_attributes (const PlxBlockStyle *self)
{
  PangoAttrList *attributes;

  if (self == NULL || (!self->bold && self->scale <= 1))
    return NULL;
  attributes = pango_attr_list_new ();
  if (self->bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (self->scale > 1)
    pango_attr_list_insert (attributes, pango_attr_scale_new (self->scale));
  return attributes;
}
