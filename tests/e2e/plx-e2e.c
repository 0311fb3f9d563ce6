/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e.h"

#include "plx-test-dir.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/prctl.h>

#define OBJECT_PATH "/org/parallaxworkbench/Parallax"
#define BUS_NAME PLX_APP_ID

/* Between two events of a hand. */
#define HAND_US 12000
/* Between two clicks of a double click, and after an act. */
#define CLICK_US 40000
/* How long a place must not move to count as at rest. */
#define SETTLE_US 120000
/* How long a text glides to a place. */
#define GLIDE_US 250000
#define PATIENCE_US (10 * G_USEC_PER_SEC)

struct _PlxE2e
{
  char *folder;         /* (owned) */
  char *hook;           /* (owned): file that answers appear in */
  GSubprocess *program; /* (owned) (nullable) */
  GDBusConnection *bus; /* (owned) */
  Display *display;     /* (owned) */
  gsize answered;       /* bytes of the answers read */
  gboolean unprivileged;
};

PlxE2e *
plx_e2e_new (void)
{
  PlxE2e *self = g_new0 (PlxE2e, 1);
  GError *error = NULL;

  self->folder = plx_test_dir_new ();
  self->hook = g_build_filename (self->folder, "answers", NULL);
  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  return self;
}

void
plx_e2e_free (PlxE2e *self)
{
  if (self->program != NULL)
    plx_e2e_kill (self);
  XCloseDisplay (self->display);
  g_object_unref (self->bus);
  plx_test_dir_remove (self->folder);
  g_free (self->folder);
  g_free (self->hook);
  g_free (self);
}

const char *
plx_e2e_get_folder (PlxE2e *self)
{
  return self->folder;
}

/* Running programs */

static void
set_folder (GSubprocessLauncher *launcher,
            const char *variable,
            const char *parent,
            const char *name)
{
  g_autofree char *folder = g_build_filename (parent, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_subprocess_launcher_setenv (launcher, variable, folder, TRUE);
}

static GSubprocessLauncher *
launcher_new (PlxE2e *self,
              GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  set_folder (launcher, "XDG_DATA_HOME", self->folder, "data");
  set_folder (launcher, "XDG_CONFIG_HOME", self->folder, "config");
  set_folder (launcher, "XDG_CACHE_HOME", self->folder, "cache");
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "keyfile", TRUE);
  g_subprocess_launcher_setenv (launcher, "GTK_USE_PORTAL", "0", TRUE);
  g_subprocess_launcher_setenv (launcher, "PARALLAX_TEST_HOOK", self->hook, TRUE);
  return launcher;
}

static gboolean
has_owner (PlxE2e *self)
{
  g_autoptr (GVariant) reply = NULL;
  gboolean owned;

  reply = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "NameHasOwner", g_variant_new ("(s)", BUS_NAME), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (reply);
  g_variant_get (reply, "(b)", &owned);
  return owned;
}

static gboolean
has_window (JsonObject *state,
            gpointer data)
{
  return json_object_has_member (state, "window");
}

void
plx_e2e_drop_privileges (PlxE2e *self)
{
  self->unprivileged = TRUE;
}

/* Between fork and exec; nobody but root has anything to lose. */
static void
drop_privileges (gpointer data)
{
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
  prctl (PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
}

void
plx_e2e_start (PlxE2e *self,
               const char *file)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new (self, G_SUBPROCESS_FLAGS_NONE);
  const char *arguments[] = { g_getenv ("PARALLAX_PROGRAM"), file, NULL };
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  GError *error = NULL;

  g_assert_null (self->program);
  if (self->unprivileged)
    g_subprocess_launcher_set_child_setup (launcher, drop_privileges, NULL, NULL);
  self->program = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  while (!has_owner (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (20000);
    }
  plx_e2e_wait (self, has_window, NULL, "the window");
}

void
plx_e2e_quit (PlxE2e *self)
{
  GError *error = NULL;

  plx_e2e_key (self, "ctrl+q");
  g_assert_true (g_subprocess_wait_check (self->program, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&self->program);
  /* Else the next one would be asked too early: the bus notices a moment later. */
  while (has_owner (self))
    g_usleep (5000);
}

void
plx_e2e_kill (PlxE2e *self)
{
  g_subprocess_send_signal (self->program, SIGKILL);
  g_subprocess_wait (self->program, NULL, NULL);
  g_clear_object (&self->program);
  while (has_owner (self))
    g_usleep (5000);
}

char *
plx_e2e_run_cli (PlxE2e *self,
                 const char *input,
                 const char *first_argument,
                 ...)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new (self, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) program = NULL;
  GError *error = NULL;
  char *output = NULL;
  va_list list;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("PARALLAX_CLI"));
  va_start (list, first_argument);
  for (const char *argument = first_argument; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  program = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (program, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (program), ==, 0);
  return output;
}

/* Asking */

/* The next whole line in the file of answers, or %NULL. */
static char *
read_answer (PlxE2e *self)
{
  g_autofree char *contents = NULL;
  const char *line, *end;
  gsize length;

  if (!g_file_get_contents (self->hook, &contents, &length, NULL) || length <= self->answered)
    return NULL;
  line = contents + self->answered;
  end = strchr (line, '\n');
  if (end == NULL)
    return NULL;
  self->answered += (gsize) (end - line) + 1;
  return g_strndup (line, (gsize) (end - line));
}

/* For the message when nobody answers. */
static void
tell_end (PlxE2e *self)
{
  g_subprocess_wait (self->program, NULL, NULL);
  if (g_subprocess_get_if_signaled (self->program))
    g_printerr ("The program was ended by signal %d\n", g_subprocess_get_term_sig (self->program));
  else
    g_printerr ("The program ended with status %d\n", g_subprocess_get_exit_status (self->program));
}

/* (transfer floating) parameter */
static JsonNode *
ask (PlxE2e *self,
     const char *action,
     GVariant *parameter)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  g_autoptr (GVariant) reply = NULL;
  g_autofree char *answer = NULL;
  GVariantBuilder parameters;
  GError *error = NULL;
  JsonNode *node;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (parameter != NULL)
    g_variant_builder_add (&parameters, "v", parameter);
  reply = g_dbus_connection_call_sync (self->bus, BUS_NAME, OBJECT_PATH, "org.gtk.Actions", "Activate",
                                       g_variant_new ("(sava{sv})", action, &parameters, NULL), NULL,
                                       G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, &error);
  if (error != NULL)
    tell_end (self);
  g_assert_no_error (error);
  while ((answer = read_answer (self)) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (5000);
    }
  node = json_from_string (answer, &error);
  g_assert_no_error (error);
  return node;
}

JsonNode *
plx_e2e_dump (PlxE2e *self)
{
  return ask (self, "dump", NULL);
}

double
plx_e2e_take_longest_block (PlxE2e *self)
{
  g_autoptr (JsonNode) answer = ask (self, "blocks", NULL);

  return json_object_get_double_member (json_node_get_object (answer), "longest-block");
}

void
plx_e2e_wait (PlxE2e *self,
              gboolean (*condition) (JsonObject *state, gpointer data),
              gpointer data,
              const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  for (;;)
    {
      g_autoptr (JsonNode) state = plx_e2e_dump (self);
      g_autofree char *last = NULL;

      if (condition (json_node_get_object (state), data))
        return;
      if (g_get_monotonic_time () > end)
        {
          last = json_to_string (state, TRUE);
          plx_e2e_screenshot (self, "waited-in-vain");
          g_error ("Waited in vain for %s; the state is %s", what, last);
        }
      g_usleep (20000);
    }
}

/* Asks until there is an answer: what is looked for may be on its way. */
static PlxE2eRect
ask_rect (PlxE2e *self,
          const char *action,
          GVariant *parameter,
          const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  for (;;)
    {
      g_autoptr (JsonNode) answer = ask (self, action, parameter);
      JsonObject *object = json_node_get_object (answer);

      if (json_object_has_member (object, "x") && json_object_get_int_member (object, "width") > 0)
        return (PlxE2eRect){
          (int) json_object_get_int_member (object, "x"),
          (int) json_object_get_int_member (object, "y"),
          (int) json_object_get_int_member (object, "width"),
          (int) json_object_get_int_member (object, "height"),
        };
      if (g_get_monotonic_time () > end)
        {
          plx_e2e_screenshot (self, "not-found");
          g_error ("Nowhere on the screen: %s", what);
        }
      g_usleep (20000);
    }
}

/* Where something has come to rest: asking may bring it into view, and what was
 * done last may still move it. */
static PlxE2eRect
settle (PlxE2e *self,
        const char *action,
        GVariant *parameter,
        const char *what)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (parameter);
  PlxE2eRect rect = ask_rect (self, action, held, what);
  PlxE2eRect last;

  do
    {
      last = rect;
      g_usleep (SETTLE_US);
      rect = ask_rect (self, action, held, what);
    }
  while (rect.x != last.x || rect.y != last.y);
  return rect;
}

PlxE2eRect
plx_e2e_locate (PlxE2e *self,
                const char *title,
                int offset)
{
  return settle (self, "geometry", g_variant_new ("(si)", title, offset), title);
}

PlxE2eRect
plx_e2e_locate_count (PlxE2e *self,
                      const char *title,
                      int offset)
{
  return settle (self, "count-geometry", g_variant_new ("(si)", title, offset), title);
}

PlxE2eRect
plx_e2e_locate_widget (PlxE2e *self,
                       const char *name)
{
  return settle (self, "widget-geometry", g_variant_new_string (name), name);
}

PlxE2eRect
plx_e2e_locate_cell (PlxE2e *self,
                     int row,
                     int column)
{
  return settle (self, "cell-geometry", g_variant_new ("(ii)", row, column), "a cell");
}

PlxE2eRect
plx_e2e_locate_port (PlxE2e *self,
                     const char *title)
{
  return settle (self, "port-geometry", g_variant_new_string (title), title);
}

PlxE2eRect
plx_e2e_locate_handle (PlxE2e *self,
                       const char *title,
                       int fragment,
                       gboolean at_end)
{
  return settle (self, "handle-geometry", g_variant_new ("(sib)", title, fragment, at_end), title);
}

void
plx_e2e_wait_gone (PlxE2e *self,
                   const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  gboolean gone = FALSE;

  while (!gone)
    {
      g_autoptr (JsonNode) answer = ask (self, "widget-geometry", g_variant_new_string (name));

      gone = !json_object_has_member (json_node_get_object (answer), "x");
      if (!gone && g_get_monotonic_time () > end)
        {
          plx_e2e_screenshot (self, "not-gone");
          g_error ("Still on the screen: %s", name);
        }
      g_usleep (20000);
    }
}

/* Acting */

static void
rest (PlxE2e *self,
      gulong microseconds)
{
  XSync (self->display, False);
  g_usleep (microseconds);
}

void
plx_e2e_move (PlxE2e *self,
              int x,
              int y)
{
  XTestFakeMotionEvent (self->display, -1, x, y, CurrentTime);
  rest (self, HAND_US);
}

static void
press (PlxE2e *self,
       unsigned int button,
       gboolean down)
{
  XTestFakeButtonEvent (self->display, button, down, CurrentTime);
  rest (self, HAND_US);
}

static void
click (PlxE2e *self,
       unsigned int button,
       int x,
       int y,
       int times)
{
  /* Two movements, as the first one into a window only enters it. */
  plx_e2e_move (self, x - 1, y);
  plx_e2e_move (self, x, y);
  for (int i = 0; i < times; i++)
    {
      press (self, button, TRUE);
      press (self, button, FALSE);
    }
  rest (self, CLICK_US);
}

void
plx_e2e_press (PlxE2e *self,
               gboolean down)
{
  press (self, 1, down);
  rest (self, CLICK_US);
}

void
plx_e2e_click (PlxE2e *self,
               int x,
               int y,
               int times)
{
  click (self, 1, x, y, times);
}

void
plx_e2e_click_right (PlxE2e *self,
                     int x,
                     int y)
{
  click (self, 3, x, y, 1);
}

void
plx_e2e_drag (PlxE2e *self,
              int from_x,
              int from_y,
              int to_x,
              int to_y)
{
  const int steps = 6;

  plx_e2e_move (self, from_x - 1, from_y);
  plx_e2e_move (self, from_x, from_y);
  press (self, 1, TRUE);
  for (int i = 1; i <= steps; i++)
    plx_e2e_move (self, from_x + (to_x - from_x) * i / steps, from_y + (to_y - from_y) * i / steps);
  press (self, 1, FALSE);
  rest (self, CLICK_US);
}

void
plx_e2e_wheel (PlxE2e *self,
               int x,
               int y,
               int notches)
{
  plx_e2e_move (self, x - 1, y);
  plx_e2e_move (self, x, y);
  for (int i = 0; i < ABS (notches); i++)
    {
      press (self, notches > 0 ? 5 : 4, TRUE);
      press (self, notches > 0 ? 5 : 4, FALSE);
    }
  rest (self, CLICK_US);
}

void
plx_e2e_drag_text (PlxE2e *self,
                   const char *title,
                   int start,
                   int end)
{
  PlxE2eRect first, last, again;
  gboolean reversed;
  int from, to;

  /* Looking for the one end may move the other, and texts glide to their places. */
  do
    {
      first = plx_e2e_locate (self, title, start);
      last = plx_e2e_locate (self, title, end - 1);
      rest (self, GLIDE_US);
      again = plx_e2e_locate (self, title, start);
    }
  while (first.x != again.x || first.y != again.y);
  reversed = first.y == last.y && last.x < first.x;
  from = reversed ? first.x + first.width - 1 : first.x + 1;
  to = reversed ? last.x + 1 : last.x + last.width - 1;
  plx_e2e_drag (self, from, first.y + first.height / 2, to, last.y + last.height / 2);
}

static void
tap (PlxE2e *self,
     KeySym symbol,
     gboolean down)
{
  KeyCode code = XKeysymToKeycode (self->display, symbol);

  g_assert_cmpint (code, !=, 0);
  XTestFakeKeyEvent (self->display, code, down, CurrentTime);
  rest (self, HAND_US);
}

static KeySym
key_from_name (const char *name)
{
  static const struct
  {
    const char *name;
    KeySym symbol;
  } modifiers[] = {
    { "ctrl", XK_Control_L },
    { "shift", XK_Shift_L },
    { "alt", XK_Alt_L },
  };
  KeySym symbol;

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (g_str_equal (modifiers[i].name, name))
      return modifiers[i].symbol;
  symbol = XStringToKeysym (name);
  g_assert_cmpint (symbol, !=, NoSymbol);
  return symbol;
}

void
plx_e2e_key (PlxE2e *self,
             const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, "+", -1);
  int n = (int) g_strv_length (names);

  for (int i = 0; i < n; i++)
    tap (self, key_from_name (names[i]), TRUE);
  for (int i = n; i-- > 0;)
    tap (self, key_from_name (names[i]), FALSE);
  rest (self, CLICK_US);
}

void
plx_e2e_hold (PlxE2e *self,
              const char *key,
              gboolean down)
{
  tap (self, key_from_name (key), down);
}

void
plx_e2e_type (PlxE2e *self,
              const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      KeySym symbol = *p == '/' ? XK_slash : *p == '-' ? XK_minus
                                         : *p == '.'   ? XK_period
                                         : *p == '_'   ? XK_underscore
                                         : *p == ' '   ? XK_space
                                                       : (KeySym) *p;
      gboolean shifted = g_ascii_isupper (*p) || *p == '_';

      if (shifted)
        tap (self, XK_Shift_L, TRUE);
      tap (self, symbol, TRUE);
      tap (self, symbol, FALSE);
      if (shifted)
        tap (self, XK_Shift_L, FALSE);
    }
  rest (self, CLICK_US);
}

void
plx_e2e_screenshot (PlxE2e *self,
                    const char *name)
{
  const char *folder = g_getenv ("PARALLAX_E2E_SHOTS");
  g_autofree char *file = NULL;
  g_autoptr (GSubprocess) import = NULL;

  if (folder == NULL)
    return;
  g_usleep (300000);
  file = g_strdup_printf ("%s/%s.png", folder, name);
  import = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "import", "-window", "root", file, NULL);
  if (import != NULL)
    g_subprocess_wait (import, NULL, NULL);
}
