// SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
/* Maps whose records have a type in this BTF, or have none; and programs that use them. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct command {
	__u32 op, weight;
	char who[8];
	__u16 list[2];
};

/* The definition says so, whatever is named like the map. */
struct finding {
	__u64 wrong;
};

struct evidence {
	__u8 kind;
	__u16 port;
	char text[8];
};

typedef struct {
	__s32 left, right;
} pairs_t;

struct twin {
	__u32 x;
};

struct twins {
	__u64 x;
};

struct crowd {
	__u8 x;
};

struct crowds {
	__u16 x;
};

typedef struct {
	__u32 x;
} crowd_t;

typedef struct {
	__u64 x;
} crowds_t;

struct lengthy_name_of_a_ring {
	__u64 at;
};

struct tail {
	__u32 n;
	__u16 rest[];
};

const struct command *command;
const struct finding *finding;
const pairs_t *pair;
const struct twin *twin;
const struct twins *twins_;
const struct crowd *crowd;
const struct crowds *crowds_;
const crowd_t *crowd_typedef;
const crowds_t *crowds_typedef;
const struct lengthy_name_of_a_ring *lengthy;
const struct tail *tail;

struct ring {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
};

struct {
	__uint(type, BPF_MAP_TYPE_USER_RINGBUF);
	__uint(max_entries, 16384);
} commands SEC(".maps");

/* For tools: the kernel knows of no values, and whoever loads this leaves them out. */
struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
	__type(value, struct evidence);
} findings SEC(".maps");

struct ring pairs SEC(".maps"), twins SEC(".maps"), lengthy_name_of_a_ring SEC(".maps"),
	tails SEC(".maps"), crowds SEC(".maps"), plain SEC(".maps");

__u64 drained, weight;

static long take(struct bpf_dynptr *record, void *context)
{
	struct command command;

	drained++;
	if (!bpf_dynptr_read(&command, sizeof(command), record, 0, 0))
		weight += command.weight;
	return 0;
}

SEC("syscall")
int drain(void *context)
{
	return (int)bpf_user_ringbuf_drain(&commands, take, NULL, 0);
}

struct order {
	__u32 ring, size;
	__u64 words[4];
};

SEC("syscall")
int emit(struct order *order)
{
	__u64 words[4] = { order->words[0], order->words[1], order->words[2], order->words[3] };
	__u32 size = order->size;

	if (size > sizeof(words))
		return 1;
	switch (order->ring) {
	case 0:
		return (int)bpf_ringbuf_output(&findings, words, size, 0);
	case 1:
		return (int)bpf_ringbuf_output(&pairs, words, size, 0);
	case 2:
		return (int)bpf_ringbuf_output(&twins, words, size, 0);
	case 3:
		return (int)bpf_ringbuf_output(&lengthy_name_of_a_ring, words, size, 0);
	case 4:
		return (int)bpf_ringbuf_output(&tails, words, size, 0);
	case 5:
		return (int)bpf_ringbuf_output(&crowds, words, size, 0);
	default:
		return (int)bpf_ringbuf_output(&plain, words, size, 0);
	}
}

char _license[] SEC("license") = "Dual BSD/GPL";
