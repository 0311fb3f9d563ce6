/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-private.h"

#include "plx-test-dir.h"

#include <string.h>

#define OBJECT_PATH "/org/parallaxworkbench/Parallax"

/* How often an answer is looked for, and whether the program still lives. */
#define ANSWER_US 4000
#define LIFE_SIGN 50

/* How long the program looks for rest before it says what it is doing. */
#define SETTLE_MS 2000
#define HURRIED_SETTLE_MS 300

/* A text of 10 MB is measured for 15 seconds of processor time, of which there may
 * be little where much else runs. */
#define WORK_PATIENCE_US (4 * PLX_E2E_PATIENCE_US)

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
  plx_e2e_explain_failures (self);
  return self;
}

void
plx_e2e_free (PlxE2e *self)
{
  plx_e2e_forget_failures (self);
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
  plx_e2e_await_end (self);
  if (g_subprocess_get_if_signaled (self->program))
    g_printerr ("The program was ended by signal %d\n", g_subprocess_get_term_sig (self->program));
  else
    g_printerr ("The program ended with status %d\n", g_subprocess_get_exit_status (self->program));
}

/* The answer of a program that may be ending, %NULL when it has. */
static char *
await_answer (PlxE2e *self,
              const char *action)
{
  gint64 end = g_get_monotonic_time () + PLX_E2E_PATIENCE_US;
  char *answer = NULL;

  for (guint n = 1; answer == NULL; n++)
    {
      if (g_get_monotonic_time () > end)
        g_error ("No answer to “%s” for a minute", action);
      g_usleep (ANSWER_US);
      answer = read_answer (self);
      if (answer == NULL && n % LIFE_SIGN == 0 && !plx_e2e_has_owner (self))
        return NULL;
    }
  return answer;
}

/* (transfer floating) parameter; %NULL when the program has ended. */
static JsonNode *
try_ask (PlxE2e *self,
         const char *action,
         GVariant *parameter)
{
  g_autoptr (GVariant) reply = NULL;
  g_autofree char *answer = NULL;
  GVariantBuilder parameters;
  GError *error = NULL;
  JsonNode *node;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (parameter != NULL)
    g_variant_builder_add (&parameters, "v", parameter);
  reply = g_dbus_connection_call_sync (self->bus, PLX_E2E_BUS_NAME, OBJECT_PATH, "org.gtk.Actions", "Activate",
                                       g_variant_new ("(sava{sv})", action, &parameters, NULL), NULL,
                                       G_DBUS_CALL_FLAGS_NO_AUTO_START, (int) (PLX_E2E_PATIENCE_US / 1000), NULL, NULL);
  answer = reply != NULL ? await_answer (self, action) : NULL;
  if (answer == NULL)
    return NULL;
  node = json_from_string (answer, &error);
  g_assert_no_error (error);
  return node;
}

/* (transfer floating) parameter */
static JsonNode *
ask (PlxE2e *self,
     const char *action,
     GVariant *parameter)
{
  JsonNode *node = try_ask (self, action, parameter);

  if (node == NULL)
    {
      tell_end (self);
      g_error ("There is nobody to answer “%s”", action);
    }
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

JsonNode *
plx_e2e_list_words (PlxE2e *self)
{
  return ask (self, "words", NULL);
}

static void
ask_done (PlxE2e *self,
          const char *action,
          GVariant *parameter,
          const char *what)
{
  g_autoptr (JsonNode) answer = ask (self, action, parameter);

  if (!json_object_get_boolean_member (json_node_get_object (answer), "done"))
    g_error ("Nothing on the screen can do “%s”", what);
  plx_e2e_settle (self);
}

void
plx_e2e_act (PlxE2e *self,
             const char *action)
{
  plx_e2e_settle (self);
  ask_done (self, "act", g_variant_new_string (action), action);
}

void
plx_e2e_resize (PlxE2e *self,
                int width,
                int height)
{
  ask_done (self, "resize", g_variant_new ("(ii)", width, height), "resize");
}

void
plx_e2e_set_hurried (PlxE2e *self,
                     gboolean hurried)
{
  self->hurried = hurried;
}

void
plx_e2e_settle (PlxE2e *self)
{
  gint64 start = g_get_monotonic_time ();
  guint patience = self->hurried ? HURRIED_SETTLE_MS : SETTLE_MS;
  const char *busy = "";

  XSync (self->display, False);
  /* What was done may have ended the program. */
  while (busy != NULL)
    {
      g_autoptr (JsonNode) answer = try_ask (self, "settle", g_variant_new_uint32 (patience));
      JsonObject *object;

      if (answer == NULL)
        return;
      object = json_node_get_object (answer);
      busy = json_object_get_null_member (object, "busy") ? NULL : json_object_get_string_member (object, "busy");
      if (self->hurried)
        return;
      if (busy != NULL && g_get_monotonic_time () - start > (g_str_equal (busy, "working") ? WORK_PATIENCE_US : PLX_E2E_PATIENCE_US))
        g_error ("The window does not come to rest: %s", busy);
    }
}

void
plx_e2e_wait (PlxE2e *self,
              gboolean (*condition) (JsonObject *state, gpointer data),
              gpointer data,
              const char *what)
{
  gint64 end = g_get_monotonic_time () + PLX_E2E_PATIENCE_US;

  for (;;)
    {
      g_autoptr (JsonNode) state = plx_e2e_dump (self);

      if (condition (json_node_get_object (state), data))
        return;
      if (g_get_monotonic_time () > end)
        g_error ("Waited in vain for %s", what);
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
  gint64 end = g_get_monotonic_time () + PLX_E2E_PATIENCE_US;

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
        g_error ("Nowhere on the screen: %s", what);
      g_usleep (20000);
    }
}

/* Where something has come to rest: asking may bring it into view, and what was
 * done last may still move it. */
static PlxE2eRect
locate (PlxE2e *self,
        const char *action,
        GVariant *parameter,
        const char *what)
{
  gint64 end = g_get_monotonic_time () + PLX_E2E_PATIENCE_US;
  g_autoptr (GVariant) held = g_variant_ref_sink (parameter);
  PlxE2eRect rect, last;

  plx_e2e_settle (self);
  rect = ask_rect (self, action, held, what);
  do
    {
      if (g_get_monotonic_time () > end)
        g_error ("It never comes to rest: %s", what);
      last = rect;
      plx_e2e_settle (self);
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
  return locate (self, "geometry", g_variant_new ("(si)", title, offset), title);
}

PlxE2eRect
plx_e2e_locate_count (PlxE2e *self,
                      const char *title,
                      int offset)
{
  return locate (self, "count-geometry", g_variant_new ("(si)", title, offset), title);
}

PlxE2eRect
plx_e2e_locate_widget (PlxE2e *self,
                       const char *name)
{
  return locate (self, "widget-geometry", g_variant_new_string (name), name);
}

PlxE2eRect
plx_e2e_locate_cell (PlxE2e *self,
                     int row,
                     int column)
{
  return locate (self, "cell-geometry", g_variant_new ("(ii)", row, column), "a cell");
}

PlxE2eRect
plx_e2e_locate_mark (PlxE2e *self,
                     int mark)
{
  return locate (self, "mark-geometry", g_variant_new_int32 (mark), "a mark");
}

PlxE2eRect
plx_e2e_locate_port (PlxE2e *self,
                     const char *title)
{
  return locate (self, "port-geometry", g_variant_new_string (title), title);
}

PlxE2eRect
plx_e2e_locate_handle (PlxE2e *self,
                       const char *title,
                       int fragment,
                       gboolean at_end)
{
  return locate (self, "handle-geometry", g_variant_new ("(sib)", title, fragment, at_end), title);
}

gboolean
plx_e2e_has_widget (PlxE2e *self,
                    const char *name)
{
  g_autoptr (JsonNode) answer = ask (self, "widget-geometry", g_variant_new_string (name));

  return json_object_has_member (json_node_get_object (answer), "x");
}

void
plx_e2e_wait_gone (PlxE2e *self,
                   const char *name)
{
  gint64 end = g_get_monotonic_time () + PLX_E2E_PATIENCE_US;

  while (plx_e2e_has_widget (self, name))
    {
      if (g_get_monotonic_time () > end)
        g_error ("Still on the screen: %s", name);
      g_usleep (20000);
    }
}
