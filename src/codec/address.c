/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* IPv4, IPv6 and MAC addresses, for what holds bytes in the order of the network. */
#include <stdio.h>
#include <string.h>

#include <arpa/inet.h>

#include "codec/encode_parts.h"

enum { IPV4_BYTES = 4, IPV6_BYTES = 16 };

#define LEAVES_MAX 64

/*
 * How many bytes the node covers from *ret_from on, where they are all single
 * bytes or in the network's order; else 0.  A union counts once.
 */
static uint32_t network_bytes(const struct step *steps, uint32_t index, uint32_t *ret_from)
{
	const struct step *root = &steps[index];
	uint32_t end = root->next, from = UINT32_MAX, to = 0;

	if (root->kind == STEP_ARRAY) {
		const struct step *element = &steps[index + 1];

		*ret_from = root->offset;
		if (!root->count || (element->kind != STEP_BE &&
				     (element->kind != STEP_UINT || element->size != 1)))
			return 0;
		return root->count > IPV6_BYTES ? 0 : root->count * root->stride;
	}
	if (end - index > LEAVES_MAX)
		return 0;
	for (uint32_t i = index + 1; i < end - 1; i++) {
		const struct step *s = &steps[i];
		uint32_t at = s->offset, n = s->size;

		if (s->kind == STEP_CLOSE || s->kind == STEP_OPEN)
			continue;
		if (s->kind == STEP_ARRAY) {
			n = network_bytes(steps, i, &at);
			i = s->next - 1;
		} else if (s->kind != STEP_BE && (s->kind != STEP_UINT || s->size != 1)) {
			/* The kernel's in6_addr has numbers in the host's order nowhere. */
			return 0;
		}
		if (!n)
			return 0;
		from = at < from ? at : from;
		to = at + n > to ? at + n : to;
	}
	*ret_from = from;
	return to > from ? to - from : 0;
}

bool mac_parse(const char *text, uint8_t bytes[MAC_BYTES])
{
	static const char digits[] = "0123456789abcdefABCDEF";

	for (int i = 0; i < MAC_BYTES; i++) {
		size_t n = strspn(text, digits);
		unsigned int byte;

		if (n < 1 || n > 2 || sscanf(text, "%2x", &byte) != 1)
			return false;
		bytes[i] = (uint8_t)byte;
		text += n;
		if (*text++ != (i < MAC_BYTES - 1 ? ':' : '\0'))
			return false;
	}
	return true;
}

static bool parse(const char *text, uint32_t n, uint8_t bytes[IPV6_BYTES])
{
	switch (n) {
	case IPV4_BYTES:
		return inet_pton(AF_INET, text, bytes) == 1;
	case IPV6_BYTES:
		return inet_pton(AF_INET6, text, bytes) == 1;
	case MAC_BYTES:
		return mac_parse(text, bytes);
	default:
		return false;
	}
}

static const char *kind_of(uint32_t n)
{
	switch (n) {
	case IPV4_BYTES:
		return ", or an IPv4 address";
	case IPV6_BYTES:
		return ", or an IPv6 address";
	case MAC_BYTES:
		return ", or a MAC address";
	default:
		return "";
	}
}

int encode_address(struct encode *e, uint32_t index, uint32_t base, const struct given *given)
{
	const struct step *step = &e->plan->steps[index];
	uint8_t bytes[IPV6_BYTES];
	uint32_t from = 0, n = network_bytes(e->plan->steps, index, &from);

	if (e->round != ROUND_EXACT)
		return 0;
	if (n && strlen(given->text) == given->len && parse(given->text, n, bytes))
		return encode_put(e, base + from, bytes, NULL, n);
	if (step->kind == STEP_ARRAY)
		return encode_refuse(e, "'%s' is not its %u elements: [...] in JSON%s", given->text,
				     step->count, kind_of(n));
	return encode_refuse(e, "'%s' is not its fields: FIELD=VALUE, or {...} in JSON%s",
			     given->text, kind_of(n));
}
