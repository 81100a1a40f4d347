/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <unistd.h>

#include "base/alloc.h"
#include "cli/command.h"
#include "cli/dispatch.h"
#include "cli/globals.h"
#include "cmd/doctor_checks.h"
#include "cmd/table.h"
#include "output/writer.h"

#define N_COLUMNS 3

static const struct table_column columns[N_COLUMNS] = {
	{ .name = "CHECK" },
	{ .name = "STATE" },
	{ .name = "DETAIL" },
};

static const char *const states[] = {
	[CHECK_OK] = "ok",
	[CHECK_LIMITED] = "limited",
	[CHECK_MISSING] = "missing",
};

static void write_json(const struct finding *findings, struct writer *out)
{
	static const struct label label_check = LABEL_LOOK("check", LOOK_NAME),
				  label_state = LABEL_LOOK("state", LOOK_NAME),
				  label_detail = LABEL("detail"), label_advice = LABEL("advice");

	out->format->start(out, SHAPE_LIST);
	for (size_t i = 0; checks[i].name; i++) {
		out->format->record(out);
		writer_str(out, &label_check, checks[i].name);
		writer_str(out, &label_state, states[findings[i].state]);
		writer_str(out, &label_detail, buf_str(&findings[i].detail));
		if (findings[i].advice)
			writer_str(out, &label_advice, findings[i].advice);
		else
			out->format->null(out, &label_advice, NULL);
	}
	out->format->finish(out);
}

static int add_line(struct table *table, const struct check *check, const struct finding *finding,
		    struct err *err)
{
	struct buf cells[N_COLUMNS] = { 0 };
	int r;

	buf_puts(&cells[0], check->name);
	buf_puts(&cells[1], states[finding->state]);
	buf_puts(&cells[2], buf_str(&finding->detail));
	if (finding->advice)
		buf_printf(&cells[2], "; %s", finding->advice);
	r = table_add(table, cells, err);
	for (size_t i = 0; i < N_COLUMNS; i++)
		buf_done(&cells[i]);
	return r;
}

static int write_table(const struct session *session, const struct finding *findings,
		       struct err *err)
{
	const struct table_style style = {
		.color = globals_color(session->globals, STDOUT_FILENO),
	};
	struct table *table = NULL;
	int r = table_new(columns, N_COLUMNS, &style, &table, err);

	if (!r)
		r = session_sandbox(session, err);
	for (size_t i = 0; !r && checks[i].name; i++)
		r = add_line(table, &checks[i], &findings[i], err);
	if (!r)
		r = table_write(table, session->stream, err);
	table_free(table);
	return r;
}

static int write_all(const struct session *session, const struct finding *findings, struct err *err)
{
	int r;

	if (!globals_json(session->globals))
		return write_table(session, findings, err);
	r = session_sandbox(session, err);
	if (!r)
		write_json(findings, session->out);
	return r;
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	_cleanup_free_ struct finding *findings = NULL;
	bool missing = false;
	size_t n = 0;
	int r;

	(void)settings;
	while (checks[n].name)
		n++;
	findings = mem_zero(n * sizeof(*findings));
	for (size_t i = 0; i < n; i++) {
		checks[i].look(&checks[i], &findings[i]);
		missing |= findings[i].state == CHECK_MISSING;
	}
	r = write_all(session, findings, err);
	for (size_t i = 0; i < n; i++)
		buf_done(&findings[i].detail);
	/* What is missing stands on standard output. */
	return r || !missing ? r : err_set(err, ERR_NO, "%s", "");
}

extern const struct command cmd_doctor;
const struct command cmd_doctor = {
	.name = "doctor",
	.summary = "check what this system lets mapctl do",
	.takes = TAKES_NO_MAP,
	.run = run,
};
