/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Ring buffers, by libbpf alone: what the tests of `mapctl events` know of them.  PIN is a file
 * in a bpffs.  A record is its number (u64), and zeroes up to its size.
 *
 * ring_events make PIN NAME BYTES	a ring buffer
 * ring_events put PIN FIRST N [SIZE]	N records from number FIRST, of SIZE bytes (8), by a
 *					program; "dropped D" where D found no room
 * ring_events discard PIN N		N records of 8 bytes that are discarded
 * ring_events pace PIN N SIZE		the same as put, but waits for room: none is dropped
 * ring_events take PIN N		takes N records out, as they come: their numbers
 * ring_events count PIN N		the same, without a word
 * ring_events print PIN N		the same, as mapctl writes them: {"value":{"n":0}}
 * ring_events move PIN POSITION	writes the consumer's position
 * ring_events hold PIN			has it open until it is killed; says "held"
 * ring_events fill PIN FIRST N		N records into a user ring buffer, by user space
 */
#include <errno.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <linux/bpf.h>

#define SIZE_MAX_OF_RECORD 512 /* a program's stack */
#define BURST		   128 /* records a run */

#define INSN(c, d, s, o, i) \
	((struct bpf_insn){ .code = (c), .dst_reg = (d), .src_reg = (s), .off = (o), .imm = (i) })
#define CALL(helper) INSN(BPF_JMP | BPF_CALL, 0, 0, 0, helper)

static void die(const char *what)
{
	perror(what);
	exit(3);
}

static int open_pin(const char *pin)
{
	int fd = bpf_obj_get(pin);

	if (fd < 0)
		die(pin);
	return fd;
}

static uint32_t size_of(int fd)
{
	struct bpf_map_info info = { 0 };
	uint32_t len = sizeof(info);

	if (bpf_obj_get_info_by_fd(fd, &info, &len))
		die("info");
	return info.max_entries;
}

static void make(const char *pin, const char *name, uint32_t bytes)
{
	int fd = bpf_map_create(BPF_MAP_TYPE_RINGBUF, name, 0, 0, bytes, NULL);

	if (fd < 0 || bpf_obj_pin(fd, pin))
		die(pin);
}

static int load(const struct bpf_insn *insns, size_t n)
{
	int fd = bpf_prog_load(BPF_PROG_TYPE_RAW_TRACEPOINT, "ring_events", "Dual BSD/GPL", insns,
			       n, NULL);

	if (fd < 0)
		die("load");
	return fd;
}

/* Runs a program on ctx: {first, n} of u64; what it returns. */
static uint32_t run(int prog, uint64_t first, uint64_t n)
{
	uint64_t ctx[] = { first, n };
	LIBBPF_OPTS(bpf_test_run_opts, opts, .ctx_in = ctx, .ctx_size_in = sizeof(ctx));

	if (bpf_prog_test_run_opts(prog, &opts))
		die("run");
	return opts.retval;
}

/* Puts ctx[1] records of size bytes, at most BURST, and returns how many found no room. */
static int load_put(int map, uint32_t size)
{
	struct bpf_insn insns[SIZE_MAX_OF_RECORD / 8 + 32];
	size_t n = 0, loop, end;
	int16_t at = (int16_t) - (int)((size + 7) / 8 * 8);

	if (size < 8 || size > SIZE_MAX_OF_RECORD - 8) {
		errno = EINVAL;
		die("size");
	}
	/* r6 = number, r7 = behind the last, r8 = dropped, r9 = the bound of the loop */
	insns[n++] = INSN(BPF_LDX | BPF_MEM | BPF_DW, 6, 1, 0, 0);
	insns[n++] = INSN(BPF_LDX | BPF_MEM | BPF_DW, 7, 1, 8, 0);
	insns[n++] = INSN(BPF_ALU64 | BPF_ADD | BPF_X, 7, 6, 0, 0);
	insns[n++] = INSN(BPF_ALU64 | BPF_MOV | BPF_K, 8, 0, 0, 0);
	insns[n++] = INSN(BPF_ALU64 | BPF_MOV | BPF_K, 9, 0, 0, 0);
	for (int16_t word = at; word < 0; word = (int16_t)(word + 8))
		insns[n++] = INSN(BPF_ST | BPF_MEM | BPF_DW, 10, 0, word, 0);
	loop = n;
	end = n++; /* if r6 == r7: out */
	insns[n++] = INSN(BPF_STX | BPF_MEM | BPF_DW, 10, 6, at, 0);
	insns[n++] = INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, map);
	insns[n++] = INSN(0, 0, 0, 0, 0);
	insns[n++] = INSN(BPF_ALU64 | BPF_MOV | BPF_X, 2, 10, 0, 0);
	insns[n++] = INSN(BPF_ALU64 | BPF_ADD | BPF_K, 2, 0, 0, at);
	insns[n++] = INSN(BPF_ALU64 | BPF_MOV | BPF_K, 3, 0, 0, (int)size);
	insns[n++] = INSN(BPF_ALU64 | BPF_MOV | BPF_K, 4, 0, 0, 0);
	insns[n++] = CALL(BPF_FUNC_ringbuf_output);
	insns[n++] = INSN(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1, 0);
	insns[n++] = INSN(BPF_ALU64 | BPF_ADD | BPF_K, 8, 0, 0, 1);
	insns[n++] = INSN(BPF_ALU64 | BPF_ADD | BPF_K, 6, 0, 0, 1);
	insns[n++] = INSN(BPF_ALU64 | BPF_ADD | BPF_K, 9, 0, 0, 1);
	insns[n] = INSN(BPF_JMP | BPF_JLT | BPF_K, 9, 0, (int16_t)(loop - n - 1), BURST);
	n++;
	insns[end] = INSN(BPF_JMP | BPF_JEQ | BPF_X, 6, 7, (int16_t)(n - end - 1), 0);
	insns[n++] = INSN(BPF_ALU64 | BPF_MOV | BPF_X, 0, 8, 0, 0);
	insns[n++] = INSN(BPF_JMP | BPF_EXIT, 0, 0, 0, 0);
	return load(insns, n);
}

static uint64_t put(int prog, uint64_t first, uint64_t n)
{
	uint64_t dropped = 0;

	for (uint64_t done = 0; done < n; done += BURST)
		dropped += run(prog, first + done, n - done < BURST ? n - done : BURST);
	return dropped;
}

static void discard(int map, uint64_t times)
{
	const struct bpf_insn insns[] = {
		INSN(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, map),
		INSN(0, 0, 0, 0, 0),
		INSN(BPF_ALU64 | BPF_MOV | BPF_K, 2, 0, 0, 8),
		INSN(BPF_ALU64 | BPF_MOV | BPF_K, 3, 0, 0, 0),
		CALL(BPF_FUNC_ringbuf_reserve),
		INSN(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3, 0),
		INSN(BPF_ALU64 | BPF_MOV | BPF_X, 1, 0, 0, 0),
		INSN(BPF_ALU64 | BPF_MOV | BPF_K, 2, 0, 0, 0),
		CALL(BPF_FUNC_ringbuf_discard),
		INSN(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0),
		INSN(BPF_JMP | BPF_EXIT, 0, 0, 0, 0),
	};
	int prog = load(insns, sizeof(insns) / sizeof(*insns));

	while (times--)
		run(prog, 0, 0);
}

static void *map_page(int fd, int prot, off_t at)
{
	void *page = mmap(NULL, (size_t)sysconf(_SC_PAGESIZE), prot, MAP_SHARED, fd, at);

	if (page == MAP_FAILED)
		die("mmap");
	return page;
}

static void pace(int map, uint64_t n, uint32_t size)
{
	const unsigned long *consumer = map_page(map, PROT_READ, 0);
	const unsigned long *producer = map_page(map, PROT_READ, sysconf(_SC_PAGESIZE));
	unsigned long room = size_of(map), burst = BURST * (unsigned long)((size + 15) & ~7u);
	int prog = load_put(map, size);
	uint64_t dropped = 0;

	if (burst >= room) {
		errno = ENOSPC;
		die("pace");
	}
	for (uint64_t done = 0; done < n; done += BURST) {
		while (*producer - __atomic_load_n(consumer, __ATOMIC_ACQUIRE) + burst >= room)
			sched_yield();
		dropped += put(prog, done, n - done < BURST ? n - done : BURST);
	}
	if (dropped)
		printf("dropped %llu\n", (unsigned long long)dropped);
}

enum how { COUNT, NUMBERS, LINES };

struct taker {
	uint64_t n;
	enum how how;
};

static int take_one(void *ctx, void *data, size_t size)
{
	struct taker *taker = ctx;
	unsigned long long number;

	(void)size;
	memcpy(&number, data, sizeof(number));
	if (taker->how == NUMBERS)
		printf("%llu\n", number);
	else if (taker->how == LINES)
		printf("{\"value\":{\"n\":%llu}}\n", number);
	/* libbpf takes no more, but this one it took. */
	return --taker->n ? 0 : -EINTR;
}

static void take(int map, uint64_t n, enum how how)
{
	struct taker taker = { n, how };
	struct ring_buffer *ring = ring_buffer__new(map, take_one, &taker, NULL);

	if (!ring)
		die("ring_buffer__new");
	while (taker.n)
		ring_buffer__poll(ring, 100);
	ring_buffer__free(ring);
}

static void fill(int map, uint64_t first, uint64_t n)
{
	struct user_ring_buffer *ring = user_ring_buffer__new(map, NULL);

	if (!ring)
		die("user_ring_buffer__new");
	for (uint64_t i = first; i < first + n; i++) {
		uint64_t *record = user_ring_buffer__reserve(ring, sizeof(i));

		if (!record)
			die("user_ring_buffer__reserve");
		*record = i;
		user_ring_buffer__submit(ring, record);
	}
	user_ring_buffer__free(ring);
}

static uint64_t number(char **argv, int i)
{
	return argv[i] ? strtoull(argv[i], NULL, 0) : 8;
}

static bool is(char **argv, int argc, const char *name, int words)
{
	return !strcmp(argv[1], name) && argc == words;
}

int main(int argc, char **argv)
{
	uint64_t dropped = 0;
	int fd;

	if (argc > 2 && is(argv, argc, "make", 5)) {
		make(argv[2], argv[3], (uint32_t)number(argv, 4));
		return 0;
	}
	if (argc < 3)
		return 2;
	fd = open_pin(argv[2]);
	if (is(argv, argc, "put", argc) && argc >= 5)
		dropped = put(load_put(fd, (uint32_t)number(argv, 5)), number(argv, 3),
			      number(argv, 4));
	else if (is(argv, argc, "discard", 4))
		discard(fd, number(argv, 3));
	else if (is(argv, argc, "pace", 5))
		pace(fd, number(argv, 3), (uint32_t)number(argv, 4));
	else if (is(argv, argc, "take", 4))
		take(fd, number(argv, 3), NUMBERS);
	else if (is(argv, argc, "count", 4))
		take(fd, number(argv, 3), COUNT);
	else if (is(argv, argc, "print", 4))
		take(fd, number(argv, 3), LINES);
	else if (is(argv, argc, "move", 4))
		*(unsigned long *)map_page(fd, PROT_READ | PROT_WRITE, 0) = number(argv, 3);
	else if (is(argv, argc, "fill", 5))
		fill(fd, number(argv, 3), number(argv, 4));
	else if (is(argv, argc, "hold", 3))
		return puts("held") < 0 || fflush(stdout) || pause();
	else
		return 2;
	if (dropped)
		printf("dropped %llu\n", (unsigned long long)dropped);
	return 0;
}
