/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-tagged.h"

GArray *
plx_tagged_list (PlxConnection *connection,
                 PlxId document,
                 GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlxTagged));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT span.start, span.end, annotation.id, tag, entity, annotator, "
                                          "(SELECT count (*) FROM span AS other WHERE other.annotation = annotation.id) "
                                          "FROM span CROSS JOIN annotation ON annotation.id = span.annotation "
                                          "WHERE span.document = :document ORDER BY span.start, span.end, span.annotation");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxTagged place = {
        .span = { (int) plx_statement_get_int (statement, 0), (int) plx_statement_get_int (statement, 1) },
        .annotation = plx_statement_get_int (statement, 2),
        .tag = plx_statement_get_int (statement, 3),
        .entity = plx_statement_get_int (statement, 4),
        .annotator = plx_statement_get_int (statement, 5),
        .n_spans = (guint) plx_statement_get_int (statement, 6),
      };

      g_array_append_val (places, place);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&places) : NULL;
}

gboolean
plx_tagged_foreach_quote (PlxConnection *connection,
                          PlxId tag,
                          PlxQuotedFunc func,
                          gpointer data,
                          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT annotation.id, annotation.document, entity, prefix, suffix, "
                                          "(SELECT group_concat (quote, ' … ') FROM (SELECT quote FROM span WHERE annotation = annotation.id "
                                          "AND document = annotation.document ORDER BY start)), "
                                          "(SELECT min (start) FROM span WHERE annotation = annotation.id) AS first, "
                                          "(SELECT end FROM span WHERE annotation = annotation.id ORDER BY start LIMIT 1) "
                                          "FROM annotation JOIN document ON document.id = annotation.document WHERE tag = :tag AND article IS NULL "
                                          "ORDER BY document.position, document.id, first, annotation.id");
  PlxStep step;

  plx_statement_bind_id (statement, ":tag", tag);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autofree char *quote = plx_statement_dup_text (statement, 5);
      g_autofree char *prefix = plx_statement_dup_text (statement, 3);
      g_autofree char *suffix = plx_statement_dup_text (statement, 4);
      PlxQuoted quoted = {
        .id = plx_statement_get_int (statement, 0),
        .document = plx_statement_get_int (statement, 1),
        .entity = plx_statement_get_int (statement, 2),
        .span = { (int) plx_statement_get_int (statement, 6), (int) plx_statement_get_int (statement, 7) },
        .quote = quote,
        .prefix = prefix,
        .suffix = suffix,
      };

      if (!func (&quoted, data, error))
        return FALSE;
    }
  return step == PLX_STEP_DONE;
}

gboolean
plx_tagged_foreach_wording (PlxConnection *connection,
                            PlxWordingFunc func,
                            gpointer data,
                            GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT entity, tag, max (quote), count (*) FROM "
                                          "(SELECT annotation.entity, annotation.tag, span.quote FROM annotation "
                                          "CROSS JOIN span ON span.annotation = annotation.id WHERE annotation.entity IS NOT NULL "
                                          "GROUP BY annotation.id HAVING count (*) = 1) GROUP BY entity, tag, quote");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autofree char *wording = plx_statement_dup_text (statement, 2);

      if (!func (plx_statement_get_int (statement, 0), plx_statement_get_int (statement, 1), wording,
                 (guint) plx_statement_get_int (statement, 3), data, error))
        return FALSE;
    }
  return step == PLX_STEP_DONE;
}
