/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with entities, and with annotations as mentions of them.
 *
 * Where text becomes a mention, the entity may learn it as an alias: see
 * model/plx-alias.h for what is learned.  An annotation is a mention only of an
 * entity of its tag's kind; anything else is refused.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-annotation.h"
#include "model/plx-entity.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/* Whom or what annotations mention; copied by the verbs. */
typedef struct
{
  PlxId entity;     /* an entity, or PLX_ID_NONE to go by the name */
  const char *name; /* its name; if there is no such actor or place, it is made, of the kind of the tag */
  gboolean learn;   /* whether the marked text becomes an alias */
} PlxMention;

/**
 * plx_mention_resolve:
 * @tag: of what is to mention it
 * @entity: (out): the entity, made if need be
 * @error: %PLX_STORE_ERROR_CONSTRAINT if what has @tag cannot mention it
 *
 * For verbs, inside an edit.
 */
gboolean plx_mention_resolve (PlxConnection *connection,
                              const PlxMention *mention,
                              PlxId tag,
                              PlxId *entity,
                              GError **error);

/**
 * plx_verb_tag_mention:
 * @annotation: what to add, of a tag of kind actor or place; its annotator and
 *   entity are set when it is done
 * @text: the text of its document
 *
 * Returns: (transfer full): adds an annotation that is a mention, as one edit
 */
PlxVerb *plx_verb_tag_mention (const PlxAnnotation *annotation,
                               PlxText *text,
                               const PlxMention *mention);

/**
 * plx_verb_link:
 *
 * Returns: (transfer full): makes annotations mentions of an entity
 */
PlxVerb *plx_verb_link (const PlxId *annotations,
                        gsize n_annotations,
                        const PlxMention *mention);

/**
 * plx_verb_unlink:
 * @detail: (nullable): the name of the entity, for the history
 *
 * Returns: (transfer full): makes annotations mentions of nothing
 */
PlxVerb *plx_verb_unlink (const PlxId *annotations,
                          gsize n_annotations,
                          const char *detail);

/**
 * plx_verb_add_entity:
 * @entity: with an id, if the caller is to know it
 */
PlxVerb *plx_verb_add_entity (const PlxEntity *entity);

/**
 * plx_verb_update_entity:
 * @entity: all its fields are stored, but for the kind
 */
PlxVerb *plx_verb_update_entity (const PlxEntity *entity);

/**
 * plx_verb_remove_entity:
 * @name: for the history
 *
 * Returns: (transfer full): removes an entity; its mentions stay, unlinked
 */
PlxVerb *plx_verb_remove_entity (PlxId entity,
                                 const char *name);

/**
 * plx_verb_merge_entities:
 * @name: of @from, for the history
 *
 * Returns: (transfer full): makes @from a part of @into, see
 *   plx_entities_merge()
 */
PlxVerb *plx_verb_merge_entities (PlxId from,
                                  PlxId into,
                                  const char *name);

/**
 * plx_verb_split_entity:
 * @annotations: mentions of entities of one kind
 * @entity: id of the new entity
 * @name: of the new entity
 * @learn: whether the marked texts become its aliases
 *
 * Returns: (transfer full): moves mentions to a new entity, which is of the kind
 *   and sort of the one that the first of them mentions; another of that name
 *   may exist
 */
PlxVerb *plx_verb_split_entity (const PlxId *annotations,
                                gsize n_annotations,
                                PlxId entity,
                                const char *name,
                                gboolean learn);

G_END_DECLS
