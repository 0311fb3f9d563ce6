/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-inspected.h"

#include "plx-names.h"
#include "plx-words.h"

#include "base/plx-time.h"

#include <glib/gi18n.h>

static PlxId
find_tag (PlxSpanIndex *index,
          const PlxSpan *span,
          PlxId annotation)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));

  plx_span_index_find (index, span->start, span->end, found);
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, PlxIndexedSpan, i).annotation == annotation)
      return g_array_index (found, PlxIndexedSpan, i).tag;
  return PLX_ID_NONE;
}

static char **
dup_quotes (PlxText *text,
            GArray *spans)
{
  GPtrArray *quotes = g_ptr_array_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);

      g_ptr_array_add (quotes, plx_text_dup_slice (text, span->start, span->end));
    }
  g_ptr_array_add (quotes, NULL);
  return (char **) g_ptr_array_free (quotes, FALSE);
}

static PlxAnnotation *
take_from_column (PlxReading *reading,
                  PlxId id)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  PlxSpanIndex *index = plx_reading_get_index (reading);

  if (!plx_span_index_get_spans (index, id, annotation->spans))
    return NULL;
  annotation->id = id;
  annotation->document = plx_reading_get_id (reading);
  annotation->tag = find_tag (index, &g_array_index (annotation->spans, PlxSpan, 0), id);
  g_strfreev (annotation->quotes);
  annotation->quotes = dup_quotes (plx_reading_get_text (reading), annotation->spans);
  return g_steal_pointer (&annotation);
}

PlxAnnotation *
plx_inspected_load (PlxSession *session)
{
  PlxReading *reading = plx_session_get_selected_reading (session);
  PlxId id = plx_session_get_selected (session);
  PlxAnnotation *annotation;

  if (reading == NULL || id == PLX_ID_NONE || plx_project_get_reader (plx_session_get_project (session)) == NULL)
    return NULL;
  annotation = plx_reading_load_annotation (reading, id, NULL);
  if (annotation == NULL && plx_reading_is_saving (reading, id))
    annotation = take_from_column (reading, id);
  return annotation;
}

char *
plx_inspected_dup_who (PlxProject *project,
                       const PlxAnnotation *annotation)
{
  gint64 now = plx_time_now ();
  g_autofree char *name = plx_names_dup_annotator (project, annotation->annotator);
  g_autofree char *isolated = plx_words_isolate (name);
  g_autofree char *created = NULL;
  g_autofree char *modified = NULL;

  if (annotation->created == 0)
    return g_strdup (_ ("Saving…"));
  created = plx_words_dup_moment (annotation->created, now);
  if (annotation->modified == 0)
    /* Translators: who made an annotation, and when */
    return g_strdup_printf (C_ ("annotator", "%s · %s"), isolated, created);
  modified = plx_words_dup_hour (annotation->modified, annotation->created);
  if (modified == NULL)
    modified = plx_words_dup_moment (annotation->modified, now);
  /* Translators: who made an annotation, when, and when it was changed last */
  return g_strdup_printf (_ ("%s · %s · changed %s"), isolated, created, modified);
}
