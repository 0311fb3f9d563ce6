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

/* Of AtspiRelationType */
#define RELATION_LABELLED_BY 2

void
plx_a11y_node_free (PlxA11yNode *self)
{
  g_free (self->bus_name);
  g_free (self->path);
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

/* From GTK 4.10 on, what is named by a label says so and leaves the name to it. */
static char *
dup_name_of_label (const char *name,
                   const char *path)
{
  g_autoptr (GVariant) reply = call (name, path, ACCESSIBLE, "GetRelationSet", NULL);
  g_autoptr (GVariantIter) relations = NULL;
  GVariantIter *targets;
  const char *target_name, *target_path;
  char *found = NULL;
  guint type;

  if (reply == NULL)
    return NULL;
  g_variant_get (reply, "(a(ua(so)))", &relations);
  while (g_variant_iter_next (relations, "(ua(so))", &type, &targets))
    {
      while (g_variant_iter_next (targets, "(&s&o)", &target_name, &target_path))
        if (type == RELATION_LABELLED_BY && found == NULL)
          found = dup_property (target_name, target_path, "Name");
      g_variant_iter_free (targets);
    }
  return found;
}

static char *
dup_name (const char *name,
          const char *path)
{
  g_autofree char *own = dup_property (name, path, "Name");
  char *of_label = *own == '\0' ? dup_name_of_label (name, path) : NULL;

  return of_label != NULL ? of_label : g_steal_pointer (&own);
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
  node->bus_name = g_strdup (name);
  node->path = g_strdup (path);
  node->name = dup_name (name, path);
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

/* What is told */

static GPtrArray *heard;

static void
told_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *signal,
         GVariant *parameters,
         gpointer data)
{
  g_autoptr (GVariant) value = NULL;
  const char *detail;

  g_variant_get (parameters, "(&siiva{sv})", &detail, NULL, NULL, &value, NULL);
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return;
  if (g_str_equal (signal, "PropertyChange") && !g_str_equal (detail, "accessible-description"))
    return;
  g_test_message ("told: %s", g_variant_get_string (value, NULL));
  g_ptr_array_add (heard, g_variant_dup_string (value, NULL));
}

void
plx_a11y_listen (void)
{
  static const char *const signals[] = { "PropertyChange", "Announcement" };
  static const char *const events[] = { "object:property-change", "object:announcement" };

  if (heard != NULL)
    {
      g_ptr_array_set_size (heard, 0);
      return;
    }
  heard = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autoptr (GVariant) reply = call (REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent",
                                         g_variant_new ("(s@ass)", events[i], g_variant_new_strv (NULL, 0), ""));

      g_assert_nonnull (reply);
      g_dbus_connection_signal_subscribe (get_bus (), NULL, "org.a11y.atspi.Event.Object", signals[i], NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                          told_cb, NULL, NULL);
    }
}

static gboolean
has_heard (const char *words)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < heard->len; i++)
    if (strstr (g_ptr_array_index (heard, i), words) != NULL)
      {
        g_ptr_array_remove_range (heard, 0, i + 1);
        return TRUE;
      }
  return FALSE;
}

void
plx_a11y_wait_heard (const char *words)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;

  while (!has_heard (words))
    {
      if (g_get_monotonic_time () > until)
        g_error ("A screen reader was not told “%s”", words);
      g_usleep (20000);
    }
}

/* What is asked for */

static gboolean
try_act (const char *role,
         const char *name)
{
  g_autoptr (GPtrArray) nodes = plx_a11y_list ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxA11yNode *node = g_ptr_array_index (nodes, i);
      g_autoptr (GVariant) reply = NULL;
      gboolean done = FALSE;

      /* From GTK 4.10 on, a button that stays down is a toggle button. */
      if (!g_str_has_suffix (node->role, role) || !g_str_equal (node->name, name))
        continue;
      reply = call (node->bus_name, node->path, "org.a11y.atspi.Action", "DoAction", g_variant_new ("(i)", 0));
      if (reply != NULL)
        g_variant_get (reply, "(b)", &done);
      if (done)
        return TRUE;
    }
  return FALSE;
}

void
plx_a11y_act (const char *role,
              const char *name)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;

  while (!try_act (role, name))
    {
      if (g_get_monotonic_time () > until)
        g_error ("Nothing to act on: the %s “%s”", role, name);
      g_usleep (50000);
    }
}
