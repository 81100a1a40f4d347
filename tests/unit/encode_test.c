/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Words become values, or are refused with what would have fitted. */
#include "encode_fixture.h"

#include <math.h>

#include <arpa/inet.h>

static void integers(void **state)
{
	const struct types *t = *state;

	EXPECT_ENCODED(t, t->u8, uint8_t, 255, "255");
	EXPECT_ENCODED(t, t->s8, int8_t, -128, "-128");
	EXPECT_ENCODED(t, t->s8, int8_t, -128, "-0x80");
	EXPECT_ENCODED(t, t->u64, uint64_t, UINT64_MAX, "18446744073709551615");
	EXPECT_ENCODED(t, t->u64, uint64_t, UINT64_MAX, "0xffffffffFFFFFFFF");
	EXPECT_ENCODED(t, t->s64, int64_t, INT64_MIN, "-9223372036854775808");
	EXPECT_ENCODED(t, t->u32, uint32_t, 7, "07");
	EXPECT_ENCODED(t, t->u32, uint32_t, 0, "-0");
	EXPECT_ENCODED(t, t->u32, uint32_t, 7, "\"7\"");
	EXPECT_REFUSAL(t, t->u8, 1, "'256' does not fit unsigned char: 0 to 255", "256");
	EXPECT_REFUSAL(t, t->u8, 1, "'-1' does not fit unsigned char: 0 to 255", "-1");
	EXPECT_REFUSAL(t, t->s8, 1, "'128' does not fit signed char: -128 to 127", "128");
	EXPECT_REFUSAL(t, t->s8, 1, "'-129' does not fit signed char: -128 to 127", "-129");
	EXPECT_REFUSAL(t, t->u32, 4, "'0x' does not fit unsigned int: 0 to 4294967295", "0x");
	EXPECT_REFUSAL(t, t->u32, 4, "'+1' does not fit unsigned int: 0 to 4294967295", "+1");
	EXPECT_REFUSAL(t, t->u32, 4, "' 1' does not fit unsigned int: 0 to 4294967295", " 1");
	EXPECT_REFUSAL(t, t->u32, 4, "'1 ' does not fit unsigned int: 0 to 4294967295", "1 ");
	EXPECT_REFUSAL(t, t->u32, 4, "'' does not fit unsigned int: 0 to 4294967295", "");
	EXPECT_REFUSAL(t, t->u32, 4, "one word was expected, not 2", "1", "2");
	EXPECT_REFUSAL(t, t->s64, 8,
		       "'9223372036854775808' does not fit long long: "
		       "-9223372036854775808 to 9223372036854775807",
		       "9223372036854775808");
}

static void wide_integers(void **state)
{
	const struct types *t = *state;
	int u128 = btf__add_int(t->btf, "u128", 16, 0);
	int s128 = btf__add_int(t->btf, "s128", 16, BTF_INT_SIGNED);

	EXPECT_ENCODED(t, u128, unsigned __int128, ~(unsigned __int128)0,
		       "340282366920938463463374607431768211455");
	EXPECT_ENCODED(t, s128, __int128, (__int128)((unsigned __int128)1 << 127),
		       "-170141183460469231731687303715884105728");
	EXPECT_ENCODED(t, s128, __int128, -1, "-1");
	EXPECT_REFUSAL(t, u128, 16,
		       "'340282366920938463463374607431768211456' does not fit u128: "
		       "0 to 340282366920938463463374607431768211455",
		       "340282366920938463463374607431768211456");
	EXPECT_REFUSAL(t, s128, 16,
		       "'170141183460469231731687303715884105728' does not fit s128: "
		       "-170141183460469231731687303715884105728 to "
		       "170141183460469231731687303715884105727",
		       "170141183460469231731687303715884105728");
}

static void bools_and_floats(void **state)
{
	const struct types *t = *state;
	int f16 = btf__add_float(t->btf, "half", 2), f32 = btf__add_float(t->btf, "float", 4);
	int f64 = btf__add_float(t->btf, "double", 8);

	EXPECT_ENCODED(t, t->boolean, bool, true, "true");
	EXPECT_ENCODED(t, t->boolean, bool, false, "0");
	EXPECT_REFUSAL(t, t->boolean, 1, "'2' does not fit _Bool: true, false, 1 or 0", "2");
	EXPECT_REFUSAL(t, t->boolean, 1, "'yes' does not fit _Bool: true, false, 1 or 0", "yes");
	EXPECT_ENCODED(t, f64, double, 0.1, "0.1");
	EXPECT_ENCODED(t, f64, double, -5, "-5");
	EXPECT_ENCODED(t, f64, double, 5e-324, "5e-324");
	EXPECT_ENCODED(t, f64, double, (double)-INFINITY, "-inf");
	EXPECT_ENCODED(t, f32, float, 0.1f, ".1");
	EXPECT_ENCODED(t, f32, float, 16777216.f, "16777217");
	EXPECT_ENCODED(t, f16, uint16_t, 0x3c00, "1.0");
	EXPECT_REFUSAL(t, f32, 4, "'1e39' does not fit float: -3.4e38 to 3.4e38, nan, inf or -inf",
		       "1e39");
	EXPECT_REFUSAL(t, f16, 2, "'65520' does not fit half: -65504 to 65504, nan, inf or -inf",
		       "65520");
	EXPECT_REFUSAL(t, f16, 2, "'0x1p3' does not fit half: -65504 to 65504, nan, inf or -inf",
		       "0x1p3");
}

static void enums(void **state)
{
	const struct types *t = *state;
	int proto = btf__add_enum(t->btf, "proto", 1), state_id;

	btf__add_enum_value(t->btf, "TCP", 6);
	btf__add_enum_value(t->btf, "TRANSMISSION", 6);
	btf__add_enum_value(t->btf, "UDP", 17);
	state_id = btf__add_enum64(t->btf, "state", 8, true);
	btf__add_enum64_value(t->btf, "GONE", (uint64_t)-1);
	EXPECT_ENCODED(t, proto, uint8_t, 17, "UDP");
	EXPECT_ENCODED(t, proto, uint8_t, 6, "TRANSMISSION");
	EXPECT_ENCODED(t, proto, uint8_t, 200, "200");
	EXPECT_ENCODED(t, proto, uint8_t, 17, "\"UDP\"");
	EXPECT_ENCODED(t, state_id, int64_t, -1, "GONE");
	EXPECT_ENCODED(t, state_id, int64_t, -2, "-2");
	EXPECT_REFUSAL(t, proto, 1, "'UDPP' is no value of enum proto; did you mean 'UDP'?",
		       "UDPP");
	EXPECT_REFUSAL(t, proto, 1, "'ICMP6' is no value of enum proto", "ICMP6");
	EXPECT_REFUSAL(t, proto, 1, "'256' does not fit enum proto: 0 to 255", "256");
	EXPECT_REFUSAL(t, proto, 1, "'-1' does not fit enum proto: 0 to 255", "-1");
}

static void texts(void **state)
{
	const struct types *t = *state;
	int four = array_of(t, t->chr, 4), one = btf__add_int(t->btf, "char", 1, BTF_INT_CHAR);

	EXPECT_ENCODED(t, four, uint32_t, htonl(0x61620000), "ab");
	EXPECT_ENCODED(t, four, uint32_t, htonl(0x61626364), "\"abcd\"");
	EXPECT_ENCODED(t, four, uint32_t, htonl(0x61006200), "\"a\\u0000b\"");
	EXPECT_ENCODED(t, four, uint32_t, htonl(0xff220000), "\"\\xff\\\"\"");
	EXPECT_ENCODED(t, four, uint32_t, 0, "");
	EXPECT_ENCODED(t, four, uint32_t, htonl(0x7b7d0000), "{}");
	EXPECT_ENCODED(t, four, uint32_t, htonl(0x613d6200), "a=b");
	EXPECT_ENCODED(t, one, char, 'x', "x");
	EXPECT_ENCODED(t, one, char, '\0', "\"\"");
	EXPECT_REFUSAL(t, four, 4, "'abcde' does not fit char [4]: it has 5 bytes, 4 at most",
		       "abcde");
	EXPECT_REFUSAL(t, one, 1, "'xy' does not fit char: it has 2 bytes, 1 at most", "xy");
	EXPECT_REFUSAL(t, four, 4, "\"ab is neither JSON nor a text in quotes", "\"ab");
}

static void addresses(void **state)
{
	const struct types *t = *state;
	int be16 = btf__add_typedef(t->btf, "__be16", t->u16);
	int be32 = btf__add_typedef(t->btf, "__be32", t->u32);
	int u8x4 = array_of(t, t->u8, 4), u8x6 = array_of(t, t->u8, 6), in6, v6;
	int u8x16 = array_of(t, t->u8, 16), be16x8 = array_of(t, be16, 8);
	struct in6_addr ip6 = { 0 };

	in6 = btf__add_union(t->btf, NULL, 16);
	field(t, "u6_addr8", u8x16, 0, 0);
	field(t, "u6_addr16", be16x8, 0, 0);
	v6 = btf__add_struct(t->btf, "in6_addr", 16);
	field(t, "in6_u", in6, 0, 0);
	inet_pton(AF_INET6, "2001:db8::1", &ip6);
	EXPECT_ENCODED(t, be16, uint16_t, htons(443), "443");
	EXPECT_ENCODED(t, be32, uint32_t, htonl(0x0a000001), "10.0.0.1");
	EXPECT_ENCODED(t, be32, uint32_t, htonl(0x0a000001), "0x0a000001");
	EXPECT_ENCODED(t, u8x4, uint32_t, htonl(0x0a000001), "10.0.0.1");
	EXPECT_ENCODED(t, u8x4, uint32_t, htonl(0x0a000001), "[10, 0, 0, 1]");
	EXPECT_ENCODED(t, v6, struct in6_addr, ip6, "2001:db8::1");
	EXPECT_ENCODED(t, array_of(t, be32, 4), struct in6_addr, ip6, "2001:db8::1");
	expect_encoded(t, u8x6, (const uint8_t *)"\x02\0\x5e\xff\0\1", 6, "",
		       (const char *const[]){ "02:00:5e:FF:0:1" }, 1);
	EXPECT_REFUSAL(t, u8x6, 6,
		       "'02:00:5e:ff:00' is not its 6 elements: [...] in JSON, or a MAC address",
		       "02:00:5e:ff:00");
	EXPECT_REFUSAL(t, u8x4, 4,
		       "'10.0.1' is not its 4 elements: [...] in JSON, or an IPv4 address",
		       "10.0.1");
	EXPECT_REFUSAL(t, be16, 2, "'10.0.0.1' does not fit __be16: 0 to 65535", "10.0.0.1");
	EXPECT_REFUSAL(t, array_of(t, t->u16, 2), 4,
		       "'10.0.0.1' is not its 2 elements: [...] in JSON", "10.0.0.1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(integers), TYPE_TEST(wide_integers), TYPE_TEST(bools_and_floats),
		TYPE_TEST(enums),    TYPE_TEST(texts),	       TYPE_TEST(addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
