/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON Lines: one object for each row of the project, one on each line. */

#pragma once

#include "format/plx-format.h"

G_BEGIN_DECLS

extern const PlxFormat plx_format_jsonl;

G_END_DECLS
