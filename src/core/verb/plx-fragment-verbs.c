/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The spans are read and changed inside the edit, so that what others did to the
 * annotation meanwhile is kept. */

#include "config.h"

#include "verb/plx-fragment-verbs.h"

#include "store/plx-annotations.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlxId annotation;
  PlxSpan span;
  PlxText *text; /* (owned) */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  plx_text_unref (work->text);
  g_free (work);
}

/* For the history: the text of the fragment. */
static char *
dup_quote (const PlxSpan *span,
           PlxText *text)
{
  if (span->start < 0 || span->start >= span->end || span->end > plx_text_get_length (text))
    return NULL;
  return plx_text_dup_slice (text, span->start, span->end);
}

static PlxVerb *
verb_new (const char *name,
          PlxEditFunc func,
          PlxId annotation,
          const PlxSpan *span,
          PlxText *text)
{
  Work *work = g_new (Work, 1);
  g_autofree char *quote = dup_quote (span, text);

  work->annotation = annotation;
  work->span = *span;
  work->text = plx_text_ref (text);
  return plx_verb_new (name, quote, func, work, work_free);
}

static gboolean
refuse (PlxStoreError code,
        const char *message,
        GError **error)
{
  g_set_error_literal (error, PLX_STORE_ERROR, code, message);
  return FALSE;
}

static gboolean
add_fragment (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  const Work *work = data;
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, work->annotation, error);

  if (annotation == NULL)
    return FALSE;
  if (work->span.start < work->span.end && plx_spans_contain (annotation->spans, &work->span))
    return refuse (PLX_STORE_ERROR_CONSTRAINT, _ ("The annotation covers this passage already. Choose another one."), error);
  g_array_append_val (annotation->spans, work->span);
  return plx_annotations_set_spans (connection, work->annotation, annotation->spans, work->text, error);
}

PlxVerb *
plx_verb_add_fragment (PlxId annotation,
                       const PlxSpan *span,
                       PlxText *text)
{
  return verb_new ("fragment", add_fragment, annotation, span, text);
}

static gboolean
remove_fragment (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  const Work *work = data;
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, work->annotation, error);
  int i;

  if (annotation == NULL)
    return FALSE;
  i = plx_spans_find (annotation->spans, work->span.start);
  if (i < 0 || plx_span_compare (&g_array_index (annotation->spans, PlxSpan, i), &work->span) != 0)
    return refuse (PLX_STORE_ERROR_NOT_FOUND, _ ("The annotation has no such fragment (any more)."), error);
  if (annotation->spans->len == 1)
    return refuse (PLX_STORE_ERROR_CONSTRAINT, _ ("This is the only fragment of the annotation. Delete the annotation instead."), error);
  g_array_remove_index (annotation->spans, (guint) i);
  return plx_annotations_set_spans (connection, work->annotation, annotation->spans, work->text, error);
}

PlxVerb *
plx_verb_remove_fragment (PlxId annotation,
                          const PlxSpan *span,
                          PlxText *text)
{
  return verb_new ("unfragment", remove_fragment, annotation, span, text);
}
