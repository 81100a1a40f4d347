/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A counter's program and its maps, loaded and attached, before they are pinned. */
#ifndef COUNTER_PROGRAM_H
#define COUNTER_PROGRAM_H

#include <stdint.h>

#include "base/err.h"

struct bpf_object;
struct counter;

/*
 * What can be told without the program: ERR_SYSTEM where the tracepoint or the
 * interface is not there, ERR_NO where the interface has another program.
 * *ret_ifindex is that of dev, 0 for a counter that is on none.
 */
int program_check(const struct counter *counter, const char *dev, const char *root,
		  uint32_t *ret_ifindex, struct err *err);

/*
 * Loads it with its settings; bpf_object__close() frees.  ERR_DENIED with the capabilities
 * that it takes, where they are what is missing.
 */
int program_load(const struct counter *counter, const uint64_t *settings, struct bpf_object **ret,
		 struct err *err);

/*
 * *ret_link is the fd of a BPF link: closing it detaches the program again, unless it is pinned.
 * XDP in the driver, or behind it where the driver does not take it.  Failures as of
 * program_load(), ERR_NO where the interface has got another program meanwhile, and ERR_SYSTEM
 * where it has gone.
 */
int program_attach(const struct counter *counter, struct bpf_object *object, uint32_t ifindex,
		   int *ret_link, struct err *err);

#endif
