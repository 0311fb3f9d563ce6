/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "panels/plx-article-order-menu.h"

#include "store/plx-outlets.h"
#include "store/plx-own-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIELD "field:"

/* More values of a field than a menu can show. */
#define MAX_VALUES 40

/* From states of actions to an order */

/* `title`, or `field:` and the id of a field. */
static void
read_key (const char *target,
          PlxArticleKey *key,
          PlxId *field)
{
  *field = PLX_ID_NONE;
  if (g_str_has_prefix (target, FIELD))
    {
      *key = PLX_ARTICLES_BY_FIELD;
      *field = g_ascii_strtoll (target + strlen (FIELD), NULL, 10);
    }
  else if (!plx_article_key_from_string (target, key))
    *key = PLX_ARTICLES_BY_ORDER;
}

static void
set_string (char **field,
            const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

/* `id:value` of a field. */
static void
read_value (PlxArticleOrder *order,
            const char *target)
{
  const char *colon = strchr (target, ':');

  order->field = colon != NULL ? g_ascii_strtoll (target, NULL, 10) : PLX_ID_NONE;
  set_string (&order->value, colon != NULL ? colon + 1 : "");
}

static void
take (PlxArticleOrder *order,
      const char *name,
      GVariant *state)
{
  if (g_str_equal (name, "descending"))
    order->descending = g_variant_get_boolean (state);
  else if (g_str_equal (name, "sort"))
    read_key (g_variant_get_string (state, NULL), &order->sort, &order->sort_field);
  else if (g_str_equal (name, "group"))
    read_key (g_variant_get_string (state, NULL), &order->group, &order->group_field);
  else if (g_str_equal (name, "outlet"))
    set_string (&order->outlet, g_variant_get_string (state, NULL));
  else if (g_str_equal (name, "language"))
    set_string (&order->language, g_variant_get_string (state, NULL));
  else if (g_str_equal (name, "month"))
    set_string (&order->month, g_variant_get_string (state, NULL));
  else if (g_str_equal (name, "value"))
    read_value (order, g_variant_get_string (state, NULL));
  else
    {
      order->unread = g_str_equal (g_variant_get_string (state, NULL), "unread");
      order->unannotated = g_str_equal (g_variant_get_string (state, NULL), "unannotated");
    }
}

static void
change_state_cb (GSimpleAction *action,
                 GVariant *state,
                 PlxSession *session)
{
  PlxDocumentList *documents = plx_session_get_documents (session);
  g_autoptr (PlxArticleOrder) order = plx_article_order_copy (plx_document_list_get_order (documents));

  g_simple_action_set_state (action, state);
  take (order, g_action_get_name (G_ACTION (action)), state);
  plx_document_list_set_order (documents, order);
}

static void
add_action (GSimpleActionGroup *group,
            const char *name,
            GVariant *state,
            PlxSession *session)
{
  gboolean is_switch = g_variant_is_of_type (state, G_VARIANT_TYPE_BOOLEAN);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, is_switch ? NULL : G_VARIANT_TYPE_STRING, state);

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), session, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

/* `title`, or `field:` and the id of a field: see read_key(). */
static GVariant *
write_key (PlxArticleKey key,
           PlxId field)
{
  g_autofree char *target = g_strdup_printf (FIELD "%" G_GINT64_FORMAT, field);

  return g_variant_new_string (key == PLX_ARTICLES_BY_FIELD ? target : plx_article_key_to_string (key));
}

void
plx_article_order_menu_attach (GtkWidget *widget,
                               PlxSession *session)
{
  static const struct
  {
    const char *name;
    const char *state;
  } actions[] = {
    { "show", "all" },
    { "outlet", "" },
    { "language", "" },
    { "month", "" },
    { "value", "" },
  };
  const PlxArticleOrder *order = plx_document_list_get_order (plx_session_get_documents (session));
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  add_action (group, "sort", write_key (order->sort, order->sort_field), session);
  add_action (group, "group", write_key (order->group, order->group_field), session);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    add_action (group, actions[i].name, g_variant_new_string (actions[i].state), session);
  add_action (group, "descending", g_variant_new_boolean (order->descending), session);
  gtk_widget_insert_action_group (widget, "articles", G_ACTION_GROUP (group));
}

/* The menu */

static void
append (GMenu *menu,
        const char *label,
        const char *action,
        const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* Names are the user’s own: a _ in them is no mnemonic. */
static void
append_name (GMenu *menu,
             const char *name,
             const char *action,
             const char *target)
{
  g_autoptr (GString) label = g_string_new (name);

  g_string_replace (label, "_", "__", 0);
  append (menu, label->str, action, target);
}

static void
append_keys (GMenu *menu,
             const char *action,
             const char *plain,
             gboolean with_all,
             const GPtrArray *fields)
{
  append (menu, plain, action, "order");
  append (menu, _ ("Date"), action, "date");
  append (menu, _ ("Outlet"), action, "outlet");
  append (menu, _ ("Language"), action, "language");
  if (with_all)
    {
      append (menu, _ ("Title"), action, "title");
      append (menu, _ ("Number of Annotations"), action, "annotations");
    }
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const PlxOwnField *field = g_ptr_array_index (fields, i);
      g_autofree char *target = g_strdup_printf (FIELD "%" G_GINT64_FORMAT, field->id);

      append_name (menu, field->name, action, target);
    }
}

static void
append_submenu (GMenu *menu,
                const char *label,
                GMenu *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 1)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

static void
append_outlets (GMenu *menu,
                PlxConnection *reader)
{
  g_autoptr (GPtrArray) outlets = plx_outlets_list (reader, NULL);
  g_autoptr (GMenu) submenu = g_menu_new ();

  append (submenu, _ ("All Outlets"), "articles.outlet", "");
  for (guint i = 0; outlets != NULL && i < outlets->len; i++)
    {
      const PlxOutlet *outlet = g_ptr_array_index (outlets, i);

      append_name (submenu, outlet->name, "articles.outlet", outlet->name);
    }
  append_submenu (menu, _ ("_Outlet"), submenu);
}

static void
append_languages (GMenu *menu,
                  PlxConnection *reader)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (reader, "SELECT DISTINCT language FROM document WHERE article IS NULL AND language <> '' ORDER BY language");
  g_autoptr (GMenu) submenu = g_menu_new ();

  append (submenu, _ ("All Languages"), "articles.language", "");
  while (plx_statement_step (statement, NULL) == PLX_STEP_ROW)
    {
      g_autofree char *language = plx_statement_dup_text (statement, 0);

      append_name (submenu, language, "articles.language", language);
    }
  append_submenu (menu, _ ("_Language"), submenu);
}

/* Months that have articles, the last ones first; a year each where there are too
 * many months. */
static void
append_dates (GMenu *menu,
              PlxConnection *reader)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (reader, "WITH month AS (SELECT DISTINCT substr (published, 1, 7) AS name FROM document WHERE article IS NULL AND published <> '') "
                                      "SELECT DISTINCT CASE WHEN (SELECT count (*) FROM month) > :limit THEN substr (name, 1, 4) ELSE name END FROM month "
                                      "ORDER BY 1 DESC LIMIT :limit");
  g_autoptr (GMenu) submenu = g_menu_new ();

  plx_statement_bind_int (statement, ":limit", MAX_VALUES);
  append (submenu, _ ("All Dates"), "articles.month", "");
  while (plx_statement_step (statement, NULL) == PLX_STEP_ROW)
    {
      g_autofree char *month = plx_statement_dup_text (statement, 0);

      append_name (submenu, month, "articles.month", month);
    }
  append_submenu (menu, _ ("_Date"), submenu);
}

static void
append_values (GMenu *menu,
               PlxConnection *reader,
               const PlxOwnField *field)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (reader, "SELECT DISTINCT value FROM field_value WHERE field = :field ORDER BY value LIMIT :limit");
  g_autoptr (GMenu) submenu = g_menu_new ();
  g_autoptr (GString) label = g_string_new (field->name);

  plx_statement_bind_id (statement, ":field", field->id);
  plx_statement_bind_int (statement, ":limit", MAX_VALUES);
  append (submenu, _ ("All Values"), "articles.value", "");
  while (plx_statement_step (statement, NULL) == PLX_STEP_ROW)
    {
      g_autofree char *value = plx_statement_dup_text (statement, 0);
      g_autofree char *target = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", field->id, value);

      append_name (submenu, value, "articles.value", target);
    }
  g_string_replace (label, "_", "__", 0);
  append_submenu (menu, label->str, submenu);
}

GMenuModel *
plx_article_order_menu_new (PlxSession *session)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (session));
  g_autoptr (GPtrArray) fields = plx_own_fields_list (reader, NULL);
  g_autoptr (GMenu) sort = g_menu_new (), group = g_menu_new (), show = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_keys (sort, "articles.sort", _ ("As Added"), TRUE, fields);
  g_menu_append (sort, _ ("_Descending"), "articles.descending");
  append_keys (group, "articles.group", _ ("No Groups"), FALSE, fields);
  append (show, _ ("All Articles"), "articles.show", "all");
  append (show, _ ("Not Yet Read"), "articles.show", "unread");
  append (show, _ ("Not Yet Annotated"), "articles.show", "unannotated");
  append_outlets (show, reader);
  append_languages (show, reader);
  append_dates (show, reader);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    append_values (show, reader, g_ptr_array_index (fields, i));
  g_menu_append_submenu (menu, _ ("_Sort By"), G_MENU_MODEL (sort));
  g_menu_append_submenu (menu, _ ("_Group By"), G_MENU_MODEL (group));
  g_menu_append_section (menu, _ ("Show"), G_MENU_MODEL (show));
  g_menu_append (more, _ ("Out_lets…"), "article.outlets");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}
