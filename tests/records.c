/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * records load OBJECT FOLDER: loads a BPF object, and pins its maps and programs there.
 * records run PIN [WORD...]: runs a syscall program with these 64-bit words for its context, and
 * prints what it returns.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#define WORDS_MAX 16

static int fail(const char *what)
{
	fprintf(stderr, "records: %s: %s\n", what, strerror(errno));
	return 1;
}

static const char *path(const char *folder, const char *name)
{
	static char room[4096];

	snprintf(room, sizeof(room), "%s/%s", folder, name);
	return room;
}

/* The kernel takes ring buffers without values only. */
static bool is_ring(const struct bpf_map *map)
{
	enum bpf_map_type type = bpf_map__type(map);

	return type == BPF_MAP_TYPE_RINGBUF || type == BPF_MAP_TYPE_USER_RINGBUF;
}

static int pin(struct bpf_object *object, const char *folder)
{
	struct bpf_program *prog;
	struct bpf_map *map;

	bpf_object__for_each_map(
		map,
		object) if (!strchr(bpf_map__name(map), '.') &&
			    bpf_map__pin(map,
					 path(folder,
					      bpf_map__name(map)))) return fail(bpf_map__name(map));
	bpf_object__for_each_map(
		map,
		object) if (strstr(bpf_map__name(map), ".bss") &&
			    bpf_obj_pin(bpf_map__fd(map), path(folder, "bss"))) return fail("bss");
	bpf_object__for_each_program(prog, object) if (
		bpf_program__pin(
			prog, path(folder,
				   bpf_program__name(prog)))) return fail(bpf_program__name(prog));
	return 0;
}

static int load(const char *file, const char *folder)
{
	struct bpf_object *object = bpf_object__open_file(file, NULL);
	struct bpf_map *map;
	int r;

	if (!object)
		return fail(file);
	bpf_object__for_each_map(map, object) if (is_ring(map)) bpf_map__set_value_size(map, 0);
	r = bpf_object__load(object) ? fail("load") : pin(object, folder);
	bpf_object__close(object);
	return r;
}

static int run(const char *pin_of_program, int n, char **words)
{
	uint64_t context[WORDS_MAX] = { 0 };
	LIBBPF_OPTS(bpf_test_run_opts, options, .ctx_in = context, .ctx_size_in = sizeof(context));
	int fd = bpf_obj_get(pin_of_program);

	if (fd < 0)
		return fail(pin_of_program);
	if (n > WORDS_MAX)
		return 2;
	for (int i = 0; i < n; i++)
		context[i] = strtoull(words[i], NULL, 0);
	if (bpf_prog_test_run_opts(fd, &options))
		return fail("run");
	printf("%d\n", (int)options.retval);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc == 4 && !strcmp(argv[1], "load"))
		return load(argv[2], argv[3]);
	if (argc >= 3 && !strcmp(argv[1], "run"))
		return run(argv[2], argc - 3, argv + 3);
	return 2;
}
