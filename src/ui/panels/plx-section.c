/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-section.h"

struct _PlxSection
{
  GObject parent_instance;

  char *title; /* (owned) */
  char *more;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlxSection, plx_section, G_TYPE_OBJECT)

static void
plx_section_finalize (GObject *object)
{
  PlxSection *self = PLX_SECTION (object);

  g_free (self->title);
  g_free (self->more);
  G_OBJECT_CLASS (plx_section_parent_class)->finalize (object);
}

static void
plx_section_class_init (PlxSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_section_finalize;
}

static void
plx_section_init (PlxSection *self)
{
}

PlxSection *
plx_section_new (const char *title,
                 const char *more)
{
  PlxSection *self = g_object_new (PLX_TYPE_SECTION, NULL);

  self->title = g_strdup (title);
  self->more = g_strdup (more);
  return self;
}

const char *
plx_section_get_title (PlxSection *self)
{
  return self->title;
}

const char *
plx_section_get_more (PlxSection *self)
{
  return self->more;
}
