/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-claim-verbs.h"

#include "store/plx-annotations.h"
#include "store/plx-entities.h"
#include "store/plx-questions.h"

/* Editing claims */

typedef struct
{
  GArray *ids;     /* (owned) (element-type PlxId) */
  PlxClaim *claim; /* (owned): with the ids of what is named, when it is done */
  char *question;  /* (owned) */
  char *said_by;   /* (owned) */
  char *place;     /* (owned) */
  PlxClaimParts parts;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_array_unref (work->ids);
  plx_claim_free (work->claim);
  g_free (work->question);
  g_free (work->said_by);
  g_free (work->place);
  g_free (work);
}

static gboolean
ensure_entity (PlxConnection *connection,
               PlxKind kind,
               const char *name,
               PlxId *id,
               GError **error)
{
  *id = PLX_ID_NONE;
  return *name == '\0' || plx_entities_ensure (connection, kind, name, id, error);
}

/* Finds or makes what is named. */
static gboolean
ensure_names (PlxConnection *connection,
              Work *work,
              GError **error)
{
  work->claim->question = PLX_ID_NONE;
  if ((work->parts & PLX_CLAIM_QUESTION) != 0 && *work->question != '\0' &&
      !plx_questions_ensure (connection, work->question, &work->claim->question, error))
    return FALSE;
  if ((work->parts & PLX_CLAIM_SAID_BY) != 0 &&
      !ensure_entity (connection, PLX_KIND_ACTOR, work->said_by, &work->claim->said_by, error))
    return FALSE;
  return (work->parts & PLX_CLAIM_PLACE) == 0 ||
         ensure_entity (connection, PLX_KIND_PLACE, work->place, &work->claim->place, error);
}

static void
set_string (char **field,
            const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
apply (const Work *work,
       PlxClaim *claim)
{
  if ((work->parts & PLX_CLAIM_QUESTION) != 0)
    claim->question = work->claim->question;
  if ((work->parts & PLX_CLAIM_VALUE) != 0)
    set_string (&claim->value, work->claim->value);
  if ((work->parts & PLX_CLAIM_SAID_BY) != 0)
    {
      claim->said_by = work->claim->said_by;
      claim->by_outlet = work->claim->by_outlet;
    }
  if ((work->parts & PLX_CLAIM_ATTRIBUTION) != 0)
    set_string (&claim->attribution, work->claim->attribution);
  if ((work->parts & PLX_CLAIM_POLARITY) != 0)
    set_string (&claim->polarity, work->claim->polarity);
  if ((work->parts & PLX_CLAIM_CERTAINTY) != 0)
    set_string (&claim->certainty, work->claim->certainty);
  if ((work->parts & PLX_CLAIM_EVENT_TIME) != 0)
    set_string (&claim->event_time, work->claim->event_time);
  if ((work->parts & PLX_CLAIM_PLACE) != 0)
    claim->place = work->claim->place;
}

static gboolean
edit_one (PlxConnection *connection,
          const Work *work,
          PlxId id,
          GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, id, error);
  g_autoptr (PlxClaim) claim = NULL;

  if (annotation == NULL)
    return FALSE;
  claim = annotation->claim != NULL ? plx_claim_copy (annotation->claim) : plx_claim_new ();
  apply (work, claim);
  return plx_annotations_set_claim (connection, id, claim, error);
}

static gboolean
edit_claims (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  Work *work = data;

  if (!ensure_names (connection, work, error))
    return FALSE;
  for (guint i = 0; i < work->ids->len; i++)
    if (!edit_one (connection, work, g_array_index (work->ids, PlxId, i), error))
      return FALSE;
  return TRUE;
}

/* What is told in the history: the field, if it is one. */
static const char *
get_detail (PlxClaimParts parts,
            const PlxTypedClaim *claim)
{
  switch ((guint) parts)
    {
    case PLX_CLAIM_QUESTION:
      return claim->question;
    case PLX_CLAIM_SAID_BY:
      return claim->said_by;
    case PLX_CLAIM_PLACE:
      return claim->place;
    case PLX_CLAIM_EVENT_TIME:
      return claim->fields->event_time;
    default:
      return claim->fields->value;
    }
}

PlxVerb *
plx_verb_edit_claims (const PlxId *annotations,
                      gsize n_annotations,
                      PlxClaimParts parts,
                      const PlxTypedClaim *claim)
{
  Work *work = g_new0 (Work, 1);

  work->ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_array_append_vals (work->ids, annotations, (guint) n_annotations);
  work->parts = parts;
  work->claim = plx_claim_copy (claim->fields);
  work->question = g_strdup (claim->question);
  work->said_by = g_strdup (claim->said_by);
  work->place = g_strdup (claim->place);
  return plx_verb_new ("claim", get_detail (parts, claim), edit_claims, work, work_free);
}

/* Questions */

static gboolean
update_question (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  return plx_questions_update (connection, data, error);
}

PlxVerb *
plx_verb_update_question (const PlxQuestion *question)
{
  return plx_verb_new ("question-update", question->text, update_question, plx_question_copy (question), (GDestroyNotify) plx_question_free);
}

typedef struct
{
  PlxId from;
  PlxId into;
} Merge;

static gboolean
merge_questions (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  const Merge *merge = data;

  return plx_questions_merge (connection, merge->from, merge->into, error);
}

PlxVerb *
plx_verb_merge_questions (const PlxQuestion *from,
                          PlxId into)
{
  Merge *merge = g_new (Merge, 1);

  *merge = (Merge){ from->id, into };
  return plx_verb_new ("question-merge", from->text, merge_questions, merge, g_free);
}

static gboolean
remove_question (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  return plx_questions_remove (connection, *(const PlxId *) data, error);
}

PlxVerb *
plx_verb_remove_question (const PlxQuestion *question)
{
  return plx_verb_new ("question-delete", question->text, remove_question, g_memdup2 (&question->id, sizeof question->id), g_free);
}
