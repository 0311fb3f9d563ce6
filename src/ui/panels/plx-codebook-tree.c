/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-codebook-tree.h"

#include "plx-ask.h"
#include "plx-words.h"

#include "store/plx-tag-tree.h"
#include "verb/plx-tag-verbs.h"

#include <glib/gi18n.h>

struct _PlxCodebookTree
{
  GObject parent_instance;

  PlxSession *session; /* (owned) */
  GHashTable *folded;  /* (owned) (element-type PlxId) */
  GHashTable *parents; /* (owned) (element-type PlxId): tags with others under them */
  GListStore *model;   /* (owned) (element-type PlxTagItem): what is unfolded */
};

G_DEFINE_FINAL_TYPE (PlxCodebookTree, plx_codebook_tree, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plx_codebook_tree_finalize (GObject *object)
{
  PlxCodebookTree *self = PLX_CODEBOOK_TREE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->parents);
  G_OBJECT_CLASS (plx_codebook_tree_parent_class)->finalize (object);
}

static void
plx_codebook_tree_class_init (PlxCodebookTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_codebook_tree_finalize;
  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_CODEBOOK_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_codebook_tree_init (PlxCodebookTree *self)
{
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->parents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->model = g_list_store_new (PLX_TYPE_TAG_ITEM);
}

static PlxCodebook *
get_codebook (PlxCodebookTree *self)
{
  return plx_session_get_codebook (self->session);
}

static const PlxTag *
get_tag (PlxCodebookTree *self,
         PlxId tag)
{
  return plx_codebook_get_tag (get_codebook (self), tag);
}

/* The items above which nothing is folded. */
static GPtrArray *
list_shown (PlxCodebookTree *self)
{
  GListModel *codebook = G_LIST_MODEL (get_codebook (self));
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  int folded = G_MAXINT; /* the depth of what is folded */

  for (guint i = 0; i < g_list_model_get_n_items (codebook); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);
      const PlxTag *tag = plx_tag_item_get_tag (item);

      if (tag->depth > folded)
        continue;
      folded = g_hash_table_contains (self->folded, &tag->id) ? tag->depth : G_MAXINT;
      g_ptr_array_add (shown, g_steal_pointer (&item));
    }
  return shown;
}

static gboolean
is_at (PlxCodebookTree *self,
       guint position,
       gpointer item)
{
  g_autoptr (PlxTagItem) there = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return there == item;
}

/* Changes what lies between the first and the last difference, at once: a list
 * has much to do for each change. */
static void
show (PlxCodebookTree *self,
      GPtrArray *shown)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->model)), n_new = shown->len, start = 0, end = 0;

  while (start < MIN (n_old, n_new) && is_at (self, start, shown->pdata[start]))
    start++;
  while (end < MIN (n_old, n_new) - start && is_at (self, n_old - 1 - end, shown->pdata[n_new - 1 - end]))
    end++;
  if (start + end < MAX (n_old, n_new))
    g_list_store_splice (self->model, start, n_old - start - end, shown->pdata + start, n_new - start - end);
}

static void
refresh (PlxCodebookTree *self)
{
  g_autoptr (GPtrArray) shown = list_shown (self);

  show (self, shown);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
codebook_changed_cb (PlxCodebookTree *self)
{
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (get_codebook (self));

  g_hash_table_remove_all (self->parents);
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      if (tag->parent != PLX_ID_NONE)
        g_hash_table_add (self->parents, g_memdup2 (&tag->parent, sizeof tag->parent));
    }
  refresh (self);
}

PlxCodebookTree *
plx_codebook_tree_new (PlxSession *session)
{
  PlxCodebookTree *self = g_object_new (PLX_TYPE_CODEBOOK_TREE, NULL);

  self->session = g_object_ref (session);
  codebook_changed_cb (self);
  g_signal_connect_object (plx_session_get_codebook (session), "changed", G_CALLBACK (codebook_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

PlxSession *
plx_codebook_tree_get_session (PlxCodebookTree *self)
{
  return self->session;
}

GListModel *
plx_codebook_tree_get_model (PlxCodebookTree *self)
{
  return G_LIST_MODEL (self->model);
}

/* Folding */

gboolean
plx_codebook_tree_has_children (PlxCodebookTree *self,
                                PlxId tag)
{
  return g_hash_table_contains (self->parents, &tag);
}

gboolean
plx_codebook_tree_is_open (PlxCodebookTree *self,
                           PlxId tag)
{
  return !g_hash_table_contains (self->folded, &tag);
}

static void
fold (PlxCodebookTree *self,
      PlxId tag,
      gboolean open)
{
  if (open)
    g_hash_table_remove (self->folded, &tag);
  else
    g_hash_table_add (self->folded, g_memdup2 (&tag, sizeof tag));
}

void
plx_codebook_tree_set_open (PlxCodebookTree *self,
                            PlxId tag,
                            gboolean open)
{
  if (plx_codebook_tree_is_open (self, tag) == open || !plx_codebook_tree_has_children (self, tag))
    return;
  fold (self, tag, open);
  refresh (self);
}

void
plx_codebook_tree_set_all_open (PlxCodebookTree *self,
                                gboolean open)
{
  GHashTableIter iter;
  gpointer tag;

  g_hash_table_remove_all (self->folded);
  g_hash_table_iter_init (&iter, self->parents);
  while (!open && g_hash_table_iter_next (&iter, &tag, NULL))
    fold (self, *(PlxId *) tag, FALSE);
  refresh (self);
}

/* Renaming */

void
plx_codebook_tree_rename (PlxCodebookTree *self,
                          PlxId id,
                          const char *name)
{
  const PlxTag *there = get_tag (self, id);
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autoptr (PlxTag) tag = NULL;

  if (there == NULL || g_str_equal (there->name, stripped))
    return;
  tag = plx_tag_copy (there);
  g_free (tag->name);
  tag->name = g_steal_pointer (&stripped);
  plx_session_do (self->session, plx_verb_update_tag (tag, FALSE), NULL);
}

/* Moving and merging: what becomes of another kind is asked. */

typedef struct
{
  PlxSession *session; /* (owned) */
  PlxVerb *verb;       /* (owned) (nullable) */
  char *message;       /* (owned) (nullable) */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->session);
  g_clear_pointer (&errand->verb, plx_verb_free);
  g_free (errand->message);
  g_free (errand);
}

static void
do_errand_cb (gpointer data)
{
  Errand *errand = data;

  plx_session_do (errand->session, g_steal_pointer (&errand->verb), errand->message);
}

/* @verb is consumed. */
static Errand *
errand_new (PlxCodebookTree *self,
            PlxVerb *verb,
            const char *message)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->session = g_object_ref (self->session);
  errand->verb = verb;
  errand->message = g_strdup (message);
  return errand;
}

static char *
dup_kind_question (const PlxTag *tag,
                   PlxKind kind)
{
  g_autofree char *name = plx_words_isolate (tag->name);

  switch (kind)
    {
    case PLX_KIND_ACTOR:
      /* Translators: a tag of the codebook that moves under a tag of another kind */
      return g_strdup_printf (_ ("“%s” and all tags under it become actors."), name);
    case PLX_KIND_PLACE:
      return g_strdup_printf (_ ("“%s” and all tags under it become places."), name);
    case PLX_KIND_CLAIM:
      return g_strdup_printf (_ ("“%s” and all tags under it become claims."), name);
    case PLX_KIND_OTHER:
      break;
    }
  return g_strdup_printf (_ ("“%s” and all tags under it become tags of the kind “Other”."), name);
}

gboolean
plx_codebook_tree_find_drop (PlxCodebookTree *self,
                             PlxId tag,
                             PlxId target,
                             PlxTagZone zone,
                             PlxTagPlace *place)
{
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (get_codebook (self));

  return plx_tag_find_drop (tags, tag, target, zone, plx_codebook_tree_is_open (self, target), place);
}

void
plx_codebook_tree_move (PlxCodebookTree *self,
                        GtkWidget *widget,
                        PlxId id,
                        const PlxTagPlace *place)
{
  const PlxTag *tag = get_tag (self, id);
  const PlxTag *parent = get_tag (self, place->parent);
  PlxKind kind;
  Errand *errand;

  if (tag == NULL || (place->parent != PLX_ID_NONE && parent == NULL))
    return;
  kind = parent != NULL ? parent->kind : tag->kind;
  errand = errand_new (self, plx_verb_move_tag (tag, place->parent, place->position, kind), NULL);
  if (parent != NULL)
    plx_codebook_tree_set_open (self, parent->id, TRUE);
  if (kind == tag->kind)
    {
      do_errand_cb (errand);
      errand_free (errand);
    }
  else
    {
      g_autofree char *question = dup_kind_question (tag, kind);

      plx_ask (widget, _ ("Change the Kind?"), question, _ ("_Move"), FALSE, do_errand_cb, errand, errand_free);
    }
}

gboolean
plx_codebook_tree_step (PlxCodebookTree *self,
                        GtkWidget *widget,
                        PlxId tag,
                        PlxTagStep step)
{
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (get_codebook (self));
  PlxTagPlace place;

  if (!plx_tag_find_step (tags, tag, step, &place))
    return FALSE;
  plx_codebook_tree_move (self, widget, tag, &place);
  return TRUE;
}

/* Merging and deleting tell how much they touch. */

static gboolean
count_branch (PlxCodebookTree *self,
              PlxId tag,
              PlxTagCounts *counts)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (self->session));
  g_autoptr (GError) error = NULL;

  if (reader != NULL && plx_tags_count_branch (reader, tag, counts, &error))
    return TRUE;
  if (error != NULL)
    plx_session_fail (self->session, error->message);
  return FALSE;
}

static char *
dup_annotations (int n)
{
  return g_strdup_printf (ngettext ("%'d annotation", "%'d annotations", (gulong) n), n);
}

static char *
dup_merge_question (const PlxTag *from,
                    const PlxTag *into,
                    const PlxTagCounts *counts)
{
  g_autofree char *name = plx_words_isolate (from->path);
  g_autofree char *other = plx_words_isolate (into->path);
  g_autofree char *annotations = dup_annotations (counts->n_annotations);
  g_autofree char *what = NULL;
  g_autofree char *kind = from->kind != into->kind ? dup_kind_question (from, into->kind) : NULL;

  /* Translators: "Place/Site" goes into "Place/Region"; "12 annotations" */
  what = g_strdup_printf (_ ("“%s” goes away. Its %s and the tags under it go to “%s”. Annotations that would then say the same become one, with both notes."),
                          name, annotations, other);
  return kind != NULL ? g_strdup_printf ("%s\n\n%s", what, kind) : g_steal_pointer (&what);
}

void
plx_codebook_tree_merge (PlxCodebookTree *self,
                         GtkWidget *widget,
                         PlxId from_id,
                         PlxId into_id)
{
  const PlxTag *from = get_tag (self, from_id);
  const PlxTag *into = get_tag (self, into_id);
  g_autofree char *question = NULL;
  PlxTagCounts counts;

  if (from == NULL || into == NULL || !count_branch (self, from_id, &counts))
    return;
  question = dup_merge_question (from, into, &counts);
  plx_ask (widget, _ ("Merge the Tags?"), question, _ ("_Merge"), FALSE, do_errand_cb,
           errand_new (self, plx_verb_merge_tags (from, into_id, into->kind), _ ("Tags merged")), errand_free);
}

static char *
dup_remove_question (const PlxTag *tag,
                     const PlxTagCounts *counts)
{
  g_autofree char *name = plx_words_isolate (tag->path);
  g_autofree char *annotations = dup_annotations (counts->n_annotations);
  g_autofree char *tags = g_strdup_printf (ngettext ("%d tag", "%d tags", (gulong) counts->n_tags - 1), counts->n_tags - 1);

  if (counts->n_tags > 1)
    /* Translators: the tag, "4 tags", "118 annotations" */
    return g_strdup_printf (_ ("“%s” goes away with %s under it and %s. Undo brings them back."), name, tags, annotations);
  /* Translators: the tag, "118 annotations" */
  return g_strdup_printf (_ ("“%s” goes away with %s. Undo brings them back."), name, annotations);
}

/* A tag that nothing hangs on goes without a question. */
void
plx_codebook_tree_remove (PlxCodebookTree *self,
                          GtkWidget *widget,
                          PlxId id)
{
  const PlxTag *tag = get_tag (self, id);
  g_autofree char *question = NULL;
  PlxTagCounts counts;
  Errand *errand;

  if (tag == NULL || !count_branch (self, id, &counts))
    return;
  errand = errand_new (self, plx_verb_remove_tag (tag), _ ("Tag deleted"));
  if (counts.n_tags == 1 && counts.n_annotations == 0)
    {
      do_errand_cb (errand);
      errand_free (errand);
      return;
    }
  question = dup_remove_question (tag, &counts);
  plx_ask (widget, _ ("Delete the Tag?"), question, _ ("_Delete"), TRUE, do_errand_cb, errand, errand_free);
}
