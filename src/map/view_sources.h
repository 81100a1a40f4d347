/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Who knows the names that views show: asked once, before privileges go, and kept. */
#ifndef MAP_VIEW_SOURCES_H
#define MAP_VIEW_SOURCES_H

struct view_names;

/* The names for a view with VIEW_NAMES; never NULL.  What cannot be read has no names. */
const struct view_names *view_source_load(const char *view);

/* view_symbols.c */
const struct view_names *view_symbols_load(void);

/* view_syscalls.c */
const struct view_names *view_syscalls_load(void);

#endif
