/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "help/plx-help-window.h"

#include "compat/plx-portal.h"
#include "compat/plx-text-scale.h"
#include "help/plx-help-page.h"

/* Where the pictures of the guide are installed. */
#define FIGURES "help/C/parallax/figures"

#define SCHEME "help:"
#define LINE_WIDTH 640

struct _PlxHelpWindow
{
  AdwWindow parent_instance;

  /* Template Widgets */
  AdwLeaflet *leaflet;
  GtkListBox *contents;
  GtkStack *stack;
  AdwWindowTitle *title;
  GtkWidget *page_side;

  /* Owned References */
  GPtrArray *pages; /* (element-type PlxHelpPage) */
};

G_DEFINE_FINAL_TYPE (PlxHelpWindow, plx_help_window, ADW_TYPE_WINDOW)

/* Blocks */

static gboolean
link_cb (GtkLabel *label,
         const char *address,
         PlxHelpWindow *self)
{
  if (g_str_has_prefix (address, SCHEME))
    plx_help_window_turn (self, address + strlen (SCHEME));
  else
    plx_portal_open_link (GTK_WINDOW (self), address);
  return GDK_EVENT_STOP;
}

static GtkWidget *
label_new (PlxHelpWindow *self,
           const char *markup,
           const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), self, 0);
  return label;
}

/* Text with what stands before it. */
static GtkWidget *
item_new (PlxHelpWindow *self,
          const char *mark,
          const char *markup)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (mark);

  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), label_new (self, markup, NULL));
  return box;
}

static char *
dup_picture_path (const char *name)
{
  const char *guide = g_getenv ("PARALLAX_GUIDE");
  g_autofree char *base = g_path_get_dirname (PLX_DATA_DIR);
  g_autofree char *file = g_path_get_basename (name);

  return guide != NULL ? g_build_filename (guide, name, NULL) : g_build_filename (base, FIGURES, file, NULL);
}

/* A picture that is not installed is left out: the text stands without it. */
static GtkWidget *
picture_new (const PlxHelpBlock *block)
{
  g_autofree char *path = dup_picture_path (block->text);
  GtkWidget *picture;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  picture = gtk_picture_new_for_filename (path);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), block->words);
  if (block->words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, block->words, -1);
  gtk_widget_set_size_request (picture, -1, 340);
  gtk_widget_add_css_class (picture, "card");
  return picture;
}

static GtkWidget *
block_new (PlxHelpWindow *self,
           const PlxHelpBlock *block)
{
  g_autofree char *number = g_strdup_printf ("%u.", block->number);

  switch (block->kind)
    {
    case PLX_HELP_TITLE:
      return label_new (self, block->text, "title-1");
    case PLX_HELP_HEADING:
      return label_new (self, block->text, "title-4");
    case PLX_HELP_ITEM:
      return item_new (self, "•", block->text);
    case PLX_HELP_STEP:
      return item_new (self, number, block->text);
    case PLX_HELP_NOTE:
      return label_new (self, block->text, "plx-help-note");
    case PLX_HELP_PICTURE:
      return picture_new (block);
    case PLX_HELP_PARAGRAPH:
    default:
      return label_new (self, block->text, NULL);
    }
}

/* Pages */

static GtkWidget *
page_new (PlxHelpWindow *self,
          const PlxHelpPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const PlxHelpBlock *block = g_ptr_array_index (page->blocks, i);
      GtkWidget *widget = block_new (self, block);

      if (widget == NULL)
        continue;
      if (block->kind == PLX_HELP_HEADING)
        gtk_widget_set_margin_top (widget, 12);
      gtk_box_append (GTK_BOX (box), widget);
    }
  gtk_widget_add_css_class (box, "plx-help-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), LINE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  /* Or else nothing there takes the keys that scroll. */
  gtk_widget_set_focusable (scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, page->title, -1);
  return scrolled;
}

static void
add_page (PlxHelpWindow *self,
          const PlxHelpPage *page)
{
  GtkWidget *label = gtk_label_new (page->title);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_tooltip_text (row, page->summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, page->title, -1);
  gtk_list_box_append (self->contents, row);
  gtk_stack_add_named (self->stack, page_new (self, page), page->id);
}

static const PlxHelpPage *
get_page (PlxHelpWindow *self,
          int position)
{
  return position >= 0 && (guint) position < self->pages->len ? g_ptr_array_index (self->pages, position) : NULL;
}

static void
row_selected_cb (PlxHelpWindow *self,
                 GtkListBoxRow *row)
{
  const PlxHelpPage *page = row != NULL ? get_page (self, gtk_list_box_row_get_index (row)) : NULL;

  if (page == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, page->id);
  adw_window_title_set_title (self->title, page->title);
}

/* In a narrow window the list gives way to the page. */
static void
row_activated_cb (PlxHelpWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->page_side);
}

static void
back_cb (PlxHelpWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

void
plx_help_window_turn (PlxHelpWindow *self,
                      const char *page)
{
  g_return_if_fail (PLX_IS_HELP_WINDOW (self));

  for (guint i = 0; i < self->pages->len; i++)
    if (g_str_equal (get_page (self, (int) i)->id, page))
      {
        gtk_list_box_select_row (self->contents, gtk_list_box_get_row_at_index (self->contents, (int) i));
        adw_leaflet_set_visible_child (self->leaflet, self->page_side);
        return;
      }
}

/* The window */

void
plx_help_window_show (const char *page)
{
  GListModel *windows = gtk_window_get_toplevels ();
  PlxHelpWindow *self = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && self == NULL; i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (PLX_IS_HELP_WINDOW (window))
        self = PLX_HELP_WINDOW (window);
    }
  if (self == NULL)
    self = g_object_new (PLX_TYPE_HELP_WINDOW, NULL);
  plx_help_window_turn (self, page);
  gtk_window_present (GTK_WINDOW (self));
}

/* It is no window of the application, whose keys are not heard in it. */
static gboolean
quit_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  GApplication *application = g_application_get_default ();

  gtk_window_close (GTK_WINDOW (widget));
  if (application != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return GDK_EVENT_STOP;
}

static void
plx_help_window_dispose (GObject *object)
{
  PlxHelpWindow *self = PLX_HELP_WINDOW (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_HELP_WINDOW);
  G_OBJECT_CLASS (plx_help_window_parent_class)->dispose (object);
}

static void
plx_help_window_class_init (PlxHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_help_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PlxHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, PlxHelpWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PlxHelpWindow, page_side);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_q, GDK_CONTROL_MASK, quit_cb, NULL);
}

static void
plx_help_window_init (PlxHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  self->pages = plx_help_list ();
  for (guint i = 0; i < self->pages->len; i++)
    add_page (self, get_page (self, (int) i));
}
