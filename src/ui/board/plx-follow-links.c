/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-follow-links.h"

#include "board/plx-column.h"

#include "query/plx-related.h"
#include "reader/plx-density-strip.h"
#include "session/plx-kind-label.h"

#define PORT 13
#define INSET 4
#define SOURCE_INSET 1

struct _PlxFollowLinks
{
  GObject parent_instance;

  PlxSession *session;   /* (owned) */
  GPtrArray *columns;    /* (not owned) (nullable) (element-type PlxColumn) */
  PlxColumnStrip *strip; /* (not owned) */
  GPtrArray *related;    /* (owned) (nullable) (element-type PlxRelated): of what is selected */
};

G_DEFINE_FINAL_TYPE (PlxFollowLinks, plx_follow_links, G_TYPE_OBJECT)

static guint changed_signal;

/* Relations */

static void
load_related (PlxFollowLinks *self)
{
  PlxConnection *connection = plx_project_get_reader (plx_session_get_project (self->session));
  PlxId selected = plx_session_get_selected (self->session);

  g_clear_pointer (&self->related, g_ptr_array_unref);
  if (connection != NULL && selected != PLX_ID_NONE)
    self->related = plx_related_list (connection, selected, NULL);
  g_signal_emit (self, changed_signal, 0);
}

/* (transfer full) (nullable): what relates @annotation to what is selected */
static char *
dup_kinds (PlxFollowLinks *self,
           PlxId annotation)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; self->related != NULL && i < self->related->len; i++)
    {
      const PlxRelated *related = g_ptr_array_index (self->related, i);

      if (related->other == annotation)
        g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", plx_kind_get_label (related->kind));
    }
  return kinds->len > 0 ? g_string_free (g_steal_pointer (&kinds), FALSE) : NULL;
}

/* Places */

/* The border of @column on that side, @inset inside. */
static float
get_border (PlxColumn *column,
            gboolean right,
            float inset,
            GtkWidget *overlay)
{
  double x = 0, y = 0;

  gtk_widget_translate_coordinates (GTK_WIDGET (column), overlay, 0, 0, &x, &y);
  return (float) x + (right ? (float) gtk_widget_get_width (GTK_WIDGET (column)) - inset : inset);
}

/* Where the headers end: a line may go there without crossing any text. */
static float
get_level (PlxColumn *column,
           GtkWidget *overlay)
{
  double x = 0, y = 0;

  gtk_widget_translate_coordinates (GTK_WIDGET (plx_column_get_reader (column)), overlay, 0, 0, &x, &y);
  return (float) y - 1;
}

static gboolean
get_anchor (PlxColumn *column,
            PlxId annotation,
            gboolean at_right,
            GtkWidget *overlay,
            graphene_point_t *point)
{
  PlxReader *reader = plx_column_get_reader (column);
  double x, y;

  if (!plx_reader_get_anchor (reader, annotation, at_right, &x, &y) ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (reader), overlay, x, y, &x, &y))
    return FALSE;
  *point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  return TRUE;
}

static guint
get_position (PlxFollowLinks *self,
              PlxColumn *column)
{
  guint position = 0;

  g_ptr_array_find (self->columns, column, &position);
  return position;
}

/* Where lines begin: the same for all of them, but for the side. */
typedef struct
{
  PlxColumn *column;
  PlxId annotation;
  GtkWidget *overlay;
  guint position;
  float level;
  float borders[2]; /* at the left, at the right */
  struct
  {
    gboolean is_known;
    gboolean is_there;
    graphene_point_t point;
  } anchors[2];
} Source;

static Source
make_source (PlxFollowLinks *self,
             PlxColumn *column,
             GtkWidget *overlay)
{
  return (Source){ .column = column,
                   .annotation = plx_session_get_selected (self->session),
                   .overlay = overlay,
                   .position = get_position (self, column),
                   .level = get_level (column, overlay),
                   .borders = { get_border (column, FALSE, SOURCE_INSET, overlay), get_border (column, TRUE, SOURCE_INSET, overlay) } };
}

static gboolean
get_source_anchor (Source *source,
                   gboolean at_right,
                   graphene_point_t *point)
{
  if (!source->anchors[at_right].is_known)
    source->anchors[at_right].is_there = get_anchor (source->column, source->annotation, at_right, source->overlay, &source->anchors[at_right].point);
  source->anchors[at_right].is_known = TRUE;
  *point = source->anchors[at_right].point;
  return source->anchors[at_right].is_there;
}

/* A border between columns is not in the middle between their words: the strip of
 * the one lies beside it. */
static float
get_aside (GtkWidget *overlay)
{
  float half = (float) plx_density_strip_get_extent () / 2;

  return gtk_widget_get_direction (overlay) == GTK_TEXT_DIR_RTL ? half : -half;
}

/* Goes up or down at the border of the column it comes from, so that scrolling
 * that draws no other anew; over columns between it goes where the headers end,
 * and down at the border of the one it leads to. */
static void
add_link (PlxFollowLinks *self,
          Source *source,
          PlxColumn *to,
          PlxId other,
          GArray *links)
{
  float left = get_border (to, FALSE, INSET, source->overlay);
  gboolean to_right = source->borders[FALSE] < left, at_right = source->column != to && !to_right;
  guint position = get_position (self, to);
  PlxLink link = { .label = NULL };
  const char *words;
  PlxStance stance;

  if (!get_source_anchor (source, to_right, &link.from) || !get_anchor (to, other, at_right, source->overlay, &link.to))
    return;
  /* Clear of the port, by which it can be related to others. */
  if (to_right)
    link.from.x += PORT;
  link.is_far = ABS ((int) source->position - (int) position) > 1;
  link.leave = source->borders[to_right];
  link.via = !link.is_far ? link.leave : at_right ? get_border (to, TRUE, INSET, source->overlay)
                                                  : left;
  link.aside = get_aside (source->overlay);
  link.over = source->level;
  stance = plx_accounts_get_stance (plx_session_get_accounts (self->session), other, &words);
  link.label = dup_kinds (self, other);
  link.clashes = stance == PLX_STANCE_CLASHES;
  if (link.label == NULL && stance > PLX_STANCE_WORDS)
    link.label = g_strdup (words);
  g_array_append_val (links, link);
}

static gboolean
is_seen (PlxFollowLinks *self,
         PlxColumn *column)
{
  return gtk_widget_get_mapped (GTK_WIDGET (column)) && plx_column_strip_is_seen (self->strip, GTK_WIDGET (column));
}

static void
list_related (PlxFollowLinks *self,
              Source *source,
              PlxColumn *to,
              PlxId counterpart,
              GArray *links)
{
  PlxId document = plx_reading_get_id (plx_column_get_reading (to));

  for (guint i = 0; self->related != NULL && i < self->related->len; i++)
    {
      const PlxRelated *related = g_ptr_array_index (self->related, i);

      if (related->document == document && related->other != counterpart)
        add_link (self, source, to, related->other, links);
    }
}

static PlxColumn *
find_source (PlxFollowLinks *self)
{
  PlxReading *reading = plx_session_get_selected_reading (self->session);

  for (guint i = 0; reading != NULL && i < self->columns->len; i++)
    if (plx_column_get_reading (g_ptr_array_index (self->columns, i)) == reading)
      return g_ptr_array_index (self->columns, i);
  return NULL;
}

/* What floats over the text must stay legible. */
static void
drop_labels (PlxFollowLinks *self,
             GArray *links)
{
  gboolean covered = FALSE;

  for (guint i = 0; i < self->columns->len && !covered; i++)
    covered = plx_column_has_bar (g_ptr_array_index (self->columns, i));
  for (guint i = 0; i < links->len && covered; i++)
    g_clear_pointer (&g_array_index (links, PlxLink, i).label, g_free);
}

void
plx_follow_links_list (PlxFollowLinks *self,
                       GtkWidget *overlay,
                       GArray *links)
{
  PlxFollow *follow = plx_session_get_follow (self->session);
  PlxColumn *selected = self->columns != NULL ? find_source (self) : NULL;
  Source source;

  if (selected == NULL || !plx_look_get_follow (plx_session_get_look (self->session)) || !is_seen (self, selected))
    return;
  source = make_source (self, selected, overlay);
  for (guint i = 0; i < self->columns->len; i++)
    {
      PlxColumn *column = g_ptr_array_index (self->columns, i);
      PlxId counterpart = column != selected ? plx_follow_get_counterpart (follow, plx_column_get_reading (column)) : PLX_ID_NONE;

      if (!is_seen (self, column))
        continue;
      if (counterpart != PLX_ID_NONE)
        add_link (self, &source, column, counterpart, links);
      list_related (self, &source, column, counterpart, links);
    }
  drop_labels (self, links);
}

/* Following */

/* Each column frames its counterpart. */
static void
frame (PlxFollowLinks *self)
{
  PlxFollow *follow = plx_session_get_follow (self->session);
  PlxReading *source = plx_session_get_selected_reading (self->session);

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      PlxColumn *column = g_ptr_array_index (self->columns, i);
      PlxReading *reading = plx_column_get_reading (column);

      plx_reader_set_counterpart (plx_column_get_reader (column), reading != source ? plx_follow_get_counterpart (follow, reading) : PLX_ID_NONE);
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
project_changed_cb (PlxFollowLinks *self,
                    PlxChanges *changes)
{
  if (plx_changes_touch (changes, PLX_TABLE_RELATION) || plx_changes_touch (changes, PLX_TABLE_RELATION_KIND) ||
      plx_changes_touch (changes, PLX_TABLE_SPAN))
    load_related (self);
}

/* Life */

void
plx_follow_links_stop (PlxFollowLinks *self)
{
  self->columns = NULL;
}

static void
plx_follow_links_dispose (GObject *object)
{
  PlxFollowLinks *self = PLX_FOLLOW_LINKS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->related, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_follow_links_parent_class)->dispose (object);
}

static void
plx_follow_links_class_init (PlxFollowLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_follow_links_dispose;
  changed_signal = g_signal_new ("changed", PLX_TYPE_FOLLOW_LINKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_follow_links_init (PlxFollowLinks *self)
{
}

PlxFollowLinks *
plx_follow_links_new (PlxSession *session,
                      GPtrArray *columns,
                      PlxColumnStrip *strip)
{
  PlxFollowLinks *self = g_object_new (PLX_TYPE_FOLLOW_LINKS, NULL);

  self->session = g_object_ref (session);
  self->columns = columns;
  self->strip = strip;
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (load_related), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (plx_session_get_follow (session), "changed", G_CALLBACK (frame), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_accounts (session), "changed", G_CALLBACK (frame), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_session_get_look (session), "notify::follow", G_CALLBACK (frame), self, G_CONNECT_SWAPPED);
  return self;
}
