/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/numbered.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/number.h"

void numbered_add(struct numbered *names, uint64_t number, const char *name)
{
	if (!*name || names->n == NUMBERED_MAX)
		return;
	names->row = mem_more(names->row, names->n, &names->cap, sizeof(*names->row));
	names->row[names->n] = (struct numbered_row){
		.number = number,
		.name = mem_strdup(name),
		.place = (uint32_t)names->n,
	};
	names->n++;
}

static int by_number(const void *a, const void *b)
{
	const struct numbered_row *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static int by_name(const void *a, const void *b)
{
	const struct numbered_row *const *x = a, *const *y = b;

	int r = strcmp((*x)->name, (*y)->name);

	return r ? r : by_number(*x, *y);
}

/* Numbers, and what ends as NAME(NUMBER) does. */
static bool reads_like_number(const char *name)
{
	uint64_t number;

	return name[strlen(name) - 1] == ')' || *name == '-' ||
	       number_u64(name, UINT64_MAX, &number) == 0;
}

static void mark_vague(struct numbered *names)
{
	struct numbered_row **rows = mem_zero(names->n * sizeof(*rows));

	for (size_t i = 0; i < names->n; i++) {
		rows[i] = &names->row[i];
		rows[i]->is_vague = reads_like_number(rows[i]->name);
	}
	qsort(rows, names->n, sizeof(*rows), by_name);
	for (size_t first = 0, behind; first < names->n; first = behind) {
		behind = first + 1;
		while (behind < names->n && !strcmp(rows[behind]->name, rows[first]->name))
			behind++;
		if (rows[first]->number == rows[behind - 1]->number)
			continue;
		for (size_t i = first; i < behind; i++)
			rows[i]->is_vague = true;
	}
	free(rows);
}

void numbered_settle(struct numbered *names)
{
	if (!names->n)
		return;
	mark_vague(names);
	qsort(names->row, names->n, sizeof(*names->row), by_number);
}

static const struct numbered_row *find(const struct numbered *names, uint64_t number)
{
	size_t low = 0, high = names->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (names->row[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < names->n && names->row[low].number == number ? &names->row[low] : NULL;
}

bool numbered_name_of(const void *of, uint64_t number, struct buf *ret)
{
	const struct numbered *names = of;
	const struct numbered_row *row = find(names, number);

	if (!row)
		return false;
	buf_puts(ret, row->name);
	if (names->with_number || row->is_vague)
		buf_printf(ret, "(%llu)", (unsigned long long)number);
	return true;
}

/* NAME(NUMBER): the number, where a row says so, or no row could and it is the custom here. */
static bool take_number(const struct numbered *names, const char *text, uint64_t *ret)
{
	const char *open = strrchr(text, '(');
	_cleanup_free_ char *number = NULL;
	const struct numbered_row *row;
	size_t len;

	if (!open || open == text || open[strlen(open) - 1] != ')')
		return false;
	number = mem_strdup(open + 1);
	number[strlen(number) - 1] = '\0';
	if (number_u64(number, UINT64_MAX, ret))
		return false;
	row = find(names, *ret);
	len = (size_t)(open - text);
	return names->with_number || (row && !strncmp(row->name, text, len) && !row->name[len]);
}

bool numbered_number_of(const void *of, const char *name, uint64_t *ret)
{
	const struct numbered *names = of;

	if (take_number(names, name, ret))
		return true;
	for (size_t i = 0; i < names->n; i++) {
		if (names->row[i].is_vague || strcmp(names->row[i].name, name) != 0)
			continue;
		*ret = names->row[i].number;
		return true;
	}
	return false;
}

void numbered_done(struct numbered *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->row[i].name);
	free(names->row);
	*names = (struct numbered){ 0 };
}
