/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Poppler, loaded when the first PDF file comes: it takes longer to load than the
 * rest of the program, and most people have none. */

#pragma once

#include <poppler.h>

G_BEGIN_DECLS

typedef struct
{
  __typeof__ (poppler_document_new_from_bytes) *document_new;
  __typeof__ (poppler_document_get_n_pages) *document_get_n_pages;
  __typeof__ (poppler_document_get_page) *document_get_page;
  __typeof__ (poppler_document_get_title) *document_get_title;
  __typeof__ (poppler_document_get_author) *document_get_author;
  __typeof__ (poppler_page_get_size) *page_get_size;
  __typeof__ (poppler_page_get_text) *page_get_text;
  __typeof__ (poppler_page_get_text_for_area) *page_get_text_for_area;
  __typeof__ (poppler_page_get_text_layout) *page_get_text_layout;
  __typeof__ (poppler_page_get_text_attributes) *page_get_text_attributes;
  __typeof__ (poppler_page_free_text_attributes) *page_free_text_attributes;
} PlxPdfLibrary;

/**
 * plx_pdf_library_get:
 * @error: says that it is not there
 *
 * Returns: (transfer none) (nullable): its functions, on any thread
 */
const PlxPdfLibrary *plx_pdf_library_get (GError **error);

G_END_DECLS
