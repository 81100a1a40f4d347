/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps as they were defined before BTF. */
#define SEC(name)	   __attribute__((section(name), used))
#define JOIN(a, b)	   a##b
#define WITH(prefix, name) JOIN(prefix, name)
#define NAME(name)	   WITH(PREFIX, name)
#define PAIR(name)	   WITH(WITH(____btf_map_, PREFIX), name)

typedef unsigned int u32;
typedef unsigned long long u64;

enum { HASH = 1, ARRAY = 2, ARRAY_OF_MAPS = 12 };

struct bpf_map_def {
	u32 type, key_size, value_size, max_entries, map_flags;
#ifdef MORE
	u32 id, pinning;
#endif
};

/* As iproute2 has them. */
struct bpf_elf_map {
	u32 type, size_key, size_value, max_elem, flags, id, pinning, inner_id, inner_idx;
};

struct bpf_map_def SEC("maps") NAME(second) = { ARRAY, 4, 8, 16 };
struct bpf_map_def SEC("maps") NAME(first) = { HASH, 4, 16, 100, 1 };

/* What BPF_ANNOTATE_KV_PAIR() expanded to. */
struct pair {
	u64 packets, bytes;
};
struct PAIR(first) {
	u32 key;
	struct pair value;
};
struct PAIR(first) SEC(".maps.first") annotation = {};

#ifdef MORE
struct bpf_map_def SEC("maps") NAME(more) = { HASH, 4, 4, 10, 0, 0, 2 };
#endif

#ifdef TC
struct bpf_elf_map SEC("maps") NAME(outer) = { ARRAY_OF_MAPS, 4, 4, 3, 0, 1, 2, TC };
struct bpf_elf_map SEC("maps") NAME(inner) = { ARRAY, 4, 8, 5, 0, 7, 0, 0, 1 };
#endif

SEC("socket") int program(void *context)
{
	return 0;
}
char gpl[] SEC("license") = "GPL";
