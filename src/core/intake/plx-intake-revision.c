/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-revision.h"

#include "model/plx-fold.h"
#include "store/plx-documents.h"
#include "store/plx-rows.h"

#include <string.h>

/* Addresses differ by scheme, www, what follows a ? or #, and a last slash. */
static char *
dup_plain_url (const char *url)
{
  const char *start = strstr (url, "://");
  g_autofree char *plain = NULL;
  gsize length;

  start = start != NULL ? start + 3 : url;
  if (g_ascii_strncasecmp (start, "www.", 4) == 0)
    start += 4;
  plain = g_strndup (start, strcspn (start, "?#"));
  length = strlen (plain);
  while (length > 0 && plain[length - 1] == '/')
    plain[--length] = '\0';
  return g_steal_pointer (&plain);
}

static gboolean
is_same_url (const char *a,
             const char *b)
{
  g_autofree char *first = dup_plain_url (a);
  g_autofree char *second = dup_plain_url (b);

  /* A host alone is no article. */
  return strchr (first, '/') != NULL && strcmp (first, second) == 0;
}

static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *first = plx_fold_string (a, PLX_FOLD_ALL);
  g_autofree char *second = plx_fold_string (b, PLX_FOLD_ALL);

  return *first != '\0' && strcmp (first, second) == 0;
}

static gboolean
is_same_article (const PlxDocument *new,
                 const PlxDocument *old)
{
  return is_same_url (new->url, old->url) || is_same_name (new->outlet, old->outlet) || is_same_name (new->title, old->title);
}

static gboolean
find_by_url (PlxConnection *connection,
             const PlxDocument *document,
             PlxId *id,
             GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;
  PlxStep step;

  *id = PLX_ID_NONE;
  if (*document->url == '\0')
    return TRUE;
  statement = plx_connection_prepare (connection, "SELECT id, url FROM document WHERE url <> '' AND article IS NULL ORDER BY position, id");
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW && *id == PLX_ID_NONE)
    if (is_same_url (plx_statement_peek_text (statement, 1), document->url))
      *id = plx_statement_get_int (statement, 0);
  return step != PLX_STEP_ERROR;
}

static gboolean
find_revised (PlxConnection *connection,
              PlxIntakeItem *item,
              GError **error)
{
  g_autoptr (PlxDocument) old = NULL;

  item->revises = PLX_ID_NONE;
  if (item->duplicate_of != PLX_ID_NONE || item->repeats >= 0)
    return TRUE;
  if (item->resembles != PLX_ID_NONE)
    {
      old = plx_documents_get (connection, item->resembles, error);
      if (old == NULL)
        return FALSE;
      if (is_same_article (item->document, old))
        {
          item->revises = item->resembles;
          return TRUE;
        }
    }
  return find_by_url (connection, item->document, &item->revises, error);
}

gboolean
plx_intake_find_revised (PlxConnection *connection,
                         GPtrArray *items,
                         GError **error)
{
  for (guint i = 0; i < items->len; i++)
    if (!find_revised (connection, g_ptr_array_index (items, i), error))
      return FALSE;
  return TRUE;
}

static void
take (char **field,
      const char *value,
      gboolean always)
{
  if (!always && *value == '\0')
    return;
  g_free (*field);
  *field = g_strdup (value);
}

PlxDocument *
plx_intake_item_dup_revised (const PlxIntakeItem *self,
                             const PlxDocument *article)
{
  PlxDocument *revised = plx_document_copy (article);

  take (&revised->author, self->document->author, FALSE);
  take (&revised->url, self->document->url, FALSE);
  take (&revised->published, self->document->published, FALSE);
  take (&revised->filename, self->document->filename, TRUE);
  take (&revised->original, self->document->original, TRUE);
  return revised;
}
