/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <stdio.h>
#include <string.h>

#include "codec/encode_parts.h"
#include "codec/view_parts.h"
#include "codec/wide.h"
#include "output/writer.h"

/* A number as 0x…; of anything else, the bytes as they lie in memory. */
void view_write_hex(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		    struct writer *out)
{
	char spelled[2 + 32 + 1];
	struct wide wide;

	if (!laid->is_whole) {
		out->format->bytes(out, label, p, laid->size);
		return;
	}
	if (laid->size <= 8)
		wide = (struct wide){ .low = view_load(laid, p) };
	else
		wide = wide_load(p);
	if (laid->size < 8)
		wide.low &= (UINT64_C(1) << 8 * laid->size) - 1;
	if (wide.high)
		snprintf(spelled, sizeof(spelled), "0x%llx%016llx", (unsigned long long)wide.high,
			 (unsigned long long)wide.low);
	else
		snprintf(spelled, sizeof(spelled), "0x%llx", (unsigned long long)wide.low);
	writer_str(out, label, spelled);
}

/* Bits are bits: a negative number's are shown, and taken, without a sign, too. */
static bool take_bits(const struct laid_view *laid, const char *text, uint8_t *bytes)
{
	struct laid_view bits = *laid;
	struct wide number;

	if (integer_parse(text, laid->size * 8, false, &number) &&
	    (!laid->is_signed || integer_parse(text, laid->size * 8, true, &number)))
		return false;
	bits.is_signed = false;
	if (laid->size > 8)
		wide_store(bytes, number);
	else
		view_store(&bits, number.low, bytes);
	return true;
}

bool view_take_hex(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	_cleanup_(buf_done) struct buf digits = { 0 };

	if (laid->is_whole)
		return take_bits(laid, text, bytes);
	/* As text shows them, with a blank between two bytes; or without. */
	if (len == 3 * (size_t)laid->size - 1)
		for (size_t i = 0; i < len; i++)
			if (i % 3 < 2 || text[i] != ' ')
				buf_add(&digits, &text[i], 1);
	if (!digits.len)
		buf_add(&digits, text, len);
	return digits.len == 2 * (size_t)laid->size &&
	       hex_parse(buf_str(&digits), laid->size, bytes);
}

void view_write_char(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out)
{
	out->format->text(out, label, p, laid->size);
}

bool view_take_char(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	if (len > laid->size)
		return false;
	memset(bytes, 0, laid->size);
	memcpy(bytes, text, len);
	return true;
}
