/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/dev.h"

#include <errno.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <bpf/libbpf.h>

#include "base/alloc.h"
#include "base/nearest.h"
#include "counter/counter.h"
#include "counter/link.h"
#include "kern/progs.h"

static int refuse_name(const char *name, struct err *err)
{
	struct nearest nearest = NEAREST(name);
	struct if_nameindex *all = if_nameindex();
	int r;

	for (size_t i = 0; all && all[i].if_index; i++)
		nearest_offer(&nearest, all[i].if_name);
	if (nearest.best)
		r = err_set(err, ERR_SYSTEM, "there is no interface '%s'; did you mean '%s'?", name,
			    nearest.best);
	else
		r = err_set(err, ERR_SYSTEM,
			    "there is no interface '%s'; 'ip link' shows which there are", name);
	if (all)
		if_freenameindex(all);
	return r;
}

/* Whether its frames begin with an Ethernet header; where the kernel does not say they may. */
static bool has_ethernet(const char *name)
{
	_cleanup_close_ int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	struct ifreq request = { 0 };

	snprintf(request.ifr_name, sizeof(request.ifr_name), "%s", name);
	if (fd < 0 || ioctl(fd, SIOCGIFHWADDR, &request) < 0)
		return true;
	return request.ifr_hwaddr.sa_family == ARPHRD_ETHER ||
	       request.ifr_hwaddr.sa_family == ARPHRD_LOOPBACK;
}

int dev_find(const char *name, uint32_t *ret_ifindex, struct err *err)
{
	uint32_t ifindex = if_nametoindex(name);

	if (!ifindex)
		return refuse_name(name, err);
	if (!has_ethernet(name))
		return err_set(err, ERR_SYSTEM,
			       "the packets of %s have no Ethernet header, which this counter "
			       "starts from; take the interface that they go out by",
			       name);
	*ret_ifindex = ifindex;
	return 0;
}

int dev_program(uint32_t ifindex, uint32_t *ret_id)
{
	DECLARE_LIBBPF_OPTS(bpf_xdp_query_opts, on);
	int r = bpf_xdp_query((int)ifindex, 0, &on);

	if (r < 0)
		return r;
	/* A driver, the kernel behind it and the card may have one each. */
	*ret_id = on.prog_id	   ? on.prog_id
		  : on.drv_prog_id ? on.drv_prog_id
		  : on.hw_prog_id  ? on.hw_prog_id
				   : on.skb_prog_id;
	return 0;
}

/* The counter whose program it is, or NULL. */
static const struct counter *whose(uint32_t prog_id, const char *root)
{
	const struct counter *counter;
	struct link_facts link;

	for (size_t i = 0; (counter = counter_nth(i)); i++)
		if (counter->hook == HOOK_XDP && !link_look(counter, root, &link) &&
		    link.prog_id == prog_id)
			return counter;
	return NULL;
}

int dev_check_free(const char *name, uint32_t ifindex, const char *root, struct err *err)
{
	const struct counter *counter;
	char prog_name[32] = "";
	uint32_t id = 0;
	int r = dev_program(ifindex, &id);

	if (r < 0) {
		errno = -r;
		return err_sys(err, "ask which XDP program %s has", name);
	}
	if (!id)
		return 0;
	counter = whose(id, root);
	if (counter)
		return err_set(err, ERR_NO,
			       "%s has an XDP program already, that of counter %s; "
			       "'mapctl counter stop %s' takes it off",
			       name, counter->name, counter->name);
	kern_prog_name(id, prog_name);
	return err_set(err, ERR_NO, "%s has an XDP program already: %s%sid %u; it is not replaced",
		       name, prog_name, *prog_name ? ", " : "", id);
}
