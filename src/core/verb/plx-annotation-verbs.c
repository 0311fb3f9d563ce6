/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-annotation-verbs.h"

#include "store/plx-annotations.h"
#include "store/plx-questions.h"

/* What a verb on annotations may need; each uses its part. */
typedef struct
{
  GArray *ids;               /* (owned) (element-type PlxId) */
  PlxAnnotation *annotation; /* (owned) (nullable) */
  PlxText *text;             /* (owned) (nullable) */
  GArray *spans;             /* (owned) (nullable) (element-type PlxSpan) */
  char *string;              /* (owned) (nullable): note */
  PlxId tag;
} Work;

static Work *
work_new (const PlxId *ids,
          gsize n_ids)
{
  Work *work = g_new0 (Work, 1);

  work->ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_array_append_vals (work->ids, ids, (guint) n_ids);
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->ids, g_array_unref);
  g_clear_pointer (&work->annotation, plx_annotation_free);
  g_clear_pointer (&work->text, plx_text_unref);
  g_clear_pointer (&work->spans, g_array_unref);
  g_free (work->string);
  g_free (work);
}

static PlxId
work_get_id (const Work *work,
             guint i)
{
  return g_array_index (work->ids, PlxId, i);
}

/* Tagging */

static gboolean
tag (PlxConnection *connection,
     PlxId annotator,
     gpointer data,
     GError **error)
{
  Work *work = data;

  work->annotation->annotator = annotator;
  return plx_annotations_add (connection, work->annotation, work->text, error);
}

PlxVerb *
plx_verb_tag (const PlxAnnotation *annotation,
              PlxText *text)
{
  Work *work = work_new (NULL, 0);
  const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, 0);
  g_autofree char *quote = NULL;

  work->annotation = plx_annotation_copy (annotation);
  work->text = plx_text_ref (text);
  if (annotation->spans->len > 0 && span->start >= 0 && span->start < span->end && span->end <= plx_text_get_length (text))
    quote = plx_text_dup_slice (text, span->start, span->end);
  return plx_verb_new ("tag", quote, tag, work, work_free);
}

static gboolean
untag (PlxConnection *connection,
       PlxId annotator,
       gpointer data,
       GError **error)
{
  const Work *work = data;

  for (guint i = 0; i < work->ids->len; i++)
    if (!plx_annotations_remove (connection, work_get_id (work, i), error))
      return FALSE;
  return TRUE;
}

PlxVerb *
plx_verb_untag (const PlxId *annotations,
                gsize n_annotations,
                const char *detail)
{
  return plx_verb_new ("untag", detail, untag, work_new (annotations, n_annotations), work_free);
}

static gboolean
retag (PlxConnection *connection,
       PlxId annotator,
       gpointer data,
       GError **error)
{
  const Work *work = data;

  for (guint i = 0; i < work->ids->len; i++)
    if (!plx_annotations_set_tag (connection, work_get_id (work, i), work->tag, error))
      return FALSE;
  return TRUE;
}

PlxVerb *
plx_verb_retag (const PlxId *annotations,
                gsize n_annotations,
                PlxId tag_id,
                const char *path)
{
  Work *work = work_new (annotations, n_annotations);

  work->tag = tag_id;
  return plx_verb_new ("retag", path, retag, work, work_free);
}

/* Changing one annotation */

static gboolean
set_note (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  const Work *work = data;

  return plx_annotations_set_note (connection, work_get_id (work, 0), work->string, error);
}

PlxVerb *
plx_verb_set_note (PlxId annotation,
                   const char *note)
{
  Work *work = work_new (&annotation, 1);

  work->string = g_strdup (note);
  return plx_verb_new ("note", note, set_note, work, work_free);
}

static gboolean
set_spans (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  const Work *work = data;

  return plx_annotations_set_spans (connection, work_get_id (work, 0), work->spans, work->text, error);
}

PlxVerb *
plx_verb_set_spans (PlxId annotation,
                    GArray *spans,
                    PlxText *text)
{
  Work *work = work_new (&annotation, 1);

  work->spans = g_array_copy (spans);
  work->text = plx_text_ref (text);
  return plx_verb_new ("borders", NULL, set_spans, work, work_free);
}

/* Silences */

static gboolean
add_silence (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  PlxSilence *silence = data;

  silence->annotator = annotator;
  return plx_silences_add (connection, silence, error);
}

PlxVerb *
plx_verb_silence (const PlxSilence *silence)
{
  PlxSilence *copy = g_memdup2 (silence, sizeof *silence);

  copy->note = g_strdup (silence->note);
  return plx_verb_new ("silence", silence->note, add_silence, copy, (GDestroyNotify) plx_silence_free);
}

static gboolean
remove_silence (PlxConnection *connection,
                PlxId annotator,
                gpointer data,
                GError **error)
{
  return plx_silences_remove (connection, *(const PlxId *) data, error);
}

PlxVerb *
plx_verb_unsilence (PlxId silence,
                    const char *detail)
{
  return plx_verb_new ("unsilence", detail, remove_silence, g_memdup2 (&silence, sizeof silence), g_free);
}
