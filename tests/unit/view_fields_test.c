/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Views over parts of a type; and all of them over any bytes: what they show they take back. */
#include "base/buf.h"
#include "codec/json_numbers.h"
#include "random_types.h"
#include "view_fixture.h"

/* struct s { u32 a; struct { u8 mac[6]; u16 port; } n[2]; u32 limits[2]; u8 flag:1; } */
static int nested(const struct types *t)
{
	int mac = array_of(t, t->u8, 6), inner = btf__add_struct(t->btf, "n", 8), outer, id;

	field(t, "mac", mac, 0, 0);
	field(t, "port", t->u16, 48, 0);
	outer = array_of(t, inner, 2);
	id = array_of(t, t->u32, 2);
	inner = btf__add_struct(t->btf, "s", 32);
	field(t, "a", t->u32, 0, 0);
	field(t, "n", outer, 32, 0);
	field(t, "limits", id, 160, 0);
	field(t, "flag", t->u8, 224, 1);
	return inner;
}

static void fields(void **state)
{
	static const char mac[] = "{\"a\":1,\"n\":[{\"mac\":\"00:01:02:03:04:05\",\"port\":0},"
				  "{\"mac\":\"00:00:00:00:00:00\",\"port\":256}],"
				  "\"limits\":[10000,20000],\"flag\":1}";
	static const char bytes[] = "{\"a\":1,\"n\":[{\"mac\":[0,1,2,3,4,5],\"port\":0},"
				    "{\"mac\":[0,0,0,0,0,0],\"port\":1}],"
				    "\"limits\":[\"0x2710\",\"0x4e20\"],\"flag\":1}";
	const struct types *t = *state;
	uint8_t data[32] = { [4] = 0, 1, 2, 3, 4, 5, [19] = 1, [28] = 1 };
	const uint32_t a = 1, limits[] = { 10000, 20000 };
	struct viewed v = {
		.types = t, .type_id = nested(t), .size = 32, .path = "n[0].mac", .view = "mac"
	};
	struct plan *plan;
	char *got;

	memcpy(data, &a, sizeof(a));
	memcpy(data + 20, limits, sizeof(limits));
	plan = plan_viewed(&v);
	got = shown(plan, "json", data);
	assert_string_equal(got + strlen("\"v\":"), mac);
	free(got);
	plan_free(plan);
	data[18] = 1;
	data[19] = 0;
	v.path = "limits";
	v.view = "hex";
	plan = plan_viewed(&v);
	got = shown(plan, "json", data);
	assert_string_equal(got + strlen("\"v\":"), bytes);
	free(got);
	plan_free(plan);
}

static void expect_unlaid(const struct types *t, int id, const char *path, const char *view,
			  const char *why)
{
	const struct view_wanted wanted = { .view = view_find(view), .names = &some_names };
	struct plan *plan;
	struct err err;

	assert_int_equal(plan_compile(t->btf, (uint32_t)id, 32, PLAN_NATIVE, &plan, &err), 0);
	assert_int_equal(plan_lay_view(plan, path, &wanted, &err), -ERR_USAGE);
	assert_string_equal(err.msg, why);
	plan_free(plan);
}

static void fields_without_view(void **state)
{
	const struct types *t = *state;
	int id = nested(t);

	expect_unlaid(t, id, "b", "uid",
		      "there is no field 'b'; its fields are a, n, limits, flag");
	expect_unlaid(t, id, "a", "mac", "a: mac is a view of 6 bytes, and it has 4");
	expect_unlaid(t, id, "n", "time", "n: it has fields: say which of them is time");
	expect_unlaid(t, id, "flag", "hex", "flag: it is a bitfield, and has no view");
	expect_unlaid(t, id, "n[2].mac", "mac", "n: there is no [2]: 0 to 1");
	expect_unlaid(t, id, "", "uid", "it has fields: say which of them is uid");
}

/* struct { u64 a; u8 b; struct { u32 x; u8 y; } n[1]; }, with padding inside and behind */
static void padding(void **state)
{
	const struct types *t = *state;
	int inner = btf__add_struct(t->btf, "n", 8), outer, id;
	const struct view_wanted hex = { .view = view_find("hex") };
	uint8_t data[24];
	struct plan *plan;
	struct err err;
	char *got;

	field(t, "x", t->u32, 0, 0);
	field(t, "y", t->u8, 32, 0);
	outer = array_of(t, inner, 1);
	id = btf__add_struct(t->btf, "s", 24);
	field(t, "a", t->u64, 0, 0);
	field(t, "b", t->u8, 64, 0);
	field(t, "n", outer, 96, 0);
	for (uint8_t i = 0; i < sizeof(data); i++)
		data[i] = i;
	assert_int_equal(plan_compile(t->btf, (uint32_t)id, sizeof(data), PLAN_NATIVE, &plan, &err),
			 0);
	assert_int_equal(plan_lay_view(plan, "n", &hex, &err), 0);
	got = shown(plan, "text", data);
	assert_non_null(strstr(got, "0c 0d 0e 0f 10 11 12 13"));
	free(got);
	assert_int_equal(plan_lay_view(plan, "", &hex, &err), -ERR_USAGE);
	assert_string_equal(err.msg, "a part of it has a view already");
	plan_free(plan);
	assert_int_equal(plan_compile(t->btf, (uint32_t)id, sizeof(data), PLAN_NATIVE, &plan, &err),
			 0);
	assert_int_equal(plan_lay_view(plan, "", &hex, &err), 0);
	got = shown(plan, "json", data);
	assert_string_equal(got, "\"v\":\"000102030405060708090a0b0c0d0e0f1011121314151617\"");
	free(got);
	plan_free(plan);
}

static json_t *parsed(const char *member)
{
	char *text = mem_printf("{%s}", member);
	json_t *json, *v;
	struct err err;

	if (json_numbers_parse(text, strlen(text), &json, &err))
		fail_msg("%s: %s", text, err.msg);
	v = json_incref(json_object_get(json, "v"));
	json_decref(json);
	free(text);
	return v;
}

/* What JSON shows, JSON takes; and what text shows of a single value is a word that is taken. */
static void comes_back(const struct viewed *v, const uint8_t *data)
{
	struct plan *plan = plan_viewed(v);
	char *json = shown(plan, "json", data), *text = shown(plan, "text", data);
	char *word = text + strlen("v: ");
	uint8_t *again = mem_zero(v->size);
	json_t *value = parsed(json);
	struct err err;

	if (plan_encode_json(plan, value, again, NULL, &err))
		fail_msg("%s: %s: %s", v->view, json, err.msg);
	if (memcmp(again, data, v->size))
		fail_msg("%s: %s does not come back", v->view, json);
	text[strlen(text) - 1] = '\0';
	/*
	 * Amounts are rounded for people, bytes have blanks between them, and backslashes in
	 * quotes are JSON's before they are text's.
	 */
	if (strcmp(v->view, "bytes") && !strchr(word, '\n') && !strstr(word, "\\\\") &&
	    !(!strcmp(v->view, "hex") && strncmp(word, "0x", 2)) && strncmp(word, "{", 1) &&
	    strncmp(word, "[", 1)) {
		memset(again, 0, v->size);
		if (plan_encode_words(plan, 1, &word, again, NULL, &err))
			fail_msg("%s: %s: %s", v->view, word, err.msg);
		if (memcmp(again, data, v->size))
			fail_msg("%s: %s does not come back", v->view, word);
	}
	json_decref(value);
	free(again);
	free(json);
	free(text);
	plan_free(plan);
}

/* Small numbers, which have names, and any. */
static void random_value(uint8_t *data, uint32_t size)
{
	const uint32_t few = random_below(16);

	random_bytes(data, size);
	if (random_below(2) && size >= 1) {
		memset(data, random_below(2) ? 0 : 0xff, size);
		data[IS_LITTLE ? 0 : size - 1] ^= (uint8_t)few;
	}
}

static void all_come_back(void **state)
{
	static const uint32_t sizes[] = { 1, 2, 3, 4, 5, 6, 8, 11, 16, 40 };
	const struct types *t = *state;
	const int signed_types[] = { [1] = t->s8, [4] = t->s32, [8] = t->s64 };
	uint8_t data[40];
	struct buf listed = { 0 };
	char *rest, *name;
	uint32_t n = 0;

	view_list_names(&listed);
	rest = listed.data;
	while ((name = strsep(&rest, ", "))) {
		if (!*name)
			continue;
		for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
			uint32_t size = sizes[i], wanted = view_find(name)->sizes;
			struct viewed v = { .types = t, .size = size, .path = "", .view = name };

			if (wanted != VIEW_ANY_SIZE && (size > 31 || !(wanted & VIEW_SIZE(size))))
				continue;
			for (int round = 0; round < 400; round++) {
				bool may_sign = size <= 8 && signed_types[size <= 8 ? size : 0];

				v.type_id = may_sign && round % 2 ? signed_types[size] : 0;
				random_value(data, size);
				comes_back(&v, data);
				n++;
			}
		}
	}
	assert_in_range(n, 20000, 60000);
	buf_done(&listed);
}

static void sums(void **state)
{
	const uint64_t cells[] = { 1000000, 2000000 };
	struct viewed v = { .size = 8, .path = "", .view = "bytes" };
	struct plan *plan = plan_viewed(&v);
	uint64_t sum;

	(void)state;
	plan_sum(plan, cells, 2, sizeof(*cells), &sum);
	assert_int_equal(sum, 3000000);
	plan_free(plan);
	v.view = "uid";
	plan = plan_viewed(&v);
	plan_sum(plan, cells, 2, sizeof(*cells), &sum);
	assert_int_equal(sum, 1000000);
	plan_free(plan);
}

static void wide_sums(void **state)
{
	const unsigned __int128 cells[] = { ~(unsigned __int128)0 >> 64, 2 };
	const struct types *t = *state;
	const struct viewed v = {
		.types = t,
		.type_id = btf__add_int(t->btf, "unsigned __int128", sizeof(*cells), 0),
		.size = sizeof(*cells),
		.path = "",
		.view = "hex",
	};
	struct plan *plan = plan_viewed(&v);
	unsigned __int128 sum;
	char *got;

	plan_sum(plan, cells, 2, sizeof(*cells), &sum);
	got = shown(plan, "text", &sum);
	assert_string_equal(got, "v: 0x10000000000000001\n");
	free(got);
	plan_free(plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		VIEW_TEST(fields),  VIEW_TEST(fields_without_view),
		VIEW_TEST(padding), VIEW_TEST(all_come_back),
		VIEW_TEST(sums),    VIEW_TEST(wide_sums),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
