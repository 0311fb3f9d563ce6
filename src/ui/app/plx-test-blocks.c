/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plx-test-blocks.h"

#include <time.h>

/* A function that polls gets no data. */
static struct
{
  GPollFunc poll;
  double since;
  double longest;
} blocks;

static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static int
poll_cb (GPollFD *fds,
         guint n_fds,
         int timeout)
{
  int n_ready;

  plx_test_blocks_enter ();
  n_ready = blocks.poll (fds, n_fds, timeout);
  plx_test_blocks_leave ();
  return n_ready;
}

void
plx_test_blocks_watch (void)
{
  blocks.poll = g_main_context_get_poll_func (NULL);
  blocks.since = get_cpu ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
plx_test_blocks_enter (void)
{
  blocks.longest = MAX (blocks.longest, get_cpu () - blocks.since);
}

void
plx_test_blocks_leave (void)
{
  blocks.since = get_cpu ();
}

double
plx_test_blocks_take (void)
{
  double longest = blocks.longest;

  blocks.longest = 0;
  return longest;
}
