/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-several-form.h"

#include "plx-claim-fields.h"
#include "plx-field-entry.h"
#include "plx-names.h"
#include "plx-swatch.h"
#include "plx-tag-picker.h"

#include <glib/gi18n.h>

/* So many tags are told one by one. */
#define MAX_TAGS 8

/* Of more annotations it is not looked up what they are mentions of. */
#define MAX_LOOKED_UP 64

struct _PlxSeveralForm
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *heading;
  GtkBox *summary;
  PlxTagPicker *tag;
  GtkWidget *entity_row;
  PlxFieldEntry *entity;
  GtkWidget *claim_section;
  PlxClaimFields *claim;
  GtkWidget *join_button;
  GtkWidget *delete_button;

  PlxSession *session; /* (owned) (nullable) */
  PlxKind kind;        /* of their tags, if it is the same for all */
  guint n_shown;
  PlxId primary; /* of those that are shown */
};

G_DEFINE_FINAL_TYPE (PlxSeveralForm, plx_several_form, GTK_TYPE_WIDGET)

/* What is selected */

typedef struct
{
  PlxId tag;
  guint n;
} Count;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *left = a, *right = b;

  return left->n != right->n ? (left->n < right->n ? 1 : -1) : (left->tag > right->tag) - (left->tag < right->tag);
}

/* (transfer full) (element-type Count): the most frequent tag first */
static GArray *
count_tags (PlxSelection *selection)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < plx_selection_get_n (selection); i++)
    {
      const PlxSelected *item = plx_selection_get (selection, i);
      Count count = { plx_span_index_get_tag (plx_reading_get_index (item->reading), item->annotation), 1 };
      gpointer place;

      if (g_hash_table_lookup_extended (places, &count.tag, NULL, &place))
        g_array_index (counts, Count, GPOINTER_TO_UINT (place)).n++;
      else
        {
          g_hash_table_insert (places, g_memdup2 (&count.tag, sizeof count.tag), GUINT_TO_POINTER (counts->len));
          g_array_append_val (counts, count);
        }
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

/* The entity of all of them, if it is the same. */
static PlxId
find_entity (PlxSelection *selection)
{
  PlxId entity = PLX_ID_NONE;

  if (plx_selection_get_n (selection) > MAX_LOOKED_UP)
    return PLX_ID_NONE;
  for (guint i = 0; i < plx_selection_get_n (selection); i++)
    {
      const PlxSelected *item = plx_selection_get (selection, i);
      g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (item->reading, item->annotation, NULL);

      if (annotation == NULL || (i > 0 && annotation->entity != entity))
        return PLX_ID_NONE;
      entity = annotation->entity;
    }
  return entity;
}

static gboolean
is_in_one_article (PlxSelection *selection)
{
  for (guint i = 1; i < plx_selection_get_n (selection); i++)
    if (plx_selection_get (selection, i)->reading != plx_selection_get (selection, 0)->reading)
      return FALSE;
  return TRUE;
}

/* Showing */

static GtkWidget *
label_new (const char *text,
           gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, !dim);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
summary_row_new (const PlxTag *tag,
                 guint n)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = g_object_new (PLX_TYPE_SWATCH, NULL);
  g_autofree char *number = g_strdup_printf ("%u", n);

  plx_swatch_set_tag (PLX_SWATCH (swatch), tag);
  gtk_box_append (GTK_BOX (row), swatch);
  gtk_box_append (GTK_BOX (row), label_new (tag->path, FALSE));
  gtk_box_append (GTK_BOX (row), label_new (number, TRUE));
  gtk_widget_add_css_class (row, "plx-several-tag");
  return row;
}

static void
show_summary (PlxSeveralForm *self,
              GArray *counts)
{
  PlxCodebook *codebook = plx_session_get_codebook (self->session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->summary))) != NULL)
    gtk_box_remove (self->summary, child);
  for (guint i = 0; i < MIN (counts->len, MAX_TAGS); i++)
    {
      const Count *count = &g_array_index (counts, Count, i);
      const PlxTag *tag = plx_codebook_get_tag (codebook, count->tag);

      if (tag != NULL)
        gtk_box_append (self->summary, summary_row_new (tag, count->n));
    }
  if (counts->len > MAX_TAGS)
    {
      guint more = counts->len - MAX_TAGS;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more tag", "and %u more tags", more), more);

      gtk_box_append (self->summary, label_new (text, TRUE));
    }
}

/* The kind that all tags have, or PLX_KIND_OTHER. */
static PlxKind
find_kind (PlxSeveralForm *self,
           GArray *counts)
{
  PlxKind kind = PLX_KIND_OTHER;

  for (guint i = 0; i < counts->len; i++)
    {
      const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), g_array_index (counts, Count, i).tag);

      if (tag == NULL || (i > 0 && tag->kind != kind))
        return PLX_KIND_OTHER;
      kind = tag->kind;
    }
  return kind;
}

static void
show_entity (PlxSeveralForm *self,
             PlxSelection *selection,
             gboolean is_new)
{
  gboolean links = self->kind == PLX_KIND_ACTOR || self->kind == PLX_KIND_PLACE;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->entity_row, links);
  if (!links)
    return;
  name = plx_names_dup_entity (plx_session_get_project (self->session), find_entity (selection));
  plx_field_entry_show (self->entity, name, is_new);
}

static void
keep_common_string (char **common,
                    const char *other)
{
  if (g_str_equal (*common, other))
    return;
  g_free (*common);
  *common = g_strdup ("");
}

static void
keep_common (PlxClaim *common,
             const PlxClaim *other)
{
  keep_common_string (&common->value, other->value);
  keep_common_string (&common->attribution, other->attribution);
  keep_common_string (&common->polarity, other->polarity);
  keep_common_string (&common->certainty, other->certainty);
  keep_common_string (&common->event_time, other->event_time);
  if (common->question != other->question)
    common->question = PLX_ID_NONE;
  if (common->said_by != other->said_by)
    common->said_by = PLX_ID_NONE;
  if (common->by_outlet != other->by_outlet)
    common->by_outlet = FALSE;
  if (common->place != other->place)
    common->place = PLX_ID_NONE;
}

/* (transfer full): what all of them say; nothing where they differ */
static PlxClaim *
load_common_claim (PlxSelection *selection)
{
  PlxClaim *common = NULL;

  for (guint i = 0; i < MIN (plx_selection_get_n (selection), MAX_LOOKED_UP); i++)
    {
      const PlxSelected *item = plx_selection_get (selection, i);
      g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (item->reading, item->annotation, NULL);
      g_autoptr (PlxClaim) none = plx_claim_new ();
      const PlxClaim *claim = annotation != NULL && annotation->claim != NULL ? annotation->claim : none;

      if (common == NULL)
        common = plx_claim_copy (claim);
      else
        keep_common (common, claim);
    }
  return common;
}

static void
show_claim (PlxSeveralForm *self,
            PlxSelection *selection,
            gboolean is_new)
{
  g_autoptr (PlxClaim) common = NULL;

  gtk_widget_set_visible (self->claim_section, self->kind == PLX_KIND_CLAIM);
  if (self->kind != PLX_KIND_CLAIM)
    return;
  common = load_common_claim (selection);
  plx_claim_fields_show (self->claim, plx_session_get_project (self->session), common, is_new);
}

void
plx_several_form_show (PlxSeveralForm *self)
{
  PlxSelection *selection;
  g_autoptr (GArray) counts = NULL;
  g_autofree char *heading = NULL;
  gboolean is_new;
  guint n;

  g_return_if_fail (PLX_IS_SEVERAL_FORM (self));

  if (self->session == NULL || plx_project_get_reader (plx_session_get_project (self->session)) == NULL)
    return;
  selection = plx_session_get_selection (self->session);
  n = plx_selection_get_n (selection);
  counts = count_tags (selection);
  heading = g_strdup_printf (ngettext ("%u annotation", "%u annotations", n), n);
  gtk_label_set_text (self->heading, heading);
  self->kind = find_kind (self, counts);
  show_summary (self, counts);
  plx_tag_picker_set_tag (self->tag, counts->len == 1 ? plx_codebook_get_tag (plx_session_get_codebook (self->session),
                                                                              g_array_index (counts, Count, 0).tag)
                                                      : NULL);
  is_new = n != self->n_shown || plx_session_get_selected (self->session) != self->primary;
  show_entity (self, selection, is_new);
  show_claim (self, selection, is_new);
  self->n_shown = n;
  self->primary = plx_session_get_selected (self->session);
  gtk_widget_set_visible (self->join_button, counts->len == 1 && is_in_one_article (selection));
}

/* Doing */

static void
tag_picked_cb (PlxSeveralForm *self,
               PlxId tag)
{
  plx_session_retag_selected (self->session, tag);
}

/* What loses the focus because one annotation alone is selected now is no wish. */
static gboolean
entity_commit_cb (PlxSeveralForm *self,
                  const char *name)
{
  if (plx_selection_get_n (plx_session_get_selection (self->session)) < 2)
    return FALSE;
  plx_session_link_selected (self->session, name);
  return TRUE;
}

static void
claim_edited_cb (PlxSeveralForm *self,
                 guint parts)
{
  PlxSelection *selection = plx_session_get_selection (self->session);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));

  for (guint i = 0; i < plx_selection_get_n (selection); i++)
    g_array_append_val (ids, plx_selection_get (selection, i)->annotation);
  if (ids->len > 1)
    plx_session_do (self->session, plx_claim_fields_make_verb (self->claim, parts, (const PlxId *) (gpointer) ids->data, ids->len), NULL);
}

static void
question_edited_cb (PlxSeveralForm *self,
                    const PlxQuestion *question)
{
  plx_session_do (self->session, plx_verb_update_question (question), NULL);
}

static void
join_cb (PlxSeveralForm *self)
{
  plx_session_join_selected (self->session);
}

static void
delete_cb (PlxSeveralForm *self)
{
  plx_session_untag_selected (self->session);
}

static GListModel *
suggest_entities (gpointer data)
{
  PlxSeveralForm *self = data;

  return G_LIST_MODEL (plx_names_list_entities (plx_session_get_project (self->session), self->kind));
}

/* Life */

static void
plx_several_form_dispose (GObject *object)
{
  PlxSeveralForm *self = PLX_SEVERAL_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_several_form_parent_class)->dispose (object);
}

static void
plx_several_form_class_init (PlxSeveralFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_several_form_dispose;

  g_type_ensure (PLX_TYPE_CLAIM_FIELDS);
  g_type_ensure (PLX_TYPE_FIELD_ENTRY);
  g_type_ensure (PLX_TYPE_TAG_PICKER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-several-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, box);
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, tag);
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, entity_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, entity);
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, claim_section);
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, claim);
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, join_button);
  gtk_widget_class_bind_template_child (widget_class, PlxSeveralForm, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, tag_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entity_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, join_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
plx_several_form_init (PlxSeveralForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_field_entry_set_suggest (self->entity, suggest_entities, self);
}

void
plx_several_form_set_session (PlxSeveralForm *self,
                              PlxSession *session)
{
  gboolean editable;

  g_return_if_fail (PLX_IS_SEVERAL_FORM (self));

  if (!g_set_object (&self->session, session))
    return;
  plx_tag_picker_set_codebook (self->tag, session != NULL ? plx_session_get_codebook (session) : NULL);
  editable = session != NULL && !plx_project_is_read_only (plx_session_get_project (session));
  gtk_widget_set_sensitive (GTK_WIDGET (self->tag), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entity), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->claim), editable);
  gtk_widget_set_sensitive (self->join_button, editable);
  gtk_widget_set_sensitive (self->delete_button, editable);
}
