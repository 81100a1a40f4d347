/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/label.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "output/escape.h"
#include "output/utf8.h"

const struct label label_element = { .name = "", .json = "" };

/*
 * How many bytes of name, whole characters, can be spelled.  A character
 * grows by its spelling to at most six times its bytes.
 */
static size_t spelled_length(const char *name)
{
	size_t max = LABEL_JSON_MAX - strlen("\"\":"), used = 0, len = strlen(name);
	_cleanup_(buf_done) struct buf one = { 0 };
	size_t i, n;
	uint32_t code;

	if (len <= max / 6)
		return len;
	for (i = 0; i < len; i += n) {
		n = utf8_decode((const unsigned char *)name + i, len - i, &code);
		if (!n)
			n = 1;
		buf_clear(&one);
		escape_json(&one, name + i, n);
		/* A backslash may be doubled for what follows it. */
		used += one.len + (name[i] == '\\' ? 2 : 0);
		if (used > max)
			break;
	}
	return i;
}

void label_init(struct label *label, const char *name, enum look look)
{
	size_t len = spelled_length(name);
	struct buf json = { 0 };

	buf_puts(&json, "\"");
	escape_json(&json, name, len);
	buf_puts(&json, "\":");
	label->json_len = (uint16_t)json.len;
	label->look = (uint8_t)look;

	/* One piece of memory: the JSON spelling, a NUL, the name. */
	buf_add(&json, "", 1);
	buf_add(&json, name, len);
	json.data = realloc(json.data, json.len + 1);
	if (!json.data)
		abort();
	label->json = json.data;
	label->name = json.data + label->json_len + 1;
}

void label_done(struct label *label)
{
	free((void *)label->json);
	*label = (struct label){ 0 };
}
