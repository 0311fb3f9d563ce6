/* SPDX-License-Identifier: GPL-3.0-or-later */

/* UIMA CAS XMI as INCEpTION reads it: a zip with one .xmi for each article and
 * TypeSystem.xml.
 *
 * Positions are UTF-16 units.  Annotations are `custom.Span`, relations within an
 * article `custom.Relation`; an annotation in several pieces has their hull as
 * its place and the pieces as `custom.Fragment`.  Actors and places are there a
 * second time as `NamedEntity`, for tools that know only that. */

#pragma once

#include "format/plx-container.h"
#include "format/plx-format.h"

G_BEGIN_DECLS

#define PLX_XMI_TYPE_SYSTEM "TypeSystem.xml"

extern const PlxFormat plx_format_xmi;

/* In plx-xmi-types.c: writes the type system as a member of the container. */
void plx_xmi_write_types (PlxContainer *container);

/* In plx-xmi-read.c */
gboolean plx_xmi_read (PlxImport *self,
                       GError **error);

G_END_DECLS
