/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-authority.h"

#include "base/plx-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What would be run or opened rather than looked up. */
static const char *const refused[] = { "javascript", "data", "file", "vbscript", "about", "blob" };

static gboolean
is_refused (const char *scheme)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (g_ascii_strcasecmp (refused[i], scheme) == 0)
      return TRUE;
  return FALSE;
}

/* `urn:isbn:123`: a name space and a name. */
static gboolean
is_urn (const char *path)
{
  const char *colon = strchr (path, ':');

  return colon != NULL && colon > path && colon[1] != '\0';
}

static gboolean
is_in_order (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0)
    return host != NULL && *host != '\0';
  if (strcmp (scheme, "urn") == 0)
    return is_urn (g_uri_get_path (uri));
  return !is_refused (scheme) && (*g_uri_get_path (uri) != '\0' || host != NULL);
}

gboolean
plx_authority_check (const char *uri,
                     GError **error)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);

  if (parsed != NULL && strpbrk (uri, " \t\n\r<>\"") == NULL && is_in_order (parsed))
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               _ ("“%s” is no address of an authority file. Write all of it, such as https://www.wikidata.org/entity/Q41183 or urn:isbn:3518585967."), uri);
  return FALSE;
}
