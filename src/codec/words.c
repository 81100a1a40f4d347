/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/words.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/number.h"
#include "codec/ctype.h"
#include "codec/plan.h"

static int encode_byte(const char *what, const char *word, bool hex, uint8_t *ret, struct err *err)
{
	char prefixed[8] = "0x";
	uint64_t byte;

	if (hex && strncmp(word, "0x", 2) && strlen(word) <= 2)
		word = strcat(prefixed, word);
	if (number_u64(word, UINT8_MAX, &byte))
		return err_set(err, ERR_USAGE, "%s: '%s' is not a byte: %s", what, word,
			       hex ? "two hex digits" : "0 to 255, or 0x00 to 0xff");
	*ret = (uint8_t)byte;
	return 0;
}

static bool is_integer(const struct plan *plan)
{
	return plan && plan->n_steps == 1 &&
	       (plan->steps[0].kind == STEP_UINT || plan->steps[0].kind == STEP_SINT) &&
	       plan->steps[0].size <= sizeof(uint64_t);
}

/* The size lowest bytes of value, as this machine stores them. */
static void store_integer(void *data, size_t size, uint64_t value)
{
	uint8_t bytes[sizeof(value)];

	memcpy(bytes, &value, sizeof(value));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	memcpy(data, bytes + sizeof(value) - size, size);
#else
	memcpy(data, bytes, size);
#endif
}

static int encode_integer(const char *what, const struct plan *plan, const char *word, void *data,
			  struct err *err)
{
	const struct step *step = &plan->steps[0];
	bool is_signed = step->kind == STEP_SINT, negative = is_signed && *word == '-';
	uint64_t top = UINT64_MAX >> (64 - 8 * step->size), most = is_signed ? top >> 1 : top,
		 value;
	struct buf type = { 0 };
	int r = number_u64(word + negative, most + negative, &value);

	if (!r) {
		store_integer(data, step->size, negative ? -value : value);
		return 0;
	}
	ctype_name(plan->btf, plan->type_id, &type);
	r = is_signed
		    ? err_set(err, ERR_USAGE, "%s: '%s' does not fit %s: %lld to %llu", what, word,
			      buf_str(&type), -(long long)most - 1, (unsigned long long)most)
		    : err_set(err, ERR_USAGE, "%s: '%s' does not fit %s: 0 to %llu", what, word,
			      buf_str(&type), (unsigned long long)most);
	buf_done(&type);
	return r;
}

int words_encode(const char *what, const struct plan *plan, int n_words, char *const *words,
		 void *data, size_t size, struct err *err)
{
	bool hex = n_words && !strcmp(words[0], "hex");
	uint8_t *bytes = data;
	int r;

	if (n_words == 1 && !hex && is_integer(plan))
		return encode_integer(what, plan, words[0], data, err);
	words += hex;
	n_words -= hex;
	if ((size_t)n_words != size)
		return err_set(err, ERR_USAGE, "%s: it has %zu bytes, and %d %s given%s", what,
			       size, n_words, n_words == 1 ? "is" : "are",
			       is_integer(plan) ? "; one number will do" : "");
	for (int i = 0; i < n_words; i++) {
		r = encode_byte(what, words[i], hex, &bytes[i], err);
		if (r)
			return r;
	}
	return 0;
}
