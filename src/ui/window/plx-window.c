/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-window-private.h"

#include "compat/plx-contrast.h"
#include "compat/plx-isolate.h"
#include "compat/plx-settings.h"
#include "compat/plx-steady.h"
#include "dialogs/plx-message.h"
#include "store/plx-place.h"
#include "window/plx-closing.h"
#include "window/plx-opener.h"
#include "window/plx-start-actions.h"

#include <glib/gi18n.h>

#define DEFAULT_WIDTH 1400
#define DEFAULT_HEIGHT 900
#define LEAST_SIZE 200

/* Opening takes this long before a window that waits is worth showing. */
#define PATIENCE_MS 150

G_DEFINE_FINAL_TYPE (PlxWindow, plx_window, ADW_TYPE_APPLICATION_WINDOW)

/* Finding */

char *
plx_window_dup_place (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL ? plx_place_resolve (path) : g_file_get_uri (file);
}

PlxWindow *
plx_window_find (GtkApplication *application,
                 const char *place)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (PLX_IS_WINDOW (l->data) && g_strcmp0 (PLX_WINDOW (l->data)->place, place) == 0)
      return l->data;
  return NULL;
}

static PlxWindow *
window_new (GtkApplication *application)
{
  return g_object_new (PLX_TYPE_WINDOW, "application", application, NULL);
}

/* A window that has no project: @place is NULL there. */
static PlxWindow *
find_or_make_free (GtkApplication *application)
{
  PlxWindow *window = plx_window_find (application, NULL);

  return window != NULL ? window : window_new (application);
}

/* Opening */

static gboolean
spin_cb (gpointer data)
{
  PlxWindow *self = data;

  self->spinner_id = 0;
  gtk_spinner_start (self->spinner);
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
stop_waiting (PlxWindow *self)
{
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

static void
show_start (PlxWindow *self)
{
  g_clear_pointer (&self->place, g_free);
  plx_window_forget_arrivals (self);
  gtk_window_set_title (GTK_WINDOW (self), "Parallax");
  if (self->start_page == NULL)
    {
      self->start_page = g_object_new (PLX_TYPE_START_PAGE, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->start_page), "start");
    }
  plx_start_page_refresh (self->start_page);
  gtk_stack_set_visible_child_name (self->stack, "start");
}

typedef struct
{
  PlxWindow *window;         /* (owned) */
  GApplication *application; /* (owned), held: a window that is closed meanwhile still leaves a project to close */
  GFile *file;               /* (owned) */
} Opening;

static void
opening_free (Opening *opening)
{
  g_application_release (opening->application);
  g_object_unref (opening->application);
  g_object_unref (opening->window);
  g_object_unref (opening->file);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void begin (PlxWindow *self,
                   GFile *file,
                   gboolean create);

static void
remedy_cb (AdwMessageDialog *dialog,
           const char *response,
           PlxWindow *self)
{
  if (g_strcmp0 (response, "backups") == 0)
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), "open-backup", NULL);
  else if (g_strcmp0 (response, "salvage") == 0)
    plx_start_salvage (GTK_WIDGET (self->start_page), g_object_get_data (G_OBJECT (dialog), "path"));
}

static void
tell_failure (PlxWindow *self,
              GFile *file,
              const GError *error)
{
  GtkWidget *dialog = plx_message_show_error (GTK_WINDOW (self), file, error);
  const char *path = g_file_peek_path (file);

  if (!g_error_matches (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT))
    return;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "backups", _ ("_Open a Backup…"));
  if (path != NULL)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "salvage", _ ("_Salvage into a New Project"));
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remedy_cb), self, 0);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Opening) opening = data;
  PlxWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  gboolean is_copy = FALSE;
  PlxProject *project = plx_opener_open_finish (result, &is_copy, &error);

  if (self->closed)
    {
      if (project != NULL)
        plx_closing_start (opening->application, plx_session_new (project));
      g_clear_object (&project);
      return;
    }
  stop_waiting (self);
  if (project != NULL)
    plx_window_take_project (self, project, is_copy);
  else
    show_start (self);
  gtk_window_present (GTK_WINDOW (self));
  if (project != NULL)
    return;
  tell_failure (self, opening->file, error);
}

static void
begin (PlxWindow *self,
       GFile *file,
       gboolean create)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->application = g_object_ref (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  opening->file = g_object_ref (file);
  g_application_hold (opening->application);

  g_free (self->place);
  self->place = plx_window_dup_place (file);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  self->spinner_id = g_timeout_add (PATIENCE_MS, spin_cb, self);
  plx_opener_open_async (file, create, opened_cb, opening);
}

/* A file from elsewhere whose namesake is in the library already: probably the
 * working copy of last time. */

typedef struct
{
  PlxWindow *window; /* (owned) */
  GFile *file;       /* (owned) */
  GFile *namesake;   /* (owned) */
} Choice;

static void
choice_free (gpointer data,
             GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->window);
  g_object_unref (choice->file);
  g_object_unref (choice->namesake);
  g_free (choice);
}

static void
chosen_cb (AdwMessageDialog *dialog,
           const char *response,
           gpointer data)
{
  Choice *choice = data;
  PlxWindow *self = choice->window;

  if (self->closed)
    return;
  if (g_strcmp0 (response, "copy") == 0)
    begin (self, choice->file, FALSE);
  else
    {
      show_start (self);
      if (g_strcmp0 (response, "library") == 0)
        plx_window_open (gtk_window_get_application (GTK_WINDOW (self)), choice->namesake, FALSE);
    }
}

static void
ask_which (PlxWindow *self,
           GFile *file,
           GFile *namesake)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Open the Copy in the Library?"), NULL);
  g_autofree char *parse_name = g_file_get_parse_name (file);
  g_autofree char *name = plx_isolate (parse_name);
  g_autofree char *body = g_strdup_printf (_ ("Parallax cannot work safely on “%s”, because it lies on a network or outside the sandbox. The library already has a project of that name, perhaps a working copy of it."), name);
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (self);
  choice->file = g_object_ref (file);
  choice->namesake = g_object_ref (namesake);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _ ("_Cancel"),
                                    "copy", _ ("_Make Another Copy"),
                                    "library", _ ("_Open the One in the Library"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "library");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "library", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), choice, choice_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

PlxWindow *
plx_window_open (GtkApplication *application,
                 GFile *file,
                 gboolean create)
{
  g_autofree char *place = plx_window_dup_place (file);
  g_autoptr (GFile) namesake = plx_opener_needs_copy (file) ? plx_opener_dup_namesake (file) : NULL;
  PlxWindow *window = plx_window_find (application, place);

  if (window == NULL)
    {
      window = find_or_make_free (application);
      if (namesake != NULL)
        {
          gtk_window_present (GTK_WINDOW (window));
          window->place = g_steal_pointer (&place);
          ask_which (window, file, namesake);
        }
      else
        begin (window, file, create);
    }
  else
    gtk_window_present (GTK_WINDOW (window));
  return window;
}

PlxWindow *
plx_window_show_start (GtkApplication *application)
{
  PlxWindow *window = find_or_make_free (application);

  show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

PlxSession *
plx_window_get_session (PlxWindow *self)
{
  return self->session;
}

/* The window itself */

static void
restore_size (PlxWindow *self)
{
  int width = plx_settings_get_int (self->settings, "window-width", DEFAULT_WIDTH);
  int height = plx_settings_get_int (self->settings, "window-height", DEFAULT_HEIGHT);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               width >= LEAST_SIZE ? width : DEFAULT_WIDTH,
                               height >= LEAST_SIZE ? height : DEFAULT_HEIGHT);
  if (plx_settings_get_boolean (self->settings, "window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_size (PlxWindow *self)
{
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  plx_settings_set_value (self->settings, "window-width", g_variant_new_int32 (width));
  plx_settings_set_value (self->settings, "window-height", g_variant_new_int32 (height));
  plx_settings_set_value (self->settings, "window-maximized", g_variant_new_boolean (gtk_window_is_maximized (GTK_WINDOW (self))));
}

static gboolean
plx_window_close_request (GtkWindow *window)
{
  PlxWindow *self = PLX_WINDOW (window);

  self->closed = TRUE;
  remember_size (self);
  stop_waiting (self);
  plx_window_leave_project (self);
  return GTK_WINDOW_CLASS (plx_window_parent_class)->close_request (window);
}

static void
plx_window_dispose (GObject *object)
{
  PlxWindow *self = PLX_WINDOW (object);

  self->closed = TRUE;
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  plx_window_leave_project (self);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_weak_pointer (&self->complaint);
  plx_window_forget_arrivals (self);
  g_clear_pointer (&self->place, g_free);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_WINDOW);
  G_OBJECT_CLASS (plx_window_parent_class)->dispose (object);
}

/* Comes before those who listen to the window. */
static void
plx_window_notify (GObject *object,
                   GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "focus-widget"))
    plx_steady_focus_changed (GTK_WINDOW (object));
  if (G_OBJECT_CLASS (plx_window_parent_class)->notify != NULL)
    G_OBJECT_CLASS (plx_window_parent_class)->notify (object, pspec);
}

static void
plx_window_class_init (PlxWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_window_dispose;
  object_class->notify = plx_window_notify;
  GTK_WINDOW_CLASS (klass)->close_request = plx_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, spinner);
  plx_window_class_install_actions (widget_class);
}

static void
plx_window_init (PlxWindow *self)
{
  self->settings = plx_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_contrast_follow (GTK_WIDGET (self));
  restore_size (self);
  plx_window_accept_drops (self);
  plx_window_follow_settings (self);
  plx_window_update_actions (self);
}
