/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a library of others may do to a process hits another one. */

#include "config.h"

#include "intake/plx-intake-child.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More than a pipe holds. */
#define N_LETTERS 1000000

/* A hundred gigabytes. */
static void
take_memory (void)
{
  for (int i = 0; i < 1600; i++)
    {
      char *block = malloc (64 << 20);

      if (block == NULL)
        abort ();
      memset (block, 1, 64 << 20);
    }
}

/* The letters of the question, many times, and who answers. */
static GVariant *
answer (GBytes *question)
{
  gsize length;
  const char *word = g_bytes_get_data (question, &length);
  g_autofree char *letters = g_strnfill (N_LETTERS, *word);

  if (*word == 'c')
    raise (SIGSEGV);
  else if (*word == 'm')
    take_memory ();
  return g_variant_new ("(sti)", letters, (guint64) length, (gint32) getpid ());
}

static GVariant *
ask (const char *word,
     gsize length)
{
  g_autoptr (GBytes) question = g_bytes_new_static (word, length);

  return plx_intake_child_ask (answer, question, G_VARIANT_TYPE ("(sti)"));
}

static void
test_answer (void)
{
  g_autofree char *word = g_strnfill (N_LETTERS, 'x');
  g_autoptr (GVariant) all = ask (word, N_LETTERS);
  const char *letters;
  guint64 length;
  int process;

  g_assert_nonnull (all);
  g_variant_get (all, "(&sti)", &letters, &length, &process);
  g_assert_cmpuint (strspn (letters, "x"), ==, N_LETTERS);
  g_assert_cmpuint (length, ==, N_LETTERS);
  g_assert_true ((process != getpid ()) == !PLX_INTAKE_CHILD_IS_SEEN);
}

static void
test_broken (gconstpointer word)
{
  if (PLX_INTAKE_CHILD_IS_SEEN)
    {
      g_test_skip ("Sanitizers see what breaks");
      return;
    }
  g_assert_null (ask (word, 1));
  test_answer ();
}

int
main (int argc,
      char **argv)
{
  plx_intake_child_init (argc, argv, answer);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/child/answer", test_answer);
  g_test_add_data_func ("/intake/child/crash", "c", test_broken);
  g_test_add_data_func ("/intake/child/memory", "m", test_broken);
  return g_test_run ();
}
