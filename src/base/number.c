/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/number.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

int number_u64(const char *word, uint64_t max, uint64_t *ret)
{
	bool hex = word[0] == '0' && (word[1] == 'x' || word[1] == 'X');
	const char *digits = hex ? word + 2 : word;
	unsigned long long value;
	char *end;

	/* strtoull() alone would take a sign and white space. */
	if (hex ? !isxdigit((unsigned char)*digits) : !isdigit((unsigned char)*digits))
		return -EINVAL;
	errno = 0;
	value = strtoull(digits, &end, hex ? 16 : 10);
	if (*end || (!hex && *digits == '0' && value > 7))
		return -EINVAL;
	if (errno == ERANGE || value > max)
		return -ERANGE;
	*ret = value;
	return 0;
}

bool number_could_be_octal(const char *word)
{
	const char *rest;

	word += *word == '-';
	rest = word + strspn(word, "0");
	return rest > word && number_is_digits(word) && *rest && (*rest > '7' || rest[1]);
}

int number_u32(const char *word, uint32_t *ret)
{
	uint64_t value;
	int r = number_u64(word, UINT32_MAX, &value);

	if (!r)
		*ret = (uint32_t)value;
	return r;
}

int number_scaled(const char *word, uint64_t max, uint64_t *ret)
{
	static const char units[] = "kMG";
	size_t n = strlen(word);
	const char *unit = n > 1 ? strchr(units, word[n - 1] == 'K' ? 'k' : word[n - 1]) : NULL;
	char number[32];
	uint64_t value;
	int r;

	if (!unit)
		return number_u64(word, max, ret);
	if (n > sizeof(number))
		return -EINVAL;
	memcpy(number, word, n - 1);
	number[n - 1] = '\0';
	r = number_u64(number, UINT64_MAX, &value);
	if (r || __builtin_mul_overflow(value, 1ull << (10 * (unit - units + 1)), &value))
		return r ? r : -ERANGE;
	if (value > max)
		return -ERANGE;
	*ret = value;
	return 0;
}

bool number_is_digits(const char *word)
{
	return *word && strspn(word, "0123456789") == strlen(word);
}
