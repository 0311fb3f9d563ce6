/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plx-application.h"

#include "app/plx-test-hook.h"
#include "compat/plx-direction.h"
#include "compat/plx-inner-names.h"
#include "compat/plx-opaque.h"
#include "compat/plx-portal.h"
#include "compat/plx-settings-trouble.h"
#include "compat/plx-settings.h"
#include "dialogs/plx-about.h"
#include "dialogs/plx-new-project-dialog.h"
#include "dialogs/plx-preferences.h"
#include "dialogs/plx-shortcuts.h"
#include "help/plx-help-window.h"
#include "store/plx-library.h"
#include "window/plx-window.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define ICON_DELAY_SECONDS 1

/* Width of the caret to its height: who works by keyboard must find it at once
 * in a page of text. */
#define CARET_ASPECT 0.09

struct _PlxApplication
{
  AdwApplication parent_instance;

  PlxTestHook *hook;   /* (owned) (nullable): only in tests */
  GSettings *settings; /* (owned) (nullable) */
  guint icon_id;
  gboolean looked; /* whether settings are kept */
};

G_DEFINE_FINAL_TYPE (PlxApplication, plx_application, ADW_TYPE_APPLICATION)

/* Opening */

/* The project of last time, if it is still there. */
static GFile *
dup_last_project (void)
{
  g_autoptr (GSettings) settings = plx_settings_new ();
  g_autofree char *path = plx_settings_dup_string (settings, "last-project");

  if (*path == '\0' || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_file_new_for_path (path);
}

/* The one that was looked at last; not one that stands beside another. */
static GtkWindow *
find_window (PlxApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  return window;
}

static void
plx_application_activate (GApplication *application)
{
  GtkWindow *window = find_window (PLX_APPLICATION (application));
  g_autoptr (GFile) last = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  last = dup_last_project ();
  if (last != NULL)
    plx_window_open (GTK_APPLICATION (application), last, FALSE);
  else
    plx_window_show_start (GTK_APPLICATION (application));
}

static void
plx_application_open (GApplication *application,
                      GFile **files,
                      int n_files,
                      const char *hint)
{
  for (int i = 0; i < n_files; i++)
    plx_window_open (GTK_APPLICATION (application), files[i], FALSE);
}

/* Actions */

/* The window that a question belongs to. */
static GtkWindow *
get_window (PlxApplication *self)
{
  GtkWindow *window = find_window (self);

  if (window != NULL)
    return window;
  return GTK_WINDOW (plx_window_show_start (GTK_APPLICATION (self)));
}

static void
named_cb (GFile *file,
          gpointer data)
{
  plx_window_open (GTK_APPLICATION (data), file, TRUE);
}

static void
new_project_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  plx_new_project_dialog_show (get_window (data), NULL, named_cb, data, NULL);
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int response,
           PlxApplication *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    plx_window_open (GTK_APPLICATION (self), file, FALSE);
  g_object_unref (chooser);
}

/* @folder is where to look first, if it is known. */
static void
choose_project (PlxApplication *self,
                const char *folder)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Open a Project"), get_window (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  g_autoptr (GtkFileFilter) projects = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GFile) start = folder != NULL ? g_file_new_for_path (folder) : NULL;

  gtk_file_filter_set_name (projects, _ ("Parallax projects"));
  gtk_file_filter_add_suffix (projects, &PLX_PROJECT_SUFFIX[1]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), projects);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  if (start != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), start, NULL);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  plx_portal_show_chooser (chooser);
}

static void
open_project_cb (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  g_autofree char *folder = plx_library_dup_folder (NULL);

  choose_project (data, folder);
}

static void
open_backup_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  g_autofree char *folder = plx_library_dup_backup_folder ("", NULL);

  choose_project (data, folder);
}

static void
projects_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  plx_window_show_start (GTK_APPLICATION (data));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  /* The guide has a page of them, which goes into every window. */
  if (!plx_shortcuts_show (get_window (data)))
    plx_help_window_show ("keyboard");
}

static void
help_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  plx_help_window_show ("index");
}

static void
preferences_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  plx_preferences_show (get_window (data));
}

static void
about_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  plx_about_show (get_window (data));
}

/* Closes every window, so that each finishes its work; the application ends
 * when the last one has.  One may take others with it. */
static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (data)), (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    if (PLX_IS_WINDOW (l->data))
      gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

static void
add_actions (PlxApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "new-project", .activate = new_project_cb },
    { .name = "open-project", .activate = open_project_cb },
    { .name = "open-backup", .activate = open_backup_cb },
    { .name = "projects", .activate = projects_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "help", .activate = help_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.new-project", { "<Control>n" } },
    { "app.open-project", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.shortcuts", { "<Control>question" } },
    { "app.help", { "F1" } },
    { "app.quit", { "<Control>q" } },
    { "win.import", { "<Control>i" } },
    { "win.paste-article", { "<Control><Shift>v" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.search", { "<Control><Shift>s" } },
    { "window.close", { "<Control><Shift>w" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

/* The life of the application */

/* Where windows carry their icon, it is drawn in many sizes; the first frame
 * does not wait for that. */
static gboolean
set_icon_cb (gpointer data)
{
  PLX_APPLICATION (data)->icon_id = 0;
  gtk_window_set_default_icon_name (PLX_APP_ID);
  return G_SOURCE_REMOVE;
}

static void
follow_colour_scheme_cb (PlxApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  int chosen = plx_settings_get_enum (self->settings, "colour-scheme", 0);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[CLAMP (chosen, 0, (int) G_N_ELEMENTS (schemes) - 1)]);
}

static void
follow_settings (PlxApplication *self)
{
  self->settings = plx_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::colour-scheme", G_CALLBACK (follow_colour_scheme_cb), self, G_CONNECT_SWAPPED);
  follow_colour_scheme_cb (self);
}

/* Once, in whichever window comes first. */
static void
plx_application_window_added (GtkApplication *application,
                              GtkWindow *window)
{
  PlxApplication *self = PLX_APPLICATION (application);
  g_autofree char *trouble = NULL;

  GTK_APPLICATION_CLASS (plx_application_parent_class)->window_added (application, window);
  if (self->looked || !PLX_IS_WINDOW (window))
    return;
  self->looked = TRUE;
  trouble = plx_settings_trouble_find (self->settings);
  if (trouble != NULL)
    plx_window_tell_forgetful (PLX_WINDOW (window));
}

static void
plx_application_startup (GApplication *application)
{
  PlxApplication *self = PLX_APPLICATION (application);

  G_APPLICATION_CLASS (plx_application_parent_class)->startup (application);
  plx_direction_init ();
  plx_inner_names_init ();
  plx_opaque_init (gdk_display_get_default ());
  self->icon_id = g_timeout_add_seconds (ICON_DELAY_SECONDS, set_icon_cb, self);
  add_actions (self);
  follow_settings (self);
  g_object_set (gtk_settings_get_default (), "gtk-cursor-aspect-ratio", CARET_ASPECT, NULL);
  self->hook = plx_test_hook_new (GTK_APPLICATION (self));
}

/* GTK crashes without any.  It asks for this one in any case: nothing is done twice. */
static gboolean
has_fonts (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *description = pango_font_description_from_string ("Sans");
  PangoFont *font = pango_font_map_load_font (map, context, description);
  gboolean found = font != NULL;

  g_clear_object (&font);
  pango_font_description_free (description);
  g_object_unref (context);
  return found;
}

static int
plx_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Parallax %s\n", PLX_VERSION);
      return 0;
    }
  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _ ("Parallax finds no screen. Start it in a desktop session, or use parallax-cli, which needs none."));
      return 1;
    }
  if (!has_fonts ())
    {
      g_printerr ("%s\n", _ ("Parallax finds no fonts. Install some, such as Noto, or use parallax-cli, which needs none."));
      return 1;
    }
  return -1;
}

static void
plx_application_finalize (GObject *object)
{
  PlxApplication *self = PLX_APPLICATION (object);

  g_clear_handle_id (&self->icon_id, g_source_remove);
  g_clear_pointer (&self->hook, plx_test_hook_free);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (plx_application_parent_class)->finalize (object);
}

static void
plx_application_class_init (PlxApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_application_finalize;
  GTK_APPLICATION_CLASS (klass)->window_added = plx_application_window_added;
  application_class->startup = plx_application_startup;
  application_class->activate = plx_application_activate;
  application_class->open = plx_application_open;
  application_class->handle_local_options = plx_application_handle_local_options;
}

static void
plx_application_init (PlxApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[PROJECT…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Reads several accounts of one event side by side and marks what they claim."));
}

PlxApplication *
plx_application_new (void)
{
  return g_object_new (PLX_TYPE_APPLICATION,
                       "application-id", PLX_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/parallaxworkbench/Parallax",
                       NULL);
}
