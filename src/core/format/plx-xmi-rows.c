/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations, silences and relations of an XMI file. */

#include "config.h"

#include "format/plx-xmi-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Features that are no words about an annotation. */
static const char *const structure[] = { "id", "sofa", "begin", "end", "Governor", "Dependent", "fragments", NULL };

/* What tools make by themselves, and what was taken already. */
static const char *const segments[] = { "Token", "Sentence", "Paragraph", "Lemma", "Stem", "Fragment", "DocumentMetaData", "DocumentInfo",
                                        "CASMetadata", "TagDescription", "TagsetDescription", NULL };

/* No feature is called so: the line at which a relation stands. */
#define LINE "\n"

static const char *
short_name (const char *type)
{
  const char *dot = strrchr (type, '.');

  return dot != NULL ? dot + 1 : type;
}

/* Features */

static gboolean
is_reference (PlxXmiRead *self,
              const char *type,
              const char *feature)
{
  g_autofree char *key = g_strdup_printf ("%s %s", type, feature);

  return g_hash_table_contains (self->references, key);
}

static void
add_feature (GHashTable *features,
             const char *name,
             const char *value)
{
  const char *before = plx_features_get (features, name);
  g_autofree char *both = *before != '\0' ? g_strconcat (before, "\n", value, NULL) : NULL;

  plx_features_set (features, name, both != NULL ? both : value);
}

/* Attributes, and elements of arrays, one a line. */
static GHashTable *
dup_features (xmlNode *node)
{
  GHashTable *features = plx_features_new ();

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    plx_features_set (features, (const char *) attribute->name, plx_node_attribute (node, (const char *) attribute->name));
  plx_features_set (features, "id", plx_node_attribute (node, "id"));
  for (xmlNode *child = plx_node_child (node, NULL); child != NULL; child = plx_node_next (child, NULL))
    {
      g_autofree char *value = plx_node_dup_text (child);

      add_feature (features, (const char *) child->name, value);
    }
  return features;
}

static const PlxXmiSofa *
find_sofa (PlxXmiRead *self,
           GHashTable *features)
{
  const char *number = plx_features_get (features, "sofa");
  const PlxXmiSofa *sofa = g_hash_table_lookup (self->sofas, number);

  if (sofa != NULL && sofa->text != NULL)
    return sofa;
  plx_import_problem (self->import, _ ("The text that the annotation belongs to, Sofa “%s”, is not in the file."), number);
  return NULL;
}

/* Annotations of others */

/* The value that says more than the layer. */
static char *
dup_tag (const char *type,
         GHashTable *features)
{
  static const char *const names[] = { "value", "label", "PosValue", "coarseValue", "DependencyType", NULL };
  const char *layer = short_name (type);

  for (const char *const *name = names; *name != NULL; name++)
    {
      const char *value = plx_features_get (features, *name);

      if (*value == '\0')
        continue;
      return strcmp (layer, "Span") == 0 ? g_strdup (value) : g_strdup_printf ("%s/%s", layer, value);
    }
  return g_strdup (layer);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (a, b);
}

static char *
dup_note (PlxXmiRead *self,
          const char *type,
          GHashTable *features)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (features), compare_strings);
  GString *note = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *value = plx_features_get (features, name->data);

      if (*value == '\0' || g_strv_contains (structure, name->data) || is_reference (self, type, name->data))
        continue;
      g_string_append_printf (note, "%s%s=%s", note->len > 0 ? "\n" : "", (const char *) name->data, value);
    }
  return g_string_free (note, FALSE);
}

/* A copy for tools that know only named entities. */
static gboolean
is_copy (PlxXmiRead *self,
         const char *type,
         GHashTable *features)
{
  guint64 place = g_ascii_strtoull (plx_features_get (features, "begin"), NULL, 10) << 32 |
                  (guint32) g_ascii_strtoull (plx_features_get (features, "end"), NULL, 10);
  guint first = 0, last = self->ours->len;

  if (strcmp (short_name (type), "NamedEntity") != 0)
    return FALSE;
  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (g_array_index (self->ours, guint64, middle) < place)
        first = middle + 1;
      else
        last = middle;
    }
  return first < self->ours->len && g_array_index (self->ours, guint64, first) == place;
}

static gboolean
read_foreign (PlxXmiRead *self,
              const char *type,
              GHashTable *features,
              const PlxXmiSofa *sofa,
              PlxAnnotation *annotation,
              GError **error)
{
  g_autofree char *tag = dup_tag (type, features);
  PlxKind kind = plx_features_guess_kind (short_name (type));

  if (kind == PLX_KIND_OTHER)
    kind = plx_features_guess_kind (plx_features_get (features, "value"));
  g_free (annotation->note);
  annotation->note = dup_note (self, type, features);
  return plx_import_ensure_annotator (self->import, "", &annotation->annotator, error) &&
         plx_features_read_foreign (self->import, tag, kind, plx_features_get (features, "identifier"), sofa->text, annotation, error);
}

/* Annotations */

/* `KIND out urn:uuid:OTHER urn:uuid:RELATION`, one a line. */
static void
wait_for_others (PlxXmiRead *self,
                 GHashTable *features)
{
  g_auto (GStrv) lines = g_strsplit (plx_features_get (features, "crossRelations"), "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autoptr (GRegex) regex = g_regex_new ("^(.+) (in|out) (\\S+) urn:uuid:(\\S+)$", 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autoptr (GHashTable) relation = plx_features_new ();
      g_autofree char *label = NULL, *way = NULL, *other = NULL, *uuid = NULL;

      if (**line == '\0' || !g_regex_match (regex, *line, 0, &match))
        continue;
      label = g_match_info_fetch (match, 1);
      way = g_match_info_fetch (match, 2);
      other = g_match_info_fetch (match, 3);
      uuid = g_match_info_fetch (match, 4);
      plx_features_set (relation, "label", label);
      plx_features_set (relation, "uuid", uuid);
      plx_features_set (relation, strcmp (way, "out") == 0 ? "from" : "to", plx_features_get (features, "uuid"));
      plx_features_set (relation, strcmp (way, "out") == 0 ? "to" : "from", other);
      plx_features_wait (self->waiting, relation);
    }
}

static void
note_end (PlxXmiRead *self,
          GHashTable *features,
          PlxId id)
{
  PlxId *end = g_hash_table_lookup (self->ends, plx_features_get (features, "id"));

  if (end != NULL)
    *end = id;
}

static gboolean
read_annotation (PlxXmiRead *self,
                 const char *type,
                 GHashTable *features,
                 GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  const PlxXmiSofa *sofa = find_sofa (self, features);
  int n_problems = self->import->report->n_problems;
  gboolean done;

  if (sofa == NULL || !plx_xmi_read_place (self, sofa, features, annotation->spans))
    return TRUE;
  annotation->document = sofa->document;
  if (strcmp (type, "custom.Span") == 0 && plx_features_are_ours (features))
    done = plx_features_read_annotation (self->import, features, annotation, error);
  else
    done = read_foreign (self, type, features, sofa, annotation, error);
  if (done && self->import->report->n_problems == n_problems)
    {
      note_end (self, features, annotation->id);
      wait_for_others (self, features);
    }
  return done;
}

static gboolean
check_number (PlxXmiRead *self,
              GHashTable *features)
{
  const char *number = plx_features_get (features, "id");

  if (*number == '\0' || g_hash_table_add (self->ids, g_strdup (number)))
    return TRUE;
  plx_import_problem (self->import, _ ("The number %s is there twice; only the first one counts."), number);
  return FALSE;
}

/* Both ends may come later; problems are told at its line. */
static void
wait_for_ends (PlxXmiRead *self,
               GHashTable *features)
{
  g_autofree char *line = g_strdup_printf ("%d", self->import->line);

  plx_features_set (features, LINE, line);
  plx_features_wait (self->relations, features);
}

gboolean
plx_xmi_read_row (PlxXmiRead *self,
                  xmlNode *node,
                  GError **error)
{
  g_autofree char *type = plx_xmi_dup_type (node);
  g_autoptr (GHashTable) features = NULL;

  if (g_str_has_prefix (type, "uima.cas.") || g_strv_contains ((const char *const[]){ "custom.Fragment", "custom.DocumentInfo", NULL }, type) ||
      strcmp (type, "uima.tcas.DocumentAnnotation") == 0 || g_str_has_suffix (type, ".DocumentMetaData"))
    return TRUE;
  features = dup_features (node);
  if (!check_number (self, features))
    return TRUE;
  if (g_hash_table_size (self->types) > 0 && !g_str_has_prefix (type, "uima.") && !g_hash_table_contains (self->types, type))
    self->n_undeclared++;
  if (g_hash_table_contains (features, "Governor") || g_hash_table_contains (features, "Dependent"))
    wait_for_ends (self, features);
  else if (strcmp (type, "custom.CrossRelation") == 0)
    plx_features_wait (self->waiting, features);
  else if (strcmp (type, "custom.Silence") == 0)
    {
      const PlxXmiSofa *sofa = find_sofa (self, features);

      return sofa == NULL || plx_features_read_silence (self->import, features, sofa->document, error);
    }
  else if (!g_hash_table_contains (features, "begin") || !g_hash_table_contains (features, "end") || g_strv_contains (segments, short_name (type)))
    {
      if (!g_hash_table_contains (self->links, plx_features_get (features, "id")))
        plx_features_leave_out (self->left_out, type);
    }
  else if (!is_copy (self, type, features))
    return read_annotation (self, type, features, error);
  return TRUE;
}

/* Relations within the file */

static gboolean
find_end (PlxXmiRead *self,
          GHashTable *features,
          const char *name,
          PlxId *id)
{
  const char *number = plx_features_get (features, name);
  const PlxId *end = g_hash_table_lookup (self->ends, number);

  *id = end != NULL ? *end : PLX_ID_NONE;
  if (*id != PLX_ID_NONE)
    return TRUE;
  plx_import_problem (self->import, _ ("A relation leads to the annotation %s, which is not in the file or was left out."), *number != '\0' ? number : name);
  return FALSE;
}

gboolean
plx_xmi_read_relations (PlxXmiRead *self,
                        GError **error)
{
  for (guint i = 0; i < self->relations->len; i++)
    {
      GHashTable *features = g_ptr_array_index (self->relations, i);
      const char *other = plx_features_get (features, "DependencyType");
      PlxId source, target;

      if (*plx_features_get (features, "label") == '\0')
        plx_features_set (features, "label", *other != '\0' ? other : plx_features_get (features, "value"));
      self->import->line = (int) g_ascii_strtoll (plx_features_get (features, LINE), NULL, 10);
      if (find_end (self, features, "Governor", &source) && find_end (self, features, "Dependent", &target) &&
          !plx_features_read_relation (self->import, features, source, target, error))
        return FALSE;
    }
  return TRUE;
}
