/* SPDX-License-Identifier: GPL-3.0-or-later */

/* UIMA CAS XMI and GATE XML as other programs write them, and files that say
 * something else than the project. */

#include "config.h"

#include "plx-test-trip.h"

#include "format/plx-container.h"
#include "store/plx-tags.h"

#include <string.h>

#define TYPES                                                                                                                                        \
  "<?xml version=\"1.0\"?><typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\"><types>"                                         \
  "<typeDescription><name>de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity</name><supertypeName>uima.tcas.Annotation</supertypeName>"          \
  "<features><featureDescription><name>value</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features></typeDescription>" \
  "<typeDescription><name>webanno.custom.Stance</name><supertypeName>uima.tcas.Annotation</supertypeName><features>"                                 \
  "<featureDescription><name>tone</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>"                                         \
  "<featureDescription><name>about</name><rangeTypeName>uima.tcas.Annotation</rangeTypeName></featureDescription>"                                   \
  "</features></typeDescription></types></typeSystemDescription>"

/* CR LF and a byte order mark: positions count both. */
#define XMI                                                                                                                                                \
  "<?xml version=\"1.0\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" "                                           \
  "xmlns:type=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\" xmlns:s=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\" " \
  "xmlns:custom=\"http:///webanno/custom.ecore\">\n"                                                                                                       \
  "<s:Token xmi:id=\"2\" sofa=\"1\" begin=\"1\" end=\"5\"/><s:Token xmi:id=\"3\" sofa=\"1\" begin=\"6\" end=\"12\"/>\n"                                    \
  "<type:NamedEntity xmi:id=\"4\" sofa=\"1\" begin=\"8\" end=\"14\" value=\"LOC\" identifier=\"http://example.org/aleppo\"/>\n"                            \
  "<custom:Stance xmi:id=\"5\" sofa=\"1\" begin=\"15\" end=\"19\" tone=\"calm\" about=\"4\"/>\n"                                                           \
  "<custom:Link xmi:id=\"6\" sofa=\"1\" begin=\"15\" end=\"19\" value=\"near\" Governor=\"4\" Dependent=\"5\"/>\n"                                         \
  "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" sofaString=\"&#xFEFF;🇺🇿.&#13;&#10;Aleppo fell.\"/>\n</xmi:XMI>"

#define GATE                                                                                                                                                             \
  "<?xml version='1.0'?>\n<GateDocument version=\"3\"><GateDocumentFeatures><Feature><Name className=\"java.lang.String\">gate.SourceURL</Name>"                         \
  "<Value className=\"java.lang.String\">a.txt</Value></Feature></GateDocumentFeatures>\n"                                                                               \
  "<TextWithNodes>🇺🇿.&#13;\n<Node id=\"7\"/>Aleppo<Node id=\"13\"/> fell<Node id=\"18\"/>.</TextWithNodes>\n"                                                      \
  "<AnnotationSet><Annotation Id=\"1\" Type=\"Token\" StartNode=\"7\" EndNode=\"13\"/></AnnotationSet>\n"                                                                \
  "<AnnotationSet Name=\"Key\"><Annotation Id=\"2\" Type=\"Location\" StartNode=\"7\" EndNode=\"13\"><Feature><Name>rule</Name><Value>R1</Value></Feature></Annotation>" \
  "<Annotation Id=\"3\" Type=\"Event\" StartNode=\"7\" EndNode=\"18\"/></AnnotationSet>\n"                                                                               \
  "<RelationSet Name=\"Key\"><Relation Id=\"4\" Type=\"in\" Members=\"3;2\"><UserData/></Relation></RelationSet></GateDocument>"

static char *
write_zip (PlxTestProject *project,
           const char *first,
           const char *first_bytes,
           const char *second,
           const char *second_bytes)
{
  char *path = g_build_filename (project->folder, "x.zip", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTarget) target = plx_target_open (path, &error);
  PlxContainer *container = plx_container_new (target);

  plx_container_add (container, first, first_bytes, strlen (first_bytes));
  if (second != NULL)
    plx_container_add (container, second, second_bytes, strlen (second_bytes));
  plx_container_finish (container, &error);
  g_assert_no_error (error);
  plx_target_commit (target, &error);
  g_assert_no_error (error);
  return path;
}

static void
check (PlxTestProject *project,
       const char *format,
       const char *path,
       const char *remark,
       const char *const *expected)
{
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  g_assert_true (plx_formats_sniff (path) == plx_formats_find (format, NULL));
  plx_test_trip_import (project, format, path, PLX_IMPORT_STRICT, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->n_problems, ==, 0);
  g_assert_cmpstr (g_ptr_array_index (report->remarks, 0), ==, remark);
  list = plx_test_trip_list (project, PLX_CARRIES_ALL & ~PLX_CARRIES_TIMES);
  for (; *expected != NULL; expected++)
    if (strstr (list, *expected) == NULL)
      g_error ("There is no “%s” in:\n%s", *expected, list);
}

static void
test_xmi (void)
{
  static const char *const expected[] = { " x|", " NamedEntity/LOC 4-10 by Importer entity=Aleppo note=identifier=http://example.org/aleppo\nvalue=LOC",
                                          " Stance 11-15 by Importer entity= note=tone=calm", "R near ", " Aleppo  http://example.org/aleppo", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_zip (project, "x.xmi", XMI, "TypeSystem.xml", TYPES);

  check (project, "xmi", path, "2 of type de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token were left out.", expected);
}

static void
test_gate (void)
{
  static const char *const expected[] = { " x|", " Location 4-10 by Key entity= note=rule=R1", " Event 4-15 by Key entity= note=", "R in ", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_zip (project, "folder/x.gate.xml", GATE, NULL, NULL);

  check (project, "gate", path, "1 of type Token was left out.", expected);
}

/* What is there already stays as it is, and each difference is told. */
static void
test_differences (void)
{
  static const char *const lines[] = {
    "{\"type\":\"project\",\"format\":\"parallax-jsonl\",\"version\":1}",
    "{\"type\":\"tag\",\"uuid\":\"t1\",\"tag\":\"Town\",\"name\":\"Town\",\"kind\":\"%s\",\"colour\":\"#%s\"}",
    "{\"type\":\"entity\",\"uuid\":\"e1\",\"name\":\"Homs\",\"kind\":\"place\",\"uri\":\"http://example.org/%s\"}",
    "{\"type\":\"question\",\"uuid\":\"q1\",\"text\":\"How many?\",\"unit\":\"%s\"}",
  };
  static const char *const values[2][3] = { { "place", "111111", "people" }, { "actor", "222222", "homes" } };
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = g_build_filename (project->folder, "x.jsonl", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *tag = g_strdup_printf (lines[1], values[i][0], values[i][1]);
      g_autofree char *entity = g_strdup_printf (lines[2], values[i][1]);
      g_autofree char *question = g_strdup_printf (lines[3], values[i][2]);
      g_autofree char *contents = g_strjoin ("\n", lines[0], tag, entity, question, "", NULL);
      g_autoptr (PlxImportReport) report = plx_import_report_new ();
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, contents, -1, &error);
      g_assert_no_error (error);
      plx_test_trip_import (project, "jsonl", path, PLX_IMPORT_STRICT, report, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (report->remarks->len, ==, i == 0 ? 0 : 4);
      if (i == 0)
        continue;
      g_assert_cmpstr (g_ptr_array_index (report->remarks, 0), ==, "The tag “Town” is of another kind in the project, and stays so.");
      g_assert_cmpstr (g_ptr_array_index (report->remarks, 1), ==, "The tag “Town” has another colour in the project, and keeps it.");
      g_assert_cmpstr (g_ptr_array_index (report->remarks, 2), ==, "The actor or place “Homs” has another address in the project, and keeps it.");
      g_assert_cmpstr (g_ptr_array_index (report->remarks, 3), ==, "The question “How many?” has another unit in the project, and keeps it.");
    }
}

/* What the file has twice is told from what the project had before. */
static void
test_twice (void)
{
#define UUID(n) "0192f3a4-0000-7000-8b00-00000000000" n
#define LINE(n, from, to) \
  "{\"type\":\"annotation\",\"uuid\":\"" UUID (n) "\",\"document\":\"" UUID ("1") "\",\"tag\":\"Place\",\"kind\":\"place\",\"spans\":[[" from "," to "]]}\n"
  static const char head[] = "{\"type\":\"project\",\"format\":\"parallax-jsonl\",\"version\":1}\n"
                             "{\"type\":\"document\",\"uuid\":\"" UUID ("1") "\",\"title\":\"x\",\"text\":\"Homs and Aleppo\"}\n";
  static const char *const bodies[] = { LINE ("2", "0", "4"), LINE ("2", "0", "4") LINE ("3", "9", "15") LINE ("2", "0", "4") LINE ("3", "9", "15") };
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = g_build_filename (project->folder, "x.jsonl", NULL);
  const PlxImportProblem *problem;
  PlxImportReport *report = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *contents = g_strconcat (head, bodies[i], NULL);

      g_clear_pointer (&report, plx_import_report_unref);
      report = plx_import_report_new ();
      g_file_set_contents (path, contents, -1, &error);
      g_assert_no_error (error);
      plx_test_trip_import (project, "jsonl", path, PLX_IMPORT_REST, report, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (report->annotations.n_new, ==, 1);
  g_assert_cmpint (report->annotations.n_there, ==, 2);
  g_assert_cmpint (report->n_problems, ==, 1);
  problem = g_ptr_array_index (report->problems, 0);
  g_assert_cmpstr (problem->place, ==, "line 6");
  plx_import_report_unref (report);
#undef LINE
#undef UUID
}

/* A type of another program becomes a tag that is there; one that is not in the
 * file is a problem. */
static void
test_mapped (void)
{
  static const char *const wishes[] = { "NamedEntity/LOC", "Nothing" };
  g_autoptr (GHashTable) tag_map = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_zip (project, "x.xmi", XMI, "TypeSystem.xml", TYPES);
  g_autofree char *list = NULL;
  PlxId place;
  GError *error = NULL;

  g_assert_true (plx_tags_find (project->connection, "Place", &place, &error));
  for (guint i = G_N_ELEMENTS (wishes); i-- > 0;)
    {
      g_autoptr (PlxImportReport) report = plx_import_report_new ();
      g_autoptr (PlxVerb) verb = NULL;

      g_hash_table_remove_all (tag_map);
      g_hash_table_insert (tag_map, (gpointer) wishes[i], g_memdup2 (&place, sizeof place));
      verb = plx_verb_import_dataset (plx_formats_find ("xmi", NULL), path, PLX_IMPORT_STRICT, tag_map, report, NULL, NULL, NULL);
      if (i > 0)
        {
          g_assert_false (plx_verb_run (verb, project->connection, "Importer", NULL, &error));
          g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_PROBLEMS);
          g_clear_error (&error);
          continue;
        }
      plx_verb_run (verb, project->connection, "Importer", NULL, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < report->new_tags->len; j++)
        {
          const PlxImportTag *tag = g_ptr_array_index (report->new_tags, j);

          g_assert_cmpint (tag->into, ==, strcmp (tag->path, wishes[0]) == 0 ? place : PLX_ID_NONE);
        }
      g_assert_cmpuint (report->new_tags->len, ==, 2); /* what stands above LOC is not needed */
    }
  list = plx_test_trip_list (project, PLX_CARRIES_ALL & ~PLX_CARRIES_TIMES);
  g_assert_nonnull (strstr (list, " Place 4-10 by Importer entity=Aleppo"));
  g_assert_null (strstr (list, "NamedEntity/LOC"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign/xmi", test_xmi);
  g_test_add_func ("/foreign/gate", test_gate);
  g_test_add_func ("/foreign/differences", test_differences);
  g_test_add_func ("/foreign/twice", test_twice);
  g_test_add_func ("/foreign/mapped", test_mapped);
  return g_test_run ();
}
