/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One property for every verb: what was done can be undone and redone, and the
 * project is then exactly what it was.
 *
 * Random sequences of edits are made; a dump of all contents is taken around
 * each.  Undoing gives the dumps in reverse, redoing gives them again, and an
 * edit after undoing ends the redoing.  An edit that fails leaves nothing.
 */

#include "config.h"

#include "plx-test-project.h"

#include "base/plx-string.h"
#include "model/plx-hotkey.h"
#include "store/plx-annotations.h"
#include "store/plx-annotators.h"
#include "store/plx-documents.h"
#include "store/plx-dump.h"
#include "store/plx-entities.h"
#include "store/plx-foreign-ids.h"
#include "store/plx-history.h"
#include "store/plx-questions.h"
#include "store/plx-relations.h"
#include "store/plx-tag-tree.h"
#include "store/plx-tags.h"
#include "verb/plx-bulk-verbs.h"
#include "verb/plx-entity-verbs.h"
#include "verb/plx-shape-verbs.h"

#define N_SEQUENCES 300
#define SEQUENCES_PER_PROJECT 20

static const char *const texts[] = {
  "Rebels took more than 15 villages west of Aleppo 🇸🇾 on Wednesday, activists said.",
  "قالت مصادر إن ١٥ قرية سقطت، وإن الجيش انسحب.",
  "The army denied it; “several villages” had been lost, it said.",
  NULL,
};

/* What people write, and what breaks quoting. */
static const char *const strings[] = {
  "", "A", "b", "C d", "it's", "\"quoted\"", "back\\slash", "line\nbreak", "tab\tand \x01 control", "🇸🇾", "قرية", "e\u0301",
  "100 %", "{\"json\": [1]}", "NULL", "0", "1e5", "\u2028", "x'41'", "Aleppo"
};

typedef struct
{
  PlxTestProject *project;
  GRand *rand;
} World;

typedef gboolean (*Op) (World *world,
                        PlxConnection *connection,
                        PlxId annotator,
                        GError **error);

static int
any (World *world,
     int n)
{
  return g_rand_int_range (world->rand, 0, n);
}

static const char *
any_string (World *world)
{
  return strings[any (world, G_N_ELEMENTS (strings))];
}

static void
set_any (World *world,
         char **field)
{
  g_free (*field);
  *field = g_strdup (any_string (world));
}

/* A row of a list of values, each of which begins with its id. */
static gpointer
pick (World *world,
      GPtrArray *list)
{
  g_assert_nonnull (list);
  return list->len > 0 ? g_ptr_array_index (list, any (world, (int) list->len)) : NULL;
}

static PlxId
pick_id (World *world,
         GPtrArray *list)
{
  const PlxId *id = pick (world, list);

  return id != NULL ? *id : PLX_ID_NONE;
}

static PlxId
any_document (World *world,
              PlxConnection *connection)
{
  g_autoptr (GPtrArray) list = plx_documents_list (connection, NULL);

  return pick_id (world, list);
}

static PlxId
any_tag (World *world,
         PlxConnection *connection)
{
  g_autoptr (GPtrArray) list = plx_tags_list (connection, NULL);

  return pick_id (world, list);
}

static PlxId
any_entity (World *world,
            PlxConnection *connection)
{
  g_autoptr (GPtrArray) list = plx_entities_list (connection, NULL);

  return pick_id (world, list);
}

static PlxId
any_question (World *world,
              PlxConnection *connection)
{
  g_autoptr (GPtrArray) list = plx_questions_list (connection, NULL);

  return pick_id (world, list);
}

static gboolean
collect_cb (const PlxAnnotation *annotation,
            gpointer data,
            GError **error)
{
  g_array_append_val ((GArray *) data, annotation->id);
  return TRUE;
}

static PlxId
any_annotation (World *world,
                PlxConnection *connection)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));

  g_assert_true (plx_annotations_foreach (connection, PLX_ID_NONE, collect_cb, ids, NULL));
  return ids->len > 0 ? g_array_index (ids, PlxId, any (world, (int) ids->len)) : PLX_ID_NONE;
}

/* Articles */

static void
fill_document (World *world,
               PlxDocument *document)
{
  static const char *const dates[] = { "", "2024", "2024-11-28" };

  set_any (world, &document->title);
  set_any (world, &document->outlet);
  set_any (world, &document->url);
  set_any (world, &document->note);
  plx_set_str (&document->published, dates[any (world, G_N_ELEMENTS (dates))]);
}

static gboolean
add_document (World *world,
              PlxConnection *connection,
              PlxId annotator,
              GError **error)
{
  g_autoptr (PlxDocument) document = plx_document_new ();

  fill_document (world, document);
  set_any (world, &document->filename);
  return plx_documents_add (connection, document, plx_test_project_get_text (world->project, (guint) any (world, 3)), error);
}

static gboolean
update_document (World *world,
                 PlxConnection *connection,
                 PlxId annotator,
                 GError **error)
{
  g_autoptr (GPtrArray) list = plx_documents_list (connection, error);
  PlxDocument *document = pick (world, list);

  if (document == NULL)
    return TRUE;
  fill_document (world, document);
  return plx_documents_update (connection, document, error);
}

static gboolean
set_direction (World *world,
               PlxConnection *connection,
               PlxId annotator,
               GError **error)
{
  static const char *const directions[] = { "", "ltr", "rtl" };
  g_autoptr (GPtrArray) list = plx_documents_list (connection, error);
  PlxDocument *document = pick (world, list);

  if (document == NULL)
    return TRUE;
  return plx_documents_set_direction (connection, document->id, directions[any (world, G_N_ELEMENTS (directions))], error);
}

static gboolean
remove_document (World *world,
                 PlxConnection *connection,
                 PlxId annotator,
                 GError **error)
{
  return plx_documents_remove (connection, any_document (world, connection), error);
}

/* Codebook */

static void
fill_tag (World *world,
          PlxTag *tag)
{
  set_any (world, &tag->name);
  set_any (world, &tag->description);
  g_free (tag->colour);
  tag->colour = g_strdup_printf ("#%06x", (guint) any (world, 1 << 24));
  g_free (tag->hotkey);
  tag->hotkey = g_strdup (any (world, 3) == 0 ? plx_hotkeys_list ()[any (world, 20)] : "");
  set_any (world, &tag->examples);
}

static gboolean
add_tag (World *world,
         PlxConnection *connection,
         PlxId annotator,
         GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();

  fill_tag (world, tag);
  if (any (world, 3) > 0)
    tag->parent = any_tag (world, connection);
  return plx_tags_add (connection, tag, error);
}

static gboolean
update_tag (World *world,
            PlxConnection *connection,
            PlxId annotator,
            GError **error)
{
  g_autoptr (GPtrArray) list = plx_tags_list (connection, error);
  PlxTag *tag = pick (world, list);

  if (tag == NULL)
    return TRUE;
  fill_tag (world, tag);
  return plx_tags_update (connection, tag, error);
}

static gboolean
remove_tag (World *world,
            PlxConnection *connection,
            PlxId annotator,
            GError **error)
{
  return plx_tags_remove (connection, any_tag (world, connection), error);
}

static PlxKind
kind_of (PlxConnection *connection,
         PlxId tag)
{
  g_autoptr (PlxTag) there = plx_tags_get (connection, tag, NULL);

  return there != NULL ? there->kind : PLX_KIND_OTHER;
}

static gboolean
move_tag (World *world,
          PlxConnection *connection,
          PlxId annotator,
          GError **error)
{
  PlxId tag = any_tag (world, connection);
  PlxId parent = any (world, 3) > 0 ? any_tag (world, connection) : PLX_ID_NONE;
  PlxKind kind = any (world, 2) ? kind_of (connection, parent) : kind_of (connection, tag);

  return plx_tags_move (connection, tag, parent, any (world, 5) - 1, any (world, 4) ? NULL : any_string (world), kind, error);
}

static gboolean
merge_tags (World *world,
            PlxConnection *connection,
            PlxId annotator,
            GError **error)
{
  PlxId into = any_tag (world, connection);

  return plx_tags_merge (connection, any_tag (world, connection), into, kind_of (connection, into), error);
}

static gboolean
set_tag_kind (World *world,
              PlxConnection *connection,
              PlxId annotator,
              GError **error)
{
  return plx_tags_set_kind (connection, any_tag (world, connection), (PlxKind) any (world, 4), error);
}

static gboolean
add_relation_kind (World *world,
                   PlxConnection *connection,
                   PlxId annotator,
                   GError **error)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();

  set_any (world, &kind->name);
  set_any (world, &kind->description);
  kind->directed = any (world, 2);
  return plx_relation_kinds_add (connection, kind, error);
}

/* Entities */

static void
fill_entity (World *world,
             PlxEntity *entity)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();

  set_any (world, &entity->name);
  set_any (world, &entity->uri);
  set_any (world, &entity->note);
  plx_set_str (&entity->sort, entity->kind == PLX_KIND_ACTOR && any (world, 2) ? "person" : "");
  entity->has_coordinates = any (world, 2);
  entity->latitude = g_rand_double_range (world->rand, -90, 90);
  entity->longitude = g_rand_double_range (world->rand, -180, 180);
  for (int n = any (world, 4); n > 0; n--)
    g_ptr_array_add (aliases, g_strdup (any_string (world)));
  g_ptr_array_add (aliases, NULL);
  g_strfreev (entity->aliases);
  entity->aliases = (char **) g_ptr_array_free (g_steal_pointer (&aliases), FALSE);
}

static gboolean
add_entity (World *world,
            PlxConnection *connection,
            PlxId annotator,
            GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();

  entity->kind = any (world, 2) ? PLX_KIND_ACTOR : PLX_KIND_PLACE;
  fill_entity (world, entity);
  return plx_entities_add (connection, entity, error);
}

static gboolean
ensure_entity (World *world,
               PlxConnection *connection,
               PlxId annotator,
               GError **error)
{
  PlxId id;

  return plx_entities_ensure (connection, PLX_KIND_PLACE, any_string (world), &id, error);
}

static gboolean
update_entity (World *world,
               PlxConnection *connection,
               PlxId annotator,
               GError **error)
{
  g_autoptr (GPtrArray) list = plx_entities_list (connection, error);
  PlxEntity *entity = pick (world, list);

  if (entity == NULL)
    return TRUE;
  fill_entity (world, entity);
  return plx_entities_update (connection, entity, error);
}

static gboolean
remove_entity (World *world,
               PlxConnection *connection,
               PlxId annotator,
               GError **error)
{
  return plx_entities_remove (connection, any_entity (world, connection), error);
}

/* Does @verb, which it takes, as part of the edit. */
static gboolean
do_verb (PlxVerb *verb,
         PlxConnection *connection,
         PlxId annotator,
         GError **error)
{
  gboolean done = verb->func (connection, annotator, verb->data, error);

  plx_verb_free (verb);
  return done;
}

static gboolean
merge_entities (World *world,
                PlxConnection *connection,
                PlxId annotator,
                GError **error)
{
  PlxVerb *verb = plx_verb_merge_entities (any_entity (world, connection), any_entity (world, connection), "");

  return do_verb (verb, connection, annotator, error);
}

static gboolean
link_annotations (World *world,
                  PlxConnection *connection,
                  PlxId annotator,
                  GError **error)
{
  const PlxId ids[] = { any_annotation (world, connection), any_annotation (world, connection) };
  PlxMention mention = { .name = any_string (world), .learn = any (world, 2) };

  if (any (world, 2))
    mention.entity = any_entity (world, connection);
  return do_verb (plx_verb_link (ids, 1 + (gsize) any (world, 2), &mention), connection, annotator, error);
}

static gboolean
unlink_annotation (World *world,
                   PlxConnection *connection,
                   PlxId annotator,
                   GError **error)
{
  const PlxId id = any_annotation (world, connection);

  return do_verb (plx_verb_unlink (&id, 1, NULL), connection, annotator, error);
}

static gboolean
split_entity (World *world,
              PlxConnection *connection,
              PlxId annotator,
              GError **error)
{
  const PlxId ids[] = { any_annotation (world, connection), any_annotation (world, connection) };

  return do_verb (plx_verb_split_entity (ids, 1 + (gsize) any (world, 2), plx_id_new (), any_string (world), any (world, 2)),
                  connection, annotator, error);
}

/* Questions and silences */

static void
fill_question (World *world,
               PlxQuestion *question)
{
  static const char *const answers[] = { "fixed", "grows", "varies" };

  set_any (world, &question->text);
  set_any (world, &question->unit);
  set_any (world, &question->note);
  plx_set_str (&question->answer, answers[any (world, 3)]);
}

static gboolean
add_question (World *world,
              PlxConnection *connection,
              PlxId annotator,
              GError **error)
{
  g_autoptr (PlxQuestion) question = plx_question_new ();

  fill_question (world, question);
  return plx_questions_add (connection, question, error);
}

static gboolean
ensure_question (World *world,
                 PlxConnection *connection,
                 PlxId annotator,
                 GError **error)
{
  PlxId id;

  return plx_questions_ensure (connection, any_string (world), &id, error);
}

static gboolean
update_question (World *world,
                 PlxConnection *connection,
                 PlxId annotator,
                 GError **error)
{
  g_autoptr (GPtrArray) list = plx_questions_list (connection, error);
  PlxQuestion *question = pick (world, list);

  if (question == NULL)
    return TRUE;
  fill_question (world, question);
  return plx_questions_update (connection, question, error);
}

static gboolean
merge_questions (World *world,
                 PlxConnection *connection,
                 PlxId annotator,
                 GError **error)
{
  return plx_questions_merge (connection, any_question (world, connection), any_question (world, connection), error);
}

static gboolean
remove_question (World *world,
                 PlxConnection *connection,
                 PlxId annotator,
                 GError **error)
{
  return plx_questions_remove (connection, any_question (world, connection), error);
}

static gboolean
add_silence (World *world,
             PlxConnection *connection,
             PlxId annotator,
             GError **error)
{
  g_autoptr (PlxSilence) silence = plx_silence_new ();

  silence->annotator = annotator;
  silence->document = any_document (world, connection);
  silence->question = any_question (world, connection);
  set_any (world, &silence->note);
  return plx_silences_add (connection, silence, error);
}

static gboolean
remove_silence (World *world,
                PlxConnection *connection,
                PlxId annotator,
                GError **error)
{
  g_autoptr (GPtrArray) list = plx_silences_list (connection, PLX_ID_NONE, error);

  return plx_silences_remove (connection, pick_id (world, list), error);
}

/* Annotations */

static void
add_spans (World *world,
           int length,
           GArray *spans)
{
  for (int n = 1 + any (world, 3); n > 0; n--)
    {
      PlxSpan span = { any (world, length - 1), 0 };

      span.end = span.start + 1 + any (world, MIN (length - span.start, 12));
      g_array_append_val (spans, span);
    }
}

static PlxClaim *
make_claim (World *world,
            PlxConnection *connection)
{
  static const char *const values[] = { "", "18", ">15 villages", "5..7", "several", "it's" };
  static const char *const attributions[] = { "", "quoted", "own-voice" };
  static const char *const times[] = { "", "2024-11-28", "2024/..", "../2025" };
  PlxClaim *claim = plx_claim_new ();

  if (any (world, 2))
    claim->question = any_question (world, connection);
  if (any (world, 2))
    claim->said_by = any_entity (world, connection);
  if (any (world, 2))
    claim->place = any_entity (world, connection);
  claim->by_outlet = claim->said_by == PLX_ID_NONE && any (world, 2);
  plx_set_str (&claim->value, values[any (world, G_N_ELEMENTS (values))]);
  plx_set_str (&claim->attribution, attributions[any (world, G_N_ELEMENTS (attributions))]);
  plx_set_str (&claim->polarity, any (world, 2) ? "denies" : "");
  plx_set_str (&claim->certainty, any (world, 2) ? "alleged" : "");
  plx_set_str (&claim->event_time, times[any (world, G_N_ELEMENTS (times))]);
  return claim;
}

static gboolean
add_annotation (World *world,
                PlxConnection *connection,
                PlxId annotator,
                GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  g_autoptr (PlxText) text = NULL;

  annotation->annotator = annotator;
  annotation->document = any_document (world, connection);
  annotation->tag = any_tag (world, connection);
  if (any (world, 2))
    annotation->entity = any_entity (world, connection);
  if (any (world, 2))
    annotation->claim = make_claim (world, connection);
  set_any (world, &annotation->note);
  text = plx_documents_load_text (connection, annotation->document, error);
  if (text == NULL)
    return FALSE;
  add_spans (world, plx_text_get_length (text), annotation->spans);
  return plx_annotations_add (connection, annotation, text, error);
}

static gboolean
remove_annotation (World *world,
                   PlxConnection *connection,
                   PlxId annotator,
                   GError **error)
{
  return plx_annotations_remove (connection, any_annotation (world, connection), error);
}

static gboolean
set_tag (World *world,
         PlxConnection *connection,
         PlxId annotator,
         GError **error)
{
  return plx_annotations_set_tag (connection, any_annotation (world, connection), any_tag (world, connection), error);
}

static gboolean
set_entity (World *world,
            PlxConnection *connection,
            PlxId annotator,
            GError **error)
{
  PlxId entity = any (world, 3) ? any_entity (world, connection) : PLX_ID_NONE;

  return plx_annotations_set_entity (connection, any_annotation (world, connection), entity, error);
}

static gboolean
set_note (World *world,
          PlxConnection *connection,
          PlxId annotator,
          GError **error)
{
  return plx_annotations_set_note (connection, any_annotation (world, connection), any_string (world), error);
}

static gboolean
set_spans (World *world,
           PlxConnection *connection,
           PlxId annotator,
           GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, any_annotation (world, connection), error);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (PlxText) text = NULL;

  if (annotation == NULL)
    return FALSE;
  text = plx_documents_load_text (connection, annotation->document, error);
  g_assert_nonnull (text);
  add_spans (world, plx_text_get_length (text), spans);
  return plx_annotations_set_spans (connection, annotation->id, spans, text, error);
}

static gboolean
set_claim (World *world,
           PlxConnection *connection,
           PlxId annotator,
           GError **error)
{
  g_autoptr (PlxClaim) claim = any (world, 4) ? make_claim (world, connection) : NULL;

  return plx_annotations_set_claim (connection, any_annotation (world, connection), claim, error);
}

static gboolean
tag_mention (World *world,
             PlxConnection *connection,
             PlxId annotator,
             GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  PlxMention mention = { .name = any_string (world), .learn = any (world, 2) };
  g_autoptr (PlxText) text = NULL;

  annotation->document = any_document (world, connection);
  annotation->tag = any_tag (world, connection);
  text = plx_documents_load_text (connection, annotation->document, error);
  if (text == NULL)
    return FALSE;
  add_spans (world, plx_text_get_length (text), annotation->spans);
  return do_verb (plx_verb_tag_mention (annotation, text, &mention), connection, annotator, error);
}

/* Shapes */

static gboolean
split_annotation (World *world,
                  PlxConnection *connection,
                  PlxId annotator,
                  GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, any_annotation (world, connection), error);
  g_autoptr (PlxText) text = NULL;
  g_autoptr (PlxVerb) verb = NULL;
  PlxSplit split = { (PlxSplitKind) any (world, 3), { any (world, 80), any (world, 80) } };

  if (annotation == NULL)
    return FALSE;
  text = plx_documents_load_text (connection, annotation->document, error);
  g_assert_nonnull (text);
  verb = plx_verb_split (annotation->id, &split, NULL, 0, text);
  return verb->func (connection, annotator, verb->data, error);
}

static gboolean
collect_like_cb (const PlxAnnotation *annotation,
                 gpointer data,
                 GError **error)
{
  GArray *ids = data;

  if (ids->len < 4)
    g_array_append_val (ids, annotation->id);
  return TRUE;
}

/* Annotations of one article; mostly they are too different. */
static gboolean
join_annotations (World *world,
                  PlxConnection *connection,
                  PlxId annotator,
                  GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  PlxId document = any_document (world, connection);
  g_autoptr (PlxText) text = plx_documents_load_text (connection, document, error);
  g_autoptr (PlxVerb) verb = NULL;
  PlxId tag = any_tag (world, connection);

  if (text == NULL || !plx_annotations_foreach (connection, document, collect_like_cb, ids, error))
    return FALSE;
  /* Of several that are made alike, some have no rival claim or entity. */
  for (guint i = 0; i < ids->len; i++)
    if (!plx_annotations_set_tag (connection, g_array_index (ids, PlxId, i), tag, error) ||
        (any (world, 2) && !plx_annotations_set_claim (connection, g_array_index (ids, PlxId, i), NULL, error)) ||
        (any (world, 2) && !plx_annotations_set_entity (connection, g_array_index (ids, PlxId, i), PLX_ID_NONE, error)))
      return FALSE;
  verb = plx_verb_join ((const PlxId *) (gpointer) ids->data, ids->len, text);
  return verb->func (connection, annotator, verb->data, error);
}

/* Relations and the rest */

static gboolean
update_relation_kind (World *world,
                      PlxConnection *connection,
                      PlxId annotator,
                      GError **error)
{
  g_autoptr (GPtrArray) kinds = plx_relation_kinds_list (connection, error);
  PlxRelationKind *kind = pick (world, kinds);

  if (kind == NULL)
    return TRUE;
  set_any (world, &kind->name);
  kind->directed = any (world, 2) == 0;
  return plx_relation_kinds_update (connection, kind, error);
}

static gboolean
remove_relation_kind (World *world,
                      PlxConnection *connection,
                      PlxId annotator,
                      GError **error)
{
  g_autoptr (GPtrArray) kinds = plx_relation_kinds_list (connection, error);

  /* Some are left to relate with. */
  return kinds->len < 4 || plx_relation_kinds_remove (connection, pick_id (world, kinds), error);
}

static gboolean
add_relation (World *world,
              PlxConnection *connection,
              PlxId annotator,
              GError **error)
{
  g_autoptr (GPtrArray) kinds = plx_relation_kinds_list (connection, error);
  g_autoptr (PlxRelation) relation = plx_relation_new ();

  relation->kind = pick_id (world, kinds);
  relation->annotator = annotator;
  relation->source = any_annotation (world, connection);
  relation->target = any_annotation (world, connection);
  set_any (world, &relation->note);
  return plx_relations_add (connection, relation, error);
}

static gboolean
update_relation (World *world,
                 PlxConnection *connection,
                 PlxId annotator,
                 GError **error)
{
  g_autoptr (GPtrArray) kinds = plx_relation_kinds_list (connection, error);
  g_autoptr (GPtrArray) list = plx_relations_list (connection, error);
  PlxRelation *relation = pick (world, list);

  if (relation == NULL)
    return TRUE;
  if (any (world, 2) == 0)
    relation->kind = pick_id (world, kinds);
  if (any (world, 3) == 0)
    relation->target = any_annotation (world, connection);
  set_any (world, &relation->note);
  return plx_relations_update (connection, relation, error);
}

static gboolean
remove_relation (World *world,
                 PlxConnection *connection,
                 PlxId annotator,
                 GError **error)
{
  g_autoptr (GPtrArray) list = plx_relations_list (connection, error);

  return plx_relations_remove (connection, pick_id (world, list), error);
}

static gboolean
add_foreign_id (World *world,
                PlxConnection *connection,
                PlxId annotator,
                GError **error)
{
  return plx_foreign_ids_add (connection, any_document (world, connection), any (world, 2) ? "uuid" : "brat", any_string (world), error);
}

static gboolean
ensure_annotator (World *world,
                  PlxConnection *connection,
                  PlxId annotator,
                  GError **error)
{
  PlxId id;

  return plx_annotators_ensure (connection, any_string (world), &id, error);
}

/* Many places at once: the verbs themselves, inside an edit of the test */

static gboolean
run_verb (PlxVerb *verb,
          PlxConnection *connection,
          PlxId annotator,
          GError **error)
{
  gboolean done = verb->func (connection, annotator, verb->data, error);

  plx_verb_free (verb);
  return done;
}

/* Some spans of one or two articles, some of them wrong. */
static GArray *
any_places (World *world,
            PlxConnection *connection)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));
  int n = 1 + any (world, 6);

  for (int i = 0; i < n; i++)
    {
      int start = any (world, 30);
      PlxPlacement place = {
        .document = any_document (world, connection),
        .span = { start, start + 1 + any (world, 6) },
        .tag = any_tag (world, connection),
        .entity = any (world, 2) ? any_entity (world, connection) : PLX_ID_NONE,
      };

      if (place.document != PLX_ID_NONE)
        g_array_append_val (places, place);
    }
  return places;
}

static gboolean
tag_all (World *world,
         PlxConnection *connection,
         PlxId annotator,
         GError **error)
{
  g_autoptr (GArray) places = any_places (world, connection);
  PlxMention mention = { any (world, 2) ? any_entity (world, connection) : PLX_ID_NONE, any_string (world), any (world, 2) };

  return run_verb (plx_verb_tag_all ((const PlxPlacement *) (gpointer) places->data, places->len, any (world, 2) ? &mention : NULL, "all"),
                   connection, annotator, error);
}

static gboolean
accept (World *world,
        PlxConnection *connection,
        PlxId annotator,
        GError **error)
{
  g_autoptr (GArray) places = any_places (world, connection);

  return run_verb (plx_verb_accept ((const PlxPlacement *) (gpointer) places->data, places->len, NULL), connection, annotator, error);
}

static gboolean
reject (World *world,
        PlxConnection *connection,
        PlxId annotator,
        GError **error)
{
  g_autoptr (GArray) places = any_places (world, connection);

  return run_verb (plx_verb_reject ((const PlxPlacement *) (gpointer) places->data, places->len, NULL), connection, annotator, error);
}

static gboolean
untag_all (World *world,
           PlxConnection *connection,
           PlxId annotator,
           GError **error)
{
  PlxId ids[3];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = any_annotation (world, connection);
  return run_verb (plx_verb_untag_all (ids, G_N_ELEMENTS (ids), "all"), connection, annotator, error);
}

/* Often used verbs stand here more than once. */
static const Op ops[] = {
  add_annotation, add_annotation, add_annotation, add_annotation, add_annotation, add_annotation,
  remove_annotation, set_tag, set_entity, set_note, set_spans, set_claim, split_annotation, split_annotation, join_annotations,
  add_document, update_document, set_direction, remove_document,
  add_tag, add_tag, update_tag, remove_tag, move_tag, move_tag, merge_tags, set_tag_kind, add_relation_kind,
  update_relation_kind, remove_relation_kind,
  add_entity, add_entity, ensure_entity, update_entity, remove_entity,
  tag_mention, link_annotations, link_annotations, unlink_annotation, merge_entities, split_entity,
  add_question, add_question, ensure_question, update_question, remove_question, merge_questions,
  add_silence, add_silence, remove_silence,
  add_relation, add_relation, add_relation, update_relation, remove_relation, add_foreign_id, ensure_annotator,
  tag_all, tag_all, accept, reject, reject, untag_all
};

static gboolean
one_cb (PlxConnection *connection,
        PlxId annotator,
        gpointer data,
        GError **error)
{
  World *world = data;

  return ops[any (world, G_N_ELEMENTS (ops))](world, connection, annotator, error);
}

/* Several verbs in one edit, some of which are taken back inside it. */
static gboolean
many_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  for (int n = 2 + any (data, 5); n > 0; n--)
    {
      g_assert_true (plx_connection_savepoint (connection, error));
      if (!one_cb (connection, annotator, data, NULL) || any (data, 6) == 0)
        plx_connection_rollback_to (connection);
      else if (!plx_connection_release (connection, error))
        return FALSE;
    }
  return TRUE;
}

/* The property */

static char *
dump (World *world)
{
  g_autoptr (GError) error = NULL;
  char *text = plx_dump_project (world->project->connection, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_dump (World *world,
             const char *expected)
{
  g_autofree char *found = dump (world);

  g_assert_cmpstr (found, ==, expected);
}

/* Makes edits until @n have changed something, and appends to @dumps what the
 * project is after each. */
static void
do_edits (World *world,
          guint n,
          GPtrArray *dumps)
{
  static const char *const names[] = { "Ada", "Ben", "Cleo" };
  guint end = dumps->len + n;

  while (dumps->len < end)
    {
      PlxEditInfo info = { "test", "random", names[any (world, G_N_ELEMENTS (names))] };
      const char *before = g_ptr_array_index (dumps, dumps->len - 1);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      gint64 serial;
      gboolean done = plx_edit_run (world->project->connection, &info, any (world, 8) ? one_cb : many_cb, world, &serial, &error);

      g_assert_true (done == (error == NULL));
      if (error != NULL)
        g_assert_true (g_error_matches (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT) ||
                       g_error_matches (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND));
      after = dump (world);
      if (serial > 0)
        g_ptr_array_add (dumps, g_steal_pointer (&after));
      else
        g_assert_cmpstr (after, ==, before);
    }
}

static void
undo_to (World *world,
         GPtrArray *dumps,
         guint from,
         guint to)
{
  g_autoptr (GError) error = NULL;

  for (guint i = from; i > to; i--)
    {
      plx_history_undo (world->project->connection, NULL, &error);
      g_assert_no_error (error);
      assert_dump (world, g_ptr_array_index (dumps, i - 1));
    }
}

static void
redo_to (World *world,
         GPtrArray *dumps,
         guint from,
         guint to)
{
  g_autoptr (GError) error = NULL;

  for (guint i = from; i < to; i++)
    {
      plx_history_redo (world->project->connection, NULL, &error);
      g_assert_no_error (error);
      /* What a redo does wrong mostly shows in the end: looking now and then is
       * enough. */
      if (i + 1 == to || any (world, 3) == 0)
        assert_dump (world, g_ptr_array_index (dumps, i + 1));
    }
}

static void
assert_no_redo (World *world)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_history_redo (world->project->connection, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOTHING);
}

/* The edits that are done or undone, oldest first. */
static GArray *
list_edits (World *world)
{
  g_autoptr (GPtrArray) edits = plx_history_list (world->project->connection, -1, PLX_ID_NONE, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (PlxId));

  for (guint i = edits->len; i-- > 0;)
    {
      const PlxEdit *edit = g_ptr_array_index (edits, i);

      if (edit->state != PLX_EDIT_DROPPED)
        g_array_append_val (ids, edit->id);
    }
  return ids;
}

/* Goes straight to any edit and back: the project is each time what it was
 * after that edit. */
static void
jump_about (World *world,
            GPtrArray *dumps)
{
  g_autoptr (GArray) ids = list_edits (world);
  g_autoptr (GError) error = NULL;
  guint n = dumps->len - 1;
  guint before = ids->len - n; /* edits of the sequences before */
  guint at = n;

  for (int i = 0; i < 4; i++)
    {
      guint to = i < 3 ? (guint) any (world, (int) n + 1) : n;
      PlxId goal = to + before > 0 ? g_array_index (ids, PlxId, to + before - 1) : PLX_ID_NONE;
      PlxTravel travel;

      plx_history_go_to (world->project->connection, goal, &travel, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (travel.n_edits, ==, to > at ? to - at : at - to);
      g_assert_true (travel.n_edits == 0 || travel.forward == (to > at));
      g_assert_true (travel.from == (at + before > 0 ? g_array_index (ids, PlxId, at + before - 1) : PLX_ID_NONE));
      assert_dump (world, g_ptr_array_index (dumps, to));
      at = to;
    }
}

/* @dumps holds the beginning and what came after each edit. */
static void
run_sequence (World *world)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  guint n = 10 + (guint) any (world, 1 + any (world, 21)); /* up to 30, mostly few */
  guint middle = (guint) any (world, (int) n);

  g_ptr_array_add (dumps, dump (world));
  do_edits (world, n, dumps);
  assert_no_redo (world);
  undo_to (world, dumps, n, 0);
  redo_to (world, dumps, 0, n);
  assert_no_redo (world);
  jump_about (world, dumps);

  /* Something else is done halfway: what was undone is gone. */
  for (guint i = n; i > middle; i--)
    g_assert_true (plx_history_undo (world->project->connection, NULL, NULL));
  assert_dump (world, g_ptr_array_index (dumps, middle));
  g_ptr_array_set_size (dumps, (int) middle + 1);
  do_edits (world, 1, dumps);
  assert_no_redo (world);
  undo_to (world, dumps, middle + 1, middle);
  redo_to (world, dumps, middle, middle + 1);
  if (any (world, 2))
    return;
  for (guint i = middle + 1; i > 0; i--)
    g_assert_true (plx_history_undo (world->project->connection, NULL, NULL));
  assert_dump (world, g_ptr_array_index (dumps, 0));
}

static void
assert_sound (World *world)
{
  g_autoptr (PlxStatement) keys = plx_connection_prepare (world->project->connection, "PRAGMA foreign_key_check");
  g_autoptr (PlxStatement) pages = plx_connection_prepare (world->project->connection, "PRAGMA integrity_check");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (plx_statement_step (keys, &error), ==, PLX_STEP_DONE);
  g_assert_cmpint (plx_statement_step (pages, &error), ==, PLX_STEP_ROW);
  g_assert_cmpstr (plx_statement_peek_text (pages, 0), ==, "ok");
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < N_SEQUENCES; i += SEQUENCES_PER_PROJECT)
    {
      g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
      World world = { project, rand };

      for (int j = 0; j < SEQUENCES_PER_PROJECT; j++)
        run_sequence (&world);
      assert_sound (&world);
    }
}

/* Undone as far as it goes, a project is as empty as it was made. */
static void
test_all (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  World world = { project, rand };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  g_test_message ("seed %u", seed);
  g_ptr_array_add (dumps, dump (&world));
  do_edits (&world, 200, dumps);

  /* The history is in the file. */
  path = g_strdup (plx_connection_get_path (project->connection));
  plx_connection_close (project->connection);
  project->connection = plx_connection_open (path, PLX_OPEN_WRITE, &error);
  g_assert_no_error (error);
  undo_to (&world, dumps, 200, 0);
  plx_history_undo (project->connection, NULL, &error); /* the articles of the fixture */
  g_assert_no_error (error);
  g_assert_false (plx_history_undo (project->connection, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOTHING);
  assert_sound (&world);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo/random", test_random);
  g_test_add_func ("/store/undo/all", test_all);
  return g_test_run ();
}
