/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-a11y.h"

#include <string.h>

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define REGISTRY "org.a11y.atspi.Registry"
#define ROOT "/org/a11y/atspi/accessible/root"
#define PATIENCE_US (60 * G_USEC_PER_SEC)
#define MAX_DEPTH 60

/* Numbers of AtspiStateType */
#define STATE_FOCUSABLE 11
#define STATE_FOCUSED 12
#define STATE_VISIBLE 30

void
plx_a11y_node_free (PlxA11yNode *self)
{
  g_free (self->name);
  g_free (self->description);
  g_free (self->role);
  g_free (self);
}

static GDBusConnection *
get_bus (void)
{
  static GDBusConnection *bus;
  g_autoptr (GDBusConnection) session = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  const char *address;

  if (bus != NULL)
    return bus;
  session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                       G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  return bus;
}

/* %NULL if the object is gone by now. */
static GVariant *
call (const char *name,
      const char *path,
      const char *interface,
      const char *method,
      GVariant *parameters)
{
  return g_dbus_connection_call_sync (get_bus (), name, path, interface, method, parameters, NULL, G_DBUS_CALL_FLAGS_NONE, 5000, NULL, NULL);
}

static char *
dup_property (const char *name,
              const char *path,
              const char *property)
{
  g_autoptr (GVariant) reply = call (name, path, "org.freedesktop.DBus.Properties", "Get", g_variant_new ("(ss)", ACCESSIBLE, property));
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL)
    return g_strdup ("");
  g_variant_get (reply, "(v)", &value);
  return g_variant_dup_string (value, NULL);
}

static char *
dup_role (const char *name,
          const char *path)
{
  g_autoptr (GVariant) reply = call (name, path, ACCESSIBLE, "GetRoleName", NULL);
  char *role;

  if (reply == NULL)
    return g_strdup ("");
  g_variant_get (reply, "(s)", &role);
  return role;
}

static gboolean
has_state (GVariant *reply,
           guint state)
{
  g_autoptr (GVariant) words = reply != NULL ? g_variant_get_child_value (reply, 0) : NULL;
  gsize n = 0;
  const guint32 *bits = words != NULL ? g_variant_get_fixed_array (words, &n, sizeof (guint32)) : NULL;

  return state / 32 < n && (bits[state / 32] & (1u << (state % 32))) != 0;
}

static void
walk (const char *name,
      const char *path,
      int depth,
      GPtrArray *nodes)
{
  g_autoptr (GVariant) states = call (name, path, ACCESSIBLE, "GetState", NULL);
  g_autoptr (GVariant) children = NULL;
  g_autoptr (GVariantIter) iter = NULL;
  const char *child_name, *child_path;
  PlxA11yNode *node;

  /* The root of a program has no states.  What is hidden is passed over with all
   * that is in it. */
  if (depth > 0 && !has_state (states, STATE_VISIBLE))
    return;
  node = g_new0 (PlxA11yNode, 1);
  node->name = dup_property (name, path, "Name");
  node->role = dup_role (name, path);
  node->is_focusable = has_state (states, STATE_FOCUSABLE);
  node->is_focused = has_state (states, STATE_FOCUSED);
  node->description = node->is_focused ? dup_property (name, path, "Description") : g_strdup ("");
  g_ptr_array_add (nodes, node);
  children = call (name, path, ACCESSIBLE, "GetChildren", NULL);
  if (children == NULL || depth > MAX_DEPTH)
    return;
  g_variant_get (children, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", &child_name, &child_path))
    walk (child_name, child_path, depth + 1, nodes);
}

GPtrArray *
plx_a11y_list (void)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_a11y_node_free);
  g_autoptr (GVariant) programs = call (REGISTRY, ROOT, ACCESSIBLE, "GetChildren", NULL);
  g_autoptr (GVariantIter) iter = NULL;
  const char *name, *path;

  g_assert_nonnull (programs);
  g_variant_get (programs, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", &name, &path))
    walk (name, path, 0, nodes);
  return nodes;
}

/* The description of the text that has the focus. */
static char *
dup_said (void)
{
  g_autoptr (GPtrArray) nodes = plx_a11y_list ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxA11yNode *node = g_ptr_array_index (nodes, i);

      if (node->is_focused && g_str_equal (node->role, "text box"))
        return g_strdup (node->description);
    }
  return NULL;
}

void
plx_a11y_wait_described (const char *words)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  g_autofree char *said = NULL;

  do
    {
      g_free (said);
      said = dup_said ();
      if (said != NULL && (*words != '\0' ? strstr (said, words) != NULL : *said == '\0'))
        return;
      g_usleep (50000);
    }
  while (g_get_monotonic_time () < until);
  g_error ("The text says “%s”, not “%s”", said != NULL ? said : "(no text has the focus)", words);
}
