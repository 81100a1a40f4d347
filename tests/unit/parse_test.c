/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/parse.h"

struct settings {
	bool sum;
	uint64_t limit;
	const char *output;
};

static const struct opt options[] = {
	{ "sum", 's', OPT_FLAG, offsetof(struct settings, sum), NULL, NULL, "" },
	{ "limit", 'l', OPT_COUNT, offsetof(struct settings, limit), "N", NULL, "" },
	{ "output", 'o', OPT_WORD, offsetof(struct settings, output), "COLUMNS", NULL, "" },
	{ .name = NULL },
};

static const struct command dump = {
	.name = "dump",
	.takes = TAKES_MAPS,
	.options = options,
	.settings_size = sizeof(struct settings),
};
static const struct command lookup = {
	.name = "lookup", .takes = TAKES_MAP, .flags = COMMAND_DATA, .settings_size = 1
};
static const struct command help = { .name = "help", .flags = COMMAND_WORDS, .settings_size = 1 };
static const struct command *const table[] = { &dump, &lookup, &help, NULL };

#define WORDS(...) \
	((const char *[]){ __VA_ARGS__ }), sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(char *)

static int parse(const char **words, size_t n, struct invocation *inv, struct err *err)
{
	return parse_words(table, NULL, (int)n, (char *const *)words, inv, err);
}

static void a_map_is_named_in_six_ways(void **state)
{
	static const struct {
		const char *keyword, *word;
		enum map_ref_kind kind;
	} cases[] = {
		{ "id", "42", MAP_REF_ID },	 { "name", "42", MAP_REF_NAME },
		{ "pinned", "p", MAP_REF_PIN },	 { NULL, "42", MAP_REF_ID },
		{ NULL, "./p", MAP_REF_PIN },	 { NULL, "conns", MAP_REF_NAME },
		{ "name", "a/b", MAP_REF_NAME }, { "name", "pinned", MAP_REF_NAME },
	};
	struct invocation inv;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *words[3] = { "dump", cases[i].keyword, cases[i].word };
		size_t n = cases[i].keyword ? 3 : 2;

		if (!cases[i].keyword)
			words[1] = words[2];
		assert_int_equal(parse(words, n, &inv, &err), 0);
		assert_int_equal(inv.map.kind, cases[i].kind);
		assert_string_equal(inv.map.text, cases[i].word);
		invocation_done(&inv);
	}
}

static void options_stand_anywhere_before_data(void **state)
{
	struct invocation inv;
	struct err err;
	const struct settings *settings;

	(void)state;
	assert_int_equal(
		parse(WORDS("--limit", "5", "-j", "dump", "-s", "name", "x", "-p"), &inv, &err), 0);
	settings = inv.settings;
	assert_true(inv.globals.json && inv.globals.pretty && settings->sum);
	assert_int_equal(settings->limit, 5);
	invocation_done(&inv);

	assert_int_equal(parse(WORDS("lookup", "7", "key", "-1", "-j"), &inv, &err), 0);
	assert_false(inv.globals.json);
	assert_int_equal(inv.argc, 3);
	assert_string_equal(inv.argv[1], "-1");
	invocation_done(&inv);

	assert_int_equal(parse(WORDS("dump", "--", "-odd"), &inv, &err), 0);
	assert_string_equal(inv.map.text, "-odd");
	invocation_done(&inv);

	assert_int_equal(parse(WORDS("-jp", "dump", "-sl9", "x"), &inv, &err), 0);
	settings = inv.settings;
	assert_true(inv.globals.json && inv.globals.pretty && settings->sum);
	assert_int_equal(settings->limit, 9);
	invocation_done(&inv);
}

static void refuse(const char **words, size_t n, const char *msg)
{
	struct invocation inv;
	struct err err = { 0 };

	assert_int_equal(parse(words, n, &inv, &err), -ERR_USAGE);
	assert_string_equal(err.msg, msg);
	invocation_done(&inv);
}

static void mistakes_get_one_helpful_line(void **state)
{
	(void)state;
	refuse(WORDS("dmup"), "there is no command 'dmup'; did you mean 'dump'?");
	refuse(WORDS("xyzzy"), "there is no command 'xyzzy'; 'mapctl help' lists them");
	refuse(WORDS("dump"), "dump: which map? id ID, name NAME or pinned PATH; 'mapctl list' "
			      "shows them");
	refuse(WORDS("dump", "id"), "'id' needs a word behind it: the number of a map");
	refuse(WORDS("dump", "id", "x"),
	       "'x' is not the id of a map: ids are numbers up to 4294967295");
	refuse(WORDS("dump", "4294967425"),
	       "'4294967425' is not the id of a map: ids are numbers up to 4294967295");
	refuse(WORDS("dump", "x", "y"),
	       "dump: does not know what to do with 'y'; see 'mapctl help dump'");
	refuse(WORDS("dump", "x", "--sun"), "dump: there is no option --sun; did you mean --sum?");
	refuse(WORDS("dump", "x", "--limit"), "dump: --limit needs a value: N");
	refuse(WORDS("dump", "x", "--limit=-3"), "dump: --limit: '-3' is not a number from 1 up");
	refuse(WORDS("dump", "x", "--sum=3"), "dump: --sum takes no value");
	refuse(WORDS("--format", "xml", "dump"), "--format: there is no 'xml'; see 'mapctl help'");
	refuse(WORDS("--format", "jsn", "dump"),
	       "--format: there is no 'jsn'; did you mean 'json'?");
}

static void the_value_of_an_option_is_no_command(void **state)
{
	static const char *const cases[][4] = {
		{ "-o", "help", "dump", "x" },
		{ "--output", "help", "dump", "x" },
		{ "-jo", "help", "dump", "x" },
	};
	const struct settings *settings;
	struct invocation inv;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *words[4] = { cases[i][0], cases[i][1], cases[i][2], cases[i][3] };

		assert_int_equal(parse(words, 4, &inv, &err), 0);
		assert_ptr_equal(inv.command, &dump);
		settings = inv.settings;
		assert_string_equal(settings->output, "help");
		invocation_done(&inv);
	}
	refuse(WORDS("-ohelp", "help", "--limit=1"),
	       "there is no option -o here; see 'mapctl help'");
}

static bool told_in_json(const char **words, size_t n)
{
	struct invocation inv;
	struct err err;
	bool json;

	assert_int_equal(parse(words, n, &inv, &err), -ERR_USAGE);
	json = globals_json(&inv.globals);
	invocation_done(&inv);
	return json;
}

static void a_mistake_is_told_in_the_format_that_stands_behind_it(void **state)
{
	(void)state;
	assert_true(told_in_json(WORDS("dump", "--bad", "-j")));
	assert_true(told_in_json(WORDS("dmup", "x", "--format", "json")));
	assert_true(told_in_json(WORDS("dump", "--limit", "many", "--format=jsonl")));
	assert_true(told_in_json(WORDS("dump", "--format", "jsn", "x", "-p")));
	assert_false(told_in_json(WORDS("dump", "--bad", "-o", "-j")));
	assert_false(told_in_json(WORDS("dump", "--bad", "--", "-j")));
	assert_false(told_in_json(WORDS("lookup", "--bad", "x", "key", "-j")));
	assert_false(told_in_json(WORDS("lokup", "x", "key", "-j")));
	assert_false(told_in_json(WORDS("dump", "--bad", "--format", "xml")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_map_is_named_in_six_ways),
		cmocka_unit_test(options_stand_anywhere_before_data),
		cmocka_unit_test(mistakes_get_one_helpful_line),
		cmocka_unit_test(the_value_of_an_option_is_no_command),
		cmocka_unit_test(a_mistake_is_told_in_the_format_that_stands_behind_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
