/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving the codebook to a file, and loading one, with the questions that go
 * with it. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_codebook_files_save:
 * @widget: in whose window it is asked
 *
 * Asks where to and in which format, tells what the format cannot carry, and
 * saves.
 */
void plx_codebook_files_save (GtkWidget *widget,
                              PlxSession *session);

/**
 * plx_codebook_files_load:
 *
 * Asks for a file, tells what loading it would do, and loads it as one edit.
 */
void plx_codebook_files_load (GtkWidget *widget,
                              PlxSession *session);

/**
 * plx_codebook_files_save_to:
 * @file: its extension says in which format
 */
void plx_codebook_files_save_to (GtkWidget *widget,
                                 PlxSession *session,
                                 GFile *file);
void plx_codebook_files_load_from (GtkWidget *widget,
                                   PlxSession *session,
                                   GFile *file);

G_END_DECLS
