/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Records as bpftool's event_pipe prints them. */
#ifndef EVENTS_EVENT_PIPE_SINK_H
#define EVENTS_EVENT_PIPE_SINK_H

#include "entry/records.h"

struct session;

struct event_pipe_sink {
	struct record_sink sink;
	const struct session *session;
	bool is_begun;
};

/* The document begins with the first call of the sink, so that of a refusal there is none. */
void event_pipe_sink_open(struct event_pipe_sink *sink, const struct session *session);

/* Ends it, also where nothing came. */
void event_pipe_sink_end(struct event_pipe_sink *sink);

#endif
