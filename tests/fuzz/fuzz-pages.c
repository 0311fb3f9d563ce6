/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a damaged project, from which records are salvaged. */

#include "config.h"

#include "plx-fuzz.h"

#include "store/plx-salvage-pages.h"

/* Looks at every byte that a record has. */
static gboolean
look (const PlxSalvageRecord *record,
      gpointer data)
{
  guint *sum = data;

  g_assert_cmpint (record->n_values, >, 0);
  g_assert_cmpint (record->n_values, <=, PLX_SALVAGE_MAX_VALUES);
  for (int i = 0; i < record->n_values; i++)
    for (int k = 0; k < record->values[i].length; k++)
      *sum += (guchar) record->values[i].bytes[k];
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  guint sum = 0;

  g_assert_true (plx_salvage_pages (data, size, look, &sum));
  return 0;
}
