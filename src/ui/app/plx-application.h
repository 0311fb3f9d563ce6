/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The application: its windows, and what is not the business of one of them.
 *
 * Actions: app.new-project, app.open-project, app.open-backup, app.projects,
 * app.about, app.quit.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_APPLICATION (plx_application_get_type ())

G_DECLARE_FINAL_TYPE (PlxApplication, plx_application, PLX, APPLICATION, AdwApplication)

PlxApplication *plx_application_new (void);

G_END_DECLS
