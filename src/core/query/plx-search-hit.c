/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-search-hit.h"

/* A slice in one line. */
static char *
dup_line (PlxText *text,
          int start,
          int end)
{
  char *slice = plx_text_dup_slice (text, start, end);

  return g_strdelimit (slice, "\n\r\t\v\f", ' ');
}

PlxSearchHit *
plx_search_hit_new (PlxSearchWhere where,
                    PlxId document,
                    PlxId subject,
                    const char *title,
                    PlxText *text,
                    const PlxSpan *span)
{
  PlxSearchHit *hit = g_new0 (PlxSearchHit, 1);
  int length = plx_text_get_length (text);
  int from = plx_text_floor_grapheme (text, MAX (span->start - PLX_SEARCH_CONTEXT, 0));
  int to = plx_text_ceil_grapheme (text, MIN (span->end + PLX_SEARCH_CONTEXT, length));

  hit->where = where;
  hit->document = document;
  hit->subject = subject;
  hit->title = g_strdup (title);
  hit->before = dup_line (text, from, span->start);
  hit->text = dup_line (text, span->start, span->end);
  hit->after = dup_line (text, span->end, to);
  if (where == PLX_SEARCH_TEXT)
    hit->span = *span;
  return hit;
}

void
plx_search_hit_free (PlxSearchHit *self)
{
  g_free (self->title);
  g_free (self->before);
  g_free (self->text);
  g_free (self->after);
  g_free (self);
}

const char *
plx_search_where_get_name (PlxSearchWhere where)
{
  static const char *const names[] = { "text", "note", "article", "entity", "tag", "question" };

  return names[where];
}
