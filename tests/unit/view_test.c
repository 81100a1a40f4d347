/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Views: exact words for known bytes, and the way back. */
#include "view_fixture.h"

static void expect_shown(const struct viewed *v, const void *data, const char *json,
			 const char *text)
{
	struct plan *plan = plan_viewed(v);
	char *got = shown(plan, "json", data), *want = mem_printf("\"v\":%s", json);

	assert_string_equal(got, want);
	free(got);
	free(want);
	got = shown(plan, "text", data);
	want = mem_printf("v: %s\n", text);
	assert_string_equal(got, want);
	free(got);
	free(want);
	plan_free(plan);
}

static void expect_taken(const struct viewed *v, const char *word, const void *data)
{
	struct plan *plan = plan_viewed(v);
	uint8_t *again = mem_zero(v->size);
	char *copy = mem_strdup(word);
	struct err err;

	if (plan_encode_words(plan, 1, &copy, again, NULL, &err))
		fail_msg("%s: %s", word, err.msg);
	assert_memory_equal(again, data, v->size);
	free(copy);
	free(again);
	plan_free(plan);
}

static void expect_not_taken(const struct viewed *v, const char *word, const char *why)
{
	struct plan *plan = plan_viewed(v);
	uint8_t *again = mem_zero(v->size);
	char *copy = mem_strdup(word);
	struct err err;

	assert_int_equal(plan_encode_words(plan, 1, &copy, again, NULL, &err), -ERR_USAGE);
	assert_string_equal(err.msg, why);
	free(copy);
	free(again);
	plan_free(plan);
}

/* Of a map without types: shown in JSON and in text, and taken back from words. */
#define BYTES(view_name, json, text, word, ...)                    \
	do {                                                       \
		const uint8_t bytes_[] = { __VA_ARGS__ };          \
		const struct viewed v_ = { .size = sizeof(bytes_), \
					   .path = "",             \
					   .view = (view_name) };  \
		expect_shown(&v_, bytes_, json, text);             \
		expect_taken(&v_, word, bytes_);                   \
	} while (0)
#define NUMBER(view_name, json, text, word, type, value)          \
	do {                                                      \
		const type number_ = (value);                     \
		const struct viewed v_ = { .size = sizeof(type),  \
					   .path = "",            \
					   .view = (view_name) }; \
		expect_shown(&v_, &number_, json, text);          \
		expect_taken(&v_, word, &number_);                \
	} while (0)
#define REFUSED(view_name, bytes, word, why)                                                   \
	expect_not_taken(&(struct viewed){ .size = (bytes), .path = "", .view = (view_name) }, \
			 word, why)

static void addresses(void **state)
{
	(void)state;
	BYTES("ipv4", "\"10.0.0.1\"", "10.0.0.1", "10.0.0.1", 10, 0, 0, 1);
	BYTES("ipv4", "\"10.0.0.1\"", "10.0.0.1", "0x0a000001", 10, 0, 0, 1);
	BYTES("ipv6", "\"2001:db8::1\"", "2001:db8::1", "2001:DB8::1", 0x20, 1, 0x0d, 0xb8, 0, 0, 0,
	      0, 0, 0, 0, 0, 0, 0, 0, 1);
	BYTES("mac", "\"02:00:5e:10:00:ff\"", "02:00:5e:10:00:ff", "2:0:5e:10:0:FF", 2, 0, 0x5e,
	      0x10, 0, 0xff);
	BYTES("be16", "443", "443", "443", 0x01, 0xbb);
	BYTES("be32", "443", "443", "0x1bb", 0, 0, 0x01, 0xbb);
	BYTES("be64", "443", "443", "443", 0, 0, 0, 0, 0, 0, 0x01, 0xbb);
	REFUSED("ipv4", 4, "10.0.0",
		"'10.0.0' does not fit ipv4: an IPv4 address, or 0 to "
		"4294967295");
	REFUSED("ipv6", 16, "10.0.0.1", "'10.0.0.1' does not fit ipv6: an IPv6 address");
	REFUSED("be16", 2, "65536", "'65536' does not fit be16: 0 to 65535");
	REFUSED("mac", 6, "1", "'1' does not fit mac: a MAC address");
}

static void bytes_and_text(void **state)
{
	(void)state;
	NUMBER("hex", "\"0x2a\"", "0x2a", "0x2a", uint32_t, 42);
	NUMBER("hex", "\"0x2a\"", "0x2a", "42", uint64_t, 42);
	BYTES("hex", "\"00ff10\"", "00 ff 10", "00fF10", 0, 0xff, 0x10);
	BYTES("char", "\"eth0\"", "\"eth0\"", "eth0", 'e', 't', 'h', '0', 0, 0);
	BYTES("char", "\"\\\\x80\\u0000A\"", "\"\\x80\\x00A\"", "\\x80\\x00A", 0x80, 0, 'A');
	BYTES("comm", "\"bash\"", "\"bash\"", "bash", 'b', 'a', 's', 'h', 0, 0, 0, 0, 0, 0, 0, 0, 0,
	      0, 0, 0);
	REFUSED("hex", 3, "00ff1", "'00ff1' does not fit hex: 6 hex digits");
	REFUSED("hex", 1, "256", "'256' does not fit hex: 0 to 255");
	REFUSED("char", 2, "abc", "'abc' does not fit char: text of 2 bytes at most");
}

static void times(void **state)
{
	(void)state;
	NUMBER("time", "\"1970-01-01T00:00:00Z\"", "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z",
	       uint32_t, 0);
	NUMBER("time", "\"2106-02-07T06:28:15Z\"", "2106-02-07T06:28:15Z", "2106-02-07T06:28:15Z",
	       uint32_t, UINT32_MAX);
	NUMBER("time", "\"2024-02-29T23:59:59.000000001Z\"", "2024-02-29T23:59:59.000000001Z",
	       "2024-02-29T23:59:59.000000001Z", uint64_t, UINT64_C(1709251199000000001));
	NUMBER("time", "\"2000-03-01T00:00:00.500000000Z\"", "2000-03-01T00:00:00.500000000Z",
	       "2000-03-01T00:00:00.5Z", uint64_t, UINT64_C(951868800500000000));
	NUMBER("time", "\"2554-07-21T23:34:33.709551615Z\"", "2554-07-21T23:34:33.709551615Z",
	       "2554-07-21T23:34:33.709551615Z", uint64_t, UINT64_MAX);
	REFUSED("time", 4, "1969-12-31T23:59:59Z",
		"'1969-12-31T23:59:59Z' does not fit time: a time like 2026-11-21T09:30:00Z, or 0 "
		"to 4294967295");
	REFUSED("time", 4, "2023-02-29T00:00:00Z",
		"'2023-02-29T00:00:00Z' does not fit time: a time like 2026-11-21T09:30:00Z, or 0 "
		"to 4294967295");
	REFUSED("time", 8, "2554-07-21T23:34:33.709551616Z",
		"'2554-07-21T23:34:33.709551616Z' does not fit time: a time like "
		"2026-11-21T09:30:00Z, or 0 to 18446744073709551615");
	REFUSED("time", 4, "2024-02-29T23:59:59.5Z",
		"'2024-02-29T23:59:59.5Z' does not fit time: a time like 2026-11-21T09:30:00Z, or "
		"0 to 4294967295");
}

static void times_before_1970(void **state)
{
	const struct types *t = *state;
	const struct viewed v = {
		.types = t, .type_id = t->s64, .size = 8, .path = "", .view = "time"
	};

	expect_shown(&v, &(int64_t){ -1 }, "\"1969-12-31T23:59:59.999999999Z\"",
		     "1969-12-31T23:59:59.999999999Z");
	expect_taken(&v, "1969-12-31T23:59:59.999999999Z", &(int64_t){ -1 });
	expect_shown(&v, &(int64_t){ INT64_MIN }, "\"1677-09-21T00:12:43.145224192Z\"",
		     "1677-09-21T00:12:43.145224192Z");
	expect_taken(&v, "1677-09-21T00:12:43.145224192Z", &(int64_t){ INT64_MIN });
	expect_not_taken(&v, "1677-09-21T00:12:43.145224191Z",
			 "'1677-09-21T00:12:43.145224191Z' does not fit time: a time like "
			 "2026-11-21T09:30:00Z, or -9223372036854775808 to 9223372036854775807");
}

static void names(void **state)
{
	(void)state;
	NUMBER("uid", "\"root\"", "root", "root", uint32_t, 0);
	NUMBER("uid", "\"root\"", "root", "toor", uint32_t, 0);
	NUMBER("uid", "\"eth0(2)\"", "eth0(2)", "eth0(2)", uint32_t, 2);
	NUMBER("uid", "\"7(4)\"", "7(4)", "7(4)", uint32_t, 4);
	NUMBER("uid", "\"twice(20)\"", "twice(20)", "twice(20)", uint32_t, 20);
	NUMBER("uid", "\"twice(21)\"", "twice(21)", "twice(21)", uint32_t, 21);
	NUMBER("uid", "\"last\"", "last", "last", uint64_t, UINT64_MAX);
	NUMBER("uid", "\"x(3)(5)\"", "x(3)(5)", "x(3)(5)", uint32_t, 5);
	NUMBER("uid", "\"a\\nb\"", "a\\x0ab", "a\\x0ab", uint32_t, 8);
}

static void names_of_numbers(void **state)
{
	(void)state;
	NUMBER("uid", "7000", "7000", "7000", uint16_t, 7000);
	NUMBER("proto", "\"TCP\"", "TCP", "tcp", uint8_t, 6);
	NUMBER("proto", "7", "7", "7", uint8_t, 7);
	NUMBER("errno", "\"ENOENT\"", "ENOENT", "ENOENT", uint32_t, 2);
	NUMBER("errno", "\"-ENOENT\"", "-ENOENT", "-ENOENT", uint32_t, (uint32_t)-2);
	NUMBER("errno", "\"-EAGAIN\"", "-EAGAIN", "-EWOULDBLOCK", uint64_t, (uint64_t)-11);
	NUMBER("errno", "0", "0", "0", uint32_t, 0);
	REFUSED("uid", 4, "eth0", "'eth0' does not fit uid: a user's name, or 0 to 4294967295");
	REFUSED("uid", 4, "twice", "'twice' does not fit uid: a user's name, or 0 to 4294967295");
	REFUSED("uid", 1, "300", "'300' does not fit uid: a user's name, or 0 to 255");
	REFUSED("uid", 4, "eth0(1)",
		"'eth0(1)' does not fit uid: a user's name, or 0 to 4294967295");
	REFUSED("uid", 2, "last", "'last' does not fit uid: a user's name, or 0 to 65535");
}

static void amounts(void **state)
{
	(void)state;
	NUMBER("percent", "42", "42%", "42%", uint8_t, 42);
	NUMBER("bytes", "9999", "9999", "9999", uint32_t, 9999);
	NUMBER("bytes", "1536000", "1500K", "1500K", uint64_t, 1536000);
	NUMBER("bytes", "1536", "1536", "1.5KiB", uint64_t, 1536);
	REFUSED("bytes", 8, "1.3K",
		"'1.3K' does not fit bytes: a number with K, M, G, T, P or E behind it, or 0 to "
		"18446744073709551615");
	REFUSED("bytes", 2, "64K",
		"'64K' does not fit bytes: a number with K, M, G, T, P or E behind it, or 0 to "
		"65535");
	REFUSED("bytes", 8, "16E",
		"'16E' does not fit bytes: a number with K, M, G, T, P or E behind it, or 0 to "
		"18446744073709551615");
}

static void without_names(void **state)
{
	const struct viewed uid = { .size = 4, .path = "", .view = "uid", .is_numeric = true };
	const struct viewed amount = { .size = 4, .path = "", .view = "bytes", .is_numeric = true };
	const struct viewed address = { .size = 4, .path = "", .view = "ipv4", .is_numeric = true };
	const uint32_t zero = 0, many = 1 << 20;

	(void)state;
	expect_shown(&uid, &zero, "0", "0");
	expect_taken(&uid, "root", &zero);
	expect_shown(&amount, &many, "1048576", "1048576");
	expect_shown(&address, &zero, "\"0.0.0.0\"", "0.0.0.0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		VIEW_TEST(addresses), VIEW_TEST(bytes_and_text),
		VIEW_TEST(times),     VIEW_TEST(times_before_1970),
		VIEW_TEST(names),     VIEW_TEST(names_of_numbers),
		VIEW_TEST(amounts),   VIEW_TEST(without_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
