/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The link that keeps a counter's program going, as the kernel tells of it. */
#ifndef COUNTER_LINK_H
#define COUNTER_LINK_H

#include <stdbool.h>
#include <stdint.h>

struct counter;

struct link_facts {
	uint32_t id, prog_id;
	uint32_t ifindex; /* of the interface, in the network namespace where it is; or 0 */
	bool is_detached; /* it was on an interface, and is not any more */
};

/* Of an open one: 0 or -errno, which is in errno too. */
int link_ask(int fd, struct link_facts *ret);

/* Of the link that is pinned there: 0 or -errno, -ENOENT where there is none. */
int link_look(const struct counter *counter, const char *root, struct link_facts *ret);

#endif
