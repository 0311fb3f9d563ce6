/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-march.h"

#include "plx-e2e-state.h"

#include <string.h>

/* One paragraph each. */
static const char *const villages[] = {
  "Ashmoor", "Brindle", "Corvane", "Dunholt", "Elver", "Farrowby", "Glassen", "Hathersea", "Inchley", "Jorvale",
  "Kestrow", "Lindmark", "Morwick", "Nethering", "Oxbarrow", "Pellgate", "Quarnford", "Rushmere", "Saltby", "Tarnholme"
};

/* Counted from 0. */
enum
{
  SHORTENED = 4,
  REWORDED = 10,
  MOVED = 17,
};

static char *
make_claim (guint i,
            const char *goods)
{
  return g_strdup_printf ("asked for %u trucks of %s and %u tents", 3 * (i + 1), goods, 7 * (i + 1));
}

static void
add_paragraph (GString *page,
               guint i,
               gboolean revised)
{
  /* Every third day was wrong. */
  guint day = i + 1 + (revised && i % 3 == 0);
  g_autofree char *claim = make_claim (i, revised && i == REWORDED ? "rice" : "flour");

  g_string_append_printf (page, "<p>%s was reached on day %u of the march. ", villages[i], day);
  if (revised && i == SHORTENED)
    g_string_append (page, "Nobody there spoke to this newspaper.</p>\n");
  else
    g_string_append_printf (page, "The council of %s %s.</p>\n", villages[i], claim);
}

char *
plx_e2e_march_make_page (gboolean revised)
{
  const char *title = revised ? PLX_E2E_MARCH_REVISED : PLX_E2E_MARCH;
  GString *page = g_string_new (NULL);

  g_string_append_printf (page,
                          "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s | Harbour Post</title>"
                          "<meta property=\"og:site_name\" content=\"Harbour Post\"></head>\n"
                          "<body><nav><a href=\"/\">Home</a></nav><article><h1>%s</h1>\n",
                          title, title);
  if (revised)
    {
      g_string_append (page, "<p>This report has been updated with what the aid agencies said on Sunday.</p>\n");
      add_paragraph (page, MOVED, revised);
    }
  for (guint i = 0; i < G_N_ELEMENTS (villages); i++)
    if (!revised || i != MOVED)
      add_paragraph (page, i, revised);
  g_string_append (page, "</article><footer>All rights reserved</footer></body></html>\n");
  return g_string_free (page, FALSE);
}

/* The first @length code points of where @words stand, or all of them if 0. */
static void
add_edit (GString *batch,
          PlxText *text,
          const char *words,
          int length,
          const char *tag)
{
  int start, end;

  plx_e2e_find (text, words, 1, &start, &end);
  g_string_append_printf (batch, "{\"op\":\"tag\",\"document\":\"" PLX_E2E_MARCH "\",\"spans\":[[%d,%d]],\"tag\":\"%s\"}\n",
                          start, length > 0 ? start + length : end, tag);
}

char *
plx_e2e_march_make_batch (PlxText *text)
{
  GString *batch = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (villages); i++)
    {
      g_autofree char *reached = g_strconcat (villages[i], " was reached", NULL);
      g_autofree char *council = g_strconcat ("The council of ", villages[i], NULL);
      g_autofree char *claim = make_claim (i, "flour");

      add_edit (batch, text, reached, (int) strlen (villages[i]), "Place");
      add_edit (batch, text, council, 0, "Actor");
      add_edit (batch, text, claim, 0, "Claim");
    }
  return g_string_free (batch, FALSE);
}
