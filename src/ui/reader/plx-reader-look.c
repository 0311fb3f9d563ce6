/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zoom, font, and the distances that go with them.
 *
 * The four lanes below a line keep their size at every zoom (large letters of the
 * desktop make them larger, see plx-mark-sizes.h), so the distance
 * between lines is what they need: the larger the letters, the more of it they
 * bring along above them. */

#include "config.h"

#include "reader/plx-reader-private.h"

#include "compat/plx-text-scale.h"

/* Of the text at 100 %, in points, as the style sheet has it. */
#define FONT_POINTS 12.0

#define SIDE_MARGIN 26
#define PARAGRAPH_GAP 4

/* What a family has to offer for other scripts. */
#define SERIF_FAMILIES "\"Noto Serif\", \"Source Serif 4\", \"Charis SIL\", \"Noto Naskh Arabic\", serif"
#define SANS_FAMILIES "\"Noto Sans\", \"Inter\", \"Cantarell\", \"Noto Sans Arabic\", sans-serif"

static PlxLook *
get_look (PlxReader *self)
{
  return plx_session_get_look (self->session);
}

double
plx_reader_get_scale (PlxReader *self)
{
  return plx_look_get_zoom (get_look (self)) / 100.0 * plx_text_scale_get (GTK_WIDGET (self));
}

/* Font */

/* As a list of families in a style sheet. */
static char *
dup_families (const char *font)
{
  GString *quoted;

  if (g_str_equal (font, PLX_FONT_SERIF))
    return g_strdup (SERIF_FAMILIES);
  if (g_str_equal (font, PLX_FONT_SANS))
    return g_strdup (SANS_FAMILIES);
  quoted = g_string_new ("\"");
  for (const char *p = font; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  g_string_append (quoted, "\", " SERIF_FAMILIES);
  return g_string_free (quoted, FALSE);
}

static void
set_font (PlxReader *self)
{
  g_autofree char *families = dup_families (plx_look_get_font (get_look (self)));
  char points[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (points, sizeof points, "%.2f", FONT_POINTS * plx_look_get_zoom (get_look (self)) / 100);
  css = g_strdup_printf ("textview.plx-reader { font-family: %s; font-size: %spt; }", families, points);
  gtk_css_provider_load_from_data (self->css, css, -1);
}

/* Distances */

/* Between the lines of a paragraph, besides what the lanes need. */
static int
get_leading (PlxReader *self)
{
  static const int leading[] = {
    [PLX_LINE_HEIGHT_COMPACT] = 0,
    [PLX_LINE_HEIGHT_NORMAL] = 3,
    [PLX_LINE_HEIGHT_WIDE] = 10,
  };

  return (int) (leading[plx_look_get_line_height (get_look (self))] * plx_reader_get_scale (self) + 0.5);
}

/* The last lane may lie over the blank head of the letters below, which grows
 * with them. */
static int
get_lane_space (PlxReader *self)
{
  const PlxMarkSizes *sizes = plx_highlight_painter_get_sizes (self->painter);

  return MAX (sizes->lanes_height - (int) (PLX_LINE_HEAD * plx_reader_get_scale (self)), sizes->lane_gap + sizes->lane_pitch);
}

static void
set_distances (PlxReader *self)
{
  int leading = get_leading (self);
  const PlxMarkSizes *sizes = plx_highlight_painter_get_sizes (self->painter);
  int captions = plx_look_get_captions (get_look (self)) ? sizes->caption_height : 0;

  g_object_set (self,
                "pixels-above-lines", PARAGRAPH_GAP + captions,
                "pixels-below-lines", sizes->lanes_height + PARAGRAPH_GAP + leading,
                "pixels-inside-wrap", get_lane_space (self) + leading + captions,
                NULL);
  plx_block_style_rescale (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), plx_reader_get_scale (self));
}

static void
set_marks (PlxReader *self)
{
  plx_highlight_painter_set_scale (self->painter, plx_text_scale_get (GTK_WIDGET (self)));
}

/* Longer lines are tiring to read. */
static int
get_text_width (PlxReader *self)
{
  static const int widths[] = {
    [PLX_LINE_WIDTH_NARROW] = 540,
    [PLX_LINE_WIDTH_NORMAL] = 720,
    [PLX_LINE_WIDTH_WIDE] = 960,
  };
  PlxLineWidth width = plx_look_get_line_width (get_look (self));

  return width == PLX_LINE_WIDTH_FULL ? G_MAXINT : (int) MIN (widths[width] * plx_reader_get_scale (self), G_MAXINT);
}

void
plx_reader_set_margins (PlxReader *self)
{
  int margin = MAX (SIDE_MARGIN, (self->width - get_text_width (self)) / 2);

  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), margin);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), margin);
}

/* Following */

/* The line at the top stays there. */
static void
look_changed_cb (PlxReader *self)
{
  plx_reader_hold_top (self);
  plx_highlight_painter_set_captions (self->painter, plx_look_get_captions (get_look (self)));
  set_font (self);
  set_distances (self);
  plx_reader_set_margins (self);
  plx_paragraph_cache_clear (self->paragraphs);
}

void
plx_reader_rescale (PlxReader *self)
{
  if (self->session == NULL)
    return;
  plx_reader_hold_top (self);
  set_marks (self);
  set_distances (self);
  plx_reader_set_margins (self);
}

void
plx_reader_init_look (PlxReader *self)
{
  self->css = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->css),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (get_look (self), "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  plx_highlight_painter_set_captions (self->painter, plx_look_get_captions (get_look (self)));
  set_marks (self);
  set_font (self);
  set_distances (self);
  plx_reader_set_margins (self);
}
