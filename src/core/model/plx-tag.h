/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tag: one code of the codebook, which is a tree. */

#pragma once

#include "base/plx-id.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_KIND_ACTOR,
  PLX_KIND_PLACE,
  PLX_KIND_CLAIM,
  PLX_KIND_OTHER,
} PlxKind;

/**
 * plx_kind_to_string:
 *
 * Returns: (transfer none): `actor`, `place`, `claim` or `other`: the word in
 *   the database and in every format, not for the screen
 */
const char *plx_kind_to_string (PlxKind kind);
gboolean plx_kind_from_string (const char *string,
                               PlxKind *kind);

/* Strings are owned and never %NULL in a tag that came from the store. */
typedef struct
{
  PlxId id;
  PlxId parent; /* PLX_ID_NONE at the top */
  PlxKind kind; /* children are of their parent's kind */
  char *name;   /* without '/' */
  char *path;   /* 'Actor/State': names from the top; set by the store */
  char *colour; /* #rrggbb */
  char *hotkey; /* see model/plx-hotkey.h, or empty */
  char *code;   /* one or two letters, unique among tags of its kind; set by PlxCodebook */
  char *description;
  char *examples;    /* one a line */
  const char *shown; /* (nullable): static: colour that it is shown in instead of its own; set by PlxCodebook */
  int position;      /* among its siblings; negative: at the end, once it is added */
  int depth;         /* 0 at the top; set by the store */
} PlxTag;

/* What colours tags are shown in. */
typedef enum
{
  PLX_PALETTE_OWN,   /* each in its own */
  PLX_PALETTE_KINDS, /* all of a kind in one, four that everybody can tell apart */
  PLX_PALETTE_BLACK, /* all in black: letters and patterns tell them apart */
} PlxPalette;

PlxTag *plx_tag_new (void);
PlxTag *plx_tag_copy (const PlxTag *self);
void plx_tag_free (PlxTag *self);

/**
 * plx_tag_get_shown_colour:
 *
 * Returns: (transfer none): the colour to draw it in, `#rrggbb`
 */
const char *plx_tag_get_shown_colour (const PlxTag *self);

/**
 * plx_palette_find_colour:
 *
 * Returns: (transfer none) (nullable): static: the colour of all tags of @kind,
 *   %NULL if each has its own
 */
const char *plx_palette_find_colour (PlxPalette palette,
                                     PlxKind kind);

/* Whether all fields are the same. */
gboolean plx_tag_equal (const PlxTag *a,
                        const PlxTag *b);

/**
 * plx_examples_normalize:
 * @examples: (nullable): one a line
 *
 * Returns: (transfer full): the same without blank lines and outer blanks
 */
char *plx_examples_normalize (const char *examples);

/**
 * plx_tag_check:
 *
 * Whether name, colour and hotkey are in order.
 *
 * @error: %PLX_STORE_ERROR_CONSTRAINT naming field, value and remedy
 */
gboolean plx_tag_check (const PlxTag *self,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTag, plx_tag_free)

G_END_DECLS
