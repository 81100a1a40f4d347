/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* BTF of a file: what is whole is taken, what is not is refused with the reason. */
#include "codec/btf_check.h"
#include "codec/btf_find.h"
#include "codec/ctype_parse.h"
#include "kern/btf.h"
#include "layout_spell.h"
#include "map/btf_file.h"
#include "plan_fixture.h"

static const char everything[] =
	"struct point { int x; const u16 y:3; }; typedef struct point point_t;"
	"enum way { IN, OUT = -1 }; enum far { BEYOND = 1 << 40 };"
	"struct peer { point_t at[2]; enum way way; enum far far; volatile float f;"
	"  struct peer *restrict next; union { long a; char b[3]; }; void (*call)(int, ...);"
	"  struct task __attribute__((btf_type_tag(\"kptr\"))) *task; }";

struct raw {
	uint8_t *data; /* malloc'ed, of just size bytes */
	uint32_t size;
};

static uint32_t types_made(struct btf **ret)
{
	struct err err;
	uint32_t id;

	*ret = btf__new_empty();
	if (ctype_parse(everything, *ret, NULL, &id, &err))
		fail_msg("%s", err.msg);
	return id;
}

static int setup(void **state)
{
	struct raw *raw = mem_zero(sizeof(*raw));
	struct btf *btf;
	const void *data;

	types_made(&btf);
	data = btf__raw_data(btf, &raw->size);
	raw->data = mem_zero(raw->size);
	memcpy(raw->data, data, raw->size);
	btf__free(btf);
	*state = raw;
	return 0;
}

static int teardown(void **state)
{
	struct raw *raw = *state;

	free(raw->data);
	free(raw);
	return 0;
}

static void expect(const struct raw *raw, const char *why)
{
	struct err err = { 0 };
	int r = btf_check(raw->data, raw->size, NULL, &err);

	if (r != (why ? -ERR_USAGE : 0) || (why && strcmp(err.msg, why) != 0))
		fail_msg("%d \"%s\", and not \"%s\"", r, err.msg, why ? why : "");
}

static void what_is_whole_is_taken(void **state)
{
	expect(*state, NULL);
}

static struct btf_header *header_of(const struct raw *raw)
{
	return (struct btf_header *)raw->data;
}

#define DAMAGE(member, value, why)                           \
	do {                                                 \
		struct btf_header *header_ = header_of(raw); \
		const struct btf_header before_ = *header_;  \
		header_->member = (value);                   \
		expect(raw, why);                            \
		*header_ = before_;                          \
	} while (0)

static void headers(void **state)
{
	static const char outside[] = "its BTF is damaged: its sections do not lie in the file";
	const struct raw *raw = *state;

	DAMAGE(magic, 0x1234, "it is neither BTF nor an ELF file");
	DAMAGE(magic, 0x9feb, "its BTF is of a machine with the other byte order");
	DAMAGE(version, 2, "its BTF is of version 2, which is not known");
	DAMAGE(hdr_len, 8, "its BTF is damaged: the header is cut off");
	DAMAGE(hdr_len, raw->size + 1, "its BTF is damaged: the header is cut off");
	DAMAGE(type_off, 2, outside);
	DAMAGE(type_off, UINT32_MAX - 3, outside);
	DAMAGE(type_len, UINT32_MAX, outside);
	DAMAGE(str_off, UINT32_MAX, outside);
	DAMAGE(str_len, raw->size, outside);
	DAMAGE(str_len, 0, "its BTF is damaged: its names do not end");
	DAMAGE(str_len, header_of(raw)->str_len - 1, "its BTF is damaged: its names do not end");
}

static void each_length_but_the_whole_is_refused(void **state)
{
	const struct raw *raw = *state;

	for (uint32_t size = 0; size < raw->size; size++) {
		struct raw cut = { mem_zero(size + !size), size };
		struct err err = { 0 };

		memcpy(cut.data, raw->data, size);
		assert_int_equal(btf_check(cut.data, size, NULL, &err), -ERR_USAGE);
		assert_true(err.msg[0]);
		free(cut.data);
	}
}

/* Whatever byte is another: it is refused, or libbpf and we can go through all of it. */
static void each_byte_may_be_any(void **state)
{
	static const uint8_t others[] = { 0x00, 0x01, 0x7f, 0xff };
	struct raw *raw = *state;
	uint32_t taken = 0, refused = 0;

	for (uint32_t i = 0; i < raw->size * 4; i++) {
		uint8_t before = raw->data[i / 4];
		struct err err = { 0 };
		struct btf *btf;

		raw->data[i / 4] = others[i % 4];
		if (!btf_check(raw->data, raw->size, NULL, &err)) {
			btf = btf__new(raw->data, raw->size);
			assert_non_null(btf);
			taken += btf_find(btf, "peer", BTF_KINDS_STRUCT) != 0;
			btf__free(btf);
		} else {
			refused++;
		}
		raw->data[i / 4] = before;
	}
	assert_true(taken > 100);
	assert_true(refused > 100);
}

static void records(void **state)
{
	const struct raw *raw = *state;
	struct btf_type *first = (struct btf_type *)(raw->data + header_of(raw)->hdr_len +
						     header_of(raw)->type_off);
	uint32_t before = first->info;

	first->info = 31u << 24;
	expect(raw, "its type 1 is of kind 31, which is not known");
	first->info = (uint32_t)BTF_KIND_STRUCT << 24 | 0xffff;
	expect(raw, "its BTF is damaged: type 1 is cut off");
	first->info = before;
	first->name_off = header_of(raw)->str_len;
	expect(raw, "its BTF is damaged: type 1 refers to what is not there");
}

/* What goes on from another's types and names: only with that one. */
static void split_types(void **state)
{
	struct btf *base, *split;
	struct err err = { 0 };
	uint32_t size, id;
	const void *data;

	(void)state;
	id = types_made(&base);
	split = btf__new_empty_split(base);
	btf__add_typedef(split, "peer_t", (int)id);
	data = btf__raw_data(split, &size);
	assert_int_equal(btf_check(data, size, base, &err), 0);
	assert_int_equal(btf_check(data, size, NULL, &err), -ERR_USAGE);
	btf__free(split);
	btf__free(base);
}

/* As a module's types in /sys/kernel/btf. */
static void a_file_with_split_types(void **state)
{
	struct btf *vmlinux = (struct btf *)kern_btf_vmlinux(), *split, *read = NULL;
	char path[] = "/tmp/btf_check.XXXXXX";
	struct err err = { 0 };
	const void *data;
	uint32_t size;
	int fd, id;

	(void)state;
	if (!vmlinux)
		skip();
	fd = mkstemp(path);
	id = btf__find_by_name_kind(vmlinux, "in6_addr", BTF_KIND_STRUCT);
	split = btf__new_empty_split(vmlinux);
	btf__add_typedef(split, "in6_addr_t", id);
	data = btf__raw_data(split, &size);
	assert_int_equal(write(fd, data, size), size);
	if (btf_file_read(path, &read, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(bytes_of(read, btf_find(read, "in6_addr_t", BTF_KINDS_TYPEDEF)), 16);
	btf__free(read);
	btf__free(split);
	close(fd);
	unlink(path);
}

#define RAW_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		RAW_TEST(what_is_whole_is_taken),
		RAW_TEST(headers),
		RAW_TEST(each_length_but_the_whole_is_refused),
		RAW_TEST(each_byte_may_be_any),
		RAW_TEST(records),
		cmocka_unit_test(split_types),
		cmocka_unit_test(a_file_with_split_types),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
