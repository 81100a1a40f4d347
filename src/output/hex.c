/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * hex: keys and values as bytes.  Short members of an entry share a line,
 * `key: 01 00 00 00  value: 2a 00`; longer ones follow it, sixteen bytes a
 * line.  Of a per-CPU entry each CPU has a line of its own.
 */
#include "output/formats.h"

#include "base/buf.h"
#include "output/digits.h"
#include "output/spell.h"

#define SHORT	 32 /* bytes that share a line with another member */
#define PER_LINE 16

struct hex {
	struct writer w;
	struct buf word;
	unsigned int depth;
	uint64_t cpu;
	bool in_line, has_cpu;
	bool tall; /* the record took several lines: a blank one sets it off */
};

static struct hex *hex_of(struct writer *w)
{
	return (struct hex *)w;
}

static void end_line(struct hex *hex)
{
	if (hex->in_line)
		stream_putc(hex->w.out, '\n');
	hex->in_line = false;
}

static void hex_start(struct writer *w, enum shape shape)
{
	(void)w;
	(void)shape;
}

static void hex_record(struct writer *w)
{
	struct hex *hex = hex_of(w);

	end_line(hex);
	if (hex->tall)
		stream_putc(w->out, '\n');
	hex->tall = false;
}

/* A line of its own for what follows where it is one of several. */
static void own_line(struct hex *hex)
{
	if (hex->in_line)
		hex->tall = true;
	end_line(hex);
}

static void put_name(struct hex *hex, const struct label *label)
{
	buf_clear(&hex->word);
	spell_name(&hex->word, label);
	if (hex->has_cpu)
		buf_printf(&hex->word, " (CPU %llu)", (unsigned long long)hex->cpu);
	buf_puts(&hex->word, ":");
	stream_add(hex->w.out, hex->word.data, hex->word.len);
}

/* The start of a member that fits into a line. */
static void short_member(struct hex *hex, const struct label *label)
{
	if (hex->depth)
		own_line(hex);
	else if (hex->in_line)
		stream_add(hex->w.out, "  ", 2);
	hex->in_line = true;
	put_name(hex, label);
	stream_putc(hex->w.out, ' ');
	buf_clear(&hex->word);
}

static void put_word(struct hex *hex)
{
	stream_add(hex->w.out, buf_str(&hex->word), hex->word.len);
}

static void long_member(struct hex *hex, const struct label *label, const unsigned char *bytes,
			size_t len)
{
	size_t n;

	end_line(hex);
	put_name(hex, label);
	stream_putc(hex->w.out, '\n');
	hex->tall = true;
	for (; len; bytes += n, len -= n) {
		char line[4 + 3 * PER_LINE + 1] = "    ", *p;

		n = len < PER_LINE ? len : PER_LINE;
		p = digits_hex_spaced(line + 4, bytes, n);
		*p++ = '\n';
		stream_add(hex->w.out, line, (size_t)(p - line));
	}
}

static void hex_bytes(struct writer *w, const struct label *label, const void *bytes, size_t len)
{
	struct hex *hex = hex_of(w);

	if (len > SHORT) {
		long_member(hex, label, bytes, len);
		return;
	}
	short_member(hex, label);
	spell_bytes(&hex->word, bytes, len);
	put_word(hex);
}

static void hex_open(struct writer *w, const struct label *label, enum nest nest)
{
	struct hex *hex = hex_of(w);

	(void)label;
	(void)nest;
	hex->depth++;
	hex->has_cpu = false;
}

static void hex_close(struct writer *w, enum nest nest)
{
	struct hex *hex = hex_of(w);

	(void)nest;
	hex->depth--;
	hex->has_cpu = false;
}

static void hex_uint(struct writer *w, const struct label *label, uint64_t value)
{
	struct hex *hex = hex_of(w);

	if (label->look == LOOK_CPU) {
		hex->cpu = value;
		hex->has_cpu = true;
		return;
	}
	short_member(hex, label);
	spell_uint(&hex->word, label, value);
	put_word(hex);
}

static void hex_sint(struct writer *w, const struct label *label, int64_t value)
{
	short_member(hex_of(w), label);
	spell_sint(&hex_of(w)->word, label, value);
	put_word(hex_of(w));
}

static void hex_real(struct writer *w, const struct label *label, double value, int digits)
{
	short_member(hex_of(w), label);
	spell_real(&hex_of(w)->word, value, digits);
	put_word(hex_of(w));
}

static void hex_number(struct writer *w, const struct label *label, const char *spelled)
{
	short_member(hex_of(w), label);
	stream_puts(w->out, spelled);
}

static void hex_boolean(struct writer *w, const struct label *label, bool value)
{
	hex_number(w, label, value ? "true" : "false");
}

static void hex_text(struct writer *w, const struct label *label, const void *bytes, size_t len)
{
	short_member(hex_of(w), label);
	spell_text(&hex_of(w)->word, label, bytes, len);
	put_word(hex_of(w));
}

static void hex_null(struct writer *w, const struct label *label, const char *why)
{
	short_member(hex_of(w), label);
	spell_null(&hex_of(w)->word, why);
	put_word(hex_of(w));
}

static void hex_finish(struct writer *w)
{
	end_line(hex_of(w));
}

static void hex_done(struct writer *w)
{
	buf_done(&hex_of(w)->word);
}

const struct writer_format hex_format = {
	.name = "hex",
	.flags = FORMAT_RAW,
	.size = sizeof(struct hex),
	.start = hex_start,
	.record = hex_record,
	.open = hex_open,
	.close = hex_close,
	.uint = hex_uint,
	.sint = hex_sint,
	.real = hex_real,
	.number = hex_number,
	.boolean = hex_boolean,
	.text = hex_text,
	.bytes = hex_bytes,
	.null = hex_null,
	.finish = hex_finish,
	.done = hex_done,
};
