/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader says about the annotations under the caret, whatever
 * changed them, and about the one that went. */

#include "config.h"

#include "compat/plx-announce.h"
#include "reader/plx-annotation-row.h"
#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

/* More of them nobody listens to. */
#define MAX_SPOKEN 8
#define MAX_QUOTE 80

static char *
dup_short_quote (PlxReader *self,
                 PlxId id)
{
  g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (self->reading, id, NULL);
  g_autofree char *quote = annotation != NULL ? plx_annotation_dup_quote (annotation) : NULL;
  g_autofree char *head = NULL;

  if (quote == NULL || g_utf8_strlen (quote, -1) <= MAX_QUOTE)
    return g_steal_pointer (&quote);
  head = g_utf8_substring (quote, 0, MAX_QUOTE);
  return g_strconcat (head, "…", NULL);
}

/* `Actor · Syria: “the government”`; %NULL if there is no such annotation. */
static char *
dup_words (PlxReader *self,
           PlxId id,
           gboolean selected)
{
  g_autofree char *title = plx_annotation_dup_title (self->session, self->reading, id);
  g_autofree char *quote = title != NULL ? dup_short_quote (self, id) : NULL;

  if (quote == NULL)
    return NULL;
  if (selected)
    /* Translators: said by screen readers: the annotation at the caret that is
     * selected, such as "Actor · Syria", and its passage */
    return g_strdup_printf (_ ("%s, selected: “%s”"), title, quote);
  /* Translators: said by screen readers: an annotation, such as "Actor · Syria",
   * and its passage */
  return g_strdup_printf (_ ("%s: “%s”"), title, quote);
}

static char *
dup_description (PlxReader *self,
                 const GArray *stack)
{
  PlxSelection *selection = plx_session_get_selection (self->session);
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < MIN (stack->len, MAX_SPOKEN); i++)
    {
      PlxId id = g_array_index (stack, PlxId, i);
      g_autofree char *words = dup_words (self, id, plx_selection_contains (selection, id));

      if (words == NULL)
        continue;
      if (description->len > 0)
        g_string_append (description, ", ");
      g_string_append (description, words);
    }
  return g_string_free (description, FALSE);
}

static gboolean
is_in_stack (const GArray *stack,
             PlxId id)
{
  for (guint i = 0; i < stack->len; i++)
    if (g_array_index (stack, PlxId, i) == id)
      return TRUE;
  return FALSE;
}

static PlxId
get_selected (PlxReader *self)
{
  return plx_session_get_selected_reading (self->session) == self->reading ? plx_session_get_selected (self->session) : PLX_ID_NONE;
}

static gboolean
is_gone (PlxReader *self,
         PlxId id)
{
  g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (self->reading, id, NULL);

  return annotation == NULL;
}

/* What the description does not tell: that the one told of last went, or that one
 * was made or selected away from the caret. */
static char *
dup_news (PlxReader *self,
          const GArray *stack)
{
  PlxId selected = get_selected (self);

  if (self->spoken_id != PLX_ID_NONE && is_gone (self, self->spoken_id))
    /* Translators: said by screen readers; %s is an annotation with its passage */
    return g_strdup_printf (_ ("Removed: %s"), self->spoken);
  if (selected != PLX_ID_NONE && selected != self->spoken_id && !is_in_stack (stack, selected))
    return dup_words (self, selected, TRUE);
  return NULL;
}

static void
remember (PlxReader *self,
          const GArray *stack)
{
  PlxId selected = get_selected (self);

  self->spoken_id = selected;
  if (selected == PLX_ID_NONE && stack->len > 0)
    self->spoken_id = g_array_index (stack, PlxId, 0);
  g_free (self->spoken);
  self->spoken = self->spoken_id != PLX_ID_NONE ? dup_words (self, self->spoken_id, FALSE) : NULL;
  if (self->spoken == NULL)
    self->spoken_id = PLX_ID_NONE;
}

void
plx_reader_describe_caret (PlxReader *self)
{
  g_autoptr (GArray) stack = plx_reader_find_stack (self, plx_reader_get_caret (self));
  g_autofree char *border = plx_reader_dup_border_description (self);
  g_autofree char *description = border != NULL ? NULL : dup_description (self, stack);
  g_autofree char *news = dup_news (self, stack);

  remember (self, stack);
  plx_announce (GTK_WIDGET (self), border != NULL ? border : description, news);
}

void
plx_reader_clear_spoken (PlxReader *self)
{
  g_clear_pointer (&self->spoken, g_free);
}
