/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process for what must not take this one along: a library of others that may crash,
 * go round in circles or take all memory on a file that was made for that.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sanitizers take terabytes of addresses, and have to see what they look for. */
#if defined(__SANITIZE_ADDRESS__)
#define PLX_INTAKE_CHILD_IS_SEEN TRUE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PLX_INTAKE_CHILD_IS_SEEN TRUE
#endif
#endif
#ifndef PLX_INTAKE_CHILD_IS_SEEN
#define PLX_INTAKE_CHILD_IS_SEEN FALSE
#endif

/* Returns: (transfer floating): the answer */
typedef GVariant *(*PlxIntakeChildFunc) (gpointer data);

/**
 * plx_intake_child_run:
 * @func: runs in a copy of this process, which has this thread only: it must not
 *   wait for others, speak to the screen or change files
 * @type: of its answer
 *
 * Returns: (transfer full) (nullable): the answer; %NULL if there is none, because it
 *   crashed or took more memory or time than any file needs.  Built for sanitizers
 *   @func runs in this process
 */
GVariant *plx_intake_child_run (PlxIntakeChildFunc func,
                                gpointer data,
                                const GVariantType *type);

G_END_DECLS
