/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which way an article is read. */

#include "config.h"

#include "base/plx-error.h"
#include "model/plx-direction.h"

static void
test_find (void)
{
  g_assert_cmpint (plx_direction_find ("", -1), ==, PLX_DIRECTION_NONE);
  g_assert_cmpint (plx_direction_find ("12:30 — (!)", -1), ==, PLX_DIRECTION_NONE);
  g_assert_cmpint (plx_direction_find ("12 homes", -1), ==, PLX_DIRECTION_LTR);
  g_assert_cmpint (plx_direction_find ("«غرق» Reuters", -1), ==, PLX_DIRECTION_RTL);
  g_assert_cmpint (plx_direction_find ("שלום", -1), ==, PLX_DIRECTION_RTL);
  g_assert_cmpint (plx_direction_find ("\xe2\x80\x8f"
                                       "Reuters",
                                       -1),
                   ==, PLX_DIRECTION_RTL);
  g_assert_cmpint (plx_direction_find ("漢字", -1), ==, PLX_DIRECTION_LTR);
  /* No further than asked. */
  g_assert_cmpint (plx_direction_find ("12 homes", 3), ==, PLX_DIRECTION_NONE);
}

static void
test_strings (void)
{
  g_assert_cmpint (plx_direction_from_string ("rtl"), ==, PLX_DIRECTION_RTL);
  g_assert_cmpint (plx_direction_from_string ("ltr"), ==, PLX_DIRECTION_LTR);
  g_assert_cmpint (plx_direction_from_string (""), ==, PLX_DIRECTION_NONE);
  g_assert_cmpint (plx_direction_from_string (NULL), ==, PLX_DIRECTION_NONE);
  g_assert_true (plx_direction_is_known (""));
  g_assert_true (plx_direction_is_known ("rtl"));
  g_assert_false (plx_direction_is_known ("RTL"));
  g_assert_false (plx_direction_is_known ("up"));
}

static void
assert_document (const char *direction,
                 const char *title,
                 const char *body,
                 PlxDirection expected)
{
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autoptr (PlxText) text = plx_text_new (body, -1);

  g_free (document->direction);
  document->direction = g_strdup (direction);
  g_free (document->title);
  document->title = g_strdup (title);
  g_assert_cmpint (plx_direction_of_document (document, text), ==, expected);
}

static void
test_document (void)
{
  assert_document ("", "غرق", "Homes", PLX_DIRECTION_RTL);
  assert_document ("", "Homes", "غرق", PLX_DIRECTION_LTR);
  assert_document ("", "2024", "غرق", PLX_DIRECTION_RTL);
  assert_document ("", "2024", "12", PLX_DIRECTION_LTR);
  assert_document ("ltr", "غرق", "غرق", PLX_DIRECTION_LTR);
  assert_document ("rtl", "Homes", "Homes", PLX_DIRECTION_RTL);
}

static void
test_check (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ();
  g_autoptr (GError) error = NULL;

  g_free (document->title);
  document->title = g_strdup ("T");
  g_assert_true (plx_document_check (document, &error));
  g_free (document->direction);
  document->direction = g_strdup ("upwards");
  g_assert_false (plx_document_check (document, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "upwards"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/direction/find", test_find);
  g_test_add_func ("/direction/strings", test_strings);
  g_test_add_func ("/direction/document", test_document);
  g_test_add_func ("/direction/check", test_check);
  return g_test_run ();
}
