/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be known of an XMI file before its rows are read: the texts stand at
 * its end, and numbers lead anywhere. */

#include "config.h"

#include "format/plx-xmi-read.h"

#include "format/plx-qdpx-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMESPACE "http:///"
#define NAMESPACE_END ".ecore"

char *
plx_xmi_dup_type (const xmlNode *node)
{
  const char *href = node->ns != NULL && node->ns->href != NULL ? (const char *) node->ns->href : "";
  g_autofree char *package = NULL;

  if (!g_str_has_prefix (href, NAMESPACE) || !g_str_has_suffix (href, NAMESPACE_END) || strstr (href, "noNamespace") != NULL)
    return g_strdup ((const char *) node->name);
  package = g_strndup (href + strlen (NAMESPACE), strlen (href) - strlen (NAMESPACE) - strlen (NAMESPACE_END));
  return g_strconcat (g_strdelimit (package, "/", '.'), ".", (const char *) node->name, NULL);
}

/* The type system */

static gboolean
is_plain (const char *range)
{
  static const char *const plain[] = { "String", "Integer", "Float", "Boolean", "Byte", "Short", "Long", "Double", "StringArray", NULL };

  return *range == '\0' || (g_str_has_prefix (range, "uima.cas.") && g_strv_contains (plain, range + strlen ("uima.cas.")));
}

static void
take_type (PlxXmiRead *self,
           xmlNode *node)
{
  g_autofree char *name = plx_node_dup_text (plx_node_child (node, "name"));

  g_strstrip (name);
  for (xmlNode *feature = plx_node_child (plx_node_child (node, "features"), "featureDescription"); feature != NULL;
       feature = plx_node_next (feature, "featureDescription"))
    {
      g_autofree char *feature_name = plx_node_dup_text (plx_node_child (feature, "name"));
      g_autofree char *range = plx_node_dup_text (plx_node_child (feature, "rangeTypeName"));

      if (!is_plain (g_strstrip (range)))
        g_hash_table_add (self->references, g_strdup_printf ("%s %s", name, g_strstrip (feature_name)));
    }
  g_hash_table_add (self->types, g_steal_pointer (&name));
}

static gboolean
take_types (PlxXmiRead *self,
            PlxXmlRead *xml,
            GError **error)
{
  gboolean end;

  while (plx_xml_read_next (xml, &end, error))
    {
      xmlNode *node;

      if (end)
        return TRUE;
      if (!plx_xml_read_is_start (xml) || strcmp (plx_xml_read_name (xml), "typeDescription") != 0)
        continue;
      if ((node = plx_xml_read_take (xml, error)) == NULL)
        return FALSE;
      take_type (self, node);
      if (!plx_xml_read_skip (xml, error))
        return FALSE;
    }
  return FALSE;
}

gboolean
plx_xmi_read_types (PlxXmiRead *self,
                    const char *bytes,
                    gsize length,
                    GError **error)
{
  PlxXmlRead xml;
  gboolean done;

  plx_xml_read_init_memory (&xml, self->import, bytes, length);
  done = take_types (self, &xml, error);
  plx_xml_read_clear (&xml);
  return done;
}

/* Texts */

static PlxXmiSofa *
ensure_sofa (PlxXmiRead *self,
             const char *number)
{
  PlxXmiSofa *sofa = g_hash_table_lookup (self->sofas, number);

  if (sofa == NULL)
    {
      sofa = g_new0 (PlxXmiSofa, 1);
      sofa->features = plx_features_new ();
      g_hash_table_insert (self->sofas, g_strdup (number), sofa);
    }
  return sofa;
}

static void
take_sofa (PlxXmiRead *self,
           xmlNode *node)
{
  PlxXmiSofa *sofa = ensure_sofa (self, plx_node_attribute (node, "id"));

  if (sofa->raw != NULL)
    {
      plx_import_problem (self->import, _ ("The text with the number %s is there twice; only the first one counts."), plx_node_attribute (node, "id"));
      return;
    }
  sofa->raw = g_strdup (plx_node_attribute (node, "sofaString"));
  sofa->name = g_strdup (plx_node_attribute (node, "sofaID"));
}

static void
set_known (PlxXmiSofa *sofa,
           const char *name,
           const char *value)
{
  if (*value != '\0' && *plx_features_get (sofa->features, name) == '\0')
    plx_features_set (sofa->features, name, value);
}

static void
take_metadata (PlxXmiRead *self,
               xmlNode *node)
{
  PlxXmiSofa *sofa = ensure_sofa (self, plx_node_attribute (node, "sofa"));
  const char *language = plx_node_attribute (node, "language");

  set_known (sofa, "title", plx_node_attribute (node, "documentTitle"));
  set_known (sofa, "file", plx_node_attribute (node, "documentId"));
  if (strcmp (language, "x-unspecified") != 0)
    set_known (sofa, "language", language);
}

/* Its name and words are the last word. */
static void
take_info (PlxXmiRead *self,
           xmlNode *node)
{
  PlxXmiSofa *sofa = ensure_sofa (self, plx_node_attribute (node, "sofa"));

  plx_features_set (sofa->features, "file", "");
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    plx_features_set (sofa->features, (const char *) attribute->name, plx_node_attribute (node, (const char *) attribute->name));
}

/* Numbers */

static void
note_number (PlxXmiRead *self,
             const char *number)
{
  if (*number != '\0' && !g_hash_table_contains (self->ends, number))
    g_hash_table_insert (self->ends, g_strdup (number), g_new0 (PlxId, 1));
}

static void
take_link (PlxXmiRead *self,
           xmlNode *node,
           const char *target)
{
  g_hash_table_replace (self->links, g_strdup (plx_node_attribute (node, "id")), g_strdup (target));
}

static void
take_piece (PlxXmiRead *self,
            xmlNode *node)
{
  PlxXmiPiece *piece = g_new (PlxXmiPiece, 1);

  piece->begin = g_strdup (plx_node_attribute (node, "begin"));
  piece->end = g_strdup (plx_node_attribute (node, "end"));
  g_hash_table_replace (self->pieces, g_strdup (plx_node_attribute (node, "id")), piece);
}

static void
take_place (PlxXmiRead *self,
            xmlNode *node)
{
  guint64 place = g_ascii_strtoull (plx_node_attribute (node, "begin"), NULL, 10) << 32 |
                  (guint32) g_ascii_strtoull (plx_node_attribute (node, "end"), NULL, 10);

  g_array_append_val (self->ours, place);
}

void
plx_xmi_collect (PlxXmiRead *self,
                 xmlNode *node)
{
  g_autofree char *type = plx_xmi_dup_type (node);
  const char *target = plx_node_attribute (node, "target");

  if (strcmp (type, "uima.cas.Sofa") == 0)
    take_sofa (self, node);
  else if (g_str_has_suffix (type, ".DocumentMetaData") || strcmp (type, "uima.tcas.DocumentAnnotation") == 0)
    take_metadata (self, node);
  else if (strcmp (type, "custom.DocumentInfo") == 0)
    take_info (self, node);
  else if (strcmp (type, "custom.Fragment") == 0)
    take_piece (self, node);
  else if (strcmp (type, "uima.cas.FSArray") == 0)
    g_hash_table_replace (self->lists, g_strdup (plx_node_attribute (node, "id")), g_strdup (plx_node_attribute (node, "elements")));
  else if (strcmp (type, "custom.Span") == 0)
    take_place (self, node);
  else if (*target != '\0' && *plx_node_attribute (node, "begin") == '\0')
    take_link (self, node, target);
  note_number (self, plx_node_attribute (node, "Governor"));
  note_number (self, plx_node_attribute (node, "Dependent"));
}

/* Begin and end */

void
plx_xmi_collect_begin (PlxXmiRead *self)
{
  g_hash_table_remove_all (self->sofas);
  g_hash_table_remove_all (self->pieces);
  g_hash_table_remove_all (self->links);
  g_hash_table_remove_all (self->lists);
  g_hash_table_remove_all (self->ends);
  g_hash_table_remove_all (self->ids);
  g_array_set_size (self->ours, 0);
  g_ptr_array_set_size (self->relations, 0);
}

/* Texts of ours are final, those of others get LF line ends. */
static gboolean
add_article (PlxXmiRead *self,
             PlxXmiSofa *sofa,
             GError **error)
{
  gboolean ours = plx_features_are_ours (sofa->features);
  g_autofree char *utf8 = ours ? g_strdup (sofa->raw) : plx_qdpx_dup_text (sofa->raw);
  g_autofree char *otherwise = g_str_has_prefix (self->name, ".") ? g_strdup (self->name) : g_strndup (self->name, strcspn (self->name, "."));

  sofa->text = plx_text_new (utf8, -1);
  sofa->map = plx_qdpx_map_new (sofa->raw, (PlxQdpxUnit){ .utf16 = TRUE, .crlf_once = FALSE, .bom = TRUE });
  if (ours)
    g_clear_pointer (&sofa->map, g_array_unref);
  g_clear_pointer (&sofa->raw, g_free);
  return plx_features_read_document (self->import, sofa->features, otherwise, sofa->text, &sofa->document, error);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (a, b);
}

static gint
compare_places (gconstpointer a,
                gconstpointer b)
{
  guint64 left = *(const guint64 *) a;
  guint64 right = *(const guint64 *) b;

  return left < right ? -1 : left > right;
}

gboolean
plx_xmi_collect_end (PlxXmiRead *self,
                     GError **error)
{
  g_autoptr (GList) numbers = g_list_sort (g_hash_table_get_keys (self->sofas), compare_strings);
  int n = 0;

  for (GList *number = numbers; number != NULL; number = number->next)
    {
      PlxXmiSofa *sofa = g_hash_table_lookup (self->sofas, number->data);

      if (sofa->raw == NULL || *sofa->raw == '\0')
        continue;
      n++;
      if (!add_article (self, sofa, error))
        return FALSE;
    }
  g_array_sort (self->ours, compare_places);
  if (n == 0)
    plx_import_problem (self->import, _ ("“%s” has no text: there is no Sofa with a sofaString in it."), self->name);
  return TRUE;
}
