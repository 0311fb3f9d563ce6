/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-paragraph-cache.h"

/* Paragraphs kept before and after the visible ones. */
#define MARGIN 16

struct _PlxParagraphCache
{
  GtkTextView *view;   /* (not owned) */
  GHashTable *shadows; /* (owned) (element-type int PlxShadow): by paragraph */
  PangoContext *ltr;   /* (owned) (nullable) */
  PangoContext *rtl;   /* (owned) (nullable) */
};

PlxParagraphCache *
plx_paragraph_cache_new (GtkTextView *view)
{
  PlxParagraphCache *self = g_new0 (PlxParagraphCache, 1);

  self->view = view;
  self->shadows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) plx_shadow_free);
  return self;
}

void
plx_paragraph_cache_free (PlxParagraphCache *self)
{
  plx_paragraph_cache_clear (self);
  g_hash_table_unref (self->shadows);
  g_free (self);
}

void
plx_paragraph_cache_clear (PlxParagraphCache *self)
{
  g_hash_table_remove_all (self->shadows);
  g_clear_object (&self->ltr);
  g_clear_object (&self->rtl);
}

void
plx_paragraph_cache_forget (PlxParagraphCache *self,
                            int paragraph)
{
  g_hash_table_remove (self->shadows, GINT_TO_POINTER (paragraph));
}

static void
ensure_contexts (PlxParagraphCache *self)
{
  if (self->ltr != NULL)
    return;
  self->ltr = gtk_widget_create_pango_context (GTK_WIDGET (self->view));
  pango_context_set_base_dir (self->ltr, PANGO_DIRECTION_LTR);
  self->rtl = gtk_widget_create_pango_context (GTK_WIDGET (self->view));
  pango_context_set_base_dir (self->rtl, PANGO_DIRECTION_RTL);
}

PlxShadow *
plx_paragraph_cache_get (PlxParagraphCache *self,
                         const GtkTextIter *paragraph)
{
  GtkTextIter start = *paragraph;
  gpointer key = GINT_TO_POINTER (gtk_text_iter_get_line (paragraph));
  PlxShadow *shadow = g_hash_table_lookup (self->shadows, key);

  gtk_text_iter_set_line_offset (&start, 0);
  if (shadow != NULL && plx_shadow_is_current (shadow, self->view, &start))
    return shadow;
  if (shadow == NULL)
    {
      shadow = plx_shadow_new (&start);
      g_hash_table_insert (self->shadows, key, shadow);
    }
  ensure_contexts (self);
  plx_shadow_build (shadow, self->view, self->ltr, self->rtl, &start);
  return shadow;
}

typedef struct
{
  int first;
  int last;
} Range;

static gboolean
is_far (gpointer key,
        gpointer value,
        gpointer data)
{
  Range *range = data;
  int paragraph = GPOINTER_TO_INT (key);

  return paragraph < range->first - MARGIN || paragraph > range->last + MARGIN;
}

void
plx_paragraph_cache_trim (PlxParagraphCache *self,
                          int first,
                          int last)
{
  Range range = { first, last };

  if (g_hash_table_size (self->shadows) > (guint) (last - first + 4 * MARGIN))
    g_hash_table_foreach_remove (self->shadows, is_far, &range);
}
