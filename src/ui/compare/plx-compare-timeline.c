/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as a drawing: made on another thread, shown in place of the sheet. */

#include "config.h"

#include "compare/plx-compare-view-private.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.5

gboolean
plx_compare_view_is_drawing (PlxCompareView *self)
{
  return self->table == PLX_COMPARE_TIMELINE && !self->as_table;
}

/* A chart on its way. */
typedef struct
{
  PlxComparison *comparison; /* (owned) */
  GArray *order;             /* (owned) */
  PlxTimelineBy by;
  guint number;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  plx_comparison_unref (wanted->comparison);
  g_array_unref (wanted->order);
  g_free (wanted);
}

static void
make (GTask *task,
      gpointer source,
      gpointer data,
      GCancellable *cancellable)
{
  const Wanted *wanted = data;

  g_task_return_pointer (task, plx_timeline_chart_new (wanted->comparison, wanted->order, wanted->by), (GDestroyNotify) plx_timeline_chart_free);
}

/* What stands there if nothing can be drawn. */
static void
show_nothing (PlxCompareView *self,
              const PlxTimelineChart *chart)
{
  if (chart->marks->len == 0)
    {
      adw_status_page_set_title (self->empty, _ ("No Claims Yet"));
      adw_status_page_set_description (
          self->empty, _ ("Tag a passage as a claim and give it a question: when it happened and when it was published then stand here side by side."));
      return;
    }
  adw_status_page_set_title (self->empty, _ ("No Dates Yet"));
  adw_status_page_set_description (self->empty, _ ("Give claims the time of their event, in the details of each, or give the articles their date: then they "
                                                   "find their place on a line of time. “Table” lists them as they are."));
}

static void
made_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxCompareView) self = g_weak_ref_get (data);
  PlxTimelineChart *chart = g_task_propagate_pointer (G_TASK (result), NULL);
  const Wanted *wanted = g_task_get_task_data (G_TASK (result));
  gboolean is_empty = chart->marks->len == 0 || chart->range.start >= chart->range.end;

  g_weak_ref_clear (data);
  g_free (data);
  if (self == NULL || self->comparing == NULL || self->request != wanted->number)
    {
      plx_timeline_chart_free (chart);
      return;
    }
  self->shown = wanted->number;
  if (is_empty)
    show_nothing (self, chart);
  plx_timeline_view_set_chart (self->timeline, chart);
  plx_compare_view_show_summary (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "timeline");
  plx_compare_view_show_details (self);
}

void
plx_compare_view_show_timeline (PlxCompareView *self)
{
  PlxComparison *comparison = plx_comparing_get_comparison (self->comparing);
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  Wanted *wanted = g_new0 (Wanted, 1);
  g_autoptr (GTask) task = NULL;

  g_weak_ref_init (weak, self);
  wanted->comparison = plx_comparison_ref (comparison);
  wanted->order = plx_comparison_list_columns (comparison, (PlxColumnOrder) gtk_drop_down_get_selected (self->columns));
  wanted->by = self->by_publication ? PLX_TIMELINE_BY_PUBLICATION : PLX_TIMELINE_BY_EVENT;
  wanted->number = ++self->request;
  task = g_task_new (NULL, NULL, made_cb, weak);
  g_task_set_source_tag (task, plx_compare_view_show_timeline);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, make);
}

/* Zoom */

static void
zoom_in_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  plx_timeline_view_zoom (PLX_COMPARE_VIEW (widget)->timeline, ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  plx_timeline_view_zoom (PLX_COMPARE_VIEW (widget)->timeline, 1 / ZOOM_STEP);
}

static void
zoom_fit_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  plx_timeline_view_zoom (PLX_COMPARE_VIEW (widget)->timeline, 0);
}

void
plx_compare_view_class_install_timeline_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "compare.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "compare.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "compare.zoom-fit", NULL, zoom_fit_cb);
}
