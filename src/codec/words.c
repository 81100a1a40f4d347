/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/words.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/number.h"
#include "codec/encode.h"
#include "codec/plan.h"
#include "codec/view.h"

static int byte_parse(const char *word, bool hex, uint8_t *ret)
{
	char prefixed[8] = "0x";
	uint64_t byte;
	int r;

	if (hex && strncmp(word, "0x", 2) && strlen(word) <= 2)
		word = strcat(prefixed, word);
	r = number_u64(word, UINT8_MAX, &byte);
	if (!r)
		*ret = (uint8_t)byte;
	return r;
}

/* The index of the first of n words that is no byte; n where all are. */
static int bytes_parse(int n, char *const *words, bool hex, uint8_t *ret)
{
	uint8_t byte;
	int i;

	for (i = 0; i < n && !byte_parse(words[i], hex, &byte); i++)
		if (ret)
			ret[i] = byte;
	return i;
}

static bool is_hex(int n_words, char *const *words)
{
	return n_words > 0 && !strcmp(words[0], "hex");
}

bool words_are_bytes(int n_words, char *const *words, size_t size)
{
	bool hex = is_hex(n_words, words);

	return (size_t)(n_words - hex) == size &&
	       bytes_parse(n_words - hex, words + hex, hex, NULL) == n_words - hex;
}

/* What a plan takes beside bytes, for a message, or NULL. */
static const char *wanted(const struct plan *plan)
{
	if (!plan)
		return NULL;
	switch (plan->steps[0].kind) {
	case STEP_OPEN:
		return "FIELD=VALUE for each field, or JSON";
	case STEP_ARRAY:
		return "JSON";
	case STEP_STRING:
	case STEP_CHAR:
		return "one word of text";
	case STEP_VIEW:
		return "one word";
	case STEP_ENUM:
		return "one name or number";
	case STEP_BOOL:
		return "true or false";
	case STEP_SPECIAL:
	case STEP_OPAQUE:
		return NULL;
	default:
		return "one number";
	}
}

const char *words_wanted(const struct plan *plan, size_t size, char *room)
{
	const char *words = wanted(plan);

	if (words)
		return words;
	snprintf(room, WORDS_WANTED_SIZE, "its %zu byte%s", size, size == 1 ? "" : "s");
	return room;
}

static int encode_bytes(const char *what, const struct plan *plan, int n_words, char *const *words,
			void *data, size_t size, struct err *err)
{
	bool hex = is_hex(n_words, words);
	const char *instead = wanted(plan);
	int n = n_words - hex, i;

	if ((size_t)n != size)
		return err_set(err, ERR_USAGE, "%s: it has %zu byte%s, and %d %s given%s%s%s", what,
			       size, size == 1 ? "" : "s", n, n == 1 ? "is" : "are",
			       instead ? "; " : "", instead ? instead : "",
			       instead ? " will do" : "");
	i = bytes_parse(n, words + hex, hex, data);
	if (i == n)
		return 0;
	if (!hex && number_could_be_octal(words[i]))
		return err_set(err, ERR_USAGE, "%s: '%s' " NUMBER_OCTAL, what, words[i]);
	return err_set(err, ERR_USAGE, "%s: '%s' is not a byte: %s", what, words[hex + i],
		       hex ? "two hex digits" : "0 to 255, or 0x00 to 0xff");
}

/* Bytes as a dump in JSON prints them where there is no type: hex digits in quotes. */
static bool is_hex_string(int n_words, char *const *words, size_t size)
{
	const char *word = n_words == 1 ? words[0] : "";
	size_t len = strlen(word);

	return size && len == 2 * size + 2 && word[0] == '"' && word[len - 1] == '"' &&
	       strspn(word + 1, "0123456789abcdefABCDEF") == 2 * size;
}

static void decode_hex(const char *digits, uint8_t *bytes, size_t n)
{
	char pair[3] = "";

	for (size_t i = 0; i < n; i++) {
		memcpy(pair, digits + 2 * i, 2);
		bytes[i] = (uint8_t)strtoul(pair, NULL, 16);
	}
}

/* Words that can only mean fields, or one that can only be a whole value. */
static bool is_typed(const struct plan *plan, int n_words, char *const *words)
{
	if (!plan)
		return false;
	if (n_words == 1)
		return true;
	if (plan->steps[0].kind != STEP_OPEN && plan->steps[0].kind != STEP_ARRAY)
		return false;
	for (int i = 0; i < n_words; i++)
		if (strchr(words[i], '='))
			return true;
	return false;
}

/* One word is a number before it is a byte: 200 does not fit an s8; of text it is the byte. */
static bool is_number(const struct plan *plan)
{
	switch (plan->steps[0].kind) {
	case STEP_OPEN:
	case STEP_ARRAY:
	case STEP_STRING:
	case STEP_CHAR:
	case STEP_OPAQUE:
	case STEP_SPECIAL:
		return false;
	case STEP_VIEW:
		return !(plan->steps[0].view->view->flags & VIEW_TEXT);
	default:
		return true;
	}
}

static bool are_bytes(const struct plan *plan, int n_words, char *const *words, size_t size)
{
	return words_are_bytes(n_words, words, size) && !(plan && n_words == 1 && is_number(plan));
}

int words_encode(const char *what, const struct plan *plan, int n_words, char *const *words,
		 void *data, size_t size, struct buf *left_out, struct err *err)
{
	int r;

	if (!plan && is_hex_string(n_words, words, size)) {
		decode_hex(words[0] + 1, data, size);
		return 0;
	}
	if (are_bytes(plan, n_words, words, size) || !is_typed(plan, n_words, words))
		return encode_bytes(what, plan, n_words, words, data, size, err);
	memset(data, 0, size);
	r = plan_encode_words(plan, n_words, words, data, left_out, err);
	return r ? err_wrap(err, "%s", what) : 0;
}
