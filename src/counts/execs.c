/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* `counter run execs`: a row a user. */
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "cli/globals.h"
#include "cli/session.h"
#include "codec/view.h"
#include "counts/view.h"
#include "map/view_sources.h"
#include "output/writer.h"

static int prepare(struct counter_run *run, struct err *err)
{
	(void)err;
	if (!run->session->globals->numeric)
		run->names = (void *)view_source_load("uid");
	return 0;
}

static void write_user(const struct view_names *names, uint32_t uid, struct writer *out)
{
	static const struct label label_user = LABEL_LOOK("user", LOOK_NAME);
	_cleanup_(buf_done) struct buf name = { 0 };

	if (names && names->name_of(names->of, uid, &name))
		out->format->text(out, &label_user, buf_str(&name), name.len);
	else
		out->format->null(out, &label_user, NULL);
}

static void write_row(const struct counter_run *run, const struct tally_row *row,
		      struct writer *out)
{
	static const struct label label_uid = LABEL("uid"), label_count = LABEL("count");
	uint32_t uid;

	memcpy(&uid, row->key, sizeof(uid));
	out->format->uint(out, &label_uid, uid);
	write_user(run->names, uid, out);
	out->format->uint(out, &label_count, row->words[0]);
}

const struct counter_view view_execs = {
	.counter = "execs",
	.map = { "exec_counts", sizeof(uint32_t), 1 },
	.takes = COUNTER_TAKES_TOP,
	.prepare = prepare,
	.write_row = write_row,
};
