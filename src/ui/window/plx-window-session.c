/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with a project: from opening to leaving it. */

#include "config.h"

#include "window/plx-window-private.h"

#include "compat/plx-settings.h"
#include "dialogs/plx-search-window.h"
#include "store/plx-place.h"
#include "window/plx-closing.h"
#include "window/plx-look-settings.h"
#include "window/plx-recent.h"

#include <glib/gi18n.h>

/* Filter */

static void
filter_changed_cb (PlxWindow *self)
{
  plx_settings_set_value (self->project_settings, "filter", plx_filter_save (plx_session_get_filter (self->session)));
}

static void
suggestions_changed_cb (PlxSuggester *suggester,
                        GParamSpec *pspec,
                        PlxWindow *self)
{
  plx_settings_set_value (self->settings, "suggestions", g_variant_new_boolean (plx_suggester_get_active (suggester)));
}

/* Articles */

static void
save_order (PlxWindow *self)
{
  plx_settings_set_value (self->project_settings, "articles",
                          plx_article_order_save (plx_document_list_get_order (plx_session_get_documents (self->session))));
}

/* Before there is a list that shows it. */
static void
restore_order (PlxWindow *self)
{
  g_autoptr (GVariant) saved = plx_settings_dup_value (self->project_settings, "articles", PLX_ARTICLE_ORDER_TYPE);
  g_autoptr (PlxArticleOrder) order = NULL;

  if (saved == NULL)
    return;
  order = plx_article_order_restore (plx_project_get_reader (plx_session_get_project (self->session)), saved);
  if (!plx_article_order_is_plain (order))
    plx_document_list_set_order (plx_session_get_documents (self->session), order);
}

static void
restore_suggestions (PlxWindow *self)
{
  PlxSuggester *suggester = plx_session_get_suggester (self->session);

  plx_suggester_set_active (suggester, plx_settings_get_boolean (self->settings, "suggestions", FALSE));
  g_signal_connect_object (suggester, "notify::active", G_CALLBACK (suggestions_changed_cb), self, 0);
}

static void
restore_filter (PlxWindow *self)
{
  g_autoptr (GVariant) saved = plx_settings_dup_value (self->project_settings, "filter", PLX_FILTER_TYPE);

  if (saved != NULL)
    plx_filter_restore (plx_session_get_filter (self->session), saved);
}

/* Preferences that outlive the window */

static void
snap_changed_cb (PlxWindow *self)
{
  plx_settings_set_enum (self->settings, "snapping", (int) plx_session_get_snap (self->session));
}

static void
restore_preferences (PlxWindow *self)
{
  plx_session_set_snap (self->session, (PlxSnap) plx_settings_get_enum (self->settings, "snapping", PLX_SNAP_WORD));
  g_object_set (self->workbench,
                "sidebar-visible", plx_settings_get_boolean (self->settings, "sidebar-visible", TRUE),
                "inspector-visible", plx_settings_get_boolean (self->settings, "inspector-visible", TRUE),
                NULL);
}

/* What the preferences, or another window, set. */
static void
setting_changed_cb (PlxWindow *self,
                    const char *key)
{
  g_autofree char *annotator = NULL;

  if (self->session == NULL)
    return;
  if (g_str_equal (key, "snapping"))
    plx_session_set_snap (self->session, (PlxSnap) plx_settings_get_enum (self->settings, key, PLX_SNAP_WORD));
  else if (g_str_equal (key, "suggestions"))
    plx_suggester_set_active (plx_session_get_suggester (self->session), plx_settings_get_boolean (self->settings, key, FALSE));
  else if (g_str_equal (key, "annotator"))
    {
      annotator = plx_settings_dup_annotator (self->settings);
      plx_project_set_annotator (plx_session_get_project (self->session), annotator);
    }
}

void
plx_window_follow_settings (PlxWindow *self)
{
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
remember_preferences (PlxWindow *self)
{
  plx_settings_set_value (self->settings, "sidebar-visible", g_variant_new_boolean (plx_workbench_wants_sidebar (self->workbench)));
  plx_settings_set_value (self->settings, "inspector-visible", g_variant_new_boolean (plx_workbench_wants_inspector (self->workbench)));
}

static void
remember_project_cb (PlxWindow *self)
{
  const char *path;

  if (self->session == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;
  path = plx_project_get_path (plx_session_get_project (self->session));
  /* Settings hold UTF-8; the few paths that are not are not remembered. */
  if (g_utf8_validate (path, -1, NULL))
    plx_settings_set_value (self->settings, "last-project", g_variant_new_string (path));
}

/* Taking and leaving */

static void
show_banner (PlxWindow *self,
             PlxProject *project,
             gboolean is_copy)
{
  PlxBanner *banner = plx_workbench_get_banner (self->workbench);

  if (plx_project_is_read_only (project))
    plx_banner_show (banner,
                     _ ("This project can be read but not changed: its file or folder is write-protected."),
                     _ ("_Save a Copy…"), "win.save-copy");
  else if (is_copy)
    plx_banner_show (banner,
                     _ ("This is a working copy in the library. The original was not touched and does not follow your edits."),
                     _ ("_Save a Copy…"), "win.save-copy");
}

static void
connect_session (PlxWindow *self)
{
  plx_window_tell_outcomes (self);
  plx_window_follow_layout (self);
  g_signal_connect_object (self->session, "notify::snap", G_CALLBACK (snap_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_filter (self->session), "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (remember_project_cb), self, G_CONNECT_DEFAULT);
}

static void
take_place (PlxWindow *self,
            PlxProject *project)
{
  g_autofree char *title = plx_project_dup_title (project);
  /* Translators: title of a window; the first part is the name of a project */
  g_autofree char *window_title = g_strdup_printf (_ ("%s – Parallax"), title);

  g_free (self->place);
  self->place = plx_place_resolve (plx_project_get_path (project));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

void
plx_window_take_project (PlxWindow *self,
                         PlxProject *project,
                         gboolean is_copy)
{
  g_autoptr (PlxProject) owned = project;
  g_autofree char *annotator = plx_settings_dup_annotator (self->settings);

  plx_project_set_annotator (project, annotator);
  self->session = plx_session_new (project);
  self->project_settings = plx_settings_new_for_project (plx_project_get_uuid (project));
  plx_look_settings_bind (plx_session_get_look (self->session), self->settings, self->project_settings);
  restore_order (self);
  self->workbench = PLX_WORKBENCH (plx_workbench_new (self->session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->workbench), "workbench");
  restore_preferences (self);
  restore_filter (self);
  restore_suggestions (self);
  take_place (self, project);
  plx_window_restore_layout (self);
  connect_session (self);
  show_banner (self, project, is_copy);
  plx_window_update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "workbench");
  plx_workbench_enter (self->workbench);
  remember_project_cb (self);
  plx_recent_add (plx_project_get_path (project));
  plx_window_await_articles (self);
  plx_window_add_arrivals (self);
}

void
plx_window_leave_project (PlxWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  PlxProject *project;

  if (self->session == NULL)
    return;
  project = plx_session_get_project (self->session);
  plx_search_window_forget (GTK_WINDOW (self));
  plx_workbench_flush (self->workbench);
  plx_window_save_layout (self);
  save_order (self);
  remember_preferences (self);
  plx_window_drop_undo_toast (self);
  g_signal_handlers_disconnect_by_data (project, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (plx_session_get_filter (self->session), self);
  g_signal_handlers_disconnect_by_data (self->workbench, self);
  gtk_stack_remove (self->stack, GTK_WIDGET (self->workbench));
  self->workbench = NULL;
  g_clear_object (&self->project_settings);
  g_clear_pointer (&self->place, g_free);
  plx_closing_start (application != NULL ? G_APPLICATION (application) : g_application_get_default (), g_steal_pointer (&self->session));
}
