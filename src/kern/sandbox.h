/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What a reading command gives up once everything that it needs is open: new
 * privileges, capabilities, and the system calls that could change anything.
 */
#ifndef KERN_SANDBOX_H
#define KERN_SANDBOX_H

#include "base/err.h"

enum sandbox_mode {
	SANDBOX_OFF,
	SANDBOX_BEST_EFFORT, /* what this kernel has; never fails */
	SANDBOX_REQUIRE,     /* all of it, or ERR_SYSTEM */
};

/*
 * Cannot be undone; threads started before stay outside.  Left are: reading,
 * writing and awaiting what is open, memory, time, threads and, of bpf(2),
 * lookups and questions; everything else fails with EPERM, opening any file
 * too.  So does what needs a capability: the kernel answers no question by id
 * any more.
 */
int kern_sandbox(enum sandbox_mode mode, struct err *err);

#endif
