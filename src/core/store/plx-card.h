/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list of projects tells about one of them. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  char *uuid; /* "" if it cannot be read */
  gint64 n_documents;
  gint64 n_annotations;
  gint64 size;     /* bytes */
  gint64 changed;  /* seconds since 1970, 0 if unknown */
  GError *problem; /* (nullable): why it cannot be read */
} PlxCard;

/**
 * plx_card_read:
 * @path: of a project
 *
 * Looks at the file, and at everything in it that has to be counted: not for the
 * main thread.  What cannot be read is told by the card.
 *
 * Returns: (transfer full): the card
 */
PlxCard *plx_card_read (const char *path);
void plx_card_free (PlxCard *self);

/**
 * plx_card_open:
 *
 * Opens a project to read it, whoever works on it: a file at rest without side
 * files and looked through for damage, as one that is open has been.
 */
PlxConnection *plx_card_open (const char *path,
                              GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCard, plx_card_free)

G_END_DECLS
