/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/line.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "output/digits.h"
#include "output/json.h"
#include "output/line_words.h"
#include "output/real.h"

/* What stands in front of a member: "stats.", spelled, of each object that is open. */
struct line_level {
	size_t path_len;
	bool is_odd; /* the path has to be quoted */
};

struct line {
	struct json json;    /* writes what is inside arrays; the writer is its first member */
	unsigned int nested; /* levels of an array, the outermost included */
	struct buf path, name;
	struct line_level *levels;
	size_t depth, cap;
	bool in_record, has_word, has_value;
};

static struct line *line_of(struct writer *w)
{
	return (struct line *)w;
}

/* Up to where the value of a word stands: a blank, and of a field "path.name=". */
static void begin_word(struct line *line, const struct label *label)
{
	struct stream *out = line->json.w.out;
	const struct line_level *level;
	bool is_odd;

	if (line->has_word)
		stream_putc(out, ' ');
	line->has_word = line->has_value = true;
	if (!line->depth)
		return;
	level = &line->levels[line->depth - 1];
	buf_clear(&line->name);
	is_odd = line_spell_name(&line->name, label->name) || level->is_odd;
	stream_add(out, "'", is_odd);
	stream_add(out, buf_str(&line->path), line->path.len);
	stream_add(out, buf_str(&line->name), line->name.len);
	stream_add(out, "'", is_odd);
	stream_putc(out, '=');
}

static void put_word(struct line *line, const struct label *label, const char *word,
		     const char *end)
{
	begin_word(line, label);
	stream_add(line->json.w.out, word, (size_t)(end - word));
}

/*
 * True inside an array, with the label to write there: it is spelled for JSON already, but a
 * single quote, which no compiler puts into a name, would end the shell's word.
 */
static bool in_array(struct line *line, const struct label *label, struct label *ret)
{
	*ret = *label;
	if (!line->nested || !memchr(label->json, '\'', label->json_len))
		return line->nested;
	buf_clear(&line->name);
	buf_add(&line->name, label->json, label->json_len);
	for (size_t i = 0; i < line->name.len; i++)
		if (line->name.data[i] == '\'')
			line->name.data[i] = '_';
	ret->json = line->name.data;
	return true;
}

static void line_start(struct writer *w, enum shape shape)
{
	(void)w;
	(void)shape;
}

static void line_finish(struct writer *w)
{
	struct line *line = line_of(w);

	stream_add(w->out, "\n", line->in_record);
	line->in_record = line->has_word = line->has_value = false;
}

static void line_record(struct writer *w)
{
	line_finish(w);
	line_of(w)->in_record = true;
}

static void open_array(struct line *line, const struct label *label, enum nest nest)
{
	struct label inner;

	if (!in_array(line, label, &inner)) {
		begin_word(line, label);
		stream_putc(line->json.w.out, '\'');
		line->json.comma = 0;
		inner = label_element;
	}
	json_open(&line->json.w, &inner, nest);
	line->nested++;
}

static void line_open(struct writer *w, const struct label *label, enum nest nest)
{
	struct line *line = line_of(w);
	struct line_level level = { .path_len = line->path.len };

	if (line->nested || nest == NEST_ARRAY) {
		open_array(line, label, nest);
		return;
	}
	if (line->depth) {
		level.is_odd = line_spell_name(&line->path, label->name);
		level.is_odd |= line->levels[line->depth - 1].is_odd;
		buf_add(&line->path, ".", 1);
		level.path_len = line->path.len;
	}
	line->levels = mem_more(line->levels, line->depth, &line->cap, sizeof(level));
	line->levels[line->depth++] = level;
}

/* An object that has no words is one in JSON. */
static void close_object(struct line *line)
{
	static const char empty[] = "'{}'";

	line->depth--;
	line->path.len = line->depth ? line->levels[line->depth - 1].path_len : 0;
	if (!line->depth && !line->has_value)
		put_word(line, &label_element, empty, empty + strlen(empty));
}

static void line_close(struct writer *w, enum nest nest)
{
	struct line *line = line_of(w);

	if (line->nested)
		json_close(w, nest);
	else
		close_object(line);
	if (line->nested && !--line->nested)
		stream_putc(w->out, '\'');
}

static void line_uint(struct writer *w, const struct label *label, uint64_t value)
{
	char digits[DIGITS_MAX] = "0x", *end;
	struct line *line = line_of(w);
	struct label inner;

	if (in_array(line, label, &inner)) {
		json_uint(w, &inner, value);
		return;
	}
	end = label->look == LOOK_POINTER ? digits_hex_u64(digits + 2, value)
					  : digits_u64(digits, value);
	if (label->look == LOOK_CPU && !line->depth)
		put_word(line, label, label->name, label->name + strlen(label->name));
	put_word(line, label, digits, end);
	line->has_value = line->depth || label->look != LOOK_CPU;
}

static void line_sint(struct writer *w, const struct label *label, int64_t value)
{
	char digits[DIGITS_MAX];
	struct line *line = line_of(w);
	struct label inner;

	if (in_array(line, label, &inner)) {
		json_sint(w, &inner, value);
		return;
	}
	put_word(line, label, digits, digits_s64(digits, value));
}

static void line_number(struct writer *w, const struct label *label, const char *spelled)
{
	struct line *line = line_of(w);
	struct label inner;

	if (in_array(line, label, &inner)) {
		json_number(w, &inner, spelled);
		return;
	}
	put_word(line, label, spelled, spelled + strlen(spelled));
}

static void line_real(struct writer *w, const struct label *label, double value, int digits)
{
	char spelled[REAL_MAX] = "nan";
	struct line *line = line_of(w);
	struct label inner;

	if (in_array(line, label, &inner)) {
		json_real(w, &inner, value, digits);
		return;
	}
	if (isfinite(value))
		*real_spell(spelled, value, digits) = '\0';
	else if (!isnan(value))
		strcpy(spelled, value < 0 ? "-inf" : "inf");
	line_number(w, label, spelled);
}

static void line_boolean(struct writer *w, const struct label *label, bool value)
{
	line_number(w, label, value ? "true" : "false");
}

static void line_text(struct writer *w, const struct label *label, const void *bytes, size_t len)
{
	struct line *line = line_of(w);
	const char *text = bytes;
	struct label inner;

	while (label->look == LOOK_CHAR && len && !text[len - 1])
		len--;
	if (!in_array(line, label, &inner)) {
		begin_word(line, label);
		line_put_text(w->out, text, len, label->look == LOOK_CHAR, !line->depth,
			      &line->name);
		return;
	}
	json_end(&line->json, json_begin(&line->json, &inner, 0));
	stream_putc(w->out, '"');
	line_put_json(w->out, text, len, &line->name);
	stream_putc(w->out, '"');
}

/* Of a field hex digits; the whole value, if nothing is known of it, byte by byte. */
static void line_bytes(struct writer *w, const struct label *label, const void *bytes, size_t len)
{
	struct line *line = line_of(w);
	const unsigned char *byte = bytes;
	struct label inner;
	char digits[3] = " ";

	if (in_array(line, label, &inner)) {
		json_bytes(w, &inner, bytes, len);
		return;
	}
	begin_word(line, label);
	if (!line->depth)
		stream_puts(w->out, "hex");
	for (size_t i = 0; i < len; i++) {
		digits_hex_bytes(digits + 1, &byte[i], 1);
		stream_add(w->out, digits + (line->depth != 0), 3 - (line->depth != 0));
	}
}

/* No word says it, and what is not said is nothing. */
static void line_null(struct writer *w, const struct label *label, const char *why)
{
	struct line *line = line_of(w);
	struct label inner;

	if (in_array(line, label, &inner))
		json_null(w, &inner, why);
}

static void line_done(struct writer *w)
{
	struct line *line = line_of(w);

	buf_done(&line->path);
	buf_done(&line->name);
	free(line->levels);
}

const struct writer_format line_format = {
	.name = "line",
	.size = sizeof(struct line),
	.start = line_start,
	.record = line_record,
	.open = line_open,
	.close = line_close,
	.uint = line_uint,
	.sint = line_sint,
	.real = line_real,
	.number = line_number,
	.boolean = line_boolean,
	.text = line_text,
	.bytes = line_bytes,
	.null = line_null,
	.finish = line_finish,
	.done = line_done,
};
