/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with a project: from opening to leaving it. */

#include "config.h"

#include "window/plx-window-private.h"

#include "board/plx-board.h"
#include "compat/plx-settings.h"
#include "dialogs/plx-search-window.h"
#include "dialogs/plx-message.h"
#include "store/plx-place.h"
#include "window/plx-closing.h"
#include "window/plx-look-settings.h"
#include "window/plx-recent.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The layout is written down this long after it began to change, so that a
 * crash forgets no more than the last moment. */
#define LAYOUT_DELAY_MS 1500

/* So many articles are opened of a project that was never open in a window. */
#define FIRST_COLUMNS 3

/* So long a toast comes or goes. */
#define TOAST_SETTLES_MS 600

/* Errors that are longer get a dialog. */
#define TOAST_CHARS 72

/* Of a toast; in windows that are narrower than the last, beside its button. */
#define TOAST_LINE_CHARS 40
#define TOAST_NARROW_CHARS 20
#define TOAST_NARROW 560
#define TOAST_LINES 3

/* Toasts */

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.2 crashes where a toast goes while it still comes and another one
 * goes as well. */
static void
dismiss_settled (AdwToast *toast)
{
  adw_toast_set_button_label (toast, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, TOAST_SETTLES_MS, dismiss_cb, g_object_ref (toast), g_object_unref);
}

static void
drop_undo_toast (PlxWindow *self)
{
  AdwToast *toast = self->undo_toast;

  g_clear_weak_pointer (&self->undo_toast);
  if (toast == NULL)
    return;
  if (g_get_monotonic_time () < self->toasted_at + TOAST_SETTLES_MS * G_TIME_SPAN_MILLISECOND)
    dismiss_settled (toast);
  else
    adw_toast_dismiss (toast);
}

/* Shows @toast; its button is gone as soon as something else is done. */
static void
show_toast (PlxWindow *self,
            AdwToast *toast)
{
  const PlxEdit *edit = self->session != NULL ? plx_project_peek_undo (plx_session_get_project (self->session)) : NULL;

  drop_undo_toast (self);
  if (adw_toast_get_button_label (toast) != NULL)
    {
      self->toasted_edit = edit != NULL ? edit->id : PLX_ID_NONE;
      g_set_weak_pointer (&self->undo_toast, toast);
    }
  self->toasted_at = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Goes on in further lines, where libadwaita would cut it.  A toast is as high as its
 * words are where they like best to break, so they are told to where there is little room. */
static GtkWidget *
title_new (const char *message,
           gboolean narrow)
{
  GtkWidget *label = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), TOAST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), narrow ? TOAST_NARROW_CHARS : TOAST_LINE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static AdwToast *
toast_new (PlxWindow *self,
           const char *message)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, title_new (message, gtk_widget_get_width (GTK_WIDGET (self)) < TOAST_NARROW));
  return toast;
}

void
plx_window_toast (PlxWindow *self,
                  const char *message,
                  gboolean can_undo)
{
  AdwToast *toast = toast_new (self, message);

  if (can_undo && self->session != NULL && plx_project_peek_undo (plx_session_get_project (self->session)) != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  show_toast (self, toast);
}

void
plx_window_tell_forgetful (PlxWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("Settings cannot be kept"));

  adw_toast_set_button_label (toast, _ ("_Why?"));
  adw_toast_set_action_name (toast, "app.preferences");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The way back after many edits were undone or redone at once. */
static void
travelled_cb (PlxSession *session,
              const char *message,
              gint64 back,
              PlxWindow *self)
{
  AdwToast *toast = toast_new (self, message);

  adw_toast_set_button_label (toast, _ ("_Go Back"));
  adw_toast_set_action_name (toast, "win.go-to-edit");
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (back));
  show_toast (self, toast);
}

static void
done_cb (PlxSession *session,
         const char *message,
         gboolean can_undo,
         PlxWindow *self)
{
  plx_window_toast (self, message, can_undo);
}

/* One dialog at a time, however many edits fail. */
static void
complain (PlxWindow *self,
          const char *message)
{
  g_autofree char *body = NULL;

  if (self->complaint == NULL)
    {
      g_set_weak_pointer (&self->complaint, plx_message_show (GTK_WINDOW (self), _ ("That Could Not Be Done"), message));
      return;
    }
  if (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (self->complaint)), message) != NULL)
    return;
  body = g_strconcat (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (self->complaint)), "\n\n", message, NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self->complaint), body);
}

static void
failed_cb (PlxSession *session,
           const char *message,
           PlxWindow *self)
{
  if (g_utf8_strlen (message, -1) > TOAST_CHARS)
    complain (self, message);
  else
    plx_window_toast (self, message, FALSE);
}

static void
history_changed_cb (PlxWindow *self)
{
  const PlxEdit *edit = plx_project_peek_undo (plx_session_get_project (self->session));

  plx_window_update_actions (self);
  /* Its button would take back something else by now. */
  if (self->undo_toast != NULL && (edit != NULL ? edit->id : PLX_ID_NONE) != self->toasted_edit)
    drop_undo_toast (self);
}

/* Layout */

static void
save_layout (PlxWindow *self)
{
  PlxReading *current = plx_session_get_current (self->session);
  g_autoptr (GVariant) layout = plx_workbench_save_layout (self->workbench);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  plx_settings_set_value (self->project_settings, "columns", layout);
  plx_settings_set_value (self->project_settings, "focused",
                          g_variant_new_int64 (current != NULL ? plx_reading_get_id (current) : PLX_ID_NONE));
}

static gboolean
layout_cb (gpointer data)
{
  PlxWindow *self = data;

  self->layout_id = 0;
  save_layout (self);
  return G_SOURCE_REMOVE;
}

static void
layout_changed_cb (PlxWindow *self)
{
  if (self->layout_id == 0)
    self->layout_id = g_timeout_add (LAYOUT_DELAY_MS, layout_cb, self);
}

/* Keeps of a remembered layout what can be had: articles that are still there,
 * numbers that make sense. */
static GVariant *
sanitize_layout (PlxWindow *self,
                 GVariant *layout)
{
  GVariantBuilder builder;
  GVariantIter iter;
  gint64 document;
  gboolean pinned;
  double weight;
  int top;
  int n = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PLX_BOARD_LAYOUT_TYPE));
  g_variant_iter_init (&iter, layout);
  while (n < PLX_SESSION_MAX_READINGS && g_variant_iter_next (&iter, "(xdib)", &document, &weight, &top, &pinned))
    {
      if (!plx_session_has_document (self->session, document))
        continue;
      g_variant_builder_add (&builder, "(xdib)", document,
                             isfinite (weight) && weight > 0 ? weight : 1.0,
                             MAX (top, 0), pinned);
      n++;
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static GVariant *
dup_first_layout (PlxWindow *self)
{
  GListModel *documents = G_LIST_MODEL (plx_session_get_documents (self->session));
  guint n = MIN (g_list_model_get_n_items (documents), FIRST_COLUMNS);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PLX_BOARD_LAYOUT_TYPE));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxDocumentItem) item = g_list_model_get_item (documents, i);

      g_variant_builder_add (&builder, "(xdib)", plx_document_item_get_id (item), 1.0, 0, FALSE);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static gboolean
has_layout (PlxWindow *self)
{
  g_autoptr (GVariant) value = NULL;

  if (self->project_settings != NULL)
    value = g_settings_get_user_value (self->project_settings, "columns");
  return value != NULL;
}

static void
focus_reading (PlxWindow *self,
               PlxId document)
{
  GListModel *readings = plx_session_get_readings (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      if (plx_reading_get_id (reading) == document || (i == 0 && document == PLX_ID_NONE))
        plx_session_set_current (self->session, reading);
    }
}

static void
restore_layout (PlxWindow *self)
{
  g_autoptr (GVariant) stored = plx_settings_dup_value (self->project_settings, "columns", PLX_BOARD_LAYOUT_TYPE);
  g_autoptr (GVariant) focused = plx_settings_dup_value (self->project_settings, "focused", "x");
  g_autoptr (GVariant) layout = stored != NULL && has_layout (self) ? sanitize_layout (self, stored)
                                                                    : dup_first_layout (self);

  plx_workbench_restore_layout (self->workbench, layout);
  focus_reading (self, focused != NULL ? g_variant_get_int64 (focused) : PLX_ID_NONE);
}

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
connect_session (PlxWindow *self,
                 PlxProject *project)
{
  g_signal_connect_object (self->session, "done", G_CALLBACK (done_cb), self, 0);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->session, "travelled", G_CALLBACK (travelled_cb), self, 0);
  g_signal_connect_object (self->session, "notify::snap", G_CALLBACK (snap_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_filter (self->session), "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::can-undo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::can-redo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::current", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workbench, "layout-changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
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
  restore_layout (self);
  connect_session (self, project);
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
  save_layout (self);
  save_order (self);
  remember_preferences (self);
  drop_undo_toast (self);
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
