/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the articles of a window are shown: zoom, font, distances, and whether
 * the columns scroll together.
 *
 * One for each session, for all columns.  Holds values that make sense, whatever
 * it is given; knows no widget and no settings.
 */

#pragma once

#include <glib-object.h>

#include "model/plx-tag.h"

G_BEGIN_DECLS

/* In percent. */
#define PLX_ZOOM_MIN 50
#define PLX_ZOOM_MAX 300
#define PLX_ZOOM_DEFAULT 100

/* Fonts that are no name of a family. */
#define PLX_FONT_SERIF "serif"
#define PLX_FONT_SANS "sans"

typedef enum
{
  PLX_LINE_HEIGHT_COMPACT,
  PLX_LINE_HEIGHT_NORMAL,
  PLX_LINE_HEIGHT_WIDE,
} PlxLineHeight;

typedef enum
{
  PLX_LINE_WIDTH_NARROW,
  PLX_LINE_WIDTH_NORMAL,
  PLX_LINE_WIDTH_WIDE,
  PLX_LINE_WIDTH_FULL, /* as wide as the column */
} PlxLineWidth;

#define PLX_TYPE_LINE_HEIGHT (plx_line_height_get_type ())
#define PLX_TYPE_LINE_WIDTH (plx_line_width_get_type ())
#define PLX_TYPE_PALETTE (plx_palette_get_type ())

GType plx_line_height_get_type (void);
GType plx_line_width_get_type (void);
GType plx_palette_get_type (void);

#define PLX_TYPE_LOOK (plx_look_get_type ())

G_DECLARE_FINAL_TYPE (PlxLook, plx_look, PLX, LOOK, GObject)

/* Properties, all of them readable and writable:
 *   "zoom"         int            percent, PLX_ZOOM_MIN to PLX_ZOOM_MAX
 *   "font"         string         PLX_FONT_SERIF, PLX_FONT_SANS or a family
 *   "line-height"  PlxLineHeight
 *   "line-width"   PlxLineWidth
 *   "captions"     gboolean       words stand above annotations
 *   "palette"      PlxPalette     what colours tags are shown in
 *   "sync"         gboolean       columns scroll together
 *   "follow"       gboolean       columns go to what is on the subject of what is selected
 *
 * Signals:
 *   "changed" ()  text is to be laid out anew: "zoom", "font", "line-height", "line-width" or "captions" is different
 */

PlxLook *plx_look_new (void);

int plx_look_get_zoom (PlxLook *self);

/* @zoom: percent; brought within the limits */
void plx_look_set_zoom (PlxLook *self,
                        int zoom);

/**
 * plx_look_step_zoom:
 * @steps: how many steps larger, or smaller if negative
 *
 * Goes along a ladder of percentages, from wherever the zoom is.
 */
void plx_look_step_zoom (PlxLook *self,
                         int steps);

const char *plx_look_get_font (PlxLook *self);

/* @font: (nullable): what cannot be the name of a font is %PLX_FONT_SERIF */
void plx_look_set_font (PlxLook *self,
                        const char *font);

PlxLineHeight plx_look_get_line_height (PlxLook *self);
PlxLineWidth plx_look_get_line_width (PlxLook *self);
gboolean plx_look_get_captions (PlxLook *self);
PlxPalette plx_look_get_palette (PlxLook *self);
gboolean plx_look_get_sync (PlxLook *self);
gboolean plx_look_get_follow (PlxLook *self);

G_END_DECLS
