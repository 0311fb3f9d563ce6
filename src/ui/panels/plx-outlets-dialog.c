/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-outlets-dialog.h"

#include "plx-field-entry.h"
#include "plx-field-rows.h"
#include "plx-list-window.h"

#include "store/plx-outlets.h"
#include "verb/plx-outlet-verbs.h"

#include <glib/gi18n.h>

#define PLX_TYPE_OUTLETS_DIALOG (plx_outlets_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxOutletsDialog, plx_outlets_dialog, PLX, OUTLETS_DIALOG, PlxListWindow)

struct _PlxOutletsDialog
{
  PlxListWindow parent_instance;

  GPtrArray *outlets; /* (owned) (element-type PlxOutlet): as they are shown */
  GtkBox *rows;       /* of the window */
};

G_DEFINE_FINAL_TYPE (PlxOutletsDialog, plx_outlets_dialog, PLX_TYPE_LIST_WINDOW)

/* Storing */

/* The outlet that a widget of a row is about; nothing once the window is closed. */
static const PlxOutlet *
get_outlet (PlxOutletsDialog *self,
            gpointer widget)
{
  if (plx_list_window_get_session (PLX_LIST_WINDOW (self)) == NULL)
    return NULL;
  return plx_field_rows_get (self->outlets, widget);
}

static void
take (char **field,
      const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
store (PlxOutletsDialog *self,
       const PlxOutlet *old,
       const PlxOutlet *outlet)
{
  plx_list_window_do (PLX_LIST_WINDOW (self), plx_verb_set_outlet (old->name, outlet));
}

/* A name that another one has makes the two one; none is no name. */
static gboolean
name_commit_cb (GtkWidget *entry,
                const char *text,
                PlxOutletsDialog *self)
{
  const PlxOutlet *stored = get_outlet (self, entry);
  g_autoptr (PlxOutlet) outlet = NULL;

  if (stored == NULL || *text == '\0')
    return FALSE;
  outlet = plx_outlet_copy (stored);
  take (&outlet->name, text);
  store (self, stored, outlet);
  return TRUE;
}

static gboolean
brief_commit_cb (GtkWidget *entry,
                 const char *text,
                 PlxOutletsDialog *self)
{
  const PlxOutlet *stored = get_outlet (self, entry);
  g_autoptr (PlxOutlet) outlet = NULL;

  if (stored == NULL)
    return FALSE;
  outlet = plx_outlet_copy (stored);
  take (&outlet->brief, text);
  store (self, stored, outlet);
  return TRUE;
}

static void
colour (PlxOutletsDialog *self,
        gpointer widget,
        const char *colour)
{
  const PlxOutlet *stored = get_outlet (self, widget);
  g_autoptr (PlxOutlet) outlet = NULL;

  if (stored == NULL || g_str_equal (stored->colour, colour))
    return;
  outlet = plx_outlet_copy (stored);
  take (&outlet->colour, colour);
  store (self, stored, outlet);
}

static void
colour_set_cb (GtkColorChooser *button,
               PlxOutletsDialog *self)
{
  g_autofree char *name = NULL;
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (button, &rgba);
  name = g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255 + 0.5f), (guint) (rgba.green * 255 + 0.5f), (guint) (rgba.blue * 255 + 0.5f));
  colour (self, button, name);
}

static void
uncolour_cb (GtkWidget *button,
             PlxOutletsDialog *self)
{
  colour (self, button, "");
}

/* Rows */

static GtkWidget *
entry_new (PlxOutletsDialog *self,
           const char *text,
           const char *label,
           const char *name,
           guint i,
           GCallback callback)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", name, i + 1);
  GtkWidget *entry = plx_field_new (label, id);

  plx_field_entry_show (PLX_FIELD_ENTRY (entry), text, TRUE);
  g_signal_connect (entry, "commit", callback, self);
  return entry;
}

static GtkWidget *
colour_button_new (PlxOutletsDialog *self,
                   const PlxOutlet *outlet)
{
  GtkWidget *button = gtk_color_button_new ();
  GdkRGBA rgba = { 0, 0, 0, 0 };

  if (*outlet->colour != '\0')
    gdk_rgba_parse (&rgba, outlet->colour);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (button), &rgba);
  gtk_color_button_set_title (GTK_COLOR_BUTTON (button), _ ("Colour of the Outlet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Colour of the Outlet"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "color-set", G_CALLBACK (colour_set_cb), self);
  return button;
}

static GtkWidget *
uncolour_button_new (PlxOutletsDialog *self,
                     const PlxOutlet *outlet)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("No colour"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("No colour"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, *outlet->colour != '\0');
  gtk_widget_add_css_class (button, "plx-small-button");
  g_signal_connect (button, "clicked", G_CALLBACK (uncolour_cb), self);
  return button;
}

static GtkWidget *
count_new (const PlxOutlet *outlet)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u article", "%u articles", outlet->n_documents), outlet->n_documents);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
row_new (gpointer data,
         guint i)
{
  PlxOutletsDialog *self = data;
  const PlxOutlet *outlet = g_ptr_array_index (self->outlets, i);
  PlxProject *project = plx_session_get_project (plx_list_window_get_session (PLX_LIST_WINDOW (self)));
  GtkWidget *name = entry_new (self, outlet->name, _ ("Name"), "outlet-name", i, G_CALLBACK (name_commit_cb));
  GtkWidget *brief = entry_new (self, outlet->brief, _ ("Short name"), "outlet-brief", i, G_CALLBACK (brief_commit_cb));
  GtkWidget *row = plx_field_card_new (plx_field_line_new (name, count_new (outlet), NULL),
                                       plx_field_line_new (brief, colour_button_new (self, outlet), uncolour_button_new (self, outlet), NULL),
                                       NULL);

  gtk_widget_set_sensitive (row, !plx_project_is_read_only (project));
  return row;
}

/* Says what to do where there is nothing yet. */
static GtkWidget *
hint_new (void)
{
  GtkWidget *hint = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (hint), "plx-columns-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (hint), _ ("No Outlets Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (hint), _ ("Name the outlet of an article in its properties."));
  gtk_widget_add_css_class (hint, "compact");
  return hint;
}

static void
plx_outlets_dialog_load (PlxListWindow *window)
{
  PlxOutletsDialog *self = PLX_OUTLETS_DIALOG (window);
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (plx_list_window_get_session (window)));
  GPtrArray *outlets = plx_outlets_list (reader, NULL);

  plx_field_rows_show (self->rows, &self->outlets, outlets != NULL ? outlets : g_ptr_array_new (), row_new, self);
  if (self->outlets->len == 0)
    gtk_box_append (self->rows, hint_new ());
}

/* Life */

static void
plx_outlets_dialog_finalize (GObject *object)
{
  PlxOutletsDialog *self = PLX_OUTLETS_DIALOG (object);

  g_clear_pointer (&self->outlets, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_outlets_dialog_parent_class)->finalize (object);
}

static void
plx_outlets_dialog_class_init (PlxOutletsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_outlets_dialog_finalize;
  PLX_LIST_WINDOW_CLASS (klass)->load = plx_outlets_dialog_load;
  PLX_LIST_WINDOW_CLASS (klass)->tables = 1 << PLX_TABLE_OUTLET | 1 << PLX_TABLE_DOCUMENT;
}

static void
plx_outlets_dialog_init (PlxOutletsDialog *self)
{
}

void
plx_outlets_dialog_show (GtkWidget *widget,
                         PlxSession *session)
{
  PlxOutletsDialog *self = g_object_new (PLX_TYPE_OUTLETS_DIALOG, "title", _ ("Outlets"), "default-width", 480, "default-height", 560,
                                         "name", "outlets-dialog", NULL);

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  plx_list_window_append (PLX_LIST_WINDOW (self), GTK_WIDGET (self->rows));
  plx_list_window_present (PLX_LIST_WINDOW (self), widget, session);
}
