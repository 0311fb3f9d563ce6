/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-annotation-merge.h"

#include "base/plx-time.h"
#include "store/plx-annotations.h"
#include "store/plx-entities.h"
#include "store/plx-questions.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two annotations on their way to be one. */
typedef struct
{
  PlxConnection *connection; /* (unowned) */
  PlxAnnotation *from;       /* (owned) */
  PlxAnnotation *into;       /* (owned) */
  GString *rest;             /* (owned): lines on what found no place */
} Merge;

static void
merge_clear (Merge *self)
{
  g_clear_pointer (&self->from, plx_annotation_free);
  g_clear_pointer (&self->into, plx_annotation_free);
  g_string_free (self->rest, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

static void
add_line (GString *lines,
          const char *line)
{
  if (*line == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* What found no place */

/* @message is a sentence with one %s for @value. */
static void
keep_in_note (Merge *self,
              const char *message,
              const char *value)
{
  g_auto (GStrv) parts = g_strsplit (message, "%s", 2);
  g_autofree char *line = g_strjoinv (value, parts);

  add_line (self->rest, line);
}

static void
merge_string (Merge *self,
              char **mine,
              const char *theirs,
              const char *message)
{
  if (*theirs == '\0' || strcmp (*mine, theirs) == 0)
    return;
  if (**mine != '\0')
    keep_in_note (self, message, theirs);
  else
    {
      g_free (*mine);
      *mine = g_strdup (theirs);
    }
}

static void
merge_entity (Merge *self,
              PlxId *mine,
              PlxId theirs,
              const char *message)
{
  g_autoptr (PlxEntity) entity = NULL;

  if (theirs == PLX_ID_NONE || *mine == theirs)
    return;
  if (*mine == PLX_ID_NONE)
    *mine = theirs;
  else if ((entity = plx_entities_get (self->connection, theirs, NULL)) != NULL)
    keep_in_note (self, message, entity->name);
}

static void
merge_question (Merge *self,
                PlxId *mine,
                PlxId theirs)
{
  g_autoptr (PlxQuestion) question = NULL;

  if (theirs == PLX_ID_NONE || *mine == theirs)
    return;
  if (*mine == PLX_ID_NONE)
    *mine = theirs;
  else if ((question = plx_questions_get (self->connection, theirs, NULL)) != NULL)
    keep_in_note (self, _ ("Question: %s"), question->text);
}

static void
merge_speaker (Merge *self,
               PlxClaim *mine,
               const PlxClaim *theirs)
{
  if (theirs->by_outlet && !mine->by_outlet && mine->said_by == PLX_ID_NONE)
    mine->by_outlet = TRUE;
  else if (theirs->by_outlet && !mine->by_outlet)
    add_line (self->rest, _ ("Said by the outlet itself"));
  else if (mine->by_outlet && theirs->said_by != PLX_ID_NONE)
    {
      g_autoptr (PlxEntity) speaker = plx_entities_get (self->connection, theirs->said_by, NULL);

      if (speaker != NULL)
        keep_in_note (self, _ ("Said by: %s"), speaker->name);
    }
  else
    merge_entity (self, &mine->said_by, theirs->said_by, _ ("Said by: %s"));
}

static void
merge_claim (Merge *self,
             PlxClaim *mine,
             const PlxClaim *theirs)
{
  merge_question (self, &mine->question, theirs->question);
  merge_string (self, &mine->value, theirs->value, _ ("Value: %s"));
  merge_speaker (self, mine, theirs);
  merge_string (self, &mine->attribution, theirs->attribution, _ ("Attribution: %s"));
  merge_string (self, &mine->polarity, theirs->polarity, _ ("Polarity: %s"));
  merge_string (self, &mine->certainty, theirs->certainty, _ ("Certainty: %s"));
  merge_string (self, &mine->event_time, theirs->event_time, _ ("When: %s"));
  merge_entity (self, &mine->place, theirs->place, _ ("Where: %s"));
}

/* Both notes, what found no place last. */
static char *
dup_note (Merge *self)
{
  g_autoptr (GString) note = g_string_new (self->into->note);

  if (strstr (self->into->note, self->from->note) == NULL)
    add_line (note, self->from->note);
  add_line (note, self->rest->str);
  return g_strdup (note->str);
}

/* What refers to them */

#define NOT_SYMMETRIC_TWIN(a, b)                                                                       \
  "AND NOT EXISTS (SELECT 1 FROM relation AS twin JOIN relation_kind ON relation_kind.id = twin.kind " \
  "WHERE NOT directed AND twin.kind = relation.kind AND twin.annotator = relation.annotator "          \
  "AND twin." a " = relation." b " AND twin." b " = :into)"

/* What would be said twice afterwards stays and goes with the annotation. */
static gboolean
move_references (Merge *self,
                 GError **error)
{
  return plx_rows_repoint (self->connection,
                           "UPDATE OR IGNORE relation SET source = :into WHERE source = :from AND target <> :into " NOT_SYMMETRIC_TWIN ("source", "target"),
                           self->from->id, self->into->id, error) &&
         plx_rows_repoint (self->connection,
                           "UPDATE OR IGNORE relation SET target = :into WHERE target = :from AND source <> :into " NOT_SYMMETRIC_TWIN ("target", "source"),
                           self->from->id, self->into->id, error) &&
         plx_rows_repoint (self->connection, "UPDATE OR IGNORE foreign_id SET subject = :into WHERE subject = :from",
                           self->from->id, self->into->id, error);
}

/* Merging */

static gboolean
merge (Merge *self,
       GError **error)
{
  g_autoptr (PlxClaim) claim = self->into->claim != NULL ? plx_claim_copy (self->into->claim) : plx_claim_new ();
  PlxId entity = self->into->entity;
  g_autofree char *note = NULL;

  merge_entity (self, &entity, self->from->entity, _ ("Mention of: %s"));
  if (self->from->claim != NULL)
    merge_claim (self, claim, self->from->claim);
  note = dup_note (self);
  return plx_annotations_set_note (self->connection, self->into->id, note, error) &&
         plx_annotations_set_entity (self->connection, self->into->id, entity, error) &&
         plx_annotations_set_claim (self->connection, self->into->id, claim, error) &&
         move_references (self, error) &&
         plx_annotations_remove (self->connection, self->from->id, error);
}

gboolean
plx_annotations_merge (PlxConnection *connection,
                       PlxId from,
                       PlxId into,
                       GError **error)
{
  g_auto (Merge) self = { .connection = connection, .rest = g_string_new (NULL) };

  return (self.from = plx_annotations_get (connection, from, error)) != NULL &&
         (self.into = plx_annotations_get (connection, into, error)) != NULL && merge (&self, error);
}

/* A whole tag */

/* Pairs of annotations that say the same but for their tag. */
#define TWINS                                                                                                        \
  "SELECT DISTINCT one.id, other.id FROM annotation AS one CROSS JOIN span AS of_one ON of_one.annotation = one.id " \
  "CROSS JOIN span AS of_other ON of_other.document = of_one.document AND of_other.start = of_one.start "            \
  "AND of_other.end = of_one.end CROSS JOIN annotation AS other ON other.id = of_other.annotation "                  \
  "WHERE one.tag = :from AND other.tag = :into AND other.annotator = one.annotator "                                 \
  "AND NOT EXISTS (SELECT start, end FROM span WHERE annotation = one.id EXCEPT "                                    \
  "SELECT start, end FROM span WHERE annotation = other.id) "                                                        \
  "AND NOT EXISTS (SELECT start, end FROM span WHERE annotation = other.id EXCEPT "                                  \
  "SELECT start, end FROM span WHERE annotation = one.id)"

/* @ids gets one, other, one, other, … */
static gboolean
list_twins (PlxConnection *connection,
            PlxId from,
            PlxId into,
            GArray *ids,
            GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, TWINS);
  PlxStep step;

  plx_statement_bind_id (statement, ":from", from);
  plx_statement_bind_id (statement, ":into", into);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    for (int i = 0; i < 2; i++)
      {
        PlxId id = plx_statement_get_int (statement, i);

        g_array_append_val (ids, id);
      }
  return step == PLX_STEP_DONE;
}

static gboolean
retag_all (PlxConnection *connection,
           PlxId from,
           PlxId into,
           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE annotation SET tag = :into, modified = :now WHERE tag = :from");

  plx_statement_bind_id (statement, ":from", from);
  plx_statement_bind_id (statement, ":into", into);
  plx_statement_bind_int (statement, ":now", plx_time_now ());
  return plx_statement_run (statement, error);
}

gboolean
plx_annotations_merge_tag (PlxConnection *connection,
                           PlxId from,
                           PlxId into,
                           GError **error)
{
  g_autoptr (GArray) twins = g_array_new (FALSE, FALSE, sizeof (PlxId));

  if (!list_twins (connection, from, into, twins, error))
    return FALSE;
  for (guint i = 0; i < twins->len; i += 2)
    if (!plx_annotations_merge (connection, g_array_index (twins, PlxId, i), g_array_index (twins, PlxId, i + 1), error))
      return FALSE;
  return retag_all (connection, from, into, error);
}
