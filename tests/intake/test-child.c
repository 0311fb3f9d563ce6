/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a library of others may do to a process hits a child. */

#include "config.h"

#include "intake/plx-intake-child.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* More than a pipe holds. */
#define N_LETTERS 1000000

static GVariant *
answer (gpointer data)
{
  g_autofree char *letters = g_strnfill (N_LETTERS, *(const char *) data);

  return g_variant_new ("(si)", letters, 42);
}

static GVariant *
crash (gpointer data)
{
  raise (SIGSEGV);
  return answer (data);
}

/* A hundred gigabytes. */
static GVariant *
take_memory (gpointer data)
{
  for (int i = 0; i < 1600; i++)
    {
      char *block = malloc (64 << 20);

      if (block == NULL)
        abort ();
      memset (block, 1, 64 << 20);
    }
  return answer (data);
}

static void
test_answer (void)
{
  g_autoptr (GVariant) all = plx_intake_child_run (answer, (gpointer) "x", G_VARIANT_TYPE ("(si)"));
  const char *letters;
  int number;

  g_assert_nonnull (all);
  g_variant_get (all, "(&si)", &letters, &number);
  g_assert_cmpuint (strspn (letters, "x"), ==, N_LETTERS);
  g_assert_cmpint (number, ==, 42);
}

static void
test_broken (gconstpointer func)
{
  if (PLX_INTAKE_CHILD_IS_SEEN)
    {
      g_test_skip ("Sanitizers see what breaks");
      return;
    }
  g_assert_null (plx_intake_child_run (*(const PlxIntakeChildFunc *) func, (gpointer) "x", G_VARIANT_TYPE ("(si)")));
  test_answer ();
}

int
main (int argc,
      char **argv)
{
  static const PlxIntakeChildFunc broken[] = { crash, take_memory };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/child/answer", test_answer);
  g_test_add_data_func ("/intake/child/crash", &broken[0], test_broken);
  g_test_add_data_func ("/intake/child/memory", &broken[1], test_broken);
  return g_test_run ();
}
