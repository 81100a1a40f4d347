/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/view_sources.h"

#include <grp.h>
#include <pwd.h>
#include <string.h>

#include <net/if.h>

#include "codec/view.h"
#include "kern/cgroups.h"
#include "kern/comms.h"
#include "map/numbered.h"

static void read_users(struct numbered *names)
{
	const struct passwd *user;

	setpwent();
	while ((user = getpwent()))
		numbered_add(names, user->pw_uid, user->pw_name);
	endpwent();
}

static void read_groups(struct numbered *names)
{
	const struct group *group;

	setgrent();
	while ((group = getgrent()))
		numbered_add(names, group->gr_gid, group->gr_name);
	endgrent();
}

static void read_interfaces(struct numbered *names)
{
	struct if_nameindex *list = if_nameindex();

	for (const struct if_nameindex *dev = list; dev && dev->if_index; dev++)
		numbered_add(names, dev->if_index, dev->if_name);
	if (list)
		if_freenameindex(list);
}

static void tell_comm(void *to, uint32_t pid, const char *comm)
{
	numbered_add(to, pid, comm);
}

/* Names are cheap, and say little without the number. */
static void read_processes(struct numbered *names)
{
	names->with_number = true;
	kern_comms_read(tell_comm, names);
}

static void tell_cgroup(void *to, uint64_t id, const char *path)
{
	numbered_add(to, id, path);
}

static void read_cgroups(struct numbered *names)
{
	kern_cgroups_read(tell_cgroup, names);
}

static struct kept {
	const char *view;
	void (*read)(struct numbered *names);
	bool is_read;
	struct numbered names;
	struct view_names asked;
} kept[] = {
	{ .view = "uid", .read = read_users },	    { .view = "gid", .read = read_groups },
	{ .view = "pid", .read = read_processes },  { .view = "ifindex", .read = read_interfaces },
	{ .view = "cgroup", .read = read_cgroups },
};

static const struct view_names *load(struct kept *source)
{
	if (!source->is_read) {
		source->read(&source->names);
		numbered_settle(&source->names);
		source->asked = (struct view_names){
			.name_of = numbered_name_of,
			.number_of = numbered_number_of,
			.of = &source->names,
		};
		source->is_read = true;
	}
	return &source->asked;
}

const struct view_names *view_source_load(const char *view)
{
	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		if (!strcmp(kept[i].view, view))
			return load(&kept[i]);
	if (!strcmp(view, "ksym"))
		return view_symbols_load();
	if (!strcmp(view, "syscall"))
		return view_syscalls_load();
	return &view_protocols;
}
