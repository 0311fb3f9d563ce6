/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Codebooks in files: what goes out comes back in, what is loaded is merged and
 * never deletes, and hostile files do no harm. */

#include "config.h"

#include "plx-test-dir.h"
#include "plx-test-project.h"

#include "base/plx-string.h"
#include "format/plx-codebook-load.h"
#include "format/plx-format.h"
#include "store/plx-foreign-ids.h"
#include "store/plx-history.h"
#include "store/plx-relations.h"
#include "store/plx-tags.h"
#include "verb/plx-tag-verbs.h"

#include <string.h>

typedef struct
{
  PlxTestProject *project;
  PlxConnection *connection; /* (unowned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = plx_test_project_new (NULL);
  fixture->connection = fixture->project->connection;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_test_project_free (fixture->project);
}

static void
do_verb (PlxConnection *connection,
         PlxVerb *taken)
{
  g_autoptr (PlxVerb) verb = taken;
  g_autoptr (GError) error = NULL;

  plx_verb_run (verb, connection, "Tester", NULL, &error);
  g_assert_no_error (error);
}

static PlxId
find (PlxConnection *connection,
      const char *path)
{
  g_autoptr (GError) error = NULL;
  PlxId id;

  plx_tags_find (connection, path, &id, &error);
  g_assert_no_error (error);
  return id;
}

static PlxTag *
get (PlxConnection *connection,
     const char *path)
{
  return plx_tags_get (connection, find (connection, path), NULL);
}

static PlxId
add_tag (PlxConnection *connection,
         const char *parent,
         const char *name,
         const char *hotkey,
         const char *description,
         const char *examples)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();
  PlxId id = tag->id = plx_id_new ();

  plx_set_str (&tag->name, name);
  plx_set_str (&tag->hotkey, hotkey);
  plx_set_str (&tag->description, description);
  plx_set_str (&tag->examples, examples);
  if (*parent != '\0')
    tag->parent = find (connection, parent);
  else
    plx_set_str (&tag->colour, "#123456");
  do_verb (connection, plx_verb_add_tag (tag, TRUE));
  return id;
}

/* A codebook that is hard to carry. */
static void
fill (PlxConnection *connection)
{
  g_autoptr (PlxTag) tag = NULL;

  add_tag (connection, "", "Other <&> \"quotes\"", "Alt+3", "lines\nof\ttext  ", "one\ntwo");
  add_tag (connection, "Actor", "جماعة مسلحة", "5", "", "المعارضة\n🇸🇾");
  add_tag (connection, "Actor/State", "Site", "", "same name as under Place", "");
  add_tag (connection, "Actor/Person", "Site", "", "and again", "");
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *parent = i == 0 ? g_strdup ("Claim") : g_strdup_printf ("Level %d", i - 1);
      g_autofree char *name = g_strdup_printf ("Level %d", i);

      add_tag (connection, parent, name, "", "deep", "");
    }
  /* Another order, and a key that moved */
  tag = get (connection, "Place");
  do_verb (connection, plx_verb_move_tag (tag, PLX_ID_NONE, 0, PLX_KIND_PLACE));
  plx_set_str (&tag->hotkey, "1");
  do_verb (connection, plx_verb_update_tag (tag, TRUE));
}

static char *
save (Fixture *fixture,
      const char *format_name,
      PlxExportReport **report)
{
  g_autoptr (GError) error = NULL;
  const PlxFormat *format = plx_formats_find (format_name, &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = g_strconcat (fixture->project->folder, "/saved", format->extension, NULL);
  plx_format_export (fixture->connection, format, path, NULL, 0, NULL, NULL, NULL, report, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static PlxCodebookFile *
read_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  PlxCodebookFile *codebook;

  g_assert_true (plx_codebook_file_is_one (file));
  codebook = plx_codebook_file_read (file, NULL, &error);
  g_assert_no_error (error);
  return codebook;
}

static PlxCodebookReport *
load (PlxConnection *connection,
      PlxCodebookFile *codebook)
{
  PlxCodebookReport *report = plx_codebook_report_new ();

  do_verb (connection, plx_verb_load_codebook (codebook, report, FALSE));
  return report;
}

static PlxCodebookFile *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  PlxCodebookFile *codebook = plx_codebook_file_parse ("test", text, strlen (text), &error);

  g_assert_no_error (error);
  return codebook;
}

static void
assert_counts (const PlxCodebookReport *report,
               int n_new,
               int n_changed,
               int n_same)
{
  g_autofree char *summary = plx_codebook_report_dup_summary (report);
  g_autofree char *expected = g_strdup_printf ("%d new, %d changed, %d same", n_new, n_changed, n_same);

  if (strcmp (summary, expected) != 0)
    for (guint i = 0; i < report->remarks->len; i++)
      g_test_message ("%s", (char *) g_ptr_array_index (report->remarks, i));
  g_assert_cmpstr (summary, ==, expected);
}

/* What a codebook is, in words; without @keys only what .qdc carries. */
static char *
describe (PlxConnection *connection,
          gboolean keys)
{
  g_autoptr (GPtrArray) tags = plx_tags_list (connection, NULL);
  g_autoptr (GPtrArray) kinds = plx_relation_kinds_list (connection, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      g_string_append_printf (text, "%s | %s | %s | %s", tag->path, plx_kind_to_string (tag->kind), tag->colour, tag->description);
      if (keys)
        g_string_append_printf (text, " | %s | %s", tag->hotkey, tag->examples);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; keys && i < kinds->len; i++)
    {
      const PlxRelationKind *kind = g_ptr_array_index (kinds, i);

      g_string_append_printf (text, "%s | %d | %s\n", kind->name, kind->directed, kind->description);
    }
  return g_string_free (text, FALSE);
}

/* Saves, loads into a project with the codebook that every project starts with,
 * and into itself. */
static void
round_trip (Fixture *fixture,
            const char *format,
            gboolean keys)
{
  g_autoptr (PlxTestProject) other = plx_test_project_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *itself = NULL;
  g_autoptr (PlxCodebookFile) codebook = NULL;
  g_autoptr (PlxCodebookReport) report = NULL;
  g_autoptr (PlxCodebookReport) again = NULL;
  g_autoptr (GPtrArray) tags = NULL;

  fill (fixture->connection);
  path = save (fixture, format, NULL);
  before = describe (fixture->connection, keys);
  codebook = read_path (path);
  report = load (other->connection, codebook);
  after = describe (other->connection, keys);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (report->n_new, ==, 10);

  again = load (fixture->connection, codebook);
  itself = describe (fixture->connection, keys);
  g_assert_cmpstr (itself, ==, before);
  tags = plx_tags_list (fixture->connection, NULL);
  assert_counts (again, 0, 0, (int) tags->len + (keys ? 5 : 0));
  g_assert_cmpuint (again->remarks->len, ==, 0);
}

static void
test_json (Fixture *fixture,
           gconstpointer data)
{
  round_trip (fixture, "codebook", TRUE);
}

static void
test_qdc (Fixture *fixture,
          gconstpointer data)
{
  round_trip (fixture, "qdc", FALSE);
}

/* What cannot be carried is told, and not lost where it is loaded again. */
static void
test_losses (Fixture *fixture,
             gconstpointer data)
{
  const PlxFormat *qdc = plx_formats_find ("qdc", NULL);
  g_autofree char *losses = NULL;
  g_autofree char *path = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (PlxExportReport) report = NULL;
  g_autoptr (PlxCodebookFile) codebook = NULL;
  g_autoptr (PlxCodebookReport) loaded = NULL;
  g_autoptr (PlxTag) tag = NULL;

  fill (fixture->connection);
  losses = plx_format_dup_losses (fixture->connection, qdc);
  g_assert_nonnull (strstr (losses, "The keys of 4 tags"));
  g_assert_nonnull (strstr (losses, "The examples of 2 tags"));
  g_assert_nonnull (strstr (losses, "5 kinds of relations"));
  g_assert_null (plx_format_dup_losses (fixture->connection, plx_formats_find ("codebook", NULL)));
  path = save (fixture, "qdc", &report);
  summary = plx_export_report_dup_summary (report);
  g_assert_cmpstr (summary, ==, losses);
  codebook = read_path (path);
  loaded = load (fixture->connection, codebook);
  g_assert_cmpint (loaded->n_changed, ==, 0);
  tag = get (fixture->connection, "Place");
  g_assert_cmpstr (tag->hotkey, ==, "1");
}

static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  static const char text[] =
      "<?xml version=\"1.0\"?><CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Elsewhere 1\"><Codes>"
      "<Code guid=\"{7959015C-3541-5268-81F6-473AEC5E23EE}\" name=\"Actor\" isCodable=\"true\" color=\"#F00\">"
      "<Description>Somebody</Description>"
      "<Code guid=\"1be52b2d-3323-591e-9ca0-ee970535be11\" name=\"Pro/Contra\" isCodable=\"true\"/>"
      "<Code guid=\"d2233e06-bb10-5dac-8bbf-6c74d13d141b\" name=\"Twice\" isCodable=\"false\"/>"
      "<Code guid=\"538ff711-c933-5f87-8b5f-00b15e624b06\" name=\"Twice\" isCodable=\"true\"/></Code>"
      "<Code guid=\"b4b886a1-d10a-5c56-b85b-e47f2a46906a\" name=\"Theme\" isCodable=\"true\"/></Codes>"
      "<Sets><Set guid=\"7170562a-3a59-56e3-a8a4-393fc0b220fd\" name=\"Mine\"><MemberCode guid=\"b4b886a1-d10a-5c56-b85b-e47f2a46906a\"/></Set></Sets>"
      "</CodeBook>";
  g_autoptr (PlxCodebookFile) codebook = parse (text);
  g_autoptr (PlxCodebookFile) renamed = NULL;
  g_autoptr (PlxCodebookReport) preview = plx_codebook_report_new ();
  g_autoptr (PlxCodebookReport) report = NULL;
  g_autoptr (PlxCodebookReport) again = NULL;
  g_autoptr (PlxVerb) dry = plx_verb_load_codebook (codebook, preview, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTag) actor = NULL;
  g_autoptr (PlxTag) theme = NULL;
  g_autofree char *before = describe (fixture->connection, TRUE);
  g_autofree char *untouched = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *other = NULL;

  /* The preview changes nothing and tells what will be. */
  g_assert_false (plx_verb_run (dry, fixture->connection, "Tester", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  untouched = describe (fixture->connection, TRUE);
  g_assert_cmpstr (untouched, ==, before);
  assert_counts (preview, 4, 1, 0);
  g_assert_cmpuint (preview->remarks->len, ==, 4); /* two names, a set, a code that is not codable */

  report = load (fixture->connection, codebook);
  assert_counts (report, 4, 1, 0);
  actor = get (fixture->connection, "Actor");
  g_assert_cmpstr (actor->colour, ==, "#ff0000");
  g_assert_cmpstr (actor->description, ==, "Somebody");
  g_assert_cmpstr (actor->hotkey, ==, "1");
  find (fixture->connection, "Actor/Person");
  find (fixture->connection, "Actor/Pro-Contra");
  find (fixture->connection, "Actor/Twice (2)");
  theme = get (fixture->connection, "Theme");
  g_assert_cmpint (theme->kind, ==, PLX_KIND_OTHER);

  /* Found by UUID under another name; elsewhere changed there, renamed here. */
  other = g_strdup (text);
  memcpy (strstr (other, "Theme"), "Topic", 5);
  renamed = parse (other);
  again = load (fixture->connection, renamed);
  assert_counts (again, 0, 1, 4);
  g_assert_cmpint (find (fixture->connection, "Topic"), ==, theme->id);

  /* Each is one edit. */
  g_assert_true (plx_history_undo (fixture->connection, NULL, NULL));
  g_assert_true (plx_history_undo (fixture->connection, NULL, NULL));
  undone = describe (fixture->connection, TRUE);
  g_assert_cmpstr (undone, ==, before);
}

/* Keys and kinds that stand in the way stay and are told. */
static void
test_conflicts (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (PlxCodebookFile) codebook =
      parse ("{\"format\":\"parallax-codebook\",\"version\":1,\"tags\":[\n"
             "{\"name\":\"New\",\"kind\":\"other\",\"hotkey\":\"2\",\"colour\":\"red\"},\n"
             "{\"name\":\"Actor\",\"kind\":\"claim\",\"hotkey\":\"nonsense\"}],\n"
             "\"relation-kinds\":[{\"name\":\"supports\",\"directed\":false},{\"name\":\"repeats\",\"directed\":true,\"description\":\"d\"}]}");
  g_autoptr (PlxCodebookReport) report = load (fixture->connection, codebook);
  g_autoptr (PlxTag) place = get (fixture->connection, "Place");
  g_autoptr (PlxTag) added = get (fixture->connection, "New");
  g_autoptr (PlxTag) actor = get (fixture->connection, "Actor");
  g_autoptr (GPtrArray) kinds = plx_relation_kinds_list (fixture->connection, NULL);

  g_assert_cmpstr (place->hotkey, ==, "2");
  g_assert_cmpstr (added->hotkey, ==, "");
  g_assert_cmpstr (added->colour, ==, "#0072b2");
  g_assert_cmpstr (actor->hotkey, ==, "1");
  g_assert_cmpint (actor->kind, ==, PLX_KIND_CLAIM); /* nothing stood in the way */
  assert_counts (report, 2, 1, 1);
  g_assert_cmpuint (report->remarks->len, ==, 4);
  g_assert_cmpuint (kinds->len, ==, 6);
}

/* Hostile files */

static void
refuse (const char *text,
        gssize length,
        const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCodebookFile) codebook =
      plx_codebook_file_parse ("bad", text, length >= 0 ? (gsize) length : strlen (text), &error);

  if (codebook != NULL)
    g_error ("taken: %.60s", text);
  g_assert_true (error->domain == PLX_FORMAT_ERROR);
  g_assert_nonnull (strstr (error->message, "bad"));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);
}

static void
refuse_code (const char *codes,
             const char *part)
{
  g_autofree char *text =
      g_strconcat ("<?xml version=\"1.0\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\">\n<Codes>\n", codes, "</Codes></CodeBook>", NULL);

  refuse (text, -1, part);
}

static void
test_hostile_xml (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  refuse ("", -1, "no codebook");
  refuse ("plain text", -1, "no codebook");
  refuse ("<html/>", -1, "html");
  refuse ("<CodeBook xmlns=\"urn:other\"/>", -1, "CodeBook");
  refuse ("<?xml version=\"1.0\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\">\n<Codes>", -1, "line 3");
  refuse ("<!DOCTYPE CodeBook [<!ENTITY a \"b\">]>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"/>", -1, "DOCTYPE");
  refuse ("<!DOCTYPE CodeBook SYSTEM \"file:///etc/passwd\">\n<CodeBook/>", -1, "DOCTYPE");
  refuse ("<!DOCTYPE CodeBook [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\">&a;</CodeBook>", -1, "DOCTYPE");
  refuse_code ("<Code guid=\"1be52b2d-3323-591e-9ca0-ee970535be11\" isCodable=\"true\"/>", "line 4");
  refuse_code ("\n<Code name=\" \"/>", "line 5");
  refuse_code ("<Code name=\"a\" guid=\"1be52b2d-3323-591e-9ca0-ee970535be11\"/>\n"
               "<Code name=\"b\" guid=\"1BE52B2D-3323-591E-9CA0-EE970535BE11\"/>",
               "line 5");
  refuse_code ("<Code name=\"&unknown;\"/>", "line 4");
  refuse_code ("<Code name=\"\xff\"/>", "line 4");
  for (int i = 0; i < 100; i++)
    g_string_append (deep, "<Code name=\"a\">");
  for (int i = 0; i < 100; i++)
    g_string_append (deep, "</Code>");
  refuse_code (deep->str, "deep");
}

static void
test_hostile_json (void)
{
#define HEAD "{\"format\":\"parallax-codebook\",\"version\":1,\n"
  g_autoptr (GString) deep = g_string_new (HEAD "\"tags\":");

  refuse ("{}", -1, "no codebook");
  refuse ("{\"format\":\"other\"}", -1, "no codebook");
  refuse ("{\"format\":\"parallax-codebook\",\"version\":2}", -1, "newer");
  refuse ("{\n\n\"a\"", -1, "line 3");
  refuse ("{\"a\":\"\xff\"}", -1, "UTF-8");
  refuse (HEAD "\"tags\":{}}", -1, "array");
  refuse (HEAD "\"tags\":[1]}", -1, "row 1");
  refuse (HEAD "\"tags\":[{\"name\":\"a\"},{\"name\":3}]}", -1, "row 2");
  refuse (HEAD "\"tags\":[{\"name\":\"\"}]}", -1, "name");
  refuse (HEAD "\"tags\":[{\"name\":\"a\",\"kind\":\"person\"}]}", -1, "person");
  refuse (HEAD "\"tags\":[{\"name\":\"a\",\"parent\":\"1be52b2d-3323-591e-9ca0-ee970535be11\"}]}", -1, "parent");
  refuse (HEAD "\"tags\":[{\"name\":\"a\",\"examples\":[1]}]}", -1, "example");
  refuse (HEAD "\"tags\":[{\"name\":\"a\",\"foreign-ids\":[[1,2]]}]}", -1, "foreign-ids");
  refuse (HEAD "\"relation-kinds\":[{\"name\":\"a\"}]}", -1, "directed");
  for (int i = 0; i < 5000; i++)
    g_string_append_c (deep, '[');
  refuse (deep->str, -1, "deep");
}

/* The same name ten thousand times is slow for nobody. */
static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>");
  g_autoptr (PlxCodebookFile) codebook = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (text, "<Code name=\"same\" isCodable=\"true\"/>");
  g_string_append (text, "</Codes></CodeBook>");
  codebook = parse (text->str);
  g_assert_cmpuint (codebook->tags->len, ==, 10000);
  g_assert_cmpstr (((PlxCodebookEntry *) g_ptr_array_index (codebook->tags, 9999))->tag->name, ==, "same (10000)");
  g_string_truncate (text, text->len - strlen ("</Codes></CodeBook>"));
  for (int i = 0; i < 10001; i++)
    g_string_append (text, "<Code name=\"same\" isCodable=\"true\"/>");
  refuse (text->str, -1, "too many");
}

/* Whatever is cut, swapped or doubled: an error or a codebook, never a crash. */
static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  static const char *const formats[] = { "qdc", "codebook" };

  fill (fixture->connection);
  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autofree char *path = save (fixture, formats[f], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      for (int i = 0; i < 400; i++)
        {
          g_autofree char *copy = g_memdup2 (bytes, length + 1);
          g_autoptr (PlxCodebookFile) codebook = NULL;
          gsize end = i % 3 == 0 ? (gsize) g_test_rand_int_range (0, (int) length) : length;

          for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
            copy[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (0, 256);
          codebook = plx_codebook_file_parse ("damaged", copy, end, NULL);
          if (codebook != NULL && i % 10 == 0)
            {
              g_autoptr (PlxCodebookReport) report = plx_codebook_report_new ();
              g_autoptr (PlxVerb) verb = plx_verb_load_codebook (codebook, report, TRUE);

              g_assert_false (plx_verb_run (verb, fixture->connection, "Tester", NULL, NULL));
            }
        }
    }
}

static void
test_files (void)
{
  g_autofree char *folder = plx_test_dir_new ();
  g_autofree char *path = g_build_filename (folder, "big.qdc", NULL);
  g_autoptr (GFile) big = g_file_new_for_path (path);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autofree char *bytes = g_malloc0 (PLX_CODEBOOK_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, PLX_CODEBOOK_MAX_BYTES + 1, NULL));
  g_assert_null (plx_codebook_file_read (big, NULL, &error));
  g_assert_nonnull (strstr (error->message, "16 MiB"));
  g_clear_error (&error);
  g_assert_null (plx_codebook_file_read (place, NULL, &error));
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (plx_codebook_file_is_one (place));
  g_assert_true (g_file_delete (big, NULL, NULL));
  g_assert_null (plx_codebook_file_read (big, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (plx_codebook_file_is_one (big));
  plx_test_dir_remove (folder);
}

#define ADD(name, func) g_test_add ("/format/codebook/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("json", test_json);
  ADD ("qdc", test_qdc);
  ADD ("losses", test_losses);
  ADD ("merge", test_merge);
  ADD ("conflicts", test_conflicts);
  g_test_add_func ("/format/codebook/hostile-xml", test_hostile_xml);
  g_test_add_func ("/format/codebook/hostile-json", test_hostile_json);
  ADD ("many", test_many);
  ADD ("damaged", test_damaged);
  g_test_add_func ("/format/codebook/files", test_files);
  return g_test_run ();
}
