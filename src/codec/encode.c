/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Drives the encoding of a value: its rounds, its errors, and the bits that were said. */
#include "codec/encode.h"

#include <stdarg.h>
#include <string.h>

#include "codec/ctype.h"
#include "codec/encode_parts.h"
#include "codec/view.h"

int encode_refuse(const struct encode *e, const char *fmt, ...)
{
	_cleanup_free_ char *why = NULL;
	va_list ap;

	va_start(ap, fmt);
	why = mem_vprintf(fmt, ap);
	va_end(ap);
	return err_set(e->err, ERR_USAGE, "%s%s%s", buf_str(&e->path), e->path.len ? ": " : "",
		       why);
}

void encode_type_name(const struct encode *e, const struct step *step, struct buf *ret)
{
	if (step->kind == STEP_VIEW) {
		buf_puts(ret, step->view->view->name);
		return;
	}
	ctype_name(e->plan->btf, step->type_id, ret);
	switch (step->kind) {
	case STEP_UBITS:
	case STEP_SBITS:
	case STEP_EBITS:
	case STEP_BBITS:
		buf_printf(ret, ":%u", step->bits);
	}
}

int encode_misfit(const struct encode *e, const struct step *step, const struct given *given,
		  const char *takes)
{
	const char *quote = given->kind == GIVEN_WORD || given->kind == GIVEN_TEXT ? "'" : "";
	_cleanup_(buf_done) struct buf type = { 0 };

	encode_type_name(e, step, &type);
	return encode_refuse(e, "%s%s%s does not fit %s: %s", quote, given->text, quote,
			     buf_str(&type), takes);
}

size_t encode_enter(struct encode *e, const char *name)
{
	size_t mark = e->path.len;

	if (mark)
		buf_add(&e->path, ".", 1);
	buf_puts(&e->path, name);
	return mark;
}

size_t encode_enter_index(struct encode *e, uint32_t index)
{
	size_t mark = e->path.len;

	buf_printf(&e->path, "[%u]", index);
	return mark;
}

void encode_leave(struct encode *e, size_t mark)
{
	e->path.len = mark;
	if (e->path.data)
		e->path.data[mark] = '\0';
}

int encode_put(struct encode *e, uint32_t at, const uint8_t *bytes, const uint8_t *mask, size_t n)
{
	uint8_t *data = e->data + at, *said = e->said + at;

	for (size_t i = 0; i < n; i++) {
		uint8_t bits = mask ? mask[i] : UINT8_MAX;

		if ((data[i] ^ bytes[i]) & bits & said[i])
			return encode_refuse(e, "its bytes are given twice, and differ");
		data[i] = (uint8_t)((data[i] & ~bits) | (bytes[i] & bits));
		said[i] |= bits;
	}
	return 0;
}

/* One round over everything that is given. */
typedef int (*round_fn)(struct encode *e, const void *given);

/* Over the data that is there. */
static int change(const struct plan *plan, void *data, struct buf *left_out, struct err *err,
		  round_fn round, const void *given)
{
	struct encode e = { .plan = plan, .data = data, .err = err };
	int r = 0;

	e.said = mem_try_array(1, plan->size);
	if (!e.said)
		return err_sys(err, "room for a value of %u bytes", plan->size);
	e.rounds = 1u << ROUND_EXACT;
	for (e.round = ROUND_EXACT; e.round < ROUNDS && !r; e.round++)
		if (e.rounds & 1u << e.round)
			r = round(&e, given);
	if (!r && left_out)
		encode_left_out(&e, left_out);
	buf_done(&e.path);
	free(e.said);
	return r;
}

static int encode(const struct plan *plan, void *data, struct buf *left_out, struct err *err,
		  round_fn round, const void *given)
{
	memset(data, 0, plan->size);
	return change(plan, data, left_out, err, round, given);
}

static int json_round(struct encode *e, const void *given)
{
	return encode_json_node(e, 0, 0, given);
}

int plan_encode_json(const struct plan *plan, const json_t *json, void *data, struct buf *left_out,
		     struct err *err)
{
	return encode(plan, data, left_out, err, json_round, json);
}

struct words {
	int n;
	char *const *word;
};

/* "[0]=1" is no JSON, and {"a": "b=c"} no assignment. */
static bool is_assignment(const char *word)
{
	const char *end = word;

	if (*word == '{' || *word == '"' || !strchr(word, '='))
		return false;
	if (*word == '[') {
		end = word + 1 + strspn(word + 1, "0123456789");
		return end > word + 1 && *end == ']' && end[1] && strchr(".[=", end[1]);
	}
	return true;
}

static int assignments_round(struct encode *e, const void *given)
{
	const struct words *words = given;
	int r = 0;

	for (int i = 0; i < words->n && !r; i++) {
		if (is_assignment(words->word[i]))
			r = encode_assignment(e, words->word[i]);
		else
			r = encode_refuse(e, "'%s' is not FIELD=VALUE", words->word[i]);
	}
	return r;
}

static int words_round(struct encode *e, const void *given)
{
	const struct words *words = given;

	if (words->n == 1 && (!step_is_compound(e->plan->steps) || !is_assignment(words->word[0])))
		return encode_word(e, 0, 0, words->word[0]);
	if (!step_is_compound(e->plan->steps))
		return encode_refuse(e, "one word was expected, not %d", words->n);
	return assignments_round(e, given);
}

int plan_encode_words(const struct plan *plan, int n_words, char *const *words, void *data,
		      struct buf *left_out, struct err *err)
{
	return encode(plan, data, left_out, err, words_round,
		      &(struct words){ .n = n_words, .word = words });
}

int plan_change_words(const struct plan *plan, int n_words, char *const *words, void *data,
		      struct err *err)
{
	if (!step_is_compound(plan->steps))
		return err_set(err, ERR_USAGE, "it is a single value, without fields");
	return change(plan, data, NULL, err, assignments_round,
		      &(struct words){ .n = n_words, .word = words });
}
