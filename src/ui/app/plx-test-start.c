/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plx-test-start.h"

#include "app/plx-test-quiet.h"
#include "app/plx-test-state.h"

#include <string.h>
#include <sys/resource.h>

/* So long everything is given to come to rest, and what then still goes on in
 * the background to end. */
#define PATIENCE_MS 30000
#define REST_SECONDS 3

typedef struct
{
  GtkApplication *application; /* borrowed: it outlives this */
  gboolean idle;
  PlxTestStartFunc func;
  gpointer data;
} Watch;

static double
get_cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* What no file on the disk could give back. */
static double
get_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "RssAnon:");
  return line != NULL ? g_ascii_strtod (line + strlen ("RssAnon:"), NULL) * 1024 : 0;
}

static void
tell (Watch *watch,
      const char *what,
      double number)
{
  watch->func (what, number, watch->data);
  g_action_group_activate_action (G_ACTION_GROUP (watch->application), "quit", NULL);
}

static gboolean
rested_cb (gpointer data)
{
  tell (data, "idle-memory", get_memory ());
  return G_SOURCE_REMOVE;
}

static void
quiet_cb (const char *busy,
          gpointer data)
{
  g_timeout_add_seconds (REST_SECONDS, rested_cb, data);
}

static void
painted_cb (GdkFrameClock *clock,
            Watch *watch)
{
  double cpu = get_cpu ();

  if (!plx_test_state_has_content ())
    return;
  g_signal_handlers_disconnect_by_func (clock, painted_cb, watch);
  if (watch->idle)
    plx_test_quiet_wait (PATIENCE_MS, quiet_cb, watch);
  else
    tell (watch, "first-frame-cpu", cpu);
}

static void
realized_cb (GtkWidget *window,
             Watch *watch)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), watch);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow *window,
                 Watch *watch)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), watch);
}

static void
watch_free (gpointer data,
            GClosure *closure)
{
  g_free (data);
}

void
plx_test_start_watch (GtkApplication *application,
                      const char *until,
                      PlxTestStartFunc func,
                      gpointer data)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->application = application;
  watch->idle = strcmp (until, "idle") == 0;
  watch->func = func;
  watch->data = data;
  g_signal_connect_data (application, "window-added", G_CALLBACK (window_added_cb), watch, watch_free, G_CONNECT_DEFAULT);
}
