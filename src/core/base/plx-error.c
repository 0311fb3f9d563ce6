/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-error.h"

G_DEFINE_QUARK (plx_store_error, plx_store_error)
G_DEFINE_QUARK (plx_intake_error, plx_intake_error)
G_DEFINE_QUARK (plx_format_error, plx_format_error)
