/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-fill.h"

#include "plx-test-random.h"

#include "base/plx-string.h"
#include "store/plx-blocks.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-foreign-ids.h"
#include "store/plx-outlets.h"
#include "store/plx-own-fields.h"
#include "store/plx-questions.h"
#include "store/plx-relations.h"
#include "store/plx-tags.h"

#define N_DOCUMENTS 4
#define N_TAGS 12
#define N_ENTITIES 10
#define N_QUESTIONS 5
#define N_OUTLETS 3
#define N_ANNOTATIONS 60
#define N_RELATIONS 30

typedef struct
{
  PlxTestProject *project; /* (unowned) */
  GRand *random;
  gboolean illegal;
  GArray *tags; /* (element-type PlxId) */
  GArray *claim_tags;
  GArray *kinds;
  GArray *actors;
  GArray *places;
  GArray *questions;
  GArray *fields;
  GArray *annotations;
} Filler;

static int
below (Filler *self,
       int n)
{
  return g_rand_int_range (self->random, 0, n);
}

static PlxId
pick (Filler *self,
      GArray *ids)
{
  return g_array_index (ids, PlxId, below (self, (int) ids->len));
}

static const char *
pick_string (Filler *self,
             const char *const *strings)
{
  return strings[below (self, (int) g_strv_length ((char **) strings))];
}

/* Random text, now and then with characters that XML cannot hold. */
static char *
dup_text (Filler *self,
          int n_pieces)
{
  static const char *const illegal[] = { "\f", "\001", "\037", "\357\277\276", "\357\277\277", "\033[31m", NULL };
  static const char *const markup[] = { "<b>", "&amp;", "]]>", "<!--", "\"", "'", "\t", "%s", NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < n_pieces; i++)
    {
      g_autofree char *piece = plx_test_random_text (self->random, 1);

      g_string_append (text, piece);
      if (below (self, 5) == 0)
        g_string_append (text, pick_string (self, markup));
      if (self->illegal && below (self, 8) == 0)
        g_string_append (text, pick_string (self, illegal));
    }
  return g_strdup (text->str);
}

/* A name that is like no other. */
static char *
dup_name (Filler *self,
          int n)
{
  g_autofree char *text = dup_text (self, 1 + below (self, 3));
  g_autofree char *name = g_strdup_printf ("%s %d", text, n);

  return g_strdup (g_strdelimit (name, "/\n\r\t", '-'));
}

static char *
maybe (Filler *self,
       char *value)
{
  if (below (self, 2) == 0)
    return value;
  g_free (value);
  return g_strdup ("");
}

static gint64
moment (Filler *self)
{
  return G_GINT64_CONSTANT (1700000000000) + below (self, 1000000000);
}

static void
add_foreign_id (Filler *self,
                PlxConnection *connection,
                PlxId subject)
{
  static const char *const schemes[] = { "uuid", "tei", "my own scheme", NULL };
  g_autofree char *value = g_uuid_string_random ();
  g_autofree char *other = dup_text (self, 2);
  g_autofree char *text = g_strconcat ("x", other, NULL);
  const char *scheme = pick_string (self, schemes);
  g_autoptr (GError) error = NULL;

  if (below (self, 4) != 0)
    return;
  plx_foreign_ids_add (connection, subject, scheme, g_str_equal (scheme, "uuid") ? value : text, &error);
  g_assert_no_error (error);
}

static void
keep (Filler *self,
      PlxConnection *connection,
      GArray *ids,
      PlxId id)
{
  g_array_append_val (ids, id);
  add_foreign_id (self, connection, id);
}

/* The codebook */

static gboolean
add_tag (Filler *self,
         PlxConnection *connection,
         int n,
         GError **error)
{
  static const char *const colours[] = { "#000000", "#ff00ff", "#123abc", NULL };
  g_autoptr (PlxTag) tag = plx_tag_new ();
  g_autoptr (PlxTag) stored = NULL;

  tag->kind = (PlxKind) below (self, 4);
  if (self->tags->len > 0 && below (self, 3) > 0)
    tag->parent = pick (self, self->tags);
  plx_take_str (&tag->name, dup_name (self, n));
  plx_take_str (&tag->colour, g_strdup (pick_string (self, colours)));
  plx_take_str (&tag->description, maybe (self, dup_text (self, 4)));
  if (below (self, 3) == 0)
    {
      g_autofree char *first = dup_name (self, n);
      g_autofree char *second = dup_name (self, n + 1);

      plx_take_str (&tag->examples, g_strconcat (first, "\n", second, NULL));
    }
  if (n >= 3 && n < 9)
    plx_take_str (&tag->hotkey, g_strdup_printf ("%d", n + 1));
  if (!plx_tags_add (connection, tag, error))
    return FALSE;
  stored = plx_tags_get (connection, tag->id, error);
  if (stored->kind == PLX_KIND_CLAIM)
    g_array_append_val (self->claim_tags, tag->id);
  keep (self, connection, self->tags, tag->id);
  return TRUE;
}

static gboolean
add_codebook (Filler *self,
              PlxConnection *connection,
              GError **error)
{
  static const char *const names[] = { "echoes", "two words", "“Zitat” <&>", "عربي", NULL };
  PlxId claim;

  if (!plx_tags_find (connection, "Claim", &claim, error))
    return FALSE;
  g_array_append_val (self->claim_tags, claim);
  for (int i = 0; i < N_TAGS; i++)
    if (!add_tag (self, connection, i, error))
      return FALSE;
  for (int i = 0; names[i] != NULL; i++)
    {
      g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();

      plx_take_str (&kind->name, g_strdup (names[i]));
      plx_take_str (&kind->description, maybe (self, dup_text (self, 3)));
      kind->directed = below (self, 2) == 0;
      if (!plx_relation_kinds_add (connection, kind, error))
        return FALSE;
      keep (self, connection, self->kinds, kind->id);
    }
  return TRUE;
}

/* What the project shares */

static gboolean
add_entity (Filler *self,
            PlxConnection *connection,
            int n,
            GError **error)
{
  static const char *const sorts[] = { "", "person", "organisation", NULL };
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  g_autoptr (GStrvBuilder) aliases = g_strv_builder_new ();

  entity->kind = n % 2 == 0 ? PLX_KIND_ACTOR : PLX_KIND_PLACE;
  if (entity->kind == PLX_KIND_ACTOR)
    plx_take_str (&entity->sort, g_strdup (pick_string (self, sorts)));
  plx_take_str (&entity->name, dup_name (self, n));
  plx_take_str (&entity->uri, maybe (self, g_strdup_printf ("https://example.org/%d?a=1&b=<2>", n)));
  plx_take_str (&entity->note, maybe (self, dup_text (self, 5)));
  for (int i = below (self, 4); i > 0; i--)
    {
      g_autofree char *alias = dup_name (self, 100 * n + i);

      g_strv_builder_add (aliases, alias);
    }
  g_strfreev (entity->aliases);
  entity->aliases = g_strv_builder_end (aliases);
  entity->has_coordinates = below (self, 2) == 0;
  if (entity->has_coordinates)
    {
      entity->latitude = g_rand_double_range (self->random, -90, 90);
      entity->longitude = below (self, 2) == 0 ? 0.1 : g_rand_double_range (self->random, -180, 180);
    }
  entity->created = moment (self);
  if (!plx_entities_add (connection, entity, error))
    return FALSE;
  keep (self, connection, entity->kind == PLX_KIND_ACTOR ? self->actors : self->places, entity->id);
  return TRUE;
}

static gboolean
add_question (Filler *self,
              PlxConnection *connection,
              int n,
              GError **error)
{
  static const char *const answers[] = { "fixed", "grows", "varies", NULL };
  g_autoptr (PlxQuestion) question = plx_question_new ();

  plx_take_str (&question->text, dup_name (self, n));
  plx_take_str (&question->unit, maybe (self, dup_name (self, n)));
  plx_take_str (&question->answer, g_strdup (pick_string (self, answers)));
  plx_take_str (&question->note, maybe (self, dup_text (self, 5)));
  question->created = moment (self);
  if (!plx_questions_add (connection, question, error))
    return FALSE;
  keep (self, connection, self->questions, question->id);
  return TRUE;
}

static gboolean
add_outlet (Filler *self,
            PlxConnection *connection,
            int n,
            GError **error)
{
  static const char *const colours[] = { "", "#00ff7f", "#123abc", NULL };
  g_autofree char *name = dup_name (self, n);
  g_autoptr (PlxOutlet) outlet = plx_outlet_new (name);

  plx_take_str (&outlet->brief, maybe (self, dup_name (self, n)));
  plx_take_str (&outlet->colour, g_strdup (pick_string (self, colours)));
  plx_take_str (&outlet->note, maybe (self, dup_text (self, 5)));
  if (!plx_outlets_add (connection, outlet, error))
    return FALSE;
  add_foreign_id (self, connection, outlet->id);
  return TRUE;
}

static gboolean
add_field (Filler *self,
           PlxConnection *connection,
           PlxFieldKind kind,
           GError **error)
{
  g_autofree char *name = dup_name (self, (int) kind);
  g_autoptr (PlxOwnField) field = plx_own_field_new (name, kind);

  if (!plx_own_fields_add (connection, field, error))
    return FALSE;
  keep (self, connection, self->fields, field->id);
  return TRUE;
}

static gboolean
add_shared (Filler *self,
            PlxConnection *connection,
            GError **error)
{
  for (int i = 0; i < N_ENTITIES; i++)
    if (!add_entity (self, connection, i, error))
      return FALSE;
  for (int i = 0; i < N_QUESTIONS; i++)
    if (!add_question (self, connection, i, error))
      return FALSE;
  for (int i = 0; i < N_OUTLETS; i++)
    if (!add_outlet (self, connection, i, error))
      return FALSE;
  for (PlxFieldKind kind = PLX_FIELD_KIND_TEXT; kind <= PLX_FIELD_KIND_DATE; kind++)
    if (!add_field (self, connection, kind, error))
      return FALSE;
  return TRUE;
}

/* Articles */

/* Parts of the text that are more than plain paragraphs. */
static gboolean
add_blocks (Filler *self,
            PlxConnection *connection,
            PlxId id,
            PlxText *text,
            GError **error)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));

  for (int i = 0; i < 5; i++)
    {
      PlxBlock block = { .kind = (PlxBlockKind) (i % 3), .level = 1 + i };

      plx_test_random_span (self->random, plx_text_get_length (text), &block.start, &block.end);
      if (block.start < block.end)
        g_array_append_val (blocks, block);
    }
  return plx_blocks_add (connection, id, blocks, error);
}

static gboolean
add_field_values (Filler *self,
                  PlxConnection *connection,
                  PlxId document,
                  GError **error)
{
  static const char *const values[][2] = {
    [PLX_FIELD_KIND_TEXT] = { "two  words <&>\t“é”", "عربي" },
    [PLX_FIELD_KIND_NUMBER] = { "-12.5", "7" },
    [PLX_FIELD_KIND_DATE] = { "2024-11", "2024-11-28" },
  };

  for (guint i = 0; i < self->fields->len; i++)
    if (below (self, 2) == 0 &&
        !plx_own_fields_set_value (connection, document, g_array_index (self->fields, PlxId, i), values[i][below (self, 2)], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_document (Filler *self,
              PlxConnection *connection,
              int n,
              GError **error)
{
  static const char *const dates[] = { "", "2024", "2024-11", "2024-11-28", "2024-11-28T10:00:00Z", NULL };
  static const char *const languages[] = { "", "en", "ar", "pt-BR", "zh-Hant", NULL };
  static const char *const directions[] = { "", "ltr", "rtl", NULL };
  static const char *const urls[] = { "", "https://example.org/a?b=1&c=2", "no url at all", "http://[bad", "https://example.org/%zz ü",
                                      "1:2:3", "mailto:a@b", "http://exa mple.org/<x>", NULL };
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autofree char *body = dup_text (self, 100);
  g_autofree char *utf8 = g_strdup_printf ("%s%d%s", below (self, 2) == 0 ? "\n\n" : "", n, body);
  PlxText *text = plx_text_new (utf8, -1);

  plx_take_str (&document->title, dup_name (self, n));
  plx_take_str (&document->outlet, maybe (self, dup_text (self, 2)));
  plx_take_str (&document->author, maybe (self, dup_text (self, 2)));
  plx_take_str (&document->url, g_strdup (pick_string (self, urls)));
  plx_take_str (&document->published, g_strdup (pick_string (self, dates)));
  plx_take_str (&document->language, g_strdup (pick_string (self, languages)));
  plx_take_str (&document->direction, g_strdup (pick_string (self, directions)));
  plx_take_str (&document->note, maybe (self, dup_text (self, 6)));
  plx_take_str (&document->filename, maybe (self, dup_name (self, n)));
  document->created = moment (self);
  if (below (self, 2) == 0)
    plx_take_str (&document->original, g_compute_checksum_for_string (G_CHECKSUM_SHA256, utf8, -1));
  g_ptr_array_add (self->project->texts, text);
  if (!plx_documents_add (connection, document, text, error))
    return FALSE;
  keep (self, connection, self->project->documents, document->id);
  if (!add_field_values (self, connection, document->id, error))
    return FALSE;
  return add_blocks (self, connection, document->text, text, error);
}

/* Annotations */

static PlxClaim *
make_claim (Filler *self)
{
  static const char *const values[] = { "", "18", ">=18 homes", ">15", "<=20", "~12", "5..7 people", "0.1", "hundreds", "many",
                                        "a worn chain parted", "7,000", NULL };
  static const char *const attributions[] = { "", "quoted", "reported", "own-voice", NULL };
  static const char *const polarities[] = { "", "affirms", "denies", NULL };
  static const char *const certainties[] = { "", "stated", "hedged", "alleged", "predicted", NULL };
  static const char *const times[] = { "", "2024-11-28", "2024-11/2024-12", "2024-11-28/..", NULL };
  PlxClaim *claim = plx_claim_new ();

  plx_take_str (&claim->value, g_strdup (pick_string (self, values)));
  plx_take_str (&claim->attribution, g_strdup (pick_string (self, attributions)));
  plx_take_str (&claim->polarity, g_strdup (pick_string (self, polarities)));
  plx_take_str (&claim->certainty, g_strdup (pick_string (self, certainties)));
  plx_take_str (&claim->event_time, g_strdup (pick_string (self, times)));
  if (below (self, 2) == 0)
    claim->question = pick (self, self->questions);
  claim->by_outlet = below (self, 3) == 0;
  if (!claim->by_outlet && below (self, 2) == 0)
    claim->said_by = pick (self, self->actors);
  if (below (self, 3) == 0)
    claim->place = pick (self, self->places);
  return claim;
}

/* One span, or several, some of them on line ends and over many lines. */
static void
add_spans (Filler *self,
           PlxText *text,
           GArray *spans)
{
  for (int i = below (self, 3) == 0 ? 1 + below (self, 4) : 1; i > 0; i--)
    {
      PlxSpan span;

      do
        plx_test_random_span (self->random, plx_text_get_length (text), &span.start, &span.end);
      while (span.start == span.end);
      g_array_append_val (spans, span);
    }
}

static gboolean
add_annotation (Filler *self,
                PlxConnection *connection,
                PlxId annotator,
                GError **error)
{
  guint n = (guint) below (self, N_DOCUMENTS);
  PlxText *text = g_ptr_array_index (self->project->texts, n);
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  gboolean claim = below (self, 2) == 0;
  g_autoptr (GError) reason = NULL;

  annotation->document = g_array_index (self->project->documents, PlxId, n);
  annotation->annotator = annotator;
  annotation->tag = pick (self, claim ? self->claim_tags : self->tags);
  annotation->created = moment (self);
  plx_take_str (&annotation->note, maybe (self, dup_text (self, 6)));
  add_spans (self, text, annotation->spans);
  if (claim)
    annotation->claim = make_claim (self);
  else if (below (self, 2) == 0)
    annotation->entity = pick (self, below (self, 2) == 0 ? self->actors : self->places);
  if (!plx_annotations_add (connection, annotation, text, &reason))
    {
      /* The same tag on the same spans, by chance. */
      g_assert_error (reason, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
      return TRUE;
    }
  if (below (self, 4) == 0 && !plx_annotations_set_note (connection, annotation->id, "changed", error))
    return FALSE;
  keep (self, connection, self->annotations, annotation->id);
  return TRUE;
}

static gboolean
add_relation (Filler *self,
              PlxConnection *connection,
              PlxId annotator,
              GError **error)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  g_autoptr (GError) reason = NULL;

  relation->kind = pick (self, self->kinds);
  relation->source = pick (self, self->annotations);
  relation->target = pick (self, self->annotations);
  relation->annotator = annotator;
  plx_take_str (&relation->note, maybe (self, dup_text (self, 3)));
  relation->created = moment (self);
  if (relation->source == relation->target)
    return TRUE;
  if (!plx_relations_add (connection, relation, &reason))
    g_assert_error (reason, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  else
    add_foreign_id (self, connection, relation->id);
  return TRUE;
}

static gboolean
add_silence (Filler *self,
             PlxConnection *connection,
             PlxId annotator,
             GError **error)
{
  g_autoptr (PlxSilence) silence = plx_silence_new ();

  silence->question = pick (self, self->questions);
  silence->document = pick (self, self->project->documents);
  silence->annotator = annotator;
  plx_take_str (&silence->note, maybe (self, dup_text (self, 3)));
  silence->created = moment (self);
  if (!plx_silences_add (connection, silence, error))
    return FALSE;
  add_foreign_id (self, connection, silence->id);
  return TRUE;
}

static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  Filler *self = data;

  if (!add_codebook (self, connection, error) || !add_shared (self, connection, error))
    return FALSE;
  for (int i = 0; i < N_DOCUMENTS; i++)
    if (!add_document (self, connection, i, error))
      return FALSE;
  for (int i = 0; i < N_ANNOTATIONS; i++)
    if (!add_annotation (self, connection, annotator, error))
      return FALSE;
  for (int i = 0; i < N_RELATIONS; i++)
    if (!add_relation (self, connection, annotator, error))
      return FALSE;
  return add_silence (self, connection, annotator, error);
}

/* What the store refuses today, and an older or imported project may hold. */
static gboolean
roughen_cb (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  return plx_connection_execute (connection, "UPDATE relation SET modified = created + 1 WHERE id % 2 = 0;"
                                             "UPDATE document SET published = 'around noon', language = 'Old Norse' WHERE title LIKE '%2'",
                                 error);
}

PlxTestProject *
plx_test_fill (GRand *random,
               gboolean illegal)
{
  PlxTestProject *project = plx_test_project_new (NULL);
  Filler self = { .project = project, .random = random, .illegal = illegal };
  GArray **arrays[] = { &self.tags, &self.claim_tags, &self.kinds, &self.actors, &self.places, &self.questions, &self.fields,
                        &self.annotations };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (PlxId));
  plx_test_project_edit (project, fill_cb, &self);
  plx_test_project_edit (project, roughen_cb, &self);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (*arrays[i]);
  return project;
}
