/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which articles are open in a window, and where in them, from one day to the next. */

#include "config.h"

#include "window/plx-window-private.h"

#include "board/plx-board.h"
#include "compat/plx-settings.h"

#include <math.h>

/* The layout is written down this long after it began to change, so that a
 * crash forgets no more than the last moment. */
#define LAYOUT_DELAY_MS 1500

/* So many articles are opened of a project that was never open in a window. */
#define FIRST_COLUMNS 3

void
plx_window_save_layout (PlxWindow *self)
{
  PlxReading *current = plx_session_get_current (self->session);
  g_autoptr (GVariant) layout = plx_workbench_save_layout (self->workbench);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  plx_settings_set_value (self->project_settings, "columns", layout);
  plx_settings_set_value (self->project_settings, "focused",
                          g_variant_new_int64 (current != NULL ? plx_reading_get_id (current) : PLX_ID_NONE));
}

static gboolean
layout_cb (gpointer data)
{
  PlxWindow *self = data;

  self->layout_id = 0;
  plx_window_save_layout (self);
  return G_SOURCE_REMOVE;
}

static void
layout_changed_cb (PlxWindow *self)
{
  if (self->layout_id == 0)
    self->layout_id = g_timeout_add (LAYOUT_DELAY_MS, layout_cb, self);
}

/* Keeps of a remembered layout what can be had: articles that are still there,
 * numbers that make sense. */
static GVariant *
sanitize_layout (PlxWindow *self,
                 GVariant *layout)
{
  GVariantBuilder builder;
  GVariantIter iter;
  gint64 document;
  gboolean pinned;
  double weight;
  int top;
  int n = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PLX_BOARD_LAYOUT_TYPE));
  g_variant_iter_init (&iter, layout);
  while (n < PLX_SESSION_MAX_READINGS && g_variant_iter_next (&iter, "(xdib)", &document, &weight, &top, &pinned))
    {
      if (!plx_session_has_document (self->session, document))
        continue;
      g_variant_builder_add (&builder, "(xdib)", document,
                             isfinite (weight) && weight > 0 ? weight : 1.0,
                             MAX (top, 0), pinned);
      n++;
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static GVariant *
dup_first_layout (PlxWindow *self)
{
  GListModel *documents = G_LIST_MODEL (plx_session_get_documents (self->session));
  guint n = MIN (g_list_model_get_n_items (documents), FIRST_COLUMNS);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PLX_BOARD_LAYOUT_TYPE));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxDocumentItem) item = g_list_model_get_item (documents, i);

      g_variant_builder_add (&builder, "(xdib)", plx_document_item_get_id (item), 1.0, 0, FALSE);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static gboolean
has_layout (PlxWindow *self)
{
  g_autoptr (GVariant) value = NULL;

  if (self->project_settings != NULL)
    value = g_settings_get_user_value (self->project_settings, "columns");
  return value != NULL;
}

static void
focus_reading (PlxWindow *self,
               PlxId document)
{
  GListModel *readings = plx_session_get_readings (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      if (plx_reading_get_id (reading) == document || (i == 0 && document == PLX_ID_NONE))
        plx_session_set_current (self->session, reading);
    }
}

void
plx_window_restore_layout (PlxWindow *self)
{
  g_autoptr (GVariant) stored = plx_settings_dup_value (self->project_settings, "columns", PLX_BOARD_LAYOUT_TYPE);
  g_autoptr (GVariant) focused = plx_settings_dup_value (self->project_settings, "focused", "x");
  g_autoptr (GVariant) layout = stored != NULL && has_layout (self) ? sanitize_layout (self, stored)
                                                                    : dup_first_layout (self);

  plx_workbench_restore_layout (self->workbench, layout);
  focus_reading (self, focused != NULL ? g_variant_get_int64 (focused) : PLX_ID_NONE);
}

void
plx_window_follow_layout (PlxWindow *self)
{
  g_signal_connect_object (self->session, "notify::current", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workbench, "layout-changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
}
