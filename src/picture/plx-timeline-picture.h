/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole timeline, as it is printed: on pages, or as a file. */

#pragma once

#include "picture/plx-picture-file.h"
#include "query/plx-timeline-chart.h"

G_BEGIN_DECLS

typedef struct _PlxTimelinePicture PlxTimelinePicture;

/**
 * plx_timeline_picture_new:
 * @chart: (transfer none): has to stay while the picture is there
 * @mirrored: whether lines begin at the right
 */
PlxTimelinePicture *plx_timeline_picture_new (const PlxTimelineChart *chart,
                                              gboolean mirrored);
void plx_timeline_picture_free (PlxTimelinePicture *self);

/* In units of the picture, which are about points of the screen. */
double plx_timeline_picture_get_width (PlxTimelinePicture *self);

/**
 * plx_timeline_picture_list_pages:
 * @height: of a page, in units of the picture
 *
 * Returns: (transfer full) (element-type double): where each page begins, so that
 *   no lane is cut which fits on one
 */
GArray *plx_timeline_picture_list_pages (PlxTimelinePicture *self,
                                         double height);

/* Draws a page, with the scale above it. */
void plx_timeline_picture_draw_page (PlxTimelinePicture *self,
                                     cairo_t *cairo,
                                     GArray *pages,
                                     guint page,
                                     double height);

/**
 * plx_timeline_picture_save:
 * @mirrored: whether lines begin at the right
 *
 * Writes all of @chart as it would be printed, legible at the width of a page.
 *
 * @error: as of plx_picture_save(); %G_IO_ERROR_FAILED also if there is nothing
 *   to draw, saying what to do
 */
gboolean plx_timeline_picture_save (const PlxTimelineChart *chart,
                                    gboolean mirrored,
                                    const char *path,
                                    PlxPictureFormat format,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTimelinePicture, plx_timeline_picture_free)

G_END_DECLS
