/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-trip.h"

#include "plx-test-fill.h"
#include "plx-test-random.h"

#include "store/plx-annotations.h"
#include "store/plx-annotators.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"
#include "store/plx-dump.h"
#include "store/plx-own-fields.h"
#include "store/plx-questions.h"
#include "store/plx-rejections.h"
#include "store/plx-relations.h"
#include "store/plx-versions.h"
#include "verb/plx-version-verbs.h"

#include <string.h>

#define N_MORE 12

typedef struct
{
  PlxTestProject *project; /* (unowned) */
  GRand *random;
} Filler;

static gboolean
copy_annotation (Filler *self,
                 PlxConnection *connection,
                 PlxId id,
                 PlxId annotator,
                 GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, id, error);
  guint i;

  g_assert_nonnull (annotation);
  for (i = 0; g_array_index (self->project->documents, PlxId, i) != annotation->document; i++)
    ;
  annotation->id = PLX_ID_NONE;
  annotation->annotator = annotator;
  return plx_annotations_add (connection, annotation, g_ptr_array_index (self->project->texts, i), error);
}

/* What the store would take again, another annotator on the same spans, and
 * suggestions that were refused. */
static gboolean
more_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  Filler *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT id FROM annotation ORDER BY id");
  PlxId other;

  if (!plx_connection_execute (connection, "UPDATE document SET published = '', language = '' WHERE published = 'around noon'", error) ||
      !plx_annotators_ensure (connection, "Other 🇺🇿 annotator", &other, error))
    return FALSE;
  while (plx_statement_step (statement, NULL) == PLX_STEP_ROW)
    {
      PlxId id = plx_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i += 5)
    if (!copy_annotation (self, connection, g_array_index (ids, PlxId, i), other, error))
      return FALSE;
  for (int i = 0; i < N_MORE; i++)
    {
      guint n = (guint) g_rand_int_range (self->random, 0, (int) self->project->texts->len);
      PlxText *text = g_ptr_array_index (self->project->texts, n);
      g_autoptr (PlxAnnotation) like = plx_annotations_get (connection, g_array_index (ids, PlxId, i), error);
      PlxPlacement place = { .document = g_array_index (self->project->documents, PlxId, n), .tag = like->tag, .entity = like->entity };

      do
        plx_test_random_span (self->random, plx_text_get_length (text), &place.span.start, &place.span.end);
      while (place.span.start == place.span.end);
      if (!plx_rejections_add (connection, &place, i % 2 == 0 ? annotator : other, error))
        return FALSE;
    }
  return TRUE;
}

/* The text of an article with some words taken out and some put in. */
static PlxText *
dup_revised (GRand *random,
             PlxText *text)
{
  int length = plx_text_get_length (text);
  PlxSpan gone;
  g_autofree char *before = NULL, *after = NULL, *utf8 = NULL;

  plx_test_random_span (random, length, &gone.start, &gone.end);
  before = plx_text_dup_slice (text, 0, gone.start);
  after = plx_text_dup_slice (text, gone.end, length);
  utf8 = g_strconcat (before, "\nrevised <&> 🇺🇿\n", after, NULL);
  return plx_text_new (utf8, -1);
}

/* Makes a later version of the @n-th article; what finds no place waits with the
 * earlier one. */
static void
revise (PlxTestProject *project,
        GRand *random,
        guint n,
        gboolean corrects)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = plx_documents_get (project->connection, g_array_index (project->documents, PlxId, n), &error);
  g_autoptr (PlxText) text = plx_documents_load_text (project->connection, document->id, &error);
  g_autoptr (PlxText) after = dup_revised (random, text);
  g_autoptr (PlxVerb) verb = plx_verb_revise (document, after, NULL, NULL, corrects, NULL);

  plx_verb_run (verb, project->connection, "Tester", NULL, &error);
  g_assert_no_error (error);
  plx_text_unref (g_ptr_array_index (project->texts, n));
  g_ptr_array_index (project->texts, n) = g_steal_pointer (&after);
}

PlxTestProject *
plx_test_trip_fill (GRand *random,
                    gboolean illegal)
{
  PlxTestProject *project = plx_test_fill (random, illegal);
  Filler self = { project, random };

  plx_test_project_edit (project, more_cb, &self);
  revise (project, random, 0, FALSE);
  revise (project, random, 0, TRUE);
  revise (project, random, 1, FALSE);
  return project;
}

char *
plx_test_trip_dump (PlxTestProject *project)
{
  static const char *const drop[] = { " text=[0-9]+", "annotator id=[0-9]+ name='(Importer|Tester)'[^\n]*\n", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = plx_dump_project (project->connection, &error);

  g_assert_no_error (error);
  for (const char *const *pattern = drop; *pattern != NULL; pattern++)
    {
      g_autoptr (GRegex) regex = g_regex_new (*pattern, 0, 0, NULL);
      char *rest = g_regex_replace_literal (regex, dump, -1, 0, "", 0, &error);

      g_assert_no_error (error);
      g_free (dump);
      dump = rest;
    }
  return g_steal_pointer (&dump);
}

char *
plx_test_trip_export (PlxTestProject *project,
                      const char *name)
{
  const PlxFormat *format = plx_formats_find (name, NULL);
  g_autofree char *base = g_strconcat ("out", format->extension, NULL);
  char *path = g_build_filename (project->folder, base, NULL);
  g_autoptr (GError) error = NULL;

  plx_format_export (project->connection, format, path, NULL, 0, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

gboolean
plx_test_trip_import (PlxTestProject *project,
                      const char *format,
                      const char *path,
                      PlxImportMode mode,
                      PlxImportReport *report,
                      GError **error)
{
  g_autoptr (PlxVerb) verb = plx_verb_import_dataset (plx_formats_find (format, NULL), path, mode, NULL, report, NULL, NULL, NULL);

  return plx_verb_run (verb, project->connection, "Importer", NULL, error);
}

static gboolean
execute_cb (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  return plx_connection_execute (connection, data, error);
}

PlxTestProject *
plx_test_trip_dup_target (PlxTestProject *there,
                          const PlxFormat *format)
{
  PlxTestProject *target = plx_test_project_new (NULL);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if ((format->carries & PLX_CARRIES_TEXTS) != 0)
    return target;
  path = plx_test_trip_export (there, "jsonl");
  plx_test_trip_import (target, "jsonl", path, PLX_IMPORT_STRICT, report, &error);
  g_assert_no_error (error);
  plx_test_project_edit (target, execute_cb, (char *) "DELETE FROM annotation");
  return target;
}

void
plx_test_trip_drop_borders (PlxTestProject *project)
{
  static const char sql[] = "DELETE FROM annotation WHERE id IN (SELECT annotation FROM span WHERE quote LIKE char (10) || '%' OR quote LIKE '%' || char (10))";

  plx_test_project_edit (project, execute_cb, (char *) sql);
}

void
plx_test_trip_drop_line_ends (PlxTestProject *project)
{
  static const char sql[] = "DELETE FROM annotation WHERE id IN (SELECT annotation FROM span GROUP BY annotation "
                            "HAVING sum (length (replace (replace (quote, char (10), ''), char (13), ''))) = 0)";

  plx_test_project_edit (project, execute_cb, (char *) sql);
}

/* In words */

typedef struct
{
  PlxConnection *connection;
  PlxNames *names;
  guint carries;
  GPtrArray *lines;
  GHashTable *hashes; /* PlxId → SHA-256 of the document's text; of those that are listed */
} Lister;

static const char *
name_of (Lister *self,
         PlxId id)
{
  const PlxEntity *entity = plx_names_get_entity (self->names, id);

  return entity != NULL ? entity->name : "";
}

/* Earlier versions are, where they are carried. */
static gboolean
is_listed (Lister *self,
           PlxId document)
{
  return g_hash_table_contains (self->hashes, &document);
}

/* What an annotation is known by. */
static char *
dup_key (Lister *self,
         const PlxAnnotation *annotation)
{
  g_autoptr (GString) key = g_string_new (g_hash_table_lookup (self->hashes, &annotation->document));

  g_string_append_printf (key, " %s", plx_names_get_tag (self->names, annotation->tag)->path);
  for (guint i = 0; i < annotation->spans->len; i++)
    g_string_append_printf (key, " %d-%d", g_array_index (annotation->spans, PlxSpan, i).start,
                            g_array_index (annotation->spans, PlxSpan, i).end);
  if ((self->carries & PLX_CARRIES_ANNOTATORS) != 0)
    g_string_append_printf (key, " by %s", plx_names_get_annotator (self->names, annotation->annotator)->name);
  return g_strdup (key->str);
}

static void
add_claim (Lister *self,
           GString *line,
           const PlxClaim *claim)
{
  const PlxQuestion *question = plx_names_get_question (self->names, claim->question);

  g_string_append_printf (line, " claim=%s|%s|%s|%d|%s|%s|%s|%s|%s", question != NULL ? question->text : "", claim->value,
                          name_of (self, claim->said_by), claim->by_outlet, claim->attribution, claim->polarity, claim->certainty,
                          claim->event_time, name_of (self, claim->place));
}

static gboolean
list_annotation (const PlxAnnotation *annotation,
                 gpointer data,
                 GError **error)
{
  Lister *self = data;
  g_autofree char *key = NULL;
  g_autoptr (GString) line = g_string_new ("A ");

  if (!is_listed (self, annotation->document))
    return TRUE;
  key = dup_key (self, annotation);
  g_string_append (line, key);
  if ((self->carries & PLX_CARRIES_ENTITIES) != 0)
    g_string_append_printf (line, " entity=%s", name_of (self, annotation->entity));
  if ((self->carries & PLX_CARRIES_NOTES) != 0)
    g_string_append_printf (line, " note=%s", annotation->note);
  if ((self->carries & PLX_CARRIES_TIMES) != 0)
    g_string_append_printf (line, " times=%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, annotation->created, annotation->modified);
  if ((self->carries & PLX_CARRIES_CLAIMS) != 0 && annotation->claim != NULL)
    add_claim (self, line, annotation->claim);
  g_ptr_array_add (self->lines, g_strdup (line->str));
  return TRUE;
}

static void
list_relations (Lister *self)
{
  g_autoptr (GPtrArray) relations = plx_relations_list (self->connection, NULL);

  for (guint i = 0; i < relations->len; i++)
    {
      const PlxRelation *relation = g_ptr_array_index (relations, i);
      g_autoptr (PlxAnnotation) source = plx_annotations_get (self->connection, relation->source, NULL);
      g_autoptr (PlxAnnotation) target = plx_annotations_get (self->connection, relation->target, NULL);
      g_autofree char *from = NULL, *to = NULL;
      guint needed = source->document == target->document ? PLX_CARRIES_RELATIONS : PLX_CARRIES_CROSS_RELATIONS;

      if ((self->carries & needed) == 0 || !is_listed (self, source->document) || !is_listed (self, target->document))
        continue;
      from = dup_key (self, source);
      to = dup_key (self, target);
      g_ptr_array_add (self->lines, g_strdup_printf ("R %s %s %s", plx_names_get_relation_kind (self->names, relation->kind)->name, from, to));
    }
}

static void
list_silences (Lister *self)
{
  g_autoptr (GPtrArray) silences = plx_silences_list (self->connection, PLX_ID_NONE, NULL);

  for (guint i = 0; (self->carries & PLX_CARRIES_SILENCES) != 0 && i < silences->len; i++)
    {
      const PlxSilence *silence = g_ptr_array_index (silences, i);

      if (!is_listed (self, silence->document))
        continue;
      g_ptr_array_add (self->lines, g_strdup_printf ("S %s %s %s", (char *) g_hash_table_lookup (self->hashes, &silence->document),
                                                     plx_names_get_question (self->names, silence->question)->text, silence->note));
    }
}

static void
list_blocks (Lister *self,
             const PlxDocument *document)
{
  g_autoptr (GArray) blocks = plx_blocks_load (self->connection, document->text, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (blocks, PlxBlock, i);

      g_ptr_array_add (self->lines, g_strdup_printf ("B %s %s %d %d-%d", document->sha256, plx_block_kind_get_name (block->kind), block->level,
                                                     block->start, block->end));
    }
}

static void
list_field_values (Lister *self,
                   const PlxDocument *document)
{
  g_autoptr (GHashTable) values = plx_own_fields_load_values (self->connection, document->id, NULL);

  for (guint i = 0; i < self->names->fields->len; i++)
    {
      const PlxOwnField *field = g_ptr_array_index (self->names->fields, i);
      const char *value = g_hash_table_lookup (values, &field->id);

      if (value != NULL)
        g_ptr_array_add (self->lines, g_strdup_printf ("F %s %s=%s", document->sha256, field->name, value));
    }
}

static void
list_document (Lister *self,
               const PlxDocument *document)
{
  g_hash_table_insert (self->hashes, g_memdup2 (&document->id, sizeof (PlxId)), g_strdup (document->sha256));
  if ((self->carries & PLX_CARRIES_STRUCTURE) != 0)
    list_blocks (self, document);
  if ((self->carries & PLX_CARRIES_FIELDS) != 0)
    list_field_values (self, document);
  if ((self->carries & PLX_CARRIES_METADATA) != 0)
    g_ptr_array_add (self->lines, g_strdup_printf ("D %s %s|%s|%s|%s|%s|%s|%s|%s", document->sha256, document->title, document->outlet,
                                                   document->author, document->url, document->published, document->language,
                                                   document->direction, document->note));
}

static void
list_versions (Lister *self,
               PlxId article)
{
  g_autoptr (GPtrArray) versions = plx_versions_list (self->connection, article, NULL);

  for (guint i = 0; (self->carries & PLX_CARRIES_VERSIONS) != 0 && i < versions->len; i++)
    {
      const PlxDocument *version = g_ptr_array_index (versions, i);

      list_document (self, version);
      g_ptr_array_add (self->lines, g_strdup_printf ("V %s of %s %d %s", version->sha256, (char *) g_hash_table_lookup (self->hashes, &article),
                                                     version->version, version->made));
    }
}

static void
list_documents (Lister *self)
{
  g_autoptr (GPtrArray) documents = plx_documents_list (self->connection, NULL);

  for (guint i = 0; i < documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (documents, i);

      list_document (self, document);
      list_versions (self, document->id);
    }
}

static void
list_outlets (Lister *self)
{
  for (guint i = 0; (self->carries & PLX_CARRIES_OUTLETS) != 0 && i < self->names->outlets->len; i++)
    {
      const PlxOutlet *outlet = g_ptr_array_index (self->names->outlets, i);

      g_ptr_array_add (self->lines, g_strdup_printf ("O %s|%s|%s|%s", outlet->name, outlet->brief, outlet->colour, outlet->note));
    }
}

static void
list_entities (Lister *self)
{
  for (guint i = 0; (self->carries & PLX_CARRIES_ENTITY_DETAILS) != 0 && i < self->names->entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (self->names->entities, i);
      g_autofree char *aliases = g_strjoinv ("|", entity->aliases);

      g_ptr_array_add (self->lines, g_strdup_printf ("E %d %s %s %s %s %s %.9f %.9f", (int) entity->kind, entity->sort, entity->name, aliases, entity->uri,
                                                     entity->note, entity->latitude, entity->longitude));
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
plx_test_trip_list (PlxTestProject *project,
                    guint carries)
{
  Lister self = { .connection = project->connection, .carries = carries };
  char *text;

  self.names = plx_names_load (project->connection, NULL);
  self.lines = g_ptr_array_new_with_free_func (g_free);
  self.hashes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  list_documents (&self);
  list_outlets (&self);
  list_entities (&self);
  g_assert_true (plx_annotations_foreach (project->connection, PLX_ID_NONE, list_annotation, &self, NULL));
  list_relations (&self);
  list_silences (&self);
  g_ptr_array_sort (self.lines, compare_lines);
  g_ptr_array_add (self.lines, NULL);
  text = g_strjoinv ("\n", (char **) self.lines->pdata);
  g_ptr_array_unref (self.lines);
  g_hash_table_unref (self.hashes);
  plx_names_free (self.names);
  return text;
}

void
plx_test_trip_compare (const char *a,
                       const char *b)
{
  g_auto (GStrv) left = g_strsplit (a, "\n", -1);
  g_auto (GStrv) right = g_strsplit (b, "\n", -1);

  for (guint i = 0; left[i] != NULL && right[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
}
