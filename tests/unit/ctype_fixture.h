/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What ctype_parse() makes of a text. */
#ifndef TESTS_UNIT_CTYPE_FIXTURE_H
#define TESTS_UNIT_CTYPE_FIXTURE_H

#include "base/buf.h"
#include "codec/ctype.h"
#include "codec/ctype_parse.h"
#include "layout_spell.h"
#include "plan_fixture.h"

#define N_OF(rows) (sizeof(rows) / sizeof(*(rows)))

static inline uint32_t parsed(const struct types *t, const char *text, const struct btf *known)
{
	uint32_t id = 0;
	struct err err;

	if (ctype_parse(text, t->btf, known, &id, &err))
		fail_msg("%s: %s", text, err.msg);
	return id;
}

static inline void expect_layout(const struct types *t, const char *text, const char *layout)
{
	struct buf buf = { 0 };

	layout_spell(t->btf, parsed(t, text, NULL), &buf);
	if (strcmp(buf_str(&buf), layout) != 0)
		fail_msg("%s\n%s\n%s", text, buf_str(&buf), layout);
	buf_done(&buf);
}

static inline void expect_name(const struct types *t, const char *text, const char *name)
{
	struct buf buf = { 0 };

	ctype_name(t->btf, parsed(t, text, NULL), &buf);
	assert_string_equal(buf_str(&buf), name);
	buf_done(&buf);
}

static inline void expect_error(const struct types *t, const char *text, const struct btf *known,
				enum err_code code, const char *why)
{
	uint32_t id = 4242;
	struct err err = { 0 };

	if (ctype_parse(text, t->btf, known, &id, &err) != -(int)code)
		fail_msg("%s: %d \"%s\"", text, err.code, err.msg);
	assert_int_equal(id, 4242);
	assert_string_equal(err.msg, why);
}

#endif
