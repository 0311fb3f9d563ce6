/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-outlets-dialog.h"

#include "plx-field-entry.h"

#include "store/plx-outlets.h"
#include "verb/plx-outlet-verbs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PLX_TYPE_OUTLETS_DIALOG (plx_outlets_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxOutletsDialog, plx_outlets_dialog, PLX, OUTLETS_DIALOG, AdwWindow)

struct _PlxOutletsDialog
{
  AdwWindow parent_instance;

  PlxSession *session; /* (owned) */
  GPtrArray *outlets;  /* (owned) (element-type PlxOutlet): as they are shown */
  GtkWidget *rows;     /* of the window */
  GtkLabel *problem;   /* of the window */
};

G_DEFINE_FINAL_TYPE (PlxOutletsDialog, plx_outlets_dialog, ADW_TYPE_WINDOW)

static void show_outlets (PlxOutletsDialog *self);

/* Storing */

static void
tell (PlxOutletsDialog *self,
      const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/* What was refused is shown as it is again. */
static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxOutletsDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = plx_project_do_finish (PLX_PROJECT (source), result, &error);

  if (self->rows == NULL)
    return;
  tell (self, done ? NULL : error->message);
  if (!done)
    show_outlets (self);
}

/* The outlet that a widget of a row is about; nothing once the window is closed. */
static const PlxOutlet *
get_outlet (PlxOutletsDialog *self,
            gpointer widget)
{
  if (self->rows == NULL)
    return NULL;
  return g_ptr_array_index (self->outlets, GPOINTER_TO_UINT (g_object_get_data (widget, "outlet")));
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
  plx_project_do_async (plx_session_get_project (self->session), plx_verb_set_outlet (old->name, outlet), NULL, done_cb, g_object_ref (self));
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
           const char *placeholder,
           const char *name,
           guint i,
           GCallback callback)
{
  GtkWidget *entry = g_object_new (PLX_TYPE_FIELD_ENTRY, "hexpand", TRUE, "has-frame", FALSE, "placeholder-text", placeholder, NULL);
  g_autofree char *id = g_strdup_printf ("%s-%u", name, i + 1);

  g_object_set_data (G_OBJECT (entry), "outlet", GUINT_TO_POINTER (i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  gtk_widget_set_name (entry, id);
  plx_field_entry_reset (PLX_FIELD_ENTRY (entry), text);
  g_signal_connect (entry, "commit", callback, self);
  return entry;
}

static GtkWidget *
colour_button_new (PlxOutletsDialog *self,
                   const PlxOutlet *outlet,
                   guint i)
{
  GtkWidget *button = gtk_color_button_new ();
  GdkRGBA rgba = { 0, 0, 0, 0 };

  if (*outlet->colour != '\0')
    gdk_rgba_parse (&rgba, outlet->colour);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (button), &rgba);
  gtk_color_button_set_title (GTK_COLOR_BUTTON (button), _ ("Colour of the Outlet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Colour of the Outlet"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "outlet", GUINT_TO_POINTER (i));
  g_signal_connect (button, "color-set", G_CALLBACK (colour_set_cb), self);
  return button;
}

static GtkWidget *
uncolour_button_new (PlxOutletsDialog *self,
                     const PlxOutlet *outlet,
                     guint i)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("No colour"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("No colour"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, *outlet->colour != '\0');
  gtk_widget_add_css_class (button, "plx-small-button");
  g_object_set_data (G_OBJECT (button), "outlet", GUINT_TO_POINTER (i));
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
row_new (PlxOutletsDialog *self,
         guint i)
{
  const PlxOutlet *outlet = g_ptr_array_index (self->outlets, i);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "plx-fields");
  gtk_widget_add_css_class (first, "plx-field");
  gtk_widget_add_css_class (second, "plx-field");
  gtk_box_append (GTK_BOX (first), entry_new (self, outlet->name, _ ("Name"), "outlet-name", i, G_CALLBACK (name_commit_cb)));
  gtk_box_append (GTK_BOX (first), count_new (outlet));
  gtk_box_append (GTK_BOX (second), entry_new (self, outlet->brief, _ ("Short name"), "outlet-brief", i, G_CALLBACK (brief_commit_cb)));
  gtk_box_append (GTK_BOX (second), colour_button_new (self, outlet, i));
  gtk_box_append (GTK_BOX (second), uncolour_button_new (self, outlet, i));
  gtk_box_append (GTK_BOX (row), first);
  gtk_box_append (GTK_BOX (row), second);
  gtk_widget_set_sensitive (row, !plx_project_is_read_only (plx_session_get_project (self->session)));
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
show_outlets (PlxOutletsDialog *self)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (self->session));
  GPtrArray *outlets = plx_outlets_list (reader, NULL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  g_clear_pointer (&self->outlets, g_ptr_array_unref);
  self->outlets = outlets != NULL ? outlets : g_ptr_array_new ();
  for (guint i = 0; i < self->outlets->len; i++)
    gtk_box_append (GTK_BOX (self->rows), row_new (self, i));
  if (self->outlets->len == 0)
    gtk_box_append (GTK_BOX (self->rows), hint_new ());
}

/* The focus stays in the row that it is in, and in the same part of it. */
static void
show_again (PlxOutletsDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, PLX_TYPE_FIELD_ENTRY) : NULL;
  g_autofree char *name = entry != NULL ? g_strdup (gtk_widget_get_name (entry)) : NULL;

  show_outlets (self);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); name != NULL && row != NULL; row = gtk_widget_get_next_sibling (row))
    for (GtkWidget *line = gtk_widget_get_first_child (row); line != NULL; line = gtk_widget_get_next_sibling (line))
      if (g_strcmp0 (gtk_widget_get_name (gtk_widget_get_first_child (line)), name) == 0)
        gtk_widget_grab_focus (gtk_widget_get_first_child (line));
}

static void
project_changed_cb (PlxOutletsDialog *self,
                    PlxChanges *changes)
{
  if (self->rows != NULL && plx_changes_touch_any (changes, 1 << PLX_TABLE_OUTLET | 1 << PLX_TABLE_DOCUMENT))
    show_again (self);
}

/* Life */

static void
plx_outlets_dialog_dispose (GObject *object)
{
  PlxOutletsDialog *self = PLX_OUTLETS_DIALOG (object);

  self->rows = NULL;
  g_clear_pointer (&self->outlets, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_outlets_dialog_parent_class)->dispose (object);
}

static void
plx_outlets_dialog_class_init (PlxOutletsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_outlets_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_outlets_dialog_init (PlxOutletsDialog *self)
{
}

static GtkWidget *
content_new (PlxOutletsDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (inner), self->rows);
  g_object_set (inner, "margin-top", 12, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), inner);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scroller);
  return content;
}

void
plx_outlets_dialog_show (GtkWidget *widget,
                         PlxSession *session)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  PlxOutletsDialog *self = g_object_new (PLX_TYPE_OUTLETS_DIALOG, "title", _ ("Outlets"), "modal", TRUE, "destroy-with-parent", TRUE,
                                         "default-width", 480, "default-height", 560, "name", "outlets-dialog", NULL);

  self->session = g_object_ref (session);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  adw_window_set_content (ADW_WINDOW (self), content_new (self));
  show_outlets (self);
  g_signal_connect_object (plx_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
