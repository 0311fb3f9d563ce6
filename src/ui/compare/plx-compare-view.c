/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-compare-view-private.h"

#include "compare/plx-cell-sample.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlxCompareView, plx_compare_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_TABLE = 1,
  PROP_ONLY_CONTRADICTIONS,
  PROP_ONLY_UNCHECKED,
  PROP_AS_TABLE,
  PROP_BY_PUBLICATION,
} PlxCompareViewProperty;

static GParamSpec *properties[PROP_BY_PUBLICATION + 1];

static const char *const tables[] = {
  [PLX_COMPARE_ACCOUNTS] = "accounts",
  [PLX_COMPARE_NAMES] = "names",
  [PLX_COMPARE_COVERAGE] = "coverage",
  [PLX_COMPARE_SOURCES] = "sources",
  [PLX_COMPARE_ATTRIBUTION] = "attribution",
  [PLX_COMPARE_TIMELINE] = "timeline",
};

/* Showing */

/* The first choice is for all. */
static gboolean
is_choosy (GtkDropDown *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  return selected != GTK_INVALID_LIST_POSITION && selected > 0;
}

/* Whether there are questions, and none of them is wanted. */
static gboolean
is_filtered_out (PlxCompareView *self)
{
  return self->table == PLX_COMPARE_ACCOUNTS && plx_comparing_get_comparison (self->comparing)->questions->len > 0 &&
         (self->only_contradictions || self->only_unchecked || is_choosy (self->tags) || is_choosy (self->entities));
}

static const char *
get_empty_title (PlxCompareView *self)
{
  if (self->table == PLX_COMPARE_NAMES)
    return _ ("Nobody Is Named Yet");
  if (self->table == PLX_COMPARE_ATTRIBUTION || self->table == PLX_COMPARE_TIMELINE)
    return _ ("No Claims Yet");
  if (is_filtered_out (self))
    return self->only_contradictions ? _ ("No Contradictions") : self->only_unchecked ? _ ("Everything Is Checked")
                                                                                      : _ ("No Such Question");
  return self->table == PLX_COMPARE_ACCOUNTS ? _ ("No Questions Yet") : _ ("Nothing to Compare Yet");
}

static const char *
get_empty_words (PlxCompareView *self)
{
  if (self->table == PLX_COMPARE_NAMES)
    return _ ("Tag actors and places and link them, and this table tells what each article calls them.");
  if (is_filtered_out (self))
    return self->only_contradictions ? _ ("On each question, what the articles say can hold together.")
           : self->only_unchecked    ? _ ("Each article says something on each question, or is noted as silent on it.")
                                     : _ ("No question has a claim of the kind that “Order and Filter” asks for.");
  return _ ("Tag a passage as a claim and give it a question: what the articles say on it then stands side by side here.");
}

/* Says what a large table leaves out. */
static void
show_limits (PlxCompareView *self,
             const PlxSheet *sheet)
{
  g_autofree char *message = NULL;

  if (sheet != NULL && sheet->n_columns_left > 0)
    {
      guint n = sheet->columns->len + sheet->n_columns_left;

      /* Translators: how many are shown, how many there are; “Order and Filter” is a button */
      message = g_strdup_printf (ngettext ("The first %u of %u article is shown. “Order and Filter” says which come first; exported tables hold all.",
                                           "The first %u of %u articles are shown. “Order and Filter” says which come first; exported tables hold all.", n),
                                 sheet->columns->len, n);
    }
  else if (sheet != NULL && sheet->n_rows_left > 0)
    message = g_strdup_printf (ngettext ("%u actor or place more is not shown; exported tables hold it.",
                                         "%u actors and places more are not shown; exported tables hold them.", sheet->n_rows_left),
                               sheet->n_rows_left);
  if (message != NULL)
    plx_banner_show (self->limits, message, NULL, NULL);
  else
    plx_banner_hide (self->limits);
}

void
plx_compare_view_show_summary (PlxCompareView *self,
                               const PlxSheet *sheet)
{
  const PlxComparison *comparison = plx_comparing_get_comparison (self->comparing);
  g_autofree char *questions = g_strdup_printf (ngettext ("%u question", "%u questions", comparison->questions->len), comparison->questions->len);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", comparison->said->len), comparison->said->len);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", comparison->documents->len), comparison->documents->len);
  g_autofree char *summary = g_strdup_printf ("%s · %s · %s", questions, claims, articles);

  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
  show_limits (self, sheet);
}

static void show_wanted (PlxCompareView *self);

static void
show_sheet (PlxCompareView *self,
            PlxSheet *sheet)
{
  plx_compare_view_show_summary (self, sheet);
  plx_sheet_view_set_sheet (self->view, sheet);
  adw_status_page_set_title (self->empty, get_empty_title (self));
  adw_status_page_set_description (self->empty, get_empty_words (self));
  gtk_stack_set_visible_child_name (self->stack, sheet->rows->len > 0 ? "sheet" : "empty");
  plx_compare_view_show_legend (self);
  plx_compare_view_show_details (self);
  show_wanted (self);
  if (self->table == PLX_COMPARE_ACCOUNTS)
    self->wanted = PLX_ID_NONE;
}

/* A request on its way. */
typedef struct
{
  GWeakRef view;
  guint number;
} Waiting;

static void
made_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (PlxSheet) sheet = plx_sheet_request_make_finish (result);
  g_autoptr (PlxCompareView) self = g_weak_ref_get (&waiting->view);

  if (self != NULL && self->comparing != NULL && self->request == waiting->number)
    {
      self->shown = waiting->number;
      show_sheet (self, sheet);
    }
  g_weak_ref_clear (&waiting->view);
  g_free (waiting);
}

static void
show (PlxCompareView *self)
{
  PlxSheetRequest *request;
  gboolean accounts = self->table == PLX_COMPARE_ACCOUNTS;
  Waiting *waiting;

  gtk_widget_set_visible (self->contradictions_button, accounts);
  gtk_widget_set_visible (self->unchecked_button, accounts);
  gtk_widget_set_visible (GTK_WIDGET (self->show_button), self->table <= PLX_COMPARE_COVERAGE);
  gtk_widget_set_visible (self->next_button, accounts);
  gtk_widget_set_visible (self->timeline_bar, self->table == PLX_COMPARE_TIMELINE);
  gtk_widget_set_visible (self->zoom_bar, plx_compare_view_is_drawing (self));
  plx_compare_view_show_legend (self);
  if (plx_comparing_get_comparison (self->comparing) == NULL)
    return;
  if (plx_compare_view_is_drawing (self))
    {
      plx_compare_view_show_timeline (self);
      return;
    }
  request = plx_compare_view_make_request (self);
  waiting = g_new0 (Waiting, 1);
  g_weak_ref_init (&waiting->view, self);
  waiting->number = ++self->request;
  plx_sheet_request_make_async (request, made_cb, waiting);
}

static int
find_row (const PlxSheet *sheet,
          PlxId question)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    if (((const PlxSheetRow *) g_ptr_array_index (sheet->rows, i))->id == question)
      return (int) i;
  return -1;
}

static int
find_column (const PlxSheet *sheet,
             PlxId document)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (g_array_index (sheet->columns, PlxSheetColumn, i).document == document)
      return (int) i;
  return -1;
}

static void
show_wanted (PlxCompareView *self)
{
  const PlxComparison *comparison = plx_comparing_get_comparison (self->comparing);
  const PlxSaid *said = comparison != NULL ? plx_comparison_find (comparison, self->wanted) : NULL;
  const PlxSheet *sheet = plx_sheet_view_get_sheet (self->view);
  int row, column;

  if (said == NULL || sheet == NULL)
    return;
  if (self->table != PLX_COMPARE_ACCOUNTS)
    {
      /* It is shown with the sheet. */
      g_object_set (self, "table", tables[PLX_COMPARE_ACCOUNTS], NULL);
      return;
    }
  row = find_row (sheet, ((const PlxQuestion *) g_ptr_array_index (comparison->questions, said->question))->id);
  column = find_column (sheet, said->account.document);
  if (row < 0 || column < 0)
    return;
  self->wanted = PLX_ID_NONE;
  plx_sheet_view_move_cursor (self->view, row, column);
}

void
plx_compare_view_show_claim (PlxCompareView *self,
                             PlxId annotation)
{
  self->wanted = annotation;
  show_wanted (self);
}

static void
updated_cb (PlxCompareView *self)
{
  plx_compare_view_fill_choices (self);
  show (self);
}

static void
choice_cb (PlxCompareView *self)
{
  if (!self->is_filling && self->comparing != NULL)
    show (self);
}

static void
cursor_moved_cb (PlxCompareView *self)
{
  plx_compare_view_show_details (self);
}

static void
activated_cb (PlxCompareView *self)
{
  plx_compare_view_open_cell (self);
}

/* Properties */

static void
set_table (PlxCompareView *self,
           const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (tables[i], name) == 0 && self->table != i)
      {
        self->table = i;
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE]);
        plx_compare_view_name_table (self);
        show (self);
      }
}

static void
set_flag (PlxCompareView *self,
          gboolean *flag,
          gboolean value,
          PlxCompareViewProperty property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  show (self);
}

static void
plx_compare_view_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  switch ((PlxCompareViewProperty) id)
    {
    case PROP_TABLE:
      g_value_set_string (value, tables[self->table]);
      break;
    case PROP_ONLY_CONTRADICTIONS:
      g_value_set_boolean (value, self->only_contradictions);
      break;
    case PROP_ONLY_UNCHECKED:
      g_value_set_boolean (value, self->only_unchecked);
      break;
    case PROP_AS_TABLE:
      g_value_set_boolean (value, self->as_table);
      break;
    case PROP_BY_PUBLICATION:
      g_value_set_boolean (value, self->by_publication);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_compare_view_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  switch ((PlxCompareViewProperty) id)
    {
    case PROP_TABLE:
      set_table (self, g_value_get_string (value));
      break;
    case PROP_ONLY_CONTRADICTIONS:
      set_flag (self, &self->only_contradictions, g_value_get_boolean (value), PROP_ONLY_CONTRADICTIONS);
      break;
    case PROP_ONLY_UNCHECKED:
      set_flag (self, &self->only_unchecked, g_value_get_boolean (value), PROP_ONLY_UNCHECKED);
      break;
    case PROP_AS_TABLE:
      set_flag (self, &self->as_table, g_value_get_boolean (value), PROP_AS_TABLE);
      break;
    case PROP_BY_PUBLICATION:
      set_flag (self, &self->by_publication, g_value_get_boolean (value), PROP_BY_PUBLICATION);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Life */

static void
plx_compare_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_compare_view_parent_class)->map (widget);
  plx_comparing_set_active (PLX_COMPARE_VIEW (widget)->comparing, TRUE);
}

static void
plx_compare_view_unmap (GtkWidget *widget)
{
  plx_comparing_set_active (PLX_COMPARE_VIEW (widget)->comparing, FALSE);
  GTK_WIDGET_CLASS (plx_compare_view_parent_class)->unmap (widget);
}

static gboolean
plx_compare_view_grab_focus (GtkWidget *widget)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);

  return gtk_widget_grab_focus (plx_compare_view_is_drawing (self) ? GTK_WIDGET (self->timeline) : GTK_WIDGET (self->view));
}

static void
plx_compare_view_dispose (GObject *object)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COMPARE_VIEW);
  g_clear_object (&self->comparing);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_compare_view_parent_class)->dispose (object);
}

static void
plx_compare_view_finalize (GObject *object)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  g_array_unref (self->tag_ids);
  g_array_unref (self->entity_ids);
  G_OBJECT_CLASS (plx_compare_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLX_TYPE_CELL_SAMPLE);
  g_type_ensure (PLX_TYPE_COMPARE_BAR);
  g_type_ensure (PLX_TYPE_SHEET_VIEW);
  g_type_ensure (PLX_TYPE_TIMELINE_VIEW);
  g_type_ensure (PLX_TYPE_BANNER);
  g_type_ensure (PLX_TYPE_FIT_BIN);
  g_type_ensure (PLX_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, tabs);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, tables_button);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, contradictions_button);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, unchecked_button);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, show_button);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, more_button);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, choices);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, show_place);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, more_place);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, columns);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, rows);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, tags);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, entities);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, timeline_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, zoom_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, limits);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, timeline);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, view);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, empty);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, legend);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, details_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, details);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, silent_button);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, open_button);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, next_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_TABLE] = g_param_spec_string ("table", NULL, NULL, "accounts", flags);
  properties[PROP_ONLY_CONTRADICTIONS] = g_param_spec_boolean ("only-contradictions", NULL, NULL, FALSE, flags);
  properties[PROP_ONLY_UNCHECKED] = g_param_spec_boolean ("only-unchecked", NULL, NULL, FALSE, flags);
  properties[PROP_AS_TABLE] = g_param_spec_boolean ("as-table", NULL, NULL, FALSE, flags);
  properties[PROP_BY_PUBLICATION] = g_param_spec_boolean ("by-publication", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
plx_compare_view_class_init (PlxCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_compare_view_get_property;
  object_class->set_property = plx_compare_view_set_property;
  object_class->dispose = plx_compare_view_dispose;
  object_class->finalize = plx_compare_view_finalize;
  widget_class->map = plx_compare_view_map;
  widget_class->unmap = plx_compare_view_unmap;
  widget_class->grab_focus = plx_compare_view_grab_focus;
  install_properties (object_class);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "compare.table", "table");
  gtk_widget_class_install_property_action (widget_class, "compare.only-contradictions", "only-contradictions");
  gtk_widget_class_install_property_action (widget_class, "compare.only-unchecked", "only-unchecked");
  gtk_widget_class_install_property_action (widget_class, "compare.as-table", "as-table");
  gtk_widget_class_install_property_action (widget_class, "compare.by-publication", "by-publication");
  plx_compare_view_class_install_actions (widget_class);
  plx_compare_view_class_install_timeline_actions (widget_class);
}

static void
plx_compare_view_init (PlxCompareView *self)
{
  self->is_filling = TRUE;
  self->tag_ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  self->entity_ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->show_button, plx_compare_view_place_choices, self, NULL);
  gtk_menu_button_set_create_popup_func (self->more_button, plx_compare_view_place_choices, self, NULL);
  plx_compare_view_name_table (self);
  plx_compare_view_follow_size (self);
  self->is_filling = FALSE;
}

GtkWidget *
plx_compare_view_new (PlxSession *session)
{
  PlxCompareView *self = g_object_new (PLX_TYPE_COMPARE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->comparing = plx_comparing_new (plx_session_get_project (session));
  g_signal_connect_object (self->comparing, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
