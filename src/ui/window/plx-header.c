/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-header.h"

#include "compat/plx-text-scale.h"
#include "compat/plx-tooltip.h"
#include "session/plx-verb-label.h"
#include "window/plx-filter-button.h"
#include "window/plx-room.h"
#include "window/plx-view-menu.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _PlxHeader
{
  GtkWidget parent_instance;

  /* Template Widgets */
  AdwHeaderBar *bar;
  AdwWindowTitle *title;
  GtkWidget *import_button;
  GtkWidget *undo_box;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkWidget *search_button;
  GtkWidget *export_button;
  GtkMenuButton *view_button;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  GMenu *left_out; /* of @menu: what opens the buttons that have no room */

  /* Borrowed References */
  GtkWidget *filter_button;
  GtkWidget *popover; /* (nullable): a child, of a button that has no room */

  /* Owned References */
  PlxSession *session; /* (nullable) */

  int widths[PLX_ROOM_TINY + 1]; /* that the bar needs in each room; 0: not known yet */
  double scale;                  /* of the letters that they are for */
};

G_DEFINE_FINAL_TYPE (PlxHeader, plx_header, GTK_TYPE_WIDGET)

/* Undo and redo say what they would do. */

static void
name_undo (PlxHeader *self,
           const PlxEdit *edit)
{
  g_autofree char *label = edit != NULL ? plx_verb_dup_label (edit->verb, edit->detail) : NULL;
  g_autofree char *tooltip = label != NULL ? g_strdup_printf (_ ("Undo: %s"), label) : g_strdup (_ ("Nothing to Undo"));

  plx_tooltip_set (GTK_WIDGET (self->undo_button), tooltip);
}

static void
name_redo (PlxHeader *self,
           const PlxEdit *edit)
{
  g_autofree char *label = edit != NULL ? plx_verb_dup_label (edit->verb, edit->detail) : NULL;
  g_autofree char *tooltip = label != NULL ? g_strdup_printf (_ ("Redo: %s"), label) : g_strdup (_ ("Nothing to Redo"));

  plx_tooltip_set (GTK_WIDGET (self->redo_button), tooltip);
}

static void
history_changed_cb (PlxHeader *self)
{
  PlxProject *project = plx_session_get_project (self->session);

  name_undo (self, plx_project_peek_undo (project));
  name_redo (self, plx_project_peek_redo (project));
}

/* Room */

/* Other ways to what the buttons that are left out open. */
static void
fill_left_out (PlxHeader *self,
               gboolean left_out)
{
  if (left_out == (g_menu_model_get_n_items (G_MENU_MODEL (self->left_out)) > 0))
    return;
  g_menu_remove_all (self->left_out);
  if (left_out)
    {
      g_menu_append (self->left_out, _ ("View"), "workbench.view-menu");
      g_menu_append (self->left_out, _ ("Filter"), "workbench.filter");
    }
}

/* What goes has its line in the menu, or a key. */
static void
adapt (PlxHeader *self,
       PlxRoom room)
{
  gtk_widget_set_visible (self->export_button, room < PLX_ROOM_NARROW);
  gtk_widget_set_visible (GTK_WIDGET (self->title), room < PLX_ROOM_SMALL);
  gtk_widget_set_visible (self->import_button, room < PLX_ROOM_SMALL);
  gtk_widget_set_visible (self->search_button, room < PLX_ROOM_TINY);
  gtk_widget_set_visible (self->undo_box, room < PLX_ROOM_TINY);
  gtk_widget_set_visible (self->filter_button, room < PLX_ROOM_TINY);
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), room < PLX_ROOM_TINY);
  fill_left_out (self, room == PLX_ROOM_TINY);
  adw_header_bar_set_decoration_layout (self->bar, room < PLX_ROOM_TINY ? NULL : ":close");
}

/* The words of the header are longer in some languages than in others. */
static PlxRoom
find_room (PlxHeader *self,
           int width)
{
  double scale = plx_text_scale_get (GTK_WIDGET (self));
  PlxRoom room = plx_room_from_width (width, scale);

  if (scale != self->scale)
    memset (self->widths, 0, sizeof self->widths);
  self->scale = scale;
  for (;; room++)
    {
      if (self->widths[room] == 0)
        {
          adapt (self, room);
          gtk_widget_measure (GTK_WIDGET (self->bar), GTK_ORIENTATION_HORIZONTAL, -1, &self->widths[room], NULL, NULL, NULL);
        }
      if (room == PLX_ROOM_TINY || self->widths[room] <= width)
        return room;
    }
}

void
plx_header_adapt (PlxHeader *self,
                  int width)
{
  adapt (self, find_room (self, width));
}

/* Construction */

/* The widgets of the menu are made when it is opened first. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (PLX_HEADER (data)->menu));
}

static void
create_view_menu_cb (GtkMenuButton *button,
                     gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, plx_view_menu_new (plx_session_get_look (PLX_HEADER (data)->session)));
}

void
plx_header_set_session (PlxHeader *self,
                        PlxSession *session)
{
  PlxProject *project = plx_session_get_project (session);
  g_autofree char *title = plx_project_dup_title (project);

  self->session = g_object_ref (session);
  adw_window_title_set_title (self->title, title);
  gtk_menu_button_set_create_popup_func (self->view_button, create_view_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  self->filter_button = plx_filter_button_new (session);
  adw_header_bar_pack_end (self->bar, self->filter_button);
  g_signal_connect_object (project, "notify::can-undo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::can-redo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  history_changed_cb (self);
}

/* Opens @popover, of a button that has no room, at the menu; takes it. */
static void
open_at_menu (PlxHeader *self,
              GtkWidget *popover)
{
  graphene_rect_t area;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->menu_button), GTK_WIDGET (self), &area))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) area.origin.x, (int) area.origin.y, (int) area.size.width,
                                                                         (int) area.size.height });
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
plx_header_open_filter (PlxHeader *self)
{
  if (gtk_widget_get_mapped (self->filter_button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->filter_button));
  else
    open_at_menu (self, plx_filter_popover_new (self->session));
}

void
plx_header_open_view_menu (PlxHeader *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view_button)))
    gtk_menu_button_popup (self->view_button);
  else
    open_at_menu (self, plx_view_menu_new (plx_session_get_look (self->session)));
}

static gboolean
plx_header_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLX_HEADER (widget)->import_button);
}

static void
plx_header_dispose (GObject *object)
{
  PlxHeader *self = PLX_HEADER (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_HEADER);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_header_parent_class)->dispose (object);
}

static void
plx_header_class_init (PlxHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_header_dispose;
  widget_class->grab_focus = plx_header_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-header.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, title);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, import_button);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, undo_box);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, search_button);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, export_button);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, view_button);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, menu);
  gtk_widget_class_bind_template_child (widget_class, PlxHeader, left_out);
}

static void
plx_header_init (PlxHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
