/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Giving maps a path in a bpffs, and taking it away. */
#ifndef MAP_PINNING_H
#define MAP_PINNING_H

#include <stdbool.h>

#include "base/err.h"

/*
 * Whether a map can be pinned at path, as far as it can be known before there
 * is one: its folder is there and in a bpffs, its name has no dot, and it is free, or, with
 * replace, the pin of a map.  ERR_USAGE for a path that can be no pin, ERR_NO for a folder
 * that is not there, ERR_SYSTEM where there is something at path already.
 */
int map_pin_check(const char *path, bool replace, struct err *err);

/*
 * Pins the map behind fd at path, after map_pin_check().  With replace, what is there gives
 * way in one step, and its owner and mode go over to the new pin; nobody
 * finds the path empty, and after a failure what was there still is.
 */
int map_pin(int fd, const char *path, bool replace, struct err *err);

/* Whether path is the pin of a map: ERR_USAGE, saying what it is, and as opening it fails. */
int map_unpin_check(const char *path, struct err *err);

/* Removes the pin; the map goes with the last that holds it. */
int map_unpin(const char *path, struct err *err);

#endif
