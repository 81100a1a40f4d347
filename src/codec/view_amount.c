/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Numbers with a unit behind them. */
#include <string.h>

#include "base/alloc.h"
#include "codec/view_parts.h"

bool view_take_percent(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	_cleanup_free_ char *number = NULL;

	if (!len || text[len - 1] != '%')
		return false;
	number = mem_strdup(text);
	number[len - 1] = '\0';
	return view_take_number(laid, number, bytes);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool append(uint64_t *number, char digit)
{
	return !__builtin_mul_overflow(*number, 10, number) &&
	       !__builtin_add_overflow(*number, (uint64_t)(digit - '0'), number);
}

/* The letter of 1024, 1024 * 1024, …, and nothing but B or iB behind it: how far to shift. */
static bool unit_parse(const char *text, unsigned int *ret)
{
	static const char units[] = "KMGTPE";
	const char *unit = *text ? strchr(units, *text == 'k' ? 'K' : *text) : NULL;

	if (!unit || (text[1] && strcmp(text + 1, "B") && strcmp(text + 1, "iB")))
		return false;
	*ret = 10 * ((unsigned int)(unit - units) + 1);
	return true;
}

/* Also 1.5K, but not 1.3K: these are no whole bytes. */
bool view_take_bytes(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	uint64_t digits = 0, tenths = 1, whole;
	unsigned int shift;
	bool is_behind = false;

	(void)len;
	if (!is_digit(*text))
		return false;
	for (; is_digit(*text) || (*text == '.' && !is_behind && is_digit(text[1])); text++) {
		if (*text == '.')
			is_behind = true;
		else if (!append(&digits, *text) ||
			 (is_behind && __builtin_mul_overflow(tenths, 10, &tenths)))
			return false;
	}
	if (!unit_parse(text, &shift) ||
	    __builtin_mul_overflow(digits, UINT64_C(1) << shift, &whole) || whole % tenths)
		return false;
	whole /= tenths;
	if (laid->is_signed && whole > INT64_MAX)
		return false;
	return view_store(laid, whole, bytes);
}
