/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-builder.h"

#include <string.h>

#define REPLACEMENT 0xfffd
#define N_KINDS (PLX_BLOCK_QUOTATION + 1)

struct _PlxIntakeBuilder
{
  GString *text;  /* (owned): finished blocks, with an end mark after each */
  GString *block; /* (owned): the one that is being written */
  GArray *blocks; /* (owned) (element-type PlxBlock) */
  int length;     /* code points of text */
  int depth[N_KINDS];
  int heading_level;
  PlxBlock current; /* kind and level of the block, if it is one */
  gboolean current_is_plain;
  gboolean last_is_item;
  gboolean blank; /* one is due before the next character */
};

PlxIntakeBuilder *
plx_intake_builder_new (void)
{
  PlxIntakeBuilder *self = g_new0 (PlxIntakeBuilder, 1);

  self->text = g_string_new (NULL);
  self->block = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));
  return self;
}

void
plx_intake_builder_free (PlxIntakeBuilder *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->block, TRUE);
  g_array_unref (self->blocks);
  g_free (self);
}

/* What the block is whose first character comes now. */
static void
begin_block (PlxIntakeBuilder *self)
{
  self->current_is_plain = FALSE;
  if (self->depth[PLX_BLOCK_HEADING] > 0)
    self->current = (PlxBlock){ .kind = PLX_BLOCK_HEADING, .level = self->heading_level };
  else if (self->depth[PLX_BLOCK_ITEM] > 0)
    self->current = (PlxBlock){ .kind = PLX_BLOCK_ITEM, .level = self->depth[PLX_BLOCK_ITEM] };
  else if (self->depth[PLX_BLOCK_QUOTATION] > 0)
    self->current = (PlxBlock){ .kind = PLX_BLOCK_QUOTATION, .level = self->depth[PLX_BLOCK_QUOTATION] };
  else
    self->current_is_plain = TRUE;
  self->current.level = CLAMP (self->current.level, 1, PLX_BLOCK_MAX_LEVEL);
}

static void
put (PlxIntakeBuilder *self,
     gunichar c)
{
  if (self->block->len == 0)
    begin_block (self);
  g_string_append_unichar (self->block, c);
}

static void
put_blank_before (PlxIntakeBuilder *self)
{
  if (self->blank && self->block->len > 0 && self->block->str[self->block->len - 1] != '\n')
    g_string_append_c (self->block, ' ');
  self->blank = FALSE;
}

static void
finish_block (PlxIntakeBuilder *self)
{
  gboolean is_item = !self->current_is_plain && self->current.kind == PLX_BLOCK_ITEM;

  if (self->text->len > 0)
    {
      const char *gap = is_item && self->last_is_item ? "\n" : "\n\n";

      g_string_append (self->text, gap);
      self->length += (int) strlen (gap);
    }
  self->current.start = self->length;
  self->current.end = self->length + (int) g_utf8_strlen (self->block->str, (gssize) self->block->len);
  g_string_append_len (self->text, self->block->str, (gssize) self->block->len);
  self->length = self->current.end;
  self->last_is_item = is_item;
  if (!self->current_is_plain)
    g_array_append_val (self->blocks, self->current);
}

void
plx_intake_builder_end_block (PlxIntakeBuilder *self)
{
  while (self->block->len > 0 && strchr (" \t\n", self->block->str[self->block->len - 1]) != NULL)
    g_string_truncate (self->block, self->block->len - 1);
  if (self->block->len > 0)
    finish_block (self);
  g_string_truncate (self->block, 0);
  self->blank = FALSE;
}

void
plx_intake_builder_open (PlxIntakeBuilder *self,
                         PlxBlockKind kind,
                         int level)
{
  plx_intake_builder_end_block (self);
  self->depth[kind]++;
  if (kind == PLX_BLOCK_HEADING)
    self->heading_level = level;
}

void
plx_intake_builder_close (PlxIntakeBuilder *self,
                          PlxBlockKind kind)
{
  plx_intake_builder_end_block (self);
  self->depth[kind] = MAX (self->depth[kind] - 1, 0);
}

/* The character at *p, which moves on. */
static gunichar
take_char (const char **p,
           const char *end)
{
  gunichar c = g_utf8_get_char_validated (*p, end - *p);

  if (c == (gunichar) -1 || c == (gunichar) -2 || c == 0)
    {
      (*p)++;
      return REPLACEMENT;
    }
  *p = g_utf8_next_char (*p);
  return c;
}

void
plx_intake_builder_add (PlxIntakeBuilder *self,
                        const char *utf8,
                        gssize length)
{
  const char *p = utf8;
  const char *end = utf8 + (length >= 0 ? (gsize) length : strlen (utf8));

  while (p < end)
    {
      gunichar c = take_char (&p, end);

      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')
        {
          self->blank = TRUE;
          continue;
        }
      put_blank_before (self);
      put (self, c);
    }
}

void
plx_intake_builder_add_exactly (PlxIntakeBuilder *self,
                                const char *utf8,
                                gssize length)
{
  const char *p = utf8;
  const char *end = utf8 + (length >= 0 ? (gsize) length : strlen (utf8));

  put_blank_before (self);
  while (p < end)
    {
      gunichar c = take_char (&p, end);

      if (c == '\r')
        continue;
      if (self->block->len > 0 || c != '\n')
        put (self, c);
    }
}

void
plx_intake_builder_end_line (PlxIntakeBuilder *self)
{
  self->blank = FALSE;
  while (self->block->len > 0 && self->block->str[self->block->len - 1] == ' ')
    g_string_truncate (self->block, self->block->len - 1);
  if (self->block->len > 0)
    put (self, '\n');
}

PlxText *
plx_intake_builder_finish (PlxIntakeBuilder *self,
                           GArray **blocks)
{
  plx_intake_builder_end_block (self);
  *blocks = g_array_ref (self->blocks);
  return plx_text_new (self->text->str, (gssize) self->text->len);
}
