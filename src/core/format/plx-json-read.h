/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reads the rows of a JSON Lines file, one for each type.
 *
 * Rows that stand for something are named by UUID, or by name alone in files that
 * were written by hand; `uuid` may be any string that is the same throughout the
 * file.  What is wrong with a row becomes a problem of the import.
 */

#pragma once

#include "format/plx-json-line.h"

G_BEGIN_DECLS

gboolean plx_json_read_tag (PlxJsonLine *self,
                            GError **error);

gboolean plx_json_read_relation_kind (PlxJsonLine *self,
                                      GError **error);

gboolean plx_json_read_entity (PlxJsonLine *self,
                               GError **error);

gboolean plx_json_read_question (PlxJsonLine *self,
                                 GError **error);

gboolean plx_json_read_annotator (PlxJsonLine *self,
                                  GError **error);

gboolean plx_json_read_outlet (PlxJsonLine *self,
                               GError **error);

gboolean plx_json_read_field (PlxJsonLine *self,
                              GError **error);

gboolean plx_json_read_document (PlxJsonLine *self,
                                 GError **error);

gboolean plx_json_read_annotation (PlxJsonLine *self,
                                   GError **error);

gboolean plx_json_read_silence (PlxJsonLine *self,
                                GError **error);

gboolean plx_json_read_rejection (PlxJsonLine *self,
                                  GError **error);

gboolean plx_json_read_relation (PlxJsonLine *self,
                                 GError **error);

G_END_DECLS
