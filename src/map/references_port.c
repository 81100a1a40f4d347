/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Where redirected packets go: an interface or a CPU, and a program that they meet there. */
#include <string.h>

#include <net/if.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "base/number.h"
#include "codec/json_numbers.h"
#include "kern/fd_kind.h"
#include "map/held_fds.h"
#include "map/map.h"
#include "map/reference.h"
#include "map/references.h"

#define QSIZE_MAX 16384 /* cpu_map_update_elem() of kernel/bpf/cpumap.c */

/* struct bpf_devmap_val and bpf_cpumap_val; of 4 bytes the first half. */
struct port {
	uint32_t number; /* ifindex, or queue size */
	int32_t prog_fd; /* none: 0 or below */
};

struct port_kind {
	const char *keyword; /* before the number */
	const char *noun, *usage;
	/* what stands for the number: a word, or the object that was dumped */
	int (*number_of)(const char *word, uint32_t *ret, struct err *err);
	int (*number_in)(const json_t *json, uint32_t *ret, size_t *members, struct err *err);
	int (*check)(uint32_t number, struct err *err);
};

/* 0 empties a slot. */
static int check_device(uint32_t index, struct err *err)
{
	char name[IF_NAMESIZE];

	if (index && !if_indextoname(index, name))
		return err_set(err, ERR_NO, "there is no interface %u", index);
	return 0;
}

static int device_of(const char *word, uint32_t *ret, struct err *err)
{
	uint32_t index = if_nametoindex(word);

	if (!index && (number_u32(word, &index) || !index))
		return err_set(err, ERR_NO, "there is no interface '%s'", word);
	*ret = index;
	return 0;
}

/* An index that was dumped may be another interface's by now. */
static int check_name(uint32_t index, const char *name, struct err *err)
{
	char now[IF_NAMESIZE];

	if (!index || !if_indextoname(index, now) || !strcmp(name, now))
		return 0;
	return err_set(err, ERR_USAGE, "interface %u is called \"%s\", not \"%s\"", index, now,
		       name);
}

static int refuse_json_device(struct err *err)
{
	return err_set(
		err, ERR_USAGE,
		"in JSON an interface is {\"ifindex\": N, \"ifname\": NAME}, or one of the two");
}

static int device_in(const json_t *json, uint32_t *ret, size_t *members, struct err *err)
{
	const json_t *index = json_object_get(json, "ifindex");
	const json_t *ifname = json_object_get(json, "ifname");
	_cleanup_free_ char *name = reference_json_text(ifname);

	*members = !!index + !!ifname;
	if (!name && ifname && !json_is_null(ifname))
		return refuse_json_device(err);
	if (!index && name)
		return device_of(name, ret, err);
	if (!reference_json_u32(index, ret))
		return refuse_json_device(err);
	return name ? check_name(*ret, name, err) : 0;
}

static int check_qsize(uint32_t qsize, struct err *err)
{
	if (qsize > QSIZE_MAX)
		return err_set(err, ERR_USAGE, "qsize: %u is too much: 0 to %u", qsize, QSIZE_MAX);
	return 0;
}

static int qsize_of(const char *word, uint32_t *ret, struct err *err)
{
	if (number_u32(word, ret))
		return err_set(err, ERR_USAGE, "qsize: '%s' is no number: 0 to %u", word,
			       QSIZE_MAX);
	return 0;
}

static int qsize_in(const json_t *json, uint32_t *ret, size_t *members, struct err *err)
{
	*members = 1;
	if (reference_json_u32(json_object_get(json, "qsize"), ret))
		return 0;
	return err_set(err, ERR_USAGE, "in JSON a CPU is {\"qsize\": N}: 0 to %u", QSIZE_MAX);
}

static const struct port_kind device = {
	.keyword = "dev",
	.noun = "an interface",
	.usage = "dev IF",
	.number_of = device_of,
	.number_in = device_in,
	.check = check_device,
};

static const struct port_kind cpu = {
	.keyword = "qsize",
	.noun = "the size of a queue",
	.usage = "qsize N",
	.number_of = qsize_of,
	.number_in = qsize_in,
	.check = check_qsize,
};

static bool has_room(const struct map *map)
{
	return map->info.value_size >= sizeof(struct port);
}

static int refuse(const struct map *map, const struct port_kind *kind, struct err *err)
{
	if (!has_room(map))
		return err_set(err, ERR_USAGE, "%s is expected: '%s'", kind->noun, kind->usage);
	return err_set(err, ERR_USAGE,
		       "%s is expected: '%s', or '%s program PROGRAM', which is 'id N', "
		       "'name NAME', 'tag T' or 'pinned PATH'",
		       kind->noun, kind->usage, kind->usage);
}

static int take_program(const struct map *map, const struct reference *reference, struct port *port,
			struct held_fds *held, struct err *err)
{
	int fd;

	if (!has_room(map))
		return err_set(err, ERR_USAGE, "values of 4 bytes have no room for a program");
	fd = reference_open_program(reference, BPF_PROG_TYPE_XDP, err);
	if (fd < 0)
		return fd;
	held->fd[held->n++] = port->prog_fd = fd;
	return 0;
}

/* KEYWORD NUMBER [program PROGRAM] */
static int take_words(const struct map *map, const struct port_kind *kind, int n_words,
		      char *const *words, struct port *port, struct held_fds *held, struct err *err)
{
	_cleanup_reference_ struct reference program = { 0 };
	int r;

	if (n_words < 2 || n_words == 3 || (n_words > 3 && strcmp(words[2], "program") != 0))
		return refuse(map, kind, err);
	r = kind->number_of(words[1], &port->number, err);
	if (r || n_words == 2)
		return r;
	r = reference_parse(&reference_program, n_words - 3, words + 3, &program, err);
	return r ? r : take_program(map, &program, port, held, err);
}

static int take_json(const struct map *map, const struct port_kind *kind, const json_t *json,
		     struct port *port, struct held_fds *held, struct err *err)
{
	_cleanup_reference_ struct reference reference = { 0 };
	json_t *program = json_object_get(json, "program");
	size_t members = 0;
	int r = kind->number_in(json, &port->number, &members, err);

	if (r)
		return r;
	if (json_object_size(json) != members + !!program)
		return refuse(map, kind, err);
	if (!program || json_is_null(program))
		return 0;
	r = reference_of_json(&reference_program, program, &reference, err);
	return r ? r : take_program(map, &reference, port, held, err);
}

static int take_object(const struct map *map, const struct port_kind *kind, const char *word,
		       struct port *port, struct held_fds *held, struct err *err)
{
	json_t *json;
	int r = json_numbers_parse(word, strlen(word), &json, err);

	if (r)
		return r;
	r = take_json(map, kind, json, port, held, err);
	json_decref(json);
	return r;
}

/* A program's id that was dumped as bytes must not be taken for a file descriptor. */
static int take_bytes(const struct map *map, const struct port_kind *kind, int n_words,
		      char *const *words, struct port *port, struct err *err)
{
	int r = value_take_bytes(map, n_words, words, port, err);

	if (!r)
		return refuse(map, kind, err);
	if (r > 0 && port->prog_fd > 0 && !kern_fd_is_prog(port->prog_fd))
		return err_set(err, ERR_USAGE,
			       "bytes end in the file descriptor of a program, and %d is none "
			       "here; '%s program id N' names one",
			       port->prog_fd, kind->usage);
	return r < 0 ? r : 0;
}

static int take(const struct map *map, const struct port_kind *kind, int n_words,
		char *const *words, void *value, struct held_fds *held, struct err *err)
{
	struct port port = { 0 };
	int r;

	if (!strcmp(words[0], kind->keyword))
		r = take_words(map, kind, n_words, words, &port, held, err);
	else if (n_words == 1 && *words[0] == '{')
		r = take_object(map, kind, words[0], &port, held, err);
	else if (n_words != 1 || number_u32(words[0], &port.number))
		r = take_bytes(map, kind, n_words, words, &port, err);
	else
		r = 0;
	if (!r)
		r = kind->check(port.number, err);
	if (r)
		return r;
	memcpy(value, &port, has_room(map) ? sizeof(port) : sizeof(port.number));
	return 1;
}

int value_take_device(const struct map *map, int n_words, char *const *words, void *value,
		      struct held_fds *held, struct err *err)
{
	return take(map, &device, n_words, words, value, held, err);
}

int value_take_cpu(const struct map *map, int n_words, char *const *words, void *value,
		   struct held_fds *held, struct err *err)
{
	return take(map, &cpu, n_words, words, value, held, err);
}
