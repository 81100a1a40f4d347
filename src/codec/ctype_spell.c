/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Names in C text: BTF may hold any bytes where C wants a word. */
#include <stdbool.h>
#include <string.h>

#include "codec/ctype.h"
#include "codec/ctype_text.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_identifier(const char *name)
{
	if (!is_letter(*name))
		return false;
	while (is_letter(*name) || is_digit(*name))
		name++;
	return !*name;
}

bool ctype_is_builtin(const char *name)
{
	static const char *const words[] = { "char",	 "short",    "int",   "long",  "signed",
					     "unsigned", "__int128", "_Bool", "float", "double" };
	bool is_known = *name;

	while (*name && is_known) {
		size_t len = strcspn(name, " "), i;

		is_known = false;
		for (i = 0; i < sizeof(words) / sizeof(*words); i++)
			is_known |= strlen(words[i]) == len && memcmp(words[i], name, len) == 0;
		name += len;
		name += *name == ' ';
	}
	return is_known;
}

void ctype_identifier(const char *name, struct buf *ret)
{
	if (is_digit(*name))
		buf_puts(ret, "_");
	for (; *name; name++) {
		if (is_letter(*name) || is_digit(*name))
			buf_add(ret, name, 1);
		else
			buf_printf(ret, "_x%02x_", (unsigned char)*name);
	}
}

const char *ctype_spell(struct ctype_text *text, uint32_t name_offset)
{
	const char *name = btf_name(text->btf, name_offset);

	if (!text->bodies || !*name || is_identifier(name) || ctype_is_builtin(name))
		return name;
	buf_clear(&text->spelled);
	ctype_identifier(name, &text->spelled);
	return buf_str(&text->spelled);
}

void ctype_done(struct ctype_text *text)
{
	buf_done(&text->spelled);
}
