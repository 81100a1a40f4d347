/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* json: one document, an array of records or a single one.  jsonl: a record a line. */
#include "output/json.h"

#include "output/formats.h"

void json_start(struct writer *w, enum shape shape)
{
	struct json *json = json_of(w);

	json->shape = shape;
	json->quote = w->options.int64_strings;
	json->pretty = w->options.pretty;
	json->depth = w->options.level;
	if (shape == SHAPE_LIST) {
		stream_putc(w->out, '[');
		json->depth++;
	}
}

void json_record(struct writer *w)
{
	struct json *json = json_of(w);

	if (json->in_record)
		json_close(w, NEST_OBJECT);
	json->in_record = true;
	if (json->shape == SHAPE_ONE) {
		stream_putc(w->out, '{');
		json->depth++;
	} else {
		json_open(w, &label_element, NEST_OBJECT);
	}
}

void json_finish(struct writer *w)
{
	struct json *json = json_of(w);

	if (json->in_record)
		json_close(w, NEST_OBJECT);
	if (json->shape == SHAPE_LIST) {
		json_close(w, NEST_ARRAY);
	}
	if (!w->options.level)
		stream_putc(w->out, '\n');
}

void json_embed(struct writer *w, const struct label *label)
{
	struct json *json = json_of(w);

	json_end(json, json_begin(json, label, 0));
}

const struct writer_format json_format = {
	.name = "json",
	.flags = FORMAT_MACHINE | FORMAT_DOCUMENT,
	.size = sizeof(struct json),
	.start = json_start,
	.record = json_record,
	.open = json_open,
	.close = json_close,
	.uint = json_uint,
	.sint = json_sint,
	.real = json_real,
	.number = json_number,
	.boolean = json_boolean,
	.text = json_text,
	.bytes = json_bytes,
	.null = json_null,
	.finish = json_finish,
	.embed = json_embed,
};

static void jsonl_start(struct writer *w, enum shape shape)
{
	struct json *json = json_of(w);

	(void)shape;
	json->quote = w->options.int64_strings;
}

static void jsonl_end_record(struct json *json)
{
	if (json->in_record)
		stream_add(json->w.out, "}\n", 2);
	json->in_record = false;
}

static void jsonl_record(struct writer *w)
{
	struct json *json = json_of(w);

	jsonl_end_record(json);
	json->in_record = true;
	json->comma = 0;
	stream_putc(w->out, '{');
}

static void jsonl_finish(struct writer *w)
{
	jsonl_end_record(json_of(w));
}

const struct writer_format jsonl_format = {
	.name = "jsonl",
	.flags = FORMAT_MACHINE,
	.size = sizeof(struct json),
	.start = jsonl_start,
	.record = jsonl_record,
	.open = json_open,
	.close = json_close,
	.uint = json_uint,
	.sint = json_sint,
	.real = json_real,
	.number = json_number,
	.boolean = json_boolean,
	.text = json_text,
	.bytes = json_bytes,
	.null = json_null,
	.finish = jsonl_finish,
};
