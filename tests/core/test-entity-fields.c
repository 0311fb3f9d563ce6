/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed and pasted into the fields of an entity. */

#include "config.h"

#include "base/plx-error.h"
#include "model/plx-authority.h"
#include "model/plx-coordinates.h"

#include <string.h>

static void
test_coordinates (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "36.2, 37.16", "36.2, 37.16" },
    { "36.2,37.16", "36.2, 37.16" },
    { "  36.2   37.16 ", "36.2, 37.16" },
    { "36,2; 37,16", "36.2, 37.16" },
    { "36.2;37.16", "36.2, 37.16" },
    { "36.2° N, 37.16° E", "36.2, 37.16" },
    { "37.16e 36.2n", "36.2, 37.16" },
    { "36.2°S 37.16°W", "-36.2, -37.16" },
    { "geo:36.2,37.16", "36.2, 37.16" },
    { "-90, +180", "-90, 180" },
    { "−0.5, 0", "-0.5, 0" },
    { "0.123456789 1", "0.123456789, 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;
      double latitude, longitude;

      plx_coordinates_parse (cases[i].text, &latitude, &longitude, &error);
      g_assert_no_error (error);
      found = plx_coordinates_format (latitude, longitude);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_no_coordinates (void)
{
  static const char *const texts[] = { "", "36.2", "Aleppo", "36.2, 37.16, 1", "36.2.1, 37", "36.2 N 37.16", "36.2 N 37.16 S",
                                       "36,2, 37,16", "91, 0", "0, 181", "36.2 x 37.16", "1e2, 3", "nan, 0", "36.2, ", "--1, 2" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      double latitude, longitude;

      g_assert_false (plx_coordinates_parse (texts[i], &latitude, &longitude, &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
      g_assert_nonnull (strstr (error->message, texts[i]));
    }
}

static void
test_authority (void)
{
  static const char *const good[] = { "https://www.wikidata.org/entity/Q41183", "http://d-nb.info/gnd/4001150-1", "urn:isbn:3518585967",
                                      "doi:10.1000/182", "https://ar.wikipedia.org/wiki/حلب", "HTTPS://example.org" };
  static const char *const bad[] = { "", "Q41183", "www.example.org", "https://", "http:", "urn:", "urn:isbn:", "javascript:alert(1)",
                                     "file:///etc/passwd", "https://exa mple.org", "data:text/html,x" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      plx_authority_check (good[i], &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (plx_authority_check (bad[i], &error));
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/entity-fields/coordinates", test_coordinates);
  g_test_add_func ("/model/entity-fields/no-coordinates", test_no_coordinates);
  g_test_add_func ("/model/entity-fields/authority", test_authority);
  return g_test_run ();
}
