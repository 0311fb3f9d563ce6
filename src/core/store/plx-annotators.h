/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Table annotator. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct
{
  PlxId id;
  char *name;
  gint64 created;
} PlxAnnotator;

void plx_annotator_free (PlxAnnotator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAnnotator, plx_annotator_free)

/**
 * plx_annotators_add:
 * @annotator: (inout): with a name that no other has; id and moment are filled
 *   in where they are not set
 */
gboolean plx_annotators_add (PlxConnection *connection,
                             PlxAnnotator *annotator,
                             GError **error);

/**
 * plx_annotators_ensure:
 * @id: (out): the annotator called @name, added if need be
 */
gboolean plx_annotators_ensure (PlxConnection *connection,
                                const char *name,
                                PlxId *id,
                                GError **error);

/**
 * plx_annotators_list:
 *
 * Returns: (transfer container) (element-type PlxAnnotator): by id
 */
GPtrArray *plx_annotators_list (PlxConnection *connection,
                                GError **error);

G_END_DECLS
