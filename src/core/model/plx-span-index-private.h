/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the index of spans share. */

#pragma once

#include "model/plx-span-index.h"

G_BEGIN_DECLS

#define PLX_SPAN_BLOCK 64

typedef struct
{
  PlxId annotation;
  int first; /* where its first span starts */
  int last;  /* where its last span starts */
  guint lane;
} PlxSpanEntry;

struct _PlxSpanIndex
{
  GArray *spans;   /* (owned) (element-type PlxIndexedSpan) */
  GArray *ends;    /* (owned) (element-type int): one for each block, also the last, short one */
  GArray *entries; /* (owned) (element-type PlxSpanEntry) */
};

static inline PlxIndexedSpan *
plx_span_index_at (PlxSpanIndex *self,
                   gsize i)
{
  return &g_array_index (self->spans, PlxIndexedSpan, i);
}

/* Equal ranges are ordered by age. */
static inline int
plx_span_index_compare (const PlxIndexedSpan *a,
                        const PlxIndexedSpan *b)
{
  int order = plx_span_compare (&a->span, &b->span);

  return order != 0 ? order : (a->annotation > b->annotation) - (a->annotation < b->annotation);
}

/* Computes the ends of the blocks from the one of position @i on. */
void plx_span_index_update_ends (PlxSpanIndex *self,
                                 gsize i);

/* %NULL if @annotation has no span here. */
PlxSpanEntry *plx_span_index_find_entry (PlxSpanIndex *self,
                                         PlxId annotation);

G_END_DECLS
