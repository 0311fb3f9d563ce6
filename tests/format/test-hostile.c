/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotated data from people who mean harm, or that somebody stopped. */

#include "config.h"

#include "plx-test-trip.h"

#include "base/plx-zip.h"
#include "format/plx-container.h"
#include "store/plx-annotations.h"
#include "store/plx-tags.h"

#include <pthread.h>
#include <string.h>

/* Bytes of stack: what `ulimit -s 256` leaves. */
#define STACK (256 << 10)

#define DEPTH 100000
#define N_ANNOTATIONS 1500
#define N_NOISE (24 << 20) /* the more, the more blanks are allowed with it */

/* Files */

static char *
write_file (PlxTestProject *project,
            const char *name,
            const char *contents)
{
  char *path = g_build_filename (project->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

static char *
write_qdpx (PlxTestProject *project,
            const char *qde,
            const char *text,
            gsize length,
            int n_copies)
{
  char *path = g_build_filename (project->folder, "x.qdpx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTarget) target = plx_target_open (path, &error);
  PlxContainer *container = plx_container_new (target);

  for (int i = 0; i < n_copies; i++)
    {
      g_autofree char *name = g_strdup_printf ("sources/%d.txt", i);

      plx_container_add (container, name, text, length);
    }
  plx_container_add (container, "project.qde", qde, strlen (qde));
  plx_container_finish (container, &error);
  g_assert_no_error (error);
  plx_target_commit (target, &error);
  g_assert_no_error (error);
  return path;
}

/* Says what stands in the way, and leaves the project as it is. */
static void
assert_refused (PlxTestProject *project,
                const char *format,
                const char *path,
                const char *words)
{
  g_autofree char *before = plx_test_trip_dump (project);
  g_autofree char *after = NULL;
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_test_trip_import (project, format, path, PLX_IMPORT_STRICT, report, &error));
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == PLX_FORMAT_ERROR);
  g_assert_nonnull (strstr (error->message, words));
  after = plx_test_trip_dump (project);
  g_assert_cmpstr (before, ==, after);
}

/* Depth, with little stack */

static char *
nest (const char *before,
      const char *open,
      const char *close,
      const char *after)
{
  GString *string = g_string_new (before);

  for (int i = 0; i < DEPTH; i++)
    g_string_append (string, open);
  for (int i = 0; i < DEPTH; i++)
    g_string_append (string, close);
  g_string_append (string, after);
  return g_string_free (string, FALSE);
}

static void *
import_deep (void *data)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *tei = nest ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>", "<div>", "</div>", "</body></text></TEI>");
  g_autofree char *list = nest ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><standOff>", "<list>", "</list>", "</standOff></TEI>");
  g_autofree char *qde = nest ("<Project xmlns=\"urn:QDA-XML:project:1.0\"><CodeBook><Codes>", "<Code guid=\"a\" name=\"b\">", "</Code>",
                               "</Codes></CodeBook></Project>");
  g_autofree char *rows = nest ("{\"type\":\"document\",\"text\":", "[", "]", "}\n");
  g_autofree char *page = nest ("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\",\"body\":", "{\"a\":", "}", "}");
  g_autofree char *path = NULL;
  const char *const files[][3] = { { "tei", tei, "too deeply" }, { "tei", list, "too deeply" }, { "jsonl", rows, "nest" }, { "webanno", page, "nest" } };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = write_file (project, "deep", files[i][1]);

      assert_refused (project, files[i][0], file, files[i][2]);
    }
  path = write_qdpx (project, qde, "x", 1, 1);
  assert_refused (project, "qdpx", path, "too deeply");
  return NULL;
}

static void
test_deep (void)
{
  pthread_attr_t attributes;
  pthread_t thread;

  g_assert_cmpint (pthread_attr_init (&attributes), ==, 0);
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, STACK), ==, 0);
  g_assert_cmpint (pthread_create (&thread, &attributes, import_deep, NULL), ==, 0);
  g_assert_cmpint (pthread_join (thread, NULL), ==, 0);
  pthread_attr_destroy (&attributes);
}

/* Entities */

static void
test_entities (void)
{
  static const char laughs[] = "<!DOCTYPE %s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n"
                               "<%s xmlns=\"%s\">&c;</%s>";
  static const char outside[] = "<!DOCTYPE %s SYSTEM \"file:///etc/passwd\">\n<%s xmlns=\"%s\"/>";
  static const char *const kinds[][3] = { { "tei", "TEI", "http://www.tei-c.org/ns/1.0" }, { "qdpx", "Project", "urn:QDA-XML:project:1.0" } };
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int k = 0; k < 2; k++)
      {
        const char *root = kinds[i][1];
        g_auto (GStrv) parts = g_strsplit (k == 0 ? laughs : outside, "%s", -1);
        g_autofree char *head = g_strconcat (parts[0], root, parts[1], root, parts[2], kinds[i][2], parts[3], NULL);
        g_autofree char *xml = k == 0 ? g_strconcat (head, root, parts[4], NULL) : g_strdup (head);
        g_autofree char *path = i == 0 ? write_file (project, "x.xml", xml) : write_qdpx (project, xml, "x", 1, 1);

        assert_refused (project, kinds[i][0], path, "DOCTYPE");
      }
}

/* Containers */

static void
test_bombs (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  gsize length = 70 << 20;
  g_autofree char *blank = g_strnfill (length, ' ');
  g_autofree char *large = write_qdpx (project, "<Project/>", blank, length, 1);

  assert_refused (project, "qdpx", large, "when unpacked");
  g_free (large);
  large = write_qdpx (project, "<Project/>", blank, 1 << 20, 40);
  assert_refused (project, "qdpx", large, "beyond measure");
  g_free (large);
  large = write_qdpx (project, "<Project/>", "x", 1, 50001);
  assert_refused (project, "qdpx", large, "too many parts");
}

/* More than any file may hold, with a few bytes that nobody foresees before so
 * many blanks. */
static char *
dup_large (guint n_blanks)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree char *blanks = g_strnfill (n_blanks, ' ');
  GString *xml = g_string_new ("<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"n\">");

  while (xml->len <= PLX_ZIP_MAX_MEMBER)
    g_string_append_printf (xml, "<!--%08x-->%s", g_rand_int (random), blanks);
  g_string_append (xml, "</Project>");
  return g_string_free (xml, FALSE);
}

/* Letters that cannot be packed to less than three quarters. */
static char *
dup_noise (gsize length)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  char *noise = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    noise[i] = (char) (64 + g_rand_int_range (random, 0, 64));
  noise[length] = '\0';
  return noise;
}

/* What is in a large project may be many times as large as the file, but not any
 * number of times. */
static void
test_large (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *fair = dup_large (100);
  g_autofree char *unfair = dup_large (2500);
  g_autofree char *path = write_qdpx (project, fair, "x", 1, 1);
  g_autofree char *other = NULL;
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GError) error = NULL;

  plx_test_trip_import (project, "qdpx", path, PLX_IMPORT_STRICT, report, &error);
  g_assert_no_error (error);
  other = write_qdpx (project, unfair, "x", 1, 1);
  assert_refused (project, "qdpx", other, "64 MiB that are read of a file of this size");
}

static gboolean
want_all (const char *name,
          gpointer data)
{
  return TRUE;
}

static gboolean
count_cb (const char *name,
          const char *bytes,
          gsize length,
          gpointer data,
          GError **error)
{
  *(gint64 *) data += (gint64) length;
  return TRUE;
}

static gint64
read_all (const char *path,
          gboolean keeps,
          GError **error)
{
  g_autoptr (PlxSource) source = plx_source_open (path, error);
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  PlxImport import = { .source = source, .report = report };
  gint64 n = 0;

  plx_container_foreach (&import, keeps, want_all, count_cb, &n, error);
  return n;
}

/* A dataset of many articles is larger than what is kept in memory at once; it
 * is read all the same where each is let go after the other. */
static void
test_many (void)
{
  g_autoptr (PlxTestProject) project = plx_test_project_new (NULL);
  g_autofree char *noise = dup_noise (N_NOISE);
  g_autofree char *blank = g_strnfill (60 << 20, ' ');
  g_autofree char *path = write_qdpx (project, noise, blank, 60 << 20, 9);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (read_all (path, FALSE, &error), ==, G_GINT64_CONSTANT (9) * (60 << 20) + N_NOISE);
  g_assert_no_error (error);
  read_all (path, TRUE, &error);
  g_assert_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, "512 MiB that are read of a file of this size"));
}

/* Stopped */

static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  PlxTestProject *project = data;
  PlxText *text = plx_test_project_get_text (project, 0);
  PlxId tag;

  if (!plx_tags_find (connection, "Place", &tag, error))
    return FALSE;
  for (int i = 0; i < N_ANNOTATIONS; i++)
    {
      g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
      PlxSpan span = { i, i + 5 };

      g_array_append_val (annotation->spans, span);
      annotation->document = plx_test_project_get_document (project, 0);
      annotation->tag = tag;
      annotation->annotator = annotator;
      if (!plx_annotations_add (connection, annotation, text, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  GCancellable *cancellable;
  int n_calls;
  int stop_at;
} Stop;

static void
stop_cb (int done,
         int total,
         gpointer data)
{
  Stop *stop = data;

  if (stop->n_calls++ == stop->stop_at)
    g_cancellable_cancel (stop->cancellable);
}

/* Returns: whether it was stopped before it was done */
static gboolean
stop_import (PlxTestProject *there,
             const PlxFormat *format,
             const char *path,
             int stop_at)
{
  g_autoptr (PlxTestProject) back = plx_test_trip_dup_target (there, format);
  g_autofree char *before = plx_test_trip_dump (back);
  g_autofree char *after = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stop stop = { cancellable, 0, stop_at };
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (PlxVerb) verb = plx_verb_import_dataset (format, path, PLX_IMPORT_REST, NULL, report, stop_cb, &stop, cancellable);
  g_autoptr (GError) error = NULL;

  if (plx_verb_run (verb, back->connection, "Importer", NULL, &error))
    return FALSE;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = plx_test_trip_dump (back);
  g_assert_cmpstr (before, ==, after);
  return TRUE;
}

static void
test_stopped (void)
{
  g_autofree char *body = g_strnfill (N_ANNOTATIONS + 10, 'a');
  const char *const texts[] = { body, NULL };
  g_autoptr (PlxTestProject) there = plx_test_project_new (texts);
  const PlxFormat *const *formats = plx_formats_list ();

  plx_test_project_edit (there, fill_cb, there);
  for (; *formats != NULL; formats++)
    {
      g_autofree char *path = NULL;
      int n = 0;

      if ((*formats)->read == NULL || (*formats)->write == NULL)
        continue;
      path = plx_test_trip_export (there, (*formats)->name);
      for (int place = 0; stop_import (there, *formats, path, place); place = 2 * place + 1)
        n++;
      g_test_message ("%s: stopped at %d places", (*formats)->name, n);
      g_assert_cmpint (n, >, 1);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/deep", test_deep);
  g_test_add_func ("/hostile/entities", test_entities);
  g_test_add_func ("/hostile/bombs", test_bombs);
  g_test_add_func ("/hostile/large", test_large);
  g_test_add_func ("/hostile/many", test_many);
  g_test_add_func ("/hostile/stopped", test_stopped);
  return g_test_run ();
}
