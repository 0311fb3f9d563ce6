/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-filter-panel.h"

#include "plx-swatch.h"
#include "plx-words.h"

#include "store/plx-annotators.h"

#include <glib/gi18n.h>

/* Pixels by which a child stands further in than its parent. */
#define INDENT 18

#define MAX_HEIGHT 480

typedef enum
{
  ROW_KIND,
  ROW_TAG,
  ROW_ANNOTATOR,
} RowType;

/* A line with a tick. */
typedef struct
{
  PlxFilterPanel *panel; /* borrowed */
  GtkCheckButton *check; /* borrowed: in the panel */
  RowType type;
  PlxId id; /* of a tag or annotator */
  PlxKind kind;
} Row;

struct _PlxFilterPanel
{
  GtkWidget parent_instance;

  GtkWidget *content; /* (owned): child */
  GtkBox *list;
  GtkWidget *show_all;

  PlxSession *session; /* (owned) */
  GPtrArray *rows;     /* (owned) (element-type Row) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PlxFilterPanel, plx_filter_panel, GTK_TYPE_WIDGET)

static PlxFilter *
get_filter (PlxFilterPanel *self)
{
  return plx_session_get_filter (self->session);
}

/* States */

static void
show_row (const Row *row)
{
  PlxFilter *filter = get_filter (row->panel);
  gboolean shown = TRUE;

  if (row->type == ROW_KIND)
    shown = plx_filter_shows_kind (filter, row->kind);
  else if (row->type == ROW_TAG)
    shown = plx_filter_shows_tag (filter, row->id);
  else
    shown = plx_filter_shows_annotator (filter, row->id);
  gtk_check_button_set_active (row->check, shown);
  if (row->type == ROW_TAG)
    gtk_widget_set_sensitive (GTK_WIDGET (row->check), plx_filter_shows_kind (filter, row->kind));
}

static void
update (PlxFilterPanel *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    show_row (g_ptr_array_index (self->rows, i));
  gtk_widget_set_sensitive (self->show_all, plx_filter_is_active (get_filter (self)));
  self->updating = FALSE;
}

static void
toggled_cb (GtkCheckButton *check,
            const Row *row)
{
  PlxFilter *filter = get_filter (row->panel);
  gboolean shown = gtk_check_button_get_active (check);

  if (row->panel->updating)
    return;
  if (row->type == ROW_KIND)
    plx_filter_set_kind_shown (filter, row->kind, shown);
  else if (row->type == ROW_TAG)
    plx_filter_set_tag_shown (filter, row->id, shown);
  else
    plx_filter_set_annotator_shown (filter, row->id, shown);
}

static void
only_cb (GtkButton *button,
         const Row *row)
{
  plx_filter_show_only_tag (get_filter (row->panel), row->id);
}

static void
show_all_cb (PlxFilterPanel *self)
{
  plx_filter_show_all (get_filter (self));
}

/* Rows */

static Row *
row_new (PlxFilterPanel *self,
         RowType type,
         const char *name)
{
  Row *row = g_new0 (Row, 1);

  row->panel = self;
  row->type = type;
  row->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (row->check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (row->check, "toggled", G_CALLBACK (toggled_cb), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static GtkWidget *
name_new (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  return label;
}

static void
append_title (PlxFilterPanel *self,
              const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "plx-panel-title");
  gtk_box_append (self->list, label);
}

static void
append_kind (PlxFilterPanel *self,
             PlxKind kind)
{
  Row *row = row_new (self, ROW_KIND, plx_words_get_kind (kind));

  row->kind = kind;
  gtk_check_button_set_child (row->check, name_new (plx_words_get_kind (kind)));
  gtk_box_append (self->list, GTK_WIDGET (row->check));
}

static GtkWidget *
only_button_new (Row *row,
                 const PlxTag *tag)
{
  /* Translators: button: show the annotations of this tag, and no others */
  GtkWidget *button = gtk_button_new_with_label (_ ("Only"));
  g_autofree char *isolated = plx_words_isolate (tag->path);
  /* Translators: %s is the name of a tag */
  g_autofree char *label = g_strdup_printf (_ ("Show only “%s”"), isolated);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plx-only");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (only_cb), row);
  return button;
}

static void
append_tag (PlxFilterPanel *self,
            const PlxTag *tag)
{
  Row *row = row_new (self, ROW_TAG, tag->path);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = plx_swatch_new ();

  row->id = tag->id;
  row->kind = tag->kind;
  plx_swatch_set_tag (PLX_SWATCH (swatch), tag);
  gtk_box_append (GTK_BOX (child), swatch);
  gtk_box_append (GTK_BOX (child), name_new (tag->name));
  gtk_check_button_set_child (row->check, child);
  gtk_widget_set_margin_start (GTK_WIDGET (row->check), tag->depth * INDENT);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->check));
  gtk_box_append (GTK_BOX (line), only_button_new (row, tag));
  gtk_box_append (self->list, line);
}

static void
append_annotator (PlxFilterPanel *self,
                  const PlxAnnotator *annotator)
{
  Row *row = row_new (self, ROW_ANNOTATOR, annotator->name);

  row->id = annotator->id;
  gtk_check_button_set_child (row->check, name_new (annotator->name));
  gtk_box_append (self->list, GTK_WIDGET (row->check));
}

static void
append_tags (PlxFilterPanel *self)
{
  GListModel *codebook = G_LIST_MODEL (plx_session_get_codebook (self->session));

  append_title (self, _ ("Tags"));
  for (guint i = 0; i < g_list_model_get_n_items (codebook); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);

      append_tag (self, plx_tag_item_get_tag (item));
    }
}

static void
append_annotators (PlxFilterPanel *self)
{
  PlxProject *project = plx_session_get_project (self->session);
  g_autoptr (GPtrArray) annotators = plx_annotators_list (plx_project_get_reader (project), NULL);

  if (annotators == NULL || annotators->len == 0)
    return;
  append_title (self, _ ("Annotators"));
  for (guint i = 0; i < annotators->len; i++)
    append_annotator (self, g_ptr_array_index (annotators, i));
}

static void
clear (PlxFilterPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  g_ptr_array_set_size (self->rows, 0);
}

static void
fill (PlxFilterPanel *self)
{
  clear (self);
  append_title (self, _ ("Kinds"));
  for (int kind = PLX_KIND_ACTOR; kind <= PLX_KIND_OTHER; kind++)
    append_kind (self, (PlxKind) kind);
  append_tags (self);
  append_annotators (self);
  update (self);
}

static void
codebook_changed_cb (PlxFilterPanel *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

/* Life */

static void
plx_filter_panel_map (GtkWidget *widget)
{
  fill (PLX_FILTER_PANEL (widget));
  GTK_WIDGET_CLASS (plx_filter_panel_parent_class)->map (widget);
}

static void
plx_filter_panel_dispose (GObject *object)
{
  PlxFilterPanel *self = PLX_FILTER_PANEL (object);

  if (self->content != NULL)
    clear (self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_filter_panel_parent_class)->dispose (object);
}

static void
plx_filter_panel_class_init (PlxFilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_filter_panel_dispose;
  widget_class->map = plx_filter_panel_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plx-filter-panel");
}

static GtkWidget *
list_new (PlxFilterPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  return scroller;
}

static void
plx_filter_panel_init (PlxFilterPanel *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  self->show_all = gtk_button_new_with_mnemonic (_ ("_Show All"));
  gtk_widget_set_name (self->show_all, "filter_show_all");
  g_signal_connect_swapped (self->show_all, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_box_append (GTK_BOX (self->content), list_new (self));
  gtk_box_append (GTK_BOX (self->content), self->show_all);
}

GtkWidget *
plx_filter_panel_new (PlxSession *session)
{
  PlxFilterPanel *self = g_object_new (PLX_TYPE_FILTER_PANEL, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (plx_session_get_filter (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_codebook (session), "changed", G_CALLBACK (codebook_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
