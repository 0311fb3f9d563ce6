/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-child.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The only argument of such a process.  It reads the question from a file at its
 * standard input and writes the answer to its standard output. */
#define ARGUMENT "--read-for-parallax"

/* More than the program takes before it begins. */
#define MAX_BYTES (1ul << 30)

/* Of the processor, and by the clock, where it waits in vain. */
#define MAX_SECONDS 60
#define PATIENCE 300

/* Set in main(), before there are threads. */
static gboolean is_prepared;

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

static void G_GNUC_NORETURN
serve (PlxIntakeChildFunc func)
{
  GMappedFile *question;
  GVariant *answer;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_CPU, MAX_SECONDS);
  limit_memory ();
  question = g_mapped_file_new_from_fd (STDIN_FILENO, FALSE, NULL);
  if (question == NULL)
    _exit (1);
  answer = func (g_mapped_file_get_bytes (question));
  _exit (write_all (STDOUT_FILENO, g_variant_get_data (answer), g_variant_get_size (answer)) ? 0 : 1);
}

void
plx_intake_child_init (int argc,
                       char **argv,
                       PlxIntakeChildFunc func)
{
  if (argc == 2 && strcmp (argv[1], ARGUMENT) == 0)
    serve (func);
  is_prepared = TRUE;
}

/* Asking */

/* Returns: a file in memory, at its beginning, or -1 */
static int
open_question (GBytes *question)
{
  int file = memfd_create ("question", MFD_CLOEXEC);
  gsize length;
  const guchar *bytes = g_bytes_get_data (question, &length);

  if (file >= 0 && (!write_all (file, bytes, length) || lseek (file, 0, SEEK_SET) != 0))
    {
      close (file);
      return -1;
    }
  return file;
}

/* A copy by fork() alone would stand still at what another thread had locked. */
static gboolean
start (GBytes *question,
       GPid *child,
       int *pipe)
{
  const char *arguments[] = { "/proc/self/exe", ARGUMENT, NULL };
  int file = open_question (question);
  gboolean done = FALSE;
  int ends[2];

  if (file < 0)
    return FALSE;
  if (g_unix_open_pipe (ends, FD_CLOEXEC, NULL))
    {
      done = g_spawn_async_with_fds (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, child, file, ends[1], -1, NULL);
      close (ends[1]);
      if (done)
        *pipe = ends[0];
      else
        close (ends[0]);
    }
  close (file);
  return done;
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
plx_intake_child_ask (PlxIntakeChildFunc func,
                      GBytes *question,
                      const GVariantType *type)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) answer = NULL;
  gboolean done;
  GPid child;
  int pipe;

  if (PLX_INTAKE_CHILD_IS_SEEN || !is_prepared)
    return g_variant_ref_sink (func (question));
  if (!start (question, &child, &pipe))
    return NULL;
  done = read_all (pipe, bytes);
  close (pipe);
  if (!done)
    kill (child, SIGKILL);
  if (!ended_well (child) || !done)
    return NULL;
  answer = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return g_variant_ref_sink (g_variant_new_from_bytes (type, answer, FALSE));
}
