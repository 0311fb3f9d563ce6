/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree of names is one open hash table from (node, character) to node: a
 * few megabytes for thousands of names, and mostly one look for each place
 * where a name might begin. */

#include "config.h"

#include "model/plx-match.h"

#include "model/plx-word.h"

#define ROOT 0

/* What has no child. */
#define NO_NODE G_MAXUINT

typedef struct
{
  guint node; /* NO_NODE: free */
  gunichar c;
  guint child;
} Edge;

struct _PlxMatcher
{
  PlxFold fold;
  gboolean whole_words;
  Edge *edges; /* (owned) */
  guint n_edges;
  guint n_slots; /* a power of two */
  GArray *names; /* (owned) (element-type guint): the name that ends at a node */
  guint n_names;
};

/* The place that is being looked at. */
typedef struct
{
  PlxMatcher *matcher;
  PlxText *text;
  const PlxFolded *row;
  guint n;
} Search;

/* The tree */

static void
make_slots (PlxMatcher *self,
            guint n_slots)
{
  self->n_slots = n_slots;
  self->edges = g_new (Edge, n_slots);
  for (guint i = 0; i < n_slots; i++)
    self->edges[i].node = NO_NODE;
}

static guint
hash (guint node,
      gunichar c)
{
  guint64 key = ((guint64) node << 21 | c) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (key >> 32);
}

/* The slot of an edge, or the free one where it belongs. */
static Edge *
find_slot (PlxMatcher *self,
           guint node,
           gunichar c)
{
  guint at = hash (node, c) & (self->n_slots - 1);

  while (self->edges[at].node != NO_NODE && (self->edges[at].node != node || self->edges[at].c != c))
    at = (at + 1) & (self->n_slots - 1);
  return &self->edges[at];
}

static guint
get_child (PlxMatcher *self,
           guint node,
           gunichar c)
{
  const Edge *edge = find_slot (self, node, c);

  return edge->node == NO_NODE ? NO_NODE : edge->child;
}

static void
grow (PlxMatcher *self)
{
  Edge *old = self->edges;
  guint n_old = self->n_slots;

  make_slots (self, n_old * 2);
  for (guint i = 0; i < n_old; i++)
    if (old[i].node != NO_NODE)
      *find_slot (self, old[i].node, old[i].c) = old[i];
  g_free (old);
}

static guint
add_node (PlxMatcher *self)
{
  guint none = PLX_MATCHER_NO_NAME;

  g_array_append_val (self->names, none);
  return self->names->len - 1;
}

static guint
ensure_child (PlxMatcher *self,
              guint node,
              gunichar c)
{
  Edge *edge = find_slot (self, node, c);

  if (edge->node != NO_NODE)
    return edge->child;
  if (self->n_edges * 2 >= self->n_slots)
    {
      grow (self);
      edge = find_slot (self, node, c);
    }
  self->n_edges++;
  edge->node = node;
  edge->c = c;
  return edge->child = add_node (self);
}

PlxMatcher *
plx_matcher_new (PlxFold fold,
                 gboolean whole_words)
{
  PlxMatcher *self = g_new0 (PlxMatcher, 1);

  self->fold = fold;
  self->whole_words = whole_words;
  self->names = g_array_new (FALSE, FALSE, sizeof (guint));
  make_slots (self, 64);
  add_node (self);
  return self;
}

void
plx_matcher_free (PlxMatcher *self)
{
  g_free (self->edges);
  g_array_unref (self->names);
  g_free (self);
}

gboolean
plx_matcher_is_searchable (const char *name)
{
  g_autoptr (PlxText) text = plx_text_new (name, -1);

  for (int at = 0; at < plx_text_get_length (text); at = plx_text_next_grapheme (text, at))
    {
      PlxClusterKind kind = plx_cluster_get_kind (text, at);

      if (kind == PLX_CLUSTER_SYMBOL || (kind == PLX_CLUSTER_WORD && !g_unichar_ismark (plx_text_get_char (text, at))))
        return TRUE;
    }
  return FALSE;
}

guint
plx_matcher_add (PlxMatcher *self,
                 const char *name)
{
  g_autofree char *folded = plx_matcher_is_searchable (name) ? plx_fold_string (name, self->fold) : NULL;
  guint node = ROOT;
  guint *number;

  if (folded == NULL || *folded == '\0')
    return PLX_MATCHER_NO_NAME;
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    node = ensure_child (self, node, g_utf8_get_char (p));
  number = &g_array_index (self->names, guint, node);
  if (*number == PLX_MATCHER_NO_NAME)
    *number = self->n_names++;
  return *number;
}

guint
plx_matcher_get_n_names (PlxMatcher *self)
{
  return self->n_names;
}

/* Borders */

static gboolean
is_on_grapheme (Search *search,
                int offset)
{
  return plx_text_floor_grapheme (search->text, offset) == offset;
}

/* Whether a word goes on at @offset, in a script that has words. */
static gboolean
cuts_word (Search *search,
           int offset)
{
  return plx_word_joins (search->text, offset) &&
         !(offset > 0 && plx_char_is_ideographic (plx_text_get_char (search->text, offset - 1)) &&
           plx_char_is_ideographic (plx_text_get_char (search->text, offset)));
}

static gboolean
is_before_possessive (Search *search,
                      int offset)
{
  gunichar s = plx_text_get_char (search->text, MIN (offset + 1, plx_text_get_length (search->text)));

  return plx_fold_is_apostrophe (plx_text_get_char (search->text, offset)) && (s == 's' || s == 'S') &&
         is_on_grapheme (search, offset + 2) && !plx_word_joins (search->text, offset + 2);
}

/* Cheap: most places inside words are told by the two characters. */
static gboolean
is_inside_word (Search *search,
                guint i)
{
  const PlxFolded *here = &search->row[i];

  return i > 0 && here[-1].end == here->start && g_unichar_isalpha (here[-1].c) && g_unichar_isalpha (here->c) &&
         !plx_char_is_ideographic (here[-1].c) && !plx_char_is_ideographic (here->c);
}

static gboolean
may_start (Search *search,
           guint i)
{
  const PlxFolded *here = &search->row[i];

  /* Not in the middle of what a character unfolded to. */
  return (i == 0 || here[-1].end <= here->start) && !(search->matcher->whole_words && is_inside_word (search, i));
}

/* Format characters may make the cluster begin before the row does. */
static gboolean
find_start (Search *search,
            guint i,
            int *start)
{
  *start = plx_text_floor_grapheme (search->text, search->row[i].start);
  return (i == 0 || search->row[i - 1].end <= *start) && !(search->matcher->whole_words && cuts_word (search, *start));
}

static gboolean
find_end (Search *search,
          guint i,
          int *end)
{
  *end = plx_text_ceil_grapheme (search->text, search->row[i].end);
  if (i + 1 < search->n && search->row[i + 1].start < *end)
    return FALSE;
  return !search->matcher->whole_words || !cuts_word (search, *end) || is_before_possessive (search, *end);
}

/* Searching */

/* The longest name that begins at @i of the row.
 *
 * Returns: how many characters of the row it takes, 0 if there is none */
static guint
match_at (Search *search,
          guint i,
          PlxMatch *match)
{
  PlxMatcher *matcher = search->matcher;
  guint node = ROOT, length = 0;

  for (guint at = i; at < search->n; at++)
    {
      guint name;
      PlxSpan span;

      node = get_child (matcher, node, search->row[at].c);
      if (node == NO_NODE)
        break;
      name = g_array_index (matcher->names, guint, node);
      if (name == PLX_MATCHER_NO_NAME || !find_end (search, at, &span.end))
        continue;
      if (!find_start (search, i, &span.start))
        return 0;
      match->name = name;
      match->span = span;
      length = at - i + 1;
    }
  return length;
}

void
plx_matcher_find (PlxMatcher *self,
                  PlxText *text,
                  GArray *matches)
{
  g_autoptr (GArray) row = plx_fold_text (text, 0, plx_text_get_length (text), self->fold);
  Search search = { self, text, (const PlxFolded *) (gpointer) row->data, row->len };
  PlxMatch match;

  for (guint i = 0; i < search.n;)
    {
      guint length = may_start (&search, i) ? match_at (&search, i, &match) : 0;

      if (length > 0)
        g_array_append_val (matches, match);
      i += MAX (length, 1);
    }
}
