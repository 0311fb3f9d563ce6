/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-annotation.h"

#include "base/plx-error.h"
#include "model/plx-check.h"
#include "model/plx-event-time.h"
#include "model/plx-value.h"

#include <glib/gi18n-lib.h>

PlxClaim *
plx_claim_new (void)
{
  PlxClaim *self = g_new0 (PlxClaim, 1);

  self->value = g_strdup ("");
  self->attribution = g_strdup ("");
  self->polarity = g_strdup ("");
  self->certainty = g_strdup ("");
  self->event_time = g_strdup ("");
  return self;
}

PlxClaim *
plx_claim_copy (const PlxClaim *self)
{
  PlxClaim *copy = g_new (PlxClaim, 1);

  *copy = *self;
  copy->value = g_strdup (self->value);
  copy->attribution = g_strdup (self->attribution);
  copy->polarity = g_strdup (self->polarity);
  copy->certainty = g_strdup (self->certainty);
  copy->event_time = g_strdup (self->event_time);
  return copy;
}

void
plx_claim_free (PlxClaim *self)
{
  g_free (self->value);
  g_free (self->attribution);
  g_free (self->polarity);
  g_free (self->certainty);
  g_free (self->event_time);
  g_free (self);
}

static gboolean
is_empty (const char *string)
{
  return string == NULL || *string == '\0';
}

gboolean
plx_claim_is_empty (const PlxClaim *self)
{
  return self->question == PLX_ID_NONE && self->said_by == PLX_ID_NONE && self->place == PLX_ID_NONE &&
         !self->by_outlet && is_empty (self->value) && is_empty (self->attribution) &&
         is_empty (self->polarity) && is_empty (self->certainty) && is_empty (self->event_time);
}

gboolean
plx_claim_equal (const PlxClaim *a,
                 const PlxClaim *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->question == b->question && g_strcmp0 (a->value, b->value) == 0 && a->said_by == b->said_by &&
         !a->by_outlet == !b->by_outlet && g_strcmp0 (a->attribution, b->attribution) == 0 &&
         g_strcmp0 (a->polarity, b->polarity) == 0 && g_strcmp0 (a->certainty, b->certainty) == 0 &&
         g_strcmp0 (a->event_time, b->event_time) == 0 && a->place == b->place;
}

static gboolean
check_event_time (const char *string,
                  GError **error)
{
  PlxEventTime time;

  return is_empty (string) || plx_event_time_parse (string, &time, error);
}

static gboolean
check_value (const char *expression,
             GError **error)
{
  g_autoptr (PlxValue) value = NULL;

  if (is_empty (expression))
    return TRUE;
  value = plx_value_parse (expression, error);
  return value != NULL;
}

gboolean
plx_claim_check (const PlxClaim *self,
                 GError **error)
{
  static const char *const attributions[] = { "quoted", "reported", "own-voice", NULL };
  static const char *const polarities[] = { "affirms", "denies", NULL };
  static const char *const certainties[] = { "stated", "hedged", "alleged", "predicted", NULL };

  if (self->by_outlet && self->said_by != PLX_ID_NONE)
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("A claim is said by somebody or by the outlet itself, not by both. Choose one."));
      return FALSE;
    }
  return check_value (self->value, error) &&
         plx_check_choice ("attribution", self->attribution, attributions, error) &&
         plx_check_choice ("polarity", self->polarity, polarities, error) &&
         plx_check_choice ("certainty", self->certainty, certainties, error) &&
         check_event_time (self->event_time, error);
}

PlxAnnotation *
plx_annotation_new (void)
{
  PlxAnnotation *self = g_new0 (PlxAnnotation, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  self->quotes = g_new0 (char *, 1);
  self->note = g_strdup ("");
  self->prefix = g_strdup ("");
  self->suffix = g_strdup ("");
  return self;
}

PlxAnnotation *
plx_annotation_copy (const PlxAnnotation *self)
{
  PlxAnnotation *copy = g_new (PlxAnnotation, 1);

  *copy = *self;
  copy->spans = g_array_copy (self->spans);
  copy->quotes = g_strdupv (self->quotes);
  copy->note = g_strdup (self->note);
  copy->prefix = g_strdup (self->prefix);
  copy->suffix = g_strdup (self->suffix);
  copy->claim = self->claim != NULL ? plx_claim_copy (self->claim) : NULL;
  return copy;
}

void
plx_annotation_free (PlxAnnotation *self)
{
  g_array_unref (self->spans);
  g_strfreev (self->quotes);
  g_free (self->note);
  g_free (self->prefix);
  g_free (self->suffix);
  g_clear_pointer (&self->claim, plx_claim_free);
  g_free (self);
}

char *
plx_annotation_dup_quote (const PlxAnnotation *self)
{
  return g_strjoinv (" … ", self->quotes);
}
