/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the context menu that is about the selected annotations.  It is
 * filled each time the menu opens, with what can be done then and no more. */

#include "config.h"

#include "compat/plx-isolate.h"
#include "compat/plx-text-scale.h"
#include "reader/plx-reader-private.h"
#include "store/plx-entities.h"

#include <glib/gi18n.h>
#include <string.h>

/* More tags would not fit on the screen; the details offer all of them. */
#define MAX_TAGS 20

/* Windows that are narrower have no room for keys beside what they do. */
#define KEYS_WIDTH 480

static void
append_with_key (PlxReader *self,
                 GMenu *menu,
                 const char *label,
                 const char *action,
                 const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (gtk_widget_get_width (window) >= plx_text_scale_grow (window, KEYS_WIDTH))
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* In a menu an underscore would mark the next letter. */
static char *
escape (const char *string)
{
  GString *escaped = g_string_new (string);

  g_string_replace (escaped, "_", "__", 0);
  return g_string_free (escaped, FALSE);
}

static char *
dup_accel (const PlxTag *tag)
{
  if (*tag->hotkey == '\0')
    return NULL;
  if (g_str_has_prefix (tag->hotkey, "Alt+"))
    return g_strconcat ("<Alt>", tag->hotkey + strlen ("Alt+"), NULL);
  return g_strdup (tag->hotkey);
}

static void
append_tag (GMenu *menu,
            const PlxTag *tag)
{
  g_autofree char *label = escape (tag->path);
  g_autofree char *accel = dup_accel (tag);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "reader.retag", "x", tag->id);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* Those with a key first, as they are the ones that are used. */
static GMenu *
tags_menu_new (PlxReader *self)
{
  GListModel *codebook = G_LIST_MODEL (plx_session_get_codebook (self->session));
  GMenu *menu = g_menu_new ();
  guint n = g_list_model_get_n_items (codebook);

  for (int with_key = 1; with_key >= 0; with_key--)
    for (guint i = 0; i < n && g_menu_model_get_n_items (G_MENU_MODEL (menu)) < MAX_TAGS; i++)
      {
        g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);
        const PlxTag *tag = plx_tag_item_get_tag (item);

        if ((*tag->hotkey != '\0') == (with_key != 0))
          append_tag (menu, tag);
      }
  return menu;
}

/* The name of the entity that the primary annotation mentions. */
static char *
dup_entity (PlxReader *self)
{
  PlxConnection *connection = plx_project_get_reader (plx_session_get_project (self->session));
  g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (self->reading, plx_session_get_selected (self->session), NULL);
  g_autoptr (PlxEntity) entity = NULL;

  if (annotation == NULL || annotation->entity == PLX_ID_NONE)
    return NULL;
  entity = plx_entities_get (connection, annotation->entity, NULL);
  return entity != NULL ? g_strdup (entity->name) : NULL;
}

static void
append_changes (PlxReader *self,
                GMenu *menu,
                guint n_selected)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) tags = tags_menu_new (self);

  g_menu_append_submenu (section, _ ("_Retag"), G_MENU_MODEL (tags));
  if (n_selected == 1)
    {
      append_with_key (self, section, _ ("Edit _Borders"), "reader.edit-borders", "F2");
      append_with_key (self, section, _ ("_Split"), "reader.split", "<Control><Shift>j");
      append_with_key (self, section, _ ("_Relate to Another…"), "reader.relate", "<Control>r");
    }
  else
    append_with_key (self, section, _ ("_Join"), "reader.join", "<Control>j");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_selecting (PlxReader *self,
                  GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *entity = dup_entity (self);
  g_autofree char *escaped = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *label = NULL;

  g_menu_append (section, _ ("Select _All with This Tag"), "reader.select-same-tag");
  if (entity != NULL)
    {
      escaped = escape (entity);
      isolated = plx_isolate (escaped);
      /* Translators: selects all annotations that mean this actor or place; %s is
       * its name */
      label = g_strdup_printf (_ ("Select All _Mentions of %s"), isolated);
      g_menu_append (section, label, "reader.select-same-entity");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_entity (PlxReader *self,
               GMenu *menu,
               gboolean editable)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *entity = dup_entity (self);

  if (entity == NULL)
    return;
  g_menu_append (section, _ ("Go to _Entity"), "reader.go-to-entity");
  if (editable)
    g_menu_append (section, _ ("_Unlink from Entity"), "reader.unlink-entity");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_deleting (PlxReader *self,
                 GMenu *menu,
                 guint n_selected)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *several = g_strdup_printf (ngettext ("_Delete %u Annotation", "_Delete %u Annotations", n_selected), n_selected);

  append_with_key (self, section, n_selected == 1 ? _ ("_Delete Annotation") : several, "reader.delete-annotation", "Delete");
  if (n_selected == 1)
    append_with_key (self, section, _ ("_Untag All Like This…"), "reader.untag-all", "<Control><Shift>Return");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

void
plx_reader_fill_annotation_menu (PlxReader *self,
                                 GMenu *menu)
{
  guint n_selected = plx_selection_get_n (plx_session_get_selection (self->session));
  gboolean editable = !plx_project_is_read_only (plx_session_get_project (self->session));

  if (plx_session_get_selected_reading (self->session) != self->reading)
    return;
  if (editable)
    append_changes (self, menu, n_selected);
  append_selecting (self, menu);
  if (n_selected == 1)
    append_entity (self, menu, editable);
  if (editable)
    append_deleting (self, menu, n_selected);
}
