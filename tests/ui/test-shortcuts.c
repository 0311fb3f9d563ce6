/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window that tells the keys tells all of them. */

#include "config.h"

#include "app/plx-application.h"
#include "compat/plx-key-words.h"
#include "dialogs/plx-shortcuts.h"
#include "reader/plx-reader.h"

#include <adwaita.h>
#include <string.h>

#define UI "/org/parallaxworkbench/Parallax/ui/"

/* The same key on another part of the keyboard, or of the same meaning. */
static const struct
{
  const char *alias;
  const char *key;
} aliases[] = {
  { "KP_Enter", "Return" },
  { "ISO_Enter", "Return" },
  { "KP_Space", "space" },
  { "KP_Delete", "Delete" },
  { "KP_Add", "plus" },
  { "KP_Subtract", "minus" },
  { "<Shift>plus", "plus" },
  { "KP_Page_Up", "Page_Up" },
  { "KP_Page_Down", "Page_Down" },
  { "<Control>equal", "<Control>plus" },
  { "<Control>KP_Add", "<Control>plus" },
  { "<Control>KP_Subtract", "<Control>minus" },
  { "<Control>KP_0", "<Control>0" },
};

/* Members: accelerators, parsed and named again. */
static GHashTable *told;

static char *
normalize (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;

  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].alias, accelerator))
      accelerator = aliases[i].key;
  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    g_error ("“%s” is no key", accelerator);
  return gtk_accelerator_name (key, modifiers);
}

/* `1...9` stands for all of them. */
static void
add_told (const char *accelerator)
{
  const char *dots = strstr (accelerator, "...");

  if (dots == NULL)
    {
      g_hash_table_add (told, normalize (accelerator));
      return;
    }
  for (char c = dots[-1]; c <= dots[3]; c++)
    {
      g_autofree char *single = g_strdup_printf ("%.*s%c", (int) (dots - accelerator - 1), accelerator, c);

      g_hash_table_add (told, normalize (single));
    }
}

/* The contents of all elements that are @before and @after. */
static char **
list_in_resource (const char *name,
                  const char *before)
{
  g_autofree char *path = g_strconcat (UI, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_auto (GStrv) parts = NULL;
  GPtrArray *found = g_ptr_array_new ();

  g_assert_nonnull (bytes);
  parts = g_strsplit (g_bytes_get_data (bytes, NULL), before, -1);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_autofree char *text = g_strndup (parts[i], strcspn (parts[i], "/") - 1);
      g_auto (GStrv) opened = g_strsplit (text, "&lt;", -1);
      g_autofree char *half = g_strjoinv ("<", opened);
      g_auto (GStrv) closed = g_strsplit (half, "&gt;", -1);

      g_ptr_array_add (found, g_strjoinv (">", closed));
    }
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (found, FALSE);
}

static void
load_told (void)
{
  g_auto (GStrv) rows = list_in_resource ("plx-shortcuts.ui", "<property name=\"accelerator\">");

  told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert_nonnull (rows[0]);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) alternatives = g_strsplit (rows[i], " ", -1);

      for (guint j = 0; alternatives[j] != NULL; j++)
        add_told (alternatives[j]);
    }
}

static void
assert_told (const char *accelerator)
{
  g_autofree char *name = normalize (accelerator);

  if (!g_hash_table_contains (told, name))
    g_error ("The window of shortcuts does not tell %s", name);
}

static void
test_reader (void)
{
  g_auto (GStrv) keys = plx_reader_list_keys ();

  g_assert_nonnull (keys[0]);
  for (guint i = 0; keys[i] != NULL; i++)
    assert_told (keys[i]);
}

static void
test_application (void)
{
  g_autoptr (PlxApplication) application = plx_application_new ();
  g_auto (GStrv) actions = NULL;
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        assert_told (accels[j]);
    }
}

static void
test_window (gconstpointer resource)
{
  g_auto (GStrv) triggers = list_in_resource (resource, "<property name=\"trigger\">");

  g_assert_nonnull (triggers[0]);
  for (guint i = 0; triggers[i] != NULL; i++)
    {
      g_auto (GStrv) alternatives = g_strsplit (triggers[i], "|", -1);

      for (guint j = 0; alternatives[j] != NULL; j++)
        assert_told (alternatives[j]);
    }
}

/* It can be built, and each row has a title. */
static void
test_built (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (UI "plx-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (window);
}

/* GTK has nothing to say on how it is laid out, pages included (warnings are fatal). */
static void
test_shown (void)
{
  GtkWidget *parent = gtk_window_new ();
  GListModel *windows = gtk_window_get_toplevels ();

  gtk_window_present (GTK_WINDOW (parent));
  g_assert_true (plx_shortcuts_show (GTK_WINDOW (parent)));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 2);
  for (guint i = 2; i-- > 0;)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gtk_window_destroy (window);
    }
}

/* Very large letters make it wider than any screen: then it is not shown. */
static void
test_too_wide (void)
{
  GtkWidget *parent = gtk_window_new ();

  gtk_window_present (GTK_WINDOW (parent));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 6 * 96 * 1024, NULL);
  g_assert_false (plx_shortcuts_show (GTK_WINDOW (parent)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* Key caps name Control as menus do, in whatever language those speak. */
static void
test_caps (void)
{
  g_autofree char *menu = gtk_accelerator_get_label (GDK_KEY_r, GDK_CONTROL_MASK);
  g_autofree char *letter = plx_key_dup_control_words ("R");
  g_autofree char *sign = plx_key_dup_control_words ("⏎");
  size_t name = strcspn (menu, "+");

  g_assert_cmpint (strncmp (letter, menu, name), ==, 0);
  g_assert_cmpstr (letter + name, ==, " R");
  g_assert_cmpint (strncmp (sign, menu, name), ==, 0);
  g_assert_cmpstr (sign + name, ==, " ⏎");
}

int
main (int argc,
      char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_told ();
  g_test_add_func ("/ui/shortcuts/reader", test_reader);
  g_test_add_func ("/ui/shortcuts/application", test_application);
  g_test_add_data_func ("/ui/shortcuts/workbench", "plx-workbench.ui", test_window);
  g_test_add_data_func ("/ui/shortcuts/revision", "plx-revision-window.ui", test_window);
  g_test_add_func ("/ui/shortcuts/built", test_built);
  g_test_add_func ("/ui/shortcuts/shown", test_shown);
  g_test_add_func ("/ui/shortcuts/too-wide", test_too_wide);
  g_test_add_func ("/ui/shortcuts/caps", test_caps);
  status = g_test_run ();
  g_hash_table_unref (told);
  return status;
}
