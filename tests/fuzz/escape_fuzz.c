/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Any bytes leave as safe text and as a JSON string that another parser takes. */
#include <stdint.h>
#include <stdlib.h>

#include <jansson.h>

#include "base/buf.h"
#include "output/escape.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 }, json = { 0 };
	json_t *parsed;

	escape_text(&text, data, size);
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.data[i] < ' ' || text.data[i] == 0x7f)
			abort();
	buf_puts(&json, "[\"");
	escape_json(&json, data, size);
	buf_puts(&json, "\"]");
	parsed = json_loadb(json.data, json.len, JSON_ALLOW_NUL, NULL);
	if (!parsed)
		abort();
	json_decref(parsed);
	buf_done(&text);
	buf_done(&json);
	return 0;
}
