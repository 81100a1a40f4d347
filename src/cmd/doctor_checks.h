/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What doctor looks at, a row each, and what is limited where it is not as it should be. */
#ifndef CMD_DOCTOR_CHECKS_H
#define CMD_DOCTOR_CHECKS_H

#include <stdbool.h>

#include "base/buf.h"
#include "kern/features.h"

enum check_state {
	CHECK_OK,
	CHECK_LIMITED, /* something cannot be done, or not be told, or takes longer */
	CHECK_MISSING, /* mapctl cannot do its work */
};

struct finding {
	enum check_state state;
	struct buf detail;  /* what there is; where not all is well, what is therefore limited */
	const char *advice; /* what to do about it; NULL: nothing is to be done */
};

struct check {
	const char *name;
	void (*look)(const struct check *check, struct finding *ret);
	const char *fine, *lack, *advice; /* the words of look(); borrowed by the finding */
	int capability;			  /* of look_capability() */
	int (*ask)(const struct feature_types *types); /* of look_feature() */
	enum check_state without;
};

/* All of them, ended by a row whose name is NULL. */
extern const struct check checks[];

/* The looks, in doctor_system.c and doctor_kernel.c: each fills an empty finding. */
void look_capability(const struct check *check, struct finding *ret);
void look_bpffs(const struct check *check, struct finding *ret);
void look_tracefs(const struct check *check, struct finding *ret);
void look_file(const struct check *check, struct finding *ret); /* fine is its path */
void look_cpus(const struct check *check, struct finding *ret);
void look_kallsyms(const struct check *check, struct finding *ret);
void look_sandbox(const struct check *check, struct finding *ret);

void look_kernel(const struct check *check, struct finding *ret);
void look_libbpf(const struct check *check, struct finding *ret);
void look_unprivileged(const struct check *check, struct finding *ret);
void look_lockdown(const struct check *check, struct finding *ret);
void look_memlock(const struct check *check, struct finding *ret);
void look_types(const struct check *check, struct finding *ret);
void look_feature(const struct check *check, struct finding *ret);

/* The end of most of them: fine, or else what lacks. */
void check_says(const struct check *check, bool is_fine, struct finding *ret);

#endif
