/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where something is, or might become, an annotation: what tagging of many
 * places at once and suggestions speak about. */

#pragma once

#include "base/plx-id.h"
#include "model/plx-span.h"

G_BEGIN_DECLS

typedef struct
{
  PlxId document;
  PlxSpan span;
  PlxId tag;
  PlxId entity; /* or PLX_ID_NONE */
} PlxPlacement;

G_END_DECLS
