/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-pdf-library.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <gmodule.h>

/* Since 2012 */
#define LIBRARY "libpoppler-glib.so.8"

static gboolean
find (GModule *module,
      const char *name,
      gpointer function)
{
  return g_module_symbol (module, name, function);
}

static PlxPdfLibrary *
load (void)
{
  g_autofree PlxPdfLibrary *self = g_new0 (PlxPdfLibrary, 1);
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL)
    return NULL;
  /* Types that it registers stay, so it does too. */
  g_module_make_resident (module);
  if (!find (module, "poppler_document_new_from_bytes", &self->document_new) ||
      !find (module, "poppler_document_get_n_pages", &self->document_get_n_pages) ||
      !find (module, "poppler_document_get_page", &self->document_get_page) ||
      !find (module, "poppler_document_get_title", &self->document_get_title) ||
      !find (module, "poppler_document_get_author", &self->document_get_author) ||
      !find (module, "poppler_page_get_size", &self->page_get_size) ||
      !find (module, "poppler_page_get_text", &self->page_get_text) ||
      !find (module, "poppler_page_get_text_for_area", &self->page_get_text_for_area) ||
      !find (module, "poppler_page_get_text_layout", &self->page_get_text_layout) ||
      !find (module, "poppler_page_get_text_attributes", &self->page_get_text_attributes) ||
      !find (module, "poppler_page_free_text_attributes", &self->page_free_text_attributes))
    return NULL;
  return g_steal_pointer (&self);
}

const PlxPdfLibrary *
plx_pdf_library_get (GError **error)
{
  static gsize loaded;
  static PlxPdfLibrary *library;

  if (g_once_init_enter (&loaded))
    {
      library = load ();
      g_once_init_leave (&loaded, 1);
    }
  if (library == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("the library that reads PDF files, Poppler, is not installed"));
  return library;
}
