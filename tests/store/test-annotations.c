/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations with their spans and claims. */

#include "config.h"

#include "plx-test-project.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-history.h"
#include "store/plx-questions.h"
#include "store/plx-tags.h"

#include <string.h>

/* 🇸🇾 is two code points, é two where it is e and U+0301. */
static const char *const texts[] = {
  "Rebels took more than 15 villages west of Aleppo 🇸🇾 on Wednesday, activists said.",
  "The cafe\u0301 in Aleppo stayed open.",
  "",
  NULL,
};

static PlxId
find_tag (PlxConnection *connection,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  PlxId id;

  g_assert_true (plx_tags_find (connection, path, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
add_span (GArray *spans,
          int start,
          int end)
{
  PlxSpan span = { start, end };

  g_array_append_val (spans, span);
}

static PlxAnnotation *
make_annotation (PlxTestProject *project,
                 PlxId annotator,
                 const char *tag,
                 int start,
                 int end)
{
  PlxAnnotation *annotation = plx_annotation_new ();

  annotation->document = plx_test_project_get_document (project, 0);
  annotation->annotator = annotator;
  annotation->tag = find_tag (project->connection, tag);
  add_span (annotation->spans, start, end);
  return annotation;
}

static void
assert_same (const PlxAnnotation *a,
             const PlxAnnotation *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpint (a->document, ==, b->document);
  g_assert_cmpint (a->tag, ==, b->tag);
  g_assert_cmpint (a->annotator, ==, b->annotator);
  g_assert_cmpint (a->entity, ==, b->entity);
  g_assert_cmpmem (a->spans->data, a->spans->len * sizeof (PlxSpan), b->spans->data, b->spans->len * sizeof (PlxSpan));
  g_assert_cmpstrv (a->quotes, b->quotes);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpstr (a->prefix, ==, b->prefix);
  g_assert_cmpstr (a->suffix, ==, b->suffix);
  g_assert_cmpint (a->created, ==, b->created);
  g_assert_cmpint (a->modified, ==, b->modified);
  g_assert_true ((a->claim == NULL) == (b->claim == NULL));
  if (a->claim == NULL)
    return;
  g_assert_cmpint (a->claim->question, ==, b->claim->question);
  g_assert_cmpstr (a->claim->value, ==, b->claim->value);
  g_assert_cmpint (a->claim->said_by, ==, b->claim->said_by);
  g_assert_cmpint (a->claim->by_outlet, ==, b->claim->by_outlet);
  g_assert_cmpstr (a->claim->attribution, ==, b->claim->attribution);
  g_assert_cmpstr (a->claim->polarity, ==, b->claim->polarity);
  g_assert_cmpstr (a->claim->certainty, ==, b->claim->certainty);
  g_assert_cmpstr (a->claim->event_time, ==, b->claim->event_time);
  g_assert_cmpint (a->claim->place, ==, b->claim->place);
}

static PlxClaim *
make_claim (PlxConnection *connection)
{
  g_autoptr (GError) error = NULL;
  PlxClaim *claim = plx_claim_new ();

  g_assert_true (plx_questions_ensure (connection, "How many villages were captured?", &claim->question, &error));
  g_assert_true (plx_entities_ensure (connection, PLX_KIND_ACTOR, "Activists", &claim->said_by, &error));
  g_assert_true (plx_entities_ensure (connection, PLX_KIND_PLACE, "Aleppo", &claim->place, &error));
  g_free (claim->value);
  claim->value = g_strdup (">15 villages");
  g_free (claim->attribution);
  claim->attribution = g_strdup ("reported");
  g_free (claim->polarity);
  claim->polarity = g_strdup ("affirms");
  g_free (claim->certainty);
  claim->certainty = g_strdup ("stated");
  g_free (claim->event_time);
  claim->event_time = g_strdup ("2024-11-27/..");
  return claim;
}

/* Adding */

static gboolean
add_cb (PlxConnection *connection,
        PlxId annotator,
        gpointer data,
        GError **error)
{
  PlxTestProject *project = data;
  g_autoptr (PlxAnnotation) annotation = make_annotation (project, annotator, "Claim/Territory", 49, 51);
  g_autoptr (PlxAnnotation) got = NULL, copy = NULL;
  g_autofree char *quote = NULL;

  /* In disorder and touching: they are put in order and joined. */
  add_span (annotation->spans, 12, 21);
  add_span (annotation->spans, 21, 33);
  annotation->claim = make_claim (connection);
  g_free (annotation->note);
  annotation->note = g_strdup ("100 % <sure>");
  g_assert_true (plx_entities_ensure (connection, PLX_KIND_PLACE, "Syria", &annotation->entity, error));
  g_assert_true (plx_annotations_add (connection, annotation, plx_test_project_get_text (project, 0), error));

  g_assert_cmpint (annotation->id, >, 0);
  g_assert_cmpint (annotation->created, >, 0);
  g_assert_cmpuint (annotation->spans->len, ==, 2);
  g_assert_cmpstr (annotation->quotes[0], ==, "more than 15 villages");
  g_assert_cmpstr (annotation->quotes[1], ==, "🇸🇾");
  g_assert_null (annotation->quotes[2]);
  g_assert_cmpstr (annotation->prefix, ==, "Rebels took ");
  g_assert_cmpstr (annotation->suffix, ==, " on Wednesday, activists said.");
  quote = plx_annotation_dup_quote (annotation);
  g_assert_cmpstr (quote, ==, "more than 15 villages … 🇸🇾");

  got = plx_annotations_get (connection, annotation->id, error);
  assert_same (annotation, got);
  copy = plx_annotation_copy (got);
  assert_same (annotation, copy);
  return TRUE;
}

static void
test_add (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);

  plx_test_project_edit (project, add_cb, project);
}

/* Ids, moments and all that came from elsewhere stay; quotes never do. */
static gboolean
add_given_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  PlxTestProject *project = data;
  g_autoptr (PlxAnnotation) annotation = make_annotation (project, annotator, "Place", 42, 48);
  g_autoptr (PlxAnnotation) got = NULL;

  annotation->id = 5;
  annotation->created = 6;
  annotation->modified = 7;
  g_strfreev (annotation->quotes);
  annotation->quotes = g_strsplit ("Damascus", "/", -1);
  g_clear_pointer (&annotation->note, g_free);
  annotation->claim = plx_claim_new (); /* empty: not stored */
  g_assert_true (plx_annotations_add (connection, annotation, plx_test_project_get_text (project, 0), error));
  got = plx_annotations_get (connection, 5, error);
  g_assert_cmpint (got->created, ==, 6);
  g_assert_cmpint (got->modified, ==, 7);
  g_assert_cmpstr (got->quotes[0], ==, "Aleppo");
  g_assert_cmpstr (got->note, ==, "");
  g_assert_null (got->claim);
  g_assert_cmpint (got->entity, ==, PLX_ID_NONE);
  return TRUE;
}

static void
test_add_given (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);

  plx_test_project_edit (project, add_given_cb, project);
}

static void
assert_add_fails (PlxTestProject *project,
                  PlxAnnotation *annotation,
                  PlxStoreError code,
                  const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_annotations_add (project->connection, annotation, plx_test_project_get_text (project, 0), &error));
  plx_test_assert_store_error (&error, code, part);
}

static gboolean
add_bad_spans_cb (PlxConnection *connection,
                  PlxId annotator,
                  gpointer data,
                  GError **error)
{
  PlxTestProject *project = data;
  int length = plx_text_get_length (plx_test_project_get_text (project, 0));
  const PlxSpan bad[] = { { -1, 4 }, { 4, 4 }, { 5, 4 }, { length - 1, length + 1 }, { length, length }, { 0, G_MAXINT } };
  g_autoptr (PlxAnnotation) whole = make_annotation (project, annotator, "Place", 0, length);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (PlxAnnotation) annotation = make_annotation (project, annotator, "Place", bad[i].start, bad[i].end);
      g_autofree char *start = g_strdup_printf ("%d", bad[i].start);

      assert_add_fails (project, annotation, PLX_STORE_ERROR_CONSTRAINT, start);
    }
  g_assert_true (plx_annotations_add (connection, whole, plx_test_project_get_text (project, 0), error));
  g_assert_cmpstr (whole->prefix, ==, "");
  g_assert_cmpstr (whole->suffix, ==, "");
  g_array_set_size (whole->spans, 0);
  assert_add_fails (project, whole, PLX_STORE_ERROR_CONSTRAINT, "covers no text");
  return TRUE;
}

static gboolean
add_bad_owners_cb (PlxConnection *connection,
                   PlxId annotator,
                   gpointer data,
                   GError **error)
{
  PlxTestProject *project = data;
  g_autoptr (PlxAnnotation) annotation = make_annotation (project, annotator, "Claim", 0, 6);
  PlxId tag = annotation->tag, document = annotation->document;

  annotation->tag = 5;
  assert_add_fails (project, annotation, PLX_STORE_ERROR_NOT_FOUND, "tag");
  annotation->tag = tag;
  annotation->document = 5;
  assert_add_fails (project, annotation, PLX_STORE_ERROR_NOT_FOUND, "article");
  annotation->document = document;
  annotation->annotator = 5;
  assert_add_fails (project, annotation, PLX_STORE_ERROR_NOT_FOUND, "annotator");
  annotation->annotator = annotator;
  annotation->entity = 5;
  assert_add_fails (project, annotation, PLX_STORE_ERROR_NOT_FOUND, "actor or place");
  annotation->entity = PLX_ID_NONE;
  annotation->claim = plx_claim_new ();
  g_free (annotation->claim->value);
  annotation->claim->value = g_strdup ("5..");
  assert_add_fails (project, annotation, PLX_STORE_ERROR_CONSTRAINT, "5..");
  return TRUE;
}

static void
test_add_bad (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);

  plx_test_project_edit (project, add_bad_spans_cb, project);
  g_assert_cmpint (plx_test_project_edit (project, add_bad_owners_cb, project), ==, 0);
}

/* A claim that refers to nothing spoils the edit, which is taken back whole. */
static gboolean
add_bad_claim_cb (PlxConnection *connection,
                  PlxId annotator,
                  gpointer data,
                  GError **error)
{
  PlxTestProject *project = data;
  g_autoptr (PlxAnnotation) annotation = make_annotation (project, annotator, "Claim", 0, 6);

  annotation->claim = plx_claim_new ();
  annotation->claim->question = 5;
  return plx_annotations_add (connection, annotation, plx_test_project_get_text (project, 0), error);
}

static void
test_add_bad_claim (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxEditInfo info = { "tag", NULL, "Tester" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = NULL;

  g_assert_false (plx_edit_run (project->connection, &info, add_bad_claim_cb, project, NULL, &error));
  plx_test_assert_store_error (&error, PLX_STORE_ERROR_NOT_FOUND, "question");
  counts = plx_documents_count_annotations (project->connection, &error);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 0);
}

/* Sameness */

static gboolean
add_same_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  PlxTestProject *project = data;
  PlxText *text = plx_test_project_get_text (project, 0);
  g_autoptr (PlxAnnotation) first = make_annotation (project, annotator, "Place", 0, 6);
  g_autoptr (PlxAnnotation) same = make_annotation (project, annotator, "Place", 0, 6);
  g_autoptr (PlxAnnotation) longer = make_annotation (project, annotator, "Place", 0, 6);
  g_autoptr (PlxAnnotation) tagged = make_annotation (project, annotator, "Actor", 0, 6);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (GError) local = NULL;

  g_assert_true (plx_annotations_add (connection, first, text, error));
  assert_add_fails (project, same, PLX_STORE_ERROR_CONSTRAINT, "already");
  add_span (longer->spans, 12, 16);
  g_assert_true (plx_annotations_add (connection, longer, text, error));
  g_assert_true (plx_annotations_add (connection, tagged, text, error));

  /* It cannot be reached by changing either. */
  g_assert_false (plx_annotations_set_tag (connection, tagged->id, first->tag, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "already");
  add_span (spans, 0, 6);
  g_assert_false (plx_annotations_set_spans (connection, longer->id, spans, text, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "already");
  add_span (spans, 12, 16);
  g_assert_false (plx_annotations_set_spans (connection, first->id, spans, text, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_CONSTRAINT, "already");
  return TRUE;
}

static gboolean
add_by_other_cb (PlxConnection *connection,
                 PlxId annotator,
                 gpointer data,
                 GError **error)
{
  g_autoptr (PlxAnnotation) annotation = make_annotation (data, annotator, "Place", 0, 6);

  return plx_annotations_add (connection, annotation, plx_test_project_get_text (data, 0), error);
}

static void
test_same (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxEditInfo other = { "tag", NULL, "Somebody else" };
  g_autoptr (GError) error = NULL;

  plx_test_project_edit (project, add_same_cb, project);
  plx_edit_run (project->connection, &other, add_by_other_cb, project, NULL, &error);
  g_assert_no_error (error);
}

/* Removing */

static gboolean
remove_cb (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  PlxId id = *(PlxId *) data;
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autoptr (GError) local = NULL;

  g_assert_true (plx_annotations_remove (connection, id, error));
  g_assert_false (plx_annotations_remove (connection, id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, uuid);
  g_assert_null (plx_annotations_get (connection, id, &local));
  plx_test_assert_store_error (&local, PLX_STORE_ERROR_NOT_FOUND, uuid);
  return TRUE;
}

static void
test_remove (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxId id = plx_test_project_tag (project, 0, "Aleppo", "Place");
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GError) error = NULL;

  plx_test_project_edit (project, remove_cb, &id);
  spans = plx_annotations_load_spans (project->connection, plx_test_project_get_document (project, 0), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (spans->len, ==, 0);
}

/* Changing */

typedef struct
{
  PlxTestProject *project;
  PlxId id;
  PlxId tag;
  PlxId entity;
  const char *note;
  const PlxSpan *spans;
  guint n_spans;
  const PlxClaim *claim;
} Setting;

static gboolean
set_tag_cb (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  Setting *setting = data;

  return plx_annotations_set_tag (connection, setting->id, setting->tag, error);
}

static gboolean
set_entity_cb (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  Setting *setting = data;

  return plx_annotations_set_entity (connection, setting->id, setting->entity, error);
}

static gboolean
set_note_cb (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  Setting *setting = data;

  return plx_annotations_set_note (connection, setting->id, setting->note, error);
}

static gboolean
set_spans_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  Setting *setting = data;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  g_array_append_vals (spans, setting->spans, setting->n_spans);
  return plx_annotations_set_spans (connection, setting->id, spans, plx_test_project_get_text (setting->project, 0), error);
}

static gboolean
set_claim_cb (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  Setting *setting = data;

  return plx_annotations_set_claim (connection, setting->id, setting->claim, error);
}

/* The setting changes the annotation, says when, and changes nothing the second
 * time, which leaves no trace in the history. */
static PlxAnnotation *
assert_sets (Setting *setting,
             PlxEditFunc func)
{
  g_autoptr (PlxAnnotation) before = plx_annotations_get (setting->project->connection, setting->id, NULL);
  PlxAnnotation *after;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (plx_test_project_edit (setting->project, func, setting), >, 0);
  after = plx_annotations_get (setting->project->connection, setting->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (after->modified, >=, MAX (before->modified, before->created));
  g_assert_cmpint (after->created, ==, before->created);
  g_assert_cmpint (plx_test_project_edit (setting->project, func, setting), ==, 0);
  return after;
}

static void
assert_set_fails (Setting *setting,
                  PlxEditFunc func,
                  PlxStoreError code,
                  const char *part)
{
  PlxEditInfo info = { "test", NULL, "Tester" };
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_edit_run (setting->project->connection, &info, func, setting, NULL, &error));
  plx_test_assert_store_error (&error, code, part);
}

static void
test_set_tag (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  Setting setting = { project, plx_test_project_tag (project, 0, "Aleppo", "Place") };
  g_autoptr (PlxAnnotation) after = NULL;

  setting.tag = find_tag (project->connection, "Place/Settlement");
  after = assert_sets (&setting, set_tag_cb);
  g_assert_cmpint (after->tag, ==, setting.tag);
  setting.tag = 5;
  assert_set_fails (&setting, set_tag_cb, PLX_STORE_ERROR_NOT_FOUND, "tag");
  setting.id = 5;
  assert_set_fails (&setting, set_tag_cb, PLX_STORE_ERROR_NOT_FOUND, "annotation");
}

static gboolean
ensure_entity_cb (PlxConnection *connection,
                  PlxId annotator,
                  gpointer data,
                  GError **error)
{
  return plx_entities_ensure (connection, PLX_KIND_PLACE, "Aleppo", data, error);
}

static void
test_set_entity (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  Setting setting = { project, plx_test_project_tag (project, 0, "Aleppo", "Place") };
  g_autoptr (PlxAnnotation) after = NULL, cleared = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GError) error = NULL;

  plx_test_project_edit (project, ensure_entity_cb, &setting.entity);
  after = assert_sets (&setting, set_entity_cb);
  g_assert_cmpint (after->entity, ==, setting.entity);
  counts = plx_entities_count_mentions (project->connection, &error);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, &setting.entity)), ==, 1);
  setting.entity = 5;
  assert_set_fails (&setting, set_entity_cb, PLX_STORE_ERROR_NOT_FOUND, "actor or place");
  setting.entity = PLX_ID_NONE;
  cleared = assert_sets (&setting, set_entity_cb);
  g_assert_cmpint (cleared->entity, ==, PLX_ID_NONE);
  setting.id = 5;
  assert_set_fails (&setting, set_entity_cb, PLX_STORE_ERROR_NOT_FOUND, "annotation");
}

static void
test_set_note (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  Setting setting = { project, plx_test_project_tag (project, 0, "Aleppo", "Place"), .note = "A note" };
  g_autoptr (PlxAnnotation) after = NULL, cleared = NULL;

  after = assert_sets (&setting, set_note_cb);
  g_assert_cmpstr (after->note, ==, "A note");
  setting.note = NULL;
  cleared = assert_sets (&setting, set_note_cb);
  g_assert_cmpstr (cleared->note, ==, "");
  setting.id = 5;
  assert_set_fails (&setting, set_note_cb, PLX_STORE_ERROR_NOT_FOUND, "annotation");
}

static void
test_set_spans (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  const PlxSpan spans[] = { { 49, 51 }, { 42, 44 }, { 44, 48 } }, bad = { 80, 90 };
  Setting setting = { project, plx_test_project_tag (project, 0, "Aleppo", "Place"), .spans = spans, .n_spans = 3 };
  g_autoptr (PlxAnnotation) after = NULL;

  after = assert_sets (&setting, set_spans_cb);
  g_assert_cmpuint (after->spans->len, ==, 2);
  g_assert_cmpstr (after->quotes[0], ==, "Aleppo");
  g_assert_cmpstr (after->quotes[1], ==, "🇸🇾");
  g_assert_cmpstr (after->prefix, ==, "k more than 15 villages west of ");
  g_assert_cmpstr (after->suffix, ==, " on Wednesday, activists said.");
  /* What was given is left as it was. */
  g_assert_cmpint (spans[0].start, ==, 49);
  setting.n_spans = 0;
  assert_set_fails (&setting, set_spans_cb, PLX_STORE_ERROR_CONSTRAINT, "covers no text");
  setting.spans = &bad;
  setting.n_spans = 1;
  assert_set_fails (&setting, set_spans_cb, PLX_STORE_ERROR_CONSTRAINT, "80");
  setting.id = 5;
  assert_set_fails (&setting, set_spans_cb, PLX_STORE_ERROR_NOT_FOUND, "annotation");
}

static gboolean
make_claim_cb (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  *(PlxClaim **) data = make_claim (connection);
  return TRUE;
}

static void
test_set_claim (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  Setting setting = { project, plx_test_project_tag (project, 0, "Aleppo", "Claim") };
  g_autoptr (PlxClaim) claim = NULL, empty = plx_claim_new ();
  g_autoptr (PlxAnnotation) after = NULL, changed = NULL, cleared = NULL;

  plx_test_project_edit (project, make_claim_cb, &claim);
  setting.claim = claim;
  after = assert_sets (&setting, set_claim_cb);
  g_assert_cmpstr (after->claim->value, ==, ">15 villages");
  g_assert_cmpint (after->claim->question, ==, claim->question);

  claim->said_by = PLX_ID_NONE;
  claim->by_outlet = TRUE;
  changed = assert_sets (&setting, set_claim_cb);
  g_assert_true (changed->claim->by_outlet);
  g_assert_cmpint (changed->claim->said_by, ==, PLX_ID_NONE);

  claim->place = 5;
  assert_set_fails (&setting, set_claim_cb, PLX_STORE_ERROR_NOT_FOUND, "actor or place");
  claim->place = PLX_ID_NONE;
  g_free (claim->value);
  claim->value = g_strdup ("7..5");
  assert_set_fails (&setting, set_claim_cb, PLX_STORE_ERROR_CONSTRAINT, "7..5");

  setting.claim = empty;
  cleared = assert_sets (&setting, set_claim_cb);
  g_assert_null (cleared->claim);
  setting.claim = NULL;
  g_assert_cmpint (plx_test_project_edit (project, set_claim_cb, &setting), ==, 0);
  setting.id = 5;
  assert_set_fails (&setting, set_claim_cb, PLX_STORE_ERROR_NOT_FOUND, "annotation");
}

/* Owners that go */

static gboolean
remove_owners_cb (PlxConnection *connection,
                  PlxId annotator,
                  gpointer data,
                  GError **error)
{
  const PlxAnnotation *annotation = data;

  return plx_entities_remove (connection, annotation->entity, error) &&
         plx_entities_remove (connection, annotation->claim->said_by, error) &&
         plx_questions_remove (connection, annotation->claim->question, error);
}

static void
test_owners_go (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  Setting setting = { project, plx_test_project_tag (project, 0, "Aleppo", "Claim") };
  g_autoptr (PlxClaim) claim = NULL;
  g_autoptr (PlxAnnotation) before = NULL, after = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  plx_test_project_edit (project, make_claim_cb, &claim);
  setting.claim = claim;
  setting.entity = claim->place;
  plx_test_project_edit (project, set_claim_cb, &setting);
  plx_test_project_edit (project, set_entity_cb, &setting);
  before = plx_annotations_get (project->connection, setting.id, &error);

  plx_test_project_edit (project, remove_owners_cb, before);
  after = plx_annotations_get (project->connection, setting.id, &error);
  g_assert_cmpint (after->entity, ==, PLX_ID_NONE);
  g_assert_cmpint (after->claim->said_by, ==, PLX_ID_NONE);
  g_assert_cmpint (after->claim->place, ==, PLX_ID_NONE);
  g_assert_cmpint (after->claim->question, ==, PLX_ID_NONE);
  g_assert_cmpstr (after->claim->value, ==, ">15 villages");

  g_assert_true (plx_history_undo (project->connection, NULL, &error));
  again = plx_annotations_get (project->connection, setting.id, &error);
  assert_same (before, again);
}

/* Streaming */

typedef struct
{
  GArray *ids;
  PlxConnection *connection;
  guint stop_after;
  gboolean with_error;
} Walk;

static gboolean
walk_cb (const PlxAnnotation *annotation,
         gpointer data,
         GError **error)
{
  Walk *walk = data;
  g_autoptr (PlxAnnotation) got = plx_annotations_get (walk->connection, annotation->id, error);

  g_assert_nonnull (got);
  assert_same (got, annotation);
  g_array_append_val (walk->ids, annotation->id);
  if (walk->ids->len < walk->stop_after)
    return TRUE;
  if (walk->with_error)
    g_set_error_literal (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE, "full");
  return FALSE;
}

static void
assert_walk (PlxConnection *connection,
             PlxId document,
             const PlxId *expected,
             guint n_expected)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  Walk walk = { ids, connection, G_MAXUINT, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_annotations_foreach (connection, document, walk_cb, &walk, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (ids->data, ids->len * sizeof (PlxId), expected, n_expected * sizeof (PlxId));
}

static void
test_foreach (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxConnection *connection = project->connection;
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (PlxId));
  Walk walk = { seen, connection, 2, TRUE };
  const PlxSpan two[] = { { 0, 6 }, { 7, 11 } };
  Setting setting = { project, .spans = two, .n_spans = 2 };
  g_autoptr (PlxClaim) claim = NULL;
  g_autoptr (GError) error = NULL;
  PlxId ids[4];

  assert_walk (connection, PLX_ID_NONE, NULL, 0);
  ids[3] = plx_test_project_tag (project, 1, "Aleppo", "Place");
  ids[0] = plx_test_project_tag (project, 0, "Wednesday", "Claim/Event");
  ids[1] = plx_test_project_tag (project, 0, "Rebels", "Actor");
  ids[2] = plx_test_project_tag (project, 0, "15 villages", "Claim");
  setting.id = ids[1];
  plx_test_project_edit (project, set_spans_cb, &setting);
  plx_test_project_edit (project, make_claim_cb, &claim);
  setting.claim = claim;
  plx_test_project_edit (project, set_claim_cb, &setting);

  assert_walk (connection, PLX_ID_NONE, ids, 4);
  assert_walk (connection, plx_test_project_get_document (project, 0), ids, 3);
  assert_walk (connection, plx_test_project_get_document (project, 1), ids + 3, 1);
  assert_walk (connection, plx_test_project_get_document (project, 2), NULL, 0);
  assert_walk (connection, 5, NULL, 0);

  g_assert_false (plx_annotations_foreach (connection, PLX_ID_NONE, walk_cb, &walk, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE);
  g_assert_cmpuint (seen->len, ==, 2);
}

/* Loading spans */

static void
test_load_spans (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  PlxConnection *connection = project->connection;
  PlxId document = plx_test_project_get_document (project, 0);
  PlxText *text = plx_test_project_get_text (project, 0);
  const PlxSpan two[] = { { 0, 6 }, { 49, 51 } };
  Setting setting = { project, .spans = two, .n_spans = 2 };
  g_autoptr (GArray) spans = NULL, unchecked = NULL;
  g_autoptr (GError) error = NULL;
  const PlxIndexedSpan *all;
  PlxId place = plx_test_project_tag (project, 0, "Aleppo", "Place/Settlement");
  PlxId claim = plx_test_project_tag (project, 0, "Rebels took more", "Claim");

  setting.id = plx_test_project_tag (project, 0, "took", "Actor");
  plx_test_project_tag (project, 1, "Aleppo", "Place");
  plx_test_project_edit (project, set_spans_cb, &setting);
  spans = plx_annotations_load_spans (connection, document, text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (spans->len, ==, 4);
  all = (const PlxIndexedSpan *) (gpointer) spans->data;
  g_assert_cmpint (all[0].annotation, ==, setting.id);
  g_assert_cmpint (all[1].annotation, ==, claim);
  g_assert_cmpint (all[1].span.end, ==, 16);
  g_assert_cmpint (all[1].tag, ==, find_tag (connection, "Claim"));
  g_assert_cmpint (all[2].annotation, ==, place);
  g_assert_cmpint (all[2].tag, ==, find_tag (connection, "Place/Settlement"));
  g_assert_cmpint (all[3].annotation, ==, setting.id);
  g_assert_cmpint (all[3].span.start, ==, 49);

  unchecked = plx_annotations_load_spans (connection, document, NULL, &error);
  g_assert_cmpmem (unchecked->data, unchecked->len * sizeof (PlxIndexedSpan), spans->data, spans->len * sizeof (PlxIndexedSpan));
}

static void
test_load_damaged (void)
{
  static const char *const damages[] = {
    "UPDATE span SET quote = 'Aleppa'",
    "UPDATE span SET quote = 'Aleppo', start = start + 100, end = end + 100",
    "UPDATE span SET start = start - 100, end = end - 100; PRAGMA foreign_keys = OFF; UPDATE span SET annotation = 5",
  };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autoptr (GError) error = NULL;

  plx_test_project_tag (project, 0, "Aleppo", "Place");
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      plx_connection_execute (project->connection, damages[i], &error);
      g_assert_no_error (error);
      g_assert_null (plx_annotations_load_spans (project->connection, plx_test_project_get_document (project, 0),
                                                 plx_test_project_get_text (project, 0), &error));
      plx_test_assert_store_error (&error, PLX_STORE_ERROR_CORRUPT, "test.parallax");
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/annotations/add", test_add);
  g_test_add_func ("/store/annotations/add-given", test_add_given);
  g_test_add_func ("/store/annotations/add-bad", test_add_bad);
  g_test_add_func ("/store/annotations/add-bad-claim", test_add_bad_claim);
  g_test_add_func ("/store/annotations/same", test_same);
  g_test_add_func ("/store/annotations/remove", test_remove);
  g_test_add_func ("/store/annotations/set-tag", test_set_tag);
  g_test_add_func ("/store/annotations/set-entity", test_set_entity);
  g_test_add_func ("/store/annotations/set-note", test_set_note);
  g_test_add_func ("/store/annotations/set-spans", test_set_spans);
  g_test_add_func ("/store/annotations/set-claim", test_set_claim);
  g_test_add_func ("/store/annotations/owners-go", test_owners_go);
  g_test_add_func ("/store/annotations/foreach", test_foreach);
  g_test_add_func ("/store/annotations/load-spans", test_load_spans);
  g_test_add_func ("/store/annotations/load-damaged", test_load_damaged);
  return g_test_run ();
}
