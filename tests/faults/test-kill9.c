/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is killed at random moments of a long batch; whatever it had
 * acknowledged must be there afterwards, in order and whole.
 *
 * PLX_KILLS sets how often; 100 without it.
 */

#include "config.h"

#include "plx-test-cli.h"
#include "plx-test-random.h"

#include "store/plx-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LENGTH 200000
#define MAX_MS 60

typedef struct
{
  GPid pid;
  int in;
  int out;
  GString *lines; /* (owned): to be written */
  GString *acks;  /* (owned): what was read */
} Batch;

/* Edit @n tags the @n-th character, and says so in its note. */
static void
append_edit (GString *lines,
             int n)
{
  g_string_append_printf (lines, "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[%d,%d]],\"tag\":\"Actor\",\"note\":\"%d\"}\n", n, n + 1, n);
}

static void
start (Batch *self,
       PlxTestCli *cli,
       int first)
{
  char *arguments[] = { cli->program, (char *) "batch", (char *) "p.parallax", NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async_with_pipes (cli->folder, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &self->pid,
                            &self->in, &self->out, NULL, &error);
  g_assert_no_error (error);
  fcntl (self->in, F_SETFL, O_NONBLOCK);
  fcntl (self->out, F_SETFL, O_NONBLOCK);
  self->lines = g_string_new (NULL);
  self->acks = g_string_new (NULL);
  for (int i = 0; i < 1000; i++)
    append_edit (self->lines, first + i);
}

static void
pump (Batch *self,
      int timeout)
{
  struct pollfd fds[] = { { self->in, POLLOUT, 0 }, { self->out, POLLIN, 0 } };
  char buffer[4096];
  ssize_t n;

  if (self->lines->len == 0)
    fds[0].events = 0;
  poll (fds, 2, timeout);
  if (fds[0].revents & POLLOUT)
    {
      n = write (self->in, self->lines->str, self->lines->len);
      if (n > 0)
        g_string_erase (self->lines, 0, n);
    }
  while ((n = read (self->out, buffer, sizeof buffer)) > 0)
    g_string_append_len (self->acks, buffer, n);
}

/* Kills it, and returns how many edits were acknowledged before. */
static int
finish (Batch *self)
{
  int n = 0;
  int status;
  char *end;

  kill (self->pid, SIGKILL);
  waitpid (self->pid, &status, 0);
  pump (self, 0);
  end = g_strrstr (self->acks->str, "\n");
  if (end != NULL)
    {
      *end = '\0';
      end = g_strrstr (self->acks->str, "ok ");
      n = (int) g_ascii_strtoll (end + 3, NULL, 10);
    }
  close (self->in);
  close (self->out);
  g_string_free (self->lines, TRUE);
  g_string_free (self->acks, TRUE);
  g_spawn_close_pid (self->pid);
  return n;
}

static int
run_and_kill (PlxTestCli *cli,
              GRand *random,
              int first)
{
  gint64 end;
  Batch batch;

  start (&batch, cli, first);
  /* Half of them soon after it begins to work, half at any time. */
  if (g_rand_boolean (random))
    for (int i = 0; i < 1000 && batch.acks->len == 0; i++)
      pump (&batch, 5);
  end = g_get_monotonic_time () + g_rand_int_range (random, 0, MAX_MS * 1000);
  while (g_get_monotonic_time () < end)
    pump (&batch, 1);
  return finish (&batch);
}

/* The edits that are in the project: 0, 1, 2, … without a gap.
 *
 * Returns: how many */
static int
count_edits (PlxTestCli *cli)
{
  g_autofree char *path = g_build_filename (cli->folder, "p.parallax", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxConnection) connection = plx_connection_open (path, PLX_OPEN_READ, &error);
  g_autoptr (PlxStatement) statement = NULL;
  int n;

  g_assert_no_error (error);
  statement = plx_connection_prepare (connection, "SELECT count (*), count (DISTINCT note), coalesce (max (CAST (note AS INTEGER)), -1) FROM annotation");
  g_assert_cmpint (plx_statement_step (statement, &error), ==, PLX_STEP_ROW);
  n = (int) plx_statement_get_int (statement, 0);
  g_assert_cmpint (plx_statement_get_int (statement, 1), ==, n);
  g_assert_cmpint (plx_statement_get_int (statement, 2), ==, n - 1);
  return n;
}

static void
test_kill (void)
{
  g_autoptr (GRand) random = plx_test_random_new ();
  g_autoptr (PlxTestCli) cli = plx_test_cli_new ();
  g_autofree char *text = g_strnfill (LENGTH, 'x');
  const char *kills = g_getenv ("PLX_KILLS");
  int n_kills = kills != NULL ? (int) g_ascii_strtoll (kills, NULL, 10) : 100;
  int n_there = 0;
  int n_acknowledged = 0;

  plx_test_cli_put (cli, "1.txt", text, LENGTH);
  plx_test_cli_run (cli, NULL, "import", "p.parallax", "1.txt", NULL);
  plx_test_cli_expect_done (cli);
  for (int i = 0; i < n_kills; i++)
    {
      int n = run_and_kill (cli, random, n_there);
      int n_now;

      n_acknowledged += n;
      plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
      plx_test_cli_expect_done (cli);
      n_now = count_edits (cli);
      g_assert_cmpint (n_now, >=, n_there + n);
      g_assert_cmpint (n_now, <=, n_there + n + 1); /* one may be durable and not yet told */
      n_there = n_now;
    }
  g_test_message ("%d kills, %d edits acknowledged, %d there", n_kills, n_acknowledged, n_there);
  g_assert_cmpint (n_acknowledged, >, n_kills);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);

  g_test_add_func ("/faults/kill9", test_kill);

  return g_test_run ();
}
