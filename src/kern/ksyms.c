/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/ksyms.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "kern/prog_functions.h"

#define READ_FIRST (8u << 20)
#define READ_MAX   (256u << 20) /* a file of that size lists no symbols */

/* Functions are smaller: what lies further behind the last symbol is in none. */
#define OFFSET_MAX     (1u << 20)
#define OFFSET_MAX_BPF 1024u /* a trampoline; of programs the size is asked */

struct ksym {
	uint64_t address;
	uint32_t name; /* offset in text, which is where it stands in the file */
	uint32_t size; /* it has no more bytes */
};

struct ksyms {
	char *text; /* the file, with NULs behind the names */
	struct ksym *row;
	size_t n, cap;
	bool has_bpf;

	/* Indexes into row plus one, hashed by name; made when a name is asked for. */
	uint32_t *slots;
	size_t n_slots;
};

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/* "ffffffff81000000 T name", and "\t[module]" behind the names of modules. */
static void add_line(struct ksyms *ksyms, char *line)
{
	uint64_t address = 0;
	char *p = line, *name;
	bool is_bpf;

	for (int digit; (digit = hex_digit(*p)) >= 0; p++)
		address = address << 4 | (uint64_t)digit;
	/* Functions only: among the rest are offsets in per-CPU memory. */
	if (!address || p[0] != ' ' || !p[1] || !strchr("tTwW", p[1]) || p[2] != ' ')
		return;
	name = p + 3;
	p = name + strcspn(name, "\t ");
	is_bpf = !strcmp(p, "\t[bpf]");
	*p = '\0';
	if (!*name)
		return;
	ksyms->row = mem_more(ksyms->row, ksyms->n, &ksyms->cap, sizeof(*ksyms->row));
	ksyms->row[ksyms->n++] = (struct ksym){
		.address = address,
		.name = (uint32_t)(name - ksyms->text),
		.size = is_bpf ? OFFSET_MAX_BPF : OFFSET_MAX,
	};
	ksyms->has_bpf |= is_bpf;
}

/* Of several names of one address the first in the file is the one that is shown. */
static int by_address(const void *a, const void *b)
{
	const struct ksym *x = a, *y = b;

	if (x->address != y->address)
		return x->address < y->address ? -1 : 1;
	return x->name < y->name ? -1 : x->name > y->name;
}

static bool is_sorted(const struct ksyms *ksyms)
{
	for (size_t i = 1; i < ksyms->n; i++)
		if (ksyms->row[i].address < ksyms->row[i - 1].address)
			return false;
	return true;
}

struct ksyms *ksyms_parse(char *text, size_t len)
{
	struct ksyms *ksyms = mem_zero(sizeof(*ksyms));
	char *line = text, *end = text + len;

	ksyms->text = text;
	while (line < end) {
		char *behind = memchr(line, '\n', (size_t)(end - line));

		behind = behind ? behind : end;
		*behind = '\0';
		add_line(ksyms, line);
		line = behind + 1;
	}
	if (!ksyms->n)
		return ksyms_free(ksyms);
	if (!is_sorted(ksyms))
		qsort(ksyms->row, ksyms->n, sizeof(*ksyms->row), by_address);
	return ksyms;
}

struct ksyms *ksyms_free(struct ksyms *ksyms)
{
	if (!ksyms)
		return NULL;
	free(ksyms->text);
	free(ksyms->row);
	free(ksyms->slots);
	free(ksyms);
	return NULL;
}

/* The whole file, NUL behind it, or NULL. */
static char *read_whole(const char *path, size_t *ret_len)
{
	_cleanup_close_ int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t size = READ_FIRST, len = 0;
	char *text = fd < 0 ? NULL : malloc(size);

	while (text) {
		ssize_t n = read(fd, text + len, size - 1 - len);
		char *more;

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			text[len] = '\0';
			*ret_len = len;
			break;
		}
		len += (size_t)n;
		if (len < size - 1)
			continue;
		more = size < READ_MAX ? realloc(text, 2 * size) : NULL;
		if (!more)
			free(text);
		text = more;
		size *= 2;
	}
	return text;
}

/* How many rows lie at address or below. */
static size_t rows_up_to(const struct ksyms *ksyms, uint64_t address)
{
	size_t low = 0, high = ksyms->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ksyms->row[middle].address <= address)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Memory of programs that are gone lies between those that are there. */
static void tell_size(void *to, uint64_t address, uint32_t bytes)
{
	struct ksyms *ksyms = to;
	size_t n = rows_up_to(ksyms, address);

	for (; n && ksyms->row[n - 1].address == address; n--)
		ksyms->row[n - 1].size = bytes;
}

const struct ksyms *kern_ksyms(void)
{
	static struct ksyms *kept;
	static bool is_read;
	size_t len;
	char *text;

	if (!is_read) {
		text = read_whole("/proc/kallsyms", &len);
		kept = text ? ksyms_parse(text, len) : NULL;
		if (kept && kept->has_bpf)
			kern_prog_functions_read(tell_size, kept);
		is_read = true;
	}
	return kept;
}

const char *kern_ksym_find(const struct ksyms *ksyms, uint64_t address, uint64_t *ret_offset)
{
	size_t n = rows_up_to(ksyms, address);
	const struct ksym *row = ksyms->row + n - (n > 0);

	if (!n || address - row->address >= row->size)
		return NULL;
	while (row > ksyms->row && row[-1].address == row->address)
		row--;
	*ret_offset = address - row->address;
	return ksyms->text + row->name;
}

static size_t hash(const char *name)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (; *name; name++)
		h = (h ^ (unsigned char)*name) * UINT64_C(0x100000001b3);
	return (size_t)(h ^ h >> 32);
}

static void make_slots(struct ksyms *ksyms)
{
	size_t n_slots = 16;

	while (n_slots < 2 * ksyms->n)
		n_slots *= 2;
	ksyms->slots = mem_zero(n_slots * sizeof(*ksyms->slots));
	ksyms->n_slots = n_slots;
	for (size_t i = 0; i < ksyms->n; i++) {
		size_t at = hash(ksyms->text + ksyms->row[i].name) % n_slots;

		while (ksyms->slots[at])
			at = (at + 1) % n_slots;
		ksyms->slots[at] = (uint32_t)i + 1;
	}
}

bool kern_ksym_address(const struct ksyms *ksyms, const char *name, uint64_t *ret)
{
	const struct ksym *found = NULL;

	if (!ksyms->slots)
		make_slots((struct ksyms *)ksyms);
	for (size_t at = hash(name) % ksyms->n_slots; ksyms->slots[at];
	     at = (at + 1) % ksyms->n_slots) {
		const struct ksym *row = &ksyms->row[ksyms->slots[at] - 1];

		if (strcmp(ksyms->text + row->name, name) != 0)
			continue;
		if (found && found->address != row->address)
			return false;
		found = row;
	}
	if (found)
		*ret = found->address;
	return found;
}
