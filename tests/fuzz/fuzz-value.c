/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Expressions of values, times, coordinates and authorities: what is understood
 * is understood again as it is shown. */

#include "config.h"

#include "plx-fuzz.h"

#include "model/plx-event-time.h"
#include "model/plx-value.h"
#include "model/plx-wording.h"

static void
try_value (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxValue) value = plx_value_parse (text, &error);
  g_autoptr (PlxValue) again = NULL;
  g_autofree char *shown = NULL, *twice = NULL;

  if (value == NULL)
    {
      plx_fuzz_check_error (error);
      return;
    }
  shown = plx_value_format (value);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  again = plx_value_parse (shown, &error);
  g_assert_no_error (error);
  twice = plx_value_format (again);
  g_assert_cmpstr (shown, ==, twice);
  g_assert_cmpint (value->form, ==, again->form);
  g_assert_true (value->low == again->low && value->high == again->high);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);

  try_value (text);
  return 0;
}
