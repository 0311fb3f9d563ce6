/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading an article from a file named x PLX_FUZZ_SUFFIX.  Packed kinds get the
 * bytes as the member with the text, unless these are a zip file themselves. */

#include "config.h"

#include "plx-fuzz.h"

#include "intake/plx-intake.h"
#include "model/plx-block.h"

#include <string.h>

static const struct
{
  const char *suffix;
  const char *names[4];
  const char *contents[4];
} packed[] = {
  { ".docx", { "_rels/.rels", "word/document.xml" }, { "<Relationships/>", NULL } },
  { ".odt", { "mimetype", "content.xml" }, { "application/vnd.oasis.opendocument.text", NULL } },
  { ".epub",
    { "META-INF/container.xml", "b.opf", "t.xhtml" },
    { "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>",
      "<package><manifest><item id='t' href='t.xhtml'/></manifest><spine><itemref idref='t'/></spine></package>", NULL } },
};

static GBytes *
pack (const uint8_t *data,
      size_t size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (packed) && !plx_fuzz_is_zip (data, size); i++)
    if (strcmp (packed[i].suffix, PLX_FUZZ_SUFFIX) == 0)
      return plx_fuzz_zip (packed[i].names, packed[i].contents, data, size);
  return g_bytes_new (data, size);
}

static void
check_blocks (const PlxIntakeItem *item)
{
  int length = plx_text_get_length (item->text);

  for (guint i = 0; item->blocks != NULL && i < item->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (item->blocks, PlxBlock, i);

      g_assert_cmpint (block->start, >=, 0);
      g_assert_cmpint (block->start, <, block->end);
      g_assert_cmpint (block->end, <=, length);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GBytes) bytes = pack (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxIntakeItem) item =
      plx_intake_read_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "x" PLX_FUZZ_SUFFIX, NULL, &error);
  g_autofree char *report = NULL;
  const char *utf8;

  if (item == NULL)
    {
      plx_fuzz_check_error (error);
      return 0;
    }
  utf8 = plx_text_get_utf8 (item->text);
  g_assert_true (g_utf8_validate (utf8, -1, NULL));
  g_assert_cmpuint (strlen (utf8), ==, plx_text_get_n_bytes (item->text));
  g_assert_null (strchr (utf8, '\r'));
  g_assert_true (g_utf8_validate (item->document->title, -1, NULL));
  report = plx_intake_item_dup_report (item);
  check_blocks (item);
  return 0;
}
