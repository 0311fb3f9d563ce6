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
typedef GVariant *(*PlxIntakeChildFunc) (GBytes *question);

/**
 * plx_intake_child_init:
 * @func: what such a process does
 *
 * To be called first in main(), for such a process is this program, started anew; in
 * it this function does not return.
 */
void plx_intake_child_init (int argc,
                            char **argv,
                            PlxIntakeChildFunc func);

/**
 * plx_intake_child_ask:
 * @func: what was given to plx_intake_child_init()
 * @type: of its answer
 *
 * Waits for the answer of a process of its own.  Where main() prepared none, and built
 * for sanitizers, @func runs here.
 *
 * Returns: (transfer full) (nullable): the answer; %NULL if there is none, because it
 *   crashed or took more memory or time than any file needs
 */
GVariant *plx_intake_child_ask (PlxIntakeChildFunc func,
                                GBytes *question,
                                const GVariantType *type);

G_END_DECLS
