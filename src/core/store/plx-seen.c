/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-seen.h"

#include "base/plx-time.h"

gboolean
plx_seen_mark (PlxConnection *connection,
               PlxId document,
               gboolean seen,
               GError **error)
{
  g_autoptr (PlxStatement) statement =
      seen ? plx_connection_prepare (connection, "INSERT OR IGNORE INTO seen (document, at) VALUES (:document, :now)")
           : plx_connection_prepare (connection, "DELETE FROM seen WHERE document = :document");

  plx_statement_bind_id (statement, ":document", document);
  if (seen)
    plx_statement_bind_int (statement, ":now", plx_time_now ());
  return plx_statement_run (statement, error);
}
