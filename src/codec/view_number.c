/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The number that a view lies over. */
#include "codec/encode_parts.h"
#include "codec/load.h"
#include "codec/view_parts.h"
#include "output/writer.h"

uint64_t view_load(const struct laid_view *laid, const uint8_t *p)
{
	uint64_t number;

	if (laid->is_big && laid->size > 1)
		number = load_be(p, laid->size);
	else
		number = load_uint(p, laid->size);
	return laid->is_signed ? (uint64_t)bits_signed(number, laid->size * 8) : number;
}

static void store(const struct laid_view *laid, uint64_t number, uint8_t *bytes)
{
	store_uint(bytes, laid->size, number);
	if (!laid->is_big || __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)
		return;
	for (uint32_t i = 0; i < laid->size; i++)
		bytes[laid->size - 1 - i] = (uint8_t)(number >> 8 * i);
}

bool view_store(const struct laid_view *laid, uint64_t number, uint8_t *bytes)
{
	store(laid, number, bytes);
	return view_load(laid, bytes) == number;
}

void view_write_number(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		       struct writer *out)
{
	uint64_t number = view_load(laid, p);

	if (laid->is_signed)
		out->format->sint(out, label, (int64_t)number);
	else
		out->format->uint(out, label, number);
}

bool view_take_number(const struct laid_view *laid, const char *text, uint8_t *bytes)
{
	struct wide number;

	if (integer_parse(text, laid->size * 8, laid->is_signed, &number))
		return false;
	store(laid, number.low, bytes);
	return true;
}
