/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/references.h"

#include <string.h>

#include "base/read_file.h"
#include "codec/words.h"
#include "map/held_fds.h"
#include "map/map.h"
#include "map/reference.h"

const char *value_take_forms(const struct map_type *type)
{
	static const char *const forms[] = {
		[VALUE_MAP] = "id\nname\npinned\n", [VALUE_PROGRAM] = "id\nname\npinned\ntag\n",
		[VALUE_DEVICE] = "dev\n",	    [VALUE_CPU] = "qsize\n",
		[VALUE_CGROUP] = "cgroup\n",	    [VALUE_SOCKET] = "pid\n",
	};
	size_t kind = type->value;

	return kind < sizeof(forms) / sizeof(forms[0]) && forms[kind] ? forms[kind] : "";
}

int value_take_bytes(const struct map *map, int n_words, char *const *words, void *value,
		     struct err *err)
{
	uint32_t size = map->info.value_size;
	int r;

	if (n_words == 1 && *words[0] == '@')
		r = read_file_exact(words[0] + 1, value, size, err);
	else if (words_are_bytes(n_words, words, size))
		r = words_encode("value", NULL, n_words, words, value, size, NULL, err);
	else
		return 0;
	return r ? r : 1;
}

static int take_reference(const struct map *map, const struct reference_noun *noun, int n_words,
			  char *const *words, struct reference *ret, struct err *err)
{
	if (words_are_bytes(n_words, words, map->info.value_size)) {
		*ret = (struct reference){ 0 };
		return err_set(err, ERR_USAGE, "bytes do not name a %s: %s do", noun->name,
			       noun->usage);
	}
	return reference_parse(noun, n_words, words, ret, err);
}

/* fd: or -code, which is returned. */
static int hold(int fd, void *value, struct held_fds *held)
{
	if (fd < 0)
		return fd;
	held->fd[held->n++] = fd;
	memcpy(value, &fd, sizeof(fd));
	return 1;
}

int value_take_map(const struct map *map, int n_words, char *const *words, void *value,
		   struct held_fds *held, struct err *err)
{
	_cleanup_reference_ struct reference reference = { 0 };
	int r = take_reference(map, &reference_map, n_words, words, &reference, err);

	return r ? r : hold(reference_open_map(&reference, err), value, held);
}

int value_take_program(const struct map *map, int n_words, char *const *words, void *value,
		       struct held_fds *held, struct err *err)
{
	_cleanup_reference_ struct reference reference = { 0 };
	int r = take_reference(map, &reference_program, n_words, words, &reference, err);

	return r ? r : hold(reference_open_program(&reference, 0, err), value, held);
}

/* Its functions are programs: whoever loads them fills it in, and registers it by that. */
int value_take_struct_ops(const struct map *map, int n_words, char *const *words, void *value,
			  struct held_fds *held, struct err *err)
{
	int r = value_take_bytes(map, n_words, words, value, err);

	(void)held;
	if (r)
		return r;
	return err_set(err, ERR_USAGE,
		       "it takes the bytes of the whole struct, with file descriptors of programs "
		       "in it; 'bpftool struct_ops register FILE' loads and registers one");
}
