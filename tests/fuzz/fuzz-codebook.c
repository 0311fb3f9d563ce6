/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Codebooks, REFI-QDA and our own JSON, into a project that has one. */

#include "config.h"

#include "plx-fuzz.h"

#include "format/plx-codebook-load.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  PlxTestProject *project = plx_fuzz_get_project ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCodebookFile) file = plx_codebook_file_parse ("input", (const char *) data, size, &error);
  g_autoptr (PlxCodebookReport) report = plx_codebook_report_new ();
  g_autoptr (PlxVerb) verb = NULL;

  if (file == NULL)
    {
      plx_fuzz_check_error (error);
      return 0;
    }
  verb = plx_verb_load_codebook (file, report, TRUE);
  g_assert_false (plx_verb_run (verb, project->connection, "Tester", NULL, &error));
  plx_fuzz_check_error (error);
  return 0;
}
