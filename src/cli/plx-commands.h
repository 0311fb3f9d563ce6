/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands, each in a file of its own. */

#pragma once

#include "plx-cli.h"

G_BEGIN_DECLS

PlxExit plx_cmd_batch (const PlxCommand *self,
                       int argc,
                       char **argv);
PlxExit plx_cmd_check (const PlxCommand *self,
                       int argc,
                       char **argv);
PlxExit plx_cmd_compare (const PlxCommand *self,
                         int argc,
                         char **argv);
PlxExit plx_cmd_convert (const PlxCommand *self,
                         int argc,
                         char **argv);
PlxExit plx_cmd_copy (const PlxCommand *self,
                      int argc,
                      char **argv);
PlxExit plx_cmd_export (const PlxCommand *self,
                        int argc,
                        char **argv);
PlxExit plx_cmd_import (const PlxCommand *self,
                        int argc,
                        char **argv);
PlxExit plx_cmd_list (const PlxCommand *self,
                      int argc,
                      char **argv);
PlxExit plx_cmd_original (const PlxCommand *self,
                          int argc,
                          char **argv);
PlxExit plx_cmd_relate (const PlxCommand *self,
                        int argc,
                        char **argv);
PlxExit plx_cmd_revise (const PlxCommand *self,
                        int argc,
                        char **argv);
PlxExit plx_cmd_set (const PlxCommand *self,
                     int argc,
                     char **argv);
PlxExit plx_cmd_versions (const PlxCommand *self,
                          int argc,
                          char **argv);
PlxExit plx_cmd_salvage (const PlxCommand *self,
                         int argc,
                         char **argv);
PlxExit plx_cmd_search (const PlxCommand *self,
                        int argc,
                        char **argv);
PlxExit plx_cmd_tag (const PlxCommand *self,
                     int argc,
                     char **argv);
PlxExit plx_cmd_undo (const PlxCommand *self,
                      int argc,
                      char **argv);

G_END_DECLS
