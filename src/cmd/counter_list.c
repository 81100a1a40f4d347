/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/alloc.h"
#include "cli/session.h"
#include "cmd/counter_verbs.h"
#include "counter/counter.h"
#include "output/writer.h"

/* lost: NULL where it cannot be known. */
static void write_counter(const struct counter *counter, enum counter_state state,
			  const uint64_t *lost, struct writer *out)
{
	static const struct label label_name = LABEL_LOOK("name", LOOK_NAME),
				  label_state = LABEL_LOOK("state", LOOK_NAME),
				  label_map = LABEL_LOOK("map", LOOK_NAME),
				  label_dev = LABEL_LOOK("dev", LOOK_NAME),
				  label_lost = LABEL("lost"), label_shows = LABEL("shows");
	_cleanup_free_ char *dev = state == COUNTER_RUNNING ? counter_dev(counter, NULL) : NULL;

	out->format->record(out);
	writer_str(out, &label_name, counter->name);
	writer_str(out, &label_state, counter_state_name(state));
	writer_str(out, &label_map, counter->maps[0]);
	if (dev)
		writer_str(out, &label_dev, dev);
	else
		out->format->null(out, &label_dev, NULL);
	if (lost)
		out->format->uint(out, &label_lost, *lost);
	else
		out->format->null(out, &label_lost, NULL);
	writer_str(out, &label_shows, counter->summary);
}

int counter_verb_list(const struct session *session, const struct counter_options *options,
		      const struct counter *none, int n, char *const *words, struct err *err)
{
	struct writer *out = session->out;
	const struct counter *counter;
	enum counter_state state;
	struct err ignored;
	uint64_t lost;
	bool is_known;
	int r = 0;

	(void)options, (void)none, (void)n, (void)words;
	out->format->start(out, SHAPE_LIST);
	for (size_t i = 0; (counter = counter_nth(i)); i++) {
		lost = 0;
		r = counter_look(counter, NULL, &state, err);
		if (r)
			break;
		/* Who may not read the counter's maps is to see its state all the same. */
		is_known = (state != COUNTER_RUNNING && state != COUNTER_DETACHED) ||
			   !counter_lost(counter, NULL, &lost, &ignored);
		write_counter(counter, state, is_known ? &lost : NULL, out);
	}
	out->format->finish(out);
	return r;
}
