/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words above annotated spans: the entity that is mentioned, else the name
 * of the tag.  Laid out once and kept, for they are drawn with every frame. */

#pragma once

#include <gtk/gtk.h>

#include "list/plx-codebook.h"
#include "list/plx-reading.h"

G_BEGIN_DECLS

typedef struct
{
  PangoLayout *layout; /* (owned) */
  int width;
  int height;
} PlxCaption;

typedef struct _PlxCaptions PlxCaptions;

/**
 * plx_captions_new:
 * @widget: (transfer none): has to live longer
 * @scale: how many times larger than usual letters are
 */
PlxCaptions *plx_captions_new (GtkWidget *widget,
                               PlxReading *reading,
                               PlxCodebook *codebook,
                               float scale);
void plx_captions_free (PlxCaptions *self);

/* To be called when annotations, tags or entities may be called otherwise. */
void plx_captions_forget (PlxCaptions *self);

/**
 * plx_captions_get:
 *
 * Returns: (transfer none): the caption of @annotation, which has @tag; valid
 *   until the names are forgotten
 */
const PlxCaption *plx_captions_get (PlxCaptions *self,
                                    PlxId annotation,
                                    PlxId tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCaptions, plx_captions_free)

G_END_DECLS
