/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-verb.h"

PlxVerb *
plx_verb_new (const char *name,
              const char *detail,
              PlxEditFunc func,
              gpointer data,
              GDestroyNotify destroy)
{
  PlxVerb *self = g_new0 (PlxVerb, 1);

  self->name = name;
  self->detail = g_strdup (detail != NULL ? detail : "");
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  return self;
}

void
plx_verb_free (PlxVerb *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->detail);
  g_clear_pointer (&self->sitting, plx_sitting_unref);
  g_free (self);
}

void
plx_verb_set_sitting (PlxVerb *self,
                      PlxSitting *sitting)
{
  PlxSitting *held = sitting != NULL ? plx_sitting_ref (sitting) : NULL;

  g_clear_pointer (&self->sitting, plx_sitting_unref);
  self->sitting = held;
}

gboolean
plx_verb_run (PlxVerb *self,
              PlxConnection *connection,
              const char *annotator,
              gint64 *serial,
              GError **error)
{
  PlxEditInfo info = { self->name, self->detail, annotator, self->sitting != NULL ? &self->sitting->edit : NULL };

  return plx_edit_run (connection, &info, self->func, self->data, serial, error);
}
