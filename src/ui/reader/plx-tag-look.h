/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the annotations of a tag are drawn with: colours for the scheme, the
 * pattern of the kind, and the letters that name the tag. */

#pragma once

#include <gtk/gtk.h>

#include "list/plx-codebook.h"
#include "reader/plx-palette.h"

G_BEGIN_DECLS

/* Letters on a chip of the colour of the tag. */
typedef struct
{
  PangoLayout *layout; /* (owned) */
  PangoRectangle ink;
} PlxLetters;

typedef struct
{
  PlxPaint paint;
  GdkRGBA tint;
  GdkRGBA strong;
  GdkRGBA bar;
  GdkRGBA ink; /* of letters on the bar's colour */
  PlxKind kind;
  char *code;         /* (owned) */
  GPtrArray *letters; /* (owned) (element-type PlxLetters): by fragment, as far as asked for */
} PlxTagLook;

typedef struct _PlxTagLooks PlxTagLooks;

/**
 * plx_tag_looks_new:
 * @widget: (transfer none): has to live longer
 */
PlxTagLooks *plx_tag_looks_new (GtkWidget *widget,
                                PlxCodebook *codebook);
void plx_tag_looks_free (PlxTagLooks *self);

/* Forgets all looks; to be called when tags, fonts or the scheme changed. */
void plx_tag_looks_set_scheme (PlxTagLooks *self,
                               PlxScheme scheme);

/* Forgets all looks; @scale: how many times larger than usual letters are. */
void plx_tag_looks_set_scale (PlxTagLooks *self,
                              float scale);

/**
 * plx_tag_looks_get:
 *
 * Returns: (transfer none): valid until scheme or scale are set
 */
PlxTagLook *plx_tag_looks_get (PlxTagLooks *self,
                               PlxId tag);

/**
 * plx_tag_looks_get_letters:
 * @fragment: 0, or which part of a discontinuous annotation, from 1
 *
 * Returns: (transfer none): valid until scheme or scale are set
 */
const PlxLetters *plx_tag_looks_get_letters (PlxTagLooks *self,
                                             PlxTagLook *look,
                                             guint fragment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTagLooks, plx_tag_looks_free)

G_END_DECLS
