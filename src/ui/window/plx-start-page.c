/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-start-page.h"

#include "store/plx-library.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* So many projects are listed, the newest first; the rest is behind Open. */
#define MAX_ROWS 50

struct _PlxStartPage
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *content;
  GtkWidget *projects;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PlxStartPage, plx_start_page, GTK_TYPE_WIDGET)

static char *
dup_title (const char *path)
{
  g_autofree char *title = g_filename_display_basename (path);

  if (g_str_has_suffix (title, PLX_PROJECT_SUFFIX))
    title[strlen (title) - strlen (PLX_PROJECT_SUFFIX)] = '\0';
  return g_steal_pointer (&title);
}

static char *
dup_moment (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) changed = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    changed = g_date_time_new_from_unix_local (info.st_mtime);
  if (changed == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (now) == g_date_time_get_year (changed) &&
      g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (changed))
    /* Translators: a time of day, see strftime() */
    return g_date_time_format (changed, _ ("Changed today at %H:%M"));
  /* Translators: a date, see strftime() */
  return g_date_time_format (changed, _ ("Changed on %-e %B %Y"));
}

static void
add_row (PlxStartPage *self,
         const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (path);
  g_autofree char *moment = dup_moment (path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), moment);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_bytestring (path));
  gtk_list_box_append (self->list, row);
}

void
plx_start_page_refresh (PlxStartPage *self)
{
  g_autoptr (GPtrArray) paths = plx_library_list (NULL);
  GtkListBoxRow *row;

  g_return_if_fail (PLX_IS_START_PAGE (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  /* Without a library there is nothing to list; making a project tells why. */
  for (guint i = 0; paths != NULL && i < MIN (paths->len, MAX_ROWS); i++)
    add_row (self, g_ptr_array_index (paths, i));
  gtk_widget_set_visible (self->projects, paths != NULL && paths->len > 0);
}

static void
plx_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_START_PAGE);
  G_OBJECT_CLASS (plx_start_page_parent_class)->dispose (object);
}

static void
plx_start_page_class_init (PlxStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, PlxStartPage, projects);
  gtk_widget_class_bind_template_child (widget_class, PlxStartPage, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plx_start_page_init (PlxStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
