/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-status-bar.h"

#include "compat/plx-settings.h"
#include "window/plx-offer-button.h"
#include "window/plx-making-status.h"
#include "window/plx-snap-button.h"

#include <glib/gi18n.h>

struct _PlxStatusBar
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *content;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkLabel *counts;
  GtkWidget *filter;
  GtkWidget *sync;
  GtkButton *zoom;
  GtkMenuButton *annotator;
  GtkEntry *name;

  /* Owned References */
  PlxSession *session; /* (nullable) */

  guint count_id; /* counting is put off until the main loop has time */
  gboolean brief;
};

G_DEFINE_FINAL_TYPE (PlxStatusBar, plx_status_bar, GTK_TYPE_WIDGET)

static void
show_state (PlxStatusBar *self)
{
  PlxProject *project = plx_session_get_project (self->session);
  gboolean saving = FALSE;
  const char *icon = "object-select-symbolic";
  const char *words = _ ("All changes saved");

  g_object_get (project, "saving", &saving, NULL);
  if (plx_project_is_read_only (project))
    {
      icon = "changes-prevent-symbolic";
      words = _ ("Read-only");
    }
  else if (saving)
    {
      icon = "document-save-symbolic";
      words = _ ("Saving…");
    }
  gtk_image_set_from_icon_name (self->state_icon, icon);
  gtk_label_set_label (self->state, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_icon), words);
}

static gboolean
count_cb (gpointer data)
{
  PlxStatusBar *self = data;
  GListModel *documents = G_LIST_MODEL (plx_session_get_documents (self->session));
  guint n_documents = g_list_model_get_n_items (documents);
  guint n_annotations = plx_document_list_get_n_annotations (plx_session_get_documents (self->session));
  g_autofree char *articles = NULL;
  g_autofree char *annotations = NULL;
  g_autofree char *both = NULL;

  self->count_id = 0;
  articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_documents), n_documents);
  annotations = g_strdup_printf (ngettext ("%u annotation", "%u annotations", n_annotations), n_annotations);
  both = g_strdup_printf ("%s · %s", articles, annotations);
  gtk_label_set_label (self->counts, self->brief ? "" : both);
  return G_SOURCE_REMOVE;
}

static void
queue_count (PlxStatusBar *self)
{
  if (self->count_id == 0)
    self->count_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, count_cb, self, NULL);
}

static void
show_filter (PlxStatusBar *self)
{
  gtk_widget_set_visible (self->filter, plx_filter_is_active (plx_session_get_filter (self->session)));
}

static void
show_annotator (PlxStatusBar *self)
{
  const char *name = plx_project_get_annotator (plx_session_get_project (self->session));

  gtk_menu_button_set_label (self->annotator, name);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
}

/* Only a zoom that is not the ordinary one is worth telling. */
static void
show_zoom (PlxStatusBar *self)
{
  int zoom = plx_look_get_zoom (plx_session_get_look (self->session));
  /* Translators: zoom in percent */
  g_autofree char *label = g_strdup_printf (_ ("%d %%"), zoom);

  gtk_button_set_label (self->zoom, label);
  gtk_widget_set_visible (GTK_WIDGET (self->zoom), zoom != PLX_ZOOM_DEFAULT);
}

static void
name_activated_cb (GtkEntry *entry,
                   PlxStatusBar *self)
{
  gtk_menu_button_popdown (self->annotator);
}

/* Leaving the popover is agreeing; an empty name goes back to what it was. */
static void
popover_closed_cb (GtkPopover *popover,
                   PlxStatusBar *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autoptr (GSettings) settings = plx_settings_new ();
  PlxProject *project = plx_session_get_project (self->session);

  if (*name != '\0' && g_strcmp0 (name, plx_project_get_annotator (project)) != 0)
    {
      plx_project_set_annotator (project, name);
      plx_settings_set_value (settings, "annotator", g_variant_new_string (name));
    }
  show_annotator (self);
}

GtkWidget *
plx_status_bar_new (PlxSession *session)
{
  PlxStatusBar *self = g_object_new (PLX_TYPE_STATUS_BAR, NULL);
  PlxProject *project = plx_session_get_project (session);

  self->session = g_object_ref (session);
  gtk_box_insert_child_after (GTK_BOX (self->content), plx_offer_button_new (session), GTK_WIDGET (self->counts));
  g_signal_connect_object (project, "notify::saving", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::annotator", G_CALLBACK (show_annotator), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_documents (session), "items-changed", G_CALLBACK (queue_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_documents (session), "notify::n-annotations", G_CALLBACK (queue_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_filter (session), "changed", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_look (session), "notify::zoom", G_CALLBACK (show_zoom), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self->content), plx_making_status_new (session), GTK_WIDGET (self->counts));
  gtk_box_insert_child_after (GTK_BOX (self->content), plx_snap_button_new (session), gtk_widget_get_prev_sibling (GTK_WIDGET (self->annotator)));
  show_state (self);
  show_filter (self);
  show_annotator (self);
  show_zoom (self);
  queue_count (self);
  return GTK_WIDGET (self);
}

void
plx_status_bar_set_brief (PlxStatusBar *self,
                          gboolean brief)
{
  g_return_if_fail (PLX_IS_STATUS_BAR (self));

  self->brief = brief;
  gtk_widget_set_visible (GTK_WIDGET (self->state), !brief);
  queue_count (self);
  gtk_widget_set_visible (self->sync, !brief);
}

static void
plx_status_bar_dispose (GObject *object)
{
  PlxStatusBar *self = PLX_STATUS_BAR (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_STATUS_BAR);
  G_OBJECT_CLASS (plx_status_bar_parent_class)->dispose (object);
}

static void
plx_status_bar_class_init (PlxStatusBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_status_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxStatusBar, content);
  gtk_widget_class_bind_template_child (widget_class, PlxStatusBar, state_icon);
  gtk_widget_class_bind_template_child (widget_class, PlxStatusBar, state);
  gtk_widget_class_bind_template_child (widget_class, PlxStatusBar, counts);
  gtk_widget_class_bind_template_child (widget_class, PlxStatusBar, filter);
  gtk_widget_class_bind_template_child (widget_class, PlxStatusBar, sync);
  gtk_widget_class_bind_template_child (widget_class, PlxStatusBar, zoom);
  gtk_widget_class_bind_template_child (widget_class, PlxStatusBar, annotator);
  gtk_widget_class_bind_template_child (widget_class, PlxStatusBar, name);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plxstatusbar");
}

static void
plx_status_bar_init (PlxStatusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
