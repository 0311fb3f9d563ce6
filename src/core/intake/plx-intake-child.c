/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-child.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* More than this process has already. */
#define MAX_BYTES (1ul << 30)

/* Of the processor, and by the clock, where it waits in vain. */
#define MAX_SECONDS 60
#define PATIENCE 300

static void
limit (int resource,
       rlim_t most)
{
  struct rlimit now;

  if (getrlimit (resource, &now) == 0)
    {
      now.rlim_cur = MIN (most, now.rlim_max);
      setrlimit (resource, &now);
    }
}

static void
limit_memory (void)
{
  unsigned long n_pages = 0;
  FILE *file = fopen ("/proc/self/statm", "re");

  if (file == NULL)
    return;
  if (fscanf (file, "%lu", &n_pages) == 1)
    limit (RLIMIT_AS, n_pages * (unsigned long) sysconf (_SC_PAGESIZE) + MAX_BYTES);
  fclose (file);
}

static gboolean
write_all (int pipe,
           const guchar *bytes,
           gsize length)
{
  while (length > 0)
    {
      gssize n = write (pipe, bytes, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      bytes += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* Nothing of what is open here is closed in order: it belongs to the parent. */
static void
run_child (PlxIntakeChildFunc func,
           gpointer data,
           int pipe)
{
  GVariant *answer;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_CPU, MAX_SECONDS);
  limit_memory ();
  answer = func (data);
  _exit (write_all (pipe, g_variant_get_data (answer), g_variant_get_size (answer)) ? 0 : 1);
}

/* Returns: whether it came to its end in time */
static gboolean
read_all (int pipe,
          GByteArray *bytes)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  guchar block[65536];

  for (;;)
    {
      struct pollfd wait = { .fd = pipe, .events = POLLIN };
      gint64 left = (end - g_get_monotonic_time ()) / 1000;
      gssize n;

      if (left <= 0)
        return FALSE;
      if (poll (&wait, 1, (int) left) <= 0)
        continue;
      n = read (pipe, block, sizeof block);
      if (n == 0)
        return TRUE;
      if (n < 0 && errno != EINTR)
        return FALSE;
      g_byte_array_append (bytes, block, (guint) MAX (n, 0));
    }
}

static gboolean
ended_well (pid_t child)
{
  int status;

  while (waitpid (child, &status, 0) < 0)
    if (errno != EINTR)
      return FALSE;
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

GVariant *
plx_intake_child_run (PlxIntakeChildFunc func,
                      gpointer data,
                      const GVariantType *type)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) answer = NULL;
  int ends[2];
  gboolean done;
  pid_t child;

  /* Where it is wanted to see what breaks. */
  if (PLX_INTAKE_CHILD_IS_SEEN)
    return g_variant_ref_sink (func (data));
  if (!g_unix_open_pipe (ends, FD_CLOEXEC, NULL))
    return NULL;
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      run_child (func, data, ends[1]);
    }
  close (ends[1]);
  done = child > 0 && read_all (ends[0], bytes);
  close (ends[0]);
  if (child > 0 && !done)
    kill (child, SIGKILL);
  if (child < 0 || !ended_well (child) || !done)
    return NULL;
  answer = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return g_variant_ref_sink (g_variant_new_from_bytes (type, answer, FALSE));
}
