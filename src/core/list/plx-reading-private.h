/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of PlxReading share. */

#pragma once

#include "list/plx-reading.h"
#include "list/plx-shown-spans.h"

G_BEGIN_DECLS

struct _PlxReading
{
  GObject parent_instance;

  PlxProject *project;   /* (owned) */
  PlxDocument *document; /* (owned) */
  PlxText *text;         /* (owned) */
  GArray *blocks;        /* (owned) (element-type PlxBlock): of the text */
  PlxShownSpans *spans;  /* (owned): where it is annotated */
  PlxFilter *filter;     /* (owned) (nullable): followed */
  GHashTable *saving;    /* (owned) (element-type PlxId uint): writes on their way */
  PlxId previewed;       /* shown with other borders than it has, or PLX_ID_NONE */
  GArray *unmoved;       /* (owned) (nullable) (element-type PlxSpan): its spans before */

  gboolean has_text;
  gboolean is_reading;  /* in the background */
  GHashTable *missed;   /* (owned) (element-type PlxId): annotations that changed meanwhile */
  gboolean missed_all;  /* whether any of them may have */
  gboolean is_outdated; /* the article has another text */
};

/* Shows of one annotation what is stored. */
void plx_reading_reload_annotation (PlxReading *self,
                                    PlxId id);
void plx_reading_emit_spans_changed (PlxReading *self);

/* Whether what is shown of @annotation is on purpose not what is stored. */
gboolean plx_reading_is_ahead (PlxReading *self,
                               PlxId annotation);

/* Adds what is ahead of the store to @index, which was read from the store. */
void plx_reading_carry_ahead (PlxReading *self,
                              PlxSpanIndex *index);

/* What was deleted elsewhere has no borders to move. */
void plx_reading_drop_lost_preview (PlxReading *self);

G_END_DECLS
