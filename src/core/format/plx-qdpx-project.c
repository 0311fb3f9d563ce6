/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-qdpx-read.h"

#include "base/plx-string.h"
#include "base/plx-time.h"
#include "format/plx-container.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
code_free (PlxQdpxCode *code)
{
  g_free (code->field);
  g_free (code);
}

static void
note_free (PlxQdpxNote *note)
{
  g_free (note->text);
  g_free (note->user);
  g_free (note);
}

static void
link_free (PlxQdpxLink *link)
{
  g_free (link->guid);
  g_free (link->name);
  g_free (link->origin);
  g_free (link->target);
  g_free (link->note);
  g_free (link);
}

/* First look */

static void
look_at_note (PlxQdpxRead *self,
              xmlNode *node)
{
  PlxQdpxNote *note = g_new0 (PlxQdpxNote, 1);

  note->text = plx_node_dup_text (plx_node_child (node, "PlainTextContent"));
  note->user = plx_qdpx_dup_guid (node, "creatingUser");
  note->created = plx_qdpx_get_time (node, "creationDateTime");
  g_hash_table_replace (self->notes, plx_qdpx_dup_guid (node, "guid"), note);
}

static void
look_at_link (PlxQdpxRead *self,
              xmlNode *node)
{
  PlxQdpxLink *link = g_new0 (PlxQdpxLink, 1);

  link->guid = plx_qdpx_dup_guid (node, "guid");
  link->name = g_strdup (plx_node_attribute (node, "name"));
  link->origin = plx_qdpx_dup_guid (node, "originGUID");
  link->target = plx_qdpx_dup_guid (node, "targetGUID");
  link->note = plx_qdpx_dup_guid (plx_node_child (node, "NoteRef"), "targetGUID");
  link->directed = strcmp (plx_node_attribute (node, "direction"), "OneWay") == 0;
  if (self->own && strcmp (link->name, PLX_QDPX_CONTINUES) == 0 && *link->note == '\0')
    {
      g_hash_table_replace (self->next, g_strdup (link->origin), g_strdup (link->target));
      g_hash_table_add (self->later, g_strdup (link->target));
    }
  else if (self->own && *link->note == '\0' && strcmp (link->name, PLX_QDPX_SAID_BY) == 0)
    g_hash_table_replace (self->said_by, g_strdup (link->origin), g_strdup (link->target));
  else if (self->own && *link->note == '\0' && strcmp (link->name, PLX_QDPX_PLACE) == 0)
    g_hash_table_replace (self->places, g_strdup (link->origin), g_strdup (link->target));
  else
    {
      g_ptr_array_add (self->relations, link);
      return;
    }
  link_free (link);
}

static void
look_at_set (PlxQdpxRead *self,
             xmlNode *node)
{
  const char *name = plx_node_attribute (node, "name");
  PlxKind kind;

  if (!g_str_has_prefix (name, "kind: ") || !plx_kind_from_string (name + strlen ("kind: "), &kind))
    return;
  for (xmlNode *member = plx_node_child (node, "MemberCode"); member != NULL; member = plx_node_next (member, "MemberCode"))
    g_hash_table_replace (self->kinds, plx_qdpx_dup_guid (member, "targetGUID"), GINT_TO_POINTER ((int) kind + 1));
}

/* Relations */

static gboolean
read_relation (PlxQdpxRead *self,
               const PlxQdpxLink *link,
               GError **error)
{
  const PlxId *source = g_hash_table_lookup (self->ends, link->origin);
  const PlxId *target = g_hash_table_lookup (self->ends, link->target);
  const PlxQdpxNote *note = g_hash_table_lookup (self->notes, link->note);
  g_autoptr (PlxRelation) relation = NULL;

  if (source == NULL || target == NULL)
    {
      plx_import_remark (self->import, _ ("A link “%s” does not join two passages and was left out."), link->name);
      return TRUE;
    }
  relation = plx_relation_new ();
  relation->id = plx_qdpx_get_id (self, link->guid);
  relation->source = *source;
  relation->target = *target;
  if (note != NULL)
    {
      plx_take_str (&relation->note, g_strdup (note->text));
      relation->annotator = plx_qdpx_get_id (self, note->user);
      relation->created = note->created;
    }
  return plx_import_ensure_relation_kind (self->import, *link->name != '\0' ? link->name : _ ("link"), &relation->kind, error) &&
         plx_import_relation (self->import, relation, error);
}

/* The looks */

/* Our own files have a variable that no other has. */
static void
read_variables (PlxQdpxRead *self,
                xmlNode *node)
{
  g_autofree char *mark = plx_uuid_derive (PLX_QDPX_VARIABLES, "sha256");

  for (xmlNode *child = plx_node_child (node, "Variable"); child != NULL; child = plx_node_next (child, "Variable"))
    g_hash_table_replace (self->variables, plx_qdpx_dup_guid (child, "guid"), g_strdup (plx_node_attribute (child, "name")));
  self->own = g_hash_table_contains (self->variables, mark);
}

static gboolean
take_first (PlxQdpxRead *self,
            xmlNode *node,
            GError **error)
{
  if (plx_node_is (node, "Note"))
    look_at_note (self, node);
  else if (plx_node_is (node, "Link"))
    look_at_link (self, node);
  else if (plx_node_is (node, "Set"))
    look_at_set (self, node);
  else if (plx_node_is (node, "Variables"))
    read_variables (self, node);
  else if (plx_node_is (node, "TextSource") && !self->own)
    plx_qdpx_look_at_source (self, node);
  else if (g_str_has_suffix ((const char *) node->name, "Source") && !plx_node_is (node, "TextSource"))
    self->n_media++;
  return TRUE;
}

static gboolean
take_second (PlxQdpxRead *self,
             xmlNode *node,
             GError **error)
{
  if (plx_node_is (node, "User"))
    return plx_qdpx_read_user (self, node, error);
  if (plx_node_is (node, "CodeBook"))
    return plx_qdpx_read_codes (self, plx_node_child (node, "Codes"), PLX_ID_NONE, "", error);
  if (plx_node_is (node, "Variables"))
    return plx_qdpx_read_fields (self, node, error);
  if (plx_node_is (node, "Case"))
    return plx_qdpx_read_case (self, node, error);
  return !plx_node_is (node, "TextSource") || plx_qdpx_read_source (self, node, error);
}

static gboolean
is_container (const char *name)
{
  static const char *const names[] = { "Project", "Users", "Cases", "Sources", "Notes", "Links", "Sets", NULL };

  return g_strv_contains (names, name);
}

static gboolean
read_element (PlxQdpxRead *self,
              GError **error)
{
  const char *name = plx_xml_read_name (&self->xml);
  xmlNode *node;

  if (!plx_xml_read_is_start (&self->xml))
    return TRUE;
  if (plx_xml_read_depth (&self->xml) == 0 && strcmp (name, "Project") != 0)
    return plx_import_malformed (self->import, error, _ ("the root is “%s”, which is no REFI-QDA project."), name);
  if (is_container (name))
    return TRUE;
  node = plx_xml_read_take (&self->xml, error);
  return node != NULL && (self->import->pass == 0 ? take_first (self, node, error) : take_second (self, node, error)) &&
         plx_xml_read_skip (&self->xml, error);
}

static gboolean
look (PlxQdpxRead *self,
      GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (self->project, &length);
  gboolean end = FALSE;

  self->import->member = self->project_name;
  plx_xml_read_init_memory (&self->xml, self->import, bytes, length - 1);
  while (!end)
    if (!plx_xml_read_next (&self->xml, &end, error) || (!end && !read_element (self, error)))
      return FALSE;
  return TRUE;
}

static gboolean
read_all (PlxQdpxRead *self,
          GError **error)
{
  gboolean done = TRUE;

  for (self->import->pass = 0; done && self->import->pass < 2; self->import->pass++)
    {
      done = look (self, error);
      plx_xml_read_clear (&self->xml);
      if (self->import->pass == 0)
        plx_qdpx_choose_unit (self);
    }
  for (guint i = 0; done && i < self->relations->len; i++)
    done = read_relation (self, g_ptr_array_index (self->relations, i), error);
  if (done && self->n_media > 0)
    plx_import_remark (self->import, ngettext ("%d picture, recording or PDF was left out.", "%d pictures, recordings or PDFs were left out.", (gulong) self->n_media), self->n_media);
  return done;
}

/* The container */

static gboolean
want_cb (const char *name,
         gpointer data)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  return g_str_has_suffix (lower, ".qde") || (g_str_has_prefix (lower, "sources/") && g_str_has_suffix (lower, ".txt"));
}

static gboolean
member_cb (const char *name,
           const char *bytes,
           gsize length,
           gpointer data,
           GError **error)
{
  PlxQdpxRead *self = data;
  g_autofree char *lower = g_utf8_strdown (name, -1);
  GBytes *kept;

  kept = g_bytes_new (bytes, length + 1);
  if (g_str_has_suffix (lower, ".qde") && self->project == NULL)
    {
      self->project = kept;
      self->project_name = g_strdup (name);
      return TRUE;
    }
  g_hash_table_replace (self->members, g_steal_pointer (&lower), kept);
  return TRUE;
}

static GHashTable *
strings_new (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
}

static void
clear (PlxQdpxRead *self)
{
  GHashTable *tables[] = { self->members, self->codes, self->notes, self->kinds, self->variables, self->next,
                           self->later, self->said_by, self->places, self->ends, self->pieces };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_hash_table_unref (tables[i]);
  g_ptr_array_unref (self->relations);
  g_clear_pointer (&self->project, g_bytes_unref);
  self->import->member = NULL;
  g_free (self->project_name);
}

gboolean
plx_qdpx_read (PlxImport *import,
               GError **error)
{
  PlxQdpxRead self = { .import = import };
  gboolean done;

  self.members = strings_new ((GDestroyNotify) g_bytes_unref);
  self.codes = strings_new ((GDestroyNotify) code_free);
  self.notes = strings_new ((GDestroyNotify) note_free);
  self.kinds = strings_new (NULL);
  self.variables = strings_new (g_free);
  self.next = strings_new (g_free);
  self.later = strings_new (NULL);
  self.said_by = strings_new (g_free);
  self.places = strings_new (g_free);
  self.ends = strings_new (g_free);
  self.pieces = strings_new (g_free);
  self.relations = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  done = plx_container_foreach (import, TRUE, want_cb, member_cb, &self, error);
  if (done && self.project == NULL)
    done = plx_import_malformed (import, error, _ ("there is no project.qde in the container, so it is no REFI-QDA project."));
  done = done && read_all (&self, error);
  clear (&self);
  return done;
}
