/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-announce.h"

static void
describe (GtkWidget *widget,
          const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

#if GTK_CHECK_VERSION(4, 14, 0)
/* What tests ask, with GTK_A11Y=test, has no way to announce: GTK jumps to nowhere. */
static gboolean
can_announce (GtkWidget *widget)
{
  g_autoptr (GtkATContext) context = NULL;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));
  G_GNUC_END_IGNORE_DEPRECATIONS
  return context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext");
}
#endif

static void
announce (GtkWidget *widget,
          const char *news)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  if (!can_announce (widget))
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), news, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  describe (widget, news);
#endif
}

void
plx_announce (GtkWidget *widget,
              const char *description,
              const char *news)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (news != NULL)
    announce (widget, news);
  describe (widget, description);
}
