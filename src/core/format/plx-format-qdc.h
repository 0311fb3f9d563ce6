/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook as REFI-QDA 1.5 has it, for other programs of qualitative
 * analysis; see schemas of the standard: Codebook.xsd. */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

extern const PlxFormat plx_format_qdc;

G_END_DECLS
