/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-card.h"

#include <glib/gstdio.h>

static gboolean
count (PlxConnection *connection,
       PlxCard *card,
       GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT value, (SELECT count (*) FROM document WHERE article IS NULL), (SELECT count (*) FROM annotation) "
                                          "FROM project WHERE key = 'uuid'");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  g_free (card->uuid);
  card->uuid = plx_statement_dup_text (statement, 0);
  card->n_documents = plx_statement_get_int (statement, 1);
  card->n_annotations = plx_statement_get_int (statement, 2);
  return TRUE;
}

PlxConnection *
plx_card_open (const char *path,
               GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return plx_connection_open (path, g_file_test (log, G_FILE_TEST_EXISTS) ? PLX_OPEN_READ : PLX_OPEN_FROZEN, error);
}

PlxCard *
plx_card_read (const char *path)
{
  PlxCard *card = g_new0 (PlxCard, 1);
  g_autoptr (PlxConnection) connection = NULL;
  GStatBuf info;

  card->path = g_strdup (path);
  card->uuid = g_strdup ("");
  if (g_stat (path, &info) == 0)
    {
      card->size = info.st_size;
      card->changed = info.st_mtime;
    }
  connection = plx_card_open (path, &card->problem);
  if (connection != NULL)
    count (connection, card, &card->problem);
  return card;
}

void
plx_card_free (PlxCard *self)
{
  g_clear_error (&self->problem);
  g_free (self->path);
  g_free (self->uuid);
  g_free (self);
}
