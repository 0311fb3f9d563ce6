/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-follow.h"

#include "store/plx-entities.h"
#include "store/plx-questions.h"

/* A column. */
typedef struct
{
  GArray *counterparts; /* (owned) (element-type PlxCounterpart) */
  guint position;       /* of the counterpart among them */
  PlxSilence *silence;  /* (owned) (nullable) */
} Column;

struct _PlxFollow
{
  GObject parent_instance;

  PlxProject *project;  /* (owned) */
  GListModel *readings; /* (owned) (element-type PlxReading) */
  GHashTable *columns;  /* (owned) (element-type PlxId Column): by document */
  PlxReading *source;   /* (owned) (nullable): where the selected annotation is */
  PlxId annotation;
  PlxSubject subject;
  gboolean is_active;
};

G_DEFINE_FINAL_TYPE (PlxFollow, plx_follow, G_TYPE_OBJECT)

enum
{
  CHANGED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
column_free (gpointer data)
{
  Column *column = data;

  g_array_unref (column->counterparts);
  g_clear_pointer (&column->silence, plx_silence_free);
  g_free (column);
}

static Column *
find (PlxFollow *self,
      PlxReading *reading)
{
  PlxId id = plx_reading_get_id (reading);

  return g_hash_table_lookup (self->columns, &id);
}

static const PlxCounterpart *
get (const Column *column,
     guint i)
{
  return &g_array_index (column->counterparts, PlxCounterpart, i);
}

static gboolean
find_annotation (const Column *column,
                 PlxId annotation,
                 guint *position)
{
  for (guint i = 0; i < column->counterparts->len; i++)
    if (get (column, i)->annotation == annotation)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/* Reading */

static Column *
load_column (PlxFollow *self,
             PlxReading *reading)
{
  PlxConnection *connection = plx_project_get_reader (self->project);
  PlxId document = plx_reading_get_id (reading);
  Column *column = g_new0 (Column, 1);

  column->counterparts = plx_counterparts_list (connection, &self->subject, document, NULL);
  if (column->counterparts == NULL)
    column->counterparts = g_array_new (FALSE, FALSE, sizeof (PlxCounterpart));
  if (column->counterparts->len == 0 && self->subject.kind == PLX_SUBJECT_QUESTION)
    plx_counterparts_find_silence (connection, self->subject.id, document, &column->silence, NULL);
  return column;
}

/* What was the counterpart stays it, as long as it is one. */
static void
keep_position (PlxFollow *self,
               PlxReading *reading,
               Column *column)
{
  Column *before = find (self, reading);

  if (reading == self->source && find_annotation (column, self->annotation, &column->position))
    return;
  if (before != NULL && before->position < before->counterparts->len)
    find_annotation (column, get (before, before->position)->annotation, &column->position);
}

static void
load (PlxFollow *self)
{
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, column_free);
  guint n = self->subject.kind != PLX_SUBJECT_NONE ? g_list_model_get_n_items (self->readings) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (self->readings, i);
      Column *column = load_column (self, reading);
      PlxId id = plx_reading_get_id (reading);

      keep_position (self, reading, column);
      g_hash_table_insert (columns, g_memdup2 (&id, sizeof id), column);
    }
  g_hash_table_unref (self->columns);
  self->columns = g_steal_pointer (&columns);
}

static PlxSubject
load_subject (PlxFollow *self)
{
  PlxConnection *connection = plx_project_get_reader (self->project);

  if (!self->is_active || connection == NULL || self->annotation == PLX_ID_NONE)
    return (PlxSubject){ PLX_SUBJECT_NONE, PLX_ID_NONE };
  return plx_subject_load (connection, self->annotation);
}

/* Returns: whether something else is followed now */
static gboolean
update (PlxFollow *self)
{
  PlxSubject before = self->subject;

  self->subject = load_subject (self);
  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return before.kind != self->subject.kind || before.id != self->subject.id;
}

/* Moving */

static void
move (PlxFollow *self,
      PlxReading *reading)
{
  Column *column = find (self, reading);

  if (column != NULL && column->counterparts->len > 0)
    g_signal_emit (self, signals[MOVED], 0, reading, get (column, column->position)->start);
}

static void
move_others (PlxFollow *self)
{
  guint n = g_list_model_get_n_items (self->readings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (self->readings, i);

      if (reading != self->source)
        move (self, reading);
    }
}

static gboolean
step (PlxFollow *self,
      PlxReading *reading,
      gboolean forward)
{
  Column *column = find (self, reading);
  guint n = column != NULL ? column->counterparts->len : 0;

  if (n < 2)
    return FALSE;
  column->position = (column->position + (forward ? 1 : n - 1)) % n;
  move (self, reading);
  return TRUE;
}

gboolean
plx_follow_step (PlxFollow *self,
                 PlxReading *reading,
                 gboolean forward)
{
  guint n = g_list_model_get_n_items (self->readings);
  gboolean stepped = FALSE;

  if (reading != NULL)
    stepped = step (self, reading, forward);
  for (guint i = 0; reading == NULL && i < n; i++)
    {
      g_autoptr (PlxReading) other = g_list_model_get_item (self->readings, i);

      if (other != self->source && step (self, other, forward))
        stepped = TRUE;
    }
  if (stepped)
    g_signal_emit (self, signals[CHANGED], 0);
  return stepped;
}

void
plx_follow_set_annotation (PlxFollow *self,
                           PlxReading *reading,
                           PlxId annotation)
{
  if (annotation == self->annotation)
    return;
  self->annotation = annotation;
  g_set_object (&self->source, reading);
  if (update (self))
    move_others (self);
}

void
plx_follow_set_active (PlxFollow *self,
                       gboolean active)
{
  if (self->is_active == active)
    return;
  self->is_active = active;
  if (update (self) && active)
    move_others (self);
}

/* Asking */

PlxSubject
plx_follow_get_subject (PlxFollow *self)
{
  return self->subject;
}

char *
plx_follow_dup_name (PlxFollow *self)
{
  PlxConnection *connection = plx_project_get_reader (self->project);
  g_autoptr (PlxQuestion) question = NULL;
  g_autoptr (PlxEntity) entity = NULL;

  if (connection == NULL || self->subject.kind == PLX_SUBJECT_NONE)
    return g_strdup ("");
  if (self->subject.kind == PLX_SUBJECT_QUESTION)
    question = plx_questions_get (connection, self->subject.id, NULL);
  else
    entity = plx_entities_get (connection, self->subject.id, NULL);
  if (question != NULL)
    return g_strdup (question->text);
  return g_strdup (entity != NULL ? entity->name : "");
}

PlxFollowState
plx_follow_get_state (PlxFollow *self,
                      PlxReading *reading)
{
  const Column *column = find (self, reading);

  if (column == NULL)
    return PLX_FOLLOW_OFF;
  if (column->counterparts->len > 0)
    return PLX_FOLLOW_FOUND;
  if (self->subject.kind == PLX_SUBJECT_ENTITY)
    return PLX_FOLLOW_NONE;
  return column->silence != NULL ? PLX_FOLLOW_SILENT : PLX_FOLLOW_UNCHECKED;
}

guint
plx_follow_get_n (PlxFollow *self,
                  PlxReading *reading,
                  guint *position)
{
  const Column *column = find (self, reading);

  if (position != NULL)
    *position = column != NULL ? column->position : 0;
  return column != NULL ? column->counterparts->len : 0;
}

PlxId
plx_follow_get_counterpart (PlxFollow *self,
                            PlxReading *reading)
{
  const Column *column = find (self, reading);

  return column != NULL && column->counterparts->len > 0 ? get (column, column->position)->annotation : PLX_ID_NONE;
}

const PlxSilence *
plx_follow_get_silence (PlxFollow *self,
                        PlxReading *reading)
{
  const Column *column = find (self, reading);

  return column != NULL ? column->silence : NULL;
}

gboolean
plx_follow_is_unchecked (PlxFollow *self,
                         PlxReading *reading,
                         PlxId question)
{
  PlxConnection *connection = plx_project_get_reader (self->project);
  const PlxSubject subject = { PLX_SUBJECT_QUESTION, question };
  PlxId document = plx_reading_get_id (reading);
  g_autoptr (GArray) claims = plx_counterparts_list (connection, &subject, document, NULL);
  g_autoptr (PlxSilence) silence = NULL;

  return claims != NULL && claims->len == 0 && plx_counterparts_find_silence (connection, question, document, &silence, NULL) &&
         silence == NULL;
}

/* Life */

/* What is followed is told anew, but nothing moves: it is somebody's work that
 * changed it, not a look elsewhere. */
static void
project_changed_cb (PlxFollow *self,
                    PlxChanges *changes)
{
  if (self->annotation == PLX_ID_NONE)
    return;
  if (plx_changes_touch (changes, PLX_TABLE_ANNOTATION) || plx_changes_touch (changes, PLX_TABLE_CLAIM) ||
      plx_changes_touch (changes, PLX_TABLE_SILENCE) || plx_changes_touch (changes, PLX_TABLE_QUESTION) ||
      plx_changes_touch (changes, PLX_TABLE_SPAN) || plx_changes_touch (changes, PLX_TABLE_ENTITY))
    update (self);
}

static void
plx_follow_dispose (GObject *object)
{
  PlxFollow *self = PLX_FOLLOW (object);

  g_clear_object (&self->project);
  g_clear_object (&self->readings);
  g_clear_object (&self->source);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  G_OBJECT_CLASS (plx_follow_parent_class)->dispose (object);
}

static void
plx_follow_class_init (PlxFollowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_follow_dispose;
  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_FOLLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", PLX_TYPE_FOLLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, PLX_TYPE_READING, G_TYPE_INT);
}

static void
plx_follow_init (PlxFollow *self)
{
  self->columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, column_free);
  self->is_active = TRUE;
}

PlxFollow *
plx_follow_new (PlxProject *project,
                GListModel *readings)
{
  PlxFollow *self = g_object_new (PLX_TYPE_FOLLOW, NULL);

  self->project = g_object_ref (project);
  self->readings = g_object_ref (readings);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (readings, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}
