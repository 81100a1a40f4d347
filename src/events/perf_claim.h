/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Whether slots of a perf event array may be read by us: whoever reads them would lose them. */
#ifndef EVENTS_PERF_CLAIM_H
#define EVENTS_PERF_CLAIM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct perf_place;
struct session;

/*
 * Of the session's map, behind map_fd.  ERR_NO where one of the places is taken, with the slots
 * and who has the map open; ERR_DENIED or ERR_SYSTEM where that cannot be known.  With steal
 * both are notes.  Nothing is changed.
 */
int perf_claim(const struct session *session, int map_fd, const struct perf_place *place, size_t n,
	       bool steal, struct err *err);

#endif
