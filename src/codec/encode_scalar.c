/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "codec/encode_parts.h"
#include "codec/load.h"

static enum encode_round round_of(const struct step *step, const struct given *given)
{
	switch (step->kind) {
	case STEP_BOOL:
	case STEP_BBITS:
		return ROUND_VAGUE;
	case STEP_FLOAT: /* Intel's long double has several encodings of one number */
		if (given->kind == GIVEN_NULL)
			return ROUND_VAGUE;
		return step->size > 8 ? ROUND_ALIKE : ROUND_EXACT;
	case STEP_ENUM: /* of a wide one a name may stand for the low half */
		return step->bits && given_is_name(given) ? ROUND_ALIKE : ROUND_EXACT;
	default:
		return ROUND_EXACT;
	}
}

static bool is_set_now(const struct encode *e, struct target of)
{
	uint8_t mask[SPAN_MAX], set = 0;
	size_t n = encode_span(of.step, mask);

	for (size_t i = 0; i < n; i++)
		set |= e->data[of.at + i] & mask[i];
	return set;
}

/* Where the bits that were said are 0, and true is wanted, it has to come from the others. */
static int set_unsaid(struct encode *e, struct target to)
{
	uint8_t mask[SPAN_MAX], unsaid = 0;
	size_t n = encode_span(to.step, mask);

	for (size_t i = 0; i < n; i++) {
		mask[i] &= (uint8_t)~e->said[to.at + i];
		unsaid |= mask[i];
	}
	if (unsaid)
		return encode_put(e, to.at, mask, mask, n);
	return encode_put_bits(e, to, (struct wide){ .low = 1 });
}

static int encode_bool(struct encode *e, struct target to, const struct given *given)
{
	bool is_word = given->kind != GIVEN_NULL && strlen(given->text) == given->len;
	bool is_true = is_word && (!strcmp(given->text, "true") || !strcmp(given->text, "1"));

	if (!is_true && !(is_word && (!strcmp(given->text, "false") || !strcmp(given->text, "0"))))
		return encode_misfit(e, to.step, given, "true, false, 1 or 0");
	if (encode_is_said(e, to) && is_set_now(e, to) == is_true)
		return 0;
	if (encode_is_said(e, to) && is_true)
		return set_unsaid(e, to);
	return encode_put_bits(e, to, (struct wide){ .low = is_true });
}

/* What the kernel keeps for itself is shown by a name, which may stand here and says nothing. */
static int encode_special(const struct encode *e, const struct step *step,
			  const struct given *given)
{
	_cleanup_(buf_done) struct buf text = { 0 };

	given_bytes(given, &text);
	if (given->kind == GIVEN_TEXT && !strcmp(buf_str(&text), step->what))
		return 0;
	return encode_refuse(e, "%s is the kernel's own: it cannot be given", step->what);
}

int encode_scalar(struct encode *e, struct target to, const struct given *given)
{
	enum encode_round round = round_of(to.step, given);

	if (round != e->round) {
		e->rounds |= 1u << round;
		return 0;
	}
	switch (to.step->kind) {
	case STEP_BOOL:
	case STEP_BBITS:
		return encode_bool(e, to, given);
	case STEP_CHAR:
	case STEP_STRING:
		return encode_text(e, to, given);
	case STEP_FLOAT:
		return encode_float(e, to, given);
	case STEP_ENUM:
	case STEP_EBITS:
		return encode_enum(e, to, given);
	case STEP_SPECIAL:
		return encode_special(e, to.step, given);
	case STEP_OPAQUE:
		return encode_opaque(e, to, given);
	case STEP_VIEW:
		return encode_view(e, to, given);
	default:
		return encode_integer(e, to, given);
	}
}
