/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The JSON writer's state and calls, shared by the formats that are JSON. */
#ifndef OUTPUT_JSON_H
#define OUTPUT_JSON_H

#include "output/writer.h"

struct json {
	struct writer w;
	unsigned char comma; /* 1: the next node has one in front */
	unsigned char quote; /* 1: integers are strings */
	bool pretty, in_record;
	bool inline_array; /* pretty: the innermost array holds scalars, in one line */
	bool fresh_array;  /* pretty: an array without an element yet */
	enum shape shape;
	unsigned int depth; /* pretty: levels of indentation */
};

static inline struct json *json_of(struct writer *w)
{
	return (struct json *)w;
}

/*
 * Room for room ≤ 2048 bytes behind whatever stands in front of a node: comma,
 * line and indentation, label.  Returns where to write; json_end() takes the
 * end of what was written.
 */
char *json_begin(struct json *json, const struct label *label, size_t room);

static inline void json_end(struct json *json, const char *end)
{
	struct stream *out = json->w.out;

	out->len = (size_t)(end - out->buf);
	json->comma = 1;
}

void json_start(struct writer *w, enum shape shape);
void json_record(struct writer *w);
void json_open(struct writer *w, const struct label *label, enum nest nest);
void json_close(struct writer *w, enum nest nest);
void json_uint(struct writer *w, const struct label *label, uint64_t value);
void json_sint(struct writer *w, const struct label *label, int64_t value);
void json_real(struct writer *w, const struct label *label, double value, int digits);
void json_number(struct writer *w, const struct label *label, const char *spelled);
void json_boolean(struct writer *w, const struct label *label, bool value);
void json_text(struct writer *w, const struct label *label, const void *bytes, size_t len);
void json_bytes(struct writer *w, const struct label *label, const void *bytes, size_t len);
void json_null(struct writer *w, const struct label *label, const char *why);
void json_finish(struct writer *w);
void json_embed(struct writer *w, const struct label *label);

#endif
