/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/batch_repeat.h"

#include <string.h>

#include "cmd/batch_lines.h"
#include "entry/queue.h"
#include "map/map.h"

static bool is_map_keyword(const char *word)
{
	return !strcmp(word, "id") || !strcmp(word, "name") || !strcmp(word, "pinned");
}

/* Is the word at index i, in words of this form only, the first called "key"? */
static bool is_plain(const struct batch_words *words)
{
	int i = 0;

	if (words->n && !strcmp(words->word[0], "map"))
		i++;
	if (i + 3 >= words->n || strcmp(words->word[i], "update") || words->word[i + 1][0] == '-')
		return false;
	i += is_map_keyword(words->word[i + 1]) ? 3 : 2;
	if (i >= words->n || strcmp(words->word[i], "key"))
		return false;
	for (int j = 0; j < i; j++)
		if (!strcmp(words->word[j], "key") || words->word[j][0] == '-')
			return false;
	return true;
}

void batch_repeat_learn(struct batch_repeat *repeat, const char *text, size_t len,
			const struct batch_words *words, const struct entry_queue *queue)
{
	const struct map *map = entry_queue_map(queue);
	const char *key = strstr(text, " key ");

	batch_repeat_forget(repeat);
	/* One cell, and bytes that could be nothing else: see words_are_bytes(). */
	if (!map || map->cells != 1 || map->info.key_size < 2 || map->info.value_size < 2)
		return;
	if (!key || strlen(text) != len || strpbrk(text, "#'\"\\") || !is_plain(words))
		return;
	buf_add(&repeat->head, text, (size_t)(key - text) + strlen(" key "));
	repeat->map = map;
}

void batch_repeat_forget(struct batch_repeat *repeat)
{
	buf_clear(&repeat->head);
	repeat->map = NULL;
}

void batch_repeat_done(struct batch_repeat *repeat)
{
	buf_done(&repeat->head);
}

static inline unsigned int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned int)(c - '0');
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? (unsigned int)(c - 'a') + 10 : 16;
}

/* A byte in decimal or hexadecimal, and the end of its word; NULL where it is no such thing. */
static inline const char *take_byte(const char *p, uint8_t *ret)
{
	unsigned int value = (unsigned int)(*p - '0'), digit;

	if (value > 9)
		return NULL;
	if (!value && p[1] == 'x') {
		value = hex_digit(p[2]);
		digit = hex_digit(p[3]);
		if (value > 15)
			return NULL;
		p += 3;
		if (digit < 16) {
			value = value << 4 | digit;
			p++;
		}
	} else if (!value && p[1] >= '0' && p[1] <= '9') {
		return NULL; /* 010 is no number */
	} else {
		for (p++; (digit = (unsigned int)(*p - '0')) <= 9; p++) {
			value = value * 10 + digit;
			if (value > UINT8_MAX)
				return NULL;
		}
	}
	*ret = (uint8_t)value;
	return *p == ' ' || !*p ? p : NULL;
}

static inline const char *take_bytes(const char *p, uint8_t *ret, size_t n)
{
	for (size_t i = 0; i < n && p; i++) {
		while (*p == ' ')
			p++;
		p = take_byte(p, ret + i);
	}
	return p;
}

int batch_repeat_take(const struct batch_repeat *repeat, const char *text, size_t len,
		      struct entry_queue *queue, struct err *err)
{
	static const char between[] = " value ";
	const struct map *map = repeat->map;
	void *key, *value;
	const char *p;
	int r;

	if (!map || map != entry_queue_map(queue) || len < repeat->head.len ||
	    memcmp(text, repeat->head.data, repeat->head.len))
		return 0;
	r = entry_queue_room(queue, &key, &value, err);
	if (r < 0)
		return r;
	p = take_bytes(text + repeat->head.len, key, map->info.key_size);
	if (!p || strncmp(p, between, sizeof(between) - 1))
		return 0;
	p = take_bytes(p + sizeof(between) - 1, value, map->info.value_size);
	if (!p || p != text + len)
		return 0;
	entry_queue_add(queue);
	return 1;
}
