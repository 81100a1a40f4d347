/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <arpa/inet.h>

#include "base/number.h"
#include "codec/encode_parts.h"
#include "codec/wide.h"

static int digit_of(char c, unsigned int radix)
{
	int digit = -1;

	if (c >= '0' && c <= '9')
		digit = c - '0';
	else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
		digit = (c | 0x20) - 'a' + 10;
	return digit < (int)radix ? digit : -1;
}

/* value * radix + digit; false where that is more than 128 bits. */
static bool wide_append(struct wide *value, unsigned int radix, unsigned int digit)
{
	uint64_t limbs[4] = { value->low & UINT32_MAX, value->low >> 32, value->high & UINT32_MAX,
			      value->high >> 32 };
	uint64_t carry = digit;

	for (int i = 0; i < 4; i++) {
		carry += limbs[i] * radix;
		limbs[i] = carry & UINT32_MAX;
		carry >>= 32;
	}
	*value = (struct wide){ .low = limbs[1] << 32 | limbs[0],
				.high = limbs[3] << 32 | limbs[2] };
	return !carry;
}

static int magnitude_parse(const char *text, struct wide *ret)
{
	bool is_hex = text[0] == '0' && (text[1] | 0x20) == 'x', fits = true;
	/* as in base/number.h */
	bool may_be_octal = !is_hex && text[0] == '0';
	unsigned int radix = is_hex ? 16 : 10;
	struct wide value = { 0 };

	text += is_hex ? 2 : 0;
	if (!*text)
		return -EINVAL;
	for (; *text; text++) {
		int digit = digit_of(*text, radix);

		if (digit < 0)
			return -EINVAL;
		fits = wide_append(&value, radix, (unsigned int)digit) && fits;
	}
	if (may_be_octal && (!fits || value.high || value.low > 7))
		return -EINVAL;
	*ret = value;
	return fits ? 0 : -ERANGE;
}

/* bits 0..128 of ones. */
static struct wide ones(unsigned int bits)
{
	struct wide w = { 0 };

	if (bits)
		w.low = UINT64_MAX >> (bits < 64 ? 64 - bits : 0);
	if (bits > 64)
		w.high = UINT64_MAX >> (128 - bits);
	return w;
}

static bool is_more(struct wide a, struct wide b)
{
	return a.high != b.high ? a.high > b.high : a.low > b.low;
}

static struct wide negated(struct wide w)
{
	return wide_add((struct wide){ .low = ~w.low, .high = ~w.high }, (struct wide){ .low = 1 });
}

int integer_parse(const char *text, unsigned int bits, bool is_signed, struct wide *ret)
{
	bool is_negative = *text == '-';
	struct wide value, most = ones(is_signed ? bits - 1 : bits);
	int r = magnitude_parse(text + is_negative, &value);

	if (r)
		return r;
	if (is_negative && is_signed)
		most = wide_add(most, (struct wide){ .low = 1 });
	else if (is_negative)
		most = (struct wide){ 0 };
	if (is_more(value, most))
		return -ERANGE;
	*ret = is_negative ? negated(value) : value;
	return 0;
}

static bool is_signed_step(const struct step *step)
{
	switch (step->kind) {
	case STEP_SINT:
	case STEP_SINT128:
	case STEP_SBITS:
		return true;
	default:
		return false;
	}
}

static bool ipv4_parse(const struct step *step, const struct given *given, struct wide *ret)
{
	struct in_addr address;

	if (step->kind != STEP_BE || step->size != 4 || strlen(given->text) != given->len ||
	    inet_pton(AF_INET, given->text, &address) != 1)
		return false;
	*ret = (struct wide){ .low = ntohl(address.s_addr) };
	return true;
}

int encode_integer(struct encode *e, struct target to, const struct given *given)
{
	const struct step *step = to.step;
	bool is_signed = is_signed_step(step);
	unsigned int bits = step->bits ? step->bits : step->size * 8;
	char least[WIDE_SPELLED] = "0", most[WIDE_SPELLED], takes[2 * WIDE_SPELLED + 32];
	struct wide value;

	if (given->kind != GIVEN_BOOL && given->kind != GIVEN_NULL) {
		if (ipv4_parse(step, given, &value))
			return encode_put_bits(e, to, value);
		if (strlen(given->text) == given->len &&
		    !integer_parse(given->text, bits, is_signed, &value))
			return encode_put_bits(e, to, value);
	}
	if (number_could_be_octal(given->text))
		return encode_refuse(e, "'%s' " NUMBER_OCTAL, given->text);
	if (is_signed)
		wide_spell(negated(wide_add(ones(bits - 1), (struct wide){ .low = 1 })), true,
			   least);
	wide_spell(ones(is_signed ? bits - 1 : bits), false, most);
	snprintf(takes, sizeof(takes), "%s to %s%s", least, most,
		 step->kind == STEP_BE && step->size == 4 ? ", or an IPv4 address" : "");
	return encode_misfit(e, step, given, takes);
}
