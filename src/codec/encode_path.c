/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* FIELD=V: the way to a field by its name. */
#include <string.h>

#include "base/nearest.h"
#include "base/number.h"
#include "codec/encode_parts.h"
#include "codec/view.h"
#include "output/unescape.h"

#define LISTED_MAX 200 /* bytes of the names that a message lists */

static bool is_called(const struct step *step, const char *name, size_t len)
{
	return !strncmp(step->label.name, name, len) && !step->label.name[len];
}

uint32_t encode_member(const struct encode *e, uint32_t index, uint32_t *hint, const char *name,
		       size_t len)
{
	const struct step *steps = e->plan->steps;
	uint32_t end = steps[index].next - 1, from = *hint;

	if (strlen(name) != len)
		return 0; /* no name has a NUL in it */
	for (uint32_t i = from; i < end; i = step_behind(steps, i)) {
		if (is_called(&steps[i], name, len)) {
			*hint = step_behind(steps, i);
			return i;
		}
	}
	for (uint32_t i = index + 1; i < from; i = step_behind(steps, i)) {
		if (is_called(&steps[i], name, len)) {
			*hint = step_behind(steps, i);
			return i;
		}
	}
	return 0;
}

int encode_no_member(const struct encode *e, uint32_t index, const char *name)
{
	const struct step *steps = e->plan->steps;
	struct nearest nearest = NEAREST(name);
	const char *noun = !index && e->noun ? e->noun : "field";
	struct buf listed = { 0 };
	int r;

	for (uint32_t i = index + 1; i < steps[index].next - 1; i = step_behind(steps, i)) {
		nearest_offer(&nearest, steps[i].label.name);
		if (listed.len < LISTED_MAX)
			buf_printf(&listed, "%s%.*s", listed.len ? ", " : "", LISTED_MAX,
				   steps[i].label.name);
		else if (listed.data[listed.len - 1] != '.')
			buf_puts(&listed, ", ...");
	}
	if (nearest.best)
		r = encode_refuse(e, "there is no %s '%s'; did you mean '%s'?", noun, name,
				  nearest.best);
	else if (listed.len)
		r = encode_refuse(e, "there is no %s '%s'; its %ss are %s", noun, name, noun,
				  buf_str(&listed));
	else
		r = encode_refuse(e, "there is no %s '%s'", noun, name);
	buf_done(&listed);
	return r;
}

/* A node on the way, and what is left of the path. */
struct walk {
	uint32_t index, base;
	const char *rest;
};

static int refuse_view(const struct encode *e, const struct step *step)
{
	return encode_refuse(e, "its view is %s, and it is taken whole", step->view->view->name);
}

static int step_into_member(struct encode *e, struct walk *walk)
{
	const struct step *step = &e->plan->steps[walk->index];
	size_t len = strcspn(walk->rest, ".[");
	uint32_t hint = walk->index + 1, member;
	struct buf name = { 0 };
	int r = 0;

	unescape(&name, walk->rest, len);
	if (step->kind == STEP_VIEW) {
		r = refuse_view(e, step);
	} else if (step->kind != STEP_OPEN) {
		r = encode_refuse(e, "it has no fields, and so none called '%s'", buf_str(&name));
	} else {
		member = encode_member(e, walk->index, &hint, buf_str(&name), name.len);
		if (!member)
			r = encode_no_member(e, walk->index, buf_str(&name));
		else
			encode_enter(e, e->plan->steps[member].label.name);
		walk->index = member;
		walk->rest += len;
	}
	buf_done(&name);
	return r;
}

static int step_into_element(struct encode *e, struct walk *walk)
{
	const struct step *step = &e->plan->steps[walk->index];
	size_t len = strcspn(walk->rest, "]");
	_cleanup_(buf_done) struct buf number = { 0 };
	uint32_t index;

	buf_add(&number, walk->rest + 1, len - 1);
	if (step->kind == STEP_STRING)
		return encode_refuse(e, "it is text, and taken whole");
	if (step->kind == STEP_VIEW)
		return refuse_view(e, step);
	if (step->kind != STEP_ARRAY)
		return encode_refuse(e, "it is no array, and has no [%s]", buf_str(&number));
	if (!walk->rest[len] || number_u32(buf_str(&number), &index))
		return encode_refuse(e, "'[%s' is not an index: [0], [1], ...", walk->rest + 1);
	if (!step->count)
		return encode_refuse(e, "it has no elements");
	if (index >= step->count)
		return encode_refuse(e, "there is no [%u]: 0 to %u", index, step->count - 1);
	encode_enter_index(e, index);
	walk->base += step->offset + index * step->stride;
	walk->index++;
	walk->rest += len + 1;
	return 0;
}

static int walk_path(struct encode *e, struct walk *walk)
{
	bool is_dotted = true;
	int r = 0;

	walk->rest += *walk->rest == '.';
	while (!r && (is_dotted || *walk->rest)) {
		if (*walk->rest == '[')
			r = step_into_element(e, walk);
		else if (is_dotted)
			r = step_into_member(e, walk);
		else
			return encode_refuse(e, "'.' or '[' was expected, not '%s'", walk->rest);
		is_dotted = !r && *walk->rest == '.';
		walk->rest += is_dotted;
	}
	return r;
}

int encode_path(struct encode *e, const char *field, uint32_t *index, uint32_t *base)
{
	struct walk walk = { .index = *index, .base = *base, .rest = field };
	int r = walk_path(e, &walk);

	*index = walk.index;
	*base = walk.base;
	return r;
}

int encode_assignment(struct encode *e, const char *word)
{
	const char *equals = strchr(word, '=');
	_cleanup_(buf_done) struct buf path = { 0 };
	struct walk walk = { 0 };
	size_t mark = e->path.len;
	int r;

	buf_add(&path, word, (size_t)(equals - word));
	walk.rest = buf_str(&path);
	if (!*walk.rest)
		return encode_refuse(e, "'%s': a field was expected before '='", word);
	r = walk_path(e, &walk);
	if (!r)
		r = encode_word(e, walk.index, walk.base, equals + 1);
	if (!r)
		encode_leave(e, mark);
	return r;
}
