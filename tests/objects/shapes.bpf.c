/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Maps of many shapes, as BTF describes them; PREFIX_ stands before each name.  Without any header,
 * so that a compiler is all it takes.
 */
#define SEC(name)	   __attribute__((section(name), used))
#define __uint(name, n)	   int(*name)[n]
#define __type(name, t)	   t *name
#define __array(name, t)   t *name[]
#define JOIN(a, b)	   a##b
#define WITH(prefix, name) JOIN(prefix, name)
#define NAME(name)	   WITH(PREFIX, name)

#ifndef PINNING
#define PINNING 1 /* LIBBPF_PIN_BY_NAME */
#endif

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

enum { HASH = 1, ARRAY = 2, PERF_EVENT_ARRAY = 4, ARRAY_OF_MAPS = 12, HASH_OF_MAPS = 13 };
enum { RINGBUF = 27, TASK_STORAGE = 29, BLOOM_FILTER = 30, LPM_TRIE = 11, QUEUE = 22 };
enum { NO_PREALLOC = 1, NUMA_NODE = 4 };

struct flow {
	u32 saddr, daddr;
	u16 port;
	u8 proto[2];
};

struct traffic {
	u64 packets, bytes;
	struct flow *last;
};

struct {
	__uint(type, HASH);
	__type(key, struct flow);
	__type(value, struct traffic);
	__uint(max_entries, 1024);
	__uint(map_flags, NO_PREALLOC);
	__uint(pinning, PINNING);
} NAME(conns) SEC(".maps");

struct {
	__uint(type, ARRAY);
	__uint(key_size, 4);
	__uint(value_size, 16);
	__uint(max_entries, 8);
	__uint(map_flags, NUMA_NODE);
	__uint(numa_node, 0);
} NAME(sizes) SEC(".maps");

/* Only one of the two has a type. */
struct {
	__uint(type, HASH);
	__uint(key_size, 6);
	__type(value, u64);
	__uint(max_entries, 3);
} NAME(half) SEC(".maps");

struct {
	__uint(type, RINGBUF);
	__uint(max_entries, 5000);
} NAME(events) SEC(".maps");

struct {
	__uint(type, PERF_EVENT_ARRAY);
	__uint(key_size, 4);
	__uint(value_size, 4);
} NAME(perf) SEC(".maps");

struct {
	__uint(type, BLOOM_FILTER);
	__type(value, u32);
	__uint(max_entries, 100);
	__uint(map_extra, 3);
} NAME(bloom) SEC(".maps");

struct inner {
	__uint(type, ARRAY);
	__uint(max_entries, 2);
	__type(key, u32);
	__type(value, u64);
} NAME(one) SEC(".maps"), NAME(two) SEC(".maps");

struct {
	__uint(type, HASH_OF_MAPS);
	__type(key, u32);
	__uint(max_entries, 10);
	__array(values, struct inner);
} NAME(by_a_long_name) SEC(".maps");

struct {
	__uint(type, TASK_STORAGE);
	__uint(map_flags, NO_PREALLOC);
	__type(key, int);
	__type(value, struct flow);
} NAME(tasks) SEC(".maps");

/* Somebody else's. */
extern struct inner NAME(others) __attribute__((section(".maps")));

int limit = 5;
static int turns = 7;
u64 total;
const volatile char word[6] = "hello";
const volatile u32 level = 9;
int custom SEC(".data.custom") = 3;
extern int LINUX_KERNEL_VERSION __attribute__((section(".kconfig")));
extern _Bool CONFIG_BPF __attribute__((section(".kconfig")));

SEC("socket") int program(void *context)
{
	total += limit + turns++ + level + custom + word[1] + LINUX_KERNEL_VERSION + CONFIG_BPF;
	return 0;
}

char gpl[] SEC("license") = "GPL";
