/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Views over bytes and over types, with a few names. */
#ifndef TESTS_UNIT_VIEW_FIXTURE_H
#define TESTS_UNIT_VIEW_FIXTURE_H

#include "codec/encode.h"
#include "codec/view.h"
#include "map/numbered.h"
#include "plan_fixture.h"

/* Everything that has names gets these. */
static struct numbered some;
static const struct view_names some_names = {
	.name_of = numbered_name_of,
	.number_of = numbered_number_of,
	.of = &some,
};

static inline int names_setup(void **state)
{
	static const char *const names[] = { "root", "daemon", "eth0", "eth0", "7",    "x(3)",
					     "x",    "-1",     "a\nb", "a",    "\xff", "(" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		numbered_add(&some, i, names[i]);
	numbered_add(&some, 0, "toor");
	numbered_add(&some, 20, "twice");
	numbered_add(&some, 20, "twice");
	numbered_add(&some, 21, "twice");
	numbered_add(&some, UINT64_MAX, "last");
	numbered_settle(&some);
	return types_setup(state);
}

static inline int names_teardown(void **state)
{
	numbered_done(&some);
	return types_teardown(state);
}

struct viewed {
	const struct types *types;
	int type_id;
	uint32_t size;
	const char *path, *view;
	bool is_numeric;
};

static inline struct plan *plan_viewed(const struct viewed *v)
{
	struct view_wanted wanted = { .view = view_find(v->view), .is_numeric = v->is_numeric };
	struct plan *plan;
	struct err err;

	assert_non_null(wanted.view);
	if (wanted.view->flags & VIEW_NAMES)
		wanted.names = strcmp(v->view, "proto") ? &some_names : &view_protocols;
	if (v->type_id ? plan_compile(v->types->btf, (uint32_t)v->type_id, v->size, PLAN_NATIVE,
				      &plan, &err)
		       : plan_of_bytes(v->size, &plan, &err))
		fail_msg("%s", err.msg);
	if (plan_lay_view(plan, v->path, &wanted, &err))
		fail_msg("%s: %s", v->view, err.msg);
	return plan;
}

static inline char *shown(const struct plan *plan, const char *format, const void *data)
{
	static const struct label label = LABEL("v");
	const struct writer_options options = { 0 };
	struct stream stream;
	struct writer *out;
	char *ret;

	stream_init(&stream, -1);
	out = writer_new(writer_format_find(format), &stream, &options);
	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	stream.len = 0;
	plan_decode(plan, &label, data, out);
	if (!strcmp(format, "text"))
		out->format->finish(out);
	ret = mem_printf("%.*s", (int)stream.len, stream.buf);
	writer_free(out);
	stream_close(&stream);
	return ret;
}

#define VIEW_TEST(f) cmocka_unit_test_setup_teardown(f, names_setup, names_teardown)

#endif
