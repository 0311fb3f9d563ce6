/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-library-row.h"

#include "store/plx-library.h"
#include "window/plx-recent.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlxLibraryRow
{
  AdwActionRow parent_instance;

  GtkWidget *menu_button; /* (unowned): child */
  GtkWidget *warning;     /* (unowned): child, shown if something is wrong */
  gboolean is_damaged;
};

G_DEFINE_FINAL_TYPE (PlxLibraryRow, plx_library_row, ADW_TYPE_ACTION_ROW)

char *
plx_library_dup_title (const char *path)
{
  g_autofree char *title = g_filename_display_basename (path);

  if (g_str_has_suffix (title, PLX_PROJECT_SUFFIX))
    title[strlen (title) - strlen (PLX_PROJECT_SUFFIX)] = '\0';
  return g_steal_pointer (&title);
}

static gboolean
is_today (GDateTime *moment)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now) == g_date_time_get_year (moment) &&
         g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (moment);
}

char *
plx_library_dup_moment (const PlxCard *card)
{
  gint64 opened = plx_recent_get_opened (card->path);
  gint64 seconds = opened != 0 ? opened : card->changed;
  g_autoptr (GDateTime) moment = seconds != 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  if (moment == NULL)
    return g_strdup ("");
  if (is_today (moment))
    /* Translators: a time of day, see strftime() */
    return g_date_time_format (moment, opened != 0 ? _ ("Opened today at %H:%M")
                                                   /* Translators: a time of day, see strftime() */
                                                   : _ ("Changed today at %H:%M"));
  /* Translators: a date, see strftime() */
  return g_date_time_format (moment, opened != 0 ? _ ("Opened on %-e %B %Y")
                                                 /* Translators: a date, see strftime() */
                                                 : _ ("Changed on %-e %B %Y"));
}

/* Menu */

static void
append (GMenu *menu,
        const char *label,
        const char *action,
        const char *path)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_bytestring (path));
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (const char *path,
           gboolean is_damaged)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) back = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  append (change, _ ("_Rename…"), "library.rename", path);
  if (!is_damaged)
    {
      append (change, _ ("_Duplicate"), "library.duplicate", path);
      append (change, _ ("_Save a Copy…"), "library.save-copy", path);
    }
  append (back, _ ("_Backups…"), "library.backups", path);
  if (is_damaged)
    append (back, _ ("_Salvage into a New Project"), "library.salvage", path);
  append (end, _ ("_Properties"), "library.properties", path);
  append (end, _ ("Move to _Trash"), "library.trash", path);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (back));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

static void
set_menu (PlxLibraryRow *self,
          const char *path,
          gboolean is_damaged)
{
  g_autoptr (GMenuModel) menu = make_menu (path, is_damaged);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
}

static void
plx_library_row_class_init (PlxLibraryRowClass *klass)
{
}

static void
plx_library_row_init (PlxLibraryRow *self)
{
  self->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  self->menu_button = gtk_menu_button_new ();
  gtk_widget_set_visible (self->warning, FALSE);
  gtk_widget_add_css_class (self->warning, "warning");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu_button, _ ("Project Menu"));
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->warning);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);
}

GtkWidget *
plx_library_row_new (const char *path)
{
  PlxLibraryRow *self = g_object_new (PLX_TYPE_LIBRARY_ROW, NULL);
  g_autofree char *title = plx_library_dup_title (path);
  g_autofree char *name = g_strconcat ("project:", title, NULL);

  gtk_widget_set_name (self->menu_button, name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), " ");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-path");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self), g_variant_new_bytestring (path));
  set_menu (self, path, FALSE);
  return GTK_WIDGET (self);
}

gboolean
plx_library_row_is_of (PlxLibraryRow *self,
                       const char *path)
{
  g_return_val_if_fail (PLX_IS_LIBRARY_ROW (self), FALSE);

  return g_str_equal (g_variant_get_bytestring (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (self))), path);
}

static char *
dup_facts (const PlxCard *card)
{
  g_autofree char *articles = g_strdup_printf (ngettext ("%'d article", "%'d articles", (gulong) card->n_documents), (int) card->n_documents);
  g_autofree char *annotations = g_strdup_printf (ngettext ("%'d annotation", "%'d annotations", (gulong) card->n_annotations), (int) card->n_annotations);
  g_autofree char *size = g_format_size ((guint64) card->size);
  g_autofree char *moment = plx_library_dup_moment (card);

  return g_strdup_printf ("%s · %s · %s · %s", articles, annotations, size, moment);
}

void
plx_library_row_set_card (PlxLibraryRow *self,
                          const PlxCard *card)
{
  g_autofree char *facts = card->problem == NULL ? dup_facts (card) : NULL;
  g_autofree char *name = g_filename_display_name (card->path);
  gboolean is_damaged = g_error_matches (card->problem, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT);

  g_return_if_fail (PLX_IS_LIBRARY_ROW (self));

  if (card->problem == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), facts);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), is_damaged ? _ ("Damaged") : _ ("Cannot be opened"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), card->problem != NULL ? card->problem->message : name);
  gtk_widget_set_visible (self->warning, card->problem != NULL);
  if (is_damaged != self->is_damaged)
    set_menu (self, card->path, is_damaged);
  self->is_damaged = is_damaged;
}
