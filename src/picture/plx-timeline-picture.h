/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole timeline as a file. */

#pragma once

#include "picture/plx-picture-file.h"
#include "query/plx-timeline-chart.h"

G_BEGIN_DECLS

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

G_END_DECLS
