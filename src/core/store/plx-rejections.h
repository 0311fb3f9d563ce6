/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table rejection: suggestions that somebody refused. */

#pragma once

#include "model/plx-placement.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/**
 * plx_rejections_add:
 * @annotator: who refuses
 *
 * Refuses a suggestion for everybody who works on the project; nothing changes
 * if it is refused already.
 */
gboolean plx_rejections_add (PlxConnection *connection,
                             const PlxPlacement *place,
                             PlxId annotator,
                             GError **error);

/**
 * plx_rejections_list:
 *
 * Returns: (transfer full) (element-type PlxPlacement): what was refused in
 *   @document, by place
 */
GArray *plx_rejections_list (PlxConnection *connection,
                             PlxId document,
                             GError **error);

/* A row of the table as it is. */
typedef struct
{
  PlxId id;
  PlxPlacement place;
  PlxId annotator;
  gint64 created;
} PlxRejection;

/**
 * plx_rejections_load:
 *
 * Returns: (transfer full) (element-type PlxRejection): all of @document, by id
 */
GArray *plx_rejections_load (PlxConnection *connection,
                             PlxId document,
                             GError **error);

/**
 * plx_rejections_restore:
 * @added: (out): %FALSE if the place is refused already
 *
 * Adds a row with its id and moment, which are filled in where not set.
 */
gboolean plx_rejections_restore (PlxConnection *connection,
                                 PlxRejection *rejection,
                                 gboolean *added,
                                 GError **error);

G_END_DECLS
