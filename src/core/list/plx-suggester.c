/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "list/plx-suggester.h"

#include "query/plx-suggestions.h"

/* Changes that follow each other are waited for. */
#define DELAY_MS 100

struct _PlxSuggester
{
  GObject parent_instance;

  PlxProject *project;       /* (owned) */
  GListModel *readings;      /* (owned) (element-type PlxReading) */
  PlxSuggestionNames *names; /* (owned) (nullable): of the last answer */
  GHashTable *found;         /* (owned) (element-type PlxId GArray) */
  GArray *nothing;           /* (owned): for articles of which nothing is known */
  GCancellable *cancellable; /* (owned) (nullable): of what is being asked */
  guint delay_id;
  gboolean active;
};

G_DEFINE_FINAL_TYPE (PlxSuggester, plx_suggester, G_TYPE_OBJECT)

typedef enum
{
  PROP_ACTIVE = 1,
} PlxSuggesterProperty;

static GParamSpec *properties[PROP_ACTIVE + 1];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Asking */

/* One open article. */
typedef struct
{
  PlxId document;
  PlxText *text; /* (owned) */
  GArray *found; /* (owned) (nullable) (element-type PlxPlacement) */
} Page;

typedef struct
{
  GArray *pages;             /* (owned) (element-type Page) */
  PlxSuggestionNames *names; /* (owned) (nullable) */
} Question;

static void
page_clear (gpointer data)
{
  Page *page = data;

  plx_text_unref (page->text);
  g_clear_pointer (&page->found, g_array_unref);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_array_unref (question->pages);
  g_clear_pointer (&question->names, plx_suggestion_names_free);
  g_free (question);
}

static Question *
question_new (PlxSuggester *self)
{
  Question *question = g_new0 (Question, 1);

  question->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  g_array_set_clear_func (question->pages, page_clear);
  for (guint i = 0; i < g_list_model_get_n_items (self->readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (self->readings, i);
      Page page = { plx_reading_get_id (reading), plx_text_ref (plx_reading_get_text (reading)), NULL };

      g_array_append_val (question->pages, page);
    }
  return question;
}

/* On a thread of its own.  An article that was removed meanwhile closes. */
static gboolean
answer (PlxConnection *connection,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  Question *question = data;

  question->names = plx_suggestion_names_load (connection, error);
  if (question->names == NULL)
    return FALSE;
  for (guint i = 0; i < question->pages->len; i++)
    {
      Page *page = &g_array_index (question->pages, Page, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      page->found = plx_suggestions_find (question->names, connection, page->document, page->text, error);
      if (page->found == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
take (PlxSuggester *self,
      Question *question)
{
  g_hash_table_remove_all (self->found);
  for (guint i = 0; i < question->pages->len; i++)
    {
      Page *page = &g_array_index (question->pages, Page, i);

      g_hash_table_insert (self->found, g_memdup2 (&page->document, sizeof page->document), g_steal_pointer (&page->found));
    }
  g_clear_pointer (&self->names, plx_suggestion_names_free);
  self->names = g_steal_pointer (&question->names);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (PlxSuggester) self = data;
  g_autoptr (GError) error = NULL;
  Question *question = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  /* Asked anew, or nobody wants to know any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  /* What fails once is asked again with the next change; suggestions are no
   * reason to disturb anybody. */
  if (question != NULL && self->active)
    take (self, question);
}

static void
stop (PlxSuggester *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
delay_cb (gpointer data)
{
  PlxSuggester *self = data;

  self->delay_id = 0;
  self->cancellable = g_cancellable_new ();
  plx_project_read_async (self->project, answer, question_new (self), question_free, self->cancellable, answered_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
ask (PlxSuggester *self)
{
  if (!self->active)
    return;
  stop (self);
  self->delay_id = g_timeout_add (DELAY_MS, delay_cb, self);
}

/* Following */

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxSuggester *self)
{
  if (plx_changes_touch (changes, PLX_TABLE_ENTITY) || plx_changes_touch (changes, PLX_TABLE_ALIAS) ||
      plx_changes_touch (changes, PLX_TABLE_TAG) || plx_changes_touch (changes, PLX_TABLE_ANNOTATION) ||
      plx_changes_touch (changes, PLX_TABLE_SPAN) || plx_changes_touch (changes, PLX_TABLE_REJECTION))
    ask (self);
}

static void
readings_changed_cb (PlxSuggester *self,
                     guint position,
                     guint removed,
                     guint added)
{
  if (added > 0)
    ask (self);
}

/* Life */

static void
plx_suggester_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *pspec)
{
  switch ((PlxSuggesterProperty) id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, PLX_SUGGESTER (object)->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_suggester_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  switch ((PlxSuggesterProperty) id)
    {
    case PROP_ACTIVE:
      plx_suggester_set_active (PLX_SUGGESTER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_suggester_dispose (GObject *object)
{
  PlxSuggester *self = PLX_SUGGESTER (object);

  stop (self);
  g_clear_object (&self->project);
  g_clear_object (&self->readings);
  G_OBJECT_CLASS (plx_suggester_parent_class)->dispose (object);
}

static void
plx_suggester_finalize (GObject *object)
{
  PlxSuggester *self = PLX_SUGGESTER (object);

  g_hash_table_unref (self->found);
  g_array_unref (self->nothing);
  g_clear_pointer (&self->names, plx_suggestion_names_free);
  G_OBJECT_CLASS (plx_suggester_parent_class)->finalize (object);
}

static void
plx_suggester_class_init (PlxSuggesterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_suggester_get_property;
  object_class->set_property = plx_suggester_set_property;
  object_class->dispose = plx_suggester_dispose;
  object_class->finalize = plx_suggester_finalize;
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_SUGGESTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_suggester_init (PlxSuggester *self)
{
  self->found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->nothing = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));
}

PlxSuggester *
plx_suggester_new (PlxProject *project,
                   GListModel *readings)
{
  PlxSuggester *self = g_object_new (PLX_TYPE_SUGGESTER, NULL);

  self->project = g_object_ref (project);
  self->readings = g_object_ref (readings);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  g_signal_connect_object (readings, "items-changed", G_CALLBACK (readings_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
plx_suggester_get_active (PlxSuggester *self)
{
  return self->active;
}

void
plx_suggester_set_active (PlxSuggester *self,
                          gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  if (active)
    ask (self);
  else
    {
      stop (self);
      g_hash_table_remove_all (self->found);
      g_clear_pointer (&self->names, plx_suggestion_names_free);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

const GArray *
plx_suggester_get (PlxSuggester *self,
                   PlxId document)
{
  const GArray *found = g_hash_table_lookup (self->found, &document);

  return found != NULL ? found : self->nothing;
}

const PlxPlacement *
plx_suggester_find (PlxSuggester *self,
                    PlxId document,
                    int offset)
{
  const GArray *found = plx_suggester_get (self, document);
  const PlxPlacement *ends = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const PlxPlacement *place = &g_array_index (found, PlxPlacement, i);

      if (place->span.start <= offset && offset < place->span.end)
        return place;
      if (place->span.end == offset)
        ends = place;
    }
  return ends;
}

const char *
plx_suggester_get_name (PlxSuggester *self,
                        PlxId entity)
{
  return self->names != NULL ? plx_suggestion_names_get_name (self->names, entity) : NULL;
}
