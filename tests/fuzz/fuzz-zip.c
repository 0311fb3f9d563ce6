/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The container below DOCX, ODT, EPUB, REFI-QDA and brat. */

#include "config.h"

#include "plx-fuzz.h"

#include "base/plx-zip.h"

static gboolean
is_wanted (const char *name,
           gpointer data)
{
  g_assert_true (g_utf8_validate (name, -1, NULL));
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxZip) zip = plx_zip_new ((const char *) data, size, is_wanted, &error);
  g_autofree char *first = plx_zip_dup_first_name ((const char *) data, size);

  if (zip == NULL)
    plx_fuzz_check_error (error);
  return 0;
}
