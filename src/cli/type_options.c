/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/type_options.h"

#include "cli/command.h"
#include "map/given_types.h"

#define AT(member) offsetof(struct type_settings, member)

const struct opt type_options[] = {
	/* first: what has no keys leaves it out */
	{ "key-type", 0, OPT_WORD, AT(key_type), "TYPE", NULL,
	  "take keys for this: a type in C, or a name in --btf" },
	{ "value-type", 0, OPT_WORD, AT(value_type), "TYPE", NULL, "take values for this" },
	{ "btf", 0, OPT_WORD, AT(btf_file), "FILE", NULL,
	  "where names of types are looked up; else in the kernel" },
	{ "as", 0, OPT_WORD, AT(views), "FIELD=VIEW,...", NULL,
	  "show and take a field as ipv4, mac, time, hex, ..." },
	{ .name = NULL },
};

const struct opt *type_options_of(const struct command *command)
{
	if (!(command->flags & COMMAND_TYPES))
		return NULL;
	return command->flags & COMMAND_RECORDS ? type_options + 1 : type_options;
}
