/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook as one JSON object with every field of every tag and of every
 * kind of relation, one row a line. */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

extern const PlxFormat plx_format_codebook;

G_END_DECLS
