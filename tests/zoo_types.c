/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The types of the zoo's maps, as BTF.  struct sink has a member of every
 * kind; the members beside it are its values as zoo_typed.c fills them.
 */
#include "zoo.h"
#include "zoo_sink.h"

#include <stdio.h>
#include <stdlib.h>

#include <bpf/btf.h>
#include <bpf/libbpf.h>

#define DEPTH 100

static struct btf *btf;
static int u16, s8, s16, s64, chr, boolean, u128, s128, f32, f64, be16, be32, state, big, spin_lock,
	timer;

static int array(int element, uint32_t n)
{
	return btf__add_array(btf, 1, element, n);
}

static int type_def(const char *name, int type)
{
	return btf__add_typedef(btf, name, type);
}

/* Members of the struct added last, which no other type may follow meanwhile. */
static void bits(const char *name, int type, size_t offset, uint32_t bit, uint32_t n)
{
	if (btf__add_field(btf, name, type, (uint32_t)offset * 8 + bit, n) < 0)
		abort();
}

static void member(const char *name, int type, size_t offset)
{
	bits(name, type, offset, 0, 0);
}

static void scalars(struct zoo_types *t)
{
	/* Type 1 is what array() counts with. */
	t->u32 = btf__add_int(btf, "unsigned int", 4, 0);
	t->u8 = btf__add_int(btf, "unsigned char", 1, 0);
	u16 = btf__add_int(btf, "unsigned short", 2, 0);
	t->u64 = btf__add_int(btf, "unsigned long long", 8, 0);
	s8 = btf__add_int(btf, "signed char", 1, BTF_INT_SIGNED);
	s16 = btf__add_int(btf, "short", 2, BTF_INT_SIGNED);
	t->s32 = btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	s64 = btf__add_int(btf, "long long", 8, BTF_INT_SIGNED);
	chr = btf__add_int(btf, "char", 1, BTF_INT_SIGNED);
	boolean = btf__add_int(btf, "_Bool", 1, BTF_INT_BOOL);
	u128 = btf__add_int(btf, "unsigned __int128", 16, 0);
	s128 = btf__add_int(btf, "__int128", 16, BTF_INT_SIGNED);
	f32 = btf__add_float(btf, "float", 4);
	f64 = btf__add_float(btf, "double", 8);
	be16 = type_def("__be16", u16);
	be32 = type_def("__be32", t->u32);
	t->name = array(chr, 16);
	t->proto = btf__add_enum(btf, "proto", 1);
	btf__add_enum_value(btf, "TCP", 6);
	btf__add_enum_value(btf, "UDP", 17);
	state = btf__add_enum(btf, "state", 4);
	btf__add_enum_value(btf, "BROKEN", -1);
	btf__add_enum_value(btf, "IDLE", 0);
	btf__add_enum_value(btf, "BUSY", 1);
	big = btf__add_enum64(btf, "big", 8, false);
	btf__add_enum64_value(btf, "HUGE", 0x9000000000000000u);
}

static void structs(struct zoo_types *t)
{
	int addr4 = array(t->u8, 4), addr16 = array(t->u8, 16), opaque = array(t->u64, 2);

	t->flow = btf__add_struct(btf, "flow", 8);
	member("saddr", be32, 0);
	member("dport", be16, 4);
	member("protocol", t->proto, 6);
	t->stats = btf__add_struct(btf, "stats", 16);
	member("packets", t->u64, 0);
	member("bytes", t->u64, 8);
	t->lpm4 = btf__add_struct(btf, "lpm4", 8);
	member("prefixlen", t->u32, 0);
	member("addr", addr4, 4);
	t->lpm6 = btf__add_struct(btf, "lpm6", 20);
	member("prefixlen", t->u32, 0);
	member("addr", addr16, 4);
	spin_lock = btf__add_struct(btf, "bpf_spin_lock", 4);
	member("val", t->u32, 0);
	timer = btf__add_struct(btf, "bpf_timer", 16);
	member("__opaque", opaque, 0);
	t->locked = btf__add_struct(btf, "locked", 8);
	member("lock", spin_lock, 0);
	member("n", t->u32, 4);
	t->timed = btf__add_struct(btf, "timed", 24);
	member("timer", timer, 0);
	member("n", t->u32, 16);
	t->deep = t->u32;
	for (int i = 0; i < DEPTH; i++) {
		int inner = t->deep;

		t->deep = btf__add_struct(btf, "deep", 4);
		member("in", inner, 0);
	}
}

static void sink(struct zoo_types *t)
{
	int point, pointer, choice, anon, halves = array(u16, 2),
					  matrix = array(array(t->u32, 3), 2);
	int chain = type_def("counter_t", btf__add_const(btf, btf__add_volatile(btf, t->u32)));

	point = btf__add_struct(btf, "point", 8);
	member("x", t->s32, 0);
	member("y", t->s32, 4);
	pointer = btf__add_ptr(btf, point);
	choice = btf__add_union(btf, "choice", 4);
	member("word", t->u32, 0);
	member("halves", halves, 0);
	anon = btf__add_struct(btf, NULL, 8);
	member("anon_a", t->u32, 0);
	member("anon_b", t->u32, 4);
	t->sink = btf__add_struct(btf, "sink", sizeof(struct sink));
	member("u128", u128, offsetof(struct sink, u128));
	member("s128", s128, offsetof(struct sink, s128));
	member("u64", t->u64, offsetof(struct sink, u64));
	member("s64", s64, offsetof(struct sink, s64));
	member("f64", f64, offsetof(struct sink, f64));
	member("nan", f64, offsetof(struct sink, nan));
	member("pointer", pointer, offsetof(struct sink, pointer));
	member("huge", big, offsetof(struct sink, huge));
	member("point", point, offsetof(struct sink, point));
	member("matrix", matrix, offsetof(struct sink, matrix));
	member("name", t->name, offsetof(struct sink, name));
	member(NULL, anon, offsetof(struct sink, anon_a));
	member("choice", choice, offsetof(struct sink, choice));
	member("f32", f32, offsetof(struct sink, f32));
	member("state", state, offsetof(struct sink, state));
	member("unknown", state, offsetof(struct sink, unknown));
	member("counter", chain, offsetof(struct sink, counter));
	bits("bits_u", t->u32, offsetof(struct sink, bits), 0, 3);
	bits("bits_s", t->s32, offsetof(struct sink, bits), 3, 5);
	bits("bits_e", state, offsetof(struct sink, bits), 8, 2);
	member("u16", u16, offsetof(struct sink, u16));
	member("s16", s16, offsetof(struct sink, s16));
	member("port", be16, offsetof(struct sink, port));
	member("yes", boolean, offsetof(struct sink, yes));
	member("letter", chr, offsetof(struct sink, letter));
	member("s8", s8, offsetof(struct sink, s8));
	member("u8", t->u8, offsetof(struct sink, u8));
}

static void hostile(struct zoo_types *t)
{
	t->hostile_key = btf__add_int(btf, "u\033[2J\n32", 4, 0);
	t->hostile = btf__add_struct(btf, "caf\xe9", 36);
	member("caf\xe9", t->name, 0);
	member("text", t->name, 16);
	member("esc", t->hostile_key, 32);
}

static void bss(struct zoo_types *t)
{
	int table = array(array(t->u32, 3), 2), mode, hits, seen, in_mode, in_table;

	mode = btf__add_struct(btf, "mode", 8);
	bits("low", t->u32, 0, 0, 3);
	bits("high", t->u32, 0, 3, 5);
	bits("level", t->u8, 4, 0, 0);
	hits = btf__add_var(btf, "hits", BTF_VAR_GLOBAL_ALLOCATED, t->stats);
	seen = btf__add_var(btf, "handle.seen", BTF_VAR_STATIC, t->u32);
	in_mode = btf__add_var(btf, "mode", BTF_VAR_GLOBAL_ALLOCATED, mode);
	in_table = btf__add_var(btf, "table", BTF_VAR_GLOBAL_ALLOCATED, table);
	t->bss = btf__add_datasec(btf, ".bss", 56);
	btf__add_datasec_var_info(btf, hits, 0, 16);
	btf__add_datasec_var_info(btf, seen, 16, 4);
	btf__add_datasec_var_info(btf, in_mode, 20, 8);
	btf__add_datasec_var_info(btf, in_table, 28, 24);
}

static void sections(struct zoo_types *t)
{
	int counter = btf__add_var(btf, "counter", BTF_VAR_GLOBAL_ALLOCATED, t->u32);
	int total = btf__add_var(btf, "total", BTF_VAR_GLOBAL_ALLOCATED, t->u64);
	int who = btf__add_var(btf, "who", BTF_VAR_STATIC, t->name);
	int limit = btf__add_var(btf, "limit", BTF_VAR_GLOBAL_ALLOCATED,
				 btf__add_const(btf, t->u32));

	t->data = btf__add_datasec(btf, ".data", 32);
	btf__add_datasec_var_info(btf, counter, 0, 4);
	btf__add_datasec_var_info(btf, total, 8, 8);
	btf__add_datasec_var_info(btf, who, 16, 16);
	t->rodata = btf__add_datasec(btf, ".rodata", 4);
	btf__add_datasec_var_info(btf, limit, 0, 4);
}

/* struct { u32 *key; int *value; } PREFIXnamed_by_its_definition SEC(".maps"); */
static void definition(struct zoo_types *t, const char *prefix)
{
	int key = btf__add_ptr(btf, t->u32), value = btf__add_ptr(btf, t->s32), type, var;
	char name[64];

	snprintf(name, sizeof(name), "%snamed_by_its_definition", prefix);
	type = btf__add_struct(btf, NULL, 16);
	member("key", key, 0);
	member("value", value, 8);
	var = btf__add_var(btf, name, BTF_VAR_GLOBAL_ALLOCATED, type);
	btf__add_datasec(btf, ".maps", 16);
	btf__add_datasec_var_info(btf, var, 0, 16);
}

void zoo_types_load(struct zoo *zoo)
{
	struct zoo_types *types = &zoo->types;

	btf = btf__new_empty();
	scalars(types);
	structs(types);
	sink(types);
	hostile(types);
	sections(types);
	bss(types);
	definition(types, zoo->prefix);
	if (btf__load_into_kernel(btf) < 0) {
		perror("zoo: loading the types");
		exit(1);
	}
	types->fd = btf__fd(btf);
}
