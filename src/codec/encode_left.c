/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The fields that nothing was said of. */
#include "codec/encode_parts.h"

#define LISTED_MAX 200 /* bytes of names */

/* What was said of a node and those inside. */
enum said {
	SAID_NOTHING,
	SAID_SOMETHING,
	SAID_NO_BYTES, /* there is nothing to say */
};

struct list {
	const struct encode *e;
	struct buf *names;
	struct buf path;
	uint64_t n, listed;
};

static enum said said_of(const struct encode *e, uint32_t index, uint32_t base);

static enum said said_of_elements(const struct encode *e, uint32_t index, uint32_t base)
{
	const struct step *step = &e->plan->steps[index];
	enum said found = SAID_NO_BYTES;

	for (uint32_t i = 0; i < step->count && found != SAID_SOMETHING; i++) {
		enum said one = said_of(e, index + 1, base + step->offset + i * step->stride);

		found = one == SAID_NO_BYTES ? found : one;
	}
	return found;
}

/* Recursion goes no deeper than PLAN_DEPTH_MAX. */
static enum said said_of(const struct encode *e, uint32_t index, uint32_t base)
{
	const struct step *steps = e->plan->steps, *step = &steps[index];
	enum said found = SAID_NO_BYTES;
	uint8_t mask[SPAN_MAX];

	if (step->kind == STEP_ARRAY)
		return said_of_elements(e, index, base);
	if (step->kind != STEP_OPEN) {
		if (!encode_span(step, mask))
			return SAID_NO_BYTES;
		return encode_is_said(e, (struct target){ step, base + step->offset })
			       ? SAID_SOMETHING
			       : SAID_NOTHING;
	}
	for (uint32_t i = index + 1; i < step->next - 1 && found != SAID_SOMETHING;
	     i = step_behind(steps, i)) {
		enum said one = said_of(e, i, base);

		found = one == SAID_NO_BYTES ? found : one;
	}
	return found;
}

static void list_name(struct list *list)
{
	list->n++;
	if (list->names->len > LISTED_MAX)
		return;
	list->listed++;
	buf_printf(list->names, "%s%s", list->listed > 1 ? ", " : "", buf_str(&list->path));
}

static void list_node(struct list *list, uint32_t index, uint32_t base);

static void list_inside(struct list *list, uint32_t index, uint32_t base)
{
	const struct step *steps = list->e->plan->steps, *step = &steps[index];
	size_t mark = list->path.len;

	if (step->kind == STEP_ARRAY) {
		for (uint32_t i = 0; i < step->count; i++) {
			buf_printf(&list->path, "[%u]", i);
			list_node(list, index + 1, base + step->offset + i * step->stride);
			list->path.len = mark;
		}
	} else if (step->kind == STEP_OPEN) {
		for (uint32_t i = index + 1; i < step->next - 1; i = step_behind(steps, i)) {
			buf_printf(&list->path, "%s%s", mark ? "." : "", steps[i].label.name);
			list_node(list, i, base);
			list->path.len = mark;
		}
	}
}

static void list_node(struct list *list, uint32_t index, uint32_t base)
{
	enum said said = said_of(list->e, index, base);

	if (said == SAID_NOTHING)
		list_name(list);
	else if (said == SAID_SOMETHING)
		list_inside(list, index, base);
}

void encode_left_out(const struct encode *e, struct buf *ret)
{
	struct list list = { .e = e, .names = ret };

	list_inside(&list, 0, 0);
	if (list.n > list.listed)
		buf_printf(ret, " and %llu more", (unsigned long long)(list.n - list.listed));
	buf_done(&list.path);
}
