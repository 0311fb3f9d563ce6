/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "board/plx-empty-page.h"

#include <glib/gi18n.h>

static void
documents_changed_cb (AdwStatusPage *page,
                      guint position,
                      guint removed,
                      guint added,
                      PlxDocumentList *documents)
{
  gboolean none = g_list_model_get_n_items (G_LIST_MODEL (documents)) == 0 && !plx_article_order_is_filter (plx_document_list_get_order (documents));

  adw_status_page_set_title (page, none ? _ ("No Articles Yet") : _ ("No Article Is Open"));
  adw_status_page_set_description (page, none ? _ ("Drop text files on the window, choose Add Articles…, or paste text.")
                                              : _ ("Click articles in the list to read them side by side, up to eight at once. Add new ones with Ctrl+I."));
}

GtkWidget *
plx_empty_page_new (PlxSession *session)
{
  PlxDocumentList *documents = plx_session_get_documents (session);
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add Articles…"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "plx-columns-symbolic");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.import");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), add);
  documents_changed_cb (ADW_STATUS_PAGE (page), 0, 0, 0, documents);
  g_signal_connect_object (documents, "items-changed", G_CALLBACK (documents_changed_cb), page, G_CONNECT_SWAPPED);
  return page;
}
