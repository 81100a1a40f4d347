/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "cli/complete.h"
#include "codec/enum_names.h"
#include "codec/plan.h"
#include "words/complete_data.h"

#define FIELDS_MAX 512	/* that are offered; nobody reads so many */
#define PATH_LONG  1024 /* bytes */

struct fields {
	struct buf path; /* of the struct that is being looked at, with its "." */
	int n;		 /* words that are there */
	char *const *words;
	const char *last;
	unsigned int offered;
	struct buf *ret;
};

/* What a name is written with in front of it: "state=" or nothing. */
static void add_names(const struct step *step, const char *lead, size_t len, struct buf *ret)
{
	struct buf line = { 0 };
	const struct enum_names *names = NULL;

	if (step->kind == STEP_ENUM || step->kind == STEP_EBITS)
		names = step->names;
	for (uint32_t i = 0; names && i < names->n; i++) {
		buf_clear(&line);
		buf_add(&line, lead, len);
		buf_puts(&line, names->values[i].name);
		complete_add(buf_str(&line), line.len, "", ret);
	}
	if (step->kind == STEP_BOOL || step->kind == STEP_BBITS)
		buf_printf(ret, "%.*strue\n%.*sfalse\n", (int)len, lead, (int)len, lead);
	buf_done(&line);
}

/* Is it the field of this assignment?  A "." in front of it is as good as none. */
static bool is_field(const struct fields *fields, const char *word)
{
	const char *path = buf_str(&fields->path);

	word += *word == '.';
	return !strncmp(word, path, fields->path.len) && word[fields->path.len] == '=';
}

static bool is_given(const struct fields *fields)
{
	for (int i = 0; i < fields->n; i++)
		if (is_field(fields, fields->words[i]))
			return true;
	return false;
}

/* The path is that of a field with a value of its own. */
static void offer(struct fields *fields, const struct step *step)
{
	const char *path = buf_str(&fields->path);

	if (is_field(fields, fields->last)) {
		bool dot = *fields->last == '.';
		size_t len = fields->path.len + 1 + dot;

		add_names(step, fields->last, len, fields->ret);
	} else if (step->kind != STEP_SPECIAL && step->kind != STEP_OPAQUE && !is_given(fields)) {
		struct buf line = { 0 };

		buf_printf(&line, "%s%s", *fields->last == '.' ? "." : "", path);
		complete_add(buf_str(&line), line.len, "=", fields->ret);
		buf_done(&line);
		fields->offered++;
	}
}

/* The members of the OPEN at index; anonymous ones stand for their own members. */
static void offer_members(struct fields *fields, const struct step *steps, uint32_t index)
{
	uint32_t end = steps[index].next - 1;
	size_t mark = fields->path.len;

	for (uint32_t i = index + 1; i < end && fields->offered < FIELDS_MAX;) {
		const struct step *step = &steps[i];
		bool is_open = step->kind == STEP_OPEN;

		buf_puts(&fields->path, step->label.name);
		if (is_open && *step->label.name)
			buf_puts(&fields->path, ".");
		if (fields->path.len > PATH_LONG)
			;
		else if (is_open)
			offer_members(fields, steps, i);
		else
			offer(fields, step);
		fields->path.len = mark;
		if (fields->path.data)
			fields->path.data[mark] = '\0';
		i = is_open || step->kind == STEP_ARRAY ? step->next : i + 1;
	}
}

static void complete_node(const struct step *steps, uint32_t index, int n, char *const *words,
			  const char *last, struct buf *ret)
{
	struct fields fields = { .n = n, .words = words, .last = last, .ret = ret };

	if (steps[index].kind == STEP_OPEN)
		offer_members(&fields, steps, index);
	else if (!n)
		add_names(&steps[index], "", 0, ret);
	buf_done(&fields.path);
}

void complete_fields(const struct plan *plan, int n, char *const *words, const char *last,
		     struct buf *ret)
{
	if (plan && plan->n_steps)
		complete_node(plan->steps, 0, n, words, last, ret);
}

/* The index of the member behind the one at i, of the OPEN at 0. */
static uint32_t behind(const struct plan *plan, uint32_t i)
{
	const struct step *step = &plan->steps[i];

	return step->kind == STEP_OPEN || step->kind == STEP_ARRAY ? step->next : i + 1;
}

static uint32_t first_variable(const struct plan *plan)
{
	return plan && plan->n_steps && plan->steps[0].kind == STEP_OPEN ? 1 : UINT32_MAX;
}

static bool is_variable(const struct plan *plan, uint32_t i)
{
	return i < plan->n_steps && i < plan->steps[0].next - 1;
}

void complete_variables(const struct plan *plan, struct buf *ret)
{
	for (uint32_t i = first_variable(plan); i != UINT32_MAX && is_variable(plan, i);
	     i = behind(plan, i))
		complete_add(plan->steps[i].label.name, strlen(plan->steps[i].label.name), "", ret);
}

void complete_variable(const struct plan *plan, const char *name, int n, char *const *words,
		       const char *last, struct buf *ret)
{
	for (uint32_t i = first_variable(plan); i != UINT32_MAX && is_variable(plan, i);
	     i = behind(plan, i))
		if (!strcmp(plan->steps[i].label.name, name))
			complete_node(plan->steps, i, n, words, last, ret);
}
