/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plx-test-hook.h"

#include "app/plx-test-blocks.h"
#include "app/plx-test-quiet.h"
#include "app/plx-test-start.h"
#include "app/plx-test-state.h"
#include "app/plx-test-words.h"
#include "compare/plx-sheet-view.h"
#include "compare/plx-timeline-view.h"
#include "compat/plx-surface.h"
#include "reader/plx-reader.h"

#include <stdio.h>

/* A character that is scrolled into view is waited for. */
#define LOOK_AGAIN_MS 30
#define LOOK_TIMES 60

struct _PlxTestHook
{
  GtkApplication *application; /* borrowed: it owns the hook */
  char *file;                  /* (owned) */
};

static void
answer (PlxTestHook *self,
        JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (node, FALSE);
  FILE *file = fopen (self->file, "a");

  if (file == NULL)
    return;
  fprintf (file, "%s\n", line);
  fclose (file);
}

static void
answer_error (PlxTestHook *self,
              const char *message)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, message);
  json_builder_end_object (builder);
  answer (self, builder);
}

/* Geometry */

/* A point of @widget in pixels of the screen. */
static gboolean
locate (GtkWidget *widget,
        const graphene_point_t *point,
        graphene_point_t *on_screen)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double surface_x;
  double surface_y;
  int x;
  int y;

  if (native == NULL || !gtk_widget_compute_point (widget, GTK_WIDGET (native), point, on_screen))
    return FALSE;
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  plx_surface_get_origin (gtk_native_get_surface (native), &x, &y);
  on_screen->x += (float) (surface_x + x);
  on_screen->y += (float) (surface_y + y);
  return TRUE;
}

static void
answer_rect (PlxTestHook *self,
             GtkWidget *widget,
             const GdkRectangle *rect)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *names[] = { "x", "y", "width", "height" };
  graphene_point_t corner = GRAPHENE_POINT_INIT ((float) rect->x, (float) rect->y);
  graphene_point_t at;
  int values[4];

  if (!locate (widget, &corner, &at))
    {
      answer_error (self, "not on the screen");
      return;
    }
  values[0] = (int) at.x;
  values[1] = (int) at.y;
  values[2] = rect->width;
  values[3] = rect->height;
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      json_builder_set_member_name (builder, names[i]);
      json_builder_add_int_value (builder, values[i]);
    }
  json_builder_end_object (builder);
  answer (self, builder);
}

typedef struct
{
  PlxTestHook *hook;
  PlxReader *reader; /* (owned) */
  int offset;
  int n_looks;
} Look;

static gboolean
look_cb (gpointer data)
{
  Look *look = data;
  GdkRectangle rect;

  if (plx_reader_get_offset_rect (look->reader, look->offset, &rect))
    answer_rect (look->hook, GTK_WIDGET (look->reader), &rect);
  else if (look->n_looks++ < LOOK_TIMES)
    return G_SOURCE_CONTINUE;
  else
    answer_error (look->hook, "not in view");
  g_object_unref (look->reader);
  g_free (look);
  return G_SOURCE_REMOVE;
}

static void
geometry_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  PlxTestHook *self = data;
  const char *which;
  int offset;
  GtkWidget *reader;
  Look *look;

  g_variant_get (parameter, "(&si)", &which, &offset);
  reader = plx_test_state_find_reader (which);
  if (reader == NULL)
    {
      answer_error (self, "no such article is open");
      return;
    }
  look = g_new0 (Look, 1);
  look->hook = self;
  look->reader = g_object_ref (PLX_READER (reader));
  look->offset = offset;
  plx_reader_reveal (look->reader, offset);
  g_timeout_add (LOOK_AGAIN_MS, look_cb, look);
}

static void
count_geometry_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  PlxTestHook *self = data;
  const char *which;
  int offset;
  GtkWidget *reader;
  GdkRectangle rect;

  g_variant_get (parameter, "(&si)", &which, &offset);
  reader = plx_test_state_find_reader (which);
  if (reader != NULL && plx_reader_get_count_rect (PLX_READER (reader), offset, &rect))
    answer_rect (self, reader, &rect);
  else
    answer_error (self, "no count is there");
}

static void
handle_geometry_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  PlxTestHook *self = data;
  const char *which;
  int fragment;
  gboolean at_end;
  GtkWidget *reader;
  GdkRectangle rect;

  g_variant_get (parameter, "(&sib)", &which, &fragment, &at_end);
  reader = plx_test_state_find_reader (which);
  if (reader != NULL && plx_reader_get_handle_rect (PLX_READER (reader), (guint) fragment, at_end, &rect))
    answer_rect (self, reader, &rect);
  else
    answer_error (self, "no such handle is on the screen");
}

/* Of a table: row and column, -1 for the titles. */
static void
cell_geometry_cb (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  PlxTestHook *self = data;
  GtkWidget *view = plx_test_state_find_sheet ();
  GdkRectangle rect;
  int row, column;

  g_variant_get (parameter, "(ii)", &row, &column);
  if (view != NULL && plx_sheet_view_get_cell_area (PLX_SHEET_VIEW (view), row, column, &rect))
    answer_rect (self, view, &rect);
  else
    answer_error (self, "no such cell is on the screen");
}

/* Of the timeline: the number of the mark, by lane and time. */
static void
mark_geometry_cb (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  PlxTestHook *self = data;
  GtkWidget *view = plx_test_state_find_timeline ();
  GdkRectangle rect;

  if (view != NULL && plx_timeline_view_get_mark_area (PLX_TIMELINE_VIEW (view), g_variant_get_int32 (parameter), &rect))
    answer_rect (self, view, &rect);
  else
    answer_error (self, "no such mark is on the screen");
}

static void
port_geometry_cb (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  PlxTestHook *self = data;
  GtkWidget *reader = plx_test_state_find_reader (g_variant_get_string (parameter, NULL));
  GdkRectangle rect;

  if (reader != NULL && plx_reader_get_port_rect (PLX_READER (reader), &rect))
    answer_rect (self, reader, &rect);
  else
    answer_error (self, "no port is on the screen");
}

static void
widget_geometry_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  PlxTestHook *self = data;
  GtkWidget *widget = plx_test_state_find_widget (g_variant_get_string (parameter, NULL));
  GdkRectangle rect = { 0, 0, 0, 0 };

  if (widget == NULL)
    {
      answer_error (self, "no such widget is on the screen");
      return;
    }
  rect.width = gtk_widget_get_width (widget);
  rect.height = gtk_widget_get_height (widget);
  answer_rect (self, widget, &rect);
}

static void
answer_quiet (const char *busy,
              gpointer data)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "busy");
  if (busy != NULL)
    json_builder_add_string_value (builder, busy);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  answer (data, builder);
}

static void
settle_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  plx_test_quiet_wait (g_variant_get_uint32 (parameter), answer_quiet, data);
}

static void
dump_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  PlxTestHook *self = data;
  g_autoptr (JsonBuilder) builder = NULL;

  plx_test_blocks_enter ();
  builder = plx_test_state_build (self->application);
  answer (self, builder);
  plx_test_blocks_leave ();
}

static void
words_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  g_autoptr (JsonBuilder) builder = plx_test_words_build ();

  answer (data, builder);
}

static void
answer_done (PlxTestHook *self,
             gboolean done)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "done");
  json_builder_add_boolean_value (builder, done);
  json_builder_end_object (builder);
  answer (self, builder);
}

static void
act_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer data)
{
  PlxTestHook *self = data;

  answer_done (self, plx_test_words_act (self->application, g_variant_get_string (parameter, NULL)));
}

static void
resize_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  PlxTestHook *self = data;
  int width, height;

  g_variant_get (parameter, "(ii)", &width, &height);
  answer_done (self, plx_test_words_resize (self->application, width, height));
}

static void
blocks_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  PlxTestHook *self = data;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "longest-block");
  json_builder_add_double_value (builder, plx_test_blocks_take ());
  json_builder_end_object (builder);
  answer (self, builder);
}

/* Starting */

static void
started_cb (const char *what,
            double number,
            gpointer data)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, what);
  json_builder_add_double_value (builder, number);
  json_builder_end_object (builder);
  answer (data, builder);
}

PlxTestHook *
plx_test_hook_new (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "geometry", .parameter_type = "(si)", .activate = geometry_cb },
    { .name = "count-geometry", .parameter_type = "(si)", .activate = count_geometry_cb },
    { .name = "mark-geometry", .parameter_type = "i", .activate = mark_geometry_cb },
    { .name = "cell-geometry", .parameter_type = "(ii)", .activate = cell_geometry_cb },
    { .name = "port-geometry", .parameter_type = "s", .activate = port_geometry_cb },
    { .name = "handle-geometry", .parameter_type = "(sib)", .activate = handle_geometry_cb },
    { .name = "widget-geometry", .parameter_type = "s", .activate = widget_geometry_cb },
    { .name = "settle", .parameter_type = "u", .activate = settle_cb },
    { .name = "dump", .activate = dump_cb },
    { .name = "blocks", .activate = blocks_cb },
    { .name = "words", .activate = words_cb },
    { .name = "act", .parameter_type = "s", .activate = act_cb },
    { .name = "resize", .parameter_type = "(ii)", .activate = resize_cb },
  };
  const char *file = g_getenv ("PARALLAX_TEST_HOOK");
  const char *until = g_getenv ("PARALLAX_TEST_HOOK_QUIT");
  PlxTestHook *self;

  if (file == NULL || *file == '\0')
    return NULL;
  self = g_new0 (PlxTestHook, 1);
  self->application = application;
  self->file = g_strdup (file);
  plx_test_blocks_watch ();
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), self);
  if (until != NULL && *until != '\0')
    plx_test_start_watch (application, until, started_cb, self);
  return self;
}

void
plx_test_hook_free (PlxTestHook *self)
{
  g_free (self->file);
  g_free (self);
}
