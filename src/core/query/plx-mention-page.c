/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-mention-page.h"

PlxMentionPage *
plx_mention_page_load (PlxConnection *connection,
                       PlxId entity,
                       guint limit,
                       GError **error)
{
  g_autoptr (PlxMentionPage) page = g_new0 (PlxMentionPage, 1);
  int n_mentions = plx_mentions_count (connection, entity, error);

  if (n_mentions < 0)
    return NULL;
  page->n_mentions = (guint) n_mentions;
  page->rows = plx_mentions_list (connection, entity, limit, error);
  return page->rows != NULL ? g_steal_pointer (&page) : NULL;
}

void
plx_mention_page_free (PlxMentionPage *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}
