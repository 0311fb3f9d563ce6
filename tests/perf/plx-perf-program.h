/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself, and an empty window of libadwaita, as processes of their
 * own with settings of their own, which tell what they had used. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;  /* (owned): of this test alone */
  char *hook;    /* (owned): file that answers appear in */
  char *project; /* (owned) (nullable): what is opened */
} PlxPerfProgram;

/* @self is filled with zeros. */
void plx_perf_program_set_up (PlxPerfProgram *self);
void plx_perf_program_tear_down (PlxPerfProgram *self);

/**
 * plx_perf_program_run:
 * @until: what the program quits after, see plx-test-hook.h
 * @input: (nullable): its standard input
 *
 * Runs a program, which must succeed.
 *
 * Returns: (transfer full): what it printed
 */
char *plx_perf_program_run (PlxPerfProgram *self,
                            const char *until,
                            const char *const *arguments,
                            const char *input);

/* Processor seconds of an empty window until its first frame; for
 * plx_perf_compare_seconds(), as the next one. */
double plx_perf_program_start_empty (gpointer self);

/* Processor seconds of the program until the first frame with the project. */
double plx_perf_program_start (gpointer self);

/* Bytes of memory of its own that the program has when the project is shown and
 * nothing moves any more. */
double plx_perf_program_get_idle_memory (PlxPerfProgram *self);

G_END_DECLS
