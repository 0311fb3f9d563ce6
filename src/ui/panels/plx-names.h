/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What type-ahead offers of a project: lists of #GtkStringObject, read anew at
 * each call. */

#pragma once

#include "model/plx-tag.h"
#include "project/plx-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_names_list_entities:
 * @kind: actor or place
 *
 * Returns: (transfer full): the names of all entities of that kind
 */
GtkStringList *plx_names_list_entities (PlxProject *project,
                                        PlxKind kind);

/**
 * plx_names_list_questions:
 *
 * Returns: (transfer full): the texts of all questions
 */
GtkStringList *plx_names_list_questions (PlxProject *project);

/**
 * plx_names_dup_entity:
 *
 * Returns: (transfer full): the name of @entity; empty for %PLX_ID_NONE
 */
char *plx_names_dup_entity (PlxProject *project,
                            PlxId entity);

/**
 * plx_names_dup_question:
 *
 * Returns: (transfer full): the text of @question; empty for %PLX_ID_NONE
 */
char *plx_names_dup_question (PlxProject *project,
                              PlxId question);

/**
 * plx_names_dup_annotator:
 *
 * Returns: (transfer full): the name of @annotator; empty if unknown
 */
char *plx_names_dup_annotator (PlxProject *project,
                               PlxId annotator);

G_END_DECLS
