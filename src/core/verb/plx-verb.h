/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A verb: one thing that a person does to a project, ready to be done.
 *
 * Window and command line make the same verbs and differ only in the thread on
 * which they run.  A verb owns copies of everything it needs.
 */

#pragma once

#include "store/plx-edit.h"
#include "verb/plx-sitting.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* key for the history: 'tag', 'retag', ... */
  char *detail;     /* (owned): to what, in the user's own words */
  PlxEditFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify destroy;
  PlxSitting *sitting; /* (owned) (nullable): to go on with */
} PlxVerb;

/**
 * plx_verb_new:
 * @name: a string literal
 * @detail: (nullable): copied
 * @data: (transfer full): given to @func, freed with @destroy
 */
PlxVerb *plx_verb_new (const char *name,
                       const char *detail,
                       PlxEditFunc func,
                       gpointer data,
                       GDestroyNotify destroy);
void plx_verb_free (PlxVerb *self);

/**
 * plx_verb_set_sitting:
 * @sitting: (nullable)
 *
 * Lets the verb go on with the edit of @sitting.  Only for verbs that change
 * fields of rows and neither add nor remove any: who follows the history reads
 * all changes of the edit once more.
 */
void plx_verb_set_sitting (PlxVerb *self,
                           PlxSitting *sitting);

/**
 * plx_verb_run:
 * @annotator: the name of who does it
 * @serial: (out) (optional): see plx_edit_run()
 *
 * Does it, durably, as one edit.
 */
gboolean plx_verb_run (PlxVerb *self,
                       PlxConnection *connection,
                       const char *annotator,
                       gint64 *serial,
                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVerb, plx_verb_free)

G_END_DECLS
