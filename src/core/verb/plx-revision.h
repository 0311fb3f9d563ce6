/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a revised text does to an article: told before, and done as one edit.
 *
 * Annotations are carried over by the rule of model/plx-carry.h.  Those that are
 * kept or found go to the new text.  Reworded and lost ones stay with the old
 * version, as they were, and wait to be placed or dropped; of a correction, which
 * changes no sense, reworded ones go to the new text too.
 *
 * A silence says that somebody read all of the text.  It stays if no words came,
 * and for a correction; else it stays with the old version, and the question
 * counts as not checked.  Refused suggestions go with their words.
 */

#pragma once

#include "model/plx-annotation.h"
#include "model/plx-carry.h"
#include "model/plx-document.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct
{
  PlxAnnotation *annotation; /* (owned): as it is on the old text */
  PlxCarryWay way;
  GArray *spans;  /* (owned) (nullable) (element-type PlxSpan): where it goes, or could go */
  gboolean waits; /* stays with the old version */
} PlxRevised;

typedef struct
{
  PlxDocument *document; /* (owned): the article as it is */
  PlxText *before;       /* (owned) */
  PlxText *after;        /* (owned) */
  PlxCarrier *carrier;   /* (owned): with the differences */
  gboolean corrects;
  GPtrArray *annotations;           /* (owned) (element-type PlxRevised): by place */
  guint n_ways[PLX_CARRY_LOST + 1]; /* how many annotations went which way */
  guint n_carried;                  /* how many go to the new text */
  guint n_waiting;                  /* how many stay with the old version */
  gboolean keeps_silences;
  guint n_silences; /* how many have to be checked again */
} PlxRevision;

/**
 * plx_revision_plan:
 * @article: as it stands now
 * @text: its new text
 * @corrects: whether only typos differ
 *
 * Reads what would become of everything.
 *
 * Returns: (transfer full) (nullable): what plx_verb_revise() would do
 */
PlxRevision *plx_revision_plan (PlxConnection *connection,
                                PlxId article,
                                PlxText *text,
                                gboolean corrects,
                                GError **error);

/**
 * plx_revision_plan_waiting:
 * @earlier: an earlier version
 *
 * The same for what waits in an earlier version, against the text that the
 * article has now.
 */
PlxRevision *plx_revision_plan_waiting (PlxConnection *connection,
                                        PlxId earlier,
                                        GError **error);
void plx_revision_free (PlxRevision *self);

/* One sentence for the user: how many are carried over, how many wait. */
char *plx_revision_dup_summary (const PlxRevision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRevision, plx_revision_free)

G_END_DECLS
