/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * bpftool: what `bpftool -j map dump` prints, byte for byte where that is
 * right.  Not taken over: a backslash printed as a newline (7.1) and the
 * unescaped quotes around a quote or backslash of type char.
 */
#include "output/formats.h"

#include "output/digits.h"
#include "output/escape.h"
#include "output/json.h"

static void hex_string(struct json *json, const struct label *label, uint64_t high, uint64_t low)
{
	char *p = json_begin(json, label, 40);

	memcpy(p, "\"0x", 3);
	p += 3;
	if (high) {
		unsigned char bytes[8];
		int i;

		for (i = 0; i < 8; i++)
			bytes[i] = (unsigned char)(low >> (56 - 8 * i));
		p = digits_hex_bytes(digits_hex_u64(p, high), bytes, 8);
	} else {
		p = digits_hex_u64(p, low);
	}
	*p++ = '"';
	json_end(json, p);
}

static void bpftool_uint(struct writer *w, const struct label *label, uint64_t value)
{
	if (label->look == LOOK_BITS)
		hex_string(json_of(w), label, 0, value);
	else
		json_uint(w, label, value);
}

static void bpftool_sint(struct writer *w, const struct label *label, int64_t value)
{
	if (label->look == LOOK_BITS)
		hex_string(json_of(w), label, 0, (uint64_t)value);
	else
		json_sint(w, label, value);
}

/* The 128 bits, two's complement, of a decimal integer; false for any other number. */
static bool parse_128(const char *spelled, uint64_t *high, uint64_t *low)
{
	uint32_t limbs[4] = { 0 };
	bool negative = *spelled == '-';
	int i;

	for (spelled += negative; *spelled >= '0' && *spelled <= '9'; spelled++) {
		uint64_t carry = (uint64_t)(*spelled - '0');

		for (i = 0; i < 4; i++) {
			carry += (uint64_t)limbs[i] * 10;
			limbs[i] = (uint32_t)carry;
			carry >>= 32;
		}
		if (carry)
			return false;
	}
	*high = (uint64_t)limbs[3] << 32 | limbs[2];
	*low = (uint64_t)limbs[1] << 32 | limbs[0];
	if (negative) {
		*high = ~*high + !*low;
		*low = -*low;
	}
	return !*spelled;
}

static void bpftool_number(struct writer *w, const struct label *label, const char *spelled)
{
	uint64_t high, low;

	if (parse_128(spelled, &high, &low))
		hex_string(json_of(w), label, high, low);
	else
		json_number(w, label, spelled);
}

static bool is_printable(unsigned char c)
{
	return c >= 0x20 && c < 0x7f;
}

static void one_char(struct json *json, const struct label *label, unsigned char c)
{
	char *p = json_begin(json, label, 8);

	if (is_printable(c)) {
		json_end(json, p);
		escape_json_string(json->w.out, &c, 1);
		return;
	}
	memcpy(p, "\"\\u00", 5);
	p = digits_hex_bytes(p + 5, &c, 1);
	*p++ = '"';
	json_end(json, p);
}

/* How long the array is as a string, or false: a list of its bytes. */
static bool is_string(const unsigned char *bytes, size_t len, size_t *ret)
{
	size_t i;

	for (i = 0; i < len && is_printable(bytes[i]); i++)
		;
	*ret = i;
	return i < len && !bytes[i];
}

/* What is in an array decides how it looks; signed, as clang has char for BPF. */
static void char_array(struct writer *w, const struct label *label, const unsigned char *bytes,
		       size_t len)
{
	struct json *json = json_of(w);
	size_t i;

	if (is_string(bytes, len, &i)) {
		json_end(json, json_begin(json, label, 0));
		escape_json_string(w->out, bytes, i);
		return;
	}
	json_open(w, label, NEST_ARRAY);
	for (i = 0; i < len; i++)
		json_sint(w, &label_element, (signed char)bytes[i]);
	json_close(w, NEST_ARRAY);
}

static void bpftool_text(struct writer *w, const struct label *label, const void *bytes, size_t len)
{
	const unsigned char *from = bytes;

	/* Plans in bpftool's dialect keep LOOK_CHAR for arrays; one char is plain text. */
	if (label->look == LOOK_CHAR)
		char_array(w, label, from, len);
	else if (label->look == LOOK_PLAIN && len == 1)
		one_char(json_of(w), label, *from);
	else
		json_text(w, label, bytes, len);
}

static void bpftool_bytes(struct writer *w, const struct label *label, const void *bytes,
			  size_t len)
{
	const unsigned char *from = bytes;
	size_t i;

	json_open(w, label, NEST_ARRAY);
	for (i = 0; i < len; i++) {
		char *p = json_begin(json_of(w), &label_element, 6);

		memcpy(p, "\"0x", 3);
		p = digits_hex_bytes(p + 3, from + i, 1);
		*p++ = '"';
		json_end(json_of(w), p);
	}
	json_close(w, NEST_ARRAY);
}

const struct writer_format bpftool_format = {
	.name = "bpftool",
	.flags = FORMAT_BOTH | FORMAT_MACHINE | FORMAT_DOCUMENT,
	.size = sizeof(struct json),
	.start = json_start,
	.record = json_record,
	.open = json_open,
	.close = json_close,
	.uint = bpftool_uint,
	.sint = bpftool_sint,
	.real = json_real,
	.number = bpftool_number,
	.boolean = json_boolean,
	.text = bpftool_text,
	.bytes = bpftool_bytes,
	.null = json_null,
	.finish = json_finish,
	.embed = json_embed,
};
