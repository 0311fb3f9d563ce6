/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching: what a line asks for, and what is found. */

#include "config.h"

#include "plx-test-project.h"

#include "base/plx-string.h"
#include "query/plx-search-sheet.h"
#include "query/plx-search.h"
#include "store/plx-annotations.h"
#include "store/plx-annotators.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-questions.h"

#include <string.h>

static const char *const texts[] = {
  "The army entered Saraqib.\nSaraqeb fell, said Hay’at; Hay'at denies.",
  "وصل الجيش إلى حَلَب أمس",
  "政府军控制了阿勒颇的大部分地区。",
  "Nothing of note, 🇸🇾 but the army of Saraqib again. The army.",
  NULL,
};

static gboolean
describe (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  static const char *const outlets[] = { "The Harbour Post", "صحيفة الوادي", "", "Radio Nine" };
  static const char *const dates[] = { "2024-11-28", "2024-11", "", "2024-12-01T08:00:00+02:00" };
  PlxTestProject *project = data;
  PlxQuestion *question = plx_question_new ();
  PlxEntity *entity = plx_entity_new ();
  PlxId id;
  gboolean done = TRUE;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (PlxDocument) document = plx_documents_get (connection, plx_test_project_get_document (project, i), error);

      plx_set_str (&document->outlet, outlets[i]);
      plx_set_str (&document->published, dates[i]);
      if (i == 2)
        plx_set_str (&document->note, "Translated from army sources");
      done = done && plx_documents_update (connection, document, error);
    }
  entity->kind = PLX_KIND_PLACE;
  plx_set_str (&entity->name, "Saraqib");
  g_strfreev (entity->aliases);
  entity->aliases = g_strsplit ("Saraqeb,Sarāqib al-Qadīma", ",", -1);
  done = done && plx_entities_add (connection, entity, error) && plx_questions_ensure (connection, "How large is the army?", &id, error);
  plx_entity_free (entity);
  plx_question_free (question);
  return done;
}

static gboolean
annotate (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  g_autoptr (GPtrArray) entities = plx_entities_list (connection, error);
  const PlxId *ids = data;

  return plx_annotations_set_note (connection, ids[0], "Which army is meant?", error) &&
         plx_annotations_set_entity (connection, ids[1], ((PlxEntity *) g_ptr_array_index (entities, 0))->id, error);
}

static PlxTestProject *
project_new (void)
{
  PlxTestProject *project = plx_test_project_new (texts);
  PlxId ids[2];

  plx_test_project_edit (project, describe, project);
  ids[0] = plx_test_project_tag (project, 0, "The army", "Actor");
  ids[1] = plx_test_project_tag (project, 0, "Saraqib", "Place");
  plx_test_project_edit (project, annotate, ids);
  return project;
}

/* All hits of @line: `where before[text]after`, one a line, context cut to four
 * characters. */
static char *
find (PlxTestProject *project,
      const char *line,
      PlxSearchOrder order,
      guint page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSearchQuery) query = plx_search_query_parse (line, &error);
  g_autoptr (PlxSearch) search = NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_search_hit_free);
  GString *result = g_string_new (NULL);
  gboolean more = TRUE;

  g_assert_no_error (error);
  search = plx_search_new (project->connection, query, &error);
  g_assert_no_error (error);
  while (more)
    g_assert_true (plx_search_next (search, hits, page, NULL, &more, &error));
  plx_search_sort (hits, order);
  for (guint i = 0; i < hits->len; i++)
    {
      const PlxSearchHit *hit = g_ptr_array_index (hits, i);
      const char *before = hit->before + MAX (0, (int) strlen (hit->before) - 4);
      g_autofree char *after = g_utf8_substring (hit->after, 0, MIN (4, g_utf8_strlen (hit->after, -1)));

      g_string_append_printf (result, "%s%s %s[%s]%s", i > 0 ? "\n" : "", plx_search_where_get_name (hit->where),
                              g_utf8_validate (before, -1, NULL) ? before : "", hit->text, after);
      if (hit->where == PLX_SEARCH_TEXT)
        {
          g_autoptr (PlxText) text = plx_documents_load_text (project->connection, hit->document, &error);
          g_autofree char *slice = plx_text_dup_slice (text, hit->span.start, hit->span.end);

          g_assert_cmpstr (slice, ==, hit->text);
        }
    }
  return g_string_free (result, FALSE);
}

static void
assert_found (PlxTestProject *project,
              const char *line,
              const char *expected)
{
  g_autofree char *whole = find (project, line, PLX_SEARCH_BY_ARTICLE, G_MAXINT);
  g_autofree char *paged = find (project, line, PLX_SEARCH_BY_ARTICLE, 1);

  g_test_message ("%s", line);
  g_assert_cmpstr (whole, ==, expected);
  g_assert_cmpstr (paged, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (PlxTestProject) project = project_new ();

  assert_found (project, "nowhere", "");
  assert_found (project, "hayat", "text aid [Hay’at]; Ha\ntext at; [Hay'at] den");
  assert_found (project, "حلب", "text [حَلَب] أمس");
  assert_found (project, "阿勒颇", "text [阿勒颇]的大部分");
  assert_found (project, "勒颇的", "text [勒颇的]大部分地");
  assert_found (project, "\"entered saraqib\"", "text rmy [entered Saraqib]. Sa");
  assert_found (project, "“army of sara*”", "text the [army of Saraqib] aga");
  assert_found (project, "Saraqe*", "text ib. [Saraqeb] fel\nentity [Saraqeb]");
  /* All words have to be there. */
  assert_found (project, "fell entered", "text rmy [entered] Sar\ntext qeb [fell], sa");
  assert_found (project, "fell again", "");
}

static void
test_elsewhere (void)
{
  g_autoptr (PlxTestProject) project = project_new ();

  assert_found (project, "army",
                "text The [army] ent\ntext the [army] of \ntext The [army].\n"
                "note ich [army] is \narticle rom [army] sou\nquestion the [army]?");
  assert_found (project, "qadima", "entity  al-[Qadīma]");
  assert_found (project, "actor", "tag [Actor]");
}

static void
test_filters (void)
{
  g_autoptr (PlxTestProject) project = project_new ();

  assert_found (project, "army outlet:harbour", "text The [army] ent\nnote ich [army] is ");
  assert_found (project, "army after:2024-12", "text the [army] of \ntext The [army].");
  assert_found (project, "army before:2024-12", "text The [army] ent\nnote ich [army] is ");
  assert_found (project, "army tag:Actor", "text The [army] ent\nnote ich [army] is ");
  assert_found (project, "saraq* tag:Place", "text red [Saraqib]. Sa");
  assert_found (project, "saraq* entity:saraqeb", "text red [Saraqib]. Sa");
  assert_found (project, "has:note", "text [The army] ent");
  assert_found (project, "tag:Place by:tester", "text red [Saraqib]. Sa");
  assert_found (project, "outlet:\"radio nine\"", "article []");
  assert_found (project, "army tag:Place", "");
}

static void
test_order (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autofree char *left = find (project, "army after:2024", PLX_SEARCH_BY_LEFT, 50);
  g_autofree char *right = find (project, "army after:2024-11", PLX_SEARCH_BY_RIGHT, 50);

  g_assert_cmpstr (left, ==, "text The [army] ent\ntext The [army].\ntext the [army] of \nnote ich [army] is ");
  g_assert_true (g_str_has_prefix (right, "text The [army]."));
}

static void
test_wrong (void)
{
  static const char *const lines[] = { "", " ,. ", "before:yesterday", "has:wings", "tag:", "outlet:" };
  static const char *const missing[] = { "tag:Nowhere", "entity:Nobody", "by:Nobody" };
  g_autoptr (PlxTestProject) project = project_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (plx_search_query_parse (lines[i], &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
    }
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxSearchQuery) query = plx_search_query_parse (missing[i], &error);

      g_assert_no_error (error);
      g_assert_null (plx_search_new (project->connection, query, &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
    }
}

/* Anything may be typed. */
static void
test_any_line (void)
{
  static const char *const pieces[] = { "a", "\"", "*", "army", "AND", "OR", "NOT", "NEAR(", ")", "^", ":", "tag:", "{", "-", "'", ";", "حلب", "阿", "🇸🇾", " ", "\\", "%", "\xff", "\n" };
  g_autoptr (PlxTestProject) project = project_new ();

  for (int i = 0; i < 500; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (PlxSearchQuery) query = NULL;
      g_autoptr (PlxSearch) search = NULL;
      g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_search_hit_free);
      g_autoptr (GError) error = NULL;
      gboolean more;

      for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
        g_string_append (line, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      query = plx_search_query_parse (line->str, NULL);
      search = query != NULL ? plx_search_new (project->connection, query, NULL) : NULL;
      if (search == NULL)
        continue;
      g_assert_true (plx_search_next (search, hits, 50, NULL, &more, &error));
      g_assert_no_error (error);
    }
}

static void
test_sheet (void)
{
  g_autoptr (PlxTestProject) project = project_new ();
  g_autoptr (PlxSearchQuery) query = plx_search_query_parse ("army", NULL);
  g_autoptr (PlxSearch) search = plx_search_new (project->connection, query, NULL);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_search_hit_free);
  g_autoptr (PlxSheet) sheet = NULL;
  gboolean more;

  g_assert_true (plx_search_next (search, hits, 1000, NULL, &more, NULL));
  g_assert_false (more);
  sheet = plx_search_sheet_new ("army", hits);
  g_assert_cmpuint (sheet->rows->len, ==, hits->len);
  g_assert_cmpstr (((PlxSheetRow *) g_ptr_array_index (sheet->rows, 0))->cells[1].text, ==, "army");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/words", test_words);
  g_test_add_func ("/search/elsewhere", test_elsewhere);
  g_test_add_func ("/search/filters", test_filters);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/wrong", test_wrong);
  g_test_add_func ("/search/any-line", test_any_line);
  g_test_add_func ("/search/sheet", test_sheet);
  return g_test_run ();
}
