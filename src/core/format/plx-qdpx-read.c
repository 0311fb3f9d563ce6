/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads REFI-QDA projects, our own and those of other programs.
 *
 * Members are kept in memory, known by their names.  The first look at
 * project.qde takes what stands behind the passages that need it: notes, links,
 * sets, and the unit of positions; the second takes everything else.
 */

#include "config.h"

#include "format/plx-format-qdpx.h"

#include "base/plx-time.h"
#include "format/plx-qdpx-units.h"
#include "format/plx-xml-read.h"
#include "format/plx-container.h"
#include "store/plx-questions.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What a code stands for. */
typedef enum
{
  CODE_TAG,
  CODE_ENTITY,
  CODE_QUESTION,
  CODE_SILENCE, /* of a question */
  CODE_FIELD,   /* of a claim */
} CodeKind;

typedef struct
{
  CodeKind kind;
  PlxId id;    /* of the row in the file */
  char *field; /* (owned): `polarity: denies` */
} Code;

typedef struct
{
  char *text; /* (owned) */
  char *user; /* (owned) */
  gint64 created;
} Note;

typedef struct
{
  char *guid; /* (owned) */
  char *name;
  char *origin;
  char *target;
  char *note;
  gboolean directed;
} Link;

typedef struct
{
  PlxImport *import;
  PlxXmlRead xml;
  GHashTable *members; /* (owned) (element-type utf8 GBytes): by their names in lower case */
  GBytes *project;     /* (owned) (nullable): project.qde */
  char *project_name;  /* (owned) */
  gboolean own;        /* whether Parallax wrote it */

  GHashTable *codes;     /* (owned) (element-type utf8 Code) */
  GHashTable *notes;     /* (owned) (element-type utf8 Note) */
  GHashTable *kinds;     /* (owned) (element-type utf8 int): of codes, from sets */
  GHashTable *variables; /* (owned) (element-type utf8 utf8): names */
  GHashTable *next;      /* (owned) (element-type utf8 utf8): pieces */
  GHashTable *later;     /* (owned) (element-type utf8): pieces that are not the first */
  GHashTable *said_by;   /* (owned) (element-type utf8 utf8) */
  GHashTable *places;    /* (owned) (element-type utf8 utf8) */
  GPtrArray *relations;  /* (owned) (element-type Link) */
  GHashTable *ends;      /* (owned) (element-type utf8 PlxId): annotations by the guid of their passage */
  GHashTable *pieces;    /* (owned) (element-type utf8 PlxSpan): of the source that is read */
  int scores[PLX_QDPX_N_UNITS];
  guint unit;
  int n_media;
} Reader;

static void
code_free (Code *code)
{
  g_free (code->field);
  g_free (code);
}

static void
note_free (Note *note)
{
  g_free (note->text);
  g_free (note->user);
  g_free (note);
}

static void
link_free (Link *link)
{
  g_free (link->guid);
  g_free (link->name);
  g_free (link->origin);
  g_free (link->target);
  g_free (link->note);
  g_free (link);
}

/* Guids come in any case, with braces or without. */
static char *
dup_guid (const xmlNode *node,
          const char *attribute)
{
  char *guid = g_strstrip (g_ascii_strdown (plx_node_attribute (node, attribute), -1));
  gsize length = strlen (guid);

  if (length > 2 && guid[0] == '{' && guid[length - 1] == '}')
    {
      memmove (guid, guid + 1, length - 2);
      guid[length - 2] = '\0';
    }
  return guid;
}

static void
set (char **field,
     char *value)
{
  g_free (*field);
  *field = value;
}

static PlxId
get_id (Reader *self,
        const char *guid)
{
  return plx_import_id (self->import, "guid", guid);
}

/* The id of a row that has a guid of its own; programs know it by that again. */
static gboolean
keep_guid (Reader *self,
           PlxId id,
           const char *guid,
           GError **error)
{
  return !g_uuid_string_is_valid (guid) || plx_import_foreign_id (self->import, id, "uuid", guid, error);
}

static gint64
get_time (const xmlNode *node,
          const char *attribute)
{
  gint64 time = 0;

  plx_time_parse (plx_node_attribute (node, attribute), &time);
  return time;
}

/* First look */

static void
look_at_note (Reader *self,
              xmlNode *node)
{
  Note *note = g_new0 (Note, 1);

  note->text = plx_node_dup_text (plx_node_child (node, "PlainTextContent"));
  note->user = dup_guid (node, "creatingUser");
  note->created = get_time (node, "creationDateTime");
  g_hash_table_replace (self->notes, dup_guid (node, "guid"), note);
}

static void
look_at_link (Reader *self,
              xmlNode *node)
{
  Link *link = g_new0 (Link, 1);

  link->guid = dup_guid (node, "guid");
  link->name = g_strdup (plx_node_attribute (node, "name"));
  link->origin = dup_guid (node, "originGUID");
  link->target = dup_guid (node, "targetGUID");
  link->note = dup_guid (plx_node_child (node, "NoteRef"), "targetGUID");
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
look_at_set (Reader *self,
             xmlNode *node)
{
  const char *name = plx_node_attribute (node, "name");
  PlxKind kind;

  if (!g_str_has_prefix (name, "kind: ") || !plx_kind_from_string (name + strlen ("kind: "), &kind))
    return;
  for (xmlNode *member = plx_node_child (node, "MemberCode"); member != NULL; member = plx_node_next (member, "MemberCode"))
    g_hash_table_replace (self->kinds, dup_guid (member, "targetGUID"), GINT_TO_POINTER ((int) kind + 1));
}

/* Texts */

/* The member that @path means, or %NULL. */
static const char *
find_raw (Reader *self,
          const xmlNode *source)
{
  const char *path = plx_node_attribute (source, "plainTextPath");
  g_autofree char *lower = g_utf8_strdown (path, -1);
  g_autofree char *name = NULL;
  GBytes *bytes;

  if (!g_str_has_prefix (lower, "internal://"))
    return NULL;
  name = g_strconcat ("sources/", lower + strlen ("internal://"), NULL);
  bytes = g_hash_table_lookup (self->members, name);
  return bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
}

/* A text in the container, or in the project file itself; made valid. */
static char *
dup_raw (Reader *self,
         const xmlNode *source)
{
  xmlNode *content = plx_node_child (source, "PlainTextContent");
  const char *raw = find_raw (self, source);

  if (raw == NULL && content != NULL)
    return plx_node_dup_text (content);
  return raw != NULL ? g_utf8_make_valid (raw, -1) : NULL;
}

static gboolean
get_span (const xmlNode *selection,
          GArray *map,
          PlxSpan *span)
{
  gint64 start, end;

  if (!g_ascii_string_to_signed (plx_node_attribute (selection, "startPosition"), 10, 0, G_MAXINT, &start, NULL) ||
      !g_ascii_string_to_signed (plx_node_attribute (selection, "endPosition"), 10, 0, G_MAXINT, &end, NULL) ||
      start >= (gint64) map->len || end >= (gint64) map->len)
    return FALSE;
  span->start = g_array_index (map, int, start);
  span->end = g_array_index (map, int, end);
  return span->start >= 0 && span->end >= 0;
}

static void
look_at_source (Reader *self,
                xmlNode *node)
{
  g_autofree char *raw = dup_raw (self, node);
  g_autofree char *text = raw != NULL ? plx_qdpx_dup_text (raw) : NULL;

  for (guint unit = 0; text != NULL && unit < PLX_QDPX_N_UNITS; unit++)
    {
      g_autoptr (GArray) map = plx_qdpx_map_new (raw, plx_qdpx_unit (unit));
      xmlNode *selection = plx_node_child (node, "PlainTextSelection");

      for (; selection != NULL; selection = plx_node_next (selection, "PlainTextSelection"))
        {
          PlxSpan span;

          if (get_span (selection, map, &span))
            self->scores[unit] += plx_qdpx_score (text, &span, plx_node_attribute (selection, "name"));
        }
    }
}

static void
choose_unit (Reader *self)
{
  for (guint unit = 1; unit < PLX_QDPX_N_UNITS; unit++)
    if (self->scores[unit] > self->scores[self->unit])
      self->unit = unit;
  if (self->unit > 0)
    {
      g_autofree char *words = plx_qdpx_unit_dup_words (self->unit);

      plx_import_remark (self->import, _ ("Positions are counted otherwise than the standard says, as most passages show: %s."), words);
    }
}

/* People, codes, cases */

static gboolean
read_user (Reader *self,
           xmlNode *node,
           GError **error)
{
  g_autofree char *guid = dup_guid (node, "guid");
  const char *name = plx_node_attribute (node, "name");
  PlxId id = get_id (self, guid);
  PlxAnnotator annotator = { .id = id, .name = (char *) (*name != '\0' ? name : plx_node_attribute (node, "id")) };

  if (*annotator.name == '\0')
    annotator.name = guid;
  return plx_import_annotator (self->import, &annotator, error) && keep_guid (self, id, guid, error);
}

static void
remember_code (Reader *self,
               const char *guid,
               CodeKind kind,
               PlxId id,
               const char *field)
{
  Code *code = g_new0 (Code, 1);

  code->kind = kind;
  code->id = id;
  code->field = g_strdup (field);
  g_hash_table_replace (self->codes, g_strdup (guid), code);
}

/* Names are unique in our files; what was added for that is taken away. */
static char *
dup_tag_name (Reader *self,
              const xmlNode *node,
              const char *parent)
{
  g_autofree char *suffix = g_strdup_printf (" (%s)", parent);
  char *name = g_strstrip (g_strdelimit (g_strdup (plx_node_attribute (node, "name")), "/\n\r\t", '-'));
  char *found = self->own ? g_strrstr (name, suffix) : NULL;

  if (found != NULL && found != name && found[strlen (suffix) + strspn (found + strlen (suffix), " 0123456789")] == '\0')
    *found = '\0';
  return name;
}

static void
read_question_fields (PlxQuestion *question,
                      const char *description)
{
  g_auto (GStrv) lines = g_strsplit (description, "\n", 3);
  guint n = g_strv_length (lines);

  if (n > 0 && g_str_has_prefix (lines[0], "unit: "))
    set (&question->unit, g_strdup (lines[0] + strlen ("unit: ")));
  if (n > 1 && g_str_has_prefix (lines[1], "answer: "))
    set (&question->answer, g_strdup (lines[1] + strlen ("answer: ")));
  if (n > 2)
    set (&question->note, g_strdup (lines[2]));
}

/* What a folder of ours holds.  Questions that are only silent on come once. */
static gboolean
read_folder (Reader *self,
             xmlNode *folder,
             CodeKind kind,
             GError **error)
{
  for (xmlNode *node = plx_node_child (folder, "Code"); node != NULL; node = plx_node_next (node, "Code"))
    {
      g_autofree char *guid = dup_guid (node, "guid");
      const char *name = plx_node_attribute (node, "name");
      g_autoptr (PlxQuestion) question = NULL;
      g_autofree char *description = NULL;
      g_autofree char *silent = plx_uuid_derive (PLX_QDPX_SILENCES, guid);

      if (kind != CODE_QUESTION)
        {
          remember_code (self, guid, kind, get_id (self, guid), name);
          continue;
        }
      question = plx_question_new ();
      question->id = get_id (self, guid);
      set (&question->text, g_strdup (g_str_has_prefix (name, "Q: ") ? name + strlen ("Q: ") : name));
      description = plx_node_dup_text (plx_node_child (node, "Description"));
      read_question_fields (question, description);
      remember_code (self, guid, kind, question->id, name);
      remember_code (self, silent, CODE_SILENCE, question->id, name);
      if (!plx_import_question (self->import, question, error) || !keep_guid (self, get_id (self, guid), guid, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean read_codes (Reader *self,
                            xmlNode *parent,
                            PlxId above,
                            const char *parent_name,
                            GError **error);

static gboolean
read_tag (Reader *self,
          xmlNode *node,
          const char *guid,
          PlxId above,
          const char *parent_name,
          GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();
  int kind = GPOINTER_TO_INT (g_hash_table_lookup (self->kinds, guid));
  g_autofree char *colour = g_ascii_strdown (plx_node_attribute (node, "color"), -1);
  PlxId id = get_id (self, guid);
  g_autofree char *name = dup_tag_name (self, node, parent_name);

  self->import->line = (int) xmlGetLineNo (node);
  tag->id = id;
  tag->parent = above;
  tag->kind = kind > 0 ? (PlxKind) (kind - 1) : PLX_KIND_OTHER;
  set (&tag->name, g_strdup (name));
  set (&tag->colour, g_strdup (strlen (colour) == 7 && colour[0] == '#' ? colour : ""));
  set (&tag->description, plx_node_dup_text (plx_node_child (node, "Description")));
  remember_code (self, guid, CODE_TAG, id, name);
  return plx_import_tag (self->import, tag, error) && keep_guid (self, id, guid, error) && read_codes (self, node, id, name, error);
}

static gboolean
read_codes (Reader *self,
            xmlNode *parent,
            PlxId above,
            const char *parent_name,
            GError **error)
{
  static const struct
  {
    const char *guid;
    CodeKind kind;
  } folders[] = {
    { PLX_QDPX_FIELDS, CODE_FIELD },
    { PLX_QDPX_QUESTIONS, CODE_QUESTION },
    { PLX_QDPX_ENTITIES, CODE_ENTITY },
  };

  for (xmlNode *node = plx_node_child (parent, "Code"); node != NULL; node = plx_node_next (node, "Code"))
    {
      g_autofree char *guid = dup_guid (node, "guid");
      gboolean taken = strcmp (guid, PLX_QDPX_SILENCES) == 0;

      for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
        if (strcmp (guid, folders[i].guid) == 0)
          {
            taken = TRUE;
            if (!read_folder (self, node, folders[i].kind, error))
              return FALSE;
          }
      if (!taken && !read_tag (self, node, guid, above, parent_name, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_value (Reader *self,
           const xmlNode *node,
           const char *variable)
{
  for (xmlNode *value = plx_node_child (node, "VariableValue"); value != NULL; value = plx_node_next (value, "VariableValue"))
    {
      g_autofree char *guid = dup_guid (plx_node_child (value, "VariableRef"), "targetGUID");
      const char *name = g_hash_table_lookup (self->variables, guid);

      if (name != NULL && strcmp (name, variable) == 0)
        for (xmlNode *child = plx_node_child (value, NULL); child != NULL; child = plx_node_next (child, NULL))
          if (!plx_node_is (child, "VariableRef"))
            return plx_node_dup_text (child);
    }
  return g_strdup ("");
}

static void
read_coordinates (PlxEntity *entity,
                  const char *text)
{
  char *rest;

  if (*text == '\0')
    return;
  entity->latitude = g_ascii_strtod (text, &rest);
  entity->longitude = g_ascii_strtod (rest, NULL);
  entity->has_coordinates = TRUE;
}

static gboolean
read_case (Reader *self,
           xmlNode *node,
           GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();
  g_autofree char *guid = dup_guid (node, "guid");
  g_autofree char *kind = dup_value (self, node, "entityKind");
  g_autofree char *aliases = dup_value (self, node, "aliases");
  g_autofree char *coordinates = dup_value (self, node, "coordinates");
  g_autofree char *created = dup_value (self, node, "created");
  PlxId id = get_id (self, guid);

  /* A case of other programs may be anything: a person, a household. */
  if (*kind == '\0')
    return TRUE;
  entity->id = id;
  entity->kind = g_str_has_prefix (kind, "place") ? PLX_KIND_PLACE : PLX_KIND_ACTOR;
  set (&entity->sort, g_strdup (g_str_has_suffix (kind, "/person") ? "person" : g_str_has_suffix (kind, "/organisation") || g_str_has_suffix (kind, "/org") ? "organisation"
                                                                                                                                                            : ""));
  set (&entity->name, g_strdup (plx_node_attribute (node, "name")));
  set (&entity->uri, dup_value (self, node, "authority"));
  set (&entity->note, plx_node_dup_text (plx_node_child (node, "Description")));
  plx_time_parse (created, &entity->created);
  read_coordinates (entity, coordinates);
  if (*aliases != '\0')
    {
      g_strfreev (entity->aliases);
      entity->aliases = g_strsplit (aliases, strchr (aliases, '\n') == NULL && !self->own ? " | " : "\n", -1);
    }
  remember_code (self, guid, CODE_ENTITY, id, "");
  return plx_import_entity (self->import, entity, error) && keep_guid (self, id, guid, error);
}

/* Passages */

static void
read_note_lines (PlxClaim *claim,
                 const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, "value="))
        set (&claim->value, g_strdup (*line + strlen ("value=")));
      else if (g_str_has_prefix (*line, "event-time="))
        set (&claim->event_time, g_strdup (*line + strlen ("event-time=")));
    }
}

static void
read_field (PlxClaim *claim,
            const char *field)
{
  const char *value = strstr (field, ": ");

  if (value == NULL)
    return;
  if (g_str_has_prefix (field, "attribution"))
    set (&claim->attribution, g_strdup (value + 2));
  else if (g_str_has_prefix (field, "polarity"))
    set (&claim->polarity, g_strdup (value + 2));
  else if (g_str_has_prefix (field, "certainty"))
    set (&claim->certainty, g_strdup (value + 2));
}

/* What the codings say besides tags. */
static void
read_details (Reader *self,
              xmlNode *selection,
              const char *guid,
              const char *source,
              PlxAnnotation *annotation)
{
  PlxClaim *claim = annotation->claim = plx_claim_new ();
  g_autofree char *note_guid = dup_guid (plx_node_child (selection, "NoteRef"), "targetGUID");
  const Note *note = g_hash_table_lookup (self->notes, note_guid);
  const char *speaker = g_hash_table_lookup (self->said_by, guid);
  const char *place = g_hash_table_lookup (self->places, guid);

  for (xmlNode *coding = plx_node_child (selection, "Coding"); coding != NULL; coding = plx_node_next (coding, "Coding"))
    {
      g_autofree char *key = dup_guid (plx_node_child (coding, "CodeRef"), "targetGUID");
      const Code *code = g_hash_table_lookup (self->codes, key);

      if (code == NULL)
        continue;
      if (code->kind == CODE_ENTITY)
        annotation->entity = code->id;
      else if (code->kind == CODE_QUESTION)
        claim->question = code->id;
      else if (code->kind == CODE_FIELD)
        read_field (claim, code->field);
    }
  if (note != NULL && self->own)
    read_note_lines (claim, note->text);
  claim->by_outlet = speaker != NULL && strcmp (speaker, source) == 0;
  if (speaker != NULL && !claim->by_outlet)
    claim->said_by = get_id (self, speaker);
  if (place != NULL)
    claim->place = get_id (self, place);
}

/* The piece itself and those that continue it. */
static void
add_spans (Reader *self,
           const char *guid,
           const PlxSpan *first,
           GArray *spans)
{
  const char *next = g_hash_table_lookup (self->next, guid);

  g_array_append_vals (spans, first, 1);
  for (int i = 0; next != NULL && i < 10000; i++)
    {
      const PlxSpan *span = g_hash_table_lookup (self->pieces, next);

      if (span != NULL)
        g_array_append_vals (spans, span, 1);
      next = g_hash_table_lookup (self->next, next);
    }
}

static PlxId
get_user (Reader *self,
          const xmlNode *coding,
          const xmlNode *selection)
{
  g_autofree char *coder = dup_guid (coding, "creatingUser");
  g_autofree char *user = dup_guid (selection, "creatingUser");

  return get_id (self, *coder != '\0' ? coder : user);
}

static gboolean
read_coding (Reader *self,
             xmlNode *selection,
             xmlNode *coding,
             const Code *code,
             const PlxSpan *span,
             PlxId document,
             const char *source,
             gboolean only,
             GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  g_autofree char *guid = dup_guid (selection, "guid");
  g_autofree char *coding_guid = dup_guid (coding, "guid");
  const char *key = only ? guid : coding_guid;
  int n_problems = self->import->report->n_problems;
  PlxId id = get_id (self, key);

  annotation->id = id = id != PLX_ID_NONE ? id : plx_id_new ();
  annotation->document = document;
  annotation->tag = code->id;
  annotation->annotator = get_user (self, coding, selection);
  annotation->created = get_time (coding, "creationDateTime");
  if (annotation->created == 0)
    annotation->created = get_time (selection, "creationDateTime");
  if (self->own)
    annotation->modified = get_time (selection, "modifiedDateTime");
  set (&annotation->note, plx_node_dup_text (plx_node_child (selection, "Description")));
  add_spans (self, guid, span, annotation->spans);
  read_details (self, selection, guid, source, annotation);
  if (!g_hash_table_contains (self->ends, guid))
    g_hash_table_insert (self->ends, g_strdup (guid), g_memdup2 (&id, sizeof id));
  if (!plx_import_annotation (self->import, annotation, error))
    return FALSE;
  return self->import->report->n_problems > n_problems || keep_guid (self, id, key, error);
}

static const Code *
get_tag (Reader *self,
         xmlNode *coding)
{
  g_autofree char *key = dup_guid (plx_node_child (coding, "CodeRef"), "targetGUID");
  const Code *code = g_hash_table_lookup (self->codes, key);

  if (code == NULL)
    plx_import_problem (self->import, _ ("There is no code %s."), key);
  return code != NULL && code->kind == CODE_TAG ? code : NULL;
}

static int
count_tags (Reader *self,
            xmlNode *selection)
{
  int n = 0;

  for (xmlNode *coding = plx_node_child (selection, "Coding"); coding != NULL; coding = plx_node_next (coding, "Coding"))
    {
      g_autofree char *key = dup_guid (plx_node_child (coding, "CodeRef"), "targetGUID");
      const Code *code = g_hash_table_lookup (self->codes, key);

      n += code != NULL && code->kind == CODE_TAG;
    }
  return n;
}

static gboolean
read_selection (Reader *self,
                xmlNode *selection,
                const PlxSpan *span,
                PlxId document,
                const char *source,
                GError **error)
{
  g_autofree char *guid = dup_guid (selection, "guid");
  int n = count_tags (self, selection);

  if (g_hash_table_contains (self->later, guid))
    return TRUE;
  if (n == 0)
    plx_import_problem (self->import, _ ("The passage “%s” has no code."), plx_node_attribute (selection, "name"));
  for (xmlNode *coding = plx_node_child (selection, "Coding"); coding != NULL; coding = plx_node_next (coding, "Coding"))
    {
      const Code *code = get_tag (self, coding);

      if (code != NULL && !read_coding (self, selection, coding, code, span, document, source, n == 1, error))
        return FALSE;
    }
  return TRUE;
}

/* Sources */

static gboolean
read_silence (Reader *self,
              xmlNode *coding,
              PlxId document,
              GError **error)
{
  g_autofree char *key = dup_guid (plx_node_child (coding, "CodeRef"), "targetGUID");
  g_autofree char *note_guid = dup_guid (plx_node_child (coding, "NoteRef"), "targetGUID");
  g_autofree char *guid = dup_guid (coding, "guid");
  const Code *code = g_hash_table_lookup (self->codes, key);
  const Note *note = g_hash_table_lookup (self->notes, note_guid);
  g_autoptr (PlxSilence) silence = NULL;

  if (code == NULL || code->kind != CODE_SILENCE)
    {
      plx_import_remark (self->import, _ ("A code on a whole article was left out."));
      return TRUE;
    }
  silence = plx_silence_new ();
  silence->id = get_id (self, guid);
  silence->document = document;
  silence->question = code->id;
  silence->annotator = get_user (self, coding, coding);
  silence->created = get_time (coding, "creationDateTime");
  if (note != NULL)
    set (&silence->note, g_strdup (note->text));
  return plx_import_silence (self->import, silence, error);
}

static gboolean
read_passages (Reader *self,
               xmlNode *node,
               PlxId document,
               const char *source,
               GArray *map,
               GError **error)
{
  xmlNode *selection;

  g_hash_table_remove_all (self->pieces);
  for (selection = plx_node_child (node, "PlainTextSelection"); selection != NULL; selection = plx_node_next (selection, "PlainTextSelection"))
    {
      PlxSpan span;

      if (get_span (selection, map, &span))
        g_hash_table_replace (self->pieces, dup_guid (selection, "guid"), g_memdup2 (&span, sizeof span));
    }
  for (selection = plx_node_child (node, "PlainTextSelection"); selection != NULL; selection = plx_node_next (selection, "PlainTextSelection"))
    {
      PlxSpan span;

      self->import->line = (int) xmlGetLineNo (selection);
      if (!get_span (selection, map, &span))
        plx_import_problem (self->import, _ ("The place %s–%s of “%s” is not in the text."), plx_node_attribute (selection, "startPosition"),
                            plx_node_attribute (selection, "endPosition"), plx_node_attribute (selection, "name"));
      else if (!read_selection (self, selection, &span, document, source, error))
        return FALSE;
      if (!plx_import_tick (self->import, error))
        return FALSE;
    }
  for (xmlNode *coding = plx_node_child (node, "Coding"); coding != NULL; coding = plx_node_next (coding, "Coding"))
    if (!read_silence (self, coding, document, error))
      return FALSE;
  return TRUE;
}

static PlxDocument *
make_document (Reader *self,
               xmlNode *node,
               PlxId id)
{
  PlxDocument *document = plx_document_new ();

  document->id = id;
  set (&document->title, g_strdup (plx_node_attribute (node, "name")));
  set (&document->note, plx_node_dup_text (plx_node_child (node, "Description")));
  set (&document->outlet, dup_value (self, node, "outlet"));
  set (&document->author, dup_value (self, node, "author"));
  set (&document->url, dup_value (self, node, "url"));
  set (&document->published, dup_value (self, node, "published"));
  set (&document->language, dup_value (self, node, "language"));
  set (&document->direction, dup_value (self, node, "direction"));
  set (&document->filename, dup_value (self, node, "filename"));
  document->created = get_time (node, "creationDateTime");
  return document;
}

static gboolean
read_source (Reader *self,
             xmlNode *node,
             GError **error)
{
  g_autofree char *guid = dup_guid (node, "guid");
  PlxId id = get_id (self, guid);
  g_autoptr (PlxDocument) document = make_document (self, node, id);
  g_autofree char *raw = dup_raw (self, node);
  g_autofree char *utf8 = NULL;
  g_autoptr (PlxText) text = NULL;
  g_autoptr (GArray) map = NULL;

  if (raw == NULL)
    {
      plx_import_problem (self->import, _ ("The text of “%s” (%s) is not in the container."), document->title, plx_node_attribute (node, "plainTextPath"));
      return TRUE;
    }
  /* Our own texts are as they are, whatever their line ends. */
  utf8 = self->own ? g_strdup (raw) : plx_qdpx_dup_text (raw);
  text = plx_text_new (utf8, -1);
  if (plx_text_get_length (text) == 0)
    {
      plx_import_problem (self->import, _ ("The article “%s” has no text."), document->title);
      return TRUE;
    }
  map = self->own ? g_array_new (FALSE, FALSE, sizeof (int)) : plx_qdpx_map_new (raw, plx_qdpx_unit (self->unit));
  for (int i = 0; self->own && i <= plx_text_get_length (text); i++)
    g_array_append_val (map, i);
  return plx_import_document (self->import, document, text, error) && keep_guid (self, id, guid, error) &&
         read_passages (self, node, id, guid, map, error);
}

/* Relations */

static gboolean
read_relation (Reader *self,
               const Link *link,
               GError **error)
{
  const PlxId *source = g_hash_table_lookup (self->ends, link->origin);
  const PlxId *target = g_hash_table_lookup (self->ends, link->target);
  const Note *note = g_hash_table_lookup (self->notes, link->note);
  g_autoptr (PlxRelation) relation = NULL;

  if (source == NULL || target == NULL)
    {
      plx_import_remark (self->import, _ ("A link “%s” does not join two passages and was left out."), link->name);
      return TRUE;
    }
  relation = plx_relation_new ();
  relation->id = get_id (self, link->guid);
  relation->source = *source;
  relation->target = *target;
  if (note != NULL)
    {
      set (&relation->note, g_strdup (note->text));
      relation->annotator = get_id (self, note->user);
      relation->created = note->created;
    }
  return plx_import_ensure_relation_kind (self->import, *link->name != '\0' ? link->name : _ ("link"), &relation->kind, error) &&
         plx_import_relation (self->import, relation, error);
}

/* The looks */

/* Our own files have a variable that no other has. */
static void
read_variables (Reader *self,
                xmlNode *node)
{
  g_autofree char *mark = plx_uuid_derive (PLX_QDPX_VARIABLES, "sha256");

  for (xmlNode *child = plx_node_child (node, "Variable"); child != NULL; child = plx_node_next (child, "Variable"))
    g_hash_table_replace (self->variables, dup_guid (child, "guid"), g_strdup (plx_node_attribute (child, "name")));
  self->own = g_hash_table_contains (self->variables, mark);
}

static gboolean
take_first (Reader *self,
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
    look_at_source (self, node);
  else if (g_str_has_suffix ((const char *) node->name, "Source") && !plx_node_is (node, "TextSource"))
    self->n_media++;
  return TRUE;
}

static gboolean
take_second (Reader *self,
             xmlNode *node,
             GError **error)
{
  if (plx_node_is (node, "User"))
    return read_user (self, node, error);
  if (plx_node_is (node, "CodeBook"))
    return read_codes (self, plx_node_child (node, "Codes"), PLX_ID_NONE, "", error);
  if (plx_node_is (node, "Case"))
    return read_case (self, node, error);
  return !plx_node_is (node, "TextSource") || read_source (self, node, error);
}

static gboolean
is_container (const char *name)
{
  static const char *const names[] = { "Project", "Users", "Cases", "Sources", "Notes", "Links", "Sets", NULL };

  return g_strv_contains (names, name);
}

static gboolean
read_element (Reader *self,
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
look (Reader *self,
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
read_all (Reader *self,
          GError **error)
{
  gboolean done = TRUE;

  for (self->import->pass = 0; done && self->import->pass < 2; self->import->pass++)
    {
      done = look (self, error);
      plx_xml_read_clear (&self->xml);
      if (self->import->pass == 0)
        choose_unit (self);
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
  Reader *self = data;
  g_autofree char *lower = g_utf8_strdown (name, -1);
  GBytes *kept;

  if (bytes == NULL)
    return TRUE;
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
clear (Reader *self)
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
  Reader self = { .import = import };
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
  done = plx_container_foreach (import, want_cb, member_cb, &self, error);
  if (done && self.project == NULL)
    done = plx_import_malformed (import, error, _ ("there is no project.qde in the container, so it is no REFI-QDA project."));
  done = done && read_all (&self, error);
  clear (&self);
  return done;
}
