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
	if (*end)
		return -EINVAL;
	if (errno == ERANGE || value > max)
		return -ERANGE;
	*ret = value;
	return 0;
}

int number_u32(const char *word, uint32_t *ret)
{
	uint64_t value;
	int r = number_u64(word, UINT32_MAX, &value);

	if (!r)
		*ret = (uint32_t)value;
	return r;
}

bool number_is_digits(const char *word)
{
	return *word && strspn(word, "0123456789") == strlen(word);
}
