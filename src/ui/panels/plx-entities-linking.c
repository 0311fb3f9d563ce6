/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mentions in the panel that are linked to nobody yet. */

#include "config.h"

#include "plx-entities-private.h"

#include "plx-words.h"
#include "verb/plx-entity-verbs.h"

#include <glib/gi18n.h>

/* All with one text, in one edit. */
static void
link_group (PlxEntitiesPanel *self,
            const PlxUnlinkedGroup *group,
            const PlxMention *mention)
{
  guint n = group->annotations->len;
  g_autofree char *name = plx_words_isolate (mention->name);
  /* Translators: passages were linked to an actor or place */
  g_autofree char *message = g_strdup_printf (ngettext ("Linked %u mention to “%s”", "Linked %u mentions to “%s”", n), n, name);

  plx_session_do (self->session, plx_verb_link ((const PlxId *) (gpointer) group->annotations->data, n, mention), message);
}

void
plx_entities_link_cb (PlxUnlinkedLine *line,
                      PlxEntitiesPanel *self)
{
  const PlxUnlinkedGroup *group = plx_unlinked_item_get_group (plx_unlinked_line_get_item (line));
  PlxEntityItem *known = plx_entity_list_find_name (plx_session_get_entities (self->session), group->kind, group->folded);
  g_autofree char *name = g_strdup (group->text);
  PlxMention mention = { .name = g_strstrip (g_strdelimit (name, "\n\r\t", ' ')), .learn = TRUE };

  if (known != NULL)
    {
      mention.entity = plx_entity_item_get_row (known)->entity->id;
      mention.name = plx_entity_item_get_row (known)->entity->name;
    }
  link_group (self, group, &mention);
}

static void
chosen_cb (PlxEntitiesPanel *self,
           PlxId entity,
           const char *name,
           gboolean learn)
{
  const PlxMention mention = { entity, name, learn };

  if (self->asking != NULL)
    link_group (self, plx_unlinked_item_get_group (self->asking), &mention);
  g_clear_object (&self->asking);
  /* Not on the row that goes, nor in the popover that closes. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ensure_chooser (PlxEntitiesPanel *self)
{
  if (self->chooser != NULL)
    return;
  self->chooser = PLX_ENTITY_CHOOSER (plx_entity_chooser_new (self->session));
  gtk_widget_set_parent (GTK_WIDGET (self->chooser), GTK_WIDGET (self));
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
}

void
plx_entities_ask_for (PlxEntitiesPanel *self,
                      PlxUnlinkedItem *item,
                      GtkWidget *at)
{
  const PlxUnlinkedGroup *group = plx_unlinked_item_get_group (item);
  const PlxEntityQuestion question = { .kind = group->kind, .text = group->text, .may_add = TRUE };

  ensure_chooser (self);
  g_set_object (&self->asking, item);
  plx_entity_chooser_ask (self->chooser, at, &question);
}

void
plx_entities_choose_cb (PlxUnlinkedLine *line,
                        PlxEntitiesPanel *self)
{
  plx_entities_ask_for (self, plx_unlinked_line_get_item (line), GTK_WIDGET (line));
}
