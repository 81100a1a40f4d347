/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counts/members.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "cli/globals.h"
#include "cli/session.h"
#include "codec/view.h"
#include "counts/view.h"
#include "output/writer.h"

#define DOUBLE_DIGITS 17
#define OTHER	      255

static double rate_of(const struct counter_run *run, uint64_t count)
{
	return run->seconds > 0 ? (double)count / run->seconds : 0;
}

uint64_t count_for_people(const struct counter_run *run, uint64_t count)
{
	return run->rate ? (uint64_t)(rate_of(run, count) + 0.5) : count;
}

void write_count(const struct counter_run *run, const struct count_labels *labels, uint64_t count,
		 struct writer *out)
{
	if (run->is_machine || !run->rate)
		out->format->uint(out, &labels->count, count);
	if (run->is_machine && run->rate)
		out->format->real(out, &labels->rate, rate_of(run, count), DOUBLE_DIGITS);
	else if (run->rate)
		out->format->uint(out, &labels->short_rate, count_for_people(run, count));
}

void write_protocol(const struct counter_run *run, uint8_t number, struct writer *out)
{
	static const struct label label_protocol = LABEL_LOOK("protocol", LOOK_NAME),
				  label_number = LABEL("number");
	_cleanup_(buf_done) struct buf name = { 0 };
	bool is_named = !run->session->globals->numeric;

	if (is_named && number == OTHER)
		buf_puts(&name, "other");
	else if (!is_named || !view_protocols.name_of(view_protocols.of, number, &name))
		buf_printf(&name, "%u", number);
	out->format->text(out, &label_protocol, buf_str(&name), name.len);
	if (run->is_machine)
		out->format->uint(out, &label_number, number);
}
