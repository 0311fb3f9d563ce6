/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-seen.h"

#include "store/plx-documents.h"

#include <string.h>

static gboolean
has (PlxTestProject *project,
     const char *sql)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (project->connection, sql);
  g_autoptr (GError) error = NULL;
  PlxStep step = plx_statement_step (statement, &error);

  g_assert_no_error (error);
  return step == PLX_STEP_ROW;
}

static gboolean
is_rtl (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW;
}

static void
add_texts (PlxTestSeen *self,
           PlxTestProject *project)
{
  gboolean emoji = FALSE, combining = FALSE, rtl = FALSE, crlf = FALSE;

  for (guint i = 0; i < project->texts->len; i++)
    {
      const char *utf8 = plx_text_get_utf8 (g_ptr_array_index (project->texts, i));

      crlf = crlf || strstr (utf8, "\r\n") != NULL;
      for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          emoji = emoji || c > 0xffff;
          combining = combining || g_unichar_ismark (c);
          rtl = rtl || is_rtl (c);
        }
    }
  self->n_emoji += emoji;
  self->n_combining += combining;
  self->n_rtl += rtl;
  self->n_crlf += crlf;
}

#define PAIRS "SELECT 1 FROM span AS a JOIN span AS b ON a.document = b.document AND a.annotation <> b.annotation WHERE "

void
plx_test_seen_add (PlxTestSeen *self,
                   PlxTestProject *project)
{
  self->n_projects++;
  add_texts (self, project);
  self->n_nested += has (project, PAIRS "a.start < b.start AND b.end < a.end LIMIT 1");
  self->n_crossing += has (project, PAIRS "a.start < b.start AND b.start < a.end AND a.end < b.end LIMIT 1");
  self->n_same += has (project, PAIRS "a.start = b.start AND a.end = b.end LIMIT 1");
  self->n_pieces += has (project, "SELECT 1 FROM span GROUP BY annotation HAVING count (*) > 1 LIMIT 1");
  self->n_across += has (project, "SELECT 1 FROM relation JOIN annotation AS a ON a.id = source JOIN annotation AS b ON b.id = target "
                                  "WHERE a.document <> b.document LIMIT 1");
  self->n_waiting += has (project, "SELECT 1 FROM annotation WHERE document IN " PLX_EARLIER_VERSIONS " LIMIT 1");
  self->n_led_to += has (project, "SELECT 1 FROM relation JOIN annotation AS a ON a.id = source JOIN annotation AS b ON b.id = target "
                                  "WHERE (a.document IN " PLX_EARLIER_VERSIONS ") <> (b.document IN " PLX_EARLIER_VERSIONS ") LIMIT 1");
  self->n_two += has (project, "SELECT 1 WHERE (SELECT count (DISTINCT annotator) FROM annotation) > 1");
}

void
plx_test_seen_check (const PlxTestSeen *self)
{
  g_test_message ("%d projects: emoji in %d, combining marks in %d, right to left in %d, CR LF in %d, nested in %d, crossing in %d, "
                  "same span in %d, several pieces in %d, relations across in %d, annotations on earlier versions in %d, relations to them in %d, "
                  "two annotators in %d",
                  self->n_projects, self->n_emoji, self->n_combining, self->n_rtl, self->n_crlf, self->n_nested, self->n_crossing,
                  self->n_same, self->n_pieces, self->n_across, self->n_waiting, self->n_led_to, self->n_two);
  g_assert_cmpint (self->n_emoji, >, 0);
  g_assert_cmpint (self->n_combining, >, 0);
  g_assert_cmpint (self->n_rtl, >, 0);
  g_assert_cmpint (self->n_crlf, >, 0);
  g_assert_cmpint (self->n_nested, >, 0);
  g_assert_cmpint (self->n_crossing, >, 0);
  g_assert_cmpint (self->n_same, >, 0);
  g_assert_cmpint (self->n_pieces, >, 0);
  g_assert_cmpint (self->n_across, >, 0);
  g_assert_cmpint (self->n_waiting, >, 0);
  g_assert_cmpint (self->n_led_to, >, 0);
  g_assert_cmpint (self->n_two, >, 0);
}
