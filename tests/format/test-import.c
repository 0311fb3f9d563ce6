/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotated data that is wrong, and what an import tells of it. */

#include "config.h"

#include "plx-test-trip.h"

#include "format/plx-container.h"

#include <string.h>

#define UUID(n) "0192f3a4-0000-7000-8000-00000000000" n
#define PROJECT "{\"type\":\"project\",\"format\":\"parallax-jsonl\",\"version\":1}\n"
#define DOCUMENT "{\"type\":\"document\",\"uuid\":\"d1\",\"title\":\"One\",\"text\":\"🇺🇿 Aleppo fell.\"}\n"
#define GOOD "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":\"Place\",\"spans\":[[3,9]],\"text\":\"Aleppo\",\"entity\":null}\n"

#define TEI_HEAD                                                           \
  "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n" \
  "<teiHeader><fileDesc><titleStmt><title>A\n letter</title></titleStmt></fileDesc></teiHeader>\n"
#define TEI_LISTS "<standOff><listPerson><person xml:id=\"jd\"><persName>Jane Doe</persName></person></listPerson></standOff>\n"
#define TEI_TEXT(body) "<text><body><head>A   Title</head>\n<p xml:id=\"p1\">Dear <persName ref=\"#jd\">Jane\n Doe</persName>, " body "</p></body></text></TEI>"

#define XMI(rows)                                                                                                                               \
  "<?xml version=\"1.0\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" "                                \
  "xmlns:ner=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\" xmlns:custom=\"http:///custom.ecore\">\n" rows                        \
  "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" sofaString=\"🇺🇿 Aleppo fell.\"/>\n<cas:View sofa=\"1\" members=\"2\"/>\n" \
  "</xmi:XMI>"
#define XMI_GOOD "<ner:NamedEntity xmi:id=\"2\" sofa=\"1\" begin=\"5\" end=\"11\" value=\"LOC\"/>\n"

#define GATE_HEAD                                                                                                           \
  "<?xml version=\"1.0\"?>\n<GateDocument version=\"3\">\n<TextWithNodes>🇺🇿 <Node id=\"5\"/>Aleppo<Node id=\"11\"/> " \
  "fell.<Node id=\"17\"/></TextWithNodes>\n<AnnotationSet Name=\"A\">\n"
#define GATE_GOOD "<Annotation Id=\"0\" Type=\"Location\" StartNode=\"5\" EndNode=\"11\"/>\n"
#define GATE_END "</AnnotationSet></GateDocument>"

/* A file, and what the report must say of it. */
typedef struct
{
  const char *name;
  const char *format;
  const char *contents;
  int n_problems;
  const char *place;
  const char *reason; /* a part of it */
  int n_annotations;  /* with the rest */
} Bad;

static const Bad bad[] = {
  { "outside", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":\"Place\",\"spans\":[[3,99]],\"text\":\"Aleppo\"}\n",
    1, "line 4", "not in the text", 1 },
  { "reversed", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":\"Place\",\"spans\":[[9,3]]}\n",
    1, "line 4", "9", 1 },
  { "quote", "jsonl", PROJECT DOCUMENT "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":\"Place\",\"spans\":[[3,9]],\"text\":\"Homs\"}\n" GOOD,
    1, "line 3", "At 3–9 stands “Aleppo”, not “Homs”.", 1 },
  { "no-document", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"annotation\",\"document\":\"d2\",\"tag\":\"Place\",\"spans\":[[3,9]]}\n",
    1, "line 4", "not in the file", 1 },
  { "unknown-tag", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"annotation\",\"document\":\"d1\",\"tag-uuid\":\"t9\",\"spans\":[[3,9]]}\n",
    1, "line 4", "tag", 1 },
  { "twice", "jsonl", PROJECT DOCUMENT "{\"type\":\"annotation\",\"uuid\":\"" UUID ("1") "\",\"document\":\"d1\",\"tag\":\"Place\",\"spans\":[[3,9]]}\n"
                                                                                         "{\"type\":\"annotation\",\"uuid\":\"" UUID ("1") "\",\"document\":\"d1\",\"tag\":\"Actor\",\"spans\":[[3,9]]}\n",
    1, "line 4", "twice", 1 },
  { "type", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"opinion\"}\n", 1, "line 4", "opinion", 1 },
  { "member", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":7,\"spans\":\"all\"}\n", 1, "line 4", "“", 1 },
  { "cut", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"annotation\",\"document\":\"d1\",\"ta", 1, "line 4", "breaks off", 1 },
  { "no-object", "jsonl", PROJECT DOCUMENT GOOD "[1,2]\n", 1, "line 4", "no JSON object", 1 },
  { "dangling", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"relation\",\"kind\":\"supports\",\"from\":\"" UUID ("1") "\",\"to\":\"" UUID ("2") "\"}\n",
    1, "line 4", "should join", 1 },
  { "huge-number", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":\"Place\",\"spans\":[[3,99999999999999]]}\n",
    1, "line 4", "spans", 1 },
  { "claim", "jsonl", PROJECT DOCUMENT GOOD "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":\"Claim\",\"spans\":[[3,9]],\"polarity\":\"maybe\"}\n",
    1, "line 4", "maybe", 1 },
  { "name", "tei", TEI_HEAD TEI_LISTS TEI_TEXT ("<persName ref=\"#nobody\">X</persName>"), 1, "line 8", "#nobody", 2 },
  { "dangling", "tei", TEI_HEAD "<standOff><listAnnotation><annotation target=\"#string-range(zz,0,3)\" ana=\"#t\"/></listAnnotation></standOff>" TEI_LISTS TEI_TEXT (""),
    1, "line 5", "string-range(zz,0,3)", 1 },
  { "outside", "tei", TEI_HEAD "<standOff><listAnnotation><annotation target=\"#string-range(p1,0,300)\"/></listAnnotation></standOff>" TEI_LISTS TEI_TEXT (""),
    1, "line 5", "308", 1 },
  { "span", "tei", TEI_HEAD TEI_LISTS TEI_TEXT ("x<span target=\"#zz\"/>"), 1, "line 8", "span", 1 },
  { "cut", "tei", TEI_HEAD TEI_LISTS "<text><body><p>Dear", 1, "line 6", "ends too early", 0 },
  { "doctype", "tei", "<!DOCTYPE TEI [<!ENTITY a \"b\">]>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>&a;</p></body></text></TEI>",
    1, "line 2", "DOCTYPE", 0 },
  { "root", "tei", "<html/>", 1, "line 1", "html", 0 },
  { "reversed", "xmi", XMI (XMI_GOOD "<ner:NamedEntity xmi:id=\"3\" sofa=\"1\" begin=\"11\" end=\"5\" value=\"LOC\"/>\n"), 1, "line 4", "11–5 ends before", 1 },
  { "outside", "xmi", XMI (XMI_GOOD "<ner:NamedEntity xmi:id=\"3\" sofa=\"1\" begin=\"5\" end=\"99\" value=\"LOC\"/>\n"), 1, "line 4", "17 UTF-16 units", 1 },
  { "half", "xmi", XMI (XMI_GOOD "<ner:NamedEntity xmi:id=\"3\" sofa=\"1\" begin=\"1\" end=\"11\" value=\"LOC\"/>\n"), 1, "line 4", "cuts a character", 1 },
  { "empty", "xmi", XMI (XMI_GOOD "<ner:NamedEntity xmi:id=\"3\" sofa=\"1\" begin=\"5\" end=\"5\" value=\"LOC\"/>\n"), 1, "line 4", "empty", 1 },
  { "no-sofa", "xmi", XMI (XMI_GOOD "<ner:NamedEntity xmi:id=\"3\" sofa=\"9\" begin=\"5\" end=\"11\" value=\"LOC\"/>\n"), 1, "line 4", "Sofa “9”", 1 },
  { "twice", "xmi", XMI (XMI_GOOD XMI_GOOD), 1, "line 4", "number 2 is there twice", 1 },
  { "dangling", "xmi", XMI (XMI_GOOD "<custom:Relation xmi:id=\"3\" sofa=\"1\" begin=\"5\" end=\"11\" Governor=\"2\" Dependent=\"77\"/>\n"), 1, "line 4", "annotation 77", 1 },
  { "piece", "xmi", XMI (XMI_GOOD "<custom:Span xmi:id=\"3\" sofa=\"1\" begin=\"5\" end=\"17\" label=\"x\" fragments=\"8 9\"/>\n"), 1, "line 4", "number 8", 1 },
  { "words", "xmi", XMI (XMI_GOOD "<custom:Span xmi:id=\"3\" sofa=\"1\" begin=\"12\" end=\"17\" label=\"x\" quote=\"Homs\" uuid=\"" UUID ("1") "\"/>\n"),
    1, "line 4", "stands “fell.”, not “Homs”", 1 },
  { "text", "xmi", "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"/>", 1, "line 1", "no text", 0 },
  { "cut", "xmi", "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\">\n<a xmi:id=\"1\"/>", 1, "line 2", "ends too early", 0 },
  { "root", "xmi", "<html/>", 1, "line 1", "html", 0 },
  { "node", "gate", GATE_HEAD GATE_GOOD "<Annotation Id=\"1\" Type=\"Location\" StartNode=\"5\" EndNode=\"12\"/>\n" GATE_END, 1, "line 6", "node 12", 1 },
  { "reversed", "gate", GATE_HEAD GATE_GOOD "<Annotation Id=\"1\" Type=\"Location\" StartNode=\"11\" EndNode=\"5\"/>\n" GATE_END, 1, "line 6", "11–5 ends before", 1 },
  { "twice", "gate", GATE_HEAD GATE_GOOD GATE_GOOD GATE_END, 1, "line 6", "number 0 is there twice", 1 },
  { "dangling", "gate", GATE_HEAD GATE_GOOD "</AnnotationSet><RelationSet>\n<Relation Id=\"1\" Type=\"x\" Members=\"0;9\"/></RelationSet></GateDocument>", 1, "line 7", "annotation 9", 1 },
  { "three", "gate", GATE_HEAD GATE_GOOD "</AnnotationSet><RelationSet>\n<Relation Id=\"1\" Type=\"x\" Members=\"0;0;0\"/></RelationSet></GateDocument>", 1, "line 7", "0;0;0", 1 },
  { "cut", "gate", GATE_HEAD GATE_GOOD, 1, "line 5", "ends too early", 0 },
  { "relation-kind", "jsonl", PROJECT "{\"type\":\"relation-kind\",\"name\":\"x\",\"directed\":{}}\n" DOCUMENT GOOD, 1, "line 2", "directed", 1 },
};

static char *
write_file (PlxTestProject *project,
            const Bad *row)
{
  char *path = g_build_filename (project->folder, row->name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, row->contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_bad (gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_file (project, row);
  g_autofree char *before = plx_test_trip_dump (project);
  g_autofree char *after = NULL;
  g_autoptr (PlxImportReport) strict = plx_import_report_new ();
  g_autoptr (PlxImportReport) rest = plx_import_report_new ();
  g_autoptr (GError) error = NULL;
  const PlxImportProblem *problem;

  g_assert_false (plx_test_trip_import (project, row->format, path, PLX_IMPORT_STRICT, strict, &error));
  g_assert_true (error->domain == PLX_FORMAT_ERROR);
  g_assert_nonnull (strstr (error->message, row->name));
  after = plx_test_trip_dump (project);
  g_assert_cmpstr (before, ==, after);
  g_clear_error (&error);

  plx_test_trip_import (project, row->format, path, PLX_IMPORT_REST, rest, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rest->n_problems, ==, row->n_problems);
  problem = g_ptr_array_index (rest->problems, 0);
  g_assert_cmpstr (problem->place, ==, row->place);
  g_test_message ("%s", problem->reason);
  g_assert_nonnull (strstr (problem->reason, row->reason));
  g_assert_cmpint (rest->annotations.n_new, ==, row->n_annotations);
}

/* A text that is there is joined; an annotation that says something else there
 * stays as it is and is counted. */
static void
test_join (void)
{
  static const char *const texts[] = { "🇺🇿 Aleppo fell.", NULL };
  static const Bad file = { "join", "jsonl",
                            PROJECT DOCUMENT GOOD "{\"type\":\"annotation\",\"document\":\"d1\",\"tag\":\"Actor\",\"spans\":[[3,9]],\"note\":\"n\"}\n" };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autofree char *path = write_file (project, &file);
  g_autoptr (PlxImportReport) first = plx_import_report_new ();
  g_autoptr (PlxImportReport) second = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  plx_test_trip_import (project, "jsonl", path, PLX_IMPORT_STRICT, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->documents.n_there, ==, 1);
  g_assert_cmpint (first->documents.n_new, ==, 0);
  g_assert_cmpint (first->annotations.n_new, ==, 2);
  plx_connection_execute (project->connection, "UPDATE annotation SET note = 'other' WHERE note = 'n'", &error);
  g_assert_no_error (error);

  plx_test_trip_import (project, "jsonl", path, PLX_IMPORT_STRICT, second, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->annotations.n_there, ==, 2);
  g_assert_cmpint (second->annotations.n_new, ==, 0);
  g_assert_cmpint (second->n_different, ==, 1);
}

static void
test_newer (void)
{
  static const Bad file = { "newer", "jsonl", "{\"type\":\"project\",\"format\":\"parallax-jsonl\",\"version\":9}\n" DOCUMENT };
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_file (project, &file);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_test_trip_import (project, "jsonl", path, PLX_IMPORT_STRICT, report, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED);
}

/* Names, segments and spans of other programs become annotations. */
static void
test_foreign_tei (void)
{
  static const Bad file = { "foreign", "tei",
                            TEI_HEAD TEI_LISTS TEI_TEXT ("from <placeName key=\"London\">London</placeName><note>ed.</note>. "
                                                         "<rs type=\"org\">The firm</rs> <seg type=\"claim\" xml:id=\"s1\">paid 5</seg>."
                                                         "<spanGrp type=\"theme\"><span from=\"#s1\" to=\"#s1\">money</span></spanGrp>") };
  static const char *const expected[] = { "A Title\nDear Jane Doe, from London. The firm paid 5.", "Actor|Jane Doe|Jane Doe|", "Place|London|London|",
                                          "Actor|The firm||", "Claim|paid 5||", "theme|paid 5||money", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_file (project, &file);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStatement) statement = NULL;
  guint i = 0;

  plx_test_trip_import (project, "tei", path, PLX_IMPORT_STRICT, report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->remarks->len, ==, 1); /* the note was left out */
  statement = plx_connection_prepare (project->connection,
                                      "SELECT body FROM text UNION ALL SELECT * FROM (SELECT tag.name || '|' || quote || '|' || "
                                      "coalesce (entity.name, '') || '|' || annotation.note FROM annotation JOIN span ON span.annotation = annotation.id "
                                      "JOIN tag ON tag.id = tag LEFT JOIN entity ON entity.id = entity ORDER BY annotation.id)");
  for (; plx_statement_step (statement, NULL) == PLX_STEP_ROW; i++)
    g_assert_cmpstr (plx_statement_peek_text (statement, 0), ==, expected[i]);
  g_assert_null (expected[i]);
}

/* The quote decides: code points, UTF-16 units, or the words alone; what stands
 * nowhere, or twice, is told. */
static void
test_webanno (void)
{
  static const char *const texts[] = { "🇺🇿 Aleppo fell. Homs, Homs.", NULL };
  g_autoptr (PlxTestProject) project = plx_test_project_new (texts);
  g_autofree char *uuid = plx_id_to_uuid (plx_test_project_get_document (project, 0));
  g_autoptr (GString) contents = g_string_new ("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[");
  static const struct
  {
    int start;
    int end;
    const char *exact;
  } rows[] = { { 3, 9, "Aleppo" }, { 12, 16, "fell" }, { 500, 501, "fell." }, { 0, 1, "Homs" }, { 0, 1, "Idlib" } };
  g_autofree char *path = NULL, *list = NULL;
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;
  Bad file = { "page.jsonld", "webanno" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (contents, "%s{\"type\":\"Annotation\",\"body\":[{\"purpose\":\"tagging\",\"value\":\"T%u\"},{\"value\":\"note\"}],"
                                      "\"target\":{\"source\":\"urn:uuid:%s\",\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":%d,\"end\":%d},"
                                      "{\"type\":\"TextQuoteSelector\",\"exact\":\"%s\"}]}}",
                            i > 0 ? "," : "", i, uuid, rows[i].start, rows[i].end, rows[i].exact);
  g_string_append (contents, "]}");
  file.contents = contents->str;
  path = write_file (project, &file);
  g_assert_true (plx_formats_sniff (path) == plx_formats_find ("webanno", NULL));
  plx_test_trip_import (project, "webanno", path, PLX_IMPORT_REST, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->n_problems, ==, 2);
  g_assert_cmpuint (report->remarks->len, ==, 2);
  list = plx_test_trip_list (project, PLX_CARRIES_NOTES);
  g_assert_nonnull (strstr (list, " T0 3-9 note=note"));
  g_assert_nonnull (strstr (list, " T1 10-14 note=note"));
  g_assert_nonnull (strstr (list, " T2 10-15 note=note"));
}

/* A project as NVivo writes it: UTF-16 units, CR LF as two, a byte order mark
 * that does not count, guids in capitals. */
#define QDE_GUID(n) "B0F1A2D3-0000-4000-8000-00000000000" n
#define QDE_VARIABLE(guid, name) "<Variable guid=\"" QDE_GUID (guid) "\" name=\"" name "\" typeOfVariable=\"Text\"/>"
#define QDE_VARIABLES "<Variables>" QDE_VARIABLE ("8", "Region") QDE_VARIABLE ("9", "author") "</Variables>"
#define QDE_VALUE(guid, value) "<VariableValue><VariableRef targetGUID=\"" QDE_GUID (guid) "\"/><TextValue>" value "</TextValue></VariableValue>"
#define QDE_VALUES QDE_VALUE ("8", "North") QDE_VALUE ("9", "Ada")
#define QDE                                                                                                                                                                                                                                                                                                                                                                                                                             \
  "<?xml version=\"1.0\"?>\n<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"x\" origin=\"NVivo\">\n"                                                                                                                                                                                                                                                                                                                                  \
  "<Users><User guid=\"" QDE_GUID ("1") "\" name=\"U\"/></Users>\n"                                                                                                                                                                                                                                                                                                                                                                     \
                                        "<CodeBook><Codes><Code guid=\"" QDE_GUID ("2") "\" name=\"Town\" isCodable=\"true\" color=\"#FF0000\"/></Codes></CodeBook>" QDE_VARIABLES "\n"                                                                                                                                                                                                                                                 \
                                                                                        "<Sources><TextSource guid=\"" QDE_GUID ("3") "\" name=\"D\" plainTextPath=\"internal://d.txt\">\n"                                                                                                                                                                                                                                             \
                                                                                                                                      "<PlainTextSelection guid=\"" QDE_GUID ("4") "\" startPosition=\"30\" endPosition=\"36\"><Coding guid=\"" QDE_GUID ("5") "\">"                                                                                                                                                                    \
                                                                                                                                                                                                                                                               "<CodeRef targetGUID=\"{" QDE_GUID ("2") "}\"/></Coding></PlainTextSelection>\n"                                                                                         \
                                                                                                                                                                                                                                                                                                        "<PlainTextSelection guid=\"" QDE_GUID ("6") "\" startPosition=\"30\" endPosition=\"936\"><Coding guid=\"" QDE_GUID ("7") "\">" \
                                                                                                                                                                                                                                                                                                                                                                                                                                  "<CodeRef targetGUID=\"" QDE_GUID ("2") "\"/></Coding></PlainTextSelection>\n" QDE_VALUES "</TextSource></Sources></Project>"

static char *
write_qdpx (PlxTestProject *project,
            const char *text)
{
  char *path = g_build_filename (project->folder, "x.qdpx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTarget) target = plx_target_open (path, &error);
  PlxContainer *container = plx_container_new (target);

  if (text != NULL)
    plx_container_add (container, "Sources/d.txt", text, strlen (text));
  plx_container_add (container, "project.qde", QDE, strlen (QDE));
  plx_container_add (container, "../../escape.txt", "x", 1);
  plx_container_finish (container, &error);
  g_assert_no_error (error);
  plx_target_commit (target, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_qdpx (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_qdpx (project, "\xef\xbb\xbfHello 🇺🇿 world.\r\nSecond line Aleppo.\r\n");
  g_autofree char *list = NULL;
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_formats_sniff (path) == plx_formats_find ("qdpx", NULL));
  plx_test_trip_import (project, "qdpx", path, PLX_IMPORT_REST, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->n_problems, ==, 1);    /* the place outside */
  g_assert_cmpuint (report->remarks->len, ==, 1); /* the unit */
  list = plx_test_trip_list (project, PLX_CARRIES_FIELDS | PLX_CARRIES_METADATA);
  g_assert_nonnull (strstr (list, " Town 28-34"));
  g_assert_nonnull (strstr (list, " Region=North"));
  g_assert_nonnull (strstr (list, " D||Ada|"));
  g_assert_null (strstr (list, "author="));
}

static char *
write_brat (PlxTestProject *project,
            const char *text,
            const char *ann)
{
  char *path = g_build_filename (project->folder, "x.brat.zip", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTarget) target = plx_target_open (path, &error);
  PlxContainer *container = plx_container_new (target);

  plx_container_add (container, "a.ann", ann, strlen (ann));
  if (text != NULL)
    plx_container_add (container, "a.txt", text, strlen (text));
  plx_container_finish (container, &error);
  g_assert_no_error (error);
  plx_target_commit (target, &error);
  g_assert_no_error (error);
  return path;
}

/* Places across lines become one; a wrong quote, a place outside, a relation
 * that leads nowhere and a number that comes twice are told. */
static void
test_brat (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_brat (project, "🇺🇿 Hay’at Tahrir\nal-Sham fell.\n",
                                      "T1\tORG 3 16;17 24\tHay’at Tahrir al-Sham\nT2\tLOC 3 9\tHomsss\nT3\tLOC 3 900\tHay\n"
                                      "R1\tpart Arg1:T1 Arg2:T9\nT1\tORG 3 9\tHay’at\nA1\tNegation T1\n#1\tAnnotatorNotes T1\tsee\n"
                                      "E1\tx:T1\nT4\tLOC 25 29\tfell\nR2\tpart Arg1:T1 Arg2:T4\n");
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  g_assert_true (plx_formats_sniff (path) == plx_formats_find ("brat", NULL));
  plx_test_trip_import (project, "brat", path, PLX_IMPORT_REST, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->n_problems, ==, 4);
  g_assert_cmpint (report->annotations.n_new, ==, 2);
  g_assert_cmpint (report->relations.n_new, ==, 1);
  g_assert_cmpuint (report->remarks->len, ==, 1);
  list = plx_test_trip_list (project, PLX_CARRIES_NOTES);
  g_assert_nonnull (strstr (list, " ORG 3-24 note=Negation\nsee"));
}

static void
test_qdpx_without_text (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_qdpx (project, NULL);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_test_trip_import (project, "qdpx", path, PLX_IMPORT_STRICT, report, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_PROBLEMS);
  g_assert_nonnull (strstr (error->message, "project.qde, line 5"));
  g_assert_nonnull (strstr (error->message, "internal://d.txt"));
}

static void
test_qdpx_cut (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *path = write_qdpx (project, "Hello");
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_file_set_contents (path, contents, (gssize) length / 2, &error);
  g_assert_no_error (error);
  g_assert_false (plx_test_trip_import (project, "qdpx", path, PLX_IMPORT_STRICT, report, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, "x.qdpx"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/%s/%s", bad[i].format, bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/import/join", test_join);
  g_test_add_func ("/import/newer", test_newer);
  g_test_add_func ("/import/foreign-tei", test_foreign_tei);
  g_test_add_func ("/import/qdpx/foreign", test_qdpx);
  g_test_add_func ("/import/brat/foreign", test_brat);
  g_test_add_func ("/import/webanno/foreign", test_webanno);
  g_test_add_func ("/import/qdpx/without-text", test_qdpx_without_text);
  g_test_add_func ("/import/qdpx/cut", test_qdpx_cut);
  return g_test_run ();
}
