/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a counter is told when it starts, on its way into its program's maps. */
#ifndef COUNTER_SETTINGS_H
#define COUNTER_SETTINGS_H

#include <stdint.h>

#include "base/err.h"

struct bpf_object;
struct counter;

/* values: as counter->settings has them.  Those that are constants of the program, before it is
 * loaded. */
int settings_put_constants(const struct counter *counter, const uint64_t *values,
			   struct bpf_object *object, struct err *err);

/* Those that are in arrays, once these are there, before the program runs. */
int settings_put_arrays(const struct counter *counter, const uint64_t *values,
			struct bpf_object *object, struct err *err);

#endif
