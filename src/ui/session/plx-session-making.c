/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making annotations: of one passage or several, as mentions, and adding and
 * taking away passages. */

#include "config.h"

#include "session/plx-session-private.h"

#include "store/plx-annotators.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-fragment-verbs.h"

#include <glib/gi18n.h>

/* Whether whoever works here made @annotation. */
static gboolean
is_own (PlxSession *self,
        const PlxAnnotation *annotation)
{
  g_autoptr (GPtrArray) annotators = plx_annotators_list (plx_project_get_reader (self->project), NULL);

  for (guint i = 0; annotators != NULL && i < annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (annotators, i);

      if (annotator->id == annotation->annotator)
        return g_str_equal (annotator->name, plx_project_get_annotator (self->project));
    }
  return FALSE;
}

/* Whether @annotation lies on exactly @spans and is the own work. */
static gboolean
is_same (PlxSession *self,
         PlxReading *reading,
         PlxId id,
         GArray *spans)
{
  g_autoptr (GArray) its_spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (PlxAnnotation) annotation = NULL;

  plx_span_index_get_spans (plx_reading_get_index (reading), id, its_spans);
  if (!plx_spans_equal (its_spans, spans))
    return FALSE;
  annotation = plx_reading_load_annotation (reading, id, NULL);
  /* What is not stored yet was made here. */
  return annotation == NULL || is_own (self, annotation);
}

/* The own annotation with @tag on exactly @spans in @reading. */
static PlxId
find_same (PlxSession *self,
           PlxReading *reading,
           GArray *spans,
           PlxId tag)
{
  const PlxSpan *first = &g_array_index (spans, PlxSpan, 0);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));

  plx_span_index_find (plx_reading_get_index (reading), first->start, first->end, found);
  for (guint i = 0; i < found->len; i++)
    {
      const PlxIndexedSpan *there = &g_array_index (found, PlxIndexedSpan, i);

      if (there->tag == tag && plx_span_compare (&there->span, first) == 0 && is_same (self, reading, there->annotation, spans))
        return there->annotation;
    }
  return PLX_ID_NONE;
}

static gboolean
refuse (PlxSession *self,
        const char *message)
{
  plx_session_fail (self, message);
  return FALSE;
}

/* Refuses what the store would refuse, before it is shown. */
static gboolean
check_new (PlxSession *self,
           PlxReading *reading,
           GArray *spans,
           PlxId tag)
{
  PlxId same;

  if (plx_reading_get_document (reading)->article != PLX_ID_NONE)
    return refuse (self, _ ("This is an earlier version, kept to be read. Tag the article as it is now."));
  if (spans->len == 0 || !plx_spans_normalize (spans, plx_text_get_length (plx_reading_get_text (reading)), NULL))
    return refuse (self, _ ("Select some text first."));
  if (plx_codebook_get_tag (self->codebook, tag) == NULL)
    return refuse (self, _ ("The tag is not in the codebook any more. Choose another one."));
  same = find_same (self, reading, spans, tag);
  if (same == PLX_ID_NONE)
    return TRUE;
  plx_session_select (self, reading, same);
  return refuse (self, _ ("This passage already has that tag."));
}

/* A claim that is tagged while somebody checks the article is on that question. */
static void
answer (PlxSession *self,
        PlxReading *reading,
        PlxAnnotation *annotation)
{
  const PlxTag *tag = plx_codebook_get_tag (self->codebook, annotation->tag);

  if (tag->kind != PLX_KIND_CLAIM || plx_checking_get_reading (self->checking) != reading)
    return;
  annotation->claim = plx_claim_new ();
  annotation->claim->question = plx_checking_get_question (self->checking);
}

PlxId
plx_session_tag (PlxSession *self,
                 PlxReading *reading,
                 const PlxSpan *spans,
                 gsize n_spans,
                 PlxId tag,
                 const PlxMention *mention)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  PlxText *text = plx_reading_get_text (reading);

  plx_session_show_tag (self, tag);
  g_array_append_vals (annotation->spans, spans, (guint) n_spans);
  if (!check_new (self, reading, annotation->spans, tag))
    return PLX_ID_NONE;
  annotation->id = plx_id_new ();
  annotation->document = plx_reading_get_id (reading);
  annotation->tag = tag;
  answer (self, reading, annotation);

  plx_reading_show_saving (reading, annotation->id, tag, (const PlxSpan *) (gpointer) annotation->spans->data, annotation->spans->len);
  plx_session_send (self, mention != NULL ? plx_verb_tag_mention (annotation, text, mention) : plx_verb_tag (annotation, text),
                    reading, annotation->id, NULL);
  plx_session_set_last_tag (self, tag);
  plx_making_used (self->making, tag, mention != NULL ? mention->entity : PLX_ID_NONE, mention != NULL ? mention->name : NULL);
  plx_session_select (self, reading, annotation->id);
  return annotation->id;
}

/* Fragments */

/* The spans of @annotation and its tag as they are shown; %NULL if it is gone. */
static GArray *
get_shape (PlxReading *reading,
           PlxId annotation,
           PlxId *tag)
{
  PlxSpanIndex *index = plx_reading_get_index (reading);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  const PlxSpan *first;

  if (!plx_span_index_get_spans (index, annotation, spans))
    return NULL;
  first = &g_array_index (spans, PlxSpan, 0);
  plx_span_index_find (index, first->start, first->end, found);
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, PlxIndexedSpan, i).annotation == annotation)
      *tag = g_array_index (found, PlxIndexedSpan, i).tag;
  return g_steal_pointer (&spans);
}

/* Shows @spans and sends @verb, which makes them. */
static void
reshape (PlxSession *self,
         PlxReading *reading,
         PlxId annotation,
         PlxId tag,
         GArray *spans,
         PlxVerb *verb,
         const char *message)
{
  plx_reading_show_saving (reading, annotation, tag, (const PlxSpan *) (gpointer) spans->data, spans->len);
  plx_session_send (self, verb, reading, annotation, message);
}

gboolean
plx_session_add_fragment (PlxSession *self,
                          PlxReading *reading,
                          PlxId annotation,
                          const PlxSpan *span)
{
  PlxId tag = PLX_ID_NONE;
  g_autoptr (GArray) spans = get_shape (reading, annotation, &tag);
  PlxText *text = plx_reading_get_text (reading);

  if (spans == NULL)
    return refuse (self, _ ("The annotation is not there any more."));
  if (plx_spans_contain (spans, span))
    return refuse (self, _ ("The annotation covers this passage already. Choose another one."));
  g_array_append_val (spans, *span);
  if (!plx_spans_normalize (spans, plx_text_get_length (text), NULL))
    return refuse (self, _ ("Select some text first."));
  reshape (self, reading, annotation, tag, spans, plx_verb_add_fragment (annotation, span, text), _ ("Fragment added"));
  return TRUE;
}

gboolean
plx_session_remove_fragment (PlxSession *self,
                             PlxReading *reading,
                             PlxId annotation,
                             int offset)
{
  PlxId tag = PLX_ID_NONE;
  g_autoptr (GArray) spans = get_shape (reading, annotation, &tag);
  int i = spans != NULL ? plx_spans_find (spans, offset) : -1;
  PlxSpan span;

  if (i < 0)
    return refuse (self, _ ("No fragment of the selected annotation is here."));
  if (spans->len == 1)
    return refuse (self, _ ("This is the only fragment of the annotation. Delete the annotation instead."));
  span = g_array_index (spans, PlxSpan, i);
  g_array_remove_index (spans, (guint) i);
  reshape (self, reading, annotation, tag, spans, plx_verb_remove_fragment (annotation, &span, plx_reading_get_text (reading)), _ ("Fragment removed"));
  return TRUE;
}
