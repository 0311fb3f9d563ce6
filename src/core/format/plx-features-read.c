/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports rows that came as named features. */

#include "config.h"

#include "format/plx-features.h"

#include "base/plx-string.h"
#include "base/plx-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

GHashTable *
plx_features_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

const char *
plx_features_get (GHashTable *self,
                  const char *name)
{
  const char *value = g_hash_table_lookup (self, name);

  return value != NULL ? value : "";
}

void
plx_features_set (GHashTable *self,
                  const char *name,
                  const char *value)
{
  g_hash_table_replace (self, g_strdup (name), g_strdup (value));
}

gboolean
plx_features_are_ours (GHashTable *self)
{
  return g_uuid_string_is_valid (plx_features_get (self, "uuid"));
}

/* A moment that is none is told, and left out. */
static gint64
get_time (PlxImport *import,
          GHashTable *self,
          const char *name)
{
  const char *value = plx_features_get (self, name);
  gint64 time = 0;

  if (*value != '\0' && !plx_time_parse (value, &time))
    /* Translators: what the file has for a time, the name of a feature */
    plx_import_problem (import, _ ("“%s” is no moment, so “%s” is left out."), value, name);
  return time;
}

/* The id of the row, a new one if it has none. */
static PlxId
get_own_id (PlxImport *import,
            GHashTable *self,
            const char *space)
{
  PlxId id = plx_import_id (import, space, plx_features_get (self, "uuid"));

  return id != PLX_ID_NONE ? id : plx_id_new ();
}

/* Entities */

static gboolean
add_entity (PlxImport *import,
            PlxId id,
            PlxKind kind,
            const char *name,
            const char *iri,
            GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  int n_problems = import->report->n_problems;

  entity->id = id;
  entity->kind = kind;
  plx_set_str (&entity->name, name);
  if (plx_import_skip_urn (iri) == iri)
    plx_set_str (&entity->uri, iri);
  return plx_import_entity (import, entity, error) &&
         (import->report->n_problems > n_problems || plx_import_foreign_id (import, id, "uuid", plx_import_skip_urn (iri), error));
}

/* The entity comes with the first row that names it. */
static gboolean
ensure_entity (PlxImport *import,
               const char *key,
               PlxKind kind,
               const char *name,
               const char *iri,
               PlxId *id,
               GError **error)
{
  g_autofree char *named = g_strconcat ("x", key, NULL);
  const PlxId *known = g_hash_table_lookup (import->named, named);

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  *id = plx_import_id (import, "entity", key);
  g_hash_table_insert (import->named, g_steal_pointer (&named), g_memdup2 (id, sizeof *id));
  return add_entity (import, *id, kind, name, iri, error);
}

static gboolean
read_entity (PlxImport *import,
             GHashTable *self,
             const char *name,
             PlxKind otherwise,
             PlxId *id,
             GError **error)
{
  g_autofree char *name_key = g_strconcat (name, "Name", NULL);
  g_autofree char *id_key = g_strconcat (name, "Id", NULL);
  g_autofree char *kind_key = g_strconcat (name, "Kind", NULL);
  const char *iri = plx_features_get (self, name);
  const char *called = plx_features_get (self, name_key);
  const char *uuid = plx_features_get (self, id_key);
  PlxKind kind = otherwise;

  if (*iri == '\0')
    return TRUE;
  plx_kind_from_string (plx_features_get (self, kind_key), &kind);
  return ensure_entity (import, *uuid != '\0' ? uuid : plx_import_skip_urn (iri), kind, *called != '\0' ? called : iri, iri, id, error);
}

/* Claims */

/* Files of others have the interval alone. */
static char *
dup_value (GHashTable *self)
{
  const char *expression = plx_features_get (self, "value");
  const char *words = plx_features_get (self, "valueWords");
  const char *low = plx_features_get (self, "valueMin");
  const char *high = plx_features_get (self, "valueMax");
  const char *unit = plx_features_get (self, "unit");

  if (*expression != '\0' || (*low == '\0' && *high == '\0'))
    return g_strdup (*expression != '\0' ? expression : words);
  if (*high == '\0')
    return g_strchomp (g_strdup_printf (">=%s %s", low, unit));
  if (*low == '\0')
    return g_strchomp (g_strdup_printf ("<=%s %s", high, unit));
  if (strcmp (low, high) == 0)
    return g_strchomp (g_strdup_printf ("%s %s", low, unit));
  return g_strchomp (g_strdup_printf ("%s..%s %s", low, high, unit));
}

static gboolean
read_question (PlxImport *import,
               GHashTable *self,
               PlxId *id,
               GError **error)
{
  const char *text = plx_features_get (self, "question");

  return *text == '\0' || plx_import_ensure_question (import, text, id, error);
}

static gboolean
read_claim (PlxImport *import,
            GHashTable *self,
            PlxAnnotation *annotation,
            GError **error)
{
  PlxClaim *claim = plx_claim_new ();

  g_clear_pointer (&annotation->claim, plx_claim_free);
  annotation->claim = claim;
  g_free (claim->value);
  claim->value = dup_value (self);
  plx_set_str (&claim->attribution, plx_features_get (self, "attribution"));
  plx_set_str (&claim->polarity, plx_features_get (self, "polarity"));
  plx_set_str (&claim->certainty, plx_features_get (self, "certainty"));
  plx_set_str (&claim->event_time, plx_features_get (self, "eventTime"));
  claim->by_outlet = strcmp (plx_features_get (self, "saidBy"), PLX_FEATURES_OUTLET) == 0;
  return read_question (import, self, &claim->question, error) &&
         (claim->by_outlet || read_entity (import, self, "saidBy", PLX_KIND_ACTOR, &claim->said_by, error)) &&
         read_entity (import, self, "place", PLX_KIND_PLACE, &claim->place, error);
}

/* Annotations */

/* The words that were exported must be what stands there. */
static gboolean
check_quote (PlxImport *import,
             GHashTable *self,
             const PlxAnnotation *annotation)
{
  const char *quote = plx_features_get (self, "quote");
  PlxText *text = plx_import_get_text (import, annotation->document);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; *quote != '\0' && text != NULL && i < annotation->spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);
      g_autofree char *slice = NULL;

      if (span->start < 0 || span->start >= span->end || span->end > plx_text_get_length (text))
        return TRUE; /* told where it is imported */
      slice = plx_text_dup_slice (text, span->start, span->end);
      g_string_append_printf (found, "%s%s", i > 0 ? " … " : "", slice);
    }
  if (*quote == '\0' || strcmp (found->str, quote) == 0)
    return TRUE;
  plx_import_problem (import, _ ("In the text stands “%s”, not “%s”."), found->str, quote);
  return FALSE;
}

gboolean
plx_features_read_annotation (PlxImport *import,
                              GHashTable *self,
                              PlxAnnotation *annotation,
                              GError **error)
{
  PlxKind kind = PLX_KIND_OTHER;
  const char *path = plx_features_get (self, "label");
  PlxId id = annotation->id = get_own_id (import, self, "annotation");
  int n_problems = import->report->n_problems;

  annotation->created = get_time (import, self, "created");
  annotation->modified = get_time (import, self, "modified");
  plx_set_str (&annotation->note, plx_features_get (self, "note"));
  plx_kind_from_string (plx_features_get (self, "kind"), &kind);
  if (!check_quote (import, self, annotation))
    return TRUE;
  if (*path == '\0')
    plx_import_problem (import, _ ("An annotation has no tag."));
  if (import->report->n_problems > n_problems)
    return TRUE;
  return plx_import_ensure_tag (import, path, kind, &annotation->tag, error) && read_claim (import, self, annotation, error) &&
         read_entity (import, self, "entity", kind == PLX_KIND_PLACE ? PLX_KIND_PLACE : PLX_KIND_ACTOR, &annotation->entity, error) &&
         plx_import_ensure_annotator (import, plx_features_get (self, "annotator"), &annotation->annotator, error) &&
         plx_import_annotation (import, annotation, error) &&
         (import->report->n_problems > n_problems || plx_import_foreign_id (import, id, "uuid", plx_features_get (self, "uuid"), error));
}

gboolean
plx_features_read_silence (PlxImport *import,
                           GHashTable *self,
                           PlxId document,
                           GError **error)
{
  g_autoptr (PlxSilence) silence = plx_silence_new ();
  int n_problems = import->report->n_problems;
  PlxId id = silence->id = get_own_id (import, self, "silence");

  silence->document = document;
  silence->created = get_time (import, self, "created");
  plx_set_str (&silence->note, plx_features_get (self, "note"));
  if (*plx_features_get (self, "question") == '\0')
    {
      plx_import_problem (import, _ ("A silence names no question."));
      return TRUE;
    }
  return read_question (import, self, &silence->question, error) &&
         plx_import_ensure_annotator (import, plx_features_get (self, "annotator"), &silence->annotator, error) &&
         plx_import_silence (import, silence, error) &&
         (import->report->n_problems > n_problems || plx_import_foreign_id (import, id, "uuid", plx_features_get (self, "uuid"), error));
}

/* Relations */

gboolean
plx_features_read_relation (PlxImport *import,
                            GHashTable *self,
                            PlxId source,
                            PlxId target,
                            GError **error)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();
  const char *label = plx_features_get (self, "label");
  int n_problems = import->report->n_problems;
  PlxId id = relation->id = get_own_id (import, self, "relation");

  relation->source = source;
  relation->target = target;
  relation->created = get_time (import, self, "created");
  relation->modified = get_time (import, self, "modified");
  plx_set_str (&relation->note, plx_features_get (self, "note"));
  return plx_import_ensure_relation_kind (import, *label != '\0' ? label : _ ("Relation"), &relation->kind, error) &&
         plx_import_ensure_annotator (import, plx_features_get (self, "annotator"), &relation->annotator, error) &&
         plx_import_relation (import, relation, error) &&
         (import->report->n_problems > n_problems || plx_import_foreign_id (import, id, "uuid", plx_features_get (self, "uuid"), error));
}

/* Articles */

gboolean
plx_features_read_document (PlxImport *import,
                            GHashTable *self,
                            const char *otherwise,
                            PlxText *text,
                            PlxId *id,
                            GError **error)
{
  g_autoptr (PlxDocument) document = plx_document_new ();
  const char *sha256 = plx_text_get_sha256 (text);
  const char *said = plx_features_get (self, "sha256");
  const char *title = plx_features_get (self, "title");
  int n_problems = import->report->n_problems;

  *id = document->id = get_own_id (import, self, "document");
  plx_set_str (&document->title, *title != '\0' || otherwise == NULL ? title : otherwise);
  plx_set_str (&document->outlet, plx_features_get (self, "outlet"));
  plx_set_str (&document->author, plx_features_get (self, "author"));
  plx_set_str (&document->url, plx_features_get (self, "url"));
  plx_set_str (&document->published, plx_features_get (self, "published"));
  plx_set_str (&document->language, plx_features_get (self, "language"));
  plx_set_str (&document->direction, plx_features_get (self, "direction"));
  plx_set_str (&document->note, plx_features_get (self, "note"));
  plx_set_str (&document->filename, plx_features_get (self, "file"));
  document->created = get_time (import, self, "created");
  if (*said != '\0' && strcmp (said, sha256) != 0)
    plx_import_remark (import, _ ("The text of “%s” is not the one that was exported: its SHA-256 differs."), document->title);
  return plx_import_document (import, document, text, error) &&
         (import->report->n_problems > n_problems || (plx_import_foreign_id (import, *id, "uuid", plx_features_get (self, "uuid"), error) &&
                                                      plx_features_read_fields (import, *id, plx_features_get (self, "fields"), error)));
}

/* Of other programs */

gboolean
plx_features_read_foreign (PlxImport *import,
                           const char *tag,
                           PlxKind kind,
                           const char *iri,
                           PlxText *text,
                           PlxAnnotation *annotation,
                           GError **error)
{
  const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, 0);
  gboolean named = *iri != '\0' && (kind == PLX_KIND_ACTOR || kind == PLX_KIND_PLACE) && span->start < span->end;
  g_autofree char *name = named ? plx_text_dup_slice (text, span->start, span->end) : NULL;

  annotation->id = plx_id_new ();
  return plx_import_ensure_tag (import, tag, kind, &annotation->tag, error) &&
         (!named || ensure_entity (import, plx_import_skip_urn (iri), kind, name, iri, &annotation->entity, error)) &&
         plx_import_annotation (import, annotation, error);
}
